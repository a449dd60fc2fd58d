"""`/api/search`, `/api/ask`, `/api/annotate`: finding, asking, linking."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, BeforeValidator, Field

from api import answers, tables
from api.routes.filters import ALSO_CSV, Limit, Offset, csv_response, live_shelf, search_filters
from api.shelf import Shelf
from search.filters import Filters

router = APIRouter(prefix="/api", tags=["search"])
OpenShelf = Annotated[Shelf, Depends(live_shelf)]
Question = Annotated[str, Query(description="A question or words, in English, Spanish, Portuguese or French")]
Mode = Literal["hybrid", "dense", "lexical"]


@router.get("/search.csv", summary="Search results as a table", response_class=Response, responses=ALSO_CSV)
@router.get("/search", summary="Search by meaning and by words", response_model=dict[str, Any], responses=ALSO_CSV)
def search(
    request: Request,
    shelf: OpenShelf,
    filters: Annotated[Filters, Depends(search_filters)],
    q: Question,
    limit: Limit = 20,
    offset: Offset = 0,
    mode: Mode = "hybrid",
    type: answers.Kind = "passage",
) -> Response:
    """Passages (or activities, or organisations) that answer a query, best first, with facets; also as CSV."""
    found = answers.search(shelf, q, kind=type, mode=mode, limit=limit, offset=offset, filters=filters)
    if request.url.path.endswith(".csv") or tables.wants_csv(request.headers.get("accept", "")):
        return csv_response(tables.result_rows(found["results"]))
    return JSONResponse(found, headers={"Vary": "Accept"})


@router.get("/ask", summary="Ask a question")
def ask(
    shelf: OpenShelf,
    filters: Annotated[Filters, Depends(search_filters)],
    q: Question,
) -> JSONResponse:
    """What the documents say, quoted, with the places it stands at."""
    return JSONResponse(answers.ask(shelf, q, filters=filters))


class Text(BaseModel):
    """A text to link."""

    text: Annotated[str, BeforeValidator(lambda text: answers.clean(text) if isinstance(text, str) else text)]
    language: Literal["en", "es", "pt", "fr"] | None = Field(None, description="Found out where it isn't given")


@router.post("/annotate", summary="Find the entities that a text names")
def annotate(shelf: OpenShelf, body: Text) -> dict[str, Any]:
    """Organisations, countries and goals, with their offsets in the text.

    Goals (and targets, where the UN's vocabulary was added) that the text states by number or name are `mentions` of
    type `sdg`. `sdgs` lists all 17 goals, best first, with how strongly the text suggests each, from 0 to 1 (from .5 on
    an activity would be said to suggest it), and the sentence that does so most, `[start, end]` or null. Of a text of
    more than 1,000 characters only the most telling sentences are read by meaning, the rest by its terms: then
    `sdgs_sampled` is true.
    """
    knowledge = shelf.knowledge
    return answers.annotate(body.text, body.language, encoder=shelf.index.encoder, targets=knowledge.targets)
