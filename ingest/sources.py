"""Sources: what `ingest` was asked to read, as files."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

from ingest.readers import READERS
from kg.errors import InvalidInput


def embedded_corpus() -> Path:
    """The folder of digests that ships with the project."""
    return Path(str(files("ingest.corpus")))


def find_files(sources: Iterable[str | Path]) -> list[Path]:
    """The files that sources name, folders walked through, in a fixed order.

    Raises InvalidInput for a folder without documents and for an address on the web.
    """
    found: dict[Path, None] = {}
    for source in sources:
        if str(source).startswith(("http://", "https://")):
            raise InvalidInput(f"{source}: addresses can't be read yet. Download the document and give its file.")
        path = Path(source)
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.is_file() and p.suffix.lower() in READERS)
            if not inside:
                raise InvalidInput(f"{path} holds no documents. Kinds that can be read: {' '.join(READERS)}.")
            found.update(dict.fromkeys(inside))
        else:
            found[path] = None
    return list(found)
