"""Names for nameless nodes: a blank node is called another way in every build, an IRI is not."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from pyoxigraph import BlankNode, NamedNode, Quad, Triple

from kg.errors import InvalidInput
from kg.terms import iri

MOST = 1_000  # nameless nodes; more are no small vocabulary's


def without_blank_nodes(quads: Iterable[Quad], kind: str) -> list[Quad]:
    """The quads with an IRI in place of each blank node, made of the one path that leads to it.

    Raises InvalidInput where no path or more than one leads to a node, as to the node of a ring, and for statements
    about statements.

    >>> from pyoxigraph import RdfFormat, parse
    >>> data = b"<http://e/goals> <http://e/list> [ <http://e/first> 1 ; <http://e/rest> [ <http://e/first> 2 ] ] ."
    >>> one, other = (without_blank_nodes(parse(data, RdfFormat.TURTLE), "e") for _ in range(2))
    >>> one == other
    True
    """
    quads = list(quads)
    leading: dict[BlankNode, Quad] = {}
    for quad in quads:
        if isinstance(quad.subject, Triple) or isinstance(quad.object, Triple):
            raise InvalidInput("it has statements about statements.")
        if isinstance(quad.object, BlankNode) and leading.setdefault(quad.object, quad) != quad:
            raise InvalidInput("several statements lead to one nameless node.")
    nameless = {quad.subject for quad in quads if isinstance(quad.subject, BlankNode)} | set(leading)
    if len(nameless) > MOST:
        raise InvalidInput(f"it has {len(nameless):,} nameless nodes, the limit is {MOST:,}.")
    names = {node: _name(node, leading, kind) for node in nameless}
    if len(set(names.values())) < len(names):
        raise InvalidInput("two nameless nodes stand for the same thing.")
    return [Quad(_named(q.subject, names), q.predicate, _named(q.object, names), q.graph_name) for q in quads]


def _named(term: Any, names: Mapping[BlankNode, NamedNode]) -> Any:
    return names[term] if isinstance(term, BlankNode) else term


def _name(node: BlankNode, leading: Mapping[BlankNode, Quad], kind: str) -> NamedNode:
    path: list[str] = []
    subject: object = node
    while isinstance(subject, BlankNode):
        if subject not in leading or len(path) > MOST:
            raise InvalidInput("no statement leads to some nameless node.")
        path.append(leading[subject].predicate.value)
        subject = leading[subject].subject
    said = " ".join([*path, str(subject)])
    return NamedNode(iri("node", kind, hashlib.sha256(said.encode()).hexdigest()[:16]))
