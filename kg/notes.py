"""Notes on activities: totals that a document contradicts, and fields that an administrator corrected."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from kg.graph import Graph

DISCREPANCIES = """
SELECT ?activity ?document ?field ?printed ?counted ?text ?start ?end
WHERE {
  ?discrepancy a sela:Discrepancy ; sela:inActivity ?activity ; sela:field ?field ;
               sela:printedTotal ?printed ; sela:countedTotal ?counted ; prov:wasDerivedFrom ?span .
  ?span oa:exact ?text ; oa:start ?start ; oa:end ?end ; sela:inDocument ?document .
}
ORDER BY ?activity ?document ?start ?field ?printed
"""

CORRECTED = """
SELECT DISTINCT ?activity ?field
WHERE { ?correction a sela:Correction ; sela:corrects ?activity ; sela:field ?field }
ORDER BY ?activity ?field
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


class Notes:
    """The notes on all activities of a graph, read once."""

    def __init__(self, graph: Graph) -> None:
        """The notes of a graph."""
        self._discrepancies: dict[tuple[str, str], list[Discrepancy]] = defaultdict(list)
        for row in graph.select(DISCREPANCIES):
            field, text = str(row["field"]), str(row["text"])
            each = Discrepancy(field, row["printed"], row["counted"], text, row["start"], row["end"])
            self._discrepancies[row["activity"], row["document"]].append(each)
        self._corrected: dict[str, list[str]] = defaultdict(list)
        for row in graph.select(CORRECTED):
            self._corrected[row["activity"]].append(str(row["field"]))

    def discrepancies(self, activity: str, document: str) -> tuple[Discrepancy, ...]:
        """The totals that a document prints for an activity and contradicts, in the order of the text."""
        return tuple(self._discrepancies.get((activity, document), ()))

    def corrected(self, activity: str) -> tuple[str, ...]:
        """The fields of an activity that were corrected."""
        return tuple(self._corrected.get(activity, ()))
