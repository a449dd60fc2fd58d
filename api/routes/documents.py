"""`/api/documents`, `/api/passages`, `/api/stats`: what is in the knowledge base."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import JSONResponse, PlainTextResponse

from api import answers, tables
from api.routes.filters import ALSO_CSV, Limit, Offset, csv_response, live_shelf
from api.shelf import Shelf
from kg.documents import DocumentRecord
from kg.errors import NotFound
from kg.stats import Stats


@dataclass(frozen=True)
class DocumentPage:
    """Some of the documents, and how many there are in all."""

    total: int
    items: tuple[DocumentRecord, ...]


router = APIRouter(prefix="/api", tags=["documents"])
OpenShelf = Annotated[Shelf, Depends(live_shelf)]


@router.get("/documents", summary="List documents", response_model=DocumentPage, responses=ALSO_CSV)
def documents(request: Request, shelf: OpenShelf, limit: Limit = 20, offset: Offset = 0) -> Response:
    """The documents of the knowledge base; as CSV where `Accept` asks for it."""
    found = shelf.knowledge.document_list.all
    page = found[offset : offset + limit]
    if tables.wants_csv(request.headers.get("accept", "")):
        return csv_response(tables.document_rows(page))
    return JSONResponse({"total": len(found), "items": [asdict(each) for each in page]}, headers={"Vary": "Accept"})


@router.get("/documents.csv", summary="Documents as a table", response_class=Response, responses=ALSO_CSV)
def documents_csv(shelf: OpenShelf) -> Response:
    """All documents as CSV."""
    return csv_response(tables.document_rows(shelf.knowledge.document_list.all))


@router.get("/documents/{slug}", summary="One document")
def document(shelf: OpenShelf, slug: str) -> DocumentRecord:
    """What is known of a document, by slug or source file name."""
    return shelf.knowledge.document_list.get(slug)


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
def stats(shelf: OpenShelf) -> Stats:
    """How much of what is in the knowledge base, and which snapshot it is."""
    return shelf.knowledge.stats()
