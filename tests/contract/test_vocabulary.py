"""`sela vocabulary`: adding the UN's targets to a knowledge base, using them, taking them out."""

from __future__ import annotations

import json

from tests.contract.conftest import client_of
from tests.kg.un_vocabulary import made_up

NOTE = "The pilots work toward target 14.7."


def mentions(found):
    return [each["iri"] for each in found["mentions"] if each["type"] == "sdg"]


def test_a_vocabulary_is_added_used_listed_and_taken_out(sela, own_kb, tmp_path):
    (tmp_path / "sdg.ttl").write_bytes(made_up())
    (tmp_path / "note.txt").write_text(NOTE)
    assert "None was added" in sela("vocabulary", "--kb", own_kb).out
    assert sela("vocabulary", "add", tmp_path / "sdg.ttl", "--kb", own_kb).out == "added: un-sdg\n"
    listed = json.loads(sela("vocabulary", "--json", "--kb", own_kb).out)
    assert [each["name"] for each in listed["items"]] == ["un-sdg"]
    target = "http://metadata.un.org/sdg/14.7"
    assert mentions(json.loads(sela("annotate", tmp_path / "note.txt", "--json", "--kb", own_kb).out)) == [target]
    with client_of(own_kb) as client:
        assert mentions(client.post("/api/annotate", json={"text": NOTE}).json()) == [target]
    assert sela("vocabulary", "remove", "un-sdg", "--kb", own_kb).out == "removed: un-sdg\n"
    assert mentions(json.loads(sela("annotate", tmp_path / "note.txt", "--json", "--kb", own_kb).out)) == [target[:-2]]


def test_without_a_knowledge_base_there_is_nothing_to_add_to(sela, tmp_path):
    (tmp_path / "sdg.ttl").write_bytes(made_up())
    ran = sela("vocabulary", "add", tmp_path / "sdg.ttl", "--kb", tmp_path / "none")
    assert ran.code == 1
    assert "`sela ingest` makes one" in ran.err
