"""The shelf: one snapshot, open for look-ups and search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.knowledge import KnowledgeGraph
from kg.snapshots import Snapshot
from search.index import SearchIndex

if TYPE_CHECKING:
    from kg.directory import Directory


class Shelf:
    """A snapshot with its graph and its search index."""

    def __init__(self, snapshot: Snapshot) -> None:
        """Open a snapshot; raises Damaged where it is not what was written."""
        self.knowledge = KnowledgeGraph(snapshot)
        self.index = SearchIndex.open(snapshot.path)
        self.snapshot = snapshot

    @property
    def directory(self) -> Directory:
        """The directory of regional bodies."""
        return self.knowledge.directory

    def warm(self) -> None:
        """Load what the first requests would wait for."""
        self.index.search("SELA", limit=1)
        self.knowledge.activity_list.find()
        for document in self.knowledge.document_list:  # held, so that pruning the snapshot takes nothing from us
            self.index.document_text(document.slug)
            self.knowledge.texts.text(document.slug)
        self.knowledge.labels.load()
        self.directory.find("SELA", limit=1)
