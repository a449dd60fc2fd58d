"""Readers: bytes to text, one a format. To add one: a function and a line in `READERS`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ingest.readers.docx import read_docx
from ingest.readers.html import read_html
from ingest.readers.pages import Pages
from ingest.readers.pdf import read_pdf
from ingest.readers.plain import read_plain
from kg.errors import InvalidInput, SelaError

SIZE_LIMIT = 50_000_000  # bytes; SELA_SIZE_LIMIT changes it


def _without_pages(reader: Callable[[bytes], str]) -> Callable[[bytes], Pages]:
    """A reader of a format that has no pages."""
    return lambda data: Pages(reader(data))


READERS: dict[str, Callable[[bytes], Pages]] = {
    ".txt": _without_pages(read_plain),
    ".md": _without_pages(read_plain),
    ".html": _without_pages(read_html),
    ".htm": _without_pages(read_html),
    ".docx": _without_pages(read_docx),
    ".pdf": read_pdf,
}


def read_text(path: Path, *, size_limit: int = SIZE_LIMIT) -> str:
    """The text of a file, whatever its format; raises as `read_pages`."""
    return read_pages(path, size_limit=size_limit).text


def read_pages(path: Path, *, size_limit: int = SIZE_LIMIT) -> Pages:
    """The text of a file and where its pages begin.

    Raises InvalidInput where the file is missing, empty, too large, of a kind without a reader, or
    not what its name says, and TimedOut where reading it takes too long.
    """
    if not path.is_file():
        raise InvalidInput(f"There is no file {path}. Check the path; `sela ingest FOLDER` takes a whole folder.")
    if path.suffix.lower() in READERS:  # else what it is called says enough
        size = path.stat().st_size
        if size > size_limit:
            raise InvalidInput(
                f"{path.name} has {size:,} bytes, the limit is {size_limit:,}. Split it, or set SELA_SIZE_LIMIT."
            )
    try:
        return read_data(path.name, path.suffix.lower(), path.read_bytes())
    except OSError as error:
        raise InvalidInput(f"{path} can't be read ({error.strerror}). Check its permissions.") from error


def read_data(name: str, suffix: str, data: bytes) -> Pages:
    """The text of a document's bytes; `suffix` says its format, `name` stands in errors."""
    reader = READERS.get(suffix)
    if reader is None:
        raise InvalidInput(
            f"{name}: files of kind {suffix or '(none)'!r} can't be read. Kinds that can: {' '.join(READERS)}."
        )
    try:
        pages = reader(data)
    except SelaError as error:
        raise type(error)(f"{name}: {error}") from error
    if not pages.text.strip():
        raise InvalidInput(f"{name} is empty: there is nothing to read in it.")
    return pages
