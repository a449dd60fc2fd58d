"""Documents that can't be read, each with the reason that a person must be told."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document as WordDocument
from PIL import Image
from reportlab.lib.pagesizes import A5
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.ingest.formats import as_docx, as_html, as_pdf, saved

TEXT = "# Ports\n\nThe harbours of two oceans met, and the ships of both came with them.\n"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DOCTYPE = '<!DOCTYPE x [<!ENTITY e {}>]><w:document xmlns:w="{}"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>'  # noqa: E501  one line of XML
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def raw_pdf(objects: list[bytes]) -> bytes:
    """A PDF of these objects, the first of which is its catalogue."""
    data, places = bytearray(b"%PDF-1.7\n"), []
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(data)


CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGE = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /XObject << /X 4 0 R >> >> >>"
)


def stream(data: bytes, about: bytes = b"") -> bytes:
    """A compressed stream object."""
    packed = zlib.compress(data, 9)
    return b"<< %s /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (about, len(packed), packed)


def drawn(*pages: Image.Image | None, **settings: object) -> bytes:
    """A PDF whose pages are pictures, or empty."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=A5, **settings)
    for page in pages:
        if page is not None:
            canvas.drawImage(ImageReader(page), 0, 0, *A5)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def archive(parts: dict[str, bytes]) -> bytes:
    """A ZIP archive of these parts."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as written:
        for name, data in parts.items():
            written.writestr(name, data)
    return out.getvalue()


def word(document: bytes | None, **changed: bytes) -> bytes:
    """A Word document with its main part replaced (or gone), or others."""
    with ZipFile(BytesIO(as_docx(TEXT))) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    parts |= {name.replace("__", "/").replace("_xml", ".xml"): data for name, data in changed.items()}
    parts["word/document.xml"] = document or b""
    if document is None:
        del parts["word/document.xml"]
    return archive(parts)


def body(inner: bytes) -> bytes:
    """A main part with something in its body."""
    return b'<w:document xmlns:w="%s"><w:body>%s</w:body></w:document>' % (WORD.encode(), inner)


def pdfs() -> Iterator[tuple[str, bytes, str]]:
    """Broken PDFs."""
    whole = as_pdf(TEXT * 8)
    yield "half.pdf", whole[: len(whole) // 2], "cut off"
    yield "without-its-end.pdf", whole.rstrip()[:-3], "cut off"
    yield "only-a-head.pdf", b"%PDF-1.7\n", "cut off"
    yield "head-and-end.pdf", b"%PDF-1.7\n" + bytes(100) + b"\n%%EOF\n", "broken PDF"
    yield "noise.pdf", b"%PDF-1.4\n" + bytes(range(256)) * 40 + b"%%EOF", "broken PDF"
    yield "empty.pdf", b"", "is empty"
    yield "locked.pdf", as_pdf(TEXT, encrypt=StandardEncryption("secret")), "encrypted"
    yield "locked-well.pdf", as_pdf(TEXT, encrypt=StandardEncryption("secret", strength=128)), "encrypted"
    scan = Image.frombytes("L", (64, 64), bytes(range(256)) * 16)
    yield "scan.pdf", drawn(scan, scan), "is a scan.*OCR"
    yield "blank.pdf", drawn(None, None), "no text"
    yield "its-own-child.pdf", raw_pdf([CATALOGUE, b"<< /Type /Pages /Kids [2 0 R] /Count 3 >>"]), "page|broken"
    yield "a-ring-of-parents.pdf", raw_pdf([
        CATALOGUE, b"<< /Type /Pages /Kids [3 0 R] /Count 2 >>",
        b"<< /Type /Pages /Kids [2 0 R] /Parent 2 0 R /Count 2 >>",
    ]), "page|broken"  # fmt: skip
    yield "a-form-in-itself.pdf", raw_pdf([
        CATALOGUE, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", PAGE,
        stream(b"/X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 4 0 R >> >>"),
    ]), "no text"  # fmt: skip
    yield "no-pages.pdf", raw_pdf([CATALOGUE, b"<< /Type /Pages /Kids [] /Count 0 >>"]), "no pages|broken PDF"
    yield "a-billion-pages.pdf", raw_pdf([
        CATALOGUE, b"<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>", PAGE, stream(b"q"),
    ]), "pages|broken"  # fmt: skip
    yield "2001-pages.pdf", raw_pdf([
        CATALOGUE, b"<< /Type /Pages /Kids [%s] /Count 2001 >>" % (b"3 0 R " * 2001), PAGE, stream(b"q"),
    ]), "2,001 pages.*limit is 2,000"  # fmt: skip
    yield "bomb.pdf", raw_pdf([
        CATALOGUE, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", PAGE, stream(bytes(200_000_000)),
    ]), "no text|broken|memory|seconds"  # fmt: skip
    yield "a-page.pdf", as_html(TEXT), "is HTML, not a PDF"
    yield "word.pdf", as_docx(TEXT), "Word document .*not a PDF"
    yield "text.pdf", TEXT.encode(), "plain text, not a PDF"
    yield "zeros.pdf", bytes(4096), "binary data, not a PDF|is empty"
    yield "picture.pdf", b"\x89PNG\r\n\x1a\n" + bytes(99), "an image, not a PDF.*OCR"


def docxs() -> Iterator[tuple[str, bytes, str]]:
    """Broken Word documents."""
    whole = as_docx(TEXT)
    yield "half.docx", whole[: len(whole) // 2], "cut off or broken"
    yield "few-bytes.docx", whole[:60], "cut off or broken|ZIP"
    yield "empty.docx", b"", "is empty"
    yield "table.docx", archive({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"}), "Excel.*not a Word"
    yield "slides.docx", archive({"[Content_Types].xml": b"<x/>", "ppt/slides/a.xml": b"<x/>"}), "PowerPoint"
    yield "files.docx", archive({"a.txt": b"text"}), "ZIP archive, not a Word"
    yield "open.docx", archive({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}), "ZIP"
    yield "old.docx", OLE, "old or encrypted Office file"
    yield "locked.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "is encrypted"
    yield "a-pdf.docx", as_pdf(TEXT), "a PDF, not a Word"
    yield "a-page.docx", as_html(TEXT), "HTML, not a Word"
    yield "rich.docx", b"{\\rtf1 Ports}", "rich text"
    yield "packed.docx", b"\x1f\x8b\x08" + bytes(20), "compressed file.*Unpack"
    yield "bomb.docx", word(b" " * 70_000_000), "unpacks to more than 64,000,000 bytes"
    yield "bomb-of-styles.docx", word(body(b""), word__styles_xml=b" " * 70_000_000), "unpacks to more than"
    many = {f"word/{number}.xml": b"" for number in range(20_001)}
    yield "entries.docx", archive({"[Content_Types].xml": b"<x/>", **many}), "entries, the limit"
    outside = DOCTYPE.format('SYSTEM "file:///etc/passwd"', WORD)
    yield "entity-of-a-file.docx", word(outside.encode()), "declares a document type or entities"
    yield "entity-of-the-web.docx", word(outside.replace("file:///etc", "http://127.0.0.1").encode()), "entities"
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))
    yield "laughs.docx", word(f'<!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]><x>&l8;</x>'.encode()), "entities"
    yield "utf-16-entity.docx", word(outside.encode("utf-16")), "entities"
    yield "entity-in-styles.docx", word(body(b""), word__styles_xml=outside.encode()), "styles.xml declares"
    yield "million-nested.docx", word(body(b"<w:p>" * 1_000_000)), "nested more than 200 deep"
    yield "nested-tables.docx", word(body(b"<w:tbl><w:tr><w:tc>" * 90 + b"</w:tc></w:tr></w:tbl>" * 90)), "nested"
    yield "no-xml.docx", word(b"Ports of two oceans"), "no XML"
    yield "torn-xml.docx", word(body(b"<w:p>")[:-20]), "no XML"
    yield "without-text-part.docx", word(None), "holds no word/document.xml"
    yield "without-body.docx", word(b"<x/>"), "has no body"
    yield "blank.docx", saved(WordDocument()), "without text"
    types = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'  # noqa: E501  one line of XML
    with ZipFile(BytesIO(whole)) as parts:
        renamed = {n: parts.read(n) for n in parts.namelist()} | {"[Content_Types].xml": types}
    yield "table-in-disguise.docx", archive(renamed), "Excel.*not a Word"
    place = whole.index(b"word/document.xml") + 40
    torn = bytearray(whole)
    torn[place : place + 30] = bytes(30)
    yield "bad-bytes.docx", bytes(torn), "is broken"
    with ZipFile(BytesIO(whole)) as parts:
        flags = [info.header_offset for info in parts.infolist()]
    locked = bytearray(whole)
    for offset in flags:
        locked[offset + 6] |= 1
    at = 0
    while (at := locked.find(b"PK\x01\x02", at)) >= 0:
        locked[at + 8] |= 1
        at += 4
    yield "zip-password.docx", bytes(locked), "archive is encrypted"


def htmls() -> Iterator[tuple[str, bytes, str]]:
    """Broken pages."""
    yield "million-divs.html", b"<html><body>" + b"<div>" * 1_000_000 + b"Ports", "nested more than 2,000 deep"
    yield "million-fonts.html", b"<p>" + b"<font size=1>" * 1_000_000 + b"Ports", "nested more than 2,000 deep"
    yield "million-tables.html", b"<table><tr><td>" * 350_000 + b"Ports", "nested more than 2,000 deep"
    yield "million-lists.html", b"<ul><li>" * 500_000, "nested more than 2,000 deep"
    yield "empty.html", b"", "is empty"
    yield "blank.html", b"<!DOCTYPE html><html><head><title>Ports</title></head><body></body></html>", "without text"
    yield "script.html", b"<html><body><div id=app></div><script>show('Ports')</script></body></html>", "browser"
    yield "comment.html", b"<html><!-- Ports </html>", "without text"
    yield "a-pdf.html", as_pdf(TEXT), "a PDF, not HTML"
    yield "word.html", as_docx(TEXT), "Word document .*not HTML"
    yield "picture.html", b"\xff\xd8\xff\xe0" + bytes(99), "an image, not HTML"
    yield "zeros.html", b"<p>" + bytes(999), "binary data, not HTML"
    yield "text.html", b"Ports of two oceans", "plain text, not HTML"
    yield "feed.html", b'<?xml version="1.0"?><rss><title>Ports</title></rss>', "XML, not HTML"


def broken() -> list[tuple[str, bytes, str]]:
    """Every broken document: its name, its bytes, and a pattern for the reason."""
    return [*pdfs(), *docxs(), *htmls()]
