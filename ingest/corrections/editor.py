"""The graph while corrections change it: values leave and come, and what was read stays as a statement."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store

from ingest.corrections.table import Correction
from ingest.corrections.values import A, Item, Triple
from ingest.triples import Value
from kg.graph import merged_nquads, sorted_nquads
from kg.terms import expand, iri

GRAPH = NamedNode(iri("graph", "corrections"))
RULE = Literal("correction")
STATEMENT = NamedNode(expand("rdf:Statement"))
SUBJECT, PREDICATE, OBJECT = (NamedNode(expand(f"rdf:{name}")) for name in ("subject", "predicate", "object"))
DERIVED, RULED, CORRECTED_BY = map(NamedNode, map(expand, ("prov:wasDerivedFrom", "sela:rule", "sela:correctedBy")))


class Line(NamedTuple):
    """A quad of a graph without blank nodes."""

    subject: NamedNode
    predicate: NamedNode
    value: Value
    graph: NamedNode


class Editor:
    """Takes values out of a graph and brings others in, each time for the sake of a correction."""

    def __init__(self, nquads: bytes) -> None:
        """A graph to change, from sorted N-Quads."""
        self._before = nquads
        self._store = Store()
        self._store.bulk_load(nquads, RdfFormat.N_QUADS)
        self._added: set[Quad] = set()
        self._removed: set[Quad] = set()

    def nquads(self) -> bytes:
        """The graph as it is now, sorted; what wasn't touched is the same bytes, which a store would rewrite."""
        gone = set(sorted_nquads(self._removed).splitlines(keepends=True))
        kept = b"".join(line for line in self._before.splitlines(keepends=True) if line not in gone)
        return merged_nquads([kept, sorted_nquads(self._added)])

    def values(self, subject: NamedNode, name: str) -> list[Value]:
        """The values that a subject has for a property, each once and in order."""
        return sorted({line.value for line in self._lines(subject, NamedNode(expand(name)), None)}, key=str)

    def is_a(self, subject: NamedNode, kind: str) -> bool:
        """True for a subject of a class."""
        return bool(self._lines(subject, A, NamedNode(expand(kind))))

    def describe(self, correction: Correction, entity: NamedNode) -> None:
        """Say who corrected what, when and why."""
        said: dict[str, Value] = {
            "rdf:type": NamedNode(expand("sela:Correction")),
            "sela:corrects": entity,
            "sela:field": Literal(correction.field),
            "sela:correctedValue": Literal(correction.value),
            "sela:correctionReason": Literal(correction.reason),
            "sela:corrector": Literal(correction.who),
            "dcterms:issued": Literal(correction.when, datatype=NamedNode(expand("xsd:date"))),
        }
        if correction.document:
            said["sela:inDocument"] = NamedNode(iri("document", correction.document))
        self.add((NamedNode(correction.iri), NamedNode(expand(name)), value) for name, value in said.items())

    def take(self, correction: Correction, subject: NamedNode, name: str, value: Value) -> None:
        """Take a value out; the statements that vouch for it stay and name the correction.

        A value without a statement gets one: it comes from where the value does, else from its graph.
        """
        predicate = NamedNode(expand(name))
        lines = self._lines(subject, predicate, value)
        vouching = self._vouching(subject, predicate, value)
        if not vouching:
            sources, rules = self._of(value, DERIVED), self._of(value, RULED)
            graphs = [line.graph for line in lines]
            vouching = [self._vouch(correction, (subject, predicate, value), sources or graphs, rules)]
        self.add((statement, CORRECTED_BY, NamedNode(correction.iri)) for statement in vouching)
        self._remove(lines)

    def bring(self, correction: Correction, subject: NamedNode, name: str, item: Item) -> None:
        """Bring a value in, with a statement that it comes from the correction."""
        triple = (subject, NamedNode(expand(name)), item.term)
        self.add([triple, *item.about])
        self._vouch(correction, triple, [NamedNode(correction.iri)], [RULE])

    def add(self, triples: Iterable[Triple]) -> None:
        """Add plain triples to the graph of corrections."""
        for triple in triples:
            self._put(Quad(*triple, GRAPH))

    def drop(self, subject: NamedNode, name: str, value: Value) -> None:
        """Remove a triple that follows from others, in whichever graphs it is."""
        self._remove(self._lines(subject, NamedNode(expand(name)), value))

    def _vouching(self, subject: NamedNode, predicate: NamedNode, value: Value) -> list[NamedNode]:
        """The statements of a triple that no correction has taken out before."""
        about = {line.subject for line in self._lines(None, SUBJECT, subject)}
        same = {node for node in about if self._lines(node, PREDICATE, predicate) and self._lines(node, OBJECT, value)}
        return sorted((node for node in same if not self._lines(node, CORRECTED_BY, None)), key=str)

    def _vouch(
        self, correction: Correction, triple: Triple, sources: Sequence[Value], rules: Sequence[Value]
    ) -> NamedNode:
        said = hashlib.sha256(" ".join(map(str, triple)).encode()).hexdigest()[:12]
        node = NamedNode(iri("statement", "correction", correction.iri.rpartition("/")[2], said))
        parts = [(A, STATEMENT), *zip((SUBJECT, PREDICATE, OBJECT), triple, strict=True)]
        origins = [(DERIVED, source) for source in sources] + [(RULED, rule) for rule in rules]
        self.add((node, name, value) for name, value in [*parts, *origins])
        return node

    def _of(self, value: Value, predicate: NamedNode) -> list[Value]:
        return [line.value for line in self._lines(value, predicate, None)] if isinstance(value, NamedNode) else []

    def _remove(self, lines: Iterable[Line]) -> None:
        for quad in (Quad(*line) for line in lines):
            self._store.remove(quad)
            self._removed.add(quad)
            self._added.discard(quad)

    def _put(self, quad: Quad) -> None:
        self._store.add(quad)
        self._added.add(quad)
        self._removed.discard(quad)

    def _lines(self, subject: NamedNode | None, predicate: NamedNode, value: Value | None) -> list[Line]:
        found = self._store.quads_for_pattern(subject, predicate, value)
        return [Line(*quad) for quad in found]
