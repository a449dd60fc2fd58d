"""What stands around the text of printed pages: running heads, page numbers, footnotes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from ingest.readers.printed import Line

EDGE = 3  # lines at the top and at the bottom of a page
PAGE_NUMBER = re.compile(
    r"[-–—|\s]*(?:(?:page|p[áa]gina|p[áa]g\.?|p\.)\s*)?(\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|de|/)\s*\d{1,4})?[-–—|\s]*",
    re.I,
)
AT_END = re.compile(r"(?:^(\d{1,4})\b)|(?:\b(\d{1,4})\W*$)")
FEW_PAGES = 6  # where a document has fewer, a running head stands on half of them
SHARE = 0.15  # of more pages, at least
SAME_HEIGHT = 3  # points


@dataclass(frozen=True)
class Sheet:
    """A page taken apart: its text, and what stands around it."""

    body: tuple[Line, ...]
    head: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()
    notes: tuple[Line, ...] = ()


def take_apart(pages: Sequence[Sequence[Line]], body_size: float) -> list[Sheet]:
    """Part the text of each page from running heads, page numbers and footnotes.

    A running head is kept where it comes first; on later pages only its page number is.
    """
    edges = [(_edge(lines, top=True), _edge(lines, top=False)) for lines in pages]
    at_edges = {id(line): line for top, bottom in edges for line in (*top, *bottom)}
    running = _running(list(at_edges.values()), len(pages))
    told: set[str] = set()
    sheets = []
    for lines, (top, bottom) in zip(pages, edges, strict=True):
        heads = _outermost(top, running)
        feet = [line for line in _outermost(bottom, running)[::-1] if line not in heads]
        around = {id(line) for line in (*heads, *feet)}
        rest = [line for line in lines if id(line) not in around]
        notes = _notes(rest, body_size)
        sheets.append(
            Sheet(
                tuple(rest[: len(rest) - len(notes)]),
                tuple(_said(heads, told)),
                tuple(_said(feet, told)),
                tuple(notes),
            )
        )
    return sheets


def _edge(lines: Sequence[Line], *, top: bool) -> list[Line]:
    """The outermost lines, from the edge inwards; what shares a base line counts as one."""
    found = sorted(lines, key=lambda line: -line.y if top else line.y)
    last = dict.fromkeys(round(line.y) for line in found)
    inner = list(last)[:EDGE]
    return [line for line in found if round(line.y) in inner]


def _running(lines: Sequence[Line], pages: int) -> set[int]:
    """Those lines (by id) that stand on several pages at the same height, but for their numbers."""
    alike: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        alike[_key(line)].append(line)
    fewest = max(2, pages / 2) if pages < FEW_PAGES else max(3, SHARE * pages)
    return {
        id(line)
        for same in alike.values()
        for line in same
        if sum(abs(other.y - line.y) <= SAME_HEIGHT for other in same) >= fewest
    }


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", " ".join(line.text.casefold().split()))


def _outermost(edge: Sequence[Line], running: set[int]) -> list[Line]:
    """The lines of an edge up to the first that is text."""
    return list(takewhile(lambda line: id(line) in running or PAGE_NUMBER.fullmatch(line.text), edge))


def _said(lines: Sequence[Line], told: set[str]) -> list[str]:
    """What of running heads goes into the text."""
    said = []
    for line in lines:
        number = PAGE_NUMBER.fullmatch(line.text)
        if number:
            said.append(number[1])
        elif _key(line) not in told:
            told.add(_key(line))
            said.append(" ".join(line.text.split()))
        elif match := AT_END.search(line.text):
            said.append(match[1] or match[2])
    return said


def _notes(lines: Sequence[Line], body_size: float) -> list[Line]:
    """The footnotes that a page ends with: small lines from one on that a raised number opens."""
    for number, line in enumerate(lines):
        if opens_note(line) and all(other.size < 0.97 * body_size for other in lines[number:]):
            return list(lines[number:])
    return []


def opens_note(line: Line) -> bool:
    """True where a line begins with a raised number."""
    return len(line.words) > 1 and line.raises(line.words[0])
