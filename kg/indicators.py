"""Indicators: the indices that SELA develops, updates or applies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kg.records import Kind, Record, Row, telling, text

INDICATORS = """
SELECT ?record ?name ?acronym
WHERE { ?record a sela:Indicator ; skos:prefLabel ?name . OPTIONAL { ?record sela:acronym ?acronym } }
ORDER BY ?record DESC(STRLEN(STR(?name))) ?name
"""


@dataclass(frozen=True, kw_only=True)
class Indicator(Record):
    """An index: its name in its longest form, and its acronym."""

    name: str
    acronym: str | None

    @property
    def said(self) -> str:
        """Its name and acronym."""
        return f"{self.name} {self.acronym or ''}"


def _indicator(row: Row, rows: Sequence[Row], shared: dict[str, Any]) -> Indicator:
    return Indicator(name=telling(rows, "name"), acronym=text(row["acronym"]), **shared)


KIND = Kind("indicator", "sela:Indicator", INDICATORS, _indicator)
