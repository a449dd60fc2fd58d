"""Passages: verbatim slices of a document's text within its sections, made of pieces that are embedded."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.terms import iri

Span = tuple[int, int]

PASSAGE_TOKENS = 450
PIECE_TOKENS = 220  # at most; 150 on average
LONGEST = 2_500  # characters; the contract's limit
LONGEST_HEADING = 700  # characters, of all the headings above a section
FEWEST_WORDS = 8

# About one token of a multilingual encoder each (4 % above XLM-R's count): passages depend on no encoder.
TOKEN = re.compile(r"\w{1,7}|[^\w\s]")
WORD = re.compile(r"[^\W\d_]{2,}")

ITEM = r"(?:[-*+•·–▪o]|\(?[0-9ivxIVX]{1,4}[.)]|\(?[a-zA-Z][.)])\s"
BOUNDS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!:)(?<!: )\s*\n[^\S\n]*\n\s*(?!{ITEM})",  # a paragraph ends, and no list goes on or begins
        r"\n\s*",  # a line ends: a paragraph or a list item
        r"(?<=[.!?;])[\"”»)*\]]*\s+(?=[\"“«(*\[]*[A-ZÁÉÍÓÚÂÊÔÃÕÇÑ0-9])",  # a sentence ends
        r"(?<=[,;:])\s+",
        r"\s+",
        r"(?<=\w{7})(?=\w)",  # no white space at all: anywhere
    )
)
FOOTNOTE = re.compile(r"\s*<sup>\d+</sup>")
CONTENTS_LINE = re.compile(r"(?:\t|\.{4,}|…{2,}|\s{3,})[\s.*_]*(?:<b>)?\d{1,3}(?:</b>)?[\s*_|]*$")
LINK_TEXT = re.compile(r"!?\[([^\]\n]*)\]\([^)\n]*\)")
MARKUP = re.compile(r"\\([_*#&])|\*+|(?<!\w)_+|_+(?!\w)|^#+\s|</?[a-z]{1,6}>", re.MULTILINE)
LINK = re.compile(r"!?\[[^\]\n]*\]\([^)\n]*\)|<?(?:https?://|www\.)\S+", re.IGNORECASE)


@dataclass(frozen=True)
class Section:
    """A stretch of a document's text below one heading; what lies between two sections is headings."""

    start: int
    end: int
    path: tuple[str, ...] = ()
    activity: str | None = None


@dataclass(frozen=True)
class Passage:
    """A slice of a document's text: `text[start:end]`, verbatim, at most 2,500 characters.

    `pieces` are what is embedded; `noise` (page numbers, running heads) is in the slice, but not indexed. `goals` are
    its activity's.
    """

    document: str
    start: int
    end: int
    section: tuple[str, ...] = ()
    activity: str | None = None
    pieces: tuple[Span, ...] = ()
    noise: tuple[Span, ...] = ()
    entities: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    dates: tuple[tuple[str, str], ...] = ()
    themes: tuple[str, ...] = ()
    goals: tuple[int, ...] = ()
    page: int | None = None

    @property
    def iri(self) -> str:
        """The passage's IRI, as in the graph."""
        return iri("passage", self.document, f"{self.start}-{self.end}")

    def indexed(self, text: str) -> list[str]:
        """What is indexed of each piece, given the document's text: no noise, no markup."""
        return [plain(without(text, start, end, self.noise)) for start, end in self.pieces]


def plain(text: str) -> str:
    """The words alone: no markup, one space between them.

    >>> plain("See [the *index*](https://example.org) of **CAF**,\\n<b>SELA\\\\_SP</b>")
    'See the index of CAF, SELA_SP'
    """
    return " ".join(MARKUP.sub(r"\1", LINK_TEXT.sub(r"\1", text)).split())


class Ruler:
    """Measures stretches of a text in estimated tokens, noise apart."""

    def __init__(self, text: str, noise: Sequence[Span] = ()) -> None:
        self.text = text
        self.noise = tuple(sorted((start, end) for start, end in noise if start < end))
        marks = (match.start() for match in TOKEN.finditer(text))
        self._marks = [
            mark for mark in marks if not any(start <= mark < end for start, end in self.noise_in(mark, mark + 1))
        ]

    def noise_in(self, start: int, end: int) -> tuple[Span, ...]:
        """The noise that touches a stretch, cut to it."""
        found = []
        for index in range(max(0, bisect_left(self.noise, (start, start)) - 1), len(self.noise)):
            first, last = self.noise[index]
            if first >= end:
                break
            if last > start:
                found.append((max(first, start), min(last, end)))
        return tuple(found)

    def tokens(self, start: int, end: int) -> int:
        """The estimated tokens of a stretch."""
        return bisect_left(self._marks, end) - bisect_left(self._marks, start)

    def strip(self, start: int, end: int) -> Span:
        """The stretch without white space and noise at its ends."""
        marks = self._marks[bisect_left(self._marks, start) : bisect_left(self._marks, end)]
        if not marks:
            return (start, start)
        last = TOKEN.match(self.text, marks[-1])
        return (marks[0], min(end, last.end()) if last else end)


def without(text: str, start: int, end: int, noise: Sequence[Span]) -> str:
    """The stretch with a space in place of each noisy span.

    >>> without("Trade grew\\n12\\nin ports.", 0, 23, [(10, 14)])
    'Trade grew in ports.'
    """
    parts, at = [], start
    for first, last in noise:
        if first < end and last > at:
            parts.append(text[at : max(first, at)])
            at = min(last, end)
    return " ".join([*parts, text[at:end]])


def cut(ruler: Ruler, start: int, end: int, limit: int, level: int = 0) -> list[Span]:
    """Cut a stretch at the strongest bounds that give parts of at most `limit` tokens; join small neighbours.

    >>> text = "One two three. Four five six. Seven eight."
    >>> [text[a:b] for a, b in cut(Ruler(text), 0, len(text), limit=9)]
    ['One two three. Four five six.', 'Seven eight.']
    """

    def fits(first: int, last: int) -> bool:
        return ruler.tokens(first, last) <= limit and last - first <= LONGEST

    start, end = ruler.strip(start, end)
    if start == end:
        return []
    if fits(start, end):
        return [(start, end)]
    if level == len(BOUNDS):
        return [part for at in range(start, end, LONGEST) if (part := (at, min(at + LONGEST, end)))]
    parts: list[Span] = []
    for first, last in _split(ruler.text, start, end, BOUNDS[level]):
        for part in cut(ruler, first, last, limit, level + 1):
            if parts and fits(parts[-1][0], part[1]):
                parts[-1] = (parts[-1][0], part[1])
            else:
                parts.append(part)
    return parts


def _split(text: str, start: int, end: int, bound: re.Pattern[str]) -> Iterator[Span]:
    at = start
    for match in bound.finditer(text, start, end):
        yield at, match.start()
        at = match.end()
    yield at, end


def evenly(ruler: Ruler, start: int, end: int, limit: int) -> list[Span]:
    """Like `cut`, but in parts of about the same size: 410 tokens are two halves, not 400 and a rest."""
    parts = cut(ruler, start, end, limit)
    if len(parts) > 1:
        share = ruler.tokens(start, end) / len(parts)
        even = cut(ruler, start, end, min(limit, int(share * 1.15) + 1))
        if len(even) == len(parts):
            return even
    return parts


def worth_finding(text: str) -> bool:
    """False for what no one looks for: near-empty stretches, contents lines, footnotes, lists of links.

    >>> worth_finding("See below."), worth_finding("The meeting recommended that ports share data weekly.")
    (False, True)
    >>> worth_finding("Activity I.1.1. Meeting of the Secretariats of Latin America and the Caribbean\\t5")
    False
    """
    plain = LINK.sub(" ", text)
    if len(WORD.findall(plain)) < FEWEST_WORDS:
        return False
    if len(LINK.findall(text)) > 2 and len(plain) < len(text) * 0.7:
        return False
    lines = [line for line in text.split("\n") if line.strip()]
    aside = sum(len(line) for line in lines if FOOTNOTE.match(line) or CONTENTS_LINE.search(line.rstrip()))
    return aside < sum(map(len, lines)) / 2


def cut_passages(text: str, sections: Sequence[Section], *, document: str, noise: Sequence[Span] = ()) -> list[Passage]:
    """The passages of a document, in order: up to about 450 tokens each, cut between paragraphs if possible.

    Short sections of one activity that follow each other (objectives, expected results) share a passage. What
    opens a section opens with its headings, for the reader; no piece has them: embedding them gained nothing.

    >>> text = "Ports. The ports of the region will share what they know about digital trade."
    >>> [passage] = cut_passages(text, [Section(6, len(text), ("Ports",))], document="wp-2026")
    >>> text[passage.start : passage.end], passage.iri.rsplit("/", 1)[-1]
    ('The ports of the region will share what they know about digital trade.', '7-77')
    """
    ruler = Ruler(text, noise)
    passages: list[Passage] = []
    above = None  # where the headings above the next text begin
    for section in sorted(sections, key=lambda section: section.start):
        for start, end in evenly(ruler, section.start, section.end, PASSAGE_TOKENS):
            if not worth_finding(without(text, start, end, ruler.noise_in(start, end))):
                above = None
                continue
            pieces = tuple(evenly(ruler, start, end, PIECE_TOKENS))
            if above is not None and start - above <= LONGEST_HEADING and end - above <= LONGEST:
                start = ruler.strip(above, end)[0]
            passage = Passage(document, start, end, section.path, section.activity, pieces)
            joined = _join(ruler, passages[-1], passage) if passages else None
            passages[-1 if joined else len(passages) :] = [joined or passage]
            above = None
        above = section.end if ruler.tokens(section.start, section.end) or above is None else above
    return [replace(passage, noise=ruler.noise_in(passage.start, passage.end)) for passage in passages]


def _join(ruler: Ruler, one: Passage, other: Passage) -> Passage | None:
    """Both as one passage where they are of the same activity, near each other and short enough."""
    if one.activity is None or one.activity != other.activity or other.start - one.end > LONGEST_HEADING:
        return None
    if other.end - one.start > LONGEST or ruler.tokens(one.start, other.end) > PASSAGE_TOKENS:
        return None
    shared = tuple(title for title, same in zip(one.section, other.section, strict=False) if title == same)
    return replace(one, end=other.end, section=shared, pieces=one.pieces + other.pieces)
