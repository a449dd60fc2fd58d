"""Announcements: when and where a plan says that its event is to be, by a verb to come or by no verb at all.

"A seminar in Lima on 3 May, with the Union of Pilots." and "Taller que se dictará en Lima en mayo." announce; what is
said to have been held does not, nor does a date outside the years that are planned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.activities.announcing_words import FORWARD, INVITES, OPENS, PRONOUN
from ingest.activities.narration import YEAR, Occasion, nearest_place
from ingest.activities.places import find_places
from ingest.activities.telling import COUNCIL, NEXT_ONE, NOT_ON, SUBJECT, clause_around, other_edition
from ingest.activities.text import ActivityText
from ingest.activities.verbs import VERB
from ingest.activities.years import dated_in
from ingest.dates import DateSpan, find_dates
from search.passages import Span


def announced(text: ActivityText) -> list[Occasion]:
    """The occasions that the sentences of a plan announce; its background does by a verb to come only."""
    background = list(text.sections_of("background"))
    found: list[Occasion] = []
    for sentence in text.sentences:
        inside = any(start <= sentence[0] < end for start, end in background)
        found += _in_sentence(text, sentence, background=inside)
    return found


def _in_sentence(text: ActivityText, span: Span, *, background: bool) -> Iterator[Occasion]:
    sentence = text.prose[slice(*span)]
    if other_edition(sentence, text.unit.title) or NEXT_ONE.search(sentence):
        return
    dates = find_dates(sentence)
    for date in dates:
        dated = _in_plan(text, date)
        if dated and _announces(sentence, date.at, background=background):
            at = span[0] + date.at, span[0] + date.to
            start, end = clause_around(sentence, date.at, date.to)
            places = nearest_place(text, (span[0] + start, span[0] + end), at)
            yield Occasion(dated, places, at, "announced", ahead=True)
    if not dates and not YEAR.search(sentence):
        yield from _undated(text, span, background=background)


def _undated(text: ActivityText, span: Span, *, background: bool) -> Iterator[Occasion]:
    """The first city that a sentence announces without a date."""
    for place in find_places(text.prose, span, text.mentions):
        if place.city and _announces(text.prose[slice(*span)], place.start - span[0], background=background):
            yield Occasion(None, (place,), (place.start, place.end), "announced", ahead=True)
            return


def _announces(sentence: str, at: int, *, background: bool) -> bool:
    """True where a sentence announces its event at what it names at an offset: a date, or a place."""
    before = sentence[:at]
    forward = list(FORWARD.finditer(before))
    told = [verb for verb in VERB.finditer(before) if verb.lastgroup != "will"]
    if NOT_ON.search(before) or COUNCIL.search(before) or (told and not _governs(forward, told[-1].end())):
        return False
    if forward:
        said = before[: forward[0].start()]
        if PRONOUN.match(said) or SUBJECT.search(said):
            return True
    return not background and bool(OPENS.match(sentence) or INVITES.search(sentence))


def _governs(forward: list[re.Match[str]], told: int) -> bool:
    """True where a verb to come stands behind what is told, or is what was taken for it."""
    return bool(forward) and forward[-1].end() >= told


def _in_plan(text: ActivityText, date: DateSpan) -> DateSpan | None:
    """The date with its year, where that is planned."""
    dated = dated_in(date, text.about, ahead=True)
    return dated if dated and int(dated.start[:4]) in text.about.years else None
