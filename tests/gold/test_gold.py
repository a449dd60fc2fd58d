"""Our own gold: its evidence stands in the documents where it says, and it holds no word of theirs but names."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from kg.terms import fold

ROWS = [
    json.loads(line)
    for path in sorted(Path(__file__).parent.glob("*.jsonl"))
    for line in path.read_text(encoding="utf-8").splitlines()
]


def test_there_are_at_least_twenty_activities_of_each_document():
    documents = [row["doc"] for row in ROWS]
    assert all(documents.count(document) >= 20 for document in ("000", "002", "003"))


@pytest.mark.documents
def test_the_evidence_stands_in_the_document_it_was_read_in(official_documents):
    texts = {}
    for path in official_documents:
        data = path.read_bytes()
        texts[hashlib.sha256(data).hexdigest()] = data.decode("utf-8")
    for row in ROWS:
        text = texts[row["file_sha256"]]
        heading = text[row["heading_offset"] : row["heading_offset"] + len(row["title"]) + 60]
        assert fold(row["title"])[:20] in fold(heading), row["title"]
        for spans in row["evidence"].values():
            assert all(0 <= start < end <= len(text) for start, end in spans)
