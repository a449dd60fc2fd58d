"""`/api/search`, `/api/ask`, `/api/annotate`: finding, asking, linking."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query
from fastapi.responses import JSONResponse
from pydantic import BaseModel, BeforeValidator, Field

from api import answers
from api.library import Shelf
from api.routes.filters import Limit, Offset, live_shelf, search_filters
from search.filters import Filters

router = APIRouter(prefix="/api", tags=["search"])
OpenShelf = Annotated[Shelf, Depends(live_shelf)]


@router.get("/search", summary="Search by meaning and by words")
def search(
    shelf: OpenShelf,
    filters: Annotated[Filters, Depends(search_filters)],
    q: Annotated[str, Query(description="What to look for, in English, Spanish, Portuguese or French")],
    limit: Limit = 20,
    offset: Offset = 0,
    mode: Literal["hybrid", "dense", "lexical"] = "hybrid",
    type: Literal["passage", "activity", "organisation"] = "passage",
) -> JSONResponse:
    """Passages (or activities, or organisations) that answer a query, best first, with facets."""
    return JSONResponse(
        answers.search(shelf, q, kind=type, mode=mode, limit=limit, offset=offset, filters=filters)
    )


@router.get("/ask", summary="Ask a question")
def ask(
    shelf: OpenShelf,
    filters: Annotated[Filters, Depends(search_filters)],
    q: Annotated[str, Query(description="A question in English, Spanish, Portuguese or French")],
) -> JSONResponse:
    """What the documents say, quoted, with the places it stands at."""
    return JSONResponse(answers.ask(shelf, q, filters=filters))


class Text(BaseModel):
    """A text to link."""

    text: Annotated[str, BeforeValidator(lambda text: answers.clean(text) if isinstance(text, str) else text)]
    language: Literal["en", "es", "pt", "fr"] | None = Field(None, description="Found out where it isn't given")


@router.post("/annotate", summary="Find the entities that a text names")
def annotate(body: Text) -> dict[str, Any]:
    """Organisations, countries and goals, with their offsets in the text."""
    return answers.annotate(body.text, body.language)
