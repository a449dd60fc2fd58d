"""Blocks: what the readers of marked-up formats make text of, so that all write it the same way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["paragraph", "heading", "item", "row"]
TOGETHER = ("item", "row")  # follow one another without a blank line
MOST_HASHES = 6


@dataclass(frozen=True)
class Run:
    """A piece of a line in one weight."""

    text: str
    bold: bool = False


@dataclass(frozen=True)
class Block:
    """A paragraph, heading, list item or row of a table, as it stands in the text."""

    text: str
    kind: BlockKind = "paragraph"


def paragraph(runs: Sequence[Run]) -> Block:
    """A paragraph, its bold marked."""
    return Block(marked(runs))


def heading(runs: Sequence[Run], level: int) -> Block:
    """A heading; bold that covers all of it says nothing more and is left out.

    >>> heading([Run("AREA I.", bold=True), Run(" Ports", bold=True)], 2).text
    '## AREA I. Ports'
    """
    text = marked(runs)
    if text.startswith("**") and text.endswith("**") and text.count("**") == 2:
        text = text[2:-2]
    return Block(f"{'#' * min(max(level, 1), MOST_HASHES)} {' '.join(text.split())}" if text else "", "heading")


def item(runs: Sequence[Run], label: str = "-") -> Block:
    """A list item behind its label."""
    text = marked(runs)
    return Block(f"{label} {text}" if text else "", "item")


def row(cells: Sequence[Sequence[Run]]) -> Block:
    """A row of a table: its cells parted by tabs.

    >>> row([[Run("Brazil ")], [Run("São\\nPaulo")]]).text
    'Brazil\\tSão Paulo'
    """
    texts = [" ".join(marked(cell).split()) for cell in cells]
    return Block("\t".join(texts).rstrip() if any(texts) else "", "row")


def marked(runs: Sequence[Run]) -> str:
    """Runs as text, bold between `**`; a mark neither crosses a line nor touches the space inside it.

    >>> marked([Run("Ports "), Run("of ", bold=True), Run("\\n"), Run("Lima ", bold=True), Run("met.")])
    'Ports **of**\\n**Lima** met.'
    """
    pieces: list[str] = []
    for text, bold in _merged(runs):
        for line in re.split(r"(\n)", text):
            bare = line.strip()
            if bold and any(map(str.isalnum, bare)):
                before, after = line[: len(line) - len(line.lstrip())], line[len(line.rstrip()) :]
                pieces.append(f"{before}**{bare}**{after}")
            else:
                pieces.append(line)
    lines = [re.sub(r"[ \f\r]+", " ", line).strip(" ") for line in "".join(pieces).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _merged(runs: Sequence[Run]) -> list[tuple[str, bool]]:
    """Neighbours of one weight as one; white space has the weight of what stands before it."""
    merged: list[tuple[str, bool]] = []
    for run in runs:
        if not run.text:
            continue
        bold = run.bold if run.text.strip() or not merged else merged[-1][1]
        if merged and merged[-1][1] == bold:
            merged[-1] = (merged[-1][0] + run.text, bold)
        else:
            merged.append((run.text, bold))
    return merged


def assemble(blocks: Iterable[Block]) -> str:
    """Blocks as one text, parted by blank lines; items of a list and rows of a table follow one another.

    >>> assemble([Block("# Area", "heading"), Block("- Peru", "item"), Block("- Cuba", "item"), Block("End.")])
    '# Area\\n\\n- Peru\\n- Cuba\\n\\nEnd.\\n'
    """
    pieces: list[str] = []
    before: BlockKind | None = None
    for block in blocks:
        if not block.text.strip():
            continue
        if before is not None:
            pieces.append("\n" if block.kind == before and before in TOGETHER else "\n\n")
        pieces.append(block.text)
        before = block.kind
    return "".join([*pieces, "\n"]) if pieces else ""
