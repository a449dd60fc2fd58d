"""The directory as text: a record and a list for a terminal of 80 columns, and CSV."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields

from api.tables import csv_text
from kg.directory import BodyRecord

WIDTH = 80
LABEL_WIDTH = 14
ACRONYM_WIDTH = 18
SEAT_WIDTH = 20
LANGUAGE_NAMES = {"en": "English", "es": "Español", "pt": "Português", "fr": "Français"}


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
    """A table for spreadsheets; several values in a cell stand between bars, as in the directory's table."""
    return csv_text(map(_row, items))


def _row(record: BodyRecord) -> dict[str, object]:
    seat, match = record.headquarters, record.match
    row: dict[str, object] = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if field.name == "name":
            row |= {f"name_{code}": getattr(value, code) for code in LANGUAGE_NAMES}
        elif field.name == "headquarters":
            row |= {"hq_city": seat and seat.city, "hq_country": seat and seat.country}
        elif field.name == "match":
            row |= {f"match_{part}": match and getattr(match, part) for part in ("on", "text", "score")}
        else:
            row[field.name] = "|".join(value) if isinstance(value, tuple) else value
    return row


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
