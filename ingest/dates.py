"""Dates as SELA's documents write them: days, ranges and months, in four languages.

"27 and 28 August 2024", "28 al 30 de noviembre de 2017", "October 14-16, 2024", "February 2019".
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

from ingest.words import MONTH, MONTH_NUMBERS

DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th|º|er)?"
OF = r"(?:\s+(?:of|de|du|del)?\s*)"
LINK = r"(?:\s*(?:-|–|—|to|and|y|e|et|a|al|au|y\s+el|,)\s*(?:el\s+|le\s+)?)"
YEAR = r"(?:19|20)\d\d"

DAY_FIRST = re.compile(
    rf"(?<![\d.])(?P<days>{DAY}(?:{LINK}{DAY})*){OF}(?P<month>{MONTH})\b"
    rf"(?:{LINK}(?P<day2>{DAY}){OF}(?P<month2>{MONTH})\b)?(?:,?\s*(?:of|de|del|du)?\s*(?P<year>{YEAR})\b)?",
    re.I,
)
MONTH_FIRST = re.compile(
    rf"\b(?P<month>{MONTH})\s+(?P<days>{DAY}(?:{LINK}{DAY})*)(?!\d)(?:,\s*(?P<year>{YEAR})\b)?", re.I
)
MONTH_ONLY = re.compile(rf"\b(?P<month>{MONTH})(?:,?\s*(?:of|de|del|du)?\s*)(?P<year>{YEAR})\b", re.I)
PERIOD = re.compile(
    rf"\b(?P<month>{MONTH})\s*(?:of|de)?\s*(?P<year>{YEAR})?\s*(?:-|–|to|and|a|al|y|e|et|à)\s*"
    rf"(?P<month2>{MONTH})\s*(?:of|de)?\s*(?P<year2>{YEAR})\b",
    re.I,
)


@dataclass(frozen=True)
class DateSpan:
    """A date or a range that a text names: ISO, or `YYYY-MM`; the year None-like "" where not printed.

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

    def in_year(self, year: int) -> DateSpan:
        """The same days in a year, where the text named none."""
        if self.has_year:
            return self
        return DateSpan(f"{year}{self.start[1:]}", f"{year}{self.end[1:]}", self.at, self.to)


def find_dates(text: str) -> list[DateSpan]:
    """All dates that a text names, in order; a date without a year starts with `--`.

    >>> [(d.start, d.end) for d in find_dates("Beijing, 27 and 28 August 2024; 16-18 October; February 2019")]
    [('2024-08-27', '2024-08-28'), ('--10-16', '--10-18'), ('2019-02', '2019-02')]
    >>> [(d.start, d.end) for d in find_dates("Caracas, 28 al 30 de noviembre de 2017")]
    [('2017-11-28', '2017-11-30')]
    >>> [(d.start, d.end) for d in find_dates("30 October to 2 November 2023")]
    [('2023-10-30', '2023-11-02')]
    """
    found: list[DateSpan] = []
    for pattern in (DAY_FIRST, MONTH_FIRST, MONTH_ONLY):
        for match in pattern.finditer(text):
            if any(match.start() < span.to and match.end() > span.at for span in found):
                continue
            span = _span(match)
            if span:
                found.append(span)
    return sorted(found, key=lambda span: span.at)


def _span(match: re.Match[str]) -> DateSpan | None:
    parts = match.groupdict()
    year = parts.get("year") or "-"
    month = MONTH_NUMBERS[match["month"].lower()]
    if not parts.get("days"):
        text = f"{year}-{month:02d}"
        return DateSpan(text, text, match.start(), match.end())
    days = [int(day) for day in re.findall(r"\d+", parts["days"])]
    last_day, last_month = days[-1], month
    if parts.get("day2"):
        last_day, last_month = (
            int(re.findall(r"\d+", parts["day2"])[0]),
            MONTH_NUMBERS[parts["month2"].lower()],
        )
    longest = (
        calendar.monthrange(int(year), last_month)[1]
        if year != "-"
        else calendar.monthrange(2024, last_month)[1]
    )
    if last_day > longest or days[0] > 31:
        return None
    return DateSpan(
        f"{year}-{month:02d}-{days[0]:02d}",
        f"{year}-{last_month:02d}-{last_day:02d}",
        match.start(),
        match.end(),
    )


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
