"""Vocabularies that an administrator added to a knowledge base: kept in its snapshots, each in a graph of its own.

To add a kind: a function from Turtle to quads, and a line in READERS.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from pyoxigraph import Quad

from kg.errors import NotFound
from kg.un_vocabulary import NAME, read_un_vocabulary, targets_of

READERS: dict[str, Callable[[bytes], list[Quad]]] = {NAME: read_un_vocabulary}
FOLDER = "vocabulary"  # of a snapshot


@dataclass(frozen=True)
class Vocabularies:
    """The Turtle of each vocabulary, by name."""

    turtle: Mapping[str, bytes] = field(default_factory=dict)

    @classmethod
    def in_snapshot(cls, folder: Path) -> Vocabularies:
        """Those of a snapshot's folder."""
        return cls({path.stem: path.read_bytes() for path in sorted((folder / FOLDER).glob("*.ttl"))})

    def changed(self, changes: Mapping[str, bytes | None]) -> Vocabularies:
        """These with others added or, where there is None for a name, taken out; raises NotFound."""
        for name, turtle in changes.items():
            if turtle is None and name not in self.turtle:
                raise NotFound("vocabulary", name, similar=list(self.turtle), hint="`sela vocabulary` lists them.")
        kept = {name: turtle for name, turtle in {**self.turtle, **changes}.items() if turtle is not None}
        return Vocabularies(dict(sorted(kept.items())))

    def write(self, folder: Path) -> None:
        """Keep them in the folder of a snapshot."""
        for name, turtle in self.turtle.items():
            (folder / FOLDER).mkdir(exist_ok=True)
            (folder / FOLDER / f"{name}.ttl").write_bytes(turtle)

    @property
    def checksums(self) -> dict[str, str]:
        """What each is known by among a snapshot's settings."""
        return {name: hashlib.sha256(turtle).hexdigest() for name, turtle in self.turtle.items()}

    @cached_property
    def quads(self) -> list[Quad]:
        """The triples of all, each vocabulary in its named graph."""
        return [quad for name, turtle in self.turtle.items() for quad in READERS[name](turtle)]

    @cached_property
    def targets(self) -> frozenset[str]:
        """The numbers of the goals' targets that they describe."""
        return targets_of(self.quads)
