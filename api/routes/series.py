"""`/api/series`: what was planned against what was reported, and what recurs."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import JSONResponse

from api import tables
from api.answers import LONGEST_QUERY
from api.known import document_slug
from api.routes.filters import ALSO_CSV, Documents, Limit, Offset, Years, csv_response, live_shelf
from api.shelf import Shelf
from kg.series import SeriesFilters, SeriesRecord


@dataclass(frozen=True)
class SeriesPage:
    """Some of the series found, and how many there are in all."""

    total: int
    items: tuple[SeriesRecord, ...]


router = APIRouter(prefix="/api/series", tags=["series"])
OpenShelf = Annotated[Shelf, Depends(live_shelf)]
Outcomes = Annotated[list[str], Query(description="implemented, open, unplanned ...")]


def series_filters(
    shelf: OpenShelf,
    q: Annotated[str, Query(description="Words of a title", max_length=LONGEST_QUERY)] = "",
    document: Documents = [],  # noqa: B006 - FastAPI copies defaults
    year: Years = [],  # noqa: B006
    outcome: Outcomes = [],  # noqa: B006
) -> SeriesFilters:
    """The filters of a list of series."""
    slugs = tuple(document_slug(shelf.knowledge, name) for name in document)
    return SeriesFilters(q, slugs, tuple(year), tuple(outcome))


Filters = Annotated[SeriesFilters, Depends(series_filters)]


@router.get("", summary="List activity series", response_model=SeriesPage, responses=ALSO_CSV)
def series(request: Request, shelf: OpenShelf, filters: Filters, limit: Limit = 20, offset: Offset = 0) -> Response:
    """Series by label, each with its activities, earliest first; as CSV where `Accept` asks for it."""
    found = shelf.knowledge.series_list.find(filters)
    page = found[offset : offset + limit]
    if tables.wants_csv(request.headers.get("accept", "")):
        return csv_response(tables.series_rows(page))
    return JSONResponse({"total": len(found), "items": [asdict(each) for each in page]}, headers={"Vary": "Accept"})


@router.get(".csv", summary="Series as a table", response_class=Response, responses=ALSO_CSV)
def series_csv(shelf: OpenShelf, filters: Filters) -> Response:
    """The same filters as CSV, a row for each activity of a series."""
    return csv_response(tables.series_rows(shelf.knowledge.series_list.find(filters)))


@router.get("/{slug}", summary="One activity series")
def one_series(shelf: OpenShelf, slug: str) -> SeriesRecord:
    """An undertaking over the years, and what became of its latest plan."""
    return shelf.knowledge.series_list.get(slug)
