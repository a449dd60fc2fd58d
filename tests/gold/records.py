"""Scores records against our own gold: what share of it is found, what share of what is found is right, and its fields.

A row marked `optional` (named in passing, or not surely SELA's) counts neither as missed nor as wrong.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from ingest.records.publications import number_key
from kg.graph import Graph
from kg.knowledge import RECORDS
from kg.linking.names import registry
from kg.records import RecordList
from kg.terms import fold, slug

Row = Mapping[str, Any]
LISTS = {
    "instrument": "agreements", "publication": "publications", "indicator": "indicators", "meeting": "meetings",
    "decision": "decisions", "network": "networks", "partner": "partners",
}  # fmt: skip
FIELDS = {
    "instrument": ("date",), "publication": ("number", "date", "type"), "meeting": ("date",),
    "decision": ("title", "meeting"), "indicator": ("acronym",),
}  # fmt: skip
ALIKE = 0.85


def score_records(graph: Graph, sources: Iterable[str], gold: Path) -> tuple[dict[str, float], list[str]]:
    """Recall and precision of each kind, and the share of right fields among those found, with every miss."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])  # found, in gold, right, given
    fields: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    misses: list[str] = []
    lists = {kind: RecordList(graph, RECORDS[name]).all for kind, name in LISTS.items()}
    for source in sources:
        path = gold / f"records-{source[:3]}.jsonl"
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []
        for kind, records in lists.items():
            wanted = [row for row in rows if row["kind"] == kind]
            given = [each for each in records if any(d.source == source for d in each.documents)]
            if path.exists():
                _score_kind(kind, source[:3], wanted, given, counts[kind], fields, misses)
    figures = {}
    for kind, (found, of, right, given_count) in counts.items():
        figures |= {f"{kind}.recall": found / max(of, 1), f"{kind}.precision": right / max(given_count, 1)}
    return figures | {name: right / max(of, 1) for name, (right, of) in fields.items()}, misses


def _score_kind(
    kind: str, document: str, wanted: list[Row], given: list[Any], count: list[int], fields: dict[str, list[int]],
    misses: list[str],
) -> None:  # fmt: skip
    taken = set()
    for row in wanted:
        matching = [each for each in given if SAME[kind](row, each)]
        taken |= {each.iri for each in matching}
        if row.get("optional"):
            continue
        count[0] += bool(matching)
        count[1] += 1
        if not matching:
            misses.append(f"{document} {kind} missed: {_shown(row)}")
        for field in FIELDS.get(kind, ()) if matching else ():
            if row.get(field):
                said = _said(matching[0], kind, field)
                right = _agree(kind, field, row[field], said)
                fields[f"{kind}.{field}"][0] += right
                fields[f"{kind}.{field}"][1] += 1
                if not right:
                    misses.append(f"{document} {kind} {field} {said!r}, gold {row[field]!r}: {_shown(row)}")
    count[2] += sum(each.iri in taken for each in given)
    count[3] += len(given)
    misses += [f"{document} {kind} not in gold: {each.slug}" for each in given if each.iri not in taken]


def _shown(row: Row) -> str:
    return str(
        row.get("title") or row.get("name") or row.get("number") or row.get("ordinal") or row.get("counterparts")
    )


def _said(record: Any, kind: str, field: str) -> Any:
    name = {("meeting", "date"): "start", ("publication", "type"): "kind"}.get((kind, field), field)
    said = getattr(record, name)
    return said.rsplit("/", 1)[-1].split("-")[0].upper() if field == "meeting" and said else said


def _agree(kind: str, field: str, gold: Any, said: str | None) -> bool:
    if field == "number":
        digits = [set(re.findall(r"\d+", number or "")) for number in (gold, said)]
        return number_key(gold) == number_key(said) and bool(digits[0] & digits[1])
    if field == "date":
        return (said or "").startswith(gold)
    return fold(said or "") in map(fold, gold if isinstance(gold, list) else [gold])


def _parties(row: Row, record: Any) -> bool:
    ours = {party.iri.rsplit("/", 1)[-1] for party in record.counterparts} | {slug(p.name) for p in record.counterparts}
    return any(slug(name) in each or each in slug(name) for name in row["counterparts"] for each in ours)


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, fold(one), fold(other), autojunk=False).ratio() >= ALIKE


def _network(name: str, record: Any) -> bool:
    return _alike(name, record.name) or slug(name).startswith(record.slug.removeprefix("portal-"))


def _partner(row: Row, record: Any) -> bool:
    named = f"{record.name} {record.slug.replace('-', ' ')} {record.acronym or ''}"
    known = {entity.slug for entity in registry("en").named(row["name"])}
    return bool(record.slug in known or fold(row["name"]) in fold(named) or _alike(row["name"], record.name))


SAME: dict[str, Callable[[Row, Any], bool]] = {
    "instrument": lambda row, each: row["type"] == each.type and _parties(row, each)
    and (not row["date"] or not each.date or each.date[:4] == row["date"][:4]),
    "publication": lambda row, each: _alike(row["title"], each.title),
    "indicator": lambda row, each: ((row["acronym"] or "") == (each.acronym or "") and bool(row["acronym"]))
    or _alike(row["name"], each.name),
    "meeting": lambda row, each: (row["ordinal"], row["type"]) == (each.ordinal, each.kind),
    "decision": lambda row, each: bool(row["number"] == each.number),
    "network": lambda row, each: row["type"] == each.kind and _network(row["name"], each),
    "partner": _partner,
}  # fmt: skip
