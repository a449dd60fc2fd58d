"""What is in a knowledge base, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kg.activity import Activity
from kg.graph import Graph
from kg.snapshots import Snapshot

NAMED = """
SELECT (COUNT(DISTINCT ?organisation) AS ?organisations) (COUNT(DISTINCT ?country) AS ?countries)
       (COUNT(DISTINCT ?goal) AS ?goals)
WHERE {
  ?mention a sela:Mention ; sela:mentions ?entity .
  OPTIONAL { ?entity a schema:Country . BIND (?entity AS ?country) }
  OPTIONAL { ?entity skos:broader? ?goal . ?goal a sela:Goal }  # a target counts for its goal
  OPTIONAL { ?entity a org:Organization . BIND (?entity AS ?organisation) }
}
"""
TRIPLES = "SELECT (COUNT(*) AS ?triples) WHERE { ?subject ?predicate ?object }"
BODIES = "SELECT (COUNT(*) AS ?bodies) WHERE { ?body a sela:RegionalBody }"
PASSAGES = "SELECT (COUNT(*) AS ?passages) WHERE { ?passage a sela:Passage }"
DOCUMENTS = "SELECT (COUNT(*) AS ?documents) WHERE { ?document a sela:Document }"


@dataclass(frozen=True)
class SnapshotRef:
    """The snapshot that is counted: its id and when it was published."""

    id: str
    created: str


@dataclass(frozen=True)
class Stats:
    """Counts over a knowledge base; organisations, countries and goals are those that documents name."""

    documents: int
    passages: int
    triples: int
    activities: int
    activities_by_status: dict[str, int]
    activities_by_year: dict[int, int]
    organisations: int
    countries: int
    goals: int
    bodies: int
    snapshot: SnapshotRef


def count(graph: Graph, activities: Sequence[Activity], snapshot: Snapshot) -> Stats:
    """The counts of a snapshot."""
    named = graph.select(NAMED)[0]
    return Stats(
        documents=graph.select(DOCUMENTS)[0]["documents"],
        passages=graph.select(PASSAGES)[0]["passages"],
        triples=graph.select(TRIPLES)[0]["triples"],
        activities=len(activities),
        activities_by_status=dict(sorted(Counter(a.status for a in activities).items())),
        activities_by_year=dict(sorted(Counter(year for a in activities for year in a.years).items())),
        organisations=named["organisations"],
        countries=named["countries"],
        goals=named["goals"],
        bodies=graph.select(BODIES)[0]["bodies"],
        snapshot=SnapshotRef(snapshot.id, str(snapshot.manifest["created"])),
    )
