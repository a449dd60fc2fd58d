"""Labels of list items and headings, counted as HTML and Word count them."""

from __future__ import annotations

ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
         (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
WORD_STYLES = {"upperRoman": "I", "lowerRoman": "i", "upperLetter": "A", "lowerLetter": "a", "decimalZero": "01"}


def counted(number: int, style: str) -> str:
    """A number in a style of HTML's: `1`, `a`, `A`, `i` or `I` (and `01`).

    >>> [counted(4, style) for style in "1aAiI"], counted(28, "a"), counted(7, "01")
    (['4', 'd', 'D', 'iv', 'IV'], 'bb', '07')
    """
    if style in ("i", "I") and 0 < number < 4000:
        return roman(number) if style == "i" else roman(number).upper()
    if style in ("a", "A") and 0 < number <= 26 * 20:
        letter = chr(ord(style) + (number - 1) % 26)
        return letter * ((number - 1) // 26 + 1)
    return f"{number:02d}" if style == "01" else str(number)


def roman(number: int) -> str:
    """A number in small Roman numerals.

    >>> roman(48)
    'xlviii'
    """
    written = ""
    for value, letters in ROMAN:
        written += letters * (number // value)
        number %= value
    return written
