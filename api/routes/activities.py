"""`/api/activities`: what SELA planned and did."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import JSONResponse

from api import answers, tables
from api.routes.filters import ALSO_CSV, Limit, Offset, activity_filters, csv_response, live_shelf
from api.shelf import Shelf
from kg.activity import Activity
from kg.activity_filters import ActivityFilters


@dataclass(frozen=True)
class ActivityPage:
    """Some of the activities found, and how many there are in all."""

    total: int
    items: tuple[Activity, ...]


router = APIRouter(prefix="/api/activities", tags=["activities"])
OpenShelf = Annotated[Shelf, Depends(live_shelf)]


@router.get("", summary="List activities", response_model=ActivityPage, responses=ALSO_CSV)
def activities(
    request: Request,
    shelf: OpenShelf,
    filters: Annotated[ActivityFilters, Depends(activity_filters)],
    limit: Limit = 20,
    offset: Offset = 0,
) -> Response:
    """Activities in document order; as CSV where `Accept` asks for it."""
    found = shelf.knowledge.activity_list.find(filters)
    if tables.wants_csv(request.headers.get("accept", "")):
        return csv_response(tables.activity_rows(found[offset : offset + limit]))
    return JSONResponse(answers.activities(found, limit=limit, offset=offset), headers={"Vary": "Accept"})


@router.get(".csv", summary="Activities as a table, all that fit", response_class=Response, responses=ALSO_CSV)
def activities_csv(shelf: OpenShelf, filters: Annotated[ActivityFilters, Depends(activity_filters)]) -> Response:
    """The same filters as CSV; values of a list stand between bars."""
    return csv_response(tables.activity_rows(shelf.knowledge.activity_list.find(filters)))


@router.get("/{slug}", summary="One activity")
def activity(shelf: OpenShelf, slug: str) -> Activity:
    """An activity with its facts."""
    return shelf.knowledge.activity_list.get(slug)
