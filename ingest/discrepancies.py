"""Discrepancies: where a total that a report prints disagrees with the list or the parts beside it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Discrepancy:
    """A total of one of an activity's fields: as printed, as counted, and the text that says so."""

    field: str
    printed: int
    counted: int
    start: int
    end: int
