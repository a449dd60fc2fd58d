"""The library: the live snapshot, opened once and followed from request to request."""

from __future__ import annotations

import threading
from pathlib import Path

from api.shelf import Shelf
from kg.snapshots import KnowledgeBase
from kg.sparql.pool import QueryPool


class Library:
    """Hands out the live snapshot; a newly published one is there at the next request.

    Where the new one can't be opened the old one stays, and `fault` says why.
    """

    def __init__(self, path: Path, **pool_settings: float | int) -> None:
        """Open the live snapshot of a knowledge base; raises SelaError where there is none."""
        self._kb = KnowledgeBase(path)
        self._pool_settings = pool_settings
        self._lock = threading.Lock()
        self._seen = ""
        self.fault: str | None = None
        self._open()

    def shelf(self) -> Shelf:
        """The live snapshot."""
        self._follow()
        return self._shelf

    def pool(self) -> QueryPool:
        """The query workers over the live snapshot."""
        self._follow()
        return self._pool

    def close(self) -> None:
        """End the query workers."""
        self._pool.close()

    def _follow(self) -> None:
        if self._named() == self._seen:
            return
        with self._lock:
            if self._named() != self._seen:
                old = self._pool
                try:
                    self._open()
                    self.fault = None
                except Exception as error:  # the old snapshot still answers
                    self._seen = self._named()
                    self.fault = str(error)
                    return
                threading.Thread(target=old.close, name="sparql-closing", daemon=True).start()

    def _named(self) -> str:
        try:
            return (self._kb.path / "CURRENT").read_text(encoding="utf-8")
        except OSError:
            return self._seen

    def _open(self) -> None:
        named = self._named()
        snapshot = self._kb.current()
        shelf = Shelf(snapshot)
        shelf.warm()
        pool = QueryPool(snapshot.path / "store", **self._pool_settings)  # type: ignore[arg-type]
        self._shelf, self._pool, self._seen = shelf, pool, named
