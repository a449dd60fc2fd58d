"""Records: what documents tell beside activities. Each kind has its value and its query in a module of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

from kg.activity import Activity, ActivityHeading, DocumentRef
from kg.errors import NotFound
from kg.graph import Graph
from kg.labels import preferred
from kg.terms import expand, fold, iri

DOCUMENTS_OF = """
SELECT DISTINCT ?record ?document ?source
WHERE { ?record a ?type ; sela:inDocument ?document . ?document sela:sourceFile ?source }
ORDER BY ?record ?source
"""
ACTIVITIES_OF = """
SELECT DISTINCT ?record ?activity ?title ?code
WHERE {
  ?record a ?type ; sela:inActivity ?activity .
  ?activity dcterms:title ?title .
  OPTIONAL { ?activity sela:code ?code }
}
ORDER BY ?record ?activity
"""
EVIDENCE_OF = """
SELECT DISTINCT ?record ?document ?start ?end
WHERE {
  ?record a ?type ; prov:wasDerivedFrom ?span .
  ?span sela:inDocument ?document ; oa:start ?start ; oa:end ?end .
}
ORDER BY ?record ?document ?start
"""

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Evidence:
    """Where a document says it: offsets in its text."""

    document: str
    start: int
    end: int


@dataclass(frozen=True)
class Party:
    """An organisation that a record names."""

    name: str
    acronym: str | None
    iri: str


@dataclass(frozen=True, kw_only=True)
class Record:
    """What all kinds of records have: where they stand, and where their documents say so."""

    iri: str
    slug: str
    documents: tuple[DocumentRef, ...]
    activities: tuple[ActivityHeading, ...]
    evidence: tuple[Evidence, ...]

    @property
    def said(self) -> str:
        """The words by which it is found."""
        return self.slug

    @property
    def year(self) -> int | None:
        """The year that it bears itself, if it bears one."""
        return None

    @property
    def organisations(self) -> frozenset[str]:
        """Slugs of the organisations that it names itself."""
        return frozenset()


@dataclass(frozen=True)
class RecordFilters:
    """What records must have: one of the values of each filter that is given, and all of the filters."""

    document: tuple[str, ...] = ()
    year: tuple[int, ...] = ()
    country: tuple[str, ...] = ()
    organisation: tuple[str, ...] = ()
    q: str = ""

    def allow(self, record: Record, activities: Sequence[Activity], years: frozenset[int]) -> bool:
        """True for a record that has all that is asked, itself or by an activity that it stands in.

        `years` are those of its documents, which count where it bears no year itself.
        """
        own = {record.year} if record.year else years
        countries = {code.upper() for code in self.country}
        return (
            (not self.document or any({each.slug, each.source} & set(self.document) for each in record.documents))
            and (not self.year or bool(own & set(self.year)))
            and (not countries or any(each.countries & countries for each in activities))
            and (not self.organisation or self._involves(record, activities))
            and all(word in fold(record.said) for word in fold(self.q).split())
        )

    def _involves(self, record: Record, activities: Sequence[Activity]) -> bool:
        asked = set(self.organisation)
        return bool(asked & record.organisations) or any(a.involves(slug) for a in activities for slug in asked)


AnyRecord = TypeVar("AnyRecord", bound=Record)
Make = Callable[[Row, Sequence[Row], dict[str, Any]], AnyRecord]


@dataclass(frozen=True)
class Kind(Generic[AnyRecord]):
    """A kind of record: its word in IRIs, its class, its query, and how a value is made of the query's rows.

    The query's rows of one record come together; `make` takes the first, all of them, and the fields that
    every record has.
    """

    name: str
    type: str
    query: str
    make: Make[AnyRecord]
    documents: str = DOCUMENTS_OF
    activities: str = ACTIVITIES_OF
    evidence: str = EVIDENCE_OF


class RecordList(Generic[AnyRecord]):
    """All records of a kind, read once."""

    def __init__(self, graph: Graph, kind: Kind[AnyRecord]) -> None:
        """The records of a kind in a graph."""
        self._graph, self.kind = graph, kind

    def get(self, slug: str) -> AnyRecord:
        """The record of a slug; raises NotFound."""
        found = next((each for each in self.all if each.slug == slug), None)
        if found is None:
            similar = [each.slug for each in self.all if slug and slug in each.slug][:3]
            raise NotFound(self.kind.name, slug, similar=similar, hint=f"There are {len(self.all)} of its kind.")
        return found

    @cached_property
    def all(self) -> tuple[AnyRecord, ...]:
        """Every record of the kind, by slug."""
        type_iri = expand(self.kind.type)
        documents = grouped(self._graph.select(self.kind.documents, type=type_iri))
        activities = grouped(self._graph.select(self.kind.activities, type=type_iri))
        evidence = grouped(self._graph.select(self.kind.evidence, type=type_iri))
        made = []
        for record, rows in grouped(self._graph.select(self.kind.query)).items():
            shared = {
                "iri": record,
                "slug": record.removeprefix(iri(self.kind.name, "")),
                "documents": tuple(DocumentRef(last(r["document"]), str(r["source"])) for r in documents[record]),
                "activities": tuple(
                    ActivityHeading(r["activity"], last(r["activity"]), r["code"], str(r["title"]))
                    for r in activities[record]
                ),
                "evidence": tuple(Evidence(last(r["document"]), r["start"], r["end"]) for r in evidence[record]),
            }
            made.append(self.kind.make(rows[0], rows, shared))
        return tuple(made)


def grouped(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Rows by their record, in order."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row["record"]].append(row)
    return groups


def last(name: str) -> str:
    """The last part of an IRI.

    >>> last("https://w3id.org/sela-kg/id/org/caf")
    'caf'
    """
    return name.rsplit("/", 1)[-1]


def text(value: Any) -> str | None:
    """A value as plain text; None stays None."""
    return None if value is None else str(value)


def telling(rows: Sequence[Row], name: str) -> str:
    """One of the names that documents print for the same record."""
    return preferred(row[name] for row in rows)


def in_english(rows: Sequence[Row], name: str) -> str | None:
    """A name in English, else in any language; None where there is none."""
    names = [row[name] for row in rows if row[name]]
    return preferred(names) if names else None


def parties(rows: Sequence[Row]) -> tuple[Party, ...]:
    """The organisations in rows with `?party`, each once, by name."""
    by_party: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row["party"]:
            by_party[row["party"]].append(row)
    found = (
        Party(in_english(own, "partyName") or last(party), text(own[0]["partyAcronym"]), party)
        for party, own in by_party.items()
    )
    return tuple(sorted(found, key=lambda party: (party.name, party.iri)))
