"""Word documents: their paragraphs, lists, tables and notes, as Markdown-like text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from ingest.readers.archive import Archive
from ingest.readers.blocks import Block, Run, assemble, heading, item, paragraph, row
from ingest.readers.confined import LIMITS, Limits, read_confined
from ingest.readers.pages import Pages
from ingest.readers.styles import Numbering, Styles, W, switched, value
from kg.errors import InvalidInput

CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
GONE = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "sdtPr"))
SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
LIST_LABEL = re.compile(r"\(?(?:\d{1,2}|[ivx]{1,5}|[a-z])[.)]|-", re.I)


def read_docx(data: bytes) -> str:
    """The text of a Word document: headings as `#`, lists labelled as Word labels them, bold as `**`.

    Deleted and hidden text is left out, as are the heads and feet of pages; a note follows its paragraph.
    """
    return read_confined("docx", data).text


def parse(data: bytes, limits: Limits = LIMITS) -> Pages:
    """What `read_docx` does, in this process."""
    archive = Archive(data)
    body = archive.get(archive.main).find(f"{W}body")
    if body is None:
        raise InvalidInput(f"its part {archive.main} has no body: it is broken. Save it anew in Word.")
    reader = _Reader(
        Styles(archive.find_related("styles")),
        Numbering.of(archive.find_related("numbering")),
        _notes(archive, "footnotes", "footnote") | _notes(archive, "endnotes", "endnote"),
    )
    text = assemble(reader.blocks(body))
    if not text:
        raise InvalidInput("it is a Word document without text: its pages may be pictures, which need OCR first.")
    return Pages(text)


def _notes(archive: Archive, part: str, name: str) -> dict[tuple[str, str], Element]:
    root = archive.find_related(part)
    found = root.iter(W + name) if root is not None else ()
    return {(name, note.get(f"{W}id", "")): note for note in found if note.get(f"{W}type", "normal") == "normal"}


@dataclass
class _Reader:
    styles: Styles
    numbering: Numbering
    notes: dict[tuple[str, str], Element]
    pending: list[tuple[int, Element]] = field(default_factory=list)  # notes and boxes of the paragraph at hand
    noted: int = 0

    def blocks(self, parent: Element) -> Iterator[Block]:
        """The blocks below an element, in order."""
        for child in parent:
            if child.tag == f"{W}p":
                yield self._paragraph(child)
                yield from self._pending()
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
            elif child.tag == CHOICE:
                yield from self.blocks(child[0]) if len(child) else ()
            elif child.tag not in GONE:
                yield from self.blocks(child)

    def _pending(self) -> Iterator[Block]:
        waiting, self.pending = self.pending, []
        for number, element in waiting:
            inner = [block for block in self.blocks(element) if block.text]
            if number and inner:
                inner[0] = Block(f"<sup>{number}</sup> {inner[0].text.removeprefix('<sup></sup>').lstrip()}")
            yield from inner

    def _paragraph(self, element: Element) -> Block:
        properties = element.find(f"{W}pPr")
        runs = list(self._runs(element, properties))
        if not any(run.text.strip() for run in runs):
            return Block("")
        level = self.styles.level(properties)
        place = self.styles.numbering(properties)
        label = self.numbering.label(*place) if place else ""
        if level:
            shown = [Run(f"{label} "), *runs] if label not in ("", "-") else runs
            return heading(shown, level)
        if LIST_LABEL.fullmatch(label):
            return item(runs, label)
        return paragraph([Run(f"{label} ", bold=runs[0].bold), *runs] if label else runs)

    def _runs(self, parent: Element, properties: Element | None) -> Iterator[Run]:
        for child in parent:
            if child.tag == f"{W}r":
                yield from self._run(child, properties)
            elif child.tag == CHOICE:
                yield from self._runs(child[0], properties) if len(child) else ()
            elif child.tag not in GONE:
                yield from self._runs(child, properties)

    def _run(self, run: Element, properties: Element | None) -> Iterator[Run]:
        about = run.find(f"{W}rPr")
        if switched(about, "vanish"):
            return
        bold = self.styles.bold(about, properties)
        raised = value(about, "vertAlign") == "superscript"
        for child in run:
            name = child.tag.removeprefix(W)
            text = child.text or ""
            if name == "t":
                yield Run(f"<sup>{text}</sup>" if raised and text.strip().isdigit() else text, bold)
            elif name in SIGNS:
                yield Run(SIGNS[name], bold)
            elif name == "br":
                yield Run("\n", bold)
            elif name in ("footnoteReference", "endnoteReference"):
                yield from self._reference(name.removesuffix("Reference"), child.get(f"{W}id", ""))
            elif child.tag not in GONE:
                self._boxes(child)

    def _reference(self, name: str, number: str) -> Iterator[Run]:
        note = self.notes.get((name, number))
        if note is not None:
            self.noted += 1
            self.pending.append((self.noted, note))
            yield Run(f"<sup>{self.noted}</sup>")

    def _boxes(self, element: Element) -> None:
        """Text boxes come after the paragraph that they hang on, once: Word writes each in two ways."""
        if element.tag == CHOICE:
            element = element[0] if len(element) else element
        if element.tag == f"{W}txbxContent":
            self.pending.append((0, element))
            return
        for child in element:
            self._boxes(child)

    def _table(self, table: Element) -> Iterator[Block]:
        lines = [list(_cells(line)) for line in _rows(table)]
        if all(len(cells) < 2 for cells in lines):  # a frame around text
            for cells in lines:
                for cell in cells:
                    yield from self.blocks(cell)
            return
        for cells in lines:
            yield row([self._cell(cell) for cell in cells])
            yield from self._pending()

    def _cell(self, cell: Element) -> list[Run]:
        runs: list[Run] = []
        for inner in cell.iter(f"{W}p"):
            runs += [*self._runs(inner, inner.find(f"{W}pPr")), Run(" ")]
        return runs


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == f"{W}tr":
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins"):
            yield from _rows(child)


def _cells(line: Element) -> Iterator[Element]:
    for child in line:
        if child.tag == f"{W}tc":
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent"):
            yield from _cells(child)
