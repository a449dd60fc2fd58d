"""The outline of a document: areas, programmes, projects and activities, and the sections between.

Decided by what headings say and by their neighbours (see `ingest.headings`).
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from ingest.documents import Document
from ingest.headings import DEPTH, Heading, Level, headings
from kg.terms import fold, slug


@dataclass(frozen=True)
class Unit:
    """An area, programme, project or activity.

    `start` is where its heading opens, `body` where its text begins, `end` where the next unit of its
    level or above opens. `ordinal` counts units of its level under one parent, from 1.
    """

    level: Level
    title: str
    code: str | None
    start: int
    body: int
    end: int
    ordinal: int
    parent: Unit | None = None
    unscheduled: bool = False

    @property
    def key(self) -> str:
        """Its part of an IRI: the code, or the ordinal where none is printed."""
        return slug(self.code) if self.code else str(self.ordinal)

    def ancestor(self, level: Level) -> Unit | None:
        """The unit of a level that holds this one."""
        unit: Unit | None = self
        while unit is not None and unit.level != level:
            unit = unit.parent
        return unit


@dataclass(frozen=True)
class Section:
    """Text under one heading: its span, the titles above it, its kind and its activity."""

    start: int
    end: int
    path: tuple[str, ...]
    kind: str | None
    unit: Unit | None


@dataclass(frozen=True)
class Outline:
    """What a document is made of, in order."""

    units: tuple[Unit, ...]
    sections: tuple[Section, ...]

    @property
    def activities(self) -> tuple[Unit, ...]:
        """The activities, in document order."""
        return tuple(unit for unit in self.units if unit.level == "activity")


def read_outline(document: Document) -> Outline:
    """The outline of a document."""
    start = _front_matter_end(document)
    found = _without_repeats(document, [h for h in headings(document) if h.start >= start])
    units: list[Unit] = []
    sections: list[Section] = []
    stack: list[Unit] = []
    path: dict[int, str] = {}
    ordinals: dict[tuple[int, Level], int] = {}
    first = found[0].start if found else len(document.text)
    if first > start:
        sections.append(Section(start, first, (), None, None))
    for number, heading in enumerate(found):
        depth = DEPTH[heading.level]
        next_start = found[number + 1].start if number + 1 < len(found) else len(document.text)
        path = {level: title for level, title in path.items() if level < depth}
        path[depth] = _label(heading)
        if heading.level != "section":
            stack = [unit for unit in stack if DEPTH[unit.level] < depth]
        if heading.level not in ("chapter", "section"):
            parent = stack[-1] if stack else None
            place = (parent.start if parent else -1, heading.level)
            ordinals[place] = ordinals.get(place, 0) + 1
            end = next((h.start for h in found[number + 1 :] if DEPTH[h.level] <= depth), len(document.text))
            unit = Unit(
                heading.level, heading.title, heading.code, heading.start, heading.body, end,
                ordinals[place], parent, heading.kind == "unscheduled",
            )  # fmt: skip
            units.append(unit)
            stack.append(unit)
        if next_start > heading.body:
            sections.append(
                Section(
                    heading.body, next_start, tuple(path[level] for level in sorted(path)), heading.kind,
                    stack[-1] if stack else None,
                )
            )  # fmt: skip
    return Outline(tuple(units), tuple(sections))


def _label(heading: Heading) -> str:
    if heading.level in ("chapter", "section"):
        return heading.title
    return (
        f"{heading.level.upper()} {heading.code}. {heading.title}"
        if heading.code
        else (heading.title if heading.level == "activity" else f"{heading.level.upper()}: {heading.title}")
    )


def _front_matter_end(document: Document) -> int:
    """Behind the cover: the imprint and the contents are about the document, not of it."""
    ends = [line.end for line in document.lines if line.kind == "contents"]
    return max(ends, default=0)


def _without_repeats(document: Document, found: list[Heading]) -> list[Heading]:
    """Leave out a contents list that no mark told apart.

    Such a list shows as activities without any text under them whose titles come again with text.
    """
    activities = [(n, h) for n, h in enumerate(found) if h.level == "activity"]
    hollow = {
        number
        for number, heading in activities
        if _words_until_next(document, found, number) < 5
        and any(
            later > number and _same(heading, other) and _words_until_next(document, found, later) >= 5
            for later, other in activities
        )
    }
    if not hollow:
        return found
    last = max(hollow)
    return [h for n, h in enumerate(found) if n > last]


def _words_until_next(document: Document, found: list[Heading], number: int) -> int:
    end = found[number + 1].start if number + 1 < len(found) else len(document.text)
    return len(document.text[found[number].body : end].split())


def _same(one: Heading, other: Heading) -> bool:
    if one.code != other.code:
        return False
    return SequenceMatcher(None, fold(one.title), fold(other.title), autojunk=False).ratio() >= 0.85
