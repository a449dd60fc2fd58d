"""`/api/agreements`, `/api/publications`, `/api/indicators` ...: a list for each kind of record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import JSONResponse
from pydantic import create_model

from api import tables
from api.routes.filters import ALSO_CSV, Limit, Offset, csv_response, live_shelf, record_filters
from api.shelf import Shelf
from kg.agreements import Agreement
from kg.indicators import Indicator
from kg.knowledge import RECORDS
from kg.meetings import Decision, Meeting
from kg.networks import Network
from kg.partners import Partner
from kg.publications import Publication
from kg.records import Record, RecordFilters

OpenShelf = Annotated[Shelf, Depends(live_shelf)]
Filters = Annotated[RecordFilters, Depends(record_filters)]
VALUES: dict[str, type[Record]] = {
    "agreements": Agreement, "publications": Publication, "indicators": Indicator, "meetings": Meeting,
    "decisions": Decision, "networks": Network, "partners": Partner,
}  # fmt: skip


def routers() -> Iterator[APIRouter]:
    """The addresses of each list: page, table, one by one."""
    for name in RECORDS:
        yield _router(name, VALUES[name])


def _router(name: str, value: type[Record]) -> APIRouter:
    router = APIRouter(prefix=f"/api/{name}", tags=["records"])
    page = create_model(f"{value.__name__}Page", total=(int, ...), items=(list[value], ...))  # type: ignore[valid-type]  # a type at run time

    @router.get("", summary=f"List {name}", response_model=page, responses=ALSO_CSV)
    def records(
        request: Request, shelf: OpenShelf, filters: Filters, limit: Limit = 20, offset: Offset = 0
    ) -> Response:
        """Those that pass the filters, by slug; as CSV where `Accept` asks for it."""
        found = shelf.knowledge.records(name, filters)
        some = found[offset : offset + limit]
        if tables.wants_csv(request.headers.get("accept", "")):
            return csv_response(tables.record_rows(some))
        return JSONResponse(record_page(found, some), headers={"Vary": "Accept"})

    @router.get(".csv", summary=f"{name.capitalize()} as a table", response_class=Response, responses=ALSO_CSV)
    def records_csv(shelf: OpenShelf, filters: Filters) -> Response:
        """The same filters as CSV; values of a list stand between bars."""
        return csv_response(tables.record_rows(shelf.knowledge.records(name, filters)))

    @router.get("/{slug}", summary=f"One of the {name}", response_model=value)
    def record(shelf: OpenShelf, slug: str) -> Any:
        """One with its fields, and where documents and activities name it."""
        return shelf.knowledge.record_lists[name].get(slug)

    return router


def record_page(found: Sequence[Record], some: Sequence[Record]) -> dict[str, Any]:
    """A page of a list, and how many there are in all."""
    return {"total": len(found), "items": [asdict(each) for each in some]}
