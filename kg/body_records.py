"""Records of regional bodies, as values read from the graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kg.graph import Graph
from kg.lookup import Match
from kg.terms import fold

BODIES = """
SELECT ?body ?acronym ?kind ?scope ?founded ?instrument ?city ?country ?website ?parent
       ?status ?source ?confidence
WHERE {
  ?body a sela:RegionalBody ; sela:acronym ?acronym ; sela:bodyKind ?kind ; sela:scope ?scope ;
        sela:bodyStatus ?status ; sela:confidence ?confidence ; dcterms:source ?source .
  OPTIONAL { ?body schema:foundingDate ?founded }
  OPTIONAL { ?body sela:foundingInstrument ?instrument }
  OPTIONAL { ?body sela:headquarters ?seat . ?seat schema:name ?city ; sela:country/skos:notation ?country }
  OPTIONAL { ?body foaf:homepage ?website }
  OPTIONAL { ?body org:subOrganizationOf ?parent }
}
ORDER BY ?acronym ?body
"""

VALUES = """
SELECT ?body ?property ?value
WHERE {
  VALUES ?property { skos:prefLabel skos:notation org:hasMember dcterms:subject owl:sameAs }
  ?body a sela:RegionalBody ; ?property ?value .
}
ORDER BY ?body ?property ?value
"""

OBSERVERS = """
SELECT ?body ?country
WHERE {
  ?membership a org:Membership ; org:role sela:observer ; org:organization ?body ; org:member ?country .
}
ORDER BY ?body ?country
"""

ACTIVITIES = """
SELECT ?body (COUNT(DISTINCT ?activity) AS ?activities)
WHERE { ?body a sela:RegionalBody . ?activity sela:involves ?body ; a sela:Activity }
GROUP BY ?body
"""


@dataclass(frozen=True)
class Names:
    """A body's name in the four languages."""

    en: str
    es: str | None = None
    pt: str | None = None
    fr: str | None = None

    def __iter__(self) -> Iterator[str]:
        return (name for name in (self.en, self.es, self.pt, self.fr) if name)


@dataclass(frozen=True)
class Headquarters:
    """The city where a body sits, and its country's alpha-2 code."""

    city: str
    country: str


@dataclass(frozen=True)
class BodyRecord:
    """What is known of a regional body: the fields of the contract."""

    iri: str
    slug: str
    acronym: str
    other_acronyms: tuple[str, ...]
    name: Names
    kind: str
    scope: str
    purpose: str | None
    founded: int | None
    founding_instrument: str | None
    headquarters: Headquarters | None
    website: str | None
    members: tuple[str, ...]
    observers: tuple[str, ...]
    parent: str | None
    predecessors: tuple[str, ...]
    successors: tuple[str, ...]
    themes: tuple[str, ...]
    status: str
    source: str
    confidence: str
    activities: int
    same_as: tuple[str, ...]
    match: Match | None = None


def read_records(graph: Graph) -> tuple[BodyRecord, ...]:
    """Every regional body of a graph, from A to Z by acronym."""
    values: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for row in graph.select(VALUES):
        values[row["body"]][end_of(row["property"])].append(row["value"])
    for row in graph.select(OBSERVERS):
        values[row["body"]]["observer"].append(row["country"])
    activities = {row["body"]: int(row["activities"]) for row in graph.select(ACTIVITIES)}
    records = {
        # By IRI, for a body stays one if ever it has two seats.
        row["body"]: _record(row, values[row["body"]], activities.get(row["body"], 0))
        for row in graph.select(BODIES)
    }
    return tuple(sorted(records.values(), key=lambda body: (fold(body.acronym), body.slug)))


def _record(row: dict[str, Any], values: Mapping[str, list[Any]], activities: int) -> BodyRecord:
    names = {name.language: str(name) for name in values["prefLabel"]}
    acronym = str(row["acronym"])
    return BodyRecord(
        iri=row["body"],
        slug=end_of(row["body"]),
        acronym=acronym,
        other_acronyms=tuple(str(other) for other in values["notation"] if str(other) != acronym),
        name=Names(names["en"], names.get("es"), names.get("pt"), names.get("fr")),
        kind=str(row["kind"]),
        scope=str(row["scope"]),
        purpose=None,  # the table has no columns for this, predecessors and successors yet
        founded=int(row["founded"]) if row["founded"] else None,
        founding_instrument=_text(row["instrument"]),
        headquarters=Headquarters(str(row["city"]), str(row["country"])) if row["city"] else None,
        website=row["website"],
        members=_ends(values["hasMember"]),
        observers=_ends(values["observer"]),
        parent=end_of(row["parent"]) if row["parent"] else None,
        predecessors=(),
        successors=(),
        themes=_ends(values["subject"]),
        status=str(row["status"]),
        source=str(row["source"]),
        confidence=str(row["confidence"]),
        activities=activities,
        same_as=tuple(values["sameAs"]),
    )


def end_of(iri: str) -> str:
    """The last part of an IRI: a slug, a country's code, a property's name.

    >>> end_of("http://www.w3.org/ns/org#hasMember"), end_of("https://w3id.org/sela-kg/id/country/UY")
    ('hasMember', 'UY')
    """
    return iri.replace("#", "/").rsplit("/", 1)[-1]


def _ends(iris: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(end_of, iris))


def _text(value: str | None) -> str | None:
    return None if value is None else str(value)
