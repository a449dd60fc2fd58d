"""The pipeline: documents in, a snapshot out, all or nothing."""

import json
import shutil
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from pyoxigraph import RdfFormat, parse

from ingest.extraction import ExtractionCache, extract, extraction_key
from ingest.pipeline import ingest
from ingest.readers.pages import Pages
from kg.documents import Documents
from kg.errors import InvalidInput, NotFound
from kg.graph import Graph
from kg.snapshots import KnowledgeBase
from kg.terms import expand
from search.index import read_passages
from tests.ingest.formats import as_pdf, with_scan

TOLD = "Harbour masters of the coast met and shared what they know about cranes, ropes and storms of the sea."


def plan(number: int, title: str = "Meeting of harbour masters") -> str:
    return (
        f"Work Programme for the year {2030 + number}\n\nSP/CL/X.O/DT N° {number}-30\n\n"
        f"PROJECT A. PORTS\n\nACTIVITY 1. {title}\n\n{TOLD}\n"
    )


def slug(number: int) -> str:
    return f"sp-cl-x-o-dt-n-{number}-30"


@pytest.fixture
def kb(tmp_path):
    return KnowledgeBase(tmp_path / "kb")


@pytest.fixture
def written(tmp_path):
    def write(name: str, text: str | bytes):
        path = tmp_path / "sources" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


def outputs(kb: KnowledgeBase) -> dict[str, bytes]:
    """The files of the live snapshot that are the same for the same input."""
    folder = kb.current().path
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.relative_to(folder).parts[0] not in ("store", "manifest.json")
    }


def replaced(kb: KnowledgeBase) -> list[tuple[str, str]]:
    quads = parse((kb.current().path / "graph.nq").read_bytes(), RdfFormat.N_QUADS)
    return [
        (quad.subject.value.rpartition("/")[2], quad.object.value.rpartition("/")[2])
        for quad in quads
        if quad.predicate.value == expand("dcterms:replaces")
    ]


def test_documents_land_in_a_snapshot(kb, written):
    report = ingest(kb, [written("a.txt", plan(1)), written("b.md", plan(2))])
    assert (report.added, report.updated, report.unchanged, report.removed, report.skipped) == (
        (slug(1), slug(2)), (), (), (), (),
    )  # fmt: skip
    assert kb.current() == report.snapshot
    counts = report.snapshot.manifest["counts"]
    assert (counts["documents"], counts["activities"], counts["passages"]) == (2, 2, 2)


def test_what_is_unchanged_costs_nothing(kb, written):
    source = written("a.txt", plan(1))
    first = ingest(kb, [source])
    again = ingest(kb, [source])
    assert again.snapshot.id == first.snapshot.id
    assert (again.added, again.updated, again.unchanged) == ((), (), (slug(1),))


def test_a_document_ingested_again_replaces_itself_and_no_other(kb, written):
    ingest(kb, [written("a.txt", plan(1)), written("b.txt", plan(2))])
    report = ingest(kb, [written("other-name.txt", plan(1, "Course on cranes"))])
    assert (report.added, report.updated, report.unchanged) == ((), (slug(1),), (slug(2),))
    graph = (kb.current().path / "graph.nq").read_text()
    assert "Course on cranes" in graph
    assert graph.count(f'<{expand("dcterms:title")}> "Meeting of harbour masters"@en') == 1


@pytest.mark.parametrize("name", [slug(1), "a.txt"])
def test_a_document_is_removed_by_slug_or_file_name(kb, written, name):
    ingest(kb, [written("a.txt", plan(1)), written("b.txt", plan(2))])
    report = ingest(kb, remove=[name])
    assert (report.removed, report.unchanged) == ((slug(1),), (slug(2),))
    assert slug(1) not in (kb.current().path / "graph.nq").read_text()


def test_the_last_document_can_be_removed_too(kb, written):
    ingest(kb, [written("a.txt", plan(1))])
    ingest(kb, remove=["a.txt"])
    assert kb.current().manifest["counts"]["documents"] == 0


def test_to_remove_what_is_not_there_names_what_is_like_it_and_changes_nothing(kb, written):
    first = ingest(kb, [written("report-a.txt", plan(1))])
    with pytest.raises(NotFound, match=r"no document 'reprot-a\.txt' here\. Did you mean report-a\.txt\?"):
        ingest(kb, remove=["reprot-a.txt"])
    with pytest.raises(NotFound, match="`sela documents` lists them"):
        ingest(kb, remove=["zzz"])
    assert kb.current().id == first.snapshot.id


def test_a_source_that_cannot_be_read_is_reported_and_the_others_land(kb, written):
    bad = [written("bad.txt", b"caf\xe9"), written("empty.md", ""), written("x.odt", "x"), written("gone.txt", "x")]
    bad[-1].unlink()
    report = ingest(kb, [*bad, written("a.txt", plan(1))])
    assert report.added == (slug(1),)
    assert [source for source, _ in report.skipped] == [str(path) for path in bad]
    assert "not UTF-8" in report.skipped[0][1]


def test_where_no_source_can_be_read_nothing_is_made(kb, written):
    with pytest.raises(InvalidInput, match="is empty"):
        ingest(kb, [written("empty.txt", "")])
    assert kb.find_current() is None


DIGEST = f"""---
title: Work Programme for the year 2031
number: "SP/CL/X.O/DT N° 1-30"
years: [2031]
digest: true
---

### PROJECT A. PORTS

**ACTIVITY 1. Meeting of harbour masters:** {TOLD}
"""


def test_an_official_document_takes_its_digests_place_for_good(kb, written):
    digest, official = written("001-digest.md", DIGEST), written("a.txt", plan(1))
    assert ingest(kb, [digest]).added == (f"{slug(1)}-digest",)
    report = ingest(kb, [official])
    assert (report.added, report.removed) == ((slug(1),), (f"{slug(1)}-digest",))
    assert replaced(kb) == [(slug(1), f"{slug(1)}-digest")]
    assert kb.current().manifest["counts"]["activities"] == 1

    again = ingest(kb, [digest])
    assert (again.added, again.snapshot.id) == ((), report.snapshot.id)
    ingest(kb, [written("b.txt", plan(2)), digest])
    assert replaced(kb) == [(slug(1), f"{slug(1)}-digest")]
    assert kb.current().manifest["counts"]["documents"] == 2


def test_an_official_document_and_its_digest_in_one_run_are_one_document(kb, written):
    report = ingest(kb, [written("001-digest.md", DIGEST), written("a.txt", plan(1))])
    assert report.added == (slug(1),)
    assert replaced(kb) == [(slug(1), f"{slug(1)}-digest")]


PLAN_ES = f"""Programa de Trabajo para el año 2031

PROYECTO A. PUERTOS

ACTIVIDAD 1. Reunión de capitanes de puerto

{"Los capitanes de puerto de la costa se reunieron y compararon las grúas, los cabos y las tormentas. " * 3}
"""


def test_a_digest_in_one_language_and_an_official_document_in_another_stay_and_have_one_activity(kb, written):
    digest = written("a.md", DIGEST.replace('number: "SP/CL/X.O/DT N° 1-30"\n', ""))
    report = ingest(kb, [digest, written("b.txt", PLAN_ES)])
    assert report.added == ("work-programme-2031-digest", "work-programme-2031-es")
    assert kb.current().manifest["counts"]["activities"] == 1
    assert [d.translations for d in Documents(Graph.open(kb.current().path))] == [
        ("work-programme-2031-es",), ("work-programme-2031-digest",)
    ]  # fmt: skip


def test_a_translation_without_a_number_is_known_by_kind_and_years(kb, written):
    ingest(kb, [written("b.txt", PLAN_ES)])
    report = ingest(kb, [written("a.txt", plan(1))])
    assert (report.added, report.removed) == ((slug(1), f"{slug(1)}-es"), ("work-programme-2031-es",))
    assert kb.current().manifest["counts"] | {"triples": 0, "passages": 0} == {
        "documents": 2, "activities": 1, "languages": {"en": 1, "es": 1}, "triples": 0, "passages": 0
    }  # fmt: skip
    again = ingest(kb, [written("b.txt", PLAN_ES)])
    assert (again.snapshot.id, again.unchanged) == (report.snapshot.id, (slug(1), f"{slug(1)}-es"))


def test_without_its_cache_a_knowledge_base_still_grows(kb, written):
    ingest(kb, [written("a.txt", plan(1))])
    shutil.rmtree(kb.path / "cache")
    report = ingest(kb, [written("b.txt", plan(2))])
    assert (report.added, report.unchanged) == ((slug(2),), (slug(1),))


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data[: len(data) // 2],
        lambda data: data.replace(b"harbour", b"Xarbour"),
        lambda data: b"",
        lambda data: b"\xff" + data,
    ],
)
def test_a_damaged_cache_is_as_good_as_none(tmp_path, change):
    cache, key = ExtractionCache(tmp_path), extraction_key("a.txt", Pages(plan(1)))
    extraction = extract("a.txt", plan(1))
    cache.keep(key, extraction)
    assert cache.find(key) == extraction
    [kept] = tmp_path.iterdir()
    kept.write_bytes(change(kept.read_bytes()))
    assert cache.find(key) is None


def test_a_cache_keeps_only_what_is_needed(tmp_path):
    cache, extraction = ExtractionCache(tmp_path), extract("a.txt", plan(1))
    for key in ("one", "two"):
        cache.keep(key, extraction)
    cache.forget_all_but({"two"})
    assert (cache.find("one"), cache.find("two")) == (None, extraction)


def test_one_worker_and_two_give_the_same_bytes(tmp_path, written):
    sources = [written("a.txt", plan(1)), written("b.txt", plan(2)), written("c.md", DIGEST.replace("N° 1", "N° 3"))]
    one, two = KnowledgeBase(tmp_path / "one"), KnowledgeBase(tmp_path / "two")
    ingest(one, sources, workers=1)
    ingest(two, sources[::-1], workers=2)
    same = outputs(one)
    assert {"graph.nq", "passages.jsonl", "vectors.npy"} <= set(same)
    assert any("lexical" in name for name in same)
    assert outputs(two) == same
    assert one.current().manifest["content"] == two.current().manifest["content"]


def test_the_way_there_makes_no_difference(tmp_path, written):
    a, b = written("a.txt", plan(1)), written("b.txt", plan(2))
    at_once, stepwise = KnowledgeBase(tmp_path / "one"), KnowledgeBase(tmp_path / "two")
    ingest(at_once, [a, b])
    for step in (b, written("c.txt", plan(3)), a):
        ingest(stepwise, [step])
    ingest(stepwise, remove=["c.txt"])
    assert outputs(stepwise) == outputs(at_once)


def test_two_documents_of_one_file_name_are_two_documents(kb, written):
    report = ingest(kb, [written("one/a.txt", plan(1)), written("two/a.txt", plan(2))])
    assert (report.added, report.skipped) == ((slug(1), slug(2)), ())
    report = ingest(kb, [written("three/a.txt", plan(3))])
    assert report.unchanged == (slug(1), slug(2))
    assert ingest(kb, remove=["a.txt"]).removed == (slug(1), slug(2), slug(3))


def test_a_file_given_twice_is_read_once(kb, written):
    source = written("a.txt", plan(1))
    assert ingest(kb, [source, source.parent, source]).added == (slug(1),)


def test_passages_are_verbatim_slices_of_what_was_read(kb, written):
    text = "\ufeff" + plan(1).replace("\n", "\r\n") + "\r\n🚢 " + TOLD
    ingest(kb, [written("a.txt", text)])
    rows = (kb.current().path / "passages.jsonl").read_text(encoding="utf-8").splitlines()
    kept = (kb.current().path / "texts" / f"{slug(1)}.txt").read_bytes().decode()
    assert kept == text.removeprefix("\ufeff")
    told = [kept[row["start"] : row["end"]] for row in map(json.loads, rows)]
    assert sum(TOLD in passage for passage in told) == 1


def test_progress_is_told(kb, written):
    told = []
    ingest(kb, [written("a.txt", plan(1))], progress=lambda stage, done, total: told.append((stage, done, total)))
    assert ("reading", 1, 1) in told
    assert told[-1][0] == "embedding"
    assert told[-1][1] == told[-1][2]


def test_a_new_version_that_can_not_be_read_leaves_the_one_that_is_held(tmp_path):
    kb, path = KnowledgeBase(tmp_path / "kb"), tmp_path / "plan.md"
    path.write_text("---\ntitle: Plan\nyears: [2031]\n---\n\nLamps for harbours were bought by twelve towns.\n")
    held = ingest(kb, [path]).snapshot
    path.write_text("---\ntitle: Plan\nyears: soon\n---\n\nLamps.\n")
    with pytest.raises(InvalidInput, match="years"):
        ingest(kb, [path])
    assert kb.current().id == held.id


def test_a_pdf_comes_with_its_page_numbers_and_keeps_them(tmp_path):
    pdf = as_pdf((Path(__file__).parent / "texts" / "harbours.md").read_text(encoding="utf-8"))
    (tmp_path / "harbours.pdf").write_bytes(pdf)
    kb = KnowledgeBase(tmp_path / "kb")
    first = ingest(kb, [tmp_path / "harbours.pdf"]).snapshot
    pages = [passage.page for passage in read_passages(first.path)]
    assert pages == sorted(pages) and pages[0] == 1 and pages[-1] > 1
    (tmp_path / "note.txt").write_text("Lamps for harbours were bought by twelve towns of the coast.")
    shutil.rmtree(kb.path / "cache")
    second = ingest(kb, [tmp_path / "note.txt"]).snapshot
    assert [p.page for p in read_passages(second.path) if p.page] == pages


def test_a_scanned_page_is_reported_and_no_failure(kb, written):
    text = (Path(__file__).parent / "texts" / "harbours.md").read_text(encoding="utf-8")
    source = written("harbours.pdf", with_scan(as_pdf(text), page=2))
    for report in (ingest(kb, [source]), ingest(kb, [source])):
        assert report.skipped == ()
        [(name, reason)] = report.warnings
        assert name == "harbours.pdf" and "page 2 of it is a picture" in reason and "OCR" in reason


def test_an_address_is_fetched_and_a_private_one_only_where_it_is_allowed(tmp_path):
    page = b"<!doctype html><title>Note</title><h1>Note</h1><p>Lamps for harbours were bought by twelve towns.</p>"

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Length", str(len(page)))
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/note.html"
        with pytest.raises(InvalidInput, match="--allow-private"):
            ingest(KnowledgeBase(tmp_path), [address])
        report = ingest(KnowledgeBase(tmp_path), [address], allow_private=True)
        server.shutdown()
    assert len(report.added) == 1
