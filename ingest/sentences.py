"""Sentences: where the one begins and ends that holds a span. Every fact leads back to one."""

from __future__ import annotations

import re

SENTENCE_END = re.compile(
    r"[.!?][\"”’)*\]]*(?=\s+[\"“«(\[*¡¿]*[A-ZÁÉÍÓÚÑÀÂÇ0-9]|\s*\Z)|\n[^\S\n]*\n|\n(?=[ \t]*(?:[-•*+]|\d{1,2}[.)])[ \t])"
)
ABBREVIATED = re.compile(r"(?:\b(?:St|Mr|Ms|Mrs|Dr|Prof|No|N|U\.S|vs|etc|pp|art|Sr|Sra|Ltd|Inc|Co)|\b[A-Z])\.\Z")


def sentence_around(text: str, start: int, end: int, *, within: tuple[int, int]) -> tuple[int, int]:
    """The sentence or list item that holds a span, as offsets.

    >>> text = "One. It was held in St. Lucia, in May. Three."
    >>> text[slice(*sentence_around(text, 20, 22, within=(0, len(text))))]
    'It was held in St. Lucia, in May.'
    """
    first, last = within
    for match in SENTENCE_END.finditer(text, *within):
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
    return text[at] == "." and bool(ABBREVIATED.search(text[max(0, at - 8) : at + 1]))
