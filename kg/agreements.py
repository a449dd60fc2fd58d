"""Agreements: the cooperation instruments that SELA signed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kg.records import Kind, Party, Record, Row, in_english, last, parties, telling, text

AGREEMENTS = """
SELECT ?record ?name ?type ?date ?objective ?party ?partyName ?partyAcronym
WHERE {
  ?record a sela:CooperationInstrument ; skos:prefLabel ?name ; sela:instrumentType ?type .
  OPTIONAL { ?record sela:signed ?date }
  OPTIONAL { ?record dcterms:description ?objective }
  OPTIONAL {
    ?record sela:counterpart ?party .
    OPTIONAL { ?party skos:prefLabel ?partyName }
    OPTIONAL { ?party sela:acronym ?partyAcronym }
  }
}
ORDER BY ?record ?name ?objective ?party ?partyName
"""


@dataclass(frozen=True, kw_only=True)
class Agreement(Record):
    """A cooperation instrument: its type, when and with whom it was signed, and what for."""

    name: str
    type: str
    date: str | None
    counterparts: tuple[Party, ...]
    objective: str | None

    @property
    def said(self) -> str:
        """Its name, counterparts and objective."""
        named = (f"{party.name} {party.acronym or ''}" for party in self.counterparts)
        return " ".join((self.name, *named, self.objective or ""))

    @property
    def year(self) -> int | None:
        """The year in which it was signed."""
        return int(self.date[:4]) if self.date else None

    @property
    def organisations(self) -> frozenset[str]:
        """Its counterparts."""
        return frozenset(last(party.iri) for party in self.counterparts)


def _agreement(row: Row, rows: Sequence[Row], shared: dict[str, Any]) -> Agreement:
    return Agreement(
        name=telling(rows, "name"), type=str(row["type"]), date=text(row["date"]), counterparts=parties(rows),
        objective=in_english(rows, "objective"), **shared,
    )  # fmt: skip


KIND = Kind("instrument", "sela:CooperationInstrument", AGREEMENTS, _agreement)
