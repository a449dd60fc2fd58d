"""A document as it was read: its text, its lines and what its cover says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import Literal

from ingest.words import LEADING
from ingest.works import work_by_kind, work_name
from kg.terms import slug

LineKind = Literal["blank", "text", "page-number", "contents", "table", "footnote", "rule"]

LONGEST_GAP = 60  # lines between a front matter and the contents, or between two parts of these
BREAKS: tuple[LineKind, ...] = ("page-number", "footnote", "rule")  # what a turned page leaves in the text
BETWEEN = (*BREAKS, "blank")
FEWEST_WORDS = 8  # of a line that ends within its sentence; a shorter one may be a heading
SHORTEST_BROKEN = 50  # characters of a line that is broken to fit a page's width
CONTINUES = re.compile(r"\s*[\"“(*]*[^\W_]")
CONTINUES_SMALL = re.compile(r"\s*[\"“(*]*[a-záàâãäçéèêëíìîïñóòôõöúùûü]")
ITEM = re.compile(r"\s*(?:[a-z]|[ivx]{1,5})[.)]\s")


@dataclass(frozen=True)
class Line:
    """A line of the text, as offsets, and what it is on the page."""

    start: int
    end: int
    kind: LineKind


@dataclass(frozen=True)
class Metadata:
    """What a document says of itself; None or empty where it says nothing."""

    title: str
    language: str
    kind: str | None = None
    number: str | None = None
    meeting: str | None = None
    place: str | None = None
    meeting_start: str | None = None
    meeting_end: str | None = None
    published: str | None = None
    years: tuple[int, ...] = ()
    period_start: str | None = None
    period_end: str | None = None
    digest: bool = False


@dataclass(frozen=True)
class Document:
    """A document: the text is the ground truth, every span is an offset into it.

    `contents` are the titles that its contents pages list, whatever their level; `work` names the work that it is
    a version of where a translation with a number shows that.
    """

    source: str
    text: str
    lines: tuple[Line, ...]
    metadata: Metadata
    contents: frozenset[str] = field(default=frozenset())
    work: str | None = None

    @cached_property
    def slug(self) -> str:
        """Its name in IRIs: from number and language, else from title, period and language (see `ingest.works`)."""
        language = "" if self.metadata.language == "en" else f"-{self.metadata.language}"
        return self.work_slug + language + ("-digest" if self.metadata.digest else "")

    @cached_property
    def work_slug(self) -> str:
        """The slug without language and digest: what its activities are named after."""
        about = self.metadata
        return self.work or slug(work_name(about.title, number=about.number, kind=about.kind, years=about.years))

    @cached_property
    def titled(self) -> str | None:
        """What its work is called by kind and years; None where its title says more."""
        name = work_by_kind(self.metadata.title, kind=self.metadata.kind, years=self.metadata.years)
        return slug(name) if name else None

    @cached_property
    def body(self) -> int:
        """Where it begins behind cover and contents, which are about the document, not of it."""
        return body_start(self.lines)

    @cached_property
    def prose(self) -> str:
        """The text with spaces where page numbers, rules and footnotes stand; offsets stay.

        Where these part a sentence, the line ends around them are spaces too, so that
        "27 and 28", page break, "November" is one date.
        """
        turns = [list(group) for _, group in groupby(self.lines, key=lambda line: line.kind in BETWEEN)]
        texts = [self.text[turn[0].start : turn[-1].end] for turn in turns]
        pieces: list[str] = []
        for number, turn in enumerate(turns):
            before, after = (texts[n] if 0 <= n < len(texts) else "" for n in (number - 1, number + 1))
            if not any(line.kind in BREAKS for line in turn):
                pieces.append(texts[number])
            elif _carries_on(before, after):
                pieces[-1] = before.rstrip("\r\n").ljust(len(before))
                pieces.append(" " * len(texts[number]))
            else:
                pieces.append(re.sub(r"[^\r\n]", " ", texts[number]))
        return "".join(pieces)


def _carries_on(text: str, following: str) -> bool:
    """True where a sentence goes on from the last line of a text to the first of the following.

    A long line that no stop ends does, also where it is broken in two; a short one with a comma at its end, with a
    small letter behind it, or that ends with a word which always leads to another ("on", "de").
    """
    before, _, line = text.rstrip().rpartition("\n")
    words = line.split()
    if not words or line[-1] in ".!?:;*>" or not CONTINUES.match(following):
        return False
    if line[-1] == "," or words[-1].lower() in LEADING:
        return True
    if CONTINUES_SMALL.match(following) and not ITEM.match(following):
        return True
    above = before.rpartition("\n")[2].rstrip()
    broken = len(above) >= SHORTEST_BROKEN and above[-1] not in ".!?:;*>" and line[0].isalnum()
    return len(words) >= FEWEST_WORDS or broken


def body_start(lines: Iterable[Line]) -> int:
    """Where the last of a document's opening contents pages ends; an annex may have its own."""
    end, last = 0, None
    for number, line in enumerate(lines):
        if line.kind == "contents":
            if last is not None and number - last > LONGEST_GAP:
                break
            end, last = line.end, number
    return end
