"""The period that a document covers: from its title, its cover, what a report says of itself, or its meeting's date."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ingest.dates import find_dates, find_period
from ingest.words import PERIODS, either
from kg.terms import fold

YEARS = re.compile(  # "2031", "2031-2033", "2031 and 2032", "2031/32"
    r"\b((?:19|20)\d\d)(?:\s*(?:[-–/]|to|and|through|al?|y|hasta|e|at[ée]|et|[àa]|au)\s*((?:19|20)?\d\d)\b(?![.,]?\d))?",
    re.I,
)
OF_PERIOD = re.compile(rf"(?:{either(PERIODS)}|[\W\d]|\b[ivxlc]+\b)*")
MOST_OF_A_YEAR = 6  # months
LONGEST_PLAN = 50  # years; "1975-2031" in a title is no period that a document covers
SECOND_HALF = 7  # the month from which a meeting speaks of its own year as done, and plans the next
LONGEST_LINE = 25  # words


@dataclass(frozen=True)
class Period:
    """First and last moment covered, as precise as the document says, and the years."""

    start: str | None = None
    end: str | None = None
    years: tuple[int, ...] = ()


def covered(kind: str | None, title: str, cover: Sequence[str], introduction: str, meeting: str | None) -> Period:
    """The period of a document; `meeting` is the date of the one that it was written for.

    A report to a meeting of the year's second half covers the twelve months before it, one to an earlier meeting the
    calendar year before, and a plan the year that follows either.
    """
    ways: list[Callable[[], Period | None]] = [
        lambda: _months(title) or _years(title),
        lambda: next((found for line in cover if (found := _of_line(line))), None),
        lambda: _between(*found) if kind == "annual-report" and (found := find_period(introduction)) else None,
        lambda: _before(kind, int(meeting[:4]), int(meeting[5:7])) if kind and meeting and len(meeting) > 4 else None,
    ]
    return next((period for way in ways if (period := way())), Period())


def _of_line(line: str) -> Period | None:
    """The period of a line that says nothing else: "Corresponding to the years 2031 and 2032".

    A date is none, nor the end of a sentence.
    """
    if line.endswith(".") or len(line.split()) > LONGEST_LINE or not OF_PERIOD.fullmatch(fold(line)):
        return None
    return _months(line) or (None if find_dates(line) else _years(line))


def _months(text: str) -> Period | None:
    """A period between two months or days that lie months apart; a meeting lasts days."""
    spans = [(span.start, span.end) for span in find_dates(text) if span.has_year and len(span.start) > 4]
    if found := find_period(text):
        spans.append(found)
    return next((_between(a, b) for a, b in spans if _months_from(a, b) >= MOST_OF_A_YEAR), None)


def _months_from(start: str, end: str) -> int:
    return 12 * (int(end[:4]) - int(start[:4])) + int(end[5:7]) - int(start[5:7]) + 1


def _years(text: str) -> Period | None:
    """The years that a text names, the first time it names any.

    >>> _years("Work Programme for the biennium 2031/32").years
    (2031, 2032)
    """
    match = YEARS.search(text)
    if match is None:
        return None
    first = int(match[1])
    last = int(match[1][: 4 - len(match[2])] + match[2]) if match[2] else first
    last = last if first <= last < first + LONGEST_PLAN else first
    return Period(str(first), str(last), tuple(range(first, last + 1)))


def _between(start: str, end: str) -> Period:
    """A period with its years: one at the edge counts where at least half of it is covered, or where it is the last."""
    first_year, last_year = int(start[:4]), int(end[:4])
    months_of_first = 13 - int(start[5:7]) if len(start) > 4 else 12
    first = first_year if months_of_first >= MOST_OF_A_YEAR else first_year + 1
    return Period(start, end, tuple(range(min(first, last_year), last_year + 1)))


def _before(kind: str, year: int, month: int) -> Period:
    late = month >= SECOND_HALF
    if kind == "annual-report" and late:
        return _between(f"{year - 1}-{month:02d}", f"{year}-{month - 1:02d}")
    one = year + late if kind == "work-programme" else year - 1
    return Period(str(one), str(one), (one,))
