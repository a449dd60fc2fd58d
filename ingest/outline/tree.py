"""The outline of a document: areas, programmes, projects and activities, and the sections between.

Decided by what headings say and by their neighbours (see `ingest.outline.headings`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from ingest.documents import Document
from ingest.outline.heading import DEPTH, Heading
from ingest.outline.headings import headings
from ingest.outline.heads import Level
from kg.terms import fold, slug

FEWEST_WORDS = 5  # under a heading; fewer tell nothing of an activity
SAME_TITLE = 0.85


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
    start, length = document.body, len(document.text)
    found = _without_repeats(document, [h for h in headings(document) if h.start >= start])
    units = _units(found, length)
    return Outline(tuple(units.values()), tuple(_sections(found, units, start, length)))


def _units(found: list[Heading], length: int) -> dict[Heading, Unit]:
    """The unit that each heading opens; chapters and sections open none, but a chapter ends all."""
    units: dict[Heading, Unit] = {}
    stack: list[Unit] = []
    ordinals: Counter[tuple[int, Level]] = Counter()
    for number, heading in enumerate(found):
        depth = DEPTH[heading.level]
        if heading.level == "section":
            continue
        stack = [unit for unit in stack if DEPTH[unit.level] < depth]
        if heading.level == "chapter":
            continue
        parent = stack[-1] if stack else None
        place = (parent.start if parent else -1, heading.level)
        ordinals[place] += 1
        units[heading] = Unit(
            level=heading.level,
            title=heading.title,
            code=heading.code,
            start=heading.start,
            body=heading.body,
            end=next((h.start for h in found[number + 1 :] if DEPTH[h.level] <= depth), length),
            ordinal=ordinals[place],
            parent=parent,
            unscheduled=heading.kind == "unscheduled",
        )
        stack.append(units[heading])
    return units


def _sections(found: list[Heading], units: Mapping[Heading, Unit], start: int, length: int) -> Iterator[Section]:
    """The text under each heading, and what stands before the first."""
    bounds = [*(heading.start for heading in found), length]
    if bounds[0] > start:
        yield Section(start, bounds[0], (), None, None)
    path: dict[int, str] = {}
    unit: Unit | None = None
    numbered = False
    for heading, end in zip(found, bounds[1:], strict=True):
        depth = DEPTH[heading.level]
        path = {level: title for level, title in path.items() if level < depth} | {depth: _label(heading)}
        if heading.level == "chapter":
            numbered = heading.code is not None
        elif heading.level == "area" and not numbered:  # an introduction ends where the areas begin
            path.pop(DEPTH["chapter"], None)
        unit = unit if heading.level == "section" else units.get(heading)
        if end > heading.body:
            titles = tuple(path[level] for level in sorted(path))
            yield Section(heading.body, end, titles, heading.kind, unit)


def _label(heading: Heading) -> str:
    """What a heading is called in the path above a passage."""
    level = heading.level.upper()
    if heading.code and heading.level not in ("chapter", "section"):
        return f"{level} {heading.code}. {heading.title}"
    return f"{level}: {heading.title}" if heading.level in ("area", "programme", "project") else heading.title


def _without_repeats(document: Document, found: list[Heading]) -> list[Heading]:
    """Leave out lists of titles that no mark told apart: a contents page, a summary, a table's cells.

    They show as activities without any text under them whose titles stand elsewhere with text.
    """
    activities = [n for n, h in enumerate(found) if h.level == "activity"]
    telling = {n for n in activities if _words_until_next(document, found, n) >= FEWEST_WORDS}
    by_code: dict[str | None, list[Heading]] = {}
    for number in sorted(telling):
        by_code.setdefault(found[number].code, []).append(found[number])
    hollow = {
        n for n in set(activities) - telling if any(_alike(found[n], other) for other in by_code.get(found[n].code, ()))
    }
    dropped: set[int] = set()
    for run in _runs(activities, hollow):
        leading = not any(number < run[0] for number in telling)
        if leading or len(run) > 1:  # a lone one in the middle is an activity of which nothing is told
            dropped.update(range(0 if leading else run[0], run[-1] + 1))
    return [h for n, h in enumerate(found) if n not in dropped]


def _runs(numbers: list[int], chosen: set[int]) -> list[list[int]]:
    """The chosen of some numbers, those that follow one another together.

    >>> _runs([1, 3, 4, 8, 9], {1, 3, 8})
    [[1, 3], [8]]
    """
    groups = groupby(numbers, key=lambda number: number in chosen)
    return [list(group) for wanted, group in groups if wanted]


def _words_until_next(document: Document, found: list[Heading], number: int) -> int:
    end = found[number + 1].start if number + 1 < len(found) else len(document.text)
    return len(document.text[found[number].body : end].split())


def _alike(one: Heading, other: Heading) -> bool:
    """True where two headings have nearly the same title."""
    return SequenceMatcher(None, fold(one.title), fold(other.title), autojunk=False).ratio() >= SAME_TITLE
