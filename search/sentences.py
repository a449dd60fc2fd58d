"""Sentences and list items of a text, as spans."""

from __future__ import annotations

import re

from search.passages import Span

END = re.compile(
    r"[.!?][\"”’»)*_\]]*(?=\s+[\"“«(\[*_¿¡#-]*[A-ZÁÀÂÃÉÊÍÓÔÕÚÑÇ0-9]|\s*\Z)"  # a sentence's
    r"|[;:]?[ \t]*(?:\r?\n[ \t]*\r?\n|\r?\n(?=[ \t]*(?:[-*•]|\(?\w{1,4}[.)])\s))"  # a paragraph's or item's
)
ABBREVIATION = re.compile(r"(?:\b(?:St|Mr|Ms|Mrs|Dr|Prof|No|N|Nos|vs|pp|art|Sr|Sra|Ltd|Inc|Co|approx|Ave)|\b[A-Z])\.\Z")


def sentences(text: str) -> list[Span]:
    """The spans of a text's sentences and list items, in order, without white space around them.

    >>> [("It met in St. Lucia. It ended."[a:b]) for a, b in sentences("It met in St. Lucia. It ended.")]
    ['It met in St. Lucia.', 'It ended.']
    """
    found: list[Span] = []
    start = 0
    for match in END.finditer(text):
        if match.group()[0] == "." and ABBREVIATION.search(text, max(0, match.start() - 8), match.start() + 1):
            continue
        found.append((start, match.end()))
        start = match.end()
    found.append((start, len(text)))
    return [trimmed for a, b in found if (trimmed := _trimmed(text, a, b))[0] < trimmed[1]]


def _trimmed(text: str, start: int, end: int) -> Span:
    inside = text[start:end]
    lead = len(inside) - len(inside.lstrip())
    return start + lead, start + max(lead, len(inside.rstrip()))
