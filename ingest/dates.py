"""Dates as SELA's documents write them: days, ranges, months and parts of years, in four languages.

"27 and 28 August 2024", "28 al 30 de noviembre de 2017", "October 14-16, 2024", "the second half of 2019".
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.date_words import MONTH_ALONE, ORDINAL, PART, RELATIVE_YEAR, RELATIVE_YEARS, months_of
from ingest.words import MONTH, MONTH_NUMBERS, MONTHS, either

DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th|º|°|er)?(?!\d)"
OF = r"(?:\s+(?:(?:of|de|du|del|do)(?:\s+(?:the\s+month\s+of|mes\s+de|m[êe]s\s+de))?)?\s*)"
THE = r"(?:\s+(?:the|el|le|o|los|os|les)\b)?(?:\s+d[íi]as?\b)?"
RANGE = rf"(?:-|–|—|to|until|a|al|hasta|até|au|à){THE}"
AND = rf"(?:,|and|y|e|et|&){THE}"
FROM = rf"(?P<between>\b(?:between|entre){THE}\s+)?"
TO = rf"(?(between)(?:{RANGE}|{AND})|{RANGE})"  # "between 30 June and 2 July"
YEAR = r"(?:19|20)\d\d"
IN_YEAR = rf"(?:,?{OF}(?P<year>{YEAR})\b|,?\s+(?P<relative>{RELATIVE_YEAR})\b)"

DAYS = rf"{DAY}(?:\s*(?:{RANGE}|{AND}|,\s*and)\s*{DAY})*"
DAY_FIRST = re.compile(
    rf"{FROM}(?<![\d.])\b(?P<days>{DAYS}){OF}(?P<month>{MONTH})\b"
    rf"(?:\s*{TO}\s*(?P<day2>{DAY}){OF}(?P<month2>{MONTH})\b(?:,?{OF}(?P<year2>{YEAR})\b)?"
    rf"|{IN_YEAR}(?:\s*{TO}\s*(?P<day3>{DAY}){OF}(?P<month3>{MONTH})\b(?:,?{OF}(?P<year3>{YEAR})\b)?)?)?",
    re.I,
)
MONTH_FIRST = re.compile(
    rf"\b(?P<month>{MONTH})\s+(?P<days>{DAYS})(?:,?\s*(?P<year>{YEAR})\b|,?\s+(?P<relative>{RELATIVE_YEAR})\b)?"
    rf"(?:\s*{RANGE}\s*(?P<month2>{MONTH})\s+(?P<day2>{DAY})(?:,\s*(?P<year2>{YEAR})\b)?)?",
    re.I,
)
PERIOD = re.compile(
    rf"\b(?P<month>{MONTH})\s*(?:of|de)?\s*(?P<year>{YEAR})?\s*(?:-|–|to|and|until|a|al|y|hasta|e|até|et|à|au)\s*"
    rf"(?P<month2>{MONTH})\s*(?:of|de)?\s*(?P<year2>{YEAR})\b",
    re.I,
)
MONTH_ONLY = re.compile(rf"\b(?P<month>{MONTH}){IN_YEAR}", re.I)
NO_YEAR = re.compile(rf"\b{MONTH_ALONE}\b(?!\s+\d)", re.I)
PART_OF_YEAR = re.compile(
    rf"\b(?P<ordinal>{ORDINAL})\s+(?P<part>{PART})(?:{OF}(?:(?:the|el|l['’]|o)\s*)?(?:year\s+|año\s+|ano\s+|ann[ée]e\s+)?"
    rf"(?P<year>{YEAR})\b|\s+(?P<relative>{RELATIVE_YEAR})\b)",
    re.I,
)
NUMBER = re.compile(r"(\d+)(?:st|nd|rd|th|º|°|er)?")
IS_RANGE = re.compile(rf"\s*{RANGE}\s*", re.I)
RELATIVE = {name: re.compile(either(said), re.I) for name, said in RELATIVE_YEARS.items()}


@dataclass(frozen=True)
class DateSpan:
    """A date or a range that a text names: ISO, or `YYYY-MM`; `--MM-DD` or `--MM` where it prints no year.

    `at` and `to` are offsets in the text that was searched; `relative` is "this", "next", "last" or "same" where
    the text names the year so.
    """

    start: str
    end: str
    at: int
    to: int
    relative: str | None = None

    @property
    def has_year(self) -> bool:
        """False where the text names day and month only."""
        return not self.start.startswith("--")

    def in_year(self, year: int) -> DateSpan | None:
        """The same days in a year, where the text named none; None where the year has no such day.

        >>> DateSpan("--12-30", "--01-02", 0, 9).in_year(2023).end
        '2024-01-02'
        >>> DateSpan("--02-29", "--02-29", 0, 9).in_year(2023) is None
        True
        """
        if self.has_year:
            return self
        start = f"{year}{self.start[1:]}"
        end = f"{year + (self.end < self.start)}{self.end[1:]}"
        return replace(self, start=start, end=end) if _is_day(start) and _is_day(end) else None


def find_dates(text: str) -> list[DateSpan]:
    """All dates that a text names, in order; a date without a year starts with `--`.

    >>> [(d.start, d.end) for d in find_dates("Beijing, 27 and 28 August 2024; 16-18 October; February 2019")]
    [('2024-08-27', '2024-08-28'), ('--10-16', '--10-18'), ('2019-02', '2019-02')]
    >>> [(d.start, d.end) for d in find_dates("Caracas, 28 al 30 de noviembre de 2017")]
    [('2017-11-28', '2017-11-30')]
    >>> [(d.start, d.end) for d in find_dates("11, 12 and 30 October, and the second half of 2025")]
    [('--10-11', '--10-12'), ('--10-30', '--10-30'), ('2025-07', '2025-12')]
    """
    found: list[DateSpan] = []
    for pattern in (DAY_FIRST, MONTH_FIRST, PERIOD, PART_OF_YEAR, MONTH_ONLY, NO_YEAR):
        for match in pattern.finditer(text):
            if not any(match.start() < span.to and match.end() > span.at for span in found):
                found += _spans(match)
    return sorted(found, key=lambda span: (span.at, span.start))


def _spans(match: re.Match[str]) -> list[DateSpan]:
    """The dates of a match: one, or several where it names days that don't follow each other."""
    parts = match.groupdict()
    said = parts.get("relative")
    relative = next((name for name, pattern in RELATIVE.items() if said and pattern.fullmatch(said)), None)
    if parts.get("ordinal"):
        named = [f"{parts['year'] or '-'}-{month:02d}" for month in months_of(match["ordinal"], match["part"])]
        return [DateSpan(named[0], named[1], *match.span(), relative)]
    if match["month"].islower() and match["month"] in MONTHS["en"]:  # "2 may apply"
        return []
    valid = [(a, b) for a, b in _named(parts) if _is_day(a) and _is_day(b) and (a <= b or not a[0].isdigit())]
    return [DateSpan(a, b, *match.span(), relative) for a, b in valid]


def _named(parts: dict[str, str | None]) -> list[tuple[str, str]]:
    """First and last day, or month, of each date of a match, whether there is such a day or not."""
    day2, last_month, last_year = (parts.get(f"{name}2") or parts.get(f"{name}3") for name in ("day", "month", "year"))
    month = MONTH_NUMBERS[str(parts["month"]).lower()]
    month2 = MONTH_NUMBERS[last_month.lower()] if last_month else month
    year2 = last_year or parts.get("year") or "-"
    year = parts.get("year") or (year2 if year2 == "-" or month <= month2 else str(int(year2) - 1))
    days = parts.get("days")
    if not days:
        return [(f"{year}-{month:02d}", f"{year2}-{month2:02d}")]
    ranges = _ranges(days, between=bool(parts.get("between")))
    named = [(f"{year}-{month:02d}-{a:02d}", f"{year}-{month:02d}-{b:02d}") for a, b in ranges]
    if day2:
        named[-1] = (named[-1][0], f"{year2}-{month2:02d}-{int(NUMBER.findall(day2)[0]):02d}")
    return named


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
    """True for a month, and for a day that there is; without a year, in a leap year."""
    year, month, *day = iso.replace("--", "2024-", 1).split("-")
    return not day or int(day[0]) <= monthrange(int(year), int(month))[1]


def find_period(text: str) -> tuple[str, str] | None:
    """The first period between two months that a text names.

    >>> find_period("in the period November 2017 - October 2018, in which")
    ('2017-11', '2018-10')
    """
    match = PERIOD.search(text)
    return _named(match.groupdict())[0] if match else None
