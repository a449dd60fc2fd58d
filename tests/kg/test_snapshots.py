"""Snapshots: whole or not there, whatever happens to the writer, and damage doesn't go unseen."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.disk import files_in
from kg.errors import Busy, Damaged, NotFound, SelaError
from kg.graph import Graph, write_store
from kg.snapshots import KnowledgeBase, Snapshot

TRIPLE = "<http://e/s> <http://e/p> <http://e/{}> <http://e/g> .\n"


def fill(folder: Path, content: str) -> None:
    (folder / "texts").mkdir()
    (folder / "graph.nq").write_text(TRIPLE.format(content))
    (folder / "passages.jsonl").write_text(json.dumps({"text": content}) + "\n")
    (folder / "texts" / "wp.txt").write_text(content)


def publish(kb: KnowledgeBase, content: str, *, store: bool = False) -> Snapshot:
    with kb.write() as draft:
        fill(draft.folder, content)
        if store:
            write_store(draft.folder, draft.folder / "graph.nq")
        return draft.publish(settings={"encoder": "e5"}, counts={"documents": 1}, inputs={"wp.txt": "abc"})


def text_of(snapshot: Snapshot) -> str:
    return (snapshot.path / "texts" / "wp.txt").read_text()


@pytest.fixture
def kb(tmp_path) -> KnowledgeBase:
    return KnowledgeBase(tmp_path / "kb")


def test_what_was_published_is_live_and_whole(kb):
    snapshot = publish(kb, "one", store=True)
    assert kb.current() == snapshot == Snapshot.open(snapshot.path)
    assert snapshot.id == f"1-{snapshot.manifest['content'][:12]}"
    assert snapshot.manifest["counts"] == {"documents": 1}
    assert snapshot.manifest["settings"] == {"encoder": "e5"}
    assert snapshot.manifest["inputs"] == {"wp.txt": "abc"}
    assert set(snapshot.manifest["versions"]) == {"sela-kg", "ontology"}
    snapshot.verify()
    assert sorted(path.name for path in kb.path.iterdir()) == ["CURRENT", "lock", "snapshots"]
    assert [path.name for path in kb.folder.iterdir()] == [snapshot.id]


def test_the_same_content_has_the_same_hash_whatever_the_store_and_the_time(kb, tmp_path):
    one, again = publish(kb, "same", store=True), publish(kb, "same", store=True)
    elsewhere = publish(KnowledgeBase(tmp_path / "other"), "same")
    assert one.manifest["content"] == again.manifest["content"] == elsewhere.manifest["content"]
    assert (one.id.split("-")[0], again.id.split("-")[0]) == ("1", "2")
    assert publish(kb, "other").manifest["content"] != one.manifest["content"]


def test_a_draft_that_is_not_published_leaves_nothing(kb):
    one = publish(kb, "one")
    with pytest.raises(ZeroDivisionError), kb.write() as draft:
        fill(draft.folder, "two")
        raise ZeroDivisionError
    with kb.write() as draft:
        fill(draft.folder, "three")
    assert kb.current() == one
    assert [path.name for path in kb.folder.iterdir()] == [one.id]


def test_what_killed_writers_left_is_removed_by_the_next(kb):
    publish(kb, "one")
    for name in (".draft-1", ".pruned-7-0123456789ab"):
        (kb.folder / name).mkdir()
        (kb.folder / name / "graph.nq").write_text("half")
    with kb.write() as draft:
        assert sorted(path.name for path in kb.folder.glob(".*")) == [draft.folder.name]


def test_a_second_writer_is_told_and_readers_are_not_disturbed(kb):
    one = publish(kb, "one")
    with kb.write():
        for writing in (lambda: publish(kb, "two"), lambda: kb.restore(one.id), lambda: kb.prune(1)):
            with pytest.raises(Busy, match=str(os.getpid())):
                writing()
        assert kb.current() == one


def test_the_last_three_are_kept(kb):
    published = [publish(kb, str(n)) for n in range(5)]
    assert list(kb.snapshots()) == published[:1:-1]
    assert list(kb.ids()) == [snapshot.id for snapshot in published[:1:-1]]


def test_numbers_are_ordered_as_numbers(kb):
    for n in range(11):
        publish(kb, str(n))
    assert [id.split("-")[0] for id in kb.ids()] == ["11", "10", "9"]


def test_restore_makes_an_earlier_snapshot_live_and_the_next_one_follows_the_newest(kb):
    one, two = publish(kb, "one"), publish(kb, "two")
    assert kb.restore(one.id) == one
    assert text_of(kb.current()) == "one"
    assert publish(kb, "three").id.startswith("3-")
    assert two in kb.snapshots()


def test_the_live_snapshot_is_never_pruned(kb):
    one, two, _ = (publish(kb, name) for name in ("one", "two", "three"))
    kb.restore(one.id)
    assert kb.prune(keep=1) == (two.id,)
    assert kb.current() == one


def test_pruning_where_nothing_is_makes_nothing(kb):
    assert kb.prune() == ()
    assert not kb.path.exists()


def test_an_unknown_snapshot_is_named_with_similar_ones(kb):
    one = publish(kb, "one")
    with pytest.raises(NotFound, match=rf"no snapshot '1-'.*Did you mean {one.id}"):
        kb.restore("1-")
    with pytest.raises(NotFound, match="`sela snapshots` lists them"):
        kb.get_snapshot("../../etc")


def test_no_knowledge_base_is_said(kb, tmp_path):
    assert kb.find_current() is None
    assert kb.snapshots() == ()
    for empty in (kb, KnowledgeBase(tmp_path)):
        with pytest.raises(SelaError, match=rf"no knowledge base at {empty.path}\. `sela ingest` makes one"):
            empty.current()


def test_a_file_in_the_place_of_the_folder_is_said(tmp_path):
    (tmp_path / "kb").write_text("")
    kb = KnowledgeBase(tmp_path / "kb")
    for use in (kb.current, kb.find_current, lambda: publish(kb, "one")):
        with pytest.raises(SelaError, match="is a file"):
            use()
    with pytest.raises(SelaError, match="Not a directory"):
        publish(KnowledgeBase(tmp_path / "kb" / "below"), "one")


@pytest.mark.parametrize("named", ["7-0123456789ab", "../..", "", "\x00\xff"])
def test_a_current_that_names_nothing_offers_the_newest_whole_snapshot(kb, named):
    publish(kb, "one")
    two = publish(kb, "two")
    (kb.path / "CURRENT").write_text(named)
    with pytest.raises(Damaged, match=rf"CURRENT names .*`sela snapshots restore {two.id}`"):
        kb.current()
    assert kb.restore(two.id) == kb.current()


def flip(path: Path, position: int) -> None:
    content = bytearray(path.read_bytes())
    content[position] ^= 0x01
    path.write_bytes(content)


def test_one_flipped_bit_in_any_file_is_found_and_the_file_named(kb):
    snapshot = publish(kb, "one", store=True)
    names = [name for name in files_in(snapshot.path) if (snapshot.path / name).stat().st_size]
    assert {"graph.nq", "manifest.json", "passages.jsonl", "texts/wp.txt", "store/CURRENT"} <= set(names)
    for name in names:
        path = snapshot.path / name
        for position in {0, path.stat().st_size // 2, path.stat().st_size - 1}:
            flip(path, position)
            with pytest.raises(Damaged, match=rf"{snapshot.id} .* {name} isn't what was written\. `sela ingest`"):
                kb.current().verify()
            flip(path, position)
    kb.current().verify()


def test_any_flipped_byte_of_the_manifest_is_found(kb):
    path = publish(kb, "one").path / "manifest.json"
    for position in range(path.stat().st_size):
        flip(path, position)
        with pytest.raises(SelaError):  # Damaged, or of a newer format where the digit was hit
            kb.current()
        flip(path, position)


@pytest.mark.parametrize("name", ["graph.nq", "manifest.json", "store/CURRENT"])
def test_a_missing_file_is_found(kb, name):
    snapshot = publish(kb, "one", store=True)
    (snapshot.path / name).unlink()
    with pytest.raises(Damaged, match=f"{name} is missing"):
        kb.current().verify()


def test_damage_offers_the_newest_other_snapshot_that_is_whole(kb):
    one, two, three = (publish(kb, name) for name in ("one", "two", "three"))
    flip(three.path / "graph.nq", 3)
    flip(two.path / "graph.nq", 3)
    with pytest.raises(Damaged, match=f"`sela snapshots restore {one.id}`"):
        kb.current().verify()
    with pytest.raises(Damaged, match=two.id):
        kb.restore(two.id)
    assert kb.restore(one.id) == kb.current()


def test_an_unreadable_manifest_hides_no_other_snapshot(kb):
    one, two = publish(kb, "one"), publish(kb, "two")
    (two.path / "manifest.json").write_text("{")
    assert kb.snapshots() == (one,)
    assert kb.ids() == (two.id, one.id)


def test_a_store_that_was_read_is_still_whole(kb):
    snapshot = publish(kb, "one", store=True)
    for _ in range(3):
        assert Graph.open(snapshot.path).ask("ASK { ?s ?p <http://e/one> }")
    snapshot.verify()
    assert files_in(snapshot.path) == sorted([*snapshot.manifest["files"], "manifest.json"])


def test_a_newer_format_says_which_and_to_upgrade(kb):
    path = publish(kb, "one").path / "manifest.json"
    manifest = json.loads(path.read_text())
    path.write_text(json.dumps({**manifest, "format": 2, "versions": {"sela-kg": "9.1"}, "more": []}))
    with pytest.raises(SelaError, match=r"format 2, written by sela-kg 9\.1; .* up to format 1\. Upgrade"):
        kb.current()


KILLED = """
import os, signal, sys
from pathlib import Path
from kg.snapshots import KnowledgeBase

kb, last = KnowledgeBase(Path(sys.argv[1])), int(sys.argv[2])
seen = 0

def kill_at_last(event, arguments):
    global seen
    if event in ("open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.listdir", "os.scandir"):
        seen += 1
        if seen == last:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(kill_at_last)
with kb.write() as draft:
    (draft.folder / "texts").mkdir()
    for name in ("graph.nq", "passages.jsonl", "texts/wp.txt"):
        (draft.folder / name).write_text("new")
    draft.publish(settings={}, counts={}, inputs={})
"""


def test_a_writer_killed_at_any_step_leaves_a_whole_state(kb):
    """Every access to a file is a step; the writer is killed before the first, the second, and so on."""
    for name in ("one", "two", "three"):
        publish(kb, name)
    seen, step, live = [], 1, kb.current().id
    while True:
        ended = subprocess.run([sys.executable, "-c", KILLED, str(kb.path), str(step)], capture_output=True)
        for snapshot in kb.snapshots():
            snapshot.verify()
        assert len(kb.snapshots()) == len(kb.ids()) >= 3
        text = text_of(kb.current())
        assert text == "new" or kb.current().id == live
        seen.append(text)
        if ended.returncode == 0:
            break
        assert ended.returncode == -9, ended.stderr.decode()
        publish(kb, "three")  # the next writer isn't hindered
        live, step = kb.current().id, step + 1
    assert seen[0] == "three"
    assert seen[-1] == "new"
    assert seen == sorted(seen, key="three new".index)  # one step switches, no step switches back
    assert len(seen) > 20
    assert [path.name for path in kb.folder.glob(".*")] == []


FULL = """
import resource, signal, sys
from pathlib import Path
from kg.errors import SelaError
from kg.snapshots import KnowledgeBase

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    with KnowledgeBase(Path(sys.argv[1])).write() as draft:
        (draft.folder / "graph.nq").write_text("x" * 10_000)
        draft.publish(settings={}, counts={}, inputs={})
except SelaError as error:
    print(error)
"""


def test_a_disk_that_takes_no_more_is_an_error_in_words(kb):
    one = publish(kb, "one")
    ended = subprocess.run([sys.executable, "-c", FULL, str(kb.path)], capture_output=True, text=True)
    assert ended.stdout.startswith(f"Can't use {kb.path}: File too large."), ended.stderr
    assert kb.current() == one
    assert list(kb.folder.glob(".*")) == []


FORBIDDEN = """
import os, sys
from pathlib import Path
from kg.errors import SelaError
from kg.snapshots import KnowledgeBase

if os.geteuid() == 0:
    os.seteuid(65534)
try:
    with KnowledgeBase(Path(sys.argv[1])).write():
        pass
except SelaError as error:
    print(error)
"""


def test_a_folder_one_may_not_write_to_is_an_error_in_words(tmp_path):
    folder = tmp_path / "theirs"
    folder.mkdir()
    folder.chmod(0o555)
    for path in (tmp_path, *tmp_path.parents[:2]):
        path.chmod(0o755)
    ended = subprocess.run([sys.executable, "-c", FORBIDDEN, str(folder)], capture_output=True, text=True)
    assert ended.stdout.startswith(f"Can't use {folder}/snapshots: Permission denied. Choose a folder")


def test_an_error_of_the_writers_own_stays_what_it_is(kb, tmp_path):
    with pytest.raises(FileNotFoundError), kb.write():
        (tmp_path / "no-such-source.txt").read_text()
