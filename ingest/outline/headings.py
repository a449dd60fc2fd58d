"""Headings: where one opens, what it says, where its title ends.

A heading is known by its words and its neighbours, never by its Markdown level: SELA's files glue
headings to each other (`...region**Activity I.2.1 ...`), run them into text in bold, or print them
bare.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from ingest.documents import Document
from ingest.outline.heading import DEPTH, Heading
from ingest.outline.heads import ROMAN, SECTION, UPPER, find_head, listed
from ingest.outline.lines import plain
from ingest.outline.titles import BOLD_END, MARK, content_end, past_marks, read_title, run_end
from ingest.outline.unnamed import with_unnamed
from ingest.words import SECTIONS, UNSCHEDULED, either
from kg.terms import fold

BEFORE = re.compile(r"\d{1,3}(?:[\s*]|</?b>)+|[-–•▪◦●■·](?:[\s*]|</?b>)+")  # a page number, or a list's bullet
CHAPTER = re.compile(rf"(?P<code>{ROMAN})\s*[.–—-]+\s*(?P<title>[{UPPER}][{UPPER}\s,&'’()/-]{{3,}}.*)")
UNSCHEDULED_CHAPTER = re.compile(rf"(?:{ROMAN}\s*[.–—-]+\s*)?(?i:{either(UNSCHEDULED)})\s*")


def headings(document: Document) -> list[Heading]:
    """All headings of a document, in order."""
    return _with_unscheduled(with_unnamed(document, _with_listed(list(_candidates(document)))))


def _candidates(document: Document) -> Iterator[Heading]:
    text, reached = document.text, 0
    for number, line in enumerate(document.lines):
        if line.kind not in ("text", "page-number"):
            continue
        end = content_end(document, number)
        at, after_heading = max(line.start, reached), True
        while at < end:
            heading = _heading_at(document, number, at) if after_heading else None
            if heading:
                yield heading
                at = reached = heading.body
                continue
            following = BOLD_END.search(text, MARK.match(text, at).end(), end)  # type: ignore[union-attr]
            if following is None:
                break
            at, before = following.start(), text[following.start() - 1]
            after_heading = not before.isspace() and text.startswith(("**", "<b>"), at)
            if after_heading and _heading_at(document, number, at) is None:
                at, after_heading = following.end(), False


def _heading_at(document: Document, number: int, at: int) -> Heading | None:
    """The heading that opens at an offset of a line, behind its marks."""
    text, line_start, line_end = document.text, document.lines[number].start, content_end(document, number)
    mark = MARK.match(text, at, line_end)
    start = mark.end() if mark else at
    before = BEFORE.match(text, start, line_end) if at == line_start else None
    for begin in (start, before.end() if before else start):
        marks = text[at:begin]
        bold = marks.count("**") % 2 == 1 or "<b>" in marks or (marks.endswith("**") and at > line_start)
        head = find_head(text, begin, line_end)
        title = read_title(document, number, head, head.end, bold=bold) if head else None
        if head and title:
            return Heading(head.level, title.text, at, title.body, code=head.code)
    return _bare_heading(document, start, at, line_start, line_end) if start < line_end else None


def _bare_heading(document: Document, start: int, at: int, line_start: int, line_end: int) -> Heading | None:
    """A heading without keyword and code: of a section or chapter, or one that the contents list."""
    text, marks = document.text, document.text[at:start]
    bold = marks.count("**") % 2 == 1 or "<b>" in marks or (marks.endswith("**") and at > line_start)
    hashed = "#" in marks
    rest_end = run_end(text, start, line_end)
    rest = plain(text[start:rest_end])
    section = SECTION.fullmatch(rest)
    if section and (bold or hashed or line_end == rest_end):
        kind = next(k for k in SECTIONS if section[k.replace("-", "_")])
        return Heading("section", section["title"], at, past_marks(text, rest_end, line_end), kind=kind)
    if at != line_start:
        return None
    if UNSCHEDULED_CHAPTER.fullmatch(rest):
        return Heading("chapter", rest, at, line_end, kind="unscheduled")
    chapter = CHAPTER.fullmatch(rest)
    if chapter and len(rest.split()) <= 15:
        return Heading("chapter", rest, at, past_marks(text, rest_end, line_end), code=chapter["code"])
    if rest_end != line_end and plain(text[rest_end:line_end]):
        return None
    level, code = listed(document.contents).get(fold(rest), (None, None))
    if level and level != "activity" and (_shouts(rest) or hashed or bold):
        return Heading(level, rest, at, line_end, code=code, kind="listed")
    if level and level != "activity" and " " in rest:
        return Heading("section", rest, at, line_end)
    short = len(rest.split()) <= 25 and not rest.endswith((".", ";", ","))
    if short and (hashed or (_shouts(rest) and len(rest) > 6)) and not re.search(r":\s*\S|^\d+$", rest):
        return Heading("section", rest, at, line_end)
    return None


def _with_listed(found: list[Heading]) -> list[Heading]:
    """A title that only the contents pages call an area (or programme, project) is one where parts follow.

    An introduction may use the same words as the heading of a paragraph.
    """
    result = []
    for number, heading in enumerate(found):
        if heading.kind == "listed" and heading.level != "chapter":
            following = next((h for h in found[number + 1 :] if h.level != "section"), None)
            if following is None or DEPTH[following.level] <= DEPTH[heading.level]:
                heading = replace(heading, level="section")
        result.append(replace(heading, kind=None) if heading.kind == "listed" else heading)
    return result


def _with_unscheduled(found: list[Heading]) -> list[Heading]:
    """In a chapter of unscheduled activities, its activities are such; where no keyword names them, its headings are.

    These have no code; what they share is their form: where the first is in capitals, all are.
    """
    result: list[Heading] = []
    inside = named = capitals = False
    for number, heading in enumerate(found):
        if heading.level == "chapter" or DEPTH[heading.level] < DEPTH["activity"]:
            inside, capitals = heading.kind == "unscheduled", False
            named = inside and any(h.level == "activity" for h in _chapter(found, number))
        elif inside and heading.level == "activity":
            heading = replace(heading, kind="unscheduled")
        elif inside and not named and heading.kind is None:
            shouted = _shouts(heading.title, least=0.8)
            if not capitals and shouted:
                capitals = True
            if shouted or not capitals:
                heading = Heading("activity", heading.title, heading.start, heading.body, kind="unscheduled")
        result.append(heading)
    return result


def _chapter(found: list[Heading], number: int) -> Iterator[Heading]:
    """The headings behind one, up to the next chapter, area, programme or project."""
    return takewhile(lambda heading: DEPTH[heading.level] >= DEPTH["activity"], found[number + 1 :])


def _shouts(title: str, *, least: float = 0.95) -> bool:
    """True for a title in capitals, but for a slip or two."""
    letters = [c for c in title if c.isalpha()]
    return sum(c.isupper() for c in letters) >= least * len(letters) if letters else False
