"""Lines of a text and what they are on the page: page numbers, contents, tables, footnotes.

They are recognised here, once, and never removed: offsets stay those of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest.documents import Line, LineKind
from ingest.outline.heads import find_head
from ingest.words import CONTENTS, either
from kg.terms import fold

MARKS = re.compile(r"</?[bi]>|[#*_>]|\\(?=_)")
PAGE_NUMBER = re.compile(r"\s*[-–]?\s*(\d{1,3}|[ivxl]{1,6})\s*[-–]?\s*")
ENTRY = re.compile(r"^(?P<title>.*?\S)(?:\t+|\s*(?:\. ?){3,}|\s*…+\s*| {3,})\s*(?P<page>\d{1,3}|[ivxl]{1,6})\s*$")
LOOSE_ENTRY = re.compile(  # in contents pages only: "Ports 3", "Ports / 3", "3 Ports", "| Ports | 3 |"
    r"^\|?\s*(?:(?P<title>.*[^\W\d]\S*)(?:[\s|]|\s[/–—-]\s)+(?P<page>\d{1,3})|\d{1,3}\s+(?P<behind>[^\W\d].*?))\s*\|?\s*$"
)
IN_COLUMNS = re.compile(r"\S.*?\S(?:\t+|(?:\. ?){3,}|…+| {3,})\s*\d{1,3}(?=\t| {3}|\s*$)")
CONTENTS_HEADING = re.compile(either(CONTENTS), re.IGNORECASE)
SPACED = re.compile(r"\b(?:\w ){3,}\w\b")
TABLE = re.compile(r"\S\t+\s*\S")
FOOTNOTE = re.compile(r"\s*<sup>\d+</sup>|\s*\[\^?\d+\]:?\s")
RULE = re.compile(r"\s*(?:-{3,}|_{3,}|\*{3,})\s*")
NUMBERED = re.compile(r"^\W*(?:\w+\s+)?(?:[IVXLC]+|[A-Z]|\d+)(?:\.(?:[IVXLC]+|[A-Z]|\d+))*\.?:?\t+|^\W*\w+:\t+")
BOLD = re.compile(r"(?:\*\*|</?b>)+")
PAGE_BEFORE = re.compile(r"^\d{1,3}\s*(?=[^\W\d])")
LONGEST_ENTRY = 400
LONGEST_GAP = 12  # lines between two entries


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
    lines = list(_with_whole_footnotes(text, lines))
    titles = {title_of(entry) for number in in_contents if bare[number] for entry in _columns(bare[number])}
    return tuple(lines), frozenset(title for title in titles if any(map(str.isalpha, title)))


def _with_whole_footnotes(text: str, lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, where those that a footnote goes on with are of it: right below, before its sentence has ended."""
    goes_on = False
    for line in lines:
        if goes_on and line.kind == "text":
            line = replace(line, kind="footnote")
        goes_on = line.kind == "footnote" and not text[line.start : line.end].rstrip().endswith((".", "!", "?"))
        yield line


def _columns(line: str) -> list[str]:
    """The entries of a line of contents pages, which may stand in columns, each with its page number."""
    return [match.group() for match in IN_COLUMNS.finditer(line)] or [line]


def title_of(entry: str) -> str:
    """What a contents entry points at: without its page number, tabs closed."""
    if match := ENTRY.match(entry):
        return " ".join(match["title"].split())
    match = LOOSE_ENTRY.match(entry)
    return " ".join(((match["title"] or match["behind"]) if match else entry).split())


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
    numbered = False
    for piece in BOLD.split(line.rstrip()):  # headings may be glued to one another, each with its tab
        bare = PAGE_BEFORE.sub("", MARKS.sub("", piece).lstrip(" \u00a0"))
        head = find_head(bare)
        rest = bare[head.end :] if head else NUMBERED.sub("", bare)
        if "\t" in (rest.lstrip() if numbered else rest):
            return True
        numbered = rest != bare and not rest
    return False


def _contents(bare: list[str]) -> frozenset[int]:
    """Numbers of the lines that belong to contents pages: from their heading to the last entry."""
    found: set[int] = set()
    for number, line in enumerate(bare):
        if number not in found and CONTENTS_HEADING.fullmatch(line):
            last = _last_entry(bare, number)
            found.update(range(number, (last if last > number else _last_title(bare, number)) + 1))
    return frozenset(found)


def _last_entry(bare: list[str], heading: int) -> int:
    """The line of the last entry with a page number below a heading of contents; the heading itself without any.

    A line that prints one of the titles alone begins the document.
    """
    last, titles = heading, set[str]()
    for number in range(heading + 1, len(bare)):
        entry = bare[number]
        if len(entry) > LONGEST_ENTRY or number - last > LONGEST_GAP or _letters(entry) in titles:
            break
        if _has_page(bare, number):
            last = number if ENTRY.match(entry) or LOOSE_ENTRY.match(entry) else number + 1
            titles.add(_letters(title_of(entry)))
    return last


def _has_page(bare: list[str], number: int) -> bool:
    """True for an entry with its page number, on its line or on one of its own right below."""
    entry, below = bare[number], bare[number + 1] if number + 1 < len(bare) else ""
    if ENTRY.match(entry):
        return True
    head = find_head(entry)
    if not any(map(str.isalpha, entry[head.end :] if head else entry)):  # "ACTIVITY 1", its title is on the next line
        return False
    return bool(LOOSE_ENTRY.match(entry)) or (below.isdigit() and len(below) <= 3 and not entry.endswith("."))


def _last_title(bare: list[str], heading: int) -> int:
    """The line of the last title below a heading of contents without page numbers.

    Its entries are titles that stand again further down, and the first to do so begins the document.
    """
    following = [(number, key) for number in range(heading + 1, len(bare)) if (key := _letters(bare[number]))]
    last, seen = heading, set[str]()
    for number, key in following:
        if key.startswith(tuple(seen)) or number - last > LONGEST_GAP:
            break
        titled = find_head(bare[number]) or bare[number].isupper()
        if titled and any(other.startswith(key) for place, other in following if place > number):
            last = number
            seen.add(key)
    return last


def _letters(line: str) -> str:
    """A line's letters and digits, however it is dressed, behind a page number."""
    return re.sub(r"^\d{1,3}(?=\D)", "", re.sub(r"[\W_]+", "", fold(line)))
