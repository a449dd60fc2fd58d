"""Headings: where one opens, what it says, where its title ends.

A heading is known by its words and its neighbours, never by its Markdown level: SELA's files glue
headings to each other (`...region**Activity I.2.1 ...`), run them into text in bold, or print them
bare.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from ingest.documents import Document
from ingest.lines import plain
from ingest.words import LEVELS, SECTIONS, UNSCHEDULED, either
from kg.terms import fold

Level = Literal["chapter", "area", "programme", "project", "activity", "section"]
DEPTH: dict[Level, int] = {"chapter": 0, "area": 1, "programme": 2, "project": 3, "activity": 4, "section": 5}

UPPER = "A-ZÁÀÂÃÄÇÉÈÊËÍÌÎÏÑÓÒÔÕÖÚÙÛÜ"
OPENING = rf"[\"“”«'‘(\[¿¡]*[{UPPER}0-9]"
MARK = re.compile(r"(?:[#>\s]|\*|_(?=[*_\w])|</?b>)*")
ROMAN = r"[IVXLC]+"
SEPARATOR = r"\s*[.:)–—-]*\s*"


def _keyword(level: str) -> str:
    return rf"(?i:{either(LEVELS[level])})"


HEADS: tuple[tuple[Level, re.Pattern[str]], ...] = (
    ("area", re.compile(
        rf"{_keyword('area')}(?:\s+(?P<code>{ROMAN}|\d+)\b{SEPARATOR}[\s*_]*|\s*[:–—][\s*_]*)"
        rf"(?P<title>{OPENING}.*)", re.S)),
    ("programme", re.compile(
        rf"{_keyword('programme')}(?:\s+(?P<code>{ROMAN}(?:\.\d+)*|\d+)\s*[.:–—-]+[\s*_]*|\s*:[\s*_]*)"
        rf"(?P<title>{OPENING}.*)", re.S)),
    ("project", re.compile(
        rf"{_keyword('project')}\s+(?P<code>{ROMAN}\.\d+|{ROMAN}\b|[A-Z]\b|\d+(?:\.\d+)*)"
        rf"{SEPARATOR}[\s*_]*(?P<title>{OPENING}.*)", re.S)),
    ("activity", re.compile(
        rf"{_keyword('activity')}\s+(?:N[°º.]\s*)?(?P<code>(?:{ROMAN}\.)?(?:[A-Z]\.|\d+\.)*\d+|{ROMAN}\b)"
        rf"{SEPARATOR}[\s*_]*(?P<title>{OPENING}.*)", re.S)),
)  # fmt: skip

SECTION = re.compile(
    r"(?:[A-Z][.)]?\s+|\d+[.)]\s+)?(?P<title>(?i:"
    + "|".join(f"(?P<{kind.replace('-', '_')}>{either(names)})" for kind, names in SECTIONS.items())
    + r"))\s*:?\s*\.?"
)
CHAPTER = re.compile(rf"(?P<code>{ROMAN})\s*[.–—-]+\s*(?P<title>[{UPPER}][{UPPER}\s,&'’()/-]{{3,}}.*)")
UNSCHEDULED_CHAPTER = re.compile(rf"(?:{ROMAN}\s*[.–—-]+\s*)?(?i:{either(UNSCHEDULED)})\s*")
BOLD_END = re.compile(r"\*\*|</b>")
LONGEST_TITLE = 90  # words; more is a sentence that begins like a heading


@dataclass(frozen=True)
class Heading:
    """A heading: its span in the text, its code as printed and its title.

    `kind` says what a section is about (background, objectives, ...); `body` is where its text begins.
    """

    level: Level
    title: str
    start: int
    body: int
    code: str | None = None
    kind: str | None = None


def headings(document: Document) -> list[Heading]:
    """All headings of a document, in order."""
    return _with_unscheduled(_with_listed(list(_candidates(document))))


def _candidates(document: Document) -> Iterator[Heading]:
    text = document.text
    for line in document.lines:
        if line.kind not in ("text", "page-number"):
            continue
        content_end = line.start + len(text[line.start : line.end].rstrip())
        at, after_heading = line.start, True
        while at < content_end:
            heading = _heading_at(document, at, line.start, content_end) if after_heading else None
            if heading:
                yield heading
                at = heading.body
                continue
            following = BOLD_END.search(text, MARK.match(text, at).end(), content_end)  # type: ignore[union-attr]
            if following is None:
                break
            at, before = following.start(), text[following.start() - 1]
            after_heading = not before.isspace() and text.startswith("**", at)
            if after_heading and _heading_at(document, at, line.start, content_end) is None:
                at, after_heading = following.end(), False


@lru_cache(maxsize=8)
def _listed(contents: frozenset[str]) -> dict[str, tuple[Level, str | None]]:
    """What the contents pages list: folded title -> level and code.

    The body may print "ECONOMIC AND TECHNICAL COOPERATION" where the contents say which area that is.
    """
    levels: dict[str, tuple[Level, str | None]] = {}
    for entry in sorted(contents):
        head = next(((level, match) for level, pattern in HEADS if (match := pattern.fullmatch(entry))), None)
        if head is None:
            levels.setdefault(fold(entry), ("chapter", None))
        elif head[0] != "activity":
            levels[fold(head[1]["title"])] = (head[0], head[1]["code"])
    return levels


def _heading_at(document: Document, at: int, line_start: int, line_end: int) -> Heading | None:
    """The heading that opens at an offset, behind its marks."""
    text = document.text
    mark = MARK.match(text, at, line_end)
    start = mark.end() if mark else at
    marks = text[at:start]
    bold = marks.count("**") % 2 == 1 or "<b>" in marks or (marks.endswith("**") and at > line_start)
    hashed = "#" in marks
    if start >= line_end:
        return None
    for level, pattern in HEADS:
        match = pattern.match(text, start, line_end)
        if match:
            return _titled(text, level, match, at, line_end, bold=bold)
    rest_end = _run_end(text, start, line_end, bold=bold)
    rest = plain(text[start:rest_end])
    section = SECTION.fullmatch(rest)
    if section and (bold or hashed or line_end == rest_end):
        kind = next(k for k in SECTIONS if section[k.replace("-", "_")])
        return Heading("section", section["title"], at, _past_marks(text, rest_end, line_end), kind=kind)
    if at != line_start:
        return None
    if UNSCHEDULED_CHAPTER.fullmatch(rest):
        return Heading("chapter", rest, at, line_end, kind="unscheduled")
    chapter = CHAPTER.fullmatch(rest)
    if chapter and len(rest.split()) <= 15:
        return Heading("chapter", rest, at, _past_marks(text, rest_end, line_end), code=chapter["code"])
    if rest_end != line_end and plain(text[rest_end:line_end]):
        return None
    listed = _listed(document.contents).get(fold(rest))
    if listed and (rest.isupper() or hashed or bold):
        return Heading(listed[0], rest, at, line_end, code=listed[1], kind="listed")
    if listed and " " in rest:
        return Heading("section", rest, at, line_end)
    short = len(rest.split()) <= 25 and not rest.endswith((".", ";", ","))
    if short and (hashed or (rest.isupper() and len(rest) > 6)) and not re.search(r":\s*\S|^\d+$", rest):
        return Heading("section", rest, at, line_end)
    return None


def _run_end(text: str, start: int, line_end: int, *, bold: bool) -> int:
    """Where the run of text that begins at `start` ends: at the next bold mark, or with the line."""
    end = BOLD_END.search(text, start, line_end)
    return end.start() if end else line_end


def _past_marks(text: str, at: int, line_end: int) -> int:
    """Past a closing `**`, so that text after it isn't taken for bold; an opening one stays."""
    if text.startswith("****", at):
        return at + 2
    closing = BOLD_END.match(text, at, line_end)
    return closing.end() if closing else at


def _titled(text: str, level: Level, match: re.Match[str], at: int, line_end: int, *, bold: bool) -> Heading | None:
    title_start = match.start("title")
    end = _run_end(text, title_start, line_end, bold=bold)
    title = " ".join(plain(text[title_start:end]).split())
    if len(title.split()) > LONGEST_TITLE:
        return None
    title, glued = _without_status(title)
    body = _past_marks(text, end, line_end) if not glued else end - len(glued)
    title = title.rstrip(" .:,;–-") if not title.endswith("...") else title
    return Heading(level, title, at, body, code=match["code"]) if title else None


STATUS_SENTENCE = re.compile(
    r"(?<=[.!?\"”])\s+(?=(?:This\s+activity|Activity|Esta\s+actividad|Actividad|Esta\s+atividade|Atividade|"
    r"Cette\s+activit[ée]|Activit[ée])\s+(?:was|has|is|re-?scheduled|replaced|suspended|cancelled|postponed|not|"
    r"fue|se|no|reprogramada|suspendida|cancelada|foi|n[ãa]o|reprogramada|a|n['’]a|report[ée]e|suspendue)\b).*$",
    re.S | re.I,
)


def _without_status(title: str) -> tuple[str, str]:
    """A title without the status sentence that may share its line, and that sentence.

    >>> _without_status("Roaming. This activity was not implemented.")
    ('Roaming.', ' This activity was not implemented.')
    """
    match = STATUS_SENTENCE.search(title)
    return (title[: match.start()], match.group()) if match else (title, "")


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
    """In a chapter of unscheduled activities, its headings are the activities.

    They have no code; what they share is their form: where the first is in capitals, all are.
    """
    result: list[Heading] = []
    inside, capitals = False, False
    for heading in found:
        if heading.level == "chapter" or DEPTH[heading.level] < DEPTH["activity"]:
            inside, capitals = heading.kind == "unscheduled", False
        elif inside and heading.level == "section" and heading.kind is None:
            shouted = _mostly_upper(heading.title)
            if not capitals and shouted:
                capitals = True
            if shouted or not capitals:
                heading = Heading("activity", heading.title, heading.start, heading.body, kind="unscheduled")
        result.append(heading)
    return result


def _mostly_upper(title: str) -> bool:
    letters = [c for c in title if c.isalpha()]
    return sum(c.isupper() for c in letters) >= 0.8 * len(letters) if letters else False
