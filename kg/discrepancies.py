"""Discrepancies: totals that a document prints and contradicts, as values read from the graph."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from kg.graph import Graph

DISCREPANCIES = """
SELECT ?activity ?field ?printed ?counted ?text ?start ?end
WHERE {
  ?discrepancy a sela:Discrepancy ; sela:inActivity ?activity ; sela:field ?field ;
               sela:printedTotal ?printed ; sela:countedTotal ?counted ; prov:wasDerivedFrom ?span .
  ?span oa:exact ?text ; oa:start ?start ; oa:end ?end .
}
ORDER BY ?activity ?start ?field ?printed
"""


@dataclass(frozen=True)
class Discrepancy:
    """A total of one field of an activity that its document contradicts, and the text that prints it."""

    field: str
    printed: int
    counted: int
    text: str
    start: int
    end: int


def discrepancies(graph: Graph) -> dict[str, list[Discrepancy]]:
    """The discrepancies of every activity that has some, in the order of its text."""
    found: dict[str, list[Discrepancy]] = defaultdict(list)
    for row in graph.select(DISCREPANCIES):
        field, text = str(row["field"]), str(row["text"])
        each = Discrepancy(field, row["printed"], row["counted"], text, row["start"], row["end"])
        found[row["activity"]].append(each)
    return found
