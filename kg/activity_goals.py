"""Goals of activities: stated, inherited from the area, or suggested by the text; each once, by its strongest basis."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kg.terms import expand

GOALS = """
SELECT ?graph ?activity ?property ?goal ?score ?start ?end
WHERE {
  VALUES ?property { sela:statesGoal sela:inheritsGoal sela:suggestsGoal }
  ?activity a sela:Activity .
  GRAPH ?graph {
    ?activity ?property ?goal .
    OPTIONAL {
      ?statement rdf:subject ?activity ; rdf:predicate ?property ; rdf:object ?goal ; prov:wasDerivedFrom ?span .
      ?span oa:start ?start ; oa:end ?end .
      OPTIONAL { ?statement sela:score ?score }
    }
  }
}
ORDER BY ?activity ?property ?goal ?start ?end
"""
BASES = {"stated": "sela:statesGoal", "inherited": "sela:inheritsGoal", "inferred": "sela:suggestsGoal"}
"""How a goal is known, the strongest first, and the property that says so."""


@dataclass(frozen=True)
class ActivityGoal:
    """A goal of an activity, how it is known, how sure that is, and where the text says or suggests it.

    The score of what is stated is 1; of what is inherited from .5 to 1, the more the activity's own words suggest it
    too; of what is inferred from .5 on.
    """

    goal: int
    basis: str
    score: float
    evidence: tuple[int, int] | None = None


def activity_goals(rows: Iterable[Mapping[str, Any]]) -> tuple[ActivityGoal, ...]:
    """One activity's goals in order, from its rows of GOALS."""
    rows = list(rows)
    best: dict[int, ActivityGoal] = {}
    for basis, property in BASES.items():
        for row in rows:
            if row["property"] == expand(property):
                number = int(row["goal"].rsplit("/", 1)[-1])
                evidence = None if row["start"] is None else (row["start"], row["end"])
                best.setdefault(number, ActivityGoal(number, basis, _score(row), evidence))
    return tuple(best[number] for number in sorted(best))


def _score(row: Mapping[str, Any]) -> float:
    return 1.0 if row["score"] is None else float(row["score"])
