"""Passages of an activity whose dates are corrected: filters by year and date find them under the new ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from pyoxigraph import NamedNode

from ingest.corrections.editor import Editor
from ingest.triples import Value
from search.passages import Passage


@dataclass(frozen=True)
class Dated:
    """The years that an activity covers, and its periods; those of its document where it has none of its own."""

    years: tuple[int, ...]
    dates: tuple[tuple[str, str], ...]


def dated(editor: Editor, activity: NamedNode) -> Dated:
    """When an activity was, as the graph has it now."""
    periods = [
        (_of(editor, period, "schema:startDate"), _of(editor, period, "schema:endDate"))
        for period in editor.values(activity, "sela:heldDuring")
    ] or [
        (_of(editor, document, "sela:periodStart"), _of(editor, document, "sela:periodEnd"))
        for document in editor.values(activity, "sela:inDocument")
    ]
    years = tuple(int(year.value) for year in editor.values(activity, "sela:coversYear"))
    return Dated(years, tuple((start, end) for start, end in periods if start and end))


def _of(editor: Editor, thing: Value, name: str) -> str:
    values = editor.values(thing, name) if isinstance(thing, NamedNode) else []
    return values[0].value if values else ""


def redated(passages: Iterable[Passage], corrected: Mapping[str, Dated]) -> list[Passage]:
    """The passages, those of activities with corrected dates under the corrected ones."""
    return [
        replace(passage, years=when.years, dates=when.dates)
        if (when := corrected.get(passage.activity or ""))
        else passage
        for passage in passages
    ]
