"""Sources: what `ingest` was asked to read, as files."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

from ingest.readers import READERS, read_data, read_pages
from ingest.readers.pages import Pages
from kg.errors import InvalidInput


def embedded_corpus() -> Path:
    """The folder of digests that ships with the project."""
    return Path(str(files("ingest.corpus")))


def find_sources(sources: Iterable[str | Path]) -> list[Path | str]:
    """What sources name, folders walked through, in a fixed order: files, and addresses on the web as they are.

    Raises InvalidInput for a folder without documents.
    """
    found: dict[Path | str, None] = {}
    for source in sources:
        if str(source).startswith(("http://", "https://")):
            found[str(source)] = None
            continue
        path = Path(source)
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.is_file() and p.suffix.lower() in READERS)
            if not inside:
                raise InvalidInput(f"{path} holds no documents. Kinds that can be read: {' '.join(READERS)}.")
            found.update(dict.fromkeys(inside))
        else:
            found[path] = None
    return list(found)


def read_source(source: Path | str, *, size_limit: int, allow_private: bool = False) -> tuple[str, Pages]:
    """A source's file name and what it holds; raises SelaError where it can't be had or read."""
    if isinstance(source, Path):
        return source.name, read_pages(source, size_limit=size_limit)
    from ingest.fetch import fetch  # HTTP and TLS take time to load, and most sources are files

    fetched = fetch(source, size_limit=size_limit, allow_private=allow_private)
    return fetched.name, read_data(fetched.name, fetched.suffix, fetched.data)
