"""Occasions: when and where an activity's event was or will be held, as its text announces it.

A report announces an event by a dateline ("Virtual. Lima, Peru, 3 May."), else by a sentence whose verb says that
it was held; what a sentence says of signing, deciding, publishing or of a past edition is background.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile

from ingest import patterns
from ingest.activity_text import ActivityText
from ingest.datelines import find_datelines
from ingest.dates import DateSpan, find_dates
from ingest.places import Place, find_places
from ingest.telling import Telling, clause_around, find_tellings
from ingest.verbs import MADE, VERB
from ingest.words import OTHER_ACTIVITIES, either
from ingest.years import dated_in, year_set
from search.passages import Span

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
OTHERS = re.compile(rf"^[\s*#_]*(?:{either(OTHER_ACTIVITIES)})[\s*_]*:?[\s*_]*$", re.IGNORECASE | re.MULTILINE)
PARAGRAPH_OPENS = re.compile(r"\n[^\S\n]*\n")
LIST_OPENS = re.compile(rf":[\s*_]*(?:\Z|\n\s*{patterns.BULLET})")
NEAR = 60  # characters between a verb and the date it governs, or the place


@dataclass(frozen=True)
class Occasion:
    """A date and the places of an event, either of which may be missing; `at` is where the text says so."""

    date: DateSpan | None
    places: tuple[Place, ...]
    at: Span
    rule: str
    ahead: bool = False
    joined: bool = False


def read_occasions(text: ActivityText) -> list[Occasion]:
    """Every occasion that a text announces, also one that did not come to pass."""
    if text.planned:
        return _planned(text)
    lines, told = _datelines(text), _narrated(text)
    if lines:  # they announce; what their own paragraphs say further is of other events, or is said twice
        headed = {_paragraph(text, each.at[0]) for each in lines}
        told = [x for x in told if x.date and not (x.ahead or x.joined) and _paragraph(text, x.at[0]) not in headed]
    return lines + told or _made(text)


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
    return in_format + [each for each in _narrated(text) if each.ahead]


def _datelines(text: ActivityText) -> list[Occasion]:
    found = []
    for start, end in find_datelines(text.prose, _own(text)):
        places = tuple(find_places(text.prose, (start, end), text.mentions))
        for span in find_dates(text.prose[start:end]):
            if dated := dated_in(span, text.about):
                found.append(Occasion(dated, places, (start + span.at, start + span.to), "dateline"))
    return found


def _own(text: ActivityText) -> Span:
    """Where the activity itself is told, before the heading of other activities."""
    others = OTHERS.search(text.prose, *text.span)
    return text.span[0], others.start() if others else text.span[1]


def _narrated(text: ActivityText) -> list[Occasion]:
    """Occasions that sentences tell; what SELA only took part in counts where nothing of its own comes before."""
    told = [occasion for sentence in _own_sentences(text) for occasion in _told_in(text, sentence)]
    first_own = next((n for n, each in enumerate(told) if not each.joined), len(told))
    found = [each for n, each in enumerate(told) if not each.joined or n < first_own]
    if not any(each.places for each in found):
        found += _placed(text)
    return found


def _own_sentences(text: ActivityText) -> list[Span]:
    """Sentences before the heading of other activities; one that ends in a colon holds the list that it opens."""
    end = _own(text)[1]
    found: list[Span] = []
    for start, stop in takewhile(lambda sentence: sentence[0] < end, text.sentences):
        item = patterns.LIST_ITEM.match(text.prose, start, stop)
        if item and found and LIST_OPENS.search(text.prose, *found[-1]):
            found[-1] = found[-1][0], stop
        else:
            found.append((start, stop))
    return found


def _told_in(text: ActivityText, sentence: Span) -> list[Occasion]:
    start = sentence[0]
    found = []
    for telling in find_tellings(text.prose[slice(*sentence)], text.unit.title):
        at = start + telling.date.at, start + telling.date.to
        if dated := dated_in(telling.date, text.about, set_year=_set_year(text, telling, at[0]), ahead=telling.ahead):
            clause = start + telling.clause[0], start + telling.clause[1]
            found.append(Occasion(dated, _nearest(text, clause, at), at, "told-as-held", telling.ahead, telling.joined))
    return found


def _nearest(text: ActivityText, clause: Span, at: Span) -> tuple[Place, ...]:
    """The place of a clause that is nearest to the date; none for "initially foreseen in Lima"."""
    places = [
        place
        for place in find_places(text.prose, clause, text.mentions)
        if [verb.lastgroup for verb in VERB.finditer(text.prose, clause[0], place.start)][-1:] != ["moved"]
    ]
    return tuple(sorted(places, key=lambda place: min(abs(place.start - at[1]), abs(at[0] - place.end)))[:1])


def _set_year(text: ActivityText, telling: Telling, at: int) -> int | None:
    """The year that the paragraph has set before a date; for "of the same year" the one last printed."""
    if telling.date.relative == "same":
        years = YEAR.findall(text.prose, text.span[0], at)
        return int(years[-1]) if years else None
    return year_set(text.prose[_paragraph(text, at) : at])


def _paragraph(text: ActivityText, at: int) -> int:
    """Where the paragraph opens that holds an offset."""
    opens = (match.end() for match in PARAGRAPH_OPENS.finditer(text.prose, text.span[0], at))
    return max(opens, default=text.span[0])


def _placed(text: ActivityText) -> list[Occasion]:
    """The first place where the event is said to be held, by a sentence that names no date."""
    for start, end in _own_sentences(text):
        sentence = text.prose[start:end]
        verb = next((verb for verb in VERB.finditer(sentence) if verb.lastgroup in ("held", "will")), None)
        if verb is None or find_dates(sentence) or YEAR.search(sentence):
            continue
        after = start + verb.end(), start + clause_around(sentence, verb.start(), verb.end())[1]
        for place in find_places(text.prose, after, text.mentions):
            if place.city and place.start - after[0] <= NEAR:
                return [Occasion(None, (place,), (place.start, place.end), "told-as-held", verb.lastgroup == "will")]
    return []


def _made(text: ActivityText) -> list[Occasion]:
    """The first month in which something is said to have come out, where the text tells no event."""
    for start, end in _own_sentences(text):
        sentence = text.prose[start:end]
        if patterns.ANNOUNCED.search(sentence):
            continue
        for span in find_dates(sentence):
            made = [match for match in MADE.finditer(sentence) if 0 <= span.at - match.end() <= NEAR]
            if made and (dated := dated_in(span, text.about)):
                return [Occasion(dated, (), (start + span.at, start + span.to), "told-as-made")]
    return []
