"""The official documents' series against tables made by reading: what recurs is one, what is two stays two."""

from __future__ import annotations

import pytest

from ingest.extraction import extract
from ingest.series.grouping import find_series
from tests.gold.series import Pair, found_pairs, listed_pairs, names_of, rows, same_pairs, unclear_pairs

NOT_FOUND: set[tuple[str, str]] = {
    ("001:i-1-1", "003:i-1-1"),
    ("002:iii-ii-a-3", "004:3-ii-a-3"),
    ("002:iii-ii-a-4", "004:3-ii-a-4"),
    ("003:ii-2-2", "004:3-i-b-2"),
}
"""Renamed activities that a reader knows and no rule does yet, without a guess; one that is found leaves this list."""


@pytest.fixture(scope="module")
def found(official_documents) -> set[Pair]:
    told = [
        (path.name, account)
        for path in official_documents
        for account in extract(path.name, path.read_text(encoding="utf-8")).accounts
    ]
    return found_pairs(find_series(account for _, account in told), names_of(told))


def test_the_tables_are_large_enough_and_do_not_contradict_each_other():
    same, apart, unclear = same_pairs(), listed_pairs("apart"), unclear_pairs()
    assert len(rows("same")) >= 40 and len(apart) >= 60
    assert not same & apart and not same & unclear and not apart & unclear


@pytest.mark.documents
def test_what_is_one_undertaking_is_one_series(found):
    assert {tuple(sorted(pair)) for pair in same_pairs() - found} == NOT_FOUND


@pytest.mark.documents
def test_no_two_undertakings_share_a_series(found):
    assert found & listed_pairs("apart") == set()
    assert found - same_pairs() - unclear_pairs() == set()
