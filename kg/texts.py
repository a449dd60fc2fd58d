"""Texts: what the documents of a snapshot say at an offset, and on which page."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import Any

from kg.snapshots import Snapshot


class Texts:
    """The documents' texts, each read when it is first asked for."""

    def __init__(self, snapshot: Snapshot) -> None:
        """The texts that a snapshot was made from."""
        self._snapshot = snapshot
        self._read: dict[str, str] = {}

    def quote(self, document: str, start: int, end: int) -> str:
        """What stands between two offsets of a document, by its slug."""
        return self.text(document)[start:end]

    def text(self, document: str) -> str:
        """The whole text of a document, by its slug."""
        if document not in self._read:
            path = self._snapshot.path / "texts" / f"{document}.txt"
            self._read[document] = path.read_bytes().decode("utf-8")
        return self._read[document]

    def page(self, document: str, offset: int) -> int | None:
        """The number of the page that an offset is on, counted from 1; None where there are no pages."""
        starts = self._inputs[document]["pages"]
        return max(bisect_right(starts, offset), 1) if starts else None

    @cached_property
    def _inputs(self) -> dict[str, Any]:
        return dict(self._snapshot.manifest["inputs"])
