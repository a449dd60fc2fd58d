"""Meetings of the Latin American Council, and its Decisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kg.records import Kind, Record, Row, in_english, telling, text

MEETINGS = """
SELECT ?record ?name ?ordinal ?kind ?start ?end ?place
WHERE {
  ?record a sela:CouncilMeeting ; skos:prefLabel ?name ; sela:ordinal ?ordinal ; sela:meetingKind ?kind .
  OPTIONAL { ?record schema:startDate ?start ; schema:endDate ?end }
  OPTIONAL { ?record schema:location ?place }
}
ORDER BY ?record ?name ?start ?place
"""
DECISIONS = """
SELECT ?record ?name ?number ?title ?meeting
WHERE {
  ?record a sela:Decision ; skos:prefLabel ?name ; dcterms:identifier ?number .
  OPTIONAL { ?record dcterms:title ?title }
  OPTIONAL { ?record sela:adoptedAt ?meeting }
}
ORDER BY ?record DESC(STRLEN(STR(?name))) ?name ?title ?meeting
"""


@dataclass(frozen=True, kw_only=True)
class Meeting(Record):
    """A meeting of the Council: its ordinal and kind, its days and its place as printed."""

    name: str
    ordinal: str
    kind: str
    start: str | None
    end: str | None
    place: str | None

    @property
    def said(self) -> str:
        """Its name and place."""
        return f"{self.name} {self.place or ''}"

    @property
    def year(self) -> int | None:
        """The year in which it was held."""
        return int(self.start[:4]) if self.start else None


@dataclass(frozen=True, kw_only=True)
class Decision(Record):
    """A Decision of the Council: its number, title, and the IRI of the meeting that adopted it."""

    name: str
    number: str
    title: str | None
    meeting: str | None

    @property
    def said(self) -> str:
        """Its number and title."""
        return f"{self.name} {self.title or ''}"


def _meeting(row: Row, rows: Sequence[Row], shared: dict[str, Any]) -> Meeting:
    places = [str(each["place"]) for each in rows if each["place"]]
    return Meeting(
        name=telling(rows, "name"), ordinal=str(row["ordinal"]), kind=str(row["kind"]), start=text(row["start"]),
        end=text(row["end"]), place=max(places, key=len, default=None), **shared,
    )  # fmt: skip


def _decision(row: Row, rows: Sequence[Row], shared: dict[str, Any]) -> Decision:
    return Decision(
        name=telling(rows, "name"),
        number=str(row["number"]),
        title=in_english(rows, "title"),
        meeting=next((each["meeting"] for each in rows if each["meeting"]), None),
        **shared,
    )


KIND = Kind("meeting", "sela:CouncilMeeting", MEETINGS, _meeting)
DECISION = Kind("decision", "sela:Decision", DECISIONS, _decision)
