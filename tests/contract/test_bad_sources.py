"""`sela ingest` and sources that can't be read: each is reported, the others land."""

import json

import pytest

from kg.snapshots import KnowledgeBase
from tests.contract.conftest import DOCUMENTS, NOTE, PROGRAMME


def refused(ran):
    """What it says where nothing could be read: one line after the progress, exit 2."""
    assert (ran.code, ran.out) == (2, ""), ran
    [line] = [line for line in ran.err.splitlines() if line.startswith("sela: ")]
    assert "Traceback" not in ran.err
    return line


def test_a_missing_file_is_named(sela, own_kb, tmp_path):
    assert "nowhere.txt" in refused(sela("ingest", tmp_path / "nowhere.txt", "--kb", own_kb))


def test_a_folder_without_documents_is_named_with_the_kinds_that_are_read(sela, own_kb, tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "picture.png").write_bytes(b"\x89PNG")
    said = refused(sela("ingest", tmp_path / "empty", "--kb", own_kb))
    assert "empty" in said
    assert ".md" in said


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.md", b"\xef\xbb\xbf \r\n\t\n", "empty"),
        ("image.txt", bytes(range(256)) * 8, "binary"),
        ("zeros.md", b"text\0\0\0text", "binary"),
        ("latin.txt", "Señores: el informe está aquí".encode("latin-1"), "byte 2"),
        ("utf16.txt", "Work programme".encode("utf-16"), "UTF-16"),
        ("half.txt", b"ports \xed\xa0\x80 ships", "UTF-8"),
        ("paper.xyz", b"Work Programme", ".xyz"),
        ("paper.pdf", b"%PDF-1.7", ".pdf"),
        ("paper", b"Work Programme", "none"),
        ("matter.md", b"---\ntitle: [\n---\ntext", "front matter"),
        ("matter.md", b"---\nyears: soon\ntitle: x\n---\ntext", "years"),
    ],
)
def test_a_file_that_can_not_be_read_says_why(sela, own_kb, tmp_path, name, data, reason):
    (tmp_path / name).write_bytes(data)
    said = refused(sela("ingest", tmp_path / name, "--kb", own_kb))
    assert name in said
    assert reason in said


def test_a_file_over_the_size_limit_is_told_the_limit_and_the_setting(sela, own_kb, tmp_path, monkeypatch):
    monkeypatch.setenv("SELA_SIZE_LIMIT", "100")
    (tmp_path / "long.txt").write_text("ports " * 100, encoding="utf-8")
    said = refused(sela("ingest", tmp_path / "long.txt", "--kb", own_kb))
    assert "600 bytes" in said
    assert "SELA_SIZE_LIMIT" in said
    monkeypatch.setenv("SELA_SIZE_LIMIT", "much")
    assert "number of bytes" in refused(sela("ingest", tmp_path / "long.txt", "--kb", own_kb))


def test_one_bad_source_among_good_ones_is_skipped_and_the_exit_code_says_so(sela, own_kb, tmp_path):
    (tmp_path / "note.md").write_text(NOTE, encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"caf\xe9")
    (tmp_path / "bad.md").write_text("---\ntitle: [\n---\nText", encoding="utf-8")
    bad = (tmp_path / "bad.txt", tmp_path / "bad.md", tmp_path / "paper.pdf", tmp_path / "nowhere.txt")
    ran = sela("ingest", *bad, tmp_path / "note.md", DOCUMENTS / PROGRAMME, "--json", "--kb", own_kb)
    report = json.loads(ran.out)
    assert ran.code == 1
    assert [len(report[name]) for name in ("added", "unchanged", "skipped")] == [1, 2, 4]
    said = [line for line in ran.err.splitlines() if line.startswith("skipped: ")]
    assert all(any(path.name in line for line in said) for path in bad)
    assert "honey" in sela("search", "honey", "--limit", "1", "--kb", own_kb).out
    assert json.loads(sela("stats", "--json", "--kb", own_kb).out)["documents"] == 3


def test_ingesting_again_costs_nothing_and_removing_takes_a_document_out(sela, own_kb):
    before = KnowledgeBase(own_kb).current().id
    again = sela("ingest", DOCUMENTS, "--json", "--kb", own_kb)
    assert (again.code, json.loads(again.out)["snapshot"]) == (0, before)
    gone = sela("ingest", "--remove", PROGRAMME, "--json", "--kb", own_kb)
    assert json.loads(gone.out)["removed"] == ["sp-cl-xlviii-o-dt-n-2-22"]
    assert json.loads(sela("documents", "--json", "--kb", own_kb).out)["total"] == 1
    assert "nowhere" in refused(sela("ingest", "--remove", "nowhere", "--kb", own_kb))


def test_what_could_not_be_read_leaves_the_knowledge_base_as_it_was(sela, own_kb, tmp_path):
    before = KnowledgeBase(own_kb).current().id
    refused(sela("ingest", tmp_path / "nowhere.txt", "--kb", own_kb))
    assert KnowledgeBase(own_kb).current().id == before
    fresh = tmp_path / "fresh"
    refused(sela("ingest", tmp_path / "nowhere.txt", "--kb", fresh))
    assert "sela ingest" in sela("stats", "--kb", fresh).err
