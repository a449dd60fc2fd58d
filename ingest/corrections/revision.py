"""The corrections of one build: the table as it was, and as this build leaves it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ingest.corrections.applying import Corrected, apply_corrections, write_outcomes
from ingest.corrections.table import Correction, corrections_hash, read_corrections, write_corrections
from kg.errors import InvalidInput

Edit = Callable[[tuple[Correction, ...]], tuple[Correction, ...]]


@dataclass(frozen=True)
class Revision:
    """The rows of a knowledge base's table before and after an edit, which may change nothing."""

    kb: Path
    before: tuple[Correction, ...]
    after: tuple[Correction, ...]

    @classmethod
    def read(cls, kb: Path, edit: Edit | None = None) -> Revision:
        """The table of a knowledge base, edited; raises InvalidInput where it can't be read."""
        rows = read_corrections(kb)
        return cls(kb, rows, edit(rows) if edit else rows)

    @property
    def checksum(self) -> str | None:
        """What the corrections say, as one hash; None where there are none."""
        return corrections_hash(self.after)

    def apply(self, nquads: bytes, folder: Path) -> Corrected:
        """Apply the corrections to a graph, and note in the folder of the snapshot what became of each.

        One that is just being made must fit, else InvalidInput; one that was made before is only noted.
        """
        corrected = apply_corrections(nquads, self.after)
        for outcome in corrected.outcomes[len(self.before) :]:
            if outcome.unfit:
                raise InvalidInput(outcome.unfit)
        write_outcomes(folder, corrected.outcomes)
        return corrected

    @contextmanager
    def written(self) -> Iterator[None]:
        """Write the edited table; where what is done with it fails, the table is as before."""
        if self.before != self.after:
            write_corrections(self.kb, self.after)
        try:
            yield
        except BaseException:
            if self.before != self.after:
                write_corrections(self.kb, self.before)
            raise
