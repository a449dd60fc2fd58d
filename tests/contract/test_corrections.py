"""`sela correct`: a correction is made, seen everywhere, taken back, and reported when it no longer fits."""

import json
import shutil
import subprocess
import sys

import pytest

from ingest.corrections.catalogue import FIELDS
from kg.snapshots import KnowledgeBase
from tests.contract.conftest import DOCUMENTS, PROGRAMME, REPORT, client_of
from tests.contract.test_cli import mistake
from tests.contract.test_knowledge_base import HOLD

WORKSHOP = "sp-cl-l-o-d-n-7-24-i-i-i-1-i-1-1"
WHY = ("--reason", "The list of participants says so", "--who", "records office")
HEAD = "document,entity,field,value,reason,who,when\n"


def correct(sela, kb, *arguments):
    ran = sela("correct", *arguments, "--kb", kb)
    assert ran.code == 0, ran.err
    return ran


def workshop(kb):
    with client_of(kb) as client:
        return client.get(f"/api/activities/{WORKSHOP}").json()


def listed(sela, kb):
    return json.loads(sela("correct", "--json", "--kb", kb).out)["items"]


def test_help_names_every_field(sela):
    said = " ".join(sela("correct", "--help").out.split())
    assert [name for name in FIELDS if name not in said] == []


def test_a_correction_is_published_at_once_and_seen_everywhere(sela, own_kb):
    before = KnowledgeBase(own_kb).current().id
    with client_of(own_kb) as client:
        assert client.get(f"/api/activities/{WORKSHOP}").json()["code"] == "I.1.1"
        ran = correct(sela, own_kb, WORKSHOP, "code", "I.1.9", *WHY)
        live = KnowledgeBase(own_kb).current()
        assert live.id != before and f"snapshot {live.id} is live" in ran.out
        now = client.get(f"/api/activities/{WORKSHOP}").json()
        assert (now["code"], now["corrected"]) == ("I.1.9", ["code"])
        facts = client.get("/api/why", params={"iri": WORKSHOP, "limit": 100}).json()["facts"]
        old, new = (f for f in facts if f["property"] == "sela:code")
        assert (old["value"], old["corrected"]["superseded"], bool(old["evidence"])) == ("I.1.1", True, True)
        assert (new["value"], new["corrected"]["superseded"], new["basis"]) == ("I.1.9", False, "corrected")
        assert new["corrected"]["who"] == "records office"
        assert new["corrected"]["reason"] == "The list of participants says so"
        query = f"SELECT ?n {{ <{now['iri']}> <https://w3id.org/sela-kg/ontology#code> ?n }}"
        rows = client.get("/sparql", params={"query": query}).json()["results"]["bindings"]
        assert [row["n"]["value"] for row in rows] == ["I.1.9"]
    assert "corrected to code = I.1.9 by records office" in sela("why", WORKSHOP, "--kb", own_kb).out
    assert sela("validate", "--kb", own_kb).code == 0
    assert live.manifest["settings"]["corrections"]


def test_it_survives_a_new_ingest_is_listed_and_taken_back(sela, own_kb):
    correct(sela, own_kb, WORKSHOP, "other_countries", "+NO", *WHY)
    correct(sela, own_kb, "caf", "label", "Banco de los Puertos@es", *WHY)
    after = workshop(own_kb)["other_countries"]
    assert "NO" in after
    unchanged = sela("ingest", *sorted(DOCUMENTS.iterdir()), "--kb", own_kb, "--json")
    assert json.loads(unchanged.out)["corrections"] == {"applied": 2, "unfit": []}
    shutil.rmtree(own_kb / "cache")
    assert sela("ingest", "--remove", PROGRAMME, "--kb", own_kb).code == 0
    assert workshop(own_kb)["other_countries"] == after
    assert [(each["number"], each["field"], each["fits"]) for each in listed(sela, own_kb)] == [
        (1, "other_countries", True), (2, "label", True),
    ]  # fmt: skip
    assert "records office" in sela("correct", "--kb", own_kb).out
    assert "taken back: caf label" in correct(sela, own_kb, "--undo", "2").out
    correct(sela, own_kb, "--undo", "1")
    assert listed(sela, own_kb) == []
    assert workshop(own_kb)["corrected"] == []


def test_one_that_no_longer_fits_is_reported_and_changes_nothing(sela, own_kb):
    correct(sela, own_kb, WORKSHOP, "status", "suspended", *WHY)
    ran = sela("ingest", "--remove", REPORT, "--kb", own_kb, "--json")
    [unfit] = json.loads(ran.out)["corrections"]["unfit"]
    assert ran.code == 0
    assert (unfit["number"], "any more" in unfit["reason"]) == (1, True)
    assert "correction 1 does not fit" in ran.err
    [item] = listed(sela, own_kb)
    assert (item["fits"], "any more" in item["problem"]) == (False, True)
    assert "[does not fit]" in sela("correct", "--kb", own_kb).out


def test_a_table_edited_by_hand_waits_for_the_next_ingest_and_makes_a_new_snapshot(sela, own_kb):
    row = f"sp-cl-l-o-d-n-7-24,{WORKSHOP},code,I.1.9,as printed,me,2031-01-02\n"
    (own_kb / "corrections.csv").write_text(HEAD + row + row.replace("I.1.9", ""), encoding="utf-8")
    assert [each["fits"] for each in listed(sela, own_kb)] == [None, None]
    assert sela("ingest", *sorted(DOCUMENTS.iterdir()), "--kb", own_kb).code == 0
    live = KnowledgeBase(own_kb).current().id
    assert workshop(own_kb)["code"] is None
    assert sela("ingest", *sorted(DOCUMENTS.iterdir()), "--kb", own_kb).code == 0
    assert KnowledgeBase(own_kb).current().id == live


def test_a_malformed_table_stops_the_ingest_by_line_and_column_and_nothing_is_lost(sela, own_kb):
    text = HEAD + "d,e,status,suspended,why,me,tomorrow\n"
    (own_kb / "corrections.csv").write_text(text, encoding="utf-8")
    before = KnowledgeBase(own_kb).current().id
    for command in (
        ["ingest", DOCUMENTS],
        ["correct"],
        ["correct", WORKSHOP, "code", "X", *WHY],
        ["correct", "--undo", "1"],
    ):
        assert "corrections.csv, line 2, column when" in mistake(sela(*command, "--kb", own_kb), 2)
    assert KnowledgeBase(own_kb).current().id == before
    assert (own_kb / "corrections.csv").read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["nobody-at-all", "status", "planned", *WHY], "nobody-at-all"),
        ([WORKSHOP, "colour", "blue", *WHY], "Fields are status"),
        ([WORKSHOP, "label", "Fair", *WHY], "is no organisation"),
        (["caf", "status", "planned", *WHY], "is no activity"),
        (["UY", "label", "Uruguay@en", *WHY], "is no organisation"),
        ([WORKSHOP, "status", "done", *WHY], "Statuses are"),
        ([WORKSHOP, "status", "implemented", *WHY], "says so without it"),
        ([WORKSHOP, "other_countries", "-ZZ", *WHY], "alpha-2"),
        ([WORKSHOP, "participants", "64"], "--reason"),
        ([WORKSHOP, "participants", "64", "--reason", "why", "--who", " "], "--who"),
        ([WORKSHOP, "participants"], "ENTITY, FIELD and VALUE"),
        ([WORKSHOP, "participants", "64", "--undo", "1"], "ENTITY, FIELD and VALUE"),
        (["--undo", "1"], "There are none"),
        (["--undo", "first"], "--undo"),
        ([WORKSHOP, "participants", "64", "--nonsense"], "--nonsense"),
    ],
)  # fmt: skip
def test_a_mistake_is_one_line_and_changes_nothing(sela, kb, arguments, reason):
    before = KnowledgeBase(kb).current().id
    assert reason in mistake(sela("correct", *arguments), 2)
    assert (KnowledgeBase(kb).current().id, (kb / "corrections.csv").exists()) == (before, False)


def test_while_another_writes_nothing_is_corrected(sela, own_kb):
    command = [sys.executable, "-c", HOLD, str(own_kb)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout.readline() == "held\n"
        said = mistake(sela("correct", WORKSHOP, "code", "X", *WHY, "--kb", own_kb), 1)
        assert f"Process {writer.pid} is writing" in said
        assert listed(sela, own_kb) == []
        writer.stdin.close()


AS_NOBODY = """
import getpass, os, sys
from api.cli import main

main(["correct", *sys.argv[-2:]])  # loads what nobody may not read
if os.geteuid() == 0:
    os.seteuid(65534)
sys.exit(main(sys.argv[1:]))
"""


def test_where_one_may_not_write_nothing_is_corrected(own_kb, tmp_path):
    for path in (tmp_path, *tmp_path.parents[:2]):
        path.chmod(0o755)
    (own_kb / "snapshots").chmod(0o555)
    own_kb.chmod(0o555)
    command = [sys.executable, "-c", AS_NOBODY, "correct", WORKSHOP, "code", "X", *WHY, "--kb", str(own_kb)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr.count("\n")) == (1, 1), ran.stderr
    assert "Permission denied. Choose a folder you may write to" in ran.stderr
    assert not (own_kb / "corrections.csv").exists()


def test_where_the_table_can_not_be_written_nothing_is_published(sela, own_kb):
    (own_kb / "corrections.csv.new").mkdir()  # in the way, also of those who may write everywhere
    before = KnowledgeBase(own_kb).current().id
    ran = sela("correct", WORKSHOP, "code", "X", *WHY, "--kb", own_kb)
    assert (ran.code, "Can't use" in ran.err) == (1, True)
    assert KnowledgeBase(own_kb).current().id == before
    assert listed(sela, own_kb) == []


def test_a_strange_text_is_kept_as_one_line(sela, own_kb):
    correct(sela, own_kb, WORKSHOP, "event_title", 'A "fair",\n=1+1 \udcff', *WHY)
    [item] = listed(sela, own_kb)
    assert item["value"] == 'A "fair", =1+1 ?' == workshop(own_kb)["event_title"]
