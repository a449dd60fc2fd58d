"""Scores extraction, linking and goals against gold, without a knowledge base, an index or a service.

    python -m tests.gold [--misses] [--only 000,003] [activities] [goals] [annotate] [sdgs] [records]

The documents (`SELA_DOCUMENTS`) are extracted and put into a graph in memory, and the evaluation's own `score.py`
(`SELA_EVAL`) asks the same look-ups that the service answers from. Each file of gold has its line: ours in
this folder, and the development gold.
"""

from __future__ import annotations

import argparse
import importlib.util
import math
import os
import sys
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from pathlib import Path
from types import ModuleType
from typing import Any

from api import answers
from ingest.assembly import assemble, joined
from ingest.extraction import Extraction, extract
from kg.activities import Activities
from kg.activity_filters import ActivityFilters
from kg.graph import Graph
from tests.gold.goals import score_goals
from tests.gold.records import score_records

SHARED = Path(__file__).parents[2].parent / "shared"
OWN = Path(__file__).parent
DOCUMENTS = Path(os.environ.get("SELA_DOCUMENTS", SHARED / "corpus"))
EVAL = Path(os.environ.get("SELA_EVAL", SHARED / "eval"))
AROUND = 80  # characters of context on each side of a mention


def main() -> int:
    """Print the figures asked for, a line a file of gold."""
    parser = argparse.ArgumentParser(prog="python -m tests.gold", description=__doc__.split("\n")[0])
    parser.add_argument("what", nargs="*", default=["activities", "goals", "annotate", "sdgs", "records"])
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--only", help="first letters of documents, with commas")
    args = parser.parse_args()
    score = _score_module()
    only = tuple(args.only.split(",")) if args.only else ("",)
    if {"activities", "goals", "records"} & set(args.what):
        world = _World([path for path in sorted(DOCUMENTS.glob("*.txt")) if path.name.startswith(only)])
    if "activities" in args.what:
        score.call = world.call
    if "records" in args.what:
        _print(
            "records",
            score_records(world.graph, sorted(e.source for e in world.extractions), OWN),
            list_misses=args.misses,
        )
    if "activities" in args.what:
        development = sorted(EVAL.glob("activities-*.jsonl"))
        for files in (development, *([path] for path in sorted(OWN.glob("activities-*.jsonl")))):
            rows = [row for row in score.read(files) if row["doc"].startswith(only)]
            if rows:
                _print("+".join(path.stem for path in files), score.score_activities("", rows), list_misses=args.misses)
    if "goals" in args.what:
        rows = [row for row in score.read([OWN / "goals-own.jsonl"]) if row["doc"].startswith(only)]
        _print("goals-own", score_goals(world.activities.find(), rows), list_misses=args.misses)
    score.call = lambda base, path, params=None, body=None: answers.annotate(body["text"])
    for what, path in (
        ("annotate", EVAL / "orgs-mentions-dev.jsonl"),
        ("annotate", OWN / "orgs-mentions-own.jsonl"),
        ("sdgs", EVAL / "sdg-links-dev.jsonl"),
    ):
        if what in args.what:
            rows = [_quoted(row) for row in score.read([path])]
            _print(path.stem, getattr(score, f"score_{what}")("", rows), list_misses=args.misses)
    return 0


def _quoted(row: dict[str, Any]) -> dict[str, Any]:
    """A row with the words around its mention; our own gold has offsets in their place."""
    if "quote" in row:
        return row
    (path,) = DOCUMENTS.glob(f"{row['doc']}_*.txt")
    text, start, end = path.read_bytes().decode("utf-8"), row["offset"], row["offset"] + row["length"]
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    whole = before.partition(" ")[2] + text[start:end] + after.rpartition(" ")[0]
    return {**row, "quote": whole, "mention": text[start:end]}


class _World:
    """The look-ups of the service, over documents that were just extracted."""

    def __init__(self, paths: list[Path]) -> None:
        with ProcessPoolExecutor() as pool:
            self.extractions = joined(pool.map(_extract, paths))
        self.graph = Graph.memory(assemble(self.extractions))
        self.activities = Activities(self.graph)

    def call(self, base: str, path: str, params: Mapping[str, Any] | None = None) -> dict[str, Any]:
        if path == "/api/documents":
            return {"items": [{"source": each.source} for each in self.extractions]}
        assert params
        found = self.activities.find(ActivityFilters(document=(params["document"],)))
        page = found[params["offset"] : params["offset"] + params["limit"]]
        return {"total": len(found), "items": [asdict(each) for each in page]}


def _extract(path: Path) -> Extraction:
    return extract(path.name, path.read_text(encoding="utf-8"))


def _score_module() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", EVAL / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _print(name: str, scored: tuple[Mapping[str, float], list[str]], *, list_misses: bool) -> None:
    figures, misses = scored
    if list_misses:
        print("\n".join(misses))
    told = {k: v for k, v in figures.items() if k in FIELDS or not (math.isnan(v) or k.startswith("field."))}
    print(f"{name}: " + "  ".join(f"{k} {v:.3f}" for k, v in told.items()))


FIELDS = {f"field.{name}" for name in ("code", "area", "programme", "project", "status")}

if __name__ == "__main__":
    sys.exit(main())
