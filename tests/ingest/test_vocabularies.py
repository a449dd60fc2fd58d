"""Adding a vocabulary: documents are read anew with it, it stays, and it goes; all or nothing."""

from __future__ import annotations

import pytest

from ingest.pipeline import ingest
from ingest.vocabularies import read_vocabulary
from kg.errors import InvalidInput
from kg.graph import Graph
from kg.snapshots import KnowledgeBase
from kg.un_vocabulary import NAME
from kg.vocabularies import Vocabularies
from tests.kg.un_vocabulary import made_up

PLAN = """Work Programme for the Year 2031

PROJECT A. PORTS

ACTIVITY 1. Meeting of harbour masters

Harbour masters of the coast met and shared what they know about cranes and ropes. It serves target 14.7.
"""
STATED = "SELECT ?what { ?activity a sela:Activity ; sela:statesGoal|sela:statesTarget ?what } ORDER BY ?what"


@pytest.fixture
def kb(tmp_path):
    (tmp_path / "plan.txt").write_text(PLAN)
    kb = KnowledgeBase(tmp_path / "kb")
    ingest(kb, [tmp_path / "plan.txt"])
    return kb


def stated(kb: KnowledgeBase) -> list[str]:
    return [row["what"].rpartition("/")[2] for row in Graph.open(kb.current().path).select(STATED)]


def test_targets_are_found_while_the_vocabulary_is_there(kb):
    assert stated(kb) == ["14"]
    ingest(kb, vocabularies={NAME: made_up()})
    assert stated(kb) == ["14", "14.7"]
    ingest(kb, vocabularies={NAME: None})
    assert stated(kb) == ["14"]


def test_a_vocabulary_stays_when_documents_are_read_again(kb, tmp_path):
    ingest(kb, vocabularies={NAME: made_up()})
    live = kb.current().id
    assert ingest(kb, [tmp_path / "plan.txt"]).unchanged
    assert ingest(kb, vocabularies={NAME: made_up()}).snapshot.id == live
    (tmp_path / "plan.txt").write_text(PLAN.replace("ropes", "sails"))
    ingest(kb, [tmp_path / "plan.txt"])
    assert stated(kb) == ["14", "14.7"]
    assert list(Vocabularies.in_snapshot(kb.current().path).turtle) == [NAME]


def test_with_and_without_it_a_build_is_the_same_each_time(kb):
    before = (kb.current().path / "graph.nq").read_bytes()
    ingest(kb, vocabularies={NAME: made_up()})
    ingest(kb, vocabularies={NAME: None})
    assert (kb.current().path / "graph.nq").read_bytes() == before


def test_a_file_is_read_by_what_it_holds(tmp_path):
    (tmp_path / "any.name").write_bytes(made_up())
    assert list(read_vocabulary(str(tmp_path / "any.name"))) == [NAME]


@pytest.mark.parametrize(("data", "reason"), [(b"# Ports", "0 goals"), (b"x" * 200, "larger than the limit of 100")])
def test_another_file_is_refused_with_the_reason(tmp_path, data, reason):
    (tmp_path / "a.ttl").write_bytes(data)
    with pytest.raises(InvalidInput, match=f"a.ttl.*{reason}"):
        read_vocabulary(str(tmp_path / "a.ttl"), size_limit=100)
    with pytest.raises(InvalidInput, match=r"no file .*b\.ttl"):
        read_vocabulary(str(tmp_path / "b.ttl"))


def test_addresses_of_this_machine_are_refused():
    with pytest.raises(InvalidInput, match="allow-private"):
        read_vocabulary("http://127.0.0.1:9/sdg.ttl")
