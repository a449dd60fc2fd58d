"""Activities that a project lists under "Activities": each item of the list is one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.documents import Document
from ingest.outline.heading import Heading
from ingest.outline.heads import Head
from ingest.outline.lines import plain
from ingest.outline.titles import LONGEST_HEADING, Title, clean, content_end, first_sentence, read_title
from ingest.words import ACTIVITIES, either
from kg.terms import fold

LIST_OF = re.compile(rf"(?:[\divxlc]+(?:\.\d+)*[.)]*\s+)?(?:{either(ACTIVITIES)})\s*[:.]?")
ITEM = re.compile(
    r"(?P<indent>\s*)(?:[*_]{2})?(?:(?P<bullet>[-–•▪◦●■·*+])|(?P<open>\(?)(?P<code>\d{1,2}|[a-z])(?P<close>[.)]+[-–]?))"
    r"(?:[*_]{2})?[ \t\u00a0]+"
)


def itemised(document: Document, found: Sequence[Heading]) -> list[Heading]:
    """The items of the lists of activities.

    A list goes on until the next heading; an item has the mark and the indent of the first, and numbers count on.
    So a list within an item is none of activities.
    """
    opens = sorted(h.start for h in found if h.level not in ("section", "activity") or h.kind)
    result: list[Heading] = []
    for number, line in enumerate(document.lines):
        if line.kind == "text" and LIST_OF.fullmatch(fold(plain(document.text[line.start : line.end]))):
            until = next((start for start in opens if start > line.start), len(document.text))
            result += _items(document, number + 1, until)
    return result


def _items(document: Document, first: int, until: int) -> Iterator[Heading]:
    shape, counted, ended = None, 0, False
    for number in range(first, len(document.lines)):
        line = document.lines[number]
        if line.start >= until:
            return
        match = ITEM.match(document.text, line.start, content_end(document, number)) if line.kind == "text" else None
        if match is None:
            ended = ended or (shape is None and line.kind == "text")
            continue
        if ended:
            return
        own = (match["indent"], match["bullet"], match["open"], match["close"])
        shape = shape or own
        if own != shape or not _counts_on(match["code"], counted):
            continue
        head = Head("activity", match["code"], match.end(), parted=True)
        title = read_title(document, number, head, match.end(), bold="**" in match.group())
        said, text = first_sentence(document.text[match.end() : content_end(document, number)])
        if title and text:
            title = Title(clean(said).rstrip(" ."), match.end() + len(said))
        if title and len(title.text.split()) <= LONGEST_HEADING:
            counted += 1
            yield Heading("activity", title.text, line.start, title.body, code=match["code"])


def _counts_on(code: str | None, counted: int) -> bool:
    """True for a bullet, and for the next number or letter."""
    if code is None:
        return True
    return code in (str(counted + 1), chr(ord("a") + counted))
