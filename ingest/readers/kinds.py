"""Kinds of files, known by their bytes: a name or a server may say anything."""

from __future__ import annotations

import codecs
import re
from io import BytesIO
from typing import Literal
from zipfile import BadZipFile, ZipFile

from kg.errors import InvalidInput

Kind = Literal["pdf", "docx", "xlsx", "pptx", "zip", "office", "image", "rtf", "gzip", "html", "xml", "text", "binary"]

NAMES: dict[Kind, str] = {
    "pdf": "a PDF",
    "docx": "a Word document (.docx)",
    "xlsx": "an Excel workbook (.xlsx)",
    "pptx": "a PowerPoint presentation (.pptx)",
    "zip": "a ZIP archive",
    "office": "an old or encrypted Office file (.doc, .xls, .ppt)",
    "image": "an image",
    "rtf": "rich text (.rtf)",
    "gzip": "a compressed file (.gz)",
    "html": "HTML",
    "xml": "XML",
    "text": "plain text",
    "binary": "binary data",
}
SIGNATURES: tuple[tuple[bytes, Kind], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office"),
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\0", "image"),
    (b"MM\0*", "image"),
    (b"{\\rtf", "rtf"),
    (b"\x1f\x8b", "gzip"),
)
FOLDERS: tuple[tuple[str, Kind], ...] = (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx"))
PDF_HEAD = 1024  # bytes in which a PDF says that it is one
MARKUP = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|(?:html|head|body|title|meta|article|main|div|p|h[1-6]"
                    rb"|table|section|script|link|ul|ol|span|center|font|br)\b)", re.I | re.S)  # fmt: skip
XML = re.compile(rb"\s*<\?xml\b", re.I)


def kind_of(data: bytes) -> Kind:
    r"""What bytes are, whatever they are called.

    >>> kind_of(b"%PDF-1.7\n"), kind_of(b"\n<!DOCTYPE html><p>Ports"), kind_of("Puertos y señales".encode())
    ('pdf', 'html', 'text')
    """
    if b"%PDF-" in data[:PDF_HEAD]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _archive(data)
    kind = next((kind for signature, kind in SIGNATURES if data.startswith(signature)), None)
    if kind:
        return kind
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "text"
    head = data[:8192].removeprefix(codecs.BOM_UTF8)
    if b"\0" in head:
        return "binary"
    if MARKUP.match(head):
        return "html"
    if XML.match(head):
        return "html" if re.search(rb"<html\b", head, re.I) else "xml"
    return "text"


def _archive(data: bytes) -> Kind:
    """What a ZIP archive holds; where it is broken, what its first entry's name says."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
    except (BadZipFile, ValueError, OSError, NotImplementedError, OverflowError):
        return "docx" if b"[Content_Types].xml" in data[:4096] or b"word/" in data[:4096] else "zip"
    return next((kind for folder, kind in FOLDERS if any(name.startswith(folder) for name in names)), "zip")


def require(data: bytes, wanted: Kind) -> None:
    """Raise InvalidInput where bytes are something else than the file's name says.

    >>> require(b"%PDF-1.7", "docx")
    Traceback (most recent call last):
    ...
    kg.errors.InvalidInput: it is a PDF, not a Word document (.docx). Give the file the ending of what it is.
    """
    if not data.strip():
        raise InvalidInput("it is empty: there is nothing to read in it.")
    kind = kind_of(data)
    if kind == wanted:
        return
    advice = {
        "office": "Save it as .docx without a password and try again.",
        "gzip": "Unpack it first.",
        "image": "A picture of text needs OCR first.",
        "pdf": "Give the file the ending of what it is.",
        "docx": "Give the file the ending of what it is.",
        "html": "Give the file the ending of what it is, unless it is a page that says why there is no document.",
    }.get(kind, "Convert it first, or give the document itself.")
    raise InvalidInput(f"it is {NAMES[kind]}, not {NAMES[wanted]}. {advice}")
