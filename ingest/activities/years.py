"""The year of a date that a text prints without one, or tells by its place: "of this year"."""

from __future__ import annotations

import re

from ingest.dates import DateSpan
from ingest.documents import Metadata
from ingest.words import either

SET_YEAR = re.compile(  # "In 2023, four seminars were held": the dates that follow are of that year
    either(
        {
            "en": r"\b(?:In|During)\s+(?:the\s+year\s+)?(?P<year_en>(?:19|20)\d\d)\b",
            "es": r"\b(?:En|Durante)\s+(?:el\s+año\s+)?(?P<year_es>(?:19|20)\d\d)\b",
            "pt": r"\b(?:Em|Durante)\s+(?:o\s+ano\s+(?:de\s+)?)?(?P<year_pt>(?:19|20)\d\d)\b",
            "fr": r"\b(?:En|Durant|Pendant)\s+(?:l['’]ann[ée]e\s+)?(?P<year_fr>(?:19|20)\d\d)\b",
        }
    )
)


def year_set(text: str) -> int | None:
    """The year that a text last sets for what follows.

    >>> year_set("In 2023, four seminars were held: one on ports (27 June). It told of 2030.")
    2023
    """
    years = [year for match in SET_YEAR.finditer(text) for year in match.groups() if year]
    return int(years[-1]) if years else None


def dated_in(span: DateSpan, about: Metadata, *, set_year: int | None = None, ahead: bool = False) -> DateSpan | None:
    """A date with its year: the one printed, else one that the text sets, else the latest in the document's period.

    None where no year fits, and for a date before the period, which is of some event told as background.
    `ahead` is true where the text speaks of it as still to come: then it is of the document's last year.
    """
    if not about.years:
        return span if span.has_year else None
    first, last = about.period_start or str(about.years[0]), about.period_end or str(about.years[-1])
    told = {"this": about.years[-1], "next": about.years[-1] + 1, "last": about.years[-1] - 1, "same": set_year}
    year = told[span.relative] if span.relative else set_year
    dated = [span] if span.has_year else [each for each in [span.in_year(year)] if each] if year else []
    if dated:
        early = dated[0].start[: len(first)] < first[: len(dated[0].start)]
        late = int(dated[0].start[:4]) > int(last[:4]) + 1
        return None if early or late else dated[0]
    if ahead:
        return span.in_year(about.years[-1])
    years = [each for year in range(int(last[:4]), int(first[:4]) - 1, -1) if (each := span.in_year(year))]
    within = [each for each in years if first <= each.start[: len(first)] and each.start[: len(last)] <= last]
    return next(iter(within or years), None)
