"""What the words of activities suggest, against what a careful reader found in them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ingest.extraction import extract
from kg.activities import Activities
from kg.graph import Graph, merged_nquads, sorted_nquads
from kg.vocabulary import vocabulary_quads
from tests.gold.goals import score_goals

ROWS = [json.loads(line) for line in (Path(__file__).parent / "goals-own.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.documents
def test_what_is_suggested_is_mostly_right_and_mostly_complete(official_documents):
    graphs = [extract(path.name, path.read_bytes().decode("utf-8")).nquads for path in official_documents]
    graph = Graph.memory(merged_nquads([sorted_nquads(vocabulary_quads()), *graphs]))
    figures, misses = score_goals(Activities(graph).find(), ROWS)
    assert min(figures["precision"], figures["recall"]) >= 0.9, misses
