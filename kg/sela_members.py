"""The Member States of SELA, present and former: `ontology/sela-members.csv`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from kg.directory_table import rows

COLUMNS = ("country", "since", "until", "listed", "note", "source")


@dataclass(frozen=True)
class SelaMember:
    """A row of `sela-members.csv`: a Member State of SELA, or a former one.

    `listed` is the last year in which a list of SELA's named one whose end isn't known for certain.
    """

    country: str
    since: int | None
    until: int | None
    listed: int | None = None


def read_members(table: Traversable) -> dict[str, SelaMember]:
    """Present and former Member States by country."""
    members: dict[str, SelaMember] = {}
    for row in rows(table, COLUMNS):
        row.text("source")
        code = row.text("country", re.compile(r"[A-Z]{2}"), "an alpha-2 country code")
        since, until = row.year("since"), row.year("until")
        if code in members:
            raise row.wrong("country", "has a row already; keep one")
        if since and until and until < since:
            raise row.wrong("until", f"is before since, {since}")
        members[code] = SelaMember(code, since, until, row.year("listed"))
    return members
