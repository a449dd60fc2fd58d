"""The dense side: pieces as vectors, kept in a cache by their text, searched with FAISS."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from search.encoders import Encoder, FloatArray

Progress = Callable[[int, int], None]  # pieces done, pieces in all

BATCH = 16  # the engine gains nothing from more, and progress shows every few seconds


class VectorCache:
    """Vectors by (text, encoder), in one SQLite file that is safe to delete."""

    def __init__(self, path: Path, encoder: Encoder) -> None:
        self._path = path
        self._salt = f"{encoder.name}\n{encoder.version}\n".encode()
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._open()
        except sqlite3.DatabaseError:  # not a database any more: it only ever saved time
            path.unlink()
            self._open()

    def _open(self) -> None:
        self._db = sqlite3.connect(self._path)
        self._db.execute("CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB) WITHOUT ROWID")

    def key(self, text: str) -> bytes:
        """What a text's vector is kept under."""
        return hashlib.sha256(self._salt + text.encode("utf-8", errors="replace")).digest()

    def get(self, text: str) -> FloatArray | None:
        """The text's vector, if it is kept."""
        row = self._db.execute("SELECT vector FROM vectors WHERE key = ?", (self.key(text),)).fetchone()
        return np.frombuffer(row[0], dtype="<f4") if row else None

    def put(self, texts: Sequence[str], vectors: FloatArray) -> None:
        """Keep them at once, so that what was embedded before an interruption isn't lost."""
        rows = [(self.key(text), row.astype("<f4").tobytes()) for text, row in zip(texts, vectors, strict=True)]
        with self._db:
            self._db.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()


@contextmanager
def opened_cache(path: Path | None, encoder: Encoder) -> Iterator[VectorCache | None]:
    """The cache at a path, closed in the end; no path, no cache."""
    cache = VectorCache(path, encoder) if path else None
    try:
        yield cache
    finally:
        if cache:
            cache.close()


def embed(
    texts: Sequence[str], encoder: Encoder, *, cache: Path | None = None, progress: Progress | None = None
) -> FloatArray:
    """One row a text, of length one; a text that the cache has, or that occurs twice, is encoded once."""
    vectors = np.zeros((len(texts), encoder.dimension), dtype=np.float32)
    rows: dict[str, list[int]] = {}
    for row, text in enumerate(texts):
        rows.setdefault(text, []).append(row)
    with opened_cache(cache, encoder) as kept:
        missing = []
        for text, same in rows.items():
            known = kept.get(text) if kept else None
            if known is not None and known.shape == (encoder.dimension,):
                vectors[same] = known
            else:
                missing.append(text)
        done = len(texts) - sum(len(rows[text]) for text in missing)
        for at in range(0, len(missing), BATCH):
            batch = missing[at : at + BATCH]
            encoded = encoder.encode_passages(batch)
            if kept:
                kept.put(batch, encoded)
            for text, vector in zip(batch, encoded, strict=True):
                vectors[rows[text]] = vector
                done += len(rows[text])
            if progress:
                progress(done, len(texts))
    return vectors


class DenseIndex:
    """Exact nearest pieces by cosine; below 100,000 vectors an approximate index buys nothing."""

    def __init__(self, vectors: FloatArray) -> None:
        import faiss

        self._faiss: Any = faiss
        self._index: Any = faiss.IndexFlatIP(vectors.shape[1])
        self._index.add(np.ascontiguousarray(vectors, dtype=np.float32))

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def nearest(
        self, query: FloatArray, count: int, *, among: NDArray[np.bool_] | None = None
    ) -> tuple[NDArray[np.int64], FloatArray]:
        """The rows of the nearest pieces and their cosines, best first; `among` marks the rows to look at."""
        options = None
        if among is not None:
            chosen = np.flatnonzero(among)
            options = self._faiss.SearchParameters(sel=self._faiss.IDSelectorBatch(chosen))
            count = min(count, len(chosen))
        count = min(count, len(self))
        if count == 0:
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32)
        cosines, rows = self._index.search(query.reshape(1, -1), count, params=options)
        return rows[0], cosines[0]
