"""Dates as SELA's documents write them: days, ranges and months, in four languages.

"27 and 28 August 2024", "28 al 30 de noviembre de 2017", "October 14-16, 2024", "February 2019".
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from itertools import pairwise

from ingest.words import MONTH, MONTH_NUMBERS, MONTHS

DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th|º|°|er)?(?!\d)"
OF = r"(?:\s+(?:of|de|du|del)?\s*)"
RANGE = r"(?:-|–|—|to|until|a|al|hasta|até|au|à)(?:\s+(?:the|el|le))?"
AND = r"(?:,|and|y|e|et|&)(?:\s+(?:the|el|le))?"
FROM = r"(?P<between>\b(?:between|entre)\s+(?:the\s+|el\s+|le\s+)?)?"
YEAR = r"(?:19|20)\d\d"

DAYS = rf"{DAY}(?:\s*(?:{RANGE}|{AND}|,\s*and)\s*{DAY})*"
DAY_FIRST = re.compile(
    rf"{FROM}(?<![\d.])\b(?P<days>{DAYS}){OF}(?P<month>{MONTH})\b(?:,?{OF}(?P<year>{YEAR})\b)?"
    rf"(?:\s*{RANGE}\s*(?P<day2>{DAY}){OF}(?P<month2>{MONTH})\b(?:,?{OF}(?P<year2>{YEAR})\b)?)?",
    re.I,
)
MONTH_FIRST = re.compile(
    rf"\b(?P<month>{MONTH})\s+(?P<days>{DAYS})(?:,\s*(?P<year>{YEAR})\b)?"
    rf"(?:\s*{RANGE}\s*(?P<month2>{MONTH})\s+(?P<day2>{DAY})(?:,\s*(?P<year2>{YEAR})\b)?)?",
    re.I,
)
MONTH_ONLY = re.compile(rf"\b(?P<month>{MONTH})(?:,?\s*(?:of|de|del|du)?\s*)(?P<year>{YEAR})\b", re.I)
NUMBER = re.compile(r"(\d+)(?:st|nd|rd|th|º|°|er)?")
IS_RANGE = re.compile(rf"\s*{RANGE}\s*", re.I)
PERIOD = re.compile(
    rf"\b(?P<month>{MONTH})\s*(?:of|de)?\s*(?P<year>{YEAR})?\s*(?:-|–|to|and|a|al|y|e|et|à)\s*"
    rf"(?P<month2>{MONTH})\s*(?:of|de)?\s*(?P<year2>{YEAR})\b",
    re.I,
)


@dataclass(frozen=True)
class DateSpan:
    """A date or a range that a text names: ISO, or `YYYY-MM`; `--MM-DD` where it prints no year.

    `at` and `to` are offsets in the text that was searched.
    """

    start: str
    end: str
    at: int
    to: int

    @property
    def has_year(self) -> bool:
        """False where the text names day and month only."""
        return not self.start.startswith("--")

    def in_year(self, year: int) -> DateSpan | None:
        """The same days in a year, where the text named none; None where the year has no such day.

        >>> DateSpan("--12-30", "--01-02", 0, 9).in_year(2023)
        DateSpan(start='2023-12-30', end='2024-01-02', at=0, to=9)
        >>> DateSpan("--02-29", "--02-29", 0, 9).in_year(2023) is None
        True
        """
        if self.has_year:
            return self
        start = f"{year}{self.start[1:]}"
        end = f"{year + (self.end < self.start)}{self.end[1:]}"
        return DateSpan(start, end, self.at, self.to) if _is_day(start) and _is_day(end) else None


def find_dates(text: str) -> list[DateSpan]:
    """All dates that a text names, in order; a date without a year starts with `--`.

    >>> [(d.start, d.end) for d in find_dates("Beijing, 27 and 28 August 2024; 16-18 October; February 2019")]
    [('2024-08-27', '2024-08-28'), ('--10-16', '--10-18'), ('2019-02', '2019-02')]
    >>> [(d.start, d.end) for d in find_dates("Caracas, 28 al 30 de noviembre de 2017")]
    [('2017-11-28', '2017-11-30')]
    >>> [(d.start, d.end) for d in find_dates("30 October to 2 November 2023")]
    [('2023-10-30', '2023-11-02')]
    >>> [(d.start, d.end) for d in find_dates("11, 12 and 30 October")]
    [('--10-11', '--10-12'), ('--10-30', '--10-30')]
    """
    found: list[DateSpan] = []
    for pattern in (DAY_FIRST, MONTH_FIRST, MONTH_ONLY):
        for match in pattern.finditer(text):
            if not any(match.start() < span.to and match.end() > span.at for span in found):
                found += _spans(match)
    return sorted(found, key=lambda span: (span.at, span.start))


def _spans(match: re.Match[str]) -> list[DateSpan]:
    """The dates of a match: one, or several where it names days that don't follow each other."""
    parts = match.groupdict()
    if match["month"].islower() and match["month"] in MONTHS["en"]:  # "2 may apply"
        return []
    month = MONTH_NUMBERS[match["month"].lower()]
    month2 = MONTH_NUMBERS[parts["month2"].lower()] if parts.get("month2") else month
    year2 = parts.get("year2") or parts.get("year") or "-"
    year = parts.get("year") or (year2 if year2 == "-" or month <= month2 else str(int(year2) - 1))
    if not parts.get("days"):
        whole = f"{year}-{month:02d}"
        return [DateSpan(whole, whole, *match.span())]
    ranges = _ranges(parts["days"], between=bool(parts.get("between")))
    named = [(f"{year}-{month:02d}-{a:02d}", f"{year}-{month:02d}-{b:02d}") for a, b in ranges]
    if parts.get("day2"):
        day2 = int(NUMBER.findall(parts["day2"])[0])
        named[-1] = (named[-1][0], f"{year2}-{month2:02d}-{day2:02d}")
    valid = [(a, b) for a, b in named if _is_day(a) and _is_day(b) and (a <= b or not a[0].isdigit())]
    return [DateSpan(a, b, *match.span()) for a, b in valid]


def _ranges(days: str, *, between: bool) -> list[tuple[int, int]]:
    """First and last day of each run of days.

    >>> _ranges("3, 4 and 9 to 11", between=False)
    [(3, 4), (9, 11)]
    """
    numbers = list(NUMBER.finditer(days))
    ranges = [(int(numbers[0][1]),) * 2]
    for before, number in pairwise(numbers):
        gap, day = days[before.end() : number.start()], int(number[1])
        last = ranges[-1][1]
        if between or day == last + 1 or (day > last and IS_RANGE.fullmatch(gap)):
            ranges[-1] = (ranges[-1][0], day)
        else:
            ranges.append((day, day))
    return ranges


def _is_day(iso: str) -> bool:
    """True for a day that there is; without a year, in a leap year."""
    year, month, day = iso.rsplit("-", 2)
    return int(day) <= monthrange(2024 if year == "-" else int(year), int(month))[1]


def find_period(text: str) -> tuple[str, str] | None:
    """The first period between two months that a text names.

    >>> find_period("in the period November 2017 - October 2018, in which")
    ('2017-11', '2018-10')
    """
    match = PERIOD.search(text)
    if match is None:
        return None
    month, month2 = (MONTH_NUMBERS[match[name].lower()] for name in ("month", "month2"))
    year2 = int(match["year2"])
    year = int(match["year"]) if match["year"] else (year2 if month <= month2 else year2 - 1)
    return f"{year}-{month:02d}", f"{year2}-{month2:02d}"
