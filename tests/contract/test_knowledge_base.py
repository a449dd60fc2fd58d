"""A knowledge base that is newer, damaged, in use, or whose writer was ended; and services over it."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading

import pytest

from ingest.pipeline import ingest
from kg.manifest import read_manifest, render
from kg.snapshots import KnowledgeBase
from tests.contract.conftest import NOTE, PROGRAMME, client_of, sela_process, service_of

COMMANDS = (["stats"], ["search", "ports"], ["ask", "ports"], ["documents"], ["activities"], ["directory"],
            ["show", "caf"], ["why", "caf"], ["correct"], ["sparql", "ASK {}"], ["validate"], ["export", "graph.ttl"],
            ["serve", "--port", "0"])  # fmt: skip


def failure(ran):
    """What it says of a failure: one line on stderr, exit 1."""
    assert (ran.code, ran.out) == (1, ""), ran
    assert ran.err.startswith("sela: ")
    assert ran.err.count("\n") == 1
    return ran.err


def flip_a_byte(path):
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def publish_note(kb, tmp_path, name="note.md", text=NOTE):
    (tmp_path / name).write_text(text, encoding="utf-8")
    return ingest(KnowledgeBase(kb), [tmp_path / name], workers=1).snapshot


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_without_a_knowledge_base_it_says_how_to_make_one(sela, tmp_path, monkeypatch, command):
    monkeypatch.chdir(tmp_path)
    assert "`sela ingest` makes one" in failure(sela(*command, "--kb", tmp_path / "none"))


def test_a_file_is_no_knowledge_base(sela, tmp_path):
    (tmp_path / "file").touch()
    assert "--kb" in failure(sela("stats", "--kb", tmp_path / "file"))


@pytest.mark.parametrize("command", [*COMMANDS, ["ingest"]], ids=" ".join)
def test_a_knowledge_base_of_a_newer_version_asks_for_an_upgrade(sela, own_kb, tmp_path, monkeypatch, command):
    monkeypatch.chdir(tmp_path)
    folder = KnowledgeBase(own_kb).current().path
    (folder / "manifest.json").write_text(render({**read_manifest(folder), "format": 99}), encoding="utf-8")
    assert "pip install --upgrade" in failure(sela(*command, "--kb", own_kb))


FILES = ("graph.nq", "vectors.npy", "passages.jsonl", "search.json", "manifest.json", "store", "texts")


@pytest.mark.parametrize("file", FILES)
def test_one_flipped_byte_is_noticed_and_named(sela, own_kb, file):
    path = KnowledgeBase(own_kb).current().path / file
    if path.is_dir():
        path = sorted(each for each in path.iterdir() if each.stat().st_size)[0]
    flip_a_byte(path)
    said = failure(sela("search", "ports", "--kb", own_kb))
    assert "damaged" in said
    assert path.name in said


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_refuses_a_damaged_snapshot(sela, own_kb, tmp_path, monkeypatch, command):
    monkeypatch.chdir(tmp_path)
    flip_a_byte(KnowledgeBase(own_kb).current().path / "graph.nq")
    assert "damaged" in failure(sela(*command, "--kb", own_kb))


def test_a_damaged_snapshot_is_left_for_the_one_before_it(sela, own_kb, tmp_path):
    old = KnowledgeBase(own_kb).current()
    flip_a_byte(publish_note(own_kb, tmp_path).path / "graph.nq")
    assert f"sela snapshots restore {old.id}" in failure(sela("stats", "--kb", own_kb))
    assert sela("snapshots", "restore", old.id, "--kb", own_kb).out == f"{old.id} is live.\n"
    assert "documents: 2" in sela("stats", "--kb", own_kb).out


def test_snapshots_are_listed_and_pruned(sela, own_kb, tmp_path):
    new = publish_note(own_kb, tmp_path)
    listed = json.loads(sela("snapshots", "--json", "--kb", own_kb).out)
    assert [(each["live"], each["documents"]) for each in listed] == [(True, 3), (False, 2)]
    assert f"* {new.id}" in sela("snapshots", "--kb", own_kb).out
    assert "Removed" in sela("snapshots", "prune", "--keep", "1", "--kb", own_kb).out
    assert "nothing" in sela("snapshots", "prune", "--keep", "1", "--kb", own_kb).out


def test_a_service_whose_new_snapshot_is_damaged_answers_from_the_old_one_and_says_so(own_kb, tmp_path):
    with client_of(own_kb) as client:
        old = client.get("/health/ready").json()
        new = publish_note(own_kb, tmp_path)
        flip_a_byte(new.path / "graph.nq")
        assert client.get("/api/stats").json()["documents"] == 2
        assert client.get("/sparql", params={"query": "ASK {}"}).status_code == 200
        ready = client.get("/health/ready")
        assert (ready.status_code, ready.json()["snapshot"]) == (200, old["snapshot"])
        assert new.id in ready.json()["fault"]
        KnowledgeBase(own_kb).restore(old["snapshot"])
        assert client.get("/health/ready").json() == old
        publish_note(own_kb, tmp_path, text=NOTE.replace("honey", "wax"))
        assert client.get("/api/stats").json()["documents"] == 3


def test_a_service_follows_a_new_snapshot_without_dropping_a_request(own_kb, tmp_path):
    (tmp_path / "note.md").write_text(NOTE, encoding="utf-8")
    published, codes, counts = threading.Event(), [], set()
    count = "SELECT (COUNT(*) AS ?n) { ?d a <https://w3id.org/sela-kg/ontology#Document> }"

    def keep_asking(service):
        while not published.is_set():
            stats, sparql = service.get("/api/stats"), service.get("/sparql", params={"query": count})
            codes.extend((stats.status_code, sparql.status_code))
            counts.add(stats.json()["documents"])

    with service_of(own_kb) as service:
        asking = threading.Thread(target=keep_asking, args=(service,))
        asking.start()
        try:
            with sela_process("ingest", tmp_path / "note.md", "--kb", own_kb) as writer:
                _, err = writer.communicate(timeout=120)
            assert writer.returncode == 0, err
        finally:
            published.set()
            asking.join()
        assert service.get("/api/stats").json()["documents"] == 3
        assert service.get("/api/search", params={"q": "honey"}).json()["results"][0]["document"]["source"] == "note.md"
        bindings = service.get("/sparql", params={"query": count}).json()["results"]["bindings"]
        assert bindings[0]["n"]["value"] == "3"
    assert set(codes) == {200}
    assert counts <= {2, 3}


HOLD = """
import sys
from pathlib import Path
from kg.snapshots import KnowledgeBase
with KnowledgeBase(Path(sys.argv[1])).write():
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_writer_is_told_who_writes(sela, own_kb, tmp_path):
    (tmp_path / "note.md").write_text(NOTE, encoding="utf-8")
    before = KnowledgeBase(own_kb).current().id
    command = [sys.executable, "-c", HOLD, str(own_kb)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout.readline() == "held\n"
        for refused in (["ingest", tmp_path / "note.md"], ["snapshots", "prune"], ["snapshots", "restore", before]):
            assert f"Process {writer.pid} is writing" in failure(sela(*refused, "--kb", own_kb))
        assert "documents: 2" in sela("stats", "--kb", own_kb).out
        writer.stdin.close()
    assert sela("ingest", tmp_path / "note.md", "--kb", own_kb).code == 0


LONG = "# Work Programme for 2027\n\n" + "\n\n".join(
    f"**ACTIVITY {n}. Course number {n} on {subject}**\n\nTeachers learn in {place} how {subject} is explained to "
    f"children, what it costs a village to begin with it, and which tools are at hand there in {month} 2027."
    for n, (subject, place, month) in enumerate(
        [("tides", "Lima", "March"), ("bees", "Quito", "April"), ("soil", "Bogotá", "May"), ("rain", "La Paz", "June"),
         ("seeds", "Havana", "July"), ("wind", "Managua", "August"), ("salt", "Belize City", "October")], 1
    )
)  # fmt: skip


def end_while(stage, end, document, kb):
    """Start to ingest a document and end it with a signal once it says that a stage is reached."""
    document.write_text(LONG, encoding="utf-8")
    with sela_process("ingest", document, "--kb", kb, start_new_session=True) as writer:
        while stage not in (line := writer.stderr.readline()):
            assert line
        os.killpg(writer.pid, end)
        _, err = writer.communicate(timeout=60)
    assert "Traceback" not in err
    return writer.returncode, err


# Behind the last line of "writing the graph" the encoder is at work, for some seconds.
@pytest.mark.parametrize("stage", ["reading", "writing the graph 0/1", "writing the graph 1/1"])
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL, signal.SIGTERM])
def test_a_writer_that_is_ended_leaves_the_old_snapshot_and_the_next_one_works(sela, own_kb, tmp_path, stage, end):
    before = KnowledgeBase(own_kb).current()
    code, err = end_while(stage, end, tmp_path / "long.md", own_kb)
    assert code == (130 if end == signal.SIGINT else -end)
    assert ("interrupted" in err) == (end == signal.SIGINT)
    live = KnowledgeBase(own_kb).current()
    live.verify()
    assert live.id == before.id
    assert sela("ingest", "--remove", PROGRAMME, "--kb", own_kb).code == 0
    assert "documents: 1" in sela("stats", "--kb", own_kb).out
    assert list(KnowledgeBase(own_kb).folder.glob(".*")) == []


def test_a_writer_that_is_killed_while_it_publishes_leaves_the_old_snapshot_or_the_new_one(sela, own_kb, tmp_path):
    end_while("embedding", signal.SIGKILL, tmp_path / "long.md", own_kb)
    KnowledgeBase(own_kb).current().verify()
    assert sela("ingest", tmp_path / "long.md", "--kb", own_kb).code == 0
    assert "documents: 3" in sela("stats", "--kb", own_kb).out


def test_a_port_in_use_is_named_with_what_to_do(sela, kb):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = failure(sela("serve", "--port", port, "--kb", kb))
    assert f"Port {port}" in said
    assert "--port" in said
    assert "nowhere.invalid" in failure(sela("serve", "--host", "nowhere.invalid", "--port", "0", "--kb", kb))


def test_a_setting_that_can_not_be_used_is_named(sela, kb, monkeypatch):
    monkeypatch.setenv("SELA_SPARQL_WORKERS", "many")
    ran = sela("serve", "--port", "0", "--kb", kb)
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "SELA_SPARQL_WORKERS" in ran.err


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_a_service_ends_in_order_when_it_is_told_to(kb, end):
    with sela_process("serve", "--port", "0", "--kb", kb) as process:
        assert "http://127.0.0.1:" in process.stdout.readline()
        process.send_signal(end)
        _, err = process.communicate(timeout=60)
    assert process.returncode == (0 if end == signal.SIGINT else -end)
    assert err == ""


def test_a_service_of_several_processes_answers(kb):
    with service_of(kb, "--workers", "2") as service:
        assert service.get("/api/stats").json()["documents"] == 2
