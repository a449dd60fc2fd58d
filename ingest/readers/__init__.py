"""Readers: bytes to text, one a format. To add one: a function and a line in `READERS`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ingest.readers.plain import read_plain
from kg.errors import InvalidInput

READERS: dict[str, Callable[[bytes], str]] = {".txt": read_plain, ".md": read_plain}

SIZE_LIMIT = 50_000_000  # bytes; SELA_SIZE_LIMIT changes it


def read_text(path: Path, *, size_limit: int = SIZE_LIMIT) -> str:
    """The text of a file, whatever its format.

    Raises InvalidInput where the file is missing, empty, too large, of a kind without a reader, or
    not what its name says.
    """
    if not path.is_file():
        raise InvalidInput(f"There is no file {path}. Check the path; `sela ingest FOLDER` takes a whole folder.")
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise InvalidInput(
            f"{path.name}: files of kind {path.suffix or '(none)'!r} can't be read yet. "
            f"Kinds that can: {' '.join(READERS)}."
        )
    size = path.stat().st_size
    if size > size_limit:
        raise InvalidInput(
            f"{path.name} has {size:,} bytes, the limit is {size_limit:,}. Split it, or set SELA_SIZE_LIMIT."
        )
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InvalidInput(f"{path} can't be read ({error.strerror}). Check its permissions.") from error
    try:
        text = reader(data)
    except InvalidInput as error:
        raise InvalidInput(f"{path.name}: {error}") from error
    if not text.strip():
        raise InvalidInput(f"{path.name} is empty: there is nothing to read in it.")
    return text
