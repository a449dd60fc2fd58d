"""Labels: what an IRI is called, in a language."""

from __future__ import annotations

from collections.abc import Iterable

from kg.bindings import Text
from kg.graph import Graph

LABELS = """
SELECT ?entity ?label
WHERE {
  VALUES ?type {
    org:Organization schema:Country sela:Goal skos:Concept sela:Place sela:CooperationInstrument sela:Publication
    sela:Indicator sela:CouncilMeeting sela:Decision sela:Network
  }
  ?entity a ?type ; skos:prefLabel|schema:name|dcterms:title ?label .
}
ORDER BY ?entity ?label
"""
LABELS_OF_ONE = """
SELECT ?label
WHERE { ?entity skos:prefLabel|schema:name|dcterms:title ?label }
ORDER BY ?label
"""
ACRONYM = "SELECT ?acronym WHERE { ?entity sela:acronym ?acronym } ORDER BY ?acronym LIMIT 1"


def preferred(names: Iterable[Text]) -> str:
    """One of several names for the same: an English one before others, one in capitals only where all are.

    >>> preferred([Text("MAREAS", "es"), Text("TIDES", "en"), Text("Tides", "en")])
    'Tides'
    """
    return str(min(names, key=lambda name: (name.language != "en", name.isupper())))


class Labels:
    """The names of a snapshot's entities, each read when it is first asked for."""

    def __init__(self, graph: Graph) -> None:
        """The labels of a graph."""
        self._graph = graph
        self._names: dict[str, dict[str, str]] = {}

    def load(self) -> None:
        """Read all at once, for a service that will be asked for many."""
        names: dict[str, dict[str, str]] = {}
        for row in self._graph.select(LABELS):
            names.setdefault(row["entity"], {}).setdefault(row["label"].language or "", str(row["label"]))
        self._names = names

    def label(self, iri: str, *, language: str = "en") -> str:
        """The name of an entity in a language, else in English, else in any, else the last part of its IRI."""
        names = self._of(iri)
        if not names:
            return iri.rsplit("/", 1)[-1]
        return names.get(language) or names.get("en") or next(iter(names.values()))

    def acronym(self, iri: str) -> str | None:
        """The acronym of an organisation, if it has one."""
        rows = self._graph.select(ACRONYM, entity=iri)
        return str(rows[0]["acronym"]) if rows else None

    def knows(self, iri: str) -> bool:
        """True for an IRI that the graph names."""
        return bool(self._of(iri))

    def _of(self, iri: str) -> dict[str, str]:
        if iri not in self._names:
            rows = self._graph.select(LABELS_OF_ONE, entity=iri)
            names = {row["label"].language or "": str(row["label"]) for row in reversed(rows)}
            if not names:
                return names  # not kept: anyone may ask for anything
            self._names[iri] = names
        return self._names[iri]
