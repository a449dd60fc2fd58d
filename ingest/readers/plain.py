"""Plain text and Markdown: UTF-8, taken as it is."""

from __future__ import annotations

import codecs
import re

from kg.errors import InvalidInput

CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def read_plain(data: bytes) -> str:
    r"""The text of a UTF-8 file; a byte-order mark is left out, line ends stay as they are.

    >>> read_plain(b"\xef\xbb\xbfSELA\r\n")
    'SELA\r\n'
    >>> read_plain(b"caf\xe9")
    Traceback (most recent call last):
    ...
    kg.errors.InvalidInput: byte 3 (0xe9) is not UTF-8. Save the file as UTF-8 text and try again.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise InvalidInput("it is UTF-16. Save the file as UTF-8 text and try again.")
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        if b"\0" in data[:8192]:
            raise InvalidInput("it holds binary data, not text. Convert it to UTF-8 text first.") from error
        raise InvalidInput(
            f"byte {error.start} (0x{data[error.start]:02x}) is not UTF-8. Save the file as UTF-8 text and try again."
        ) from error
    if len(CONTROL.findall(text[:65536])) > 8 or "\0" in text:
        raise InvalidInput("it holds binary data, not text. Convert it to UTF-8 text first.")
    return text
