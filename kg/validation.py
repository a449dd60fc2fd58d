"""Does a graph keep to its shapes? SHACL over the whole graph, before it goes live."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse

from kg.constraints import SPARQL, breaches, read_constraints
from kg.graph import triples_of
from kg.terms import expand

if TYPE_CHECKING:
    import rdflib

    RdflibTerm = rdflib.URIRef | rdflib.Literal | rdflib.BNode

XSD_STRING = expand("xsd:string")


@dataclass(frozen=True)
class Violation:
    """One thing that a shape forbids: at which node, on which path, how bad, which value."""

    focus: str
    path: str | None
    message: str
    severity: str
    value: str | None


@dataclass(frozen=True)
class ValidationReport:
    """Whether a graph keeps to its shapes, and where it doesn't: sorted, the same for the same graph."""

    conforms: bool
    violations: tuple[Violation, ...]


def validate(nquads: bytes, *, shapes: bytes | None = None) -> ValidationReport:
    """Check N-Quads, as one graph, against shapes in Turtle: by default the ontology's own.

    It takes about 1.3 s of processor time for 50,000 triples where the targets stand on the property
    shapes; where they stand on node shapes pyshacl starts anew for each node and property (2.8 s). The
    constraints in SPARQL are asked apart, once for all nodes (.3 s).
    """
    import pyshacl  # with rdflib .7 s to load, and most commands never validate

    turtle = files("ontology").joinpath("shapes.ttl").read_bytes() if shapes is None else shapes
    shape_quads = list(parse(turtle, RdfFormat.TURTLE))
    _, report, text = pyshacl.validate(
        _rdflib_graph(parse(nquads, RdfFormat.N_QUADS)),
        shacl_graph=_rdflib_graph(quad for quad in shape_quads if quad.predicate != SPARQL),
        inference="none",
        inplace=True,  # spares a copy; without inference nothing is written
    )
    if isinstance(report, Exception | bytes):
        raise ValueError(f"the shapes can't be used: {text}")
    found = [*_violations(report), *_breaches(nquads, shape_quads)]
    return ValidationReport(not found, tuple(sorted(found, key=_order)))


def _breaches(nquads: bytes, shapes: Iterable[Quad]) -> Iterable[Violation]:
    for breach in breaches(triples_of(nquads), read_constraints(shapes)):
        yield Violation(breach.focus, breach.path, breach.message, "violation", breach.value)


def _violations(report: rdflib.Graph) -> Iterable[Violation]:
    from rdflib import SH, URIRef

    for result in report.objects(None, SH.result):
        path = report.value(result, SH.resultPath)
        message = report.value(result, SH.resultMessage)
        severity = report.value(result, SH.resultSeverity)
        value = report.value(result, SH.value)
        yield Violation(
            focus=str(report.value(result, SH.focusNode)),
            path=str(path) if isinstance(path, URIRef) else None,
            message=str(message),
            severity=str(severity).rpartition("#")[2].lower(),
            value=None if value is None else str(value),
        )


def _order(violation: Violation) -> tuple[str, ...]:
    return (violation.focus, violation.path or "", violation.message, violation.value or "")


def _rdflib_graph(quads: Iterable[Quad]) -> rdflib.Graph:
    """The triples as a graph of rdflib's, each once."""
    from rdflib import BNode, Graph, URIRef
    from rdflib import Literal as RdflibLiteral
    from rdflib.plugins.stores.memory import SimpleMemory

    class OneGraph(SimpleMemory):
        # pyshacl asks for a store that knows of graphs, and rdflib's pays for it at every triple
        # (2.3 s against 1.3 s for 50,000); ours holds one. It also asks for the size at every
        # violation, and SimpleMemory counts each time; ours is counted once, when it is filled.
        context_aware = True
        graph_aware = True
        size = 0

        def __len__(self, context: object = None) -> int:
            return self.size

    terms: dict[object, RdflibTerm] = {}

    def rdflib_term(term: object) -> RdflibTerm:
        known = terms.get(term)
        if known is not None:
            return known
        match term:
            case NamedNode():
                made: RdflibTerm = URIRef(term.value)
            case Literal(language=str(language)):
                made = RdflibLiteral(term.value, lang=language)
            case Literal():
                datatype = None if term.datatype.value == XSD_STRING else URIRef(term.datatype.value)
                made = RdflibLiteral(term.value, datatype=datatype, normalize=False)
            case BlankNode():  # in shapes only
                made = BNode(term.value)
            case _:
                raise TypeError(f"no term for a graph of ours: {term!r}")
        terms[term] = made
        return made

    store = OneGraph()
    graph = Graph(store=store)
    for quad in quads:
        triple = rdflib_term(quad.subject), rdflib_term(quad.predicate), rdflib_term(quad.object)
        store.add(triple, graph)
    store.size = sum(1 for _ in store.triples((None, None, None)))
    return graph
