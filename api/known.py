"""Filters, checked: each value is one that the knowledge base knows, or the error says which there are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from kg.activity_filters import ActivityFilters
from kg.errors import InvalidInput
from kg.knowledge import KnowledgeGraph
from kg.records import RecordFilters
from kg.terms import iri
from search.filters import Filters

AnyFilters = TypeVar("AnyFilters", Filters, ActivityFilters, RecordFilters)

THEMES = r"SELECT ?theme { ?theme skos:inScheme id:theme\/scheme } ORDER BY ?theme"


def known(knowledge: KnowledgeGraph, filters: AnyFilters) -> AnyFilters:
    """The filters as the indexes have them: documents by slug, countries in capitals; raises InvalidInput."""
    if isinstance(filters, Filters):
        _check_themes(knowledge, filters.theme)
    for slug in filters.organisation:
        if not knowledge.labels.knows(iri("org", slug)):
            raise InvalidInput(f"There is no organisation {_shown(slug)}. `/api/directory?q=` finds slugs.")
    if not isinstance(filters, RecordFilters):
        for goal in filters.sdg:
            if not 1 <= goal <= 17:
                raise InvalidInput(f"There is no goal {_shown(str(goal))}: goals are 1 to 17.")
        for day in (filters.date_from, filters.date_to):
            _check_date(day)
    return replace(
        filters,
        document=tuple(document_slug(knowledge, name) for name in filters.document),
        country=tuple(_code(knowledge, code) for code in filters.country),
    )


def document_slug(knowledge: KnowledgeGraph, name: str) -> str:
    """The slug of a document, by slug or source file; raises InvalidInput."""
    documents = knowledge.document_list
    document = documents.find(name)
    if document is None:
        here = ", ".join(each.slug for each in documents)
        raise InvalidInput(f"There is no document {_shown(name)}. Here are {here}.")
    return document.slug


def _code(knowledge: KnowledgeGraph, code: str) -> str:
    if not knowledge.labels.knows(iri("country", code.upper())):
        raise InvalidInput(f"{_shown(code)} is no country's alpha-2 code, such as UY for Uruguay.")
    return code.upper()


def _check_themes(knowledge: KnowledgeGraph, themes: Iterable[str]) -> None:
    for theme in themes:
        if not knowledge.labels.knows(iri("theme", theme)):
            there = ", ".join(row["theme"].rsplit("/", 1)[-1] for row in knowledge.select(THEMES))
            raise InvalidInput(f"There is no theme {_shown(theme)}. Themes are {there}.")


def _check_date(day: str | None) -> None:
    """Take YYYY, YYYY-MM and YYYY-MM-DD where they name a day, a month or a year that there is."""
    try:
        if day:
            date.fromisoformat(f"{day}-01-01"[:10])
    except ValueError:
        raise InvalidInput(f"{_shown(day or '')} is no date: write YYYY, YYYY-MM or YYYY-MM-DD.") from None


def _shown(value: str) -> str:
    return repr(value if len(value) <= 60 else f"{value[:59]}…")
