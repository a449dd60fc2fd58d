"""Labels: what an IRI is called, in a language."""

from __future__ import annotations

from functools import cached_property

from kg.graph import Graph

LABELS = """
SELECT ?entity ?label
WHERE {
  VALUES ?type { org:Organization sela:RegionalBody schema:Country sela:Goal skos:Concept sela:Place }
  ?entity a ?type ; skos:prefLabel|schema:name ?label .
}
ORDER BY ?entity ?label
"""
ACRONYMS = "SELECT ?entity ?acronym WHERE { ?entity sela:acronym ?acronym } ORDER BY ?entity DESC(?acronym)"


class Labels:
    """The names of a snapshot's entities, read once."""

    def __init__(self, graph: Graph) -> None:
        """The labels of a graph."""
        self._graph = graph

    def label(self, iri: str, *, language: str = "en") -> str:
        """The name of an entity in a language, else in English, else in any, else the last part of its IRI."""
        names = self._names.get(iri)
        if not names:
            return iri.rsplit("/", 1)[-1]
        return names.get(language) or names.get("en") or next(iter(names.values()))

    def acronym(self, iri: str) -> str | None:
        """The acronym of an organisation, if it has one."""
        return self._acronyms.get(iri)

    def knows(self, iri: str) -> bool:
        """True for an IRI that the graph names."""
        return iri in self._names

    @cached_property
    def _names(self) -> dict[str, dict[str, str]]:
        names: dict[str, dict[str, str]] = {}
        for row in self._graph.select(LABELS):
            names.setdefault(row["entity"], {}).setdefault(row["label"].language or "", str(row["label"]))
        return names

    @cached_property
    def _acronyms(self) -> dict[str, str]:
        return {row["entity"]: str(row["acronym"]) for row in self._graph.select(ACRONYMS)}
