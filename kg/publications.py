"""Publications: the books, studies, documents and reports of SELA that its documents name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kg.records import Kind, Record, Row, telling, text

PUBLICATIONS = """
SELECT ?record ?title ?kind ?number ?date
WHERE {
  ?record a sela:Publication ; dcterms:title ?title ; sela:publicationKind ?kind .
  OPTIONAL { ?record dcterms:identifier ?number }
  OPTIONAL { ?record dcterms:issued ?date }
}
ORDER BY ?record ?title ?kind ?number DESC(STRLEN(STR(?date))) ?date
"""

VAGUE = ("document", "publication")  # kinds that give way to what another document calls it


@dataclass(frozen=True, kw_only=True)
class Publication(Record):
    """A publication: its title, kind and number as printed, and its month or year."""

    title: str
    kind: str
    number: str | None
    date: str | None

    @property
    def said(self) -> str:
        """Its title and number."""
        return f"{self.title} {self.number or ''}"

    @property
    def year(self) -> int | None:
        """The year in which it came out."""
        return int(self.date[:4]) if self.date else None


def _publication(row: Row, rows: Sequence[Row], shared: dict[str, Any]) -> Publication:
    numbers, dates = ([text(each[name]) for each in rows if each[name]] for name in ("number", "date"))
    kinds = sorted({str(each["kind"]) for each in rows}, key=lambda kind: (kind in VAGUE, kind))
    return Publication(
        title=telling(rows, "title"), kind=kinds[0], number=next(iter(numbers), None),
        date=max(dates, key=lambda date: len(date or ""), default=None), **shared,
    )  # fmt: skip


KIND = Kind("publication", "sela:Publication", PUBLICATIONS, _publication)
