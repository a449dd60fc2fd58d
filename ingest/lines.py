"""Lines of a text and what they are on the page: page numbers, contents, tables, footnotes.

They are recognised here, once, and never removed: offsets stay those of the text.
"""

from __future__ import annotations

import re

from ingest.documents import Line, LineKind
from ingest.heads import find_head
from ingest.words import CONTENTS, either

MARKS = re.compile(r"</?[bi]>|[#*_>]|\\(?=_)")
PAGE_NUMBER = re.compile(r"\s*[-–]?\s*(\d{1,3}|[ivxl]{1,6})\s*[-–]?\s*")
ENTRY = re.compile(r"^(?P<title>.*?\S)(?:\t+|\s*(?:\. ?){3,}|\s*…+\s*| {3,})\s*(?P<page>\d{1,3}|[ivxl]{1,6})\s*$")
CONTENTS_HEADING = re.compile(either(CONTENTS), re.IGNORECASE)
SPACED = re.compile(r"\b(?:\w ){3,}\w\b")
TABLE = re.compile(r"\S\t+\s*\S")
FOOTNOTE = re.compile(r"\s*<sup>\d+</sup>|\s*\[\^?\d+\]:?\s")
RULE = re.compile(r"\s*(?:-{3,}|_{3,}|\*{3,})\s*")
NUMBERED = re.compile(r"^\W*(?:\w+\s+)?(?:[IVXLC]+|[A-Z]|\d+)(?:\.(?:[IVXLC]+|[A-Z]|\d+))*\.?:?\t+|^\W*\w+:\t+")
PAGE_BEFORE = re.compile(r"^\d{1,3}\s*(?=[^\W\d])")
LONGEST_ENTRY = 400


def plain(line: str) -> str:
    """A line without Markdown's and HTML's marks, spaced-out letters closed.

    >>> plain("# **C O N T E N T S**")
    'CONTENTS'
    """
    bare = MARKS.sub("", line).strip()
    return SPACED.sub(lambda match: match.group().replace(" ", ""), bare)


def read_lines(text: str) -> tuple[tuple[Line, ...], frozenset[str]]:
    """The lines of a text with their kinds, and the titles that its contents pages list."""
    spans = [(match.start(), match.end()) for match in re.finditer(r"[^\n]*\n|[^\n]+\Z", text)]
    bare = [plain(text[start:end]) for start, end in spans]
    in_contents = _contents(bare)
    lines = [
        Line(start, end, _kind(text[start:end], bare[number], number in in_contents))
        for number, (start, end) in enumerate(spans)
    ]
    titles = {_title(bare[number]) for number in in_contents if bare[number]}
    return tuple(lines), frozenset(titles)


def _title(entry: str) -> str:
    """What a contents entry points at: without its page number, tabs closed."""
    match = ENTRY.match(entry)
    return " ".join((match["title"] if match else entry).split())


def _kind(line: str, bare: str, in_contents: bool) -> LineKind:
    if in_contents:
        return "contents"
    if not bare:
        return "rule" if RULE.fullmatch(line) else "blank"
    if RULE.fullmatch(line):
        return "rule"
    if PAGE_NUMBER.fullmatch(bare) and (bare.isdigit() or not bare.isupper()):
        return "page-number"
    if FOOTNOTE.match(line):
        return "footnote"
    return "table" if _is_row(line) else "text"


def _is_row(line: str) -> bool:
    """True where tabs part the cells of a row; one between number and title ("PROJECT I.4.<tab>Ports") does not."""
    if line.startswith("\t"):
        return True
    if not TABLE.search(line.rstrip()):
        return False
    glued = (PAGE_BEFORE.sub("", plain(piece)) for piece in line.split("****"))
    heads = ((bare, find_head(bare)) for bare in glued)
    return any(TABLE.search(bare[head.end :] if head else NUMBERED.sub("", bare)) for bare, head in heads)


def _contents(bare: list[str]) -> frozenset[int]:
    """Numbers of the lines that belong to contents pages: from their heading to the last entry."""
    found: set[int] = set()
    for number, line in enumerate(bare):
        if number in found or not CONTENTS_HEADING.fullmatch(line):
            continue
        last = number
        for following in range(number + 1, len(bare)):
            entry = bare[following]
            if ENTRY.match(entry) and len(entry) <= LONGEST_ENTRY:
                last = following
            elif len(entry) > LONGEST_ENTRY or following - last > 12:
                break
        found.update(range(number, last + 1))
    return frozenset(found)
