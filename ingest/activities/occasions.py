"""Occasions: when and where an activity's event was or will be held, as its text announces it.

A report announces an event by a dateline ("Virtual. Lima, Peru, 3 May."), else by a sentence whose verb says that
it was held; what a sentence says of signing, deciding, publishing or of a past edition is background.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ingest.activities.announcements import announced
from ingest.activities.datelines import find_datelines
from ingest.activities.narration import Occasion, made, narrated, own_span, paragraph_start
from ingest.activities.places import find_places
from ingest.activities.text import ActivityText
from ingest.activities.years import dated_in
from ingest.dates import DateSpan, find_dates
from search.passages import Span
from search.sentences import sentences


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
    if status == "implemented" and text.about.years:  # what comes after the years reported is a further event
        return [each for each in occasions if not (each.ahead and each.date) or _is_reported(text, each.date)]
    return occasions


def _is_reported(text: ActivityText, date: DateSpan) -> bool:
    return int(date.start[:4]) <= text.about.years[-1]


def _planned(text: ActivityText) -> list[Occasion]:
    """The dates and venues of a plan's section on format, and those at which it says that the event will be held.

    A plan without sections announces an event as a report does.
    """
    in_format = [each for section in text.sections_of("format") for each in _in_format(text, section)]
    told, said = narrated(text), announced(text)
    if text.structured:
        return _whole(in_format + [each for each in told if each.ahead] + said)
    own = [each for each in told if each.ahead or _is_in_plan(text, each)]
    return _whole(_datelines(text) + in_format + own + said)


def _whole(occasions: list[Occasion]) -> list[Occasion]:
    """Each occasion once; a month within another's says where only: "March to May, with a forum in Lima in May"."""
    spans = [each.date for each in occasions if each.date]
    return _once(
        [
            replace(each, date=None) if each.date and any(_is_month_of(each.date, span) for span in spans) else each
            for each in occasions
        ]
    )


def _is_month_of(date: DateSpan, span: DateSpan) -> bool:
    """True for a month in a span of several, or in which a span's days are."""
    longer = span.start < span.end and (date.start, date.end) != (span.start, span.end)
    return longer and date.start == date.end[:7] and span.start[:7] <= date.start and date.end <= span.end[:7]


def _in_format(text: ActivityText, section: Span) -> Iterator[Occasion]:
    for a, b in sentences(text.prose[slice(*section)]):
        start, end = section[0] + a, section[0] + b
        places = tuple(place for place in find_places(text.prose, (start, end), text.mentions) if place.city)
        dates = find_dates(text.prose[start:end])
        for span in dates:
            if dated := dated_in(span, text.about):
                yield Occasion(dated, places, (start + span.at, start + span.to), "date-of-format")
        if places and not dates:
            yield Occasion(None, places, (places[0].start, places[0].end), "place-of-format")


def _is_in_plan(text: ActivityText, each: Occasion) -> bool:
    return each.date is not None and int(each.date.start[:4]) in text.about.years


def _datelines(text: ActivityText) -> list[Occasion]:
    found = []
    for start, end in find_datelines(text.prose, own_span(text)):
        places = tuple(find_places(text.prose, (start, end), text.mentions))
        for span in find_dates(text.prose[start:end]):
            if dated := dated_in(span, text.about):
                found.append(Occasion(dated, places, (start + span.at, start + span.to), "dateline"))
    return found
