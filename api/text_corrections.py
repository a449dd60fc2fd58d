"""Corrections as text for a terminal, and as the objects of `--json`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from api.text import wrapped
from ingest.corrections.applying import Outcome
from ingest.corrections.making import Listed
from ingest.corrections.table import Correction


def listing(items: Sequence[Listed]) -> str:
    """The corrections, each with what became of it."""
    return "\n".join(map(_listed, items)) or "There are no corrections. `sela correct --help` shows how to make one."


def _listed(item: Listed) -> str:
    each = item.correction
    mark = {True: "applied", False: "does not fit", None: "waiting"}[item.fits]
    lines = [f"{item.number:>3}. {said(each)}  [{mark}]", wrapped(f"{each.reason} ({each.who}, {each.when})")]
    return "\n".join([*lines, *([wrapped(item.problem)] if item.problem else [])])


def said(correction: Correction) -> str:
    """What a correction says, on one line."""
    return f"{correction.entity} {correction.field} = {correction.value or 'none'}"


def as_object(item: Listed) -> dict[str, Any]:
    """A correction as an object."""
    return {"number": item.number, **asdict(item.correction), "fits": item.fits, "problem": item.problem}


def unfit(outcomes: Sequence[Outcome]) -> list[dict[str, Any]]:
    """The corrections that don't fit, with their numbers and the reason."""
    return [
        {"number": number, "correction": said(each.correction), "reason": each.unfit}
        for number, each in enumerate(outcomes, 1)
        if each.unfit
    ]
