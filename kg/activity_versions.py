"""Versions of activities: each activity as each document has it, read from the graph.

A document and its translations have the same activities. What each says of them stands in its own named graph;
what stands in none of these (a correction, a series) holds for all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import merge
from operator import itemgetter
from typing import Any

from kg.activity import (
    Activity,
    DateRange,
    Discrepancy,
    DocumentRef,
    Involvement,
    PublicationRef,
    Quote,
    SeriesRef,
    Venue,
)
from kg.activity_goals import GOALS, activity_goals
from kg.graph import Graph
from kg.terms import LANGUAGES, ONTOLOGY, PREFIXES

ACTIVITIES = """
SELECT ?graph ?activity ?position ?unscheduled ?document ?source ?language ?start ?end ?page
WHERE {
  GRAPH ?graph {
    ?activity a sela:Activity ; sela:position ?position ; sela:unscheduled ?unscheduled ;
              sela:inDocument ?document ; prov:wasDerivedFrom ?span .
    ?span oa:start ?start ; oa:end ?end ; sela:inDocument ?document .
    ?document sela:sourceFile ?source ; dcterms:language ?language .
    OPTIONAL { ?span sela:page ?page }
  }
}
ORDER BY ?source ?position ?activity ?start
"""

UNITS = """
SELECT ?graph ?activity ?level ?title
WHERE {
  VALUES ?level { sela:ThematicArea sela:Programme sela:Project }
  GRAPH ?graph {
    ?activity a sela:Activity ; dcterms:isPartOf+ ?unit .
    ?unit a ?level ; dcterms:title ?title .
  }
}
"""

VALUES = """
SELECT ?graph ?activity ?property ?value
WHERE {
  VALUES ?property {
    dcterms:title sela:code sela:eventTitle sela:status sela:rescheduledTo sela:participantCount sela:budgetNote
    sela:modality sela:coversYear
  }
  ?activity a sela:Activity .
  GRAPH ?graph { ?activity ?property ?value }
}
ORDER BY ?activity ?property ?value
"""

DATES = """
SELECT ?graph ?activity ?start ?end
WHERE {
  ?activity a sela:Activity .
  GRAPH ?graph { ?activity sela:heldDuring ?period }
  ?period schema:startDate ?start ; schema:endDate ?end .
}
ORDER BY ?activity ?start ?end
"""

PLACES = """
SELECT ?graph ?activity ?city ?country
WHERE {
  ?activity a sela:Activity .
  GRAPH ?graph { ?activity sela:heldIn ?place }
  ?place sela:country ?country .
  OPTIONAL { ?place schema:name ?city }
}
ORDER BY ?activity ?city ?country
"""

PARTICIPATIONS = """
SELECT ?graph ?activity ?participant ?role (COALESCE(?own, MIN(?any)) AS ?name) ?acronym
WHERE {
  GRAPH ?graph { ?activity sela:participation ?participation }
  ?participation sela:participant ?participant ; sela:role ?role ; sela:printedName ?any .
  OPTIONAL { GRAPH ?graph { ?participation sela:printedName ?own } }
  OPTIONAL { ?participant sela:acronym ?acronym }
}
GROUP BY ?graph ?activity ?participation ?participant ?role ?own ?acronym
ORDER BY ?activity ?role ?name ?participant
"""

TEXTS = """
SELECT ?graph ?activity ?property ?text ?start ?end ?page
WHERE {
  VALUES ?property { sela:objective sela:expectedResult }
  GRAPH ?graph { ?activity ?property ?span }
  ?span oa:exact ?text ; oa:start ?start ; oa:end ?end .
  OPTIONAL { ?span sela:page ?page }
}
ORDER BY ?activity ?property ?start
"""

PUBLICATIONS = """
SELECT ?graph ?activity ?publication (MIN(?name) AS ?title)
WHERE {
  ?activity a sela:Activity .
  GRAPH ?graph { ?activity sela:publication ?publication }
  ?publication dcterms:title ?name .
}
GROUP BY ?graph ?activity ?publication
ORDER BY ?activity ?publication
"""

SERIES = """
SELECT ?graph ?activity ?series ?label
WHERE {
  ?activity a sela:Activity .
  GRAPH ?graph { ?activity sela:inSeries ?series }
  ?series skos:prefLabel ?label .
}
ORDER BY ?activity (LANG(?label) != "en") ?label
"""

DISCREPANCIES = """
SELECT ?graph ?activity ?field ?printed ?counted ?text ?start ?end
WHERE {
  GRAPH ?graph {
    ?discrepancy a sela:Discrepancy ; sela:inActivity ?activity ; sela:field ?field ;
                 sela:printedTotal ?printed ; sela:countedTotal ?counted ; prov:wasDerivedFrom ?span .
    ?span oa:exact ?text ; oa:start ?start ; oa:end ?end .
  }
}
ORDER BY ?activity ?start ?field ?printed
"""

CORRECTED = """
SELECT DISTINCT ?graph ?activity ?field
WHERE { GRAPH ?graph { ?correction a sela:Correction ; sela:corrects ?activity ; sela:field ?field } }
ORDER BY ?activity ?field
"""

QUERIES = {
    "units": UNITS, "values": VALUES, "dates": DATES, "places": PLACES, "participations": PARTICIPATIONS,
    "texts": TEXTS, "publications": PUBLICATIONS, "series": SERIES, "discrepancies": DISCREPANCIES,
    "corrected": CORRECTED, "goals": GOALS,
}  # fmt: skip
"""What is asked about the activities. To add a fact: a query with `?graph` and `?activity`, and its field."""


@dataclass(frozen=True)
class Version:
    """An activity as one document has it, and the rank of the document's language."""

    rank: int
    activity: Activity


def read_versions(graph: Graph) -> list[Version]:
    """Every activity as each document has it, by document and in its order."""
    rows = {(row["graph"], row["activity"]): row for row in reversed(graph.select(ACTIVITIES))}
    graphs = frozenset(row["graph"] for row in rows.values())
    about = {name: _grouped(graph.select(query), graphs) for name, query in QUERIES.items()}
    documents: dict[str, list[DocumentRef]] = defaultdict(list)
    for row in sorted(rows.values(), key=lambda row: rank(row["language"])):
        documents[row["activity"]].append(_document(row))
    return [
        Version(
            rank(row["language"]),
            _activity(row, documents[row["activity"]], lambda name, row=row: about[name](row)),  # type: ignore[misc]
        )
        for row in reversed(rows.values())
    ]


Row = Mapping[str, Any]


def _grouped(rows: Iterable[Row], graphs: frozenset[str]) -> Callable[[Row], list[Row]]:
    """The rows of an activity as a document has it, in their order: of its graph, or of no document's graph."""
    groups: dict[tuple[str, str | None], list[tuple[int, Row]]] = defaultdict(list)
    for number, row in enumerate(rows):
        own = row["graph"] if row["graph"] in graphs else None
        groups[row["activity"], own].append((number, row))
    return lambda row: [
        each
        for _, each in merge(groups[row["activity"], row["graph"]], groups[row["activity"], None], key=itemgetter(0))
    ]


def rank(language: str) -> int:
    """Where a language stands among those of the graph: English first."""
    return LANGUAGES.index(language)


def _document(row: Row) -> DocumentRef:
    return DocumentRef(local(row["document"]), str(row["source"]))


def local(name: str) -> str:
    """The name behind the ontology's namespace, or the last part of another IRI."""
    return name.removeprefix(ONTOLOGY) if name.startswith(ONTOLOGY) else name.rsplit("/", 1)[-1]


def _values(rows: Sequence[Row], name: str) -> list[Any]:
    prefix, local = name.split(":")
    return [row["value"] for row in rows if row["property"] == PREFIXES[prefix] + local]


def _first(rows: Sequence[Row], name: str) -> Any:
    """The first value of a property, None where it has none."""
    return next(iter(_values(rows, name)), None)


def _activity(row: Row, documents: Sequence[DocumentRef], of: Callable[[str], list[Row]]) -> Activity:
    """One activity as one document has it, from the rows about it (`of` a query, by its name)."""
    values = of("values")
    titles = {local(unit["level"]): str(unit["title"]) for unit in of("units")}
    roles = [(local(part["role"]).removesuffix("-role"), part) for part in of("participations")]
    countries = {
        role: tuple(dict.fromkeys(local(part["participant"]) for each, part in roles if each == role))
        for role in ("member-country", "other-country")
    }
    texts = [
        (local(text["property"]), Quote(str(text["text"]), text["start"], text["end"], text["page"]))
        for text in of("texts")
    ]
    document = _document(row)
    moved = _first(values, "sela:rescheduledTo")
    return Activity(
        iri=row["activity"],
        slug=local(row["activity"]),
        document=document,
        translations=tuple(other for other in documents if other != document),
        code=_first(values, "sela:code"),
        title=str(_first(values, "dcterms:title")),
        event_title=_first(values, "sela:eventTitle"),
        area=titles.get("ThematicArea"),
        programme=titles.get("Programme"),
        project=titles.get("Project"),
        unscheduled=row["unscheduled"],
        status=local(_first(values, "sela:status")),
        modality=tuple(sorted(local(value) for value in _values(values, "sela:modality"))),
        dates=tuple(DateRange(date["start"], date["end"]) for date in of("dates")),
        years=tuple(sorted(int(value) for value in _values(values, "sela:coversYear"))),
        places=tuple(Venue(place["city"], local(place["country"])) for place in of("places")),
        participants=_first(values, "sela:participantCount"),
        member_countries=countries["member-country"],
        other_countries=countries["other-country"],
        organisations=tuple(
            Involvement(str(part["name"]), part["acronym"], part["participant"], role)
            for role, part in roles
            if not role.endswith("-country")
        ),
        sdgs=activity_goals(of("goals")),
        rescheduled_to=int(moved) if moved else None,
        objectives=tuple(quote for name, quote in texts if name == "objective"),
        expected_results=tuple(quote for name, quote in texts if name == "expectedResult"),
        budget=_first(values, "sela:budgetNote"),
        publications=tuple(PublicationRef(each["publication"], str(each["title"])) for each in of("publications")),
        discrepancies=tuple(_discrepancy(each) for each in of("discrepancies")),
        corrected=tuple(str(each["field"]) for each in of("corrected")),
        series=next(
            (SeriesRef(each["series"], local(each["series"]), str(each["label"])) for each in of("series")), None
        ),
        start=row["start"],
        end=row["end"],
        page=row["page"],
    )


def _quote(row: Row) -> Quote:
    return Quote(str(row["text"]), row["start"], row["end"], row["page"])


def _series(row: Row) -> SeriesRef:
    return SeriesRef(row["series"], local(row["series"]), str(row["label"]))


def _discrepancy(row: Row) -> Discrepancy:
    return Discrepancy(str(row["field"]), row["printed"], row["counted"], str(row["text"]), row["start"], row["end"])
