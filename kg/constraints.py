"""The shapes' constraints in SPARQL, each asked once for all nodes of a class.

pyshacl asks each of them anew for every node, which takes minutes where this takes tenths of a second. What
they find is the same: the shapes as published refuse it in any SHACL engine.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad, RdfFormat, Store

from kg.graph import Graph
from kg.terms import expand

SPARQL = NamedNode(expand("sh:sparql"))
OF_CLASS = "?this rdf:type/rdfs:subClassOf* <{kind}> ."

CONSTRAINTS = """
SELECT ?shape ?constraint ?path ?kind ?select ?message
WHERE {
  ?shape sh:sparql ?constraint .
  OPTIONAL { ?shape sh:path ?path ; sh:targetClass ?kind . ?constraint sh:select ?select ; sh:message ?message }
}
ORDER BY ?constraint ?path ?kind
"""


@dataclass(frozen=True)
class Constraint:
    """What a property shape demands of the nodes of a class, as the query that finds who breaks it."""

    path: str
    message: str
    query: str


@dataclass(frozen=True)
class Breach:
    """A node that breaks a constraint, and the value with which it does."""

    focus: str
    path: str
    message: str
    value: str


def read_constraints(shapes: Iterable[Quad]) -> list[Constraint]:
    """The SPARQL constraints of some shapes; ValueError for one that stands elsewhere than on a property shape."""
    store = Store()
    store.extend(Quad(*quad.triple) for quad in shapes)
    found = []
    for row in Graph(store).select(CONSTRAINTS):
        if row["kind"] is None:
            raise ValueError(f"{row['shape']}: a SPARQL constraint needs a property shape with a target class")
        query = _over_all(row["select"], row["path"], row["kind"])
        found.append(Constraint(row["path"], str(row["message"]), query))
    return found


def _over_all(select: str, path: str, kind: str) -> str:
    """A constraint's query, with `$this` standing for any node of the class."""
    said = re.sub(r"[$?]PATH\b", f"<{path}>", select).replace("$this", "?this")
    return said.replace("{", "{ " + OF_CLASS.format(kind=kind), 1)


def breaches(triples: bytes, constraints: Sequence[Constraint]) -> Iterator[Breach]:
    """Who breaks which constraint in a graph of N-Triples, each once."""
    store = Store()
    store.bulk_load(triples, RdfFormat.N_TRIPLES)
    for constraint in constraints:
        for focus, value in {(row["this"], str(row["value"])) for row in Graph(store).select(constraint.query)}:
            yield Breach(focus, constraint.path, constraint.message, value)
