"""What is printed on a page: words with their places, gathered into lines and rows of tables.

Words come in the order of the file, which is the order of reading in what office programs write.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from ingest.readers.blocks import Run

WIDE = 1.8  # times the size of the letters; a gap from here on parts cells, a smaller one words
NARROW = 0.5  # a gap that parts cells where the row above has them parted there
RAISED = 0.85  # of the line's size, at most, are the letters of a footnote's mark
TALLEST_CELL = 12  # lines; more is a column of the page
BULLETS = frozenset("•▪●○◦‣⁃■□–—-*✓✔➢►o·")


@dataclass(frozen=True)
class Word:
    """Letters without a space between: left, right and base line in points from the page's lower left."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = False
    spaced: bool = True


@dataclass(frozen=True)
class Page:
    """A page: its size and its words."""

    width: float
    height: float
    words: tuple[Word, ...]


@dataclass(frozen=True)
class Line:
    """Words on one base line; where a wide gap parts them they are several segments."""

    segments: tuple[tuple[Word, ...], ...]
    column: int = 0

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All words, from left to right."""
        return tuple(word for segment in self.segments for word in segment)

    @cached_property
    def size(self) -> float:
        """The size of most of its letters."""
        sizes: Counter[float] = Counter()
        for word in self.words:
            sizes[word.size] += len(word.text)
        return sizes.most_common(1)[0][0]

    @cached_property
    def y(self) -> float:
        """The base line of the letters of that size."""
        return next(word.y for word in self.words if word.size == self.size)

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return self.words[-1].x1

    @cached_property
    def text(self) -> str:
        """Its text, segments parted by tabs."""
        return "\t".join("".join(run.text for run in self.runs(segment)).strip() for segment in self.segments)

    @property
    def bold(self) -> bool:
        """True where all of it is bold."""
        return all(word.bold for word in self.words)

    def runs(self, words: Sequence[Word]) -> list[Run]:
        """Some of its words as runs, with the spaces between them."""
        runs: list[Run] = []
        for number, word in enumerate(words):
            raised = self.raises(word)
            glued = raised or (number > 0 and self.raises(words[number - 1]) and word.text[0] in ".,;:)")
            if number and word.spaced and not glued:
                runs.append(Run(" ", word.bold and words[number - 1].bold))
            runs.append(Run(f"<sup>{word.text}</sup>" if raised else word.text, word.bold and not raised))
        return runs

    def raises(self, word: Word) -> bool:
        """True for the mark of a footnote."""
        small = word.size < RAISED * self.size and word.y > self.y + 0.1 * self.size
        return small and word.text.isdigit()


@dataclass
class Row:
    """A row of a table: its cells, each of one or more lines."""

    cells: list[list[Line]]
    top: float = field(default=0)

    @property
    def last(self) -> Line:
        """The line that was read last."""
        return self.cells[-1][-1]


def lines_of(page: Page) -> list[Line]:
    """The lines of a page, in the order of reading."""
    lines: list[list[list[Word]]] = []
    for word in page.words:
        last = lines[-1][-1][-1] if lines else None
        if last is not None and _on_line(lines[-1], word):
            gap = word.x0 - last.x1
            if gap > WIDE * max(word.size, last.size) and last.text not in BULLETS:
                lines[-1].append([word])
            else:
                lines[-1][-1].append(word)
        else:
            lines.append([[word]])
    return [Line(tuple(map(tuple, _spread(segments)))) for segments in lines]


def _spread(segments: list[list[Word]]) -> list[list[Word]]:
    """Few words that are spread over the width of the page are no cells: the gaps between them are all the same."""
    words = [word for segment in segments for word in segment]
    gaps = [after.x0 - before.x1 for before, after in pairwise(words)]
    if len(segments) > 2 and len(segments) == len(words) and max(gaps) - min(gaps) < 0.1 * words[0].size:
        return [words]
    return segments


def _on_line(segments: list[list[Word]], word: Word) -> bool:
    words = [each for segment in segments for each in segment]
    largest = max(words, key=lambda each: each.size)
    if word.x0 < words[-1].x1 - 0.5 * max(word.size, largest.size):
        return False
    marks = min(word.size, largest.size) < RAISED * max(word.size, largest.size)
    return abs(word.y - largest.y) <= (0.6 if marks else 0.3) * max(word.size, largest.size)


def arrange(lines: Sequence[Line]) -> list[Line | Row]:
    """Lines of running text as they are, numbered by column, and those that are cells of a row together."""
    found: list[Line | Row] = []
    column = 0
    for line in lines:
        before = found[-1] if found else None
        line = _aligned(line, before) if isinstance(before, Row) else line
        if isinstance(before, Row) and _belongs(before, line):
            continue
        last = before.last if isinstance(before, Row) else before
        if last is not None and line.y > last.y + 0.5 * line.size:
            cell = _cell_before(found, line) if line.x0 > last.x0 + line.size else []
            if cell:
                del found[-len(cell) :]
                found.append(Row([cell, *([Line((s,))] for s in line.segments)], top=cell[0].y))
                continue
            column += 1
        if len(line.segments) > 1:
            found.append(Row([[Line((segment,))] for segment in line.segments], top=line.y))
        else:
            found.append(Line(line.segments, column))
    return found


def _aligned(line: Line, row: Row) -> Line:
    """A line with its cells parted where those of the row above begin, also where the gap is narrow."""
    begins = [cell[0].x0 for cell in row.cells[1:]]
    segments: list[list[Word]] = []
    for segment in line.segments:
        segments.append([])
        for number, word in enumerate(segment):
            gap = word.x0 - segment[number - 1].x1 if number else 0.0
            if gap > NARROW * word.size and any(abs(word.x0 - x) < 0.3 * word.size for x in begins):
                segments.append([])
            segments[-1].append(word)
    return Line(tuple(map(tuple, segments)), line.column)


def _belongs(row: Row, line: Line) -> bool:
    """Put a line into a row where it is part of it: a further cell, or more of the last one."""
    last, cell = row.last, row.cells[-1]
    right_of = line.x0 > cell[0].x0 + line.size
    if right_of and last.y + 0.5 * line.size < line.y <= row.top + 3 * line.size:
        row.cells.extend([Line((segment,))] for segment in line.segments)
        return True
    below = 0 < last.y - line.y <= 1.6 * line.size
    if below and line.x0 >= cell[0].x0 - 0.5 * line.size and line.size == last.size:
        if len(row.cells) == 2 and row.cells[1][0].text.strip(" .").isdigit():  # an entry of a contents page
            return False
        more, *further = (Line((segment,)) for segment in line.segments)
        cell.append(more)
        row.cells.extend([each] for each in further)
        return True
    return False


def _cell_before(found: Sequence[Line | Row], line: Line) -> list[Line]:
    """The lines just read that stand to the left of one that jumps up: they are the cell before it."""
    cell: list[Line] = []
    for other in reversed(found):
        if not isinstance(other, Line) or other.x1 > line.x0 + 0.2 * line.size or other.y > line.y + 0.6 * line.size:
            break
        if cell and not 0 < other.y - cell[-1].y <= 1.8 * line.size:
            break
        cell.append(other)
    return cell[::-1] if len(cell) <= TALLEST_CELL else []
