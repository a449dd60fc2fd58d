"""Occasions: when and where an activity's event was or will be held, as its text announces it.

A report announces an event by a dateline ("Virtual. Lima, Peru, 3 May."), else by a sentence whose verb says that
it was held; what a sentence says of signing, deciding, publishing or of a past edition is background.
"""

from __future__ import annotations

from ingest.activities.datelines import find_datelines
from ingest.activities.narration import Occasion, made, narrated, own_span, paragraph_start
from ingest.activities.places import find_places
from ingest.activities.text import ActivityText
from ingest.activities.years import dated_in
from ingest.dates import find_dates


def read_occasions(text: ActivityText) -> list[Occasion]:
    """Every occasion that a text announces, also one that did not come to pass."""
    if text.planned:
        return _planned(text)
    lines, told = _datelines(text), narrated(text)
    if lines:  # they announce; what their own paragraphs say further is of other events, or is said twice
        headed = {paragraph_start(text, each.at[0]) for each in lines}
        own = [each for each in told if each.date and not each.ahead and not each.joined]
        told = [each for each in own if paragraph_start(text, each.at[0]) not in headed]
    return _once(lines + told) or made(text)


def _once(occasions: list[Occasion]) -> list[Occasion]:
    """Each occasion where it is first told."""
    found: dict[object, Occasion] = {}
    for each in occasions:
        days = (each.date.start, each.date.end) if each.date else None
        found.setdefault((days, tuple((place.city, place.country.slug) for place in each.places)), each)
    return list(found.values())


def held_occasions(occasions: list[Occasion], status: str, text: ActivityText) -> list[Occasion]:
    """The occasions that count: of what was not held none, of what was moved the last one within the years."""
    if status in ("suspended", "not-implemented"):
        return []
    if status == "rescheduled":
        moved = [
            each for each in occasions if each.ahead and each.date and int(each.date.start[:4]) in text.about.years
        ]
        return [each for each in moved if each.at == moved[-1].at]
    return occasions


def _planned(text: ActivityText) -> list[Occasion]:
    """The dates of a plan's section on format, and those at which it says that the event will be held."""
    in_format = [
        Occasion(dated, (), (start + span.at, start + span.to), "date-of-format")
        for start, end in text.sections_of("format")
        for span in find_dates(text.prose[start:end])
        if (dated := dated_in(span, text.about))
    ]
    return in_format + [each for each in narrated(text) if each.ahead]


def _datelines(text: ActivityText) -> list[Occasion]:
    found = []
    for start, end in find_datelines(text.prose, own_span(text)):
        places = tuple(find_places(text.prose, (start, end), text.mentions))
        for span in find_dates(text.prose[start:end]):
            if dated := dated_in(span, text.about):
                found.append(Occasion(dated, places, (start + span.at, start + span.to), "dateline"))
    return found
