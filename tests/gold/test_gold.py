"""Our own gold: its evidence stands in the documents where it says, and it holds no word of theirs but names."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from pathlib import Path

import pytest

from kg.terms import fold


def rows(pattern):
    paths = sorted(Path(__file__).parent.glob(pattern))
    return [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]


ROWS, RECORDS, MENTIONS = rows("activities-*.jsonl"), rows("records-*.jsonl"), rows("orgs-mentions-*.jsonl")


def test_there_are_at_least_twenty_activities_of_each_document():
    documents = [row["doc"] for row in ROWS]
    assert all(documents.count(document) >= 20 for document in ("000", "002", "003"))


def test_there_are_enough_records_of_each_kind():
    counts = Counter(row["kind"] for row in RECORDS)
    assert counts["instrument"] >= 10 and counts["publication"] >= 25 and counts["indicator"] >= 8
    assert counts["meeting"] + counts["decision"] >= 10 and counts["network"] >= 8 and counts["partner"] >= 8


def test_there_are_eighty_mentions_from_four_documents():
    assert len([row for row in MENTIONS if row["entity"]]) >= 80
    assert {row["doc"] for row in MENTIONS} == {"000", "001", "002", "003"}


@pytest.mark.documents
def test_a_mention_begins_and_ends_with_a_word_of_its_document(official_documents):
    texts = {hashlib.sha256(path.read_bytes()).hexdigest(): path.read_bytes().decode() for path in official_documents}
    for row in MENTIONS:
        text, start, end = texts[row["file_sha256"]], row["offset"], row["offset"] + row["length"]
        assert re.fullmatch(r"\w.*[\w).]", text[start:end], re.DOTALL), row
        assert not text[start - 1].isalnum(), row
        assert not text[end].isalnum(), row


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


@pytest.mark.documents
def test_the_evidence_of_a_record_names_it(official_documents):
    texts = {hashlib.sha256(data := path.read_bytes()).hexdigest(): data.decode("utf-8") for path in official_documents}
    for row in RECORDS:
        spans = [texts[row["file_sha256"]][start:end] for start, end in row["evidence"]]
        assert spans and any(word in fold(" ".join(spans)) for word in fold(_naming(row)).split()), row


def _naming(row):
    """A word that the evidence of a row must hold: of its number, title or name, else of the instrument's type."""
    if row["kind"] in ("instrument", "decision"):
        return row.get("number") or {"exchange-of-letters": "letters", "memorandum-of-understanding": "o"}.get(
            row["type"], row["type"].rpartition("-")[2]
        )
    return row.get("title") or row.get("ordinal") or f"{row['name']} {row.get('acronym')}"
