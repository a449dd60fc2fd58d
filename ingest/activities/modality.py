"""Modality: whether an activity is held face to face, online or both."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest import patterns
from ingest.activities.narration import Occasion
from ingest.activities.text import ActivityText, Fact
from ingest.activities.verbs import VERB
from ingest.words import either
from search.passages import Span
from search.sentences import sentence_around

BEHIND_COUNT = 40  # characters: "Participants: 40 students, online"
QUALIFIES = re.compile(r"\s+[a-zà-ÿ]")
IS_EVENT = re.compile(rf"\b(?:{patterns.EVENT}|\w*-?conf[eé]r[eéê]nc\w+|web\w*nar\w*)s?\b", re.IGNORECASE)
PAST_YEAR = re.compile(r"\b(?P<year>(?:19|20)\d\d)\s*\(\s*\Z")  # "the dialogues of 2021 (virtual)"
MADE_AVAILABLE = re.compile(  # "put online", "disponible en línea": a text is, and no event
    either(
        {
            "en": r"(?:put|placed|published|available|posted|accessible|consulted|sold)\s+\Z",
            "es": r"(?:pus(?:o|ieron)|puest[oa]s?|publicad[oa]s?|disponibles?|colocad[oa]s?|consultad[oa]s?)\s+\Z",
            "pt": r"(?:colocad[oa]s?|publicad[oa]s?|dispon[íi]ve(?:l|is)|post[oa]s?)\s+\Z",
            "fr": r"(?:mise?s?|publi[ée]e?s?|disponibles?|consultables?)\s+\Z",
        }
    ),
    re.IGNORECASE,
)
MODALITIES = (("face-to-face", patterns.FACE_TO_FACE), ("virtual", patterns.VIRTUAL))


def read_modality(text: ActivityText, occasions: list[Occasion]) -> tuple[Fact, ...]:
    """The forms that are said where the event is announced, each once; both where it is called hybrid."""
    found: dict[str, Fact] = {}
    for start, end in _scopes(text, occasions):
        for value, pattern in MODALITIES:
            for each in (pattern, patterns.HYBRID):
                for match in each.finditer(text.prose, start, end):
                    fact = text.fact(value, *match.span(), "says-modality")
                    if value not in found and _of_an_event(text, match, fact):
                        found[value] = fact
    return tuple(found[value] for value in sorted(found))


def _of_an_event(text: ActivityText, match: re.Match[str], fact: Fact) -> bool:
    """True where a word of form stands for itself or in a sentence on an event, and not in "online sales grew"."""
    sentence = text.prose[fact.start : fact.end]
    before = text.prose[fact.start : match.start()]
    year = PAST_YEAR.search(before)
    if MADE_AVAILABLE.search(before) or (year and int(year["year"]) not in text.about.years):
        return False
    return not QUALIFIES.match(text.prose, match.end()) or bool(IS_EVENT.search(sentence) or VERB.search(sentence))


def _scopes(text: ActivityText, occasions: list[Occasion]) -> Iterator[Span]:
    """The section on format, or the sentences of a plan that announce.

    Else heading and beginning, where an occasion is told, where people are counted.
    """
    in_format = list(text.sections_of("format"))
    if in_format or text.structured:
        yield from in_format or (sentence_around(text.prose, *each.at, within=text.span) for each in occasions)
        return
    yield text.unit.start, text.unit.body
    yield text.span if text.planned else text.header
    for each in occasions:
        yield sentence_around(text.prose, *each.at, within=text.span)
    for match in patterns.PARTICIPANTS.finditer(text.prose, *text.span):
        yield match.start(), min(text.span[1], match.end() + BEHIND_COUNT)
