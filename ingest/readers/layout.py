"""Layout: printed pages back to running text.

Lines broken by the width of the page are joined, words parted at a line's end are mended, paragraphs go on over
page turns, and what is larger than the text is a heading.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from ingest.outline.heads import SECTION, find_head
from ingest.readers.blocks import Block, Run, assemble, heading, item, paragraph, row
from ingest.readers.furniture import Sheet, opens_note, take_apart
from ingest.readers.pages import Pages
from ingest.readers.printed import BULLETS, Line, Page, Row, Word, arrange, lines_of

__all__ = ["Page", "Word", "lay_out"]

TURN = "\0"  # marks a page's beginning while its text is put together
LARGER = 1.12  # times the size of the text is a heading
LONGEST_HEADING = 60  # words
NEAR = 0.08  # sizes that differ by less are one size
SPREAD = 1.2  # times the usual distance of lines parts paragraphs
FLUSH = 0.3  # of the size, at most, is a line short of the margin that it reaches
SPACE = 0.22  # of the size is a space wide, at least
SENTENCE_END = re.compile(r"[.!?:;…](?:[\"”»’')\]]|<sup>\d+</sup>)*$")
NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)]")
LEADER = re.compile(r"\s*(?:\.\s?){4,}\s*|\s*…{2,}\s*")
ENTRY = re.compile(r"(?:\.{3,}|\t)\s*(?:\d{1,3}|[ivxl]{1,6})$")
URL = re.compile(r"(?:https?://|www\.)\S*$")
URL_REST = re.compile(r"[\w./%?=&#~+-]*[/._%=&?-][\w./%?=&#~+-]*|\d+")
BROKEN = re.compile(r"(\w+(?:-\w+)*)-$")


@dataclass(frozen=True)
class _Print:
    """What is usual in a document: the size of its text, the distance of its lines, how it parts words."""

    size: float
    pitch: float
    rights: dict[tuple[int, int], float]
    headings: tuple[float, ...]
    vocabulary: Counter[str]
    hyphenates: bool


def lay_out(pages: Sequence[Page]) -> Pages:
    """The text of pages, and where each begins in it."""
    lines = [lines_of(page) for page in pages]
    sizes = Counter[float]()
    for line in (line for each in lines for line in each):
        sizes[line.size] += len(line.text)
    body_size = sizes.most_common(1)[0][0]
    sheets = take_apart(lines, body_size)
    flows = [arrange(sheet.body) for sheet in sheets]
    blocks = list(_Writer(_measure(flows, sizes, body_size)).blocks(sheets, flows))
    return _turned(assemble(blocks), flows)


def _turned(marked_text: str, flows: Sequence[Sequence[Line | Row]]) -> Pages:
    """The text without its marks; a page without text begins where the next one does."""
    pieces = marked_text.split(TURN)
    text = "".join(pieces)
    offsets, at = [], 0
    for piece in pieces[:-1]:
        at += len(piece)
        offsets.append(at)
    following = iter(reversed(offsets))
    starts, start = [], len(text)
    for flow in reversed(flows):
        start = next(following, start) if flow else start
        starts.append(start)
    return Pages(text, (0, *starts[::-1][1:]))


def _measure(flows: Sequence[Sequence[Line | Row]], sizes: Counter[float], body_size: float) -> _Print:
    rights: dict[tuple[int, int], float] = defaultdict(float)
    columns: Counter[int] = Counter()
    gaps: list[float] = []
    vocabulary: Counter[str] = Counter()
    ends = broken = 0
    for number, flow in enumerate(flows):
        before: Line | None = None
        for part in flow:
            if isinstance(part, Row):
                before = None
                continue
            key = (number, part.column)
            if key not in rights:
                columns[number] += 1
            rights[key] = max(rights[key], part.x1)
            words = part.text.casefold().split()
            vocabulary.update(word.strip(".,;:()\"“”'«»") for word in words[:-1])
            ends += 1
            broken += bool(BROKEN.search(part.text))
            if before and before.column == part.column and before.size == part.size == body_size:
                gaps.append((before.y - part.y) / part.size)
            before = part
    alone = [right for (number, _), right in rights.items() if columns[number] == 1]
    usual = median(alone) if alone else 0.0
    return _Print(
        body_size,
        min(max(_commonest(gaps), 0.9), 2.5) if gaps else 1.25,
        {key: max(right, usual) if columns[key[0]] == 1 else right for key, right in rights.items()},
        tuple(sorted({round(size) for size in sizes if size > LARGER * body_size}, reverse=True)),
        vocabulary,
        broken > 0.03 * ends,
    )


def _commonest(values: Sequence[float]) -> float:
    return Counter(round(value, 1) for value in values).most_common(1)[0][0]


@dataclass
class _Open:
    """The paragraph that is being put together."""

    lines: list[Line] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    label: str | None = None
    page: int = 0


class _Writer:
    """Puts a document's blocks together."""

    def __init__(self, usual: _Print) -> None:
        self._usual = usual
        self._open = _Open()
        self._held: list[Block] = []  # page numbers and notes that wait for a paragraph's end

    def blocks(self, sheets: Sequence[Sheet], flows: Sequence[Sequence[Line | Row]]) -> Iterator[Block]:
        """The blocks of a document, in order."""
        for number, (sheet, flow) in enumerate(zip(sheets, flows, strict=True)):
            self._held += map(Block, sheet.head)
            for place, part in enumerate(flow):
                turn = place == 0
                if isinstance(part, Row):
                    yield from self._close()
                    yield self._row(part, turn)
                elif self._joins(part, number, turn):
                    self._add(part, number, turn)
                else:
                    yield from self._close()
                    self._begin(part, number, turn)
            self._held += [*self._notes(sheet.notes), *map(Block, sheet.foot)]
        yield from self._close()

    def _close(self) -> Iterator[Block]:
        if self._open.lines:
            yield self._block(self._open)
        yield from self._held
        self._open, self._held = _Open(), []

    def _block(self, done: _Open) -> Block:
        words = sum(len(line.words) for line in done.lines)
        if done.label is not None:
            return item(done.runs, done.label)
        size = done.lines[0].size
        if size > LARGER * self._usual.size and words <= LONGEST_HEADING:
            return heading(done.runs, 1 + self._usual.headings.index(round(size)) if round(size) in
                           self._usual.headings else 1)  # fmt: skip
        block = paragraph([Run(LEADER.sub(" .... ", run.text), run.bold) for run in done.runs])
        listed = NUMBERED.fullmatch(done.lines[0].words[0].text) and not done.lines[0].bold
        return Block(block.text, "item") if listed else Block(block.text, "row") if ENTRY.search(block.text) else block

    def _begin(self, line: Line, page: int, turn: bool) -> None:
        first, *rest = line.words
        listed = bool(rest) and first.text in BULLETS and first.spaced
        listed = listed and (first.text in "•▪●○◦‣■□➢►" or rest[0].x0 - first.x1 > 0.5 * line.size)
        self._open = _Open([line], [], "-" if listed else None, page)
        if turn:
            self._open.runs.append(Run(TURN, line.words[0].bold))
        self._open.runs += line.runs(rest if listed else line.words)

    def _add(self, line: Line, page: int, turn: bool) -> None:
        runs = self._open.runs
        text = "".join(run.text for run in runs)
        following = line.words[0].text
        joint = " "
        last = runs[-1]
        if broken := BROKEN.search(text):
            if following[0].islower() and not URL.search(text):
                hyphen = "-" if self._keeps(broken[1], following) else ""
            else:
                hyphen = "-"
            runs[-1] = Run(last.text[:-1] + hyphen, last.bold)
            joint = ""
        elif URL.search(text) and URL_REST.fullmatch(following.rstrip(".,;)")):
            joint = ""
        if joint:
            runs.append(Run(joint, last.bold and line.words[0].bold))
        if turn:
            runs.append(Run(TURN, line.words[0].bold))
        runs += line.runs(line.words)
        self._open.lines.append(line)
        self._open.page = page

    def _keeps(self, before: str, after: str) -> bool:
        """Whether a hyphen at a line's end is part of the word: as the document writes it elsewhere."""
        after = re.sub(r"[^\w-].*", "", after).casefold()
        whole, parted = before.casefold() + after, f"{before}-{after}".casefold()
        known, hyphened = self._usual.vocabulary[whole], self._usual.vocabulary[parted]
        return hyphened > known if known or hyphened else "-" in before or not self._usual.hyphenates

    def _joins(self, line: Line, page: int, turn: bool) -> bool:
        """Whether a line carries on the paragraph before it."""
        if not self._open.lines:
            return False
        before = self._open.lines[-1]
        if abs(before.size - line.size) > NEAR * line.size or ENTRY.search(LEADER.sub(" .... ", before.text)):
            return False
        text, first = before.text, line.words[0]
        ended = bool(SENTENCE_END.search(text))
        if len(line.words) > 1 and first.text in BULLETS and first.text not in "-–—*o":
            return False
        if NUMBERED.fullmatch(first.text) and len(line.words) > 1 and (ended or self._open.label or turn):
            return False
        if first.bold and not before.words[-1].bold and (ended or line.bold):
            return False
        if first.bold and (find_head(line.text) or SECTION.fullmatch(line.text)):
            return False
        if before.bold and not first.bold and all(each.bold for each in self._open.lines) and not self._runs_in(text):
            return False
        right = self._usual.rights[self._open.page, before.column]
        full = before.x1 + SPACE * line.size + (first.x1 - first.x0) > right
        lower = line.text[0].islower() and not ended
        if turn or before.column != line.column:
            flush = before.x1 > right - FLUSH * line.size  # a paragraph's last line seldom ends just there
            return flush if ended else full or lower
        gap = before.y - line.y
        if not 0 < gap <= SPREAD * self._usual.pitch * line.size:
            return False
        centred = abs(before.x0 + before.x1 - line.x0 - line.x1) < line.size
        hanging = len(self._open.lines) == 1 and (self._open.label or NUMBERED.fullmatch(before.words[0].text))
        if line.x0 > before.x0 + 0.8 * line.size and not centred and not hanging:
            return False
        return full or lower

    def _runs_in(self, text: str) -> bool:
        """Whether a bold line may be the beginning of a paragraph that goes on in regular letters."""
        return not SENTENCE_END.search(text) and len(text.split()) > 2

    def _row(self, part: Row, turn: bool) -> Block:
        cells: list[list[Run]] = []
        for cell in part.cells:
            runs: list[Run] = []
            for line in cell:
                runs += [Run(" "), *line.runs(line.words)] if runs else line.runs(line.words)
            cells.append(runs)
        if turn:
            cells[0].insert(0, Run(TURN, cells[0][0].bold))
        first = part.cells[0][0].words
        if len(cells) == 2 and len(first) == 1 and NUMBERED.fullmatch(first[0].text):
            return paragraph([*cells[0], Run(" "), *cells[1]])
        return row([[Run(LEADER.sub(" .... ", run.text), run.bold) for run in runs] for runs in cells])

    def _notes(self, lines: Sequence[Line]) -> list[Block]:
        notes: list[list[Run]] = []
        for line in lines:
            if opens_note(line) or not notes:
                notes.append([])
            before = notes[-1]
            before += [Run(" "), *line.runs(line.words)] if before else line.runs(line.words)
        return [paragraph([Run(re.sub(r"(</sup>)(?=\S)", r"\1 ", run.text)) for run in note]) for note in notes]
