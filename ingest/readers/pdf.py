"""PDF: the words of each page with their places, read by PDFium; `ingest.readers.layout` makes text of them."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from ingest.readers.confined import LIMITS, Limits, read_confined
from ingest.readers.kinds import require
from ingest.readers.layout import Page, Word, lay_out
from ingest.readers.pages import Pages
from kg.errors import InvalidInput

END = b"%%EOF"
TAIL = 4_096  # bytes at the end in which a whole PDF says that it ends
BOLD = re.compile(r"bold|black|heavy|semibold|demi(?!ng)|bx\d", re.I)
FORCE_BOLD = 1 << 18
FILL_AND_STROKE = 2  # how some programs draw bold
IMAGE = 3
PASSWORD, SECURITY = 4, 5  # PDFium's reasons
FEWEST = 5  # words a page; a scan has a stamp or a page number at most
LEAST_READABLE = 0.6  # of the characters
MOST = 0.5  # of a page; a picture that covers more is the page itself
LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
BULLETS = dict.fromkeys((0xF0B7, 0xF0A7, 0xF0D8, 0xF0FC, 0xF076, 0xF0A8, 0x25CF, 0x25AA, 0x25A0, 0x2023, 0x27A2), "•")
HYPHENS = dict.fromkeys((0x02, 0xAD, 0xFFFE, 0x2010, 0x2011), "-")  # the first is PDFium's, at a line's end
WHITE = frozenset((0, 0x09, 0x0A, 0x0D, 0x20, 0x3000, *range(0x2000, 0x200C)))
PRIVATE = range(0xE000, 0xF900)
PARTED = 0.13  # of the size; kerning alone leaves no such gap
SLANT = 10  # degrees; what is turned further is no running text but a watermark
SHOWN = {**LIGATURES, **BULLETS, **HYPHENS}


def read_pdf(data: bytes) -> Pages:
    """The text of a PDF and where its pages begin: lines joined to paragraphs, headings by their size as `#`.

    Page numbers stand on lines of their own, behind the paragraph that the page turns in; a running head stands
    where it is first, its repeats are left out.
    """
    return read_confined("pdf", data)


def parse(data: bytes, limits: Limits = LIMITS) -> Pages:
    """What `read_pdf` does, in this process."""
    import pypdfium2
    from pypdfium2 import raw

    require(data, "pdf")
    if END not in data.rstrip(b"\0\r\n\t ")[-TAIL:]:
        raise InvalidInput("it is cut off: its last bytes are not the end of a PDF. Fetch or copy it again.")
    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        if error.err_code in (PASSWORD, SECURITY):
            raise InvalidInput("it is encrypted. Open it with its password and save it without one.") from error
        raise InvalidInput("it is a broken PDF. Open it in its own program, save it anew and try again.") from error
    if count > limits.pages:
        raise InvalidInput(f"it has {count:,} pages, the limit is {limits.pages:,}. Split it.")
    if not count:
        raise InvalidInput("it has no pages: it is a broken PDF. Save it anew.")
    pages, unread = [], []
    pictures = characters = unreadable = 0
    for number in range(count):
        page = raw.FPDF_LoadPage(document, number)
        if not page:
            raise InvalidInput(f"its page {number + 1} of {count} can't be read: it is broken. Save it anew.")
        read = _Reading(raw, page)
        pages.append(read.page())
        pictures += read.has_picture()
        if len(pages[-1].words) < FEWEST and read.is_picture():
            unread.append(number + 1)
        characters += read.characters
        unreadable += read.unreadable
        read.close()
        if characters > limits.characters:
            raise InvalidInput(f"it holds more than {limits.characters:,} characters. Split it.")
    words = sum(len(page.words) for page in pages)
    if words < FEWEST * count and pictures >= 0.5 * count:
        raise InvalidInput("it is a scan: its pages are pictures of text. Run OCR on it first, then try again.")
    if not words:
        raise InvalidInput("it holds no text: its pages are empty or drawings. Run OCR on it if they show text.")
    if unreadable > (1 - LEAST_READABLE) * characters:
        raise InvalidInput("its fonts don't say which letters they show. Run OCR on it, or save it anew as PDF.")
    return replace(lay_out(pages), unread=tuple(unread))


@dataclass(frozen=True)
class _Font:
    size: float
    bold: bool
    upright: bool


class _Reading:
    """One page while it is read."""

    def __init__(self, raw: Any, page: Any) -> None:
        self._raw = raw
        self._page = page
        self._text = raw.FPDFText_LoadPage(page)
        self._bolds: dict[int, bool] = {}
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box, self._matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self._to_x, self._to_y, self._to_box = map(ctypes.pointer, (self._x, self._y, self._box))
        self._turn = raw.FPDFPage_GetRotation(page) % 4
        self.width, self.height = raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page)
        self.characters = self.unreadable = 0

    def close(self) -> None:
        if self._text:
            self._raw.FPDFText_ClosePage(self._text)
        self._raw.FPDF_ClosePage(self._page)

    def page(self) -> Page:
        return Page(self.width, self.height, tuple(self._words()) if self._text else ())

    def has_picture(self) -> bool:
        return any(True for _ in self._pictures())

    def is_picture(self) -> bool:
        """True where pictures, whole or in strips, cover most of the page."""
        covered = sum(map(self._area, self._pictures()))
        return bool(covered > MOST * self.width * self.height)

    def _pictures(self) -> Iterator[Any]:
        for number in range(min(self._raw.FPDFPage_CountObjects(self._page), 1_000)):
            drawn = self._raw.FPDFPage_GetObject(self._page, number)
            if self._raw.FPDFPageObj_GetType(drawn) == IMAGE:
                yield drawn

    def _area(self, drawn: Any) -> float:
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        if not self._raw.FPDFPageObj_GetBounds(drawn, *map(ctypes.byref, (left, bottom, right, top))):
            return 0.0
        return (right.value - left.value) * (top.value - bottom.value)

    def _words(self) -> Iterator[Word]:
        """Letters without a space or a turn between them, in the order of the file."""
        word: list[str] = []
        x0 = x1 = y = drift = 0.0
        font = _Font(1, bold=False, upright=True)
        spaced = opened = True
        for number in range(max(0, self._raw.FPDFText_CountChars(self._text))):
            code = self._raw.FPDFText_GetUnicode(self._text, number)
            if code in WHITE:
                spaced = True
                continue
            self.characters += 1
            self.unreadable += code == 0xFFFD or (code < 0x20 and code not in SHOWN) or code in PRIVATE
            left, right, base = self._place(number)
            gap = left - x1
            parted = gap > PARTED * font.size and gap > 3 * drift  # a space that PDFium took for a narrow gap
            turned = abs(base - y) > 0.05 * font.size or gap < -font.size or gap > 0.6 * font.size
            if word and (spaced or parted or turned):
                if font.upright:
                    yield Word("".join(word), x0, x1, y, font.size, font.bold, opened)
                opened = spaced or parted or gap < -font.size
                word = []
            if not word:
                x0, y, drift, opened = left, base, 0.0, opened or spaced
                font = self._font(number)
            else:
                drift = max(0.0, gap) if len(word) == 1 else (drift + max(0.0, gap)) / 2
            word.append(SHOWN.get(code) or (chr(code) if code < 0x110000 else "\ufffd"))
            x1, spaced = right, False
        if word and font.upright:
            yield Word("".join(word), x0, x1, y, font.size, font.bold, opened)

    def _place(self, number: int) -> tuple[float, float, float]:
        """Left, right and base line of a character, as the page is looked at."""
        box = self._box
        self._raw.FPDFText_GetLooseCharBox(self._text, number, self._to_box)
        self._raw.FPDFText_GetCharOrigin(self._text, number, self._to_x, self._to_y)
        if self._turn == 0:
            return box.left, box.right, self._y.value
        if self._turn == 1:
            return box.bottom, box.top, self.height - self._x.value
        if self._turn == 2:
            return self.width - box.right, self.width - box.left, self.height - self._y.value
        return self.width - box.top, self.width - box.bottom, self._x.value

    def _font(self, number: int) -> _Font:
        """How a character is drawn."""
        raw, matrix = self._raw, self._matrix
        raw.FPDFText_GetMatrix(self._text, number, matrix)
        scale = math.hypot(matrix.c, matrix.d) or 1.0
        size = raw.FPDFText_GetFontSize(self._text, number) * scale
        along = math.degrees(math.atan2(matrix.b, matrix.a)) - 90 * self._turn
        upright = abs((along + 180) % 360 - 180) < SLANT
        return _Font(round(size, 2) or 1.0, self._bold(raw.FPDFText_GetTextObject(self._text, number)), upright)

    def _bold(self, drawn: Any) -> bool:
        raw = self._raw
        font = raw.FPDFTextObj_GetFont(drawn) if drawn else None
        if not font:
            return False
        if raw.FPDFTextObj_GetTextRenderMode(drawn) == FILL_AND_STROKE:
            return True
        key = ctypes.cast(font, ctypes.c_void_p).value or 0
        if key not in self._bolds:
            name = ctypes.create_string_buffer(256)
            raw.FPDFFont_GetBaseFontName(font, name, len(name))
            said = BOLD.search(name.value.decode("utf-8", "replace"))
            self._bolds[key] = bool(said) or raw.FPDFFont_GetFlags(font) & FORCE_BOLD > 0
        return self._bolds[key]
