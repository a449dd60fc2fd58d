"""The page for people: a search box, and what was found."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from fastapi.responses import HTMLResponse
from jinja2 import Environment

from api import answers
from api.routes.filters import live_shelf
from api.shelf import Shelf
from api.text import tidy
from search.sentences import sentences

LEAD = 520  # characters of a passage that the list of results shows

router = APIRouter(include_in_schema=False)
OpenShelf = Annotated[Shelf, Depends(live_shelf)]
EXAMPLES = (
    "port logistics communities",
    "¿Qué actividades apoyan a las pymes?",
    "gestão do risco de desastres",
    "migration et droits des femmes",
)
# No script, nothing from elsewhere: what a document says can't run here.
POLICY = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'"}


@router.get("/", response_class=HTMLResponse)
def home(shelf: OpenShelf, q: Annotated[str, Query(max_length=answers.LONGEST_QUERY)] = "") -> HTMLResponse:
    """A search box; with a query, the best ten passages."""
    asked = answers.clean(q).strip("\0 \t\r\n")
    found = answers.search(shelf, asked, limit=10) if asked else None
    page = _template("search.html").render(
        q=asked, found=found, examples=EXAMPLES, documents=shelf.knowledge.document_list.all, lead=LEAD
    )
    return HTMLResponse(page, headers=POLICY)


@lru_cache(maxsize=4)
def _template(name: str):  # type: ignore[no-untyped-def]  # jinja2's Template is Any-typed
    source = files("api.pages").joinpath(name).read_text(encoding="utf-8")
    environment = Environment(autoescape=True)
    environment.filters["marked"] = marked
    return environment.from_string(source)


def marked(passage: dict[str, Any], *, whole: bool = False) -> list[tuple[str, bool]]:
    """A passage for a page, in parts, each with whether it is highlighted: the beginning, or the whole.

    >>> marked({"text": "the port of Lima", "highlights": [[4, 8]]})
    [('the ', False), ('port', True), (' of Lima', False)]
    """
    text, parts, at = passage["text"], [], 0
    end = len(text) if whole else lead_end(text)
    for start, stop in passage["highlights"]:
        if stop <= end:
            parts += [(text[at:start], False), (text[start:stop], True)]
            at = stop
    return [(tidy(part), mark) for part, mark in [*parts, (text[at:end], False)] if part]


def lead_end(text: str) -> int:
    """Where the first sentences end that fit the list of results."""
    ends = [end for _, end in sentences(text) if end <= LEAD]
    return max(ends, default=min(len(text), LEAD))
