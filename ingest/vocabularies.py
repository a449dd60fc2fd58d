"""Adding a vocabulary to a knowledge base: from a file or an address, checked before anything is built."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ingest.readers import SIZE_LIMIT
from kg.errors import InvalidInput
from kg.vocabularies import READERS


def read_vocabulary(source: str, *, size_limit: int = SIZE_LIMIT, allow_private: bool = False) -> Mapping[str, bytes]:
    """The Turtle of a vocabulary under its name; raises SelaError where there is none, or one that isn't known."""
    data = _data(source, size_limit, allow_private)
    reasons = []
    for name, reader in READERS.items():
        try:
            reader(data)
            return {name: data}
        except InvalidInput as error:
            reasons.append(f"it isn't the vocabulary {name}: {error}")
    raise InvalidInput(f"{source}: {' '.join(reasons)}")


def _data(source: str, size_limit: int, allow_private: bool) -> bytes:
    if source.startswith(("http://", "https://")):
        from ingest.fetch import fetch  # HTTP and TLS take time to load, and most sources are files

        return fetch(source, size_limit=size_limit, allow_private=allow_private).data
    path = Path(source)
    if not path.is_file():
        raise InvalidInput(f"There is no file {path}. Check the path.")
    if path.stat().st_size > size_limit:
        raise InvalidInput(f"{path.name} is larger than the limit of {size_limit:,} bytes. Set SELA_SIZE_LIMIT.")
    try:
        return path.read_bytes()
    except OSError as error:
        raise InvalidInput(f"{path} can't be read ({error.strerror}). Check its permissions.") from error
