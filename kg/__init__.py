"""The graph: what is known, how it is kept and looked up.

>>> import kg
>>> callable(kg.open)
True
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.knowledge import KnowledgeGraph


def open(path: str | Path) -> KnowledgeGraph:
    """The live snapshot of the knowledge base in a folder, for look-ups from Python.

    Raises SelaError where there is none, Damaged where it is not what was written.
    """
    from kg.knowledge import KnowledgeGraph
    from kg.snapshots import KnowledgeBase

    return KnowledgeGraph(KnowledgeBase(Path(path)).current())
