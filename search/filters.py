"""Filters and facets: what passages carry, as arrays that answer in microseconds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from kg.errors import InvalidInput
from kg.terms import BASE, PREFIXES
from search.passages import Passage

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Mask = NDArray[np.bool_]

COUNTRY, ORGANISATION, PLACE, THEME = (f"{BASE}id/{kind}/" for kind in ("country", "org", "place", "theme"))
GOAL = PREFIXES["sdg"]
DATE = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")


@dataclass(frozen=True)
class Filters:
    """What results must have: one of the values of each filter that is given, and all of the filters."""

    document: tuple[str, ...] = ()
    year: tuple[int, ...] = ()
    date_from: str | None = None
    date_to: str | None = None
    country: tuple[str, ...] = ()
    organisation: tuple[str, ...] = ()
    sdg: tuple[int, ...] = ()
    theme: tuple[str, ...] = ()


NO_FILTERS = Filters()


@dataclass(frozen=True)
class FacetCount:
    """A value that results have, and how many of them."""

    value: str
    count: int


def _countries(passage: Passage) -> Iterable[str]:
    for entity in passage.entities:
        if entity.startswith(COUNTRY):
            yield entity.removeprefix(COUNTRY)
        elif entity.startswith(PLACE):  # a place's slug ends with its country
            yield entity.rsplit("-", 1)[-1].upper()


def _goals(passage: Passage) -> Iterable[str]:
    """What it names, where a target counts for its goal, and what its activity states, inherits or suggests."""
    yield from (goal.split(".")[0] for goal in _after(GOAL)(passage))
    yield from map(str, passage.goals)


def _after(prefix: str) -> Callable[[Passage], Iterable[str]]:
    return lambda passage: (e.removeprefix(prefix) for e in passage.entities if e.startswith(prefix))


# To add a facet: a line here and a field in Filters.
FACETS: Mapping[str, Callable[[Passage], Iterable[str]]] = {
    "document": lambda passage: (passage.document,),
    "year": lambda passage: map(str, passage.years),
    "country": _countries,
    "organisation": _after(ORGANISATION),
    "sdg": _goals,
    "theme": lambda passage: (theme.removeprefix(THEME) for theme in passage.themes),
}


class Facet:
    """One facet's values, and which passages have each."""

    def __init__(self, values: Sequence[Iterable[str]]) -> None:
        pairs = [(value, number) for number, some in enumerate(values) for value in sorted(set(some))]
        self.values = sorted({value for value, _ in pairs})
        self._ids = {value: number for number, value in enumerate(self.values)}
        self._value = np.array([self._ids[value] for value, _ in pairs], dtype=np.int64)
        self._owner = np.array([number for _, number in pairs], dtype=np.int64)
        self._size = len(values)
        self._starts = np.searchsorted(self._owner, np.arange(self._size + 1)).tolist()  # of each passage's values

    def having(self, wanted: Iterable[str]) -> Mask:
        """The passages that have one of the values; a value that none has finds none."""
        ids = [self._ids[value] for value in wanted if value in self._ids]
        mask: Mask = np.zeros(self._size, dtype=bool)
        mask[self._owner[np.isin(self._value, ids)]] = True
        return mask

    def counts(self, mask: Mask) -> tuple[FacetCount, ...]:
        """The values of the chosen passages, the most frequent first."""
        counts = np.bincount(self._value[mask[self._owner]], minlength=len(self.values))
        found = sorted(np.flatnonzero(counts), key=lambda number: (-counts[number], self.values[number]))
        return tuple(FacetCount(self.values[number], int(counts[number])) for number in found)

    def counts_of(self, groups: Iterable[Sequence[int]]) -> tuple[FacetCount, ...]:
        """The values that groups of passages have, each once a group, the most frequent first."""
        counts: Counter[int] = Counter()
        for numbers in groups:
            counts.update({v for n in numbers for v in self._value[self._starts[n] : self._starts[n + 1]].tolist()})
        found = sorted(counts, key=lambda number: (-counts[number], self.values[number]))
        return tuple(FacetCount(self.values[number], counts[number]) for number in found)


class FacetTable:
    """All facets and the dates of a knowledge base's passages."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.facets = {name: Facet([list(values(p)) for p in passages]) for name, values in FACETS.items()}
        spans = [(number, *span) for number, passage in enumerate(passages) for span in _dates(passage)]
        self._owner = np.array([number for number, _, _ in spans], dtype=np.int64)
        self._from = np.array([_day(start, last=False) for _, start, _ in spans], dtype=np.int64)
        self._to = np.array([_day(end, last=True) for _, _, end in spans], dtype=np.int64)
        self._size = len(passages)

    def allowed(self, filters: Filters) -> Mask:
        """The passages that pass every filter."""
        mask: Mask = np.ones(self._size, dtype=bool)
        for name, facet in self.facets.items():
            if wanted := getattr(filters, name):
                mask &= facet.having(map(str, wanted))
        if filters.date_from or filters.date_to:
            mask &= self._between(filters.date_from, filters.date_to)
        return mask

    def counts(self, mask: Mask) -> dict[str, tuple[FacetCount, ...]]:
        """Each facet's values among the chosen passages."""
        return {name: facet.counts(mask) for name, facet in self.facets.items()}

    def counts_of(self, groups: Sequence[Sequence[int]]) -> dict[str, tuple[FacetCount, ...]]:
        """Each facet's values among groups of passages, each once a group."""
        return {name: facet.counts_of(groups) for name, facet in self.facets.items()}

    def _between(self, start: str | None, end: str | None) -> Mask:
        overlaps: Mask = np.ones(len(self._owner), dtype=bool)
        if start:
            overlaps &= self._to >= _day(start, last=False)
        if end:
            overlaps &= self._from <= _day(end, last=True)
        mask: Mask = np.zeros(self._size, dtype=bool)
        mask[self._owner[overlaps]] = True
        return mask


def _dates(passage: Passage) -> Iterable[tuple[str, str]]:
    """A passage's dates; where it has none, the years it is about."""
    return passage.dates or [(str(year), str(year)) for year in passage.years]


def _day(date: str, *, last: bool) -> int:
    """A date as a number that sorts; of a month or a year its first or its last day.

    >>> _day("2024-11", last=True), _day("2024-11-26", last=False)
    (20241131, 20241126)
    """
    if not DATE.fullmatch(date):
        raise InvalidInput(f"{date!r} is not a date: write YYYY, YYYY-MM or YYYY-MM-DD.")
    missing = ("-12-31" if last else "-01-01")[len(date) - 4 :]  # a month has its own, the day is missing
    return int((date + missing).replace("-", ""))
