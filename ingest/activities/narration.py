"""Narration: the occasions that the sentences of an activity tell, where no dateline announces them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import takewhile

from ingest import patterns
from ingest.activities.places import Place, find_places
from ingest.activities.telling import Telling, clause_around, find_tellings
from ingest.activities.text import ActivityText
from ingest.activities.verbs import MADE, VERB
from ingest.activities.years import dated_in, year_set
from ingest.dates import DateSpan, find_dates
from ingest.words import OTHER_ACTIVITIES, either
from search.passages import Span

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
OTHERS = re.compile(rf"^[\s*#_]*(?:{either(OTHER_ACTIVITIES)})[\s*_]*:?[\s*_]*$", re.IGNORECASE | re.MULTILINE)
LIST_OPENS = re.compile(rf":[\s*_]*(?:\Z|\n\s*{patterns.BULLET})")
LONGEST = 6_000  # characters of a sentence with its list; what is longer is no prose
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


def narrated(text: ActivityText) -> list[Occasion]:
    """Occasions that sentences tell; what SELA only took part in counts where nothing of its own comes before."""
    told = [occasion for sentence in _own_sentences(text) for occasion in _told_in(text, sentence)]
    first_own = next((n for n, each in enumerate(told) if not each.joined), len(told))
    found = [each for n, each in enumerate(told) if not each.joined or n < first_own]
    if not any(each.places for each in found):
        found += _placed(text)
    return found


def made(text: ActivityText) -> list[Occasion]:
    """The first month in which something is said to have come out, where the text tells no event."""
    for start, end in _own_sentences(text):
        sentence = text.prose[start:end]
        if patterns.ANNOUNCED.search(sentence):
            continue
        for span in find_dates(sentence):
            before = [match for match in MADE.finditer(sentence) if 0 <= span.at - match.end() <= NEAR]
            if before and (dated := dated_in(span, text.about)):
                return [Occasion(dated, (), (start + span.at, start + span.to), "told-as-made")]
    return []


def own_span(text: ActivityText) -> Span:
    """Where the activity itself is told, before the heading of other activities."""
    others = OTHERS.search(text.prose, *text.span)
    return text.span[0], others.start() if others else text.span[1]


def paragraph_start(text: ActivityText, at: int) -> int:
    """Where the paragraph opens that holds an offset."""
    starts = text.paragraph_starts
    return starts[bisect_right(starts, at) - 1]


def _own_sentences(text: ActivityText) -> list[Span]:
    """Sentences before the heading of other activities; one that ends in a colon holds the list that it opens."""
    end = own_span(text)[1]
    found: list[Span] = []
    for start, stop in takewhile(lambda sentence: sentence[0] < end, text.sentences):
        item = patterns.LIST_ITEM.match(text.prose, start, stop)
        if item and found and LIST_OPENS.search(text.prose, *found[-1]):
            found[-1] = found[-1][0], stop
        else:
            found.append((start, stop))
    return [(start, stop) for start, stop in found if stop - start <= LONGEST]


def _told_in(text: ActivityText, sentence: Span) -> list[Occasion]:
    start = sentence[0]
    found = []
    for telling in find_tellings(text.prose[slice(*sentence)], text.unit.title):
        at = start + telling.date.at, start + telling.date.to
        if dated := dated_in(telling.date, text.about, set_year=_set_year(text, telling, at[0]), ahead=telling.ahead):
            clause = start + telling.clause[0], start + telling.clause[1]
            found.append(
                Occasion(dated, nearest_place(text, clause, at), at, "told-as-held", telling.ahead, telling.joined)
            )
    return found


def nearest_place(text: ActivityText, clause: Span, at: Span) -> tuple[Place, ...]:
    """The place of a clause that is nearest to the date; none for "initially foreseen in Lima"."""
    places = [
        place
        for place in find_places(text.prose, clause, text.mentions)
        if [verb.lastgroup for verb in VERB.finditer(text.prose, clause[0], place.start)][-1:] != ["moved"]
        and not _of_another(text.prose, clause, place, at)
    ]
    return tuple(sorted(places, key=lambda place: min(abs(place.start - at[1]), abs(at[0] - place.end)))[:1])


def _of_another(prose: str, clause: Span, place: Place, at: Span) -> bool:
    """True for a place in brackets with another date: "as agreed in the Forum (Madrid, 5 March), it met on 3 May"."""
    opens = prose.rfind("(", clause[0], place.start)
    closes = prose.find(")", opens) if opens > prose.rfind(")", clause[0], place.start) else -1
    return closes > 0 and not opens < at[0] < closes and bool(find_dates(prose[opens:closes]))


def _set_year(text: ActivityText, telling: Telling, at: int) -> int | None:
    """The year that the paragraph has set before a date; for "of the same year" the one last printed."""
    if telling.date.relative == "same":
        years = YEAR.findall(text.prose, text.span[0], at)
        return int(years[-1]) if years else None
    return year_set(text.prose[max(paragraph_start(text, at), at - LONGEST) : at])


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
