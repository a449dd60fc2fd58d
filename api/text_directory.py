"""The directory as text: a record and a list for a terminal of 80 columns, and CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from kg.directory import BodyRecord

WIDTH = 80
LABEL_WIDTH = 14
ACRONYM_WIDTH = 18
SEAT_WIDTH = 20
LANGUAGE_NAMES = {"en": "English", "es": "Español", "pt": "Português", "fr": "Français"}

CSV_COLUMNS = (
    "slug", "acronym", "other_acronyms", "name_en", "name_es", "name_pt", "name_fr", "kind", "scope",
    "purpose", "founded", "founding_instrument", "hq_city", "hq_country", "website", "members", "observers", "parent",
    "predecessors", "successors", "themes", "status", "source", "confidence", "activities", "same_as", "iri",
    "match_on", "match_text", "match_score",
)  # fmt: skip


def record_text(record: BodyRecord) -> str:
    """A record for people: what is known of a body, a line or a few for each thing, without the blanks."""
    seat = record.headquarters
    founded = ", ".join(str(part) for part in (record.founded, record.founding_instrument) if part)
    lines = {
        **{LANGUAGE_NAMES[code]: getattr(record.name, code) for code in ("es", "pt", "fr")},
        "Also": ", ".join(record.other_acronyms),
        "Kind": record.kind,
        "Scope": record.scope,
        "Purpose": record.purpose,
        "Status": record.status,
        "Founded": founded,
        "Seat": f"{seat.city}, {seat.country}" if seat else None,
        "Website": record.website,
        "Themes": ", ".join(record.themes),
        f"Members ({len(record.members)})": " ".join(record.members),
        f"Observers ({len(record.observers)})": " ".join(record.observers),
        "Part of": record.parent,
        "Predecessors": ", ".join(record.predecessors),
        "Successors": ", ".join(record.successors),
        "Activities": str(record.activities),
        "Same as": " ".join(record.same_as),
        "Source": f"{record.source} ({record.confidence})",
        "IRI": record.iri,
    }
    said = [_wrapped(label, value) for label, value in lines.items() if value]
    return "\n".join([*_title(record), "", *said])


def directory_table_text(items: Sequence[BodyRecord]) -> str:
    """A list of bodies, one a line: acronym, English name, seat."""
    rows = [("Acronym", "Name", "Seat")]
    for record in items:
        seat = record.headquarters
        rows.append((record.acronym, record.name.en, f"{seat.city}, {seat.country}" if seat else ""))
    acronym_width = min(max(len(acronym) for acronym, _, _ in rows), ACRONYM_WIDTH)
    seat_width = min(max(len(seat) for _, _, seat in rows), SEAT_WIDTH)
    name_width = WIDTH - acronym_width - seat_width - 4
    return "\n".join(
        f"{_cut(acronym, acronym_width):{acronym_width}}  {_cut(name, name_width):{name_width}}  "
        f"{_cut(seat, seat_width)}".rstrip()
        for acronym, name, seat in rows
    )


def directory_csv(items: Iterable[BodyRecord]) -> str:
    """A table for spreadsheets; several values in a cell stand between bars, as in the directory's own table."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(CSV_COLUMNS)
    for record in items:
        writer.writerow(_cells(record)[column] for column in CSV_COLUMNS)
    return out.getvalue()


def _cells(record: BodyRecord) -> dict[str, object]:
    seat, match = record.headquarters, record.match
    plain = {column: getattr(record, column) for column in CSV_COLUMNS if hasattr(record, column)}
    cells = {
        column: "|".join(value) if isinstance(value, tuple) else value for column, value in plain.items()
    }
    return cells | {
        **{f"name_{code}": getattr(record.name, code) for code in LANGUAGE_NAMES},
        "hq_city": seat and seat.city,
        "hq_country": seat and seat.country,
        "match_on": match and match.on,
        "match_text": match and match.text,
        "match_score": match and match.score,
    }


def _title(record: BodyRecord) -> list[str]:
    name = record.name.en if record.name.en == record.acronym else f"{record.acronym}  {record.name.en}"
    return _lines(name, WIDTH)


def _wrapped(label: str, value: str) -> str:
    first, *more = _lines(value, WIDTH - LABEL_WIDTH - 1)
    return "\n".join([f"{label:{LABEL_WIDTH}} {first}", *(" " * (LABEL_WIDTH + 1) + line for line in more)])


def _lines(text: str, width: int) -> list[str]:
    # textwrap would break addresses at their hyphens; only a word that is too long for a line is cut.
    lines: list[str] = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
        while len(lines[-1]) > width:
            lines[-1:] = [lines[-1][:width], lines[-1][width:]]
    return lines


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
