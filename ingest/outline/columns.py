"""Activities of a table that has a column "Activity": each row is one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.documents import Document
from ingest.outline.heading import Heading
from ingest.outline.heads import code_head, find_head
from ingest.outline.titles import clean
from ingest.words import ACTIVITIES, either
from kg.terms import fold

CELL = re.compile(r"[^\t|]+")
COLUMN = re.compile(either(ACTIVITIES))
ONLY_CODE = re.compile(r"(?:[IVXLC]+|[A-Z]|\d{1,2})(?:\.(?:\d{1,2}|[A-Za-z]))*\.?")
FEWEST_CELLS = 2

Cell = tuple[str, int, int]  # what it says, from where to where


def tabled(document: Document, _: Sequence[Heading]) -> list[Heading]:
    """The rows below a head with a column of activities, up to the first line that is no row."""
    result: list[Heading] = []
    column: int | None = None
    for cells in _rows(document):
        head = next((n for n, cell in enumerate(cells) if COLUMN.fullmatch(fold(cell[0]))), None)
        if len(cells) < FEWEST_CELLS:
            column = None
        elif head is not None:
            column = head
        elif column is not None and column < len(cells) and (heading := _activity(cells, column)):
            result.append(heading)
    return result


def _rows(document: Document) -> Iterator[list[Cell]]:
    """The cells of each line; of a line that is no row, one."""
    for line in document.lines:
        if line.kind not in ("blank", "rule", "page-number", "footnote", "contents"):
            row = document.text[line.start : line.end]
            yield [
                (clean(m.group()), line.start + m.start(), line.start + m.end()) for m in CELL.finditer(row.rstrip())
            ]


def _activity(cells: list[Cell], column: int) -> Heading | None:
    """The activity of a row: its title in its column, its code there too or in the column before."""
    said, start, end = cells[column]
    head = find_head(said) or code_head(said) or code_head(said, parts=1)
    code, title = (head.code, said[head.end :]) if head else (None, said)
    before = cells[column - 1][0] if column else ""
    if code is None and ONLY_CODE.fullmatch(before):
        code, start = before.rstrip("."), cells[column - 1][1]
    if not any(map(str.isalpha, title)):
        return None
    return Heading("activity", title.rstrip(" .:,;"), start, end, code=code)
