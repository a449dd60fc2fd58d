"""The targets of the goals, where a knowledge base holds the UN's vocabulary, which describes them."""

from __future__ import annotations

from kg.graph import Graph

TARGETS = """
SELECT ?number
WHERE {
  ?target a <http://metadata.un.org/sdg/ontology#Target> ; skos:broader/a sela:Goal .
  BIND (STRAFTER(STR(?target), "http://metadata.un.org/sdg/") AS ?number)
}
ORDER BY ?number
"""


def targets_in(graph: Graph) -> frozenset[str]:
    """The numbers of the targets that a graph describes, such as 5.5 and 17.b; empty without the vocabulary."""
    return frozenset(str(row["number"]) for row in graph.select(TARGETS))
