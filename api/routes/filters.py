"""The filters that searches and lists share, as query parameters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

from fastapi import Depends, Query, Request, Response

from api.answers import LONGEST_QUERY
from api.known import known
from api.shelf import Shelf
from api.tables import Row, csv_text
from kg.activity_filters import ActivityFilters
from kg.records import RecordFilters
from search.filters import Filters

ALSO_CSV: dict[int | str, dict[str, Any]] = {200: {"content": {"text/csv": {}}}}

SERVES = (
    "Number of a goal, 1 to 17: what the text states, what an activity inherits from its area, and what its words"
    " suggest with a score of .5 or more all count; the `basis` in `sdgs` says which it is, and its `score` is 1 for"
    " stated goals, .5 and up for the others, the more the activity's own words suggest them"
)
Limit = Annotated[int, Query(ge=1, le=100, description="How many, at most")]
Offset = Annotated[int, Query(ge=0, le=1_000_000, description="How many to pass over")]
Documents = Annotated[list[str], Query(description="Slug or source file of a document; repeated: any of them")]
Years = Annotated[list[int], Query(description="A year that is covered")]
Day = Annotated[str | None, Query(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$", description="YYYY, YYYY-MM or YYYY-MM-DD")]
Countries = Annotated[list[str], Query(description="ISO 3166 alpha-2 code")]
Organisations = Annotated[list[str], Query(description="Slug of an organisation")]
Goals = Annotated[list[int], Query(description=SERVES)]
Themes = Annotated[list[str], Query(description="Slug of a theme")]


def live_shelf(request: Request) -> Shelf:
    """The live snapshot, for this request."""
    shelf: Shelf = request.app.state.library()
    return shelf


def search_filters(
    document: Documents = [],  # noqa: B006 - FastAPI copies defaults
    year: Years = [],  # noqa: B006
    date_from: Day = None,
    date_to: Day = None,
    country: Countries = [],  # noqa: B006
    organisation: Organisations = [],  # noqa: B006
    sdg: Goals = [],  # noqa: B006
    theme: Themes = [],  # noqa: B006
) -> Filters:
    """The filters of a search."""
    return Filters(
        tuple(document), tuple(year), date_from, date_to, tuple(country), tuple(organisation), tuple(sdg),
        tuple(theme),
    )  # fmt: skip


def activity_filters(
    shelf: Annotated[Shelf, Depends(live_shelf)],
    document: Documents = [],  # noqa: B006
    year: Years = [],  # noqa: B006
    date_from: Day = None,
    date_to: Day = None,
    country: Countries = [],  # noqa: B006
    organisation: Organisations = [],  # noqa: B006
    sdg: Goals = [],  # noqa: B006
    status: Annotated[list[str], Query(description="planned, implemented, rescheduled ...")] = [],  # noqa: B006
    q: Annotated[str, Query(description="Words of the title", max_length=LONGEST_QUERY)] = "",
) -> ActivityFilters:
    """The filters of a list of activities."""
    filters = ActivityFilters(
        tuple(document), tuple(year), date_from, date_to, tuple(country), tuple(organisation), tuple(sdg),
        tuple(status), q,
    )  # fmt: skip
    return known(shelf.knowledge, filters)


def record_filters(
    shelf: Annotated[Shelf, Depends(live_shelf)],
    document: Documents = [],  # noqa: B006
    year: Years = [],  # noqa: B006
    country: Countries = [],  # noqa: B006
    organisation: Organisations = [],  # noqa: B006
    q: Annotated[str, Query(description="Words of the name", max_length=LONGEST_QUERY)] = "",
) -> RecordFilters:
    """The filters of a list of records; countries and organisations also count by the activities they stand in."""
    filters = RecordFilters(tuple(document), tuple(year), tuple(country), tuple(organisation), q)
    return known(shelf.knowledge, filters)


def csv_response(rows: Iterable[Row]) -> Response:
    """Rows as a CSV response."""
    return Response(csv_text(rows), media_type="text/csv", headers={"Vary": "Accept"})
