"""One text in every format that is read: Markdown of our own, as HTML, DOCX and PDF."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from io import BytesIO

from docx import Document as WordDocument
from PIL import Image
from pypdfium2 import PdfDocument
from reportlab.lib.enums import TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A5
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import ListFlowable, ListItem, Paragraph, SimpleDocTemplate, Table

BOLD = re.compile(r"\*\*(.+?)\*\*")
ITALIC = re.compile(r"(?<!\*)\*([^*\n]+)\*(?!\*)")
HEAD = "Annual report of the harbours, in our own words"


def blocks(markdown: str) -> Iterator[tuple[str, list[str]]]:
    """The blocks of a text: (kind, lines); kinds are h1..h6, ul, ol, table and p."""
    for block in re.split(r"\n\s*\n", markdown.strip()):
        lines = block.split("\n")
        hashes = re.match(r"(#+) ", block)
        if hashes:
            yield f"h{len(hashes[1])}", [block[hashes.end() :]]
        elif all(line.startswith("- ") for line in lines):
            yield "ul", [line[2:] for line in lines]
        elif all(re.match(r"\d+\. ", line) for line in lines):
            yield "ol", [line.partition(" ")[2] for line in lines]
        elif all("\t" in line for line in lines):
            yield "table", lines
        else:
            yield "p", lines


def markup(text: str) -> str:
    """A text with HTML's marks."""
    return ITALIC.sub(r"<i>\1</i>", BOLD.sub(r"<b>\1</b>", html.escape(text, quote=False)))


def as_html(markdown: str) -> bytes:
    """A page with menus around the text, as a publisher's site has them."""
    parts = []
    for kind, lines in blocks(markdown):
        if kind in ("ul", "ol"):
            items = "".join(f"<li>{markup(line)}\n" for line in lines)
            parts.append(f"<{kind}>{items}</{kind}>")
        elif kind == "table":
            rows = "".join(f"<tr>{''.join(f'<td>{markup(c)}</td>' for c in line.split(chr(9)))}</tr>" for line in lines)
            parts.append(f"<table><tbody>{rows}</tbody></table>")
        else:
            inner = "<br>\n".join(markup(line).replace(" ", "\n    ", 3) for line in lines)
            parts.append(f"<{kind}>{inner}</{kind}>")
    body = "\n".join(parts)
    menu = "<nav><ul><li><a href='/'>Home</a><li>Peru</ul></nav><script>let a = '<p>Chile</p>'</script>"
    return (
        f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>x</title><style>p {{}}</style></head>"
        f"<body>{menu}<div><article>{body}</article></div><footer>Contact: Cuba</footer></body></html>"
    ).encode()


def as_docx(markdown: str) -> bytes:
    """A Word document with Word's own styles for headings and lists."""
    document = WordDocument()
    document.sections[0].header.paragraphs[0].text = HEAD
    for kind, lines in blocks(markdown):
        if kind == "table":
            cells = [line.split("\t") for line in lines]
            table = document.add_table(len(cells), max(map(len, cells)))
            for number, line in enumerate(cells):
                for place, cell in enumerate(line):
                    _runs(table.cell(number, place).paragraphs[0], cell)
        elif kind[0] == "h":
            _runs(document.add_heading(level=int(kind[1])), lines[0])
        elif kind == "p":
            _runs(document.add_paragraph(), "\n".join(lines))
        else:
            for line in lines:
                _runs(document.add_paragraph(style="List Bullet" if kind == "ul" else "List Number"), line)
    return saved(document)


def saved(document: object) -> bytes:
    """A Word document's bytes."""
    stream = BytesIO()
    document.save(stream)  # type: ignore[attr-defined]
    return stream.getvalue()


def _runs(paragraph: object, text: str) -> None:
    for number, piece in enumerate(BOLD.split(text)):
        paragraph.add_run(ITALIC.sub(r"\1", piece)).bold = number % 2 == 1 or None  # type: ignore[attr-defined]


SIZES = {"h1": 18, "h2": 16, "h3": 14, "h4": 13, "h5": 12.5, "h6": 12.5}


def as_pdf(markdown: str, *, hyphens: bool = False, **settings: object) -> bytes:
    """A PDF on small pages, so that many lines and paragraphs are broken, with running heads and page numbers."""
    text = ParagraphStyle(
        "text", fontName="Times-Roman", fontSize=10.5, leading=13, spaceAfter=5, alignment=TA_JUSTIFY,
        hyphenationLang="en_GB" if hyphens else None,
    )  # fmt: skip
    flow: list[object] = []
    for kind, lines in blocks(markdown):
        shown = [Paragraph("<br/>".join(map(markup, lines)), text)]
        if kind in SIZES:
            size = SIZES[kind]
            style = ParagraphStyle(
                kind, text, fontName="Times-Bold", fontSize=size, leading=1.2 * size, spaceBefore=8, alignment=TA_LEFT
            )
            shown = [Paragraph(markup(lines[0]), style)]
        elif kind in ("ul", "ol"):
            items = [ListItem(Paragraph(markup(line), text)) for line in lines]
            bullets = {"bulletType": "bullet", "start": "•"} if kind == "ul" else {"bulletFormat": "%s."}
            shown = [ListFlowable(items, bulletFontSize=10.5, **bullets)]
        elif kind == "table":
            look = ParagraphStyle("cell", text, alignment=TA_LEFT)
            cells = [[Paragraph(markup(cell), look) for cell in line.split("\t")] for line in lines]
            shown = [Table(cells, style=[("VALIGN", (0, 0), (-1, -1), "TOP")])]
        flow += shown
    stream = BytesIO()
    document = SimpleDocTemplate(stream, pagesize=A5, title="", author="", **settings)
    document.build(flow, onFirstPage=lambda *_: None, onLaterPages=_around)
    return stream.getvalue()


def with_scan(pdf: bytes, *, page: int) -> bytes:
    """A PDF with a picture of text as its page of this number."""
    scan = BytesIO()
    canvas = Canvas(scan, pagesize=A5)
    canvas.drawImage(ImageReader(Image.new("L", (100, 140), 200)), 0, 0, *A5)
    canvas.save()
    whole = PdfDocument(pdf)
    whole.import_pages(PdfDocument(scan.getvalue()), index=page - 1)
    stream = BytesIO()
    whole.save(stream)
    return stream.getvalue()


def _around(canvas: object, page: object) -> None:
    canvas.setFont("Times-Roman", 8)  # type: ignore[attr-defined]
    canvas.drawString(72, A5[1] - 40, HEAD)  # type: ignore[attr-defined]
    canvas.drawCentredString(A5[0] / 2, 30, str(page.page))  # type: ignore[attr-defined]
