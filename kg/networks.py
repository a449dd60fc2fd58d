"""Networks and portals that SELA runs, and the partners that its documents list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kg.records import Kind, Record, Row, telling

NETWORKS = """
SELECT ?record ?name ?kind
WHERE { ?record a sela:Network ; skos:prefLabel ?name ; sela:networkKind ?kind }
ORDER BY ?record ?name
"""


@dataclass(frozen=True, kw_only=True)
class Network(Record):
    """A network, or a portal about a subject: which of the two, and its name."""

    name: str
    kind: str

    @property
    def said(self) -> str:
        """What it is and its name."""
        return f"{self.kind} {self.name}"


def _network(row: Row, rows: Sequence[Row], shared: dict[str, Any]) -> Network:
    return Network(name=telling(rows, "name"), kind=str(row["kind"]), **shared)


KIND = Kind("network", "sela:Network", NETWORKS, _network)
