"""Why the graph says what it says: each fact with the sentences it came from and the rule that read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kg.graph import Graph
from kg.snapshots import Snapshot
from kg.sources import sourced_facts
from kg.terms import compact
from kg.texts import Texts

EVIDENCE = """
SELECT DISTINCT ?document ?file ?start ?end
WHERE {
  ?source prov:wasDerivedFrom? ?span .
  ?span oa:start ?start ; oa:end ?end ; sela:inDocument ?document .
  ?document sela:sourceFile ?file .
}
ORDER BY ?file ?start ?end
"""

CORRECTION = """
SELECT ?field ?value ?reason ?who ?when
WHERE {
  ?correction sela:field ?field ; sela:correctedValue ?value ; sela:correctionReason ?reason ;
              sela:corrector ?who ; dcterms:issued ?when .
}
"""

LABEL = """
SELECT ?label ?role
WHERE {
  ?entity skos:prefLabel|dcterms:title|schema:name|sela:printedName|rdfs:label|oa:exact ?label .
  OPTIONAL { ?entity sela:role/skos:prefLabel ?role FILTER (LANG(?role) = "en") }
}
ORDER BY (LANG(?label) != "en") ?label
LIMIT 1
"""

BASES = {
    "sela:inheritsGoal": "inherited",
    "sela:suggestsGoal": "inferred",
    "sela:inSeries": "inferred",
}  # all else is stated
LONGEST_LABEL = 200  # characters


@dataclass(frozen=True)
class Evidence:
    """A stretch of a document's text that a fact came from."""

    document: str
    source: str
    start: int
    end: int
    page: int | None
    text: str


@dataclass(frozen=True)
class Correcting:
    """The correction that brought a fact, or that took it out of the graph where the fact is `superseded`."""

    iri: str
    field: str
    value: str
    reason: str
    who: str
    when: str
    superseded: bool


@dataclass(frozen=True)
class Named:
    """An IRI and what it is called."""

    iri: str
    label: str


@dataclass(frozen=True)
class ExplainedFact:
    """A fact with what it came from: property and value of a subject, and the rule that read it."""

    subject: Named
    property: str
    value: str | int | float | bool
    label: str
    rule: str | None
    basis: str
    score: float | None
    evidence: tuple[Evidence, ...]
    corrected: Correcting | None


@dataclass(frozen=True)
class MadeBy:
    """The snapshot that says so: its id, when it was published, and by which version."""

    id: str
    created: str
    version: str


@dataclass(frozen=True)
class Explanation:
    """Some of the facts about an entity, and how many there are in all."""

    iri: str
    label: str
    snapshot: MadeBy
    total: int
    facts: tuple[ExplainedFact, ...]


def explain(graph: Graph, texts: Texts, snapshot: Snapshot, iri: str, *, limit: int, offset: int) -> Explanation:
    """What the graph says of an entity, and why: what it states, then where it takes part and where it is named."""
    rows = sourced_facts(graph, iri)
    reader = _Reader(graph, texts)
    manifest = snapshot.manifest
    made_by = MadeBy(snapshot.id, str(manifest["created"]), str(manifest["versions"]["sela-kg"]))
    facts = tuple(map(reader.fact, rows[offset : offset + limit]))
    return Explanation(iri, reader.label(iri), made_by, len(rows), facts)


class _Reader:
    """Makes facts of rows; asks for each label once."""

    def __init__(self, graph: Graph, texts: Texts) -> None:
        self._graph, self._texts = graph, texts
        self._labels: dict[str, str] = {}

    def fact(self, row: Mapping[str, Any]) -> ExplainedFact:
        value, brought = row["value"], row["correction"] is not None and not row.get("superseded")
        return ExplainedFact(
            subject=Named(row["subject"], self.label(row["subject"])),
            property=compact(row["property"]),
            value=str(value) if isinstance(value, str) else value,
            label=self.label(value) if isinstance(value, str) else str(value),
            rule=row["rule"],
            basis="corrected" if brought else BASES.get(compact(row["property"]), "stated"),
            score=row["score"],
            evidence=tuple(dict.fromkeys(each for source in row["sources"] for each in self._evidence(source))),
            corrected=self._correcting(row),
        )

    def label(self, value: str) -> str:
        """What an IRI is called, with its role where it is a participation; other texts as they are."""
        if not value.startswith(("http://", "https://")):
            return value
        if value not in self._labels:
            rows = self._graph.select(LABEL, entity=value)
            label = str(rows[0]["label"]) if rows else value.rsplit("/", 1)[-1]
            label = label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1]}…"
            self._labels[value] = f"{label} ({rows[0]['role']})" if rows and rows[0]["role"] else label
        return self._labels[value]

    def _evidence(self, source: str) -> Iterator[Evidence]:
        for row in self._graph.select(EVIDENCE, source=source):
            document, start, end = row["document"].rsplit("/", 1)[-1], row["start"], row["end"]
            text = self._texts.quote(document, start, end)
            yield Evidence(document, str(row["file"]), start, end, self._texts.page(document, start), text)

    def _correcting(self, row: Mapping[str, Any]) -> Correcting | None:
        if row["correction"] is None:
            return None
        said = self._graph.select(CORRECTION, correction=row["correction"])[0]
        return Correcting(
            iri=row["correction"],
            field=str(said["field"]),
            value=str(said["value"]),
            reason=str(said["reason"]),
            who=str(said["who"]),
            when=said["when"],
            superseded=bool(row.get("superseded")),
        )
