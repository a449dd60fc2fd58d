"""The United Nations' SDG Knowledge Organization System: goals, targets and indicators, which it alone describes.

Whoever wants targets recognised adds its Turtle to a knowledge base (`sela vocabulary add`); it isn't ours to ship.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from kg.errors import InvalidInput
from kg.skolem import without_blank_nodes
from kg.terms import PREFIXES, expand, iri

NAME = "un-sdg"
GRAPH = NamedNode(iri("graph", NAME))
SCHEME = PREFIXES["sdg"].rstrip("/")
GOAL, TARGET = (NamedNode(f"{SCHEME}/ontology#{kind}") for kind in ("Goal", "Target"))
TYPE = NamedNode(expand("rdf:type"))
PREFERRED, NOTATION, OTHER = (NamedNode(expand(f"skos:{name}")) for name in ("prefLabel", "notation", "altLabel"))
OURS = {SCHEME, *(f"{SCHEME}/{number}" for number in range(1, 18))}  # described in ontology/goals.ttl too
FEWEST_TARGETS = 100  # there are 169; an edition may lack some
WANTED = "Give the Turtle of goals, targets and indicators from http://metadata.un.org/sdg."


def read_un_vocabulary(turtle: bytes) -> list[Quad]:
    """The vocabulary's triples in its named graph, sorted; raises InvalidInput where it is something else.

    A goal keeps our short title: its long one is another name.
    """
    try:
        quads = without_blank_nodes(parse(turtle, format=RdfFormat.TURTLE), NAME)
    except (SyntaxError, ValueError) as error:
        raise InvalidInput(f"it is no Turtle ({error}). {WANTED}") from error
    except InvalidInput as error:
        raise InvalidInput(f"{error} {WANTED}") from error
    _check(quads)
    return sorted({each for quad in quads if (each := _beside_ours(quad))}, key=str)


def targets_of(quads: Iterable[Quad]) -> frozenset[str]:
    """The numbers of the targets that are described, such as 5.5 and 17.b."""
    found = (str(quad.subject).strip("<>") for quad in quads if (quad.predicate, quad.object) == (TYPE, TARGET))
    return frozenset(target.removeprefix(f"{SCHEME}/") for target in found)


def _check(quads: Iterable[Quad]) -> None:
    kinds = Counter(kind for _, kind in {(q.subject, q.object) for q in quads if q.predicate == TYPE})
    goals, targets = kinds[GOAL], kinds[TARGET]
    if goals != len(OURS) - 1 or targets < FEWEST_TARGETS:
        raise InvalidInput(f"it describes {goals} goals and {targets} targets, not 17 and 169. {WANTED}")
    for quad in quads:
        about = str(quad.subject).strip("<>")
        if not f"{about}/".startswith((f"{SCHEME}/", iri("node", NAME) + "/")):
            raise InvalidInput(f"it describes {about}, which is not the United Nations'. {WANTED}")


def _beside_ours(quad: Quad) -> Quad | None:
    """A triple in the vocabulary's graph, unless it contradicts what we say of the goals ourselves."""
    ours = str(quad.subject).strip("<>") in OURS
    if ours and quad.predicate == NOTATION:
        return None
    predicate = OTHER if ours and quad.predicate == PREFERRED else quad.predicate
    return Quad(quad.subject, predicate, quad.object, GRAPH)
