"""The table of corrections, `corrections.csv` beside the knowledge base: a row for what somebody set right."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import date
from pathlib import Path

from kg.directory_table import Row, rows
from kg.disk import explained, replace_text
from kg.terms import iri

FILE = "corrections.csv"
COLUMNS = ("document", "entity", "field", "value", "reason", "who", "when")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
TEXT = re.compile(r".+", re.DOTALL)


@dataclass(frozen=True)
class Correction:
    """One row: what a field of an activity or organisation should say, who says so, when (a day) and why.

    `document` is the slug of the document that an activity stands in, blank for an organisation.
    """

    document: str
    entity: str
    field: str
    value: str
    reason: str
    who: str
    when: str

    @classmethod
    def from_row(cls, row: Row) -> Correction:
        """A row of the file; raises InvalidInput that names line and column."""
        for column in COLUMNS:
            if CONTROL.search(row.cells[column]):
                raise row.wrong(column, "holds a character that is no text")
        when = row.text("when")
        try:
            date.fromisoformat(when)
        except ValueError:
            raise row.wrong("when", "should be a day, YYYY-MM-DD") from None
        entity, field = row.text("entity"), row.text("field")
        reason, who = row.text("reason", TEXT), row.text("who")
        return cls(row.optional("document") or "", entity, field, row.optional("value") or "", reason, who, when)

    @property
    def iri(self) -> str:
        """Its IRI, made of all that it says."""
        return iri("correction", hashlib.sha256("\0".join(astuple(self)).encode()).hexdigest()[:12])


def read_corrections(kb: Path) -> tuple[Correction, ...]:
    """The corrections of a knowledge base, in their order; raises InvalidInput for a table that can't be read."""
    path = kb / FILE
    with explained(kb):
        return tuple(Correction.from_row(row) for row in rows(path, COLUMNS)) if path.exists() else ()


def write_corrections(kb: Path, corrections: Sequence[Correction]) -> None:
    """Give the table these rows, at once: a reader sees the old ones or the new ones."""
    with explained(kb):
        replace_text(kb / FILE, csv_of(corrections))


def csv_of(corrections: Sequence[Correction]) -> str:
    """The corrections as CSV, with the heading."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([COLUMNS, *map(astuple, corrections)])
    return out.getvalue()


def corrections_hash(corrections: Sequence[Correction]) -> str | None:
    """What the corrections say, as one hash; None where there are none."""
    return hashlib.sha256(csv_of(corrections).encode()).hexdigest() if corrections else None
