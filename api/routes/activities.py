"""`/api/activities`: what SELA planned and did."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response

from api import answers, tables
from api.library import Shelf
from api.routes.filters import Limit, Offset, activity_filters, csv_response, live_shelf
from kg.activities import Activity, ActivityFilters

router = APIRouter(prefix="/api/activities", tags=["activities"])
OpenShelf = Annotated[Shelf, Depends(live_shelf)]


@router.get("", summary="List activities", response_model=None)
def activities(
    request: Request,
    shelf: OpenShelf,
    filters: Annotated[ActivityFilters, Depends(activity_filters)],
    limit: Limit = 20,
    offset: Offset = 0,
) -> Response | dict[str, Any]:
    """Activities in document order; as CSV where `Accept` asks for it."""
    found = shelf.knowledge.activity_list.find(filters)
    if tables.wants_csv(request.headers.get("accept", "")):
        return csv_response(tables.activity_rows(found[offset : offset + limit]))
    return answers.activities(found, limit=limit, offset=offset)


@router.get("/{slug}", summary="One activity")
def activity(shelf: OpenShelf, slug: str) -> dict[str, Any]:
    """An activity with its facts."""
    found: Activity = shelf.knowledge.activity_list.get(slug)
    return asdict(found)
