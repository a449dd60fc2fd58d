"""What the graph knows before any document: ontology, shapes, themes, goals, countries, directory."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from kg.countries import country_quads
from kg.directory_table import directory_quads
from kg.terms import iri

TURTLE = {"ontology": "sela.ttl", "shapes": "shapes.ttl", "themes": "themes.ttl", "goals": "goals.ttl"}


def vocabulary_quads() -> list[Quad]:
    """All of it, each part in its named graph `id/graph/{part}`, always in the same order."""
    quads = {*country_quads(), *directory_quads()}
    for part in TURTLE:
        quads.update(turtle_quads(part))
    return sorted(quads, key=str)


def turtle_quads(part: str) -> Iterator[Quad]:
    """One Turtle file of `ontology/` in its named graph.

    >>> {str(quad.graph_name) for quad in turtle_quads("goals")}
    {'<https://w3id.org/sela-kg/id/graph/goals>'}
    """
    graph = NamedNode(iri("graph", part))
    text = (files("ontology") / TURTLE[part]).read_bytes()
    for quad in parse(text, format=RdfFormat.TURTLE):
        yield Quad(quad.subject, quad.predicate, quad.object, graph)
