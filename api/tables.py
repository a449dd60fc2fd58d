"""Tables: lists as CSV, the same for the terminal and for HTTP."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any

from kg.activity import Activity
from kg.documents import DocumentRecord
from kg.records import Record
from kg.series import SeriesRecord

Row = Mapping[str, Any]


def wants_csv(accept: str) -> bool:
    """True where `Accept` names CSV before JSON."""
    named = [part.split(";")[0].strip() for part in accept.split(",")]
    first = next((name for name in named if name in ("text/csv", "application/json")), None)
    return first == "text/csv"


def csv_text(rows: Iterable[Row]) -> str:
    r"""Rows as CSV with a heading; values that a spreadsheet would run as a formula get a quote in front.

    >>> csv_text([{"code": "I.1", "title": "=1+1"}])
    "code,title\r\nI.1,'=1+1\r\n"
    """
    rows = list(rows)
    out = io.StringIO()
    if rows:
        writer = csv.DictWriter(out, list(rows[0]))
        writer.writeheader()
        writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return out.getvalue()


def _cell(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value


def activity_rows(activities: Sequence[Activity]) -> Iterator[Row]:
    """Activities, a row each; values of a list are parted by `|`."""
    for each in activities:
        yield {
            "document": each.document.slug, "code": each.code, "title": each.title, "area": each.area,
            "programme": each.programme, "project": each.project, "status": each.status,
            "modality": "|".join(each.modality),
            "dates": "|".join(f"{d.start}/{d.end}" for d in each.dates),
            "places": "|".join(", ".join(filter(None, (p.city, p.country))) for p in each.places),
            "participants": each.participants, "member_countries": "|".join(each.member_countries),
            "other_countries": "|".join(each.other_countries),
            "organisations": "|".join(o.acronym or o.name for o in each.organisations if o.role != "mentioned"),
            "sdgs": _goals(each, "stated"), "sdgs_inherited": _goals(each, "inherited"),
            "sdgs_inferred": _goals(each, "inferred"), "iri": each.iri,
        }  # fmt: skip


def _goals(activity: Activity, basis: str) -> str:
    return "|".join(str(each.goal) for each in activity.sdgs if each.basis == basis)


def document_rows(documents: Sequence[DocumentRecord]) -> Iterator[Row]:
    """Documents, a row each."""
    for each in documents:
        yield {
            "slug": each.slug, "title": each.title, "number": each.number, "language": each.language,
            "kind": each.kind, "years": "|".join(map(str, each.years)), "published": each.published,
            "source": each.source, "digest": each.digest, "passages": each.passages,
            "activities": each.activities,
        }  # fmt: skip


def series_rows(series: Sequence[SeriesRecord]) -> Iterator[Row]:
    """Series, a row for each of their activities."""
    for each in series:
        for member in each.activities:
            yield {
                "series": each.slug, "label": each.label, "outcome": each.outcome, "year": member.year,
                "document": member.document.slug, "stage": member.stage, "status": member.status,
                "code": member.activity.code, "title": member.activity.title, "score": member.score,
                "reason": member.reason, "iri": member.activity.iri,
            }  # fmt: skip


def record_rows(records: Sequence[Record]) -> Iterator[Row]:
    """Records of any kind, a row each: their own fields, then where they stand; values of a list are parted by `|`."""
    for each in records:
        own = {field.name: getattr(each, field.name) for field in fields(each)}
        shared = {name: own.pop(name) for name in ("iri", "slug", "documents", "activities", "evidence")}
        yield {
            "slug": each.slug,
            **{
                name: "|".join(p.acronym or p.name for p in v) if isinstance(v, tuple) else v for name, v in own.items()
            },
            "documents": "|".join(document.slug for document in shared["documents"]),
            "activities": "|".join(activity.slug for activity in shared["activities"]),
            "iri": each.iri,
        }


def result_rows(results: Sequence[Row]) -> Iterator[Row]:
    """Search results, a row each."""
    for each in results:
        activity, organisation = each.get("activity") or {}, each.get("organisation") or {}
        yield {
            "rank": each["rank"], "score": each["score"], "document": each["document"]["slug"],
            "activity": activity.get("title"), "organisation": organisation.get("acronym"),
            "section": " > ".join(each.get("section") or ()), "text": (each.get("passage") or {}).get("text"),
        }  # fmt: skip
