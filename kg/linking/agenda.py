"""Where a text speaks of the Sustainable Development Goals: there the names of goals mean goals."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from kg.linking.entities import Mention
from kg.linking.goal_names import find_names

AGENDA = re.compile(
    r"\b(?:SDGs?|ODS|ODD)\b|2030\s+Agenda|(?:Agenda|Programme)\s+(?:de\s+)?2030|Sustainable\s+Development\s+(?:Goal|Objective)"
    r"|Objetivos?\s+de\s+Desarrollo\s+Sostenible|Objetivos?\s+de\s+Desenvolvimento\s+Sustent|"
    r"Objectifs?\s+de\s+d[ée]veloppement\s+durable",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"[.!?]\s")
PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*")
PAGE_NUMBER = re.compile(r"[\W\d]*")
# What a list item begins with, behind which a name opens it.
ITEM = re.compile(r"(?:[-•*+·–]|(?<!\w)\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)])[\s*_\"“«]*\Z")
LINE_BEFORE, LINE_AFTER = re.compile(r"(?:\A|\n)[^\w\n]*\Z"), re.compile(r"[^\w\n]*(?:\n|\Z)")


def stretches(text: str, openers: Iterable[int] = ()) -> list[tuple[int, int]]:
    """Where a text speaks of the goals: from a sentence with an agenda word to the paragraph's end.

    A paragraph that ends in a colon takes the list that follows with it, as long as its items name goals.
    """
    found: list[tuple[int, int]] = []
    paragraphs = [0, *(match.end() for match in PARAGRAPH.finditer(text))]
    for at in sorted([*(match.start() for match in AGENDA.finditer(text)), *openers]):
        if found and at < found[-1][1]:
            continue
        paragraph = paragraphs[bisect_right(paragraphs, at) - 1]
        start = max((m.end() for m in SENTENCE.finditer(text, paragraph, at)), default=paragraph)
        end = _paragraph_end(text, at)
        if text[start:end].rstrip("* _\n").endswith(":"):
            end = _list_end(text, end)
        found.append((start, end))
    return found


def _paragraph_end(text: str, at: int) -> int:
    match = PARAGRAPH.search(text, at)
    return match.start() if match else len(text)


def _list_end(text: str, end: int) -> int:
    """The end of the list that follows; a page number may stand in it."""
    at = end
    while match := PARAGRAPH.match(text, at):
        at = _paragraph_end(text, match.end())
        paragraph = text[match.end() : at]
        if any(is_item(text, mention) for mention, _ in find_names(text, match.end(), at)) or AGENDA.search(paragraph):
            end = at
        elif not PAGE_NUMBER.fullmatch(paragraph):
            break
    return end


def is_item(text: str, mention: Mention) -> bool:
    """True for a name that opens a list item or has a line to itself."""
    before = text[max(0, mention.start - 12) : mention.start]
    alone = LINE_BEFORE.search(before) and LINE_AFTER.match(text, mention.end)
    return bool(alone or ITEM.search(before))
