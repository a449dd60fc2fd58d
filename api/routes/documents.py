"""`/api/documents`, `/api/passages`, `/api/stats`: what is in the knowledge base."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import PlainTextResponse

from api import answers, tables
from api.library import Shelf
from api.routes.filters import Limit, Offset, csv_response, live_shelf
from kg.errors import NotFound

router = APIRouter(prefix="/api", tags=["documents"])
OpenShelf = Annotated[Shelf, Depends(live_shelf)]


@router.get("/documents", summary="List documents", response_model=None)
def documents(request: Request, shelf: OpenShelf, limit: Limit = 20, offset: Offset = 0) -> Response | dict[str, Any]:
    """The documents of the knowledge base; as CSV where `Accept` asks for it."""
    found = shelf.knowledge.document_list.all
    page = found[offset : offset + limit]
    if tables.wants_csv(request.headers.get("accept", "")):
        return csv_response(tables.document_rows(page))
    return {"total": len(found), "items": [asdict(each) for each in page]}


@router.get("/documents/{slug}", summary="One document")
def document(shelf: OpenShelf, slug: str) -> dict[str, Any]:
    """What is known of a document, by slug or source file name."""
    return asdict(shelf.knowledge.document_list.get(slug))


@router.get("/documents/{slug}/text", summary="The text of a document", response_class=PlainTextResponse)
def text(shelf: OpenShelf, slug: str) -> PlainTextResponse:
    """The text that all offsets point into, as UTF-8."""
    return PlainTextResponse(shelf.index.document_text(shelf.knowledge.document_list.get(slug).slug))


@router.get("/passages/{document}/{span}", summary="One passage")
def passage(shelf: OpenShelf, document: str, span: str) -> dict[str, Any]:
    """The passage at `{start}-{end}` of a document."""
    start, _, end = span.partition("-")
    if start.isdigit() and end.isdigit() and len(span) < 40:
        found = answers.passage(shelf, document, int(start), int(end))
        if found:
            return found
    raise NotFound("passage", f"{document}/{span}", hint="`/api/search` gives passages with their places.")


@router.get("/stats", summary="Counts")
def stats(shelf: OpenShelf) -> dict[str, Any]:
    """How much of what is in the knowledge base, and which snapshot it is."""
    return asdict(shelf.knowledge.stats())
