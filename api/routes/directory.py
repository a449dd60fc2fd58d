"""`/api/directory`: the regional bodies, searched, filtered, completed, one by one and as CSV."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from api.tables import wants_csv
from api.text_directory import directory_csv
from kg.directory import BodyRecord, Completion, Directory, Page

router = APIRouter(tags=["directory"])

DEFAULT_LIMIT, HIGHEST_LIMIT, HIGHEST_OFFSET = 20, 100, 1_000_000
NUMBER_OF_COMPLETIONS = 10
CSV = "text/csv"

Text = Annotated[str, Query(description="names, acronyms or keywords, in any of the four languages")]
Limit = Annotated[int | None, Query(ge=1, le=HIGHEST_LIMIT, description=f"{DEFAULT_LIMIT} if not given")]
Offset = Annotated[int, Query(ge=0, le=HIGHEST_OFFSET)]
Values = Annotated[list[str] | None, Query()]


class Filters:
    """The filters of an address: one of the values of each."""

    def __init__(
        self,
        letter: Annotated[list[str] | None, Query(description="with which the acronym begins")] = None,
        country: Annotated[list[str] | None, Query(description="a member's alpha-2 code")] = None,
        hq: Annotated[list[str] | None, Query(description="the alpha-2 code of the seat's country")] = None,
        theme: Values = None,
        kind: Values = None,
        scope: Values = None,
        status: Values = None,
    ) -> None:
        self.values = {
            "letter": letter, "country": country, "hq": hq, "theme": theme, "kind": kind, "scope": scope,
            "status": status,
        }  # fmt: skip


@dataclass(frozen=True)
class CompletionPage:
    """What a person who types may mean."""

    total: int
    items: tuple[Completion, ...]


@router.get(
    "/api/directory",
    response_model=Page,
    responses={200: {"content": {CSV: {}}}},
    summary="Regional bodies: general search and filters",
)
def find(
    request: Request,
    filters: Annotated[Filters, Depends()],
    q: Text = "",
    limit: Limit = None,
    offset: Offset = 0,
) -> Page | Response:
    """Best match first; without `q` from A to Z by acronym. CSV where `Accept` asks for it."""
    if wants_csv(request.headers.get("accept", "")):
        return find_csv(request, filters, q, limit, offset)
    return _directory(request).find(q, **filters.values, limit=limit or DEFAULT_LIMIT, offset=offset)


# Next to the path with a slug it must come first, for a slug may be anything.
@router.get("/api/directory/complete", summary="Bodies whose acronym or name goes on like this, from two characters")
def complete(
    request: Request,
    q: Text = "",
    limit: Annotated[int, Query(ge=1, le=HIGHEST_LIMIT)] = NUMBER_OF_COMPLETIONS,
) -> CompletionPage:
    """Acronyms first, then names, then words within names."""
    items = _directory(request).complete(q, limit)
    return CompletionPage(len(items), items)


@router.get("/api/directory/{slug}", summary="One regional body, by slug or acronym")
def get(request: Request, slug: str) -> BodyRecord:
    """The record; 404 with the nearest slugs where there is none."""
    return _directory(request).get(slug)


@router.get(
    "/api/directory.csv",
    response_class=Response,
    responses={200: {"content": {CSV: {}}}},
    summary="Regional bodies as a table: all that fit, unless limited",
)
def find_csv(
    request: Request,
    filters: Annotated[Filters, Depends()],
    q: Text = "",
    limit: Limit = None,
    offset: Offset = 0,
) -> Response:
    """The same search and filters as CSV; several values in a cell stand between bars."""
    directory = _directory(request)
    page = directory.find(q, **filters.values, limit=limit or len(directory.all), offset=offset)
    return Response(directory_csv(page.items), media_type=CSV, headers={"Vary": "Accept"})


def _directory(request: Request) -> Directory:
    directory: Directory = request.app.state.library().directory
    return directory
