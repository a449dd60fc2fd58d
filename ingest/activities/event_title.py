"""The event's own title, where it differs from the heading of the activity."""

from __future__ import annotations

import re

from ingest import patterns
from ingest.activities.telling import other_edition
from ingest.activities.text import ActivityText, Fact
from ingest.activities.verbs import VERB
from kg.terms import fold
from search.passages import Span

QUOTED = re.compile(r"“([^“”]{12,300})”|«\s*([^«»]{12,300}?)\s*»|\"([^\"]{12,300})\"")
IS_EVENT = re.compile(rf"\b{patterns.EVENT}\b", re.IGNORECASE)
HOLDS = ("held", "will", "joined")
SHARED = 0.4  # of the words of a name in quotes; one that shares fewer with the heading is of some other event


def read_event_title(text: ActivityText) -> Fact | None:
    """The title that a report links to, else the first name of an event, in quotes, that was held or will be."""
    span, rule = (text.title_link[0], "linked-title") if text.title_link else (_quoted(text), "quoted-title")
    if span is None:
        return None
    title = " ".join(re.sub(r"\\(.)", r"\1", text.prose[slice(*span)]).split()).strip(" .,*")
    return Fact(title, *span, rule) if title and fold(title) != fold(text.unit.title) else None


def _quoted(text: ActivityText) -> Span | None:
    """Where a report first names an event in quotes beside a verb of holding."""
    if text.planned:
        return None
    for start, end in text.sentences:
        sentence = text.prose[start:end]
        if not any(verb.lastgroup in HOLDS for verb in VERB.finditer(sentence)):
            continue
        for match in QUOTED.finditer(sentence):
            group = match.lastindex or 0
            if IS_EVENT.search(match[group]) and _is_of(match[group], text.unit.title):
                return start + match.start(group), start + match.end(group)
    return None


def _is_of(name: str, heading: str) -> bool:
    """True where a name shares enough words with the heading, and is not that of another edition.

    >>> _is_of("Regional Seminar on port lamps", "Lamps for every port"), _is_of("II Forum", "III Forum")
    (True, False)
    """
    words = {word for word in re.findall(r"\w{4,}", fold(name)) if not IS_EVENT.fullmatch(word)}
    shared = words & set(re.findall(r"\w{4,}", fold(heading)))
    return name[0].isupper() and not other_edition(name, heading) and len(shared) >= SHARED * max(1, len(words))
