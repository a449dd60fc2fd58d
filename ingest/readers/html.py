"""HTML: what a reader sees of a page, without its menus, as Markdown-like text."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ingest.readers.blocks import Block, Run, assemble, heading, item, paragraph, row
from ingest.readers.confined import LIMITS, Limits, read_confined
from ingest.readers.kinds import kind_of, require
from ingest.readers.labels import counted
from ingest.readers.pages import Pages
from kg.errors import InvalidInput

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

DEEPEST = 2_000  # tags; the time that a parser takes grows with the square of it
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)|<!--")
RAW = ("script", "style", "textarea", "title", "iframe", "xmp", "noembed", "noframes")
UNNESTED_TAGS = (
    "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody "
    "tfoot colgroup caption option optgroup html head body rp rt"
)
LEFT_OUT_TAGS = (
    "head script style noscript template nav aside footer iframe object svg math form button select textarea "
    "dialog audio video canvas map datalist -comment"
)
BLOCKS_TAGS = (
    "address article blockquote body caption center dd details div dl dt fieldset figcaption figure header "
    "hgroup html legend li main menu p pre section summary ul ol table thead tbody tfoot tr td th hr"
)
UNNESTED, LEFT_OUT, BLOCKS = (frozenset(tags.split()) for tags in (UNNESTED_TAGS, LEFT_OUT_TAGS, BLOCKS_TAGS))
LISTS = ("ul", "ol", "menu")
HEADING = re.compile(r"h([1-6])")
LAYOUT = "table, h1, h2, h3, h4, h5, h6, ul, ol, p + p"  # in a cell: the table lays a page out, it is no table of data
BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
ENOUGH = 30  # words in <main>; with fewer the text is elsewhere


def read_html(data: bytes) -> str:
    """The text of a page: headings as `#`, lists as `-` and `1.`, bold as `**`, rows of tables with tabs."""
    return read_confined("html", data).text


def parse(data: bytes, limits: Limits = LIMITS) -> Pages:
    """What `read_html` does, in this process.

    >>> parse(b"<h2>Area I</h2><p>Ports <b>and</b> ships<ul><li>Brazil</ul>").text
    '## Area I\\n\\nPorts **and** ships\\n\\n- Brazil\\n'
    """
    from selectolax.lexbor import LexborHTMLParser, SelectolaxError

    source = decode(data)
    _require_markup(data, source)
    _require_shallow(source)
    try:
        page = LexborHTMLParser(source)
    except SelectolaxError as error:
        raise InvalidInput(f"it is broken, or far too large to be a page ({error}). Save it anew.") from error
    mains = page.css("main")
    root = mains[0] if len(mains) == 1 and len(mains[0].text().split()) >= ENOUGH else page.body
    text = assemble(_blocks(root)) if root is not None else ""
    if not text:
        raise InvalidInput(
            "it is HTML without text: a browser may be filling it in. Save the page from a browser, or as PDF."
        )
    return Pages(text)


def _require_markup(data: bytes, source: str) -> None:
    if kind_of(data) not in ("html", "text") or not re.search(r"<[a-zA-Z][^<>]*>", source[:1_000_000]):
        require(data, "html")


def decode(data: bytes) -> str:
    """The characters of a page: by its byte-order mark, by what it says of itself, as UTF-8, else as Windows-1252.

    >>> decode(b'<meta charset="iso-8859-1"><p>A\\xf1o'), decode(b"<p>A\\xf1o"), decode("<p>Año".encode())
    ('<meta charset="iso-8859-1"><p>Año', '<p>Año', '<p>Año')
    """
    for mark, name in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if data.startswith(mark):
            return data.decode(name, "replace").removeprefix("\ufeff")
    said = CHARSET.search(data, 0, 4096)
    for name in ([said[1].decode("ascii", "replace").lower()] if said else []) + ["utf-8"]:
        name = "windows-1252" if name in ("iso-8859-1", "latin-1", "us-ascii") else name  # as browsers take it
        try:
            return str(data, name, "strict")
        except (LookupError, ValueError):  # no such charset, or not the page's
            continue
    return data.decode("windows-1252", "replace")


def _require_shallow(source: str) -> None:
    """Count the tags that are open without making a tree of them."""
    depth = at = 0
    while match := TAG.search(source, at):
        at, name = match.end(), (match[2] or "").lower()
        if not name:
            at = source.find("-->", at)
        elif name in RAW and not match[1]:
            closing = re.compile(f"</{name}", re.I).search(source, at)
            at = closing.start() if closing else -1
        elif name not in UNNESTED:
            depth = max(0, depth + (-1 if match[1] else 1))
        if depth > DEEPEST:
            raise InvalidInput(f"its tags are nested more than {DEEPEST:,} deep: it is broken. Save it anew.")
        if at < 0:
            return


def _steps(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Every node that is shown, where it opens and again (True) where it closes; without recursion."""
    node = root
    while True:
        shown = not _left_out(node)
        if shown:
            yield node, False
            if node.child is not None:
                node = node.child
                continue
            yield node, True
        while node.next is None:
            if node.mem_id == root.mem_id or node.parent is None:
                return
            node = node.parent
            yield node, True
            if node.mem_id == root.mem_id:
                return
        if node.mem_id == root.mem_id:
            return
        node = node.next


def _left_out(node: LexborNode) -> bool:
    if node.tag in LEFT_OUT:
        return True
    if node.tag == "-text":
        return False
    about = node.attributes
    return "hidden" in about or bool(HIDDEN_STYLE.search(about.get("style") or ""))


@dataclass
class _List:
    ordered: bool
    style: str
    next: int


@dataclass
class _State:
    """Where the walk is: what a block has gathered so far, and what is open around it."""

    runs: list[Run] = field(default_factory=list)
    label: str | None = None
    level: int = 0
    bold: int = 0
    pre: int = 0
    lists: list[_List] = field(default_factory=list)
    tables: list[bool] = field(default_factory=list)  # True for one of data
    cells: list[list[Run]] = field(default_factory=list)

    def block(self) -> Block:
        """What was gathered, as a block; the next one begins."""
        runs, label = self.runs, self.label
        self.runs = []
        if self.level:
            return heading(runs, self.level)
        if label is not None and any(run.text.strip() for run in runs):
            self.label = None
            return item(runs, label)
        return paragraph(runs)


def _blocks(root: LexborNode) -> Iterator[Block]:
    state = _State()
    for node, closing in _steps(root):
        tag = node.tag or ""
        if tag == "-text":
            if not closing:
                _add(state, node.text_content or "")
            continue
        in_data = bool(state.tables) and state.tables[-1]
        title = HEADING.fullmatch(tag)
        if in_data and tag in ("td", "th", "tr"):
            if closing and tag == "tr":
                yield row(state.cells)
                state.cells = []
            elif closing:
                state.cells.append(state.runs)
            state.runs = []
        elif in_data and tag in BLOCKS and tag != "table":
            state.runs.append(Run(" "))
        elif tag in BLOCKS or title:
            yield state.block()
            state.level = int(title[1]) if title and not closing else 0
            if tag == "hr" and closing:
                yield Block("---")
        _turn(state, node, tag, closing)
    yield state.block()


def _add(state: _State, text: str) -> None:
    text = text if state.pre else re.sub(r"[ \t\r\n\f]+", " ", text)
    if text == " " and not state.runs:
        return
    state.runs.append(Run(text.replace("\t", " "), bold=state.bold > 0))


def _turn(state: _State, node: LexborNode, tag: str, closing: bool) -> None:
    """Open or close what an element changes for the text in it."""
    step = -1 if closing else 1
    if tag in ("b", "strong") or BOLD_STYLE.search(node.attributes.get("style") or ""):
        state.bold += step
    if tag == "pre":
        state.pre += step
    elif tag == "br" and not closing:
        state.runs.append(Run("\n"))
    elif tag == "sup":
        _raise(state, node, closing)
    elif tag in LISTS:
        if closing:
            state.lists.pop()
        else:
            about = node.attributes
            state.lists.append(_List(tag == "ol", about.get("type") or "1", _number(about.get("start"), 1)))
        state.label = None
    elif tag == "li":
        state.label = None if closing else _label(state, node)
    elif tag == "table":
        if closing:
            state.tables.pop()
        else:
            state.tables.append(not _lays_out(node))


def _raise(state: _State, node: LexborNode, closing: bool) -> None:
    """A raised number is a footnote's; "th" in 50th is not."""
    if node.text().strip().strip("[]").isdigit():
        state.runs.append(Run("</sup>" if closing else "<sup>"))


def _label(state: _State, node: LexborNode) -> str:
    if not state.lists or not state.lists[-1].ordered:
        return "-"
    around = state.lists[-1]
    number = _number(node.attributes.get("value"), around.next)
    around.next = number + 1
    return f"{counted(number, around.style)}."


def _number(said: str | None, default: int) -> int:
    return int(said) if said and re.fullmatch(r"\d{1,6}", said.strip()) else default


def _lays_out(table: LexborNode) -> bool:
    """True for a table that parts a page into areas and holds no rows of data."""
    if table.css_first(f"td :is({LAYOUT}), th :is({LAYOUT})") is not None:
        return True
    return all(len(line.css("td, th")) < 2 for line in table.css("tr"))
