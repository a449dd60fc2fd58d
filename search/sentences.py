"""Sentences and list items of a text, as spans."""

from __future__ import annotations

import re

from search.passages import Span

END = re.compile(
    r"[.!?][\"”’»)*_\]]*(?=\s+[\"“«(\[*_¿¡#-]*[A-ZÁÀÂÃÉÊÍÓÔÕÚÑÇ0-9]|\s*\Z)"  # a sentence's
    r"|\n[^\S\n]*\n|\n(?=[ \t]*(?:[-•*+]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)])[ \t])"  # a paragraph's or an item's
)
ABBREVIATION = re.compile(
    r"(?:\b(?:St|Mr|Ms|Mrs|Dr|Prof|No|N|Nos|U\.S|vs|etc|pp|art|Sr|Sra|Ltd|Inc|Co|approx|Ave)|\b[A-Z])\.\Z"
)


def sentences(text: str) -> list[Span]:
    """The spans of a text's sentences and list items, in order, without white space around them.

    >>> [("It met in St. Lucia. It ended."[a:b]) for a, b in sentences("It met in St. Lucia. It ended.")]
    ['It met in St. Lucia.', 'It ended.']
    """
    found: list[Span] = []
    start = 0
    for match in END.finditer(text):
        if _abbreviates(text, match):
            continue
        found.append((start, match.end()))
        start = match.end()
    found.append((start, len(text)))
    return [trimmed for a, b in found if (trimmed := _trimmed(text, a, b))[0] < trimmed[1]]


def sentence_around(text: str, start: int, end: int, *, within: Span) -> Span:
    """The sentence or list item that holds a span, as offsets.

    >>> text = "One. It was held in St. Lucia, in May. Three."
    >>> text[slice(*sentence_around(text, 20, 22, within=(0, len(text))))]
    'It was held in St. Lucia, in May.'
    """
    first, last = within
    for match in END.finditer(text, *within):
        if match.end() <= start:
            if not _abbreviates(text, match):
                first = match.end()
        elif match.start() >= end - 1 and not _abbreviates(text, match):
            last = match.end()
            break
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last


def _abbreviates(text: str, stop: re.Match[str]) -> bool:
    """True for the stop of "St." and the like, which ends no sentence."""
    at = stop.start()
    return text[at] == "." and bool(ABBREVIATION.search(text[max(0, at - 8) : at + 1]))


def _trimmed(text: str, start: int, end: int) -> Span:
    inside = text[start:end]
    lead = len(inside) - len(inside.lstrip())
    return start + lead, start + max(lead, len(inside.rstrip()))
