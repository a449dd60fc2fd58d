"""The directory: regional bodies found by acronym, name, keyword and filter."""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from kg.body_records import BodyRecord, end_of, read_records
from kg.errors import InvalidInput, NotFound
from kg.graph import Graph
from kg.keywords import KIND_NAMES, SCOPE_NAMES, Keywords
from kg.lookup import Called, Lookup, plain
from kg.terms import fold

__all__ = ["BodyRecord", "Completion", "Directory", "Page"]

THEME_WORDS = """
SELECT ?theme ?name ?other
WHERE {
  ?theme skos:inScheme id:theme\\/scheme .
  { ?theme skos:prefLabel ?name } UNION { ?theme skos:altLabel ?other }
}
"""

ALSO_CALLED = """
SELECT ?body ?name WHERE { ?body a sela:RegionalBody ; skos:altLabel ?name } ORDER BY ?body ?name
"""

COUNTRY_NAMES = "SELECT ?country ?name WHERE { ?country a schema:Country ; skos:prefLabel ?name }"

OTHER_NAMES = """
SELECT ?name
WHERE {
  { ?other a org:Organization ; skos:prefLabel|skos:altLabel|skos:notation ?name
    FILTER NOT EXISTS { ?other a sela:RegionalBody } }
  UNION { ?other a schema:Country ; skos:prefLabel|skos:altLabel ?name }
}
"""

LONGEST_QUERY = 8_000  # characters
NEAREST = 0.8  # of 1: how much alike a slug must look to be offered in place of an unknown one
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

# How much a keyword tells by where it stands: a body is what it's called, then what it does, then its places.
NAME_WEIGHT, THEME_WEIGHT, KIND_WEIGHT, SEAT_WEIGHT, MEMBER_WEIGHT = 1.0, 0.9, 0.85, 0.8, 0.4
THEME_SYNONYM_WEIGHT = 0.6

Choice = str | Sequence[str] | None
"""A filter: None or blank for any, one value, or several of which one must fit."""


@dataclass(frozen=True)
class Page:
    """Some of the bodies found, and how many there are in all."""

    total: int
    items: tuple[BodyRecord, ...]


@dataclass(frozen=True)
class Completion:
    """A body whose acronym or name goes on from what was typed."""

    iri: str
    slug: str
    acronym: str
    name: str
    text: str


class Directory:
    """The regional bodies of a snapshot, read once."""

    def __init__(self, graph: Graph) -> None:
        """The bodies of a graph."""
        self._graph = graph

    def __iter__(self) -> Iterator[BodyRecord]:
        return iter(self.all)

    def find(
        self,
        q: str = "",
        *,
        letter: Choice = None,
        country: Choice = None,
        hq: Choice = None,
        theme: Choice = None,
        kind: Choice = None,
        scope: Choice = None,
        status: Choice = None,
        limit: int = 20,
        offset: int = 0,
    ) -> Page:
        """The bodies that pass all filters: best match first, without a query from A to Z by acronym.

        `country` is a member's alpha-2 code, `hq` the seat's; `letter` begins the acronym. Raises
        InvalidInput where the directory has no such value.
        """
        _check_length(q)
        found = self.all if not q.strip() else self._search(q)
        filters = {
            "letter": letter, "country": country, "hq": hq, "theme": theme, "kind": kind, "scope": scope,
            "status": status,
        }  # fmt: skip
        wanted = {name: self._allowed(name, choice) for name, choice in filters.items()}
        fitting = [
            body
            for body in found
            if all(not values or values & set(FILTERS[name](body)) for name, values in wanted.items())
        ]
        return Page(len(fitting), tuple(fitting[max(offset, 0) :][: max(limit, 0)]))

    def get(self, name: str) -> BodyRecord:
        """The body of a slug, or of an acronym that is its alone; raises NotFound with the nearest slugs."""
        if (body := self._by_slug.get(name.strip().lower())) is not None:
            return body
        named = [slug for slug in self._lookup.named(name) if self._is_acronym(slug, name)]
        if len(named) == 1:
            return self._by_slug[named[0]]
        similar = named or self._nearest(name)
        raise NotFound("regional body", _shown(name), similar=similar, hint="`sela directory` lists them.")

    def complete(self, q: str, limit: int = 10) -> tuple[Completion, ...]:
        """The bodies with an acronym or a name, or a word in it, that begins so; none for a single letter."""
        _check_length(q)
        typed = plain(q)
        if len(typed) < 2:
            return ()
        first = bisect_left(self._beginnings, (typed,))
        going_on: dict[str, tuple[int, str, str]] = {}
        for number in range(first, len(self._beginnings)):
            key, rank, text, slug = self._beginnings[number]
            if not key.startswith(typed):
                break
            going_on[slug] = min(going_on.get(slug, (9, "", "")), (rank, key, text))
        best = heapq.nsmallest(limit, going_on.items(), key=lambda item: (item[1][:2], item[0]))
        return tuple(self._completion(slug, text) for slug, (_, _, text) in best)

    @cached_property
    def all(self) -> tuple[BodyRecord, ...]:
        """Every regional body, from A to Z by acronym."""
        return read_records(self._graph)

    def _search(self, q: str) -> list[BodyRecord]:
        named = self._lookup.find(q)
        # Once it names a body, another is of interest only where all the words are about that one too.
        described = self._keywords.find(q, least_share=1.0) if named else self._keywords.find(q)
        matches = described | named
        found = [replace(self._by_slug[slug], match=match) for slug, match in matches.items()]
        return sorted(found, key=_best_first)

    def _allowed(self, name: str, choice: Choice) -> set[str]:
        """A filter's values as records have them; raises InvalidInput naming the values there are."""
        values = [choice] if isinstance(choice, str) else choice or []
        return {self._allowed_value(name, value.strip()) for value in values if value.strip()}

    def _allowed_value(self, name: str, value: str) -> str:
        for form in (value, value.upper(), value.lower()):
            if form in self._values[name]:
                return form
        in_use = ", ".join(sorted(self._in_use[name]))
        raise InvalidInput(f"There is no {name} {_shown(value)!r} in the directory. Use one of: {in_use}.")

    @cached_property
    def _in_use(self) -> dict[str, frozenset[str]]:
        return {name: frozenset(v for body in self.all for v in of(body)) for name, of in FILTERS.items()}

    @cached_property
    def _values(self) -> dict[str, frozenset[str]]:
        """What each filter takes: what is in use, and countries, themes and letters that happen not to be."""
        codes = frozenset(self._country_names)
        more = {"country": codes, "hq": codes, "theme": frozenset(self._themes), "letter": frozenset(LETTERS)}
        return {name: used | more.get(name, frozenset()) for name, used in self._in_use.items()}

    @cached_property
    def _by_slug(self) -> dict[str, BodyRecord]:
        return {body.slug: body for body in self.all}

    @cached_property
    def _lookup(self) -> Lookup:
        others = (str(row["name"]) for row in self._graph.select(OTHER_NAMES))
        return Lookup((called for body in self.all for called in self._called(body)), others=others)

    def _called(self, body: BodyRecord) -> Iterator[Called]:
        yield Called(body.slug, body.acronym, "acronym")
        for acronym in body.other_acronyms:
            yield Called(body.slug, acronym, "acronym", rank=1)
        for name in (*body.name, *self._other_names.get(body.slug, ())):
            yield Called(body.slug, name, "name")

    @cached_property
    def _other_names(self) -> dict[str, list[str]]:
        names: dict[str, list[str]] = defaultdict(list)
        for row in self._graph.select(ALSO_CALLED):
            names[end_of(row["body"])].append(str(row["name"]))
        return names

    @cached_property
    def _themes(self) -> dict[str, list[tuple[str, float]]]:
        words: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for row in self._graph.select(THEME_WORDS):
            text = (row["name"], THEME_WEIGHT) if row["name"] else (row["other"], THEME_SYNONYM_WEIGHT)
            words[end_of(row["theme"])].append(text)
        return words

    @cached_property
    def _country_names(self) -> dict[str, list[str]]:
        names: dict[str, list[str]] = defaultdict(list)
        for row in self._graph.select(COUNTRY_NAMES):
            names[end_of(row["country"])].append(str(row["name"]))
        return names

    @cached_property
    def _keywords(self) -> Keywords:
        return Keywords({body.slug: list(self._described(body)) for body in self.all})

    def _described(self, body: BodyRecord) -> Iterator[tuple[str, float]]:
        for called in self._called(body):
            yield called.text, NAME_WEIGHT
        for theme in body.themes:
            yield from self._themes.get(theme, ())
        for name in (*KIND_NAMES.get(body.kind, ()), *SCOPE_NAMES.get(body.scope, ())):
            yield name, KIND_WEIGHT
        if body.headquarters:
            yield body.headquarters.city, SEAT_WEIGHT
            for name in self._country_names.get(body.headquarters.country, ()):
                yield name, SEAT_WEIGHT
        for code in body.members:
            for name in self._country_names.get(code, ()):
                yield name, MEMBER_WEIGHT

    @cached_property
    def _beginnings(self) -> list[tuple[str, int, str, str]]:
        """Every place where typing may begin: acronyms, names, then the words within names."""
        beginnings = set()
        for body in self.all:
            for called in self._called(body):
                words = plain(called.text).split()
                for number in range(len(words)):
                    rank = 2 + (number > 0) if called.on == "name" else called.rank + 2 * (number > 0)
                    beginnings.add((" ".join(words[number:]), rank, called.text, body.slug))
        return sorted(beginnings)

    def _completion(self, slug: str, text: str) -> Completion:
        body = self._by_slug[slug]
        return Completion(iri=body.iri, slug=slug, acronym=body.acronym, name=body.name.en, text=text)

    def _is_acronym(self, slug: str, name: str) -> bool:
        body = self._by_slug[slug]
        return any(plain(a).split() == plain(name).split() for a in (body.acronym, *body.other_acronyms))

    def _nearest(self, name: str) -> list[str]:
        """Up to three slugs that may have been meant."""
        slugs = list(self._by_slug)
        near = process.extract(fold(name[:80]), slugs, scorer=JaroWinkler.similarity, score_cutoff=NEAREST, limit=3)
        return list(dict.fromkeys([*self._lookup.find(name), *(slug for slug, _, _ in near)]))[:3]


def _first_letter(body: BodyRecord) -> str:
    return fold(body.acronym)[:1].upper()


def _seat(body: BodyRecord) -> tuple[str, ...]:
    return (body.headquarters.country,) if body.headquarters else ()


# What a filter's value is compared with. To add a filter: a line here and a parameter of `Directory.find`.
FILTERS: Mapping[str, Callable[[BodyRecord], tuple[str, ...]]] = {
    "letter": lambda body: (_first_letter(body),),
    "country": lambda body: body.members,
    "hq": _seat,
    "theme": lambda body: body.themes,
    "kind": lambda body: (body.kind,),
    "scope": lambda body: (body.scope,),
    "status": lambda body: (body.status,),
}


def _best_first(body: BodyRecord) -> tuple[float, bool, bool, str, str]:
    match = body.match
    assert match is not None
    return -match.score, match.on != "acronym", match.text != body.acronym, fold(body.acronym), body.slug


def _check_length(q: str) -> None:
    if len(q) > LONGEST_QUERY:
        raise InvalidInput(f"The query has {len(q):,} characters. Shorten it to {LONGEST_QUERY:,}.")


def _shown(value: str) -> str:
    return value if len(value) <= 60 else value[:59] + "…"
