"""`sela`: every command, its JSON, its exit codes and what it says of a mistake."""

import csv
import io
import json
import os
import subprocess
import sys

import pyoxigraph as ox
import pytest
import typer

from api.cli import app
from tests.contract.conftest import PROGRAMME, REPORT

GROUP = typer.main.get_command(app)
COMMANDS = [
    *([name] for name in GROUP.commands),
    *([group, name] for group in ("snapshots", "vocabulary") for name in GROUP.commands[group].commands),
]  # fmt: skip
DATA = {
    "ask", "search", "sparql", "directory", "show", "why", "correct", "annotate", "documents", "activities", "stats",
    "snapshots", "validate", "vocabulary",
}  # fmt: skip


def mistake(ran, code):
    """What it says of a mistake: one line on stderr, nothing on stdout."""
    assert ran.code == code, ran
    assert ran.out == ""
    assert ran.err.startswith("sela: ")
    assert ran.err.count("\n") == 1
    return ran.err


def test_the_commands_of_the_contract_are_there():
    assert set(GROUP.commands) >= DATA | {"ingest", "export", "serve"}


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_shows_an_example_and_takes_a_knowledge_base(sela, command):
    ran = sela(*command, "--help")
    assert ran.code == 0
    assert f"Example: {'echo' if command == ['annotate'] else 'sela ' + command[0]}" in ran.out
    assert "--kb" in ran.out
    assert "--json" in ran.out or command[-1] not in DATA


def test_without_a_command_it_says_what_there_is(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["sela"])
    from api.cli import main

    assert main() == 0
    assert "ingest" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("command", "path", "changing"),
    [
        (["search", "hurricane shelters", "--limit", "3", "--year", "2024"],
         "/api/search?q=hurricane shelters&limit=3&year=2024", {"took_ms"}),
        (["search", "ports", "--type", "activity", "--mode", "lexical", "--country", "CL", "--limit", "2"],
         "/api/search?q=ports&type=activity&mode=lexical&country=CL&limit=2", {"took_ms"}),
        (["search", "ports", "--type", "organisation"], "/api/search?q=ports&type=organisation&limit=5", {"took_ms"}),
        (["ask", "Who pays the interpreters?", "--document", PROGRAMME],
         f"/api/ask?q=Who pays the interpreters?&document={PROGRAMME}", {"took_ms"}),
        (["activities", "--status", "implemented", "--date-from", "2024-08"],
         "/api/activities?status=implemented&date_from=2024-08", set()),
        (["activities", "workshop", "--organisation", "caf", "--limit", "1"],
         "/api/activities?q=workshop&organisation=caf&limit=1", set()),
        (["documents"], "/api/documents", set()),
        (["stats"], "/api/stats", set()),
        (["directory", "ALADI"], "/api/directory?q=ALADI", set()),
        (["directory", "--hq", "UY", "--limit", "3"], "/api/directory?hq=UY&limit=3", set()),
        (["show", "caf"], "/api/directory/caf", set()),
        (["why", "caf", "--limit", "2", "--offset", "1"], "/api/why?iri=caf&limit=2&offset=1", set()),
    ],
)  # fmt: skip
def test_the_json_of_a_command_is_the_object_of_the_service(sela, client, command, path, changing):
    ran = sela(*command, "--json")
    assert (ran.code, ran.err) == (0, "")
    said, served = json.loads(ran.out), client.get(path).json()
    assert set(said) == set(served)
    assert {**said, **dict.fromkeys(changing)} == {**served, **dict.fromkeys(changing)}


def test_any_entity_can_be_shown(sela, client):
    for each in client.get("/api/activities").json()["items"][:1]:
        assert json.loads(sela("show", each["slug"], "--json").out) == each
        assert json.loads(sela("show", each["iri"], "--format", "json").out) == each
        assert each["title"] in sela("show", each["slug"]).out
    for each in client.get("/api/documents").json()["items"]:
        assert json.loads(sela("show", each["slug"], "--json").out) == each
    assert json.loads(sela("show", "UY", "--json").out)["label"] == "Uruguay"
    assert "5" in sela("show", "5").out
    turtle = sela("show", "caf", "--format", "turtle").out
    assert turtle == client.get("/id/org/caf.ttl").text


def test_results_are_shown_for_people(sela):
    found = sela("search", "hurricane shelters", "--limit", "2").out
    assert found.startswith(" 1. Virtual course on hurricane shelters")
    assert "CAF" in sela("ask", "Who pays for the interpreters?").out
    assert "2 of 2 activities" in sela("activities", "workshop").out
    assert "3 activities" in sela("documents").out
    assert "documents: 2" in sela("stats").out
    assert "ALADI" in sela("directory", "ALADI").out
    assert sela("search", "ports", "--document", REPORT, "--year", "2023").out.startswith("Nothing was found")


@pytest.mark.parametrize(
    ("command", "rows"),
    [(["search", "ports", "--limit", "4"], 4), (["documents"], 2), (["activities", "--limit", "5"], 5),
     (["directory", "--hq", "UY", "--limit", "2"], 2), (["activities", "no such words"], 0)],
)  # fmt: skip
def test_a_table_is_csv(sela, command, rows):
    ran = sela(*command, "--csv")
    assert (ran.code, ran.err) == (0, "")
    assert len(list(csv.DictReader(io.StringIO(ran.out)))) == rows


def test_annotate_reads_a_file_and_prints_what_the_service_answers(sela, client, tmp_path):
    text = "ALADI and CAF met in Chile."
    (tmp_path / "note.txt").write_text(text, encoding="utf-8")
    said = json.loads(sela("annotate", tmp_path / "note.txt", "--json").out)
    assert said == client.post("/api/annotate", json={"text": text}).json()
    assert "ALADI" in sela("annotate", tmp_path / "note.txt", "--language", "es").out


def test_sparql_answers_in_every_format(sela):
    select = "SELECT ?t { ?a a sela:Activity ; dcterms:title ?t } ORDER BY ?t LIMIT 1"
    title = "Guide to electronic certificates of origin"
    assert sela("sparql", select).out.splitlines()[2] == title
    assert json.loads(sela("sparql", select, "--json").out)["results"]["bindings"][0]["t"]["value"] == title
    for format in ("json", "csv", "tsv", "xml"):
        assert title in sela("sparql", select, "--format", format).out
    assert sela("sparql", "ASK { ?a a sela:Activity }").out == "yes\n"
    construct = "CONSTRUCT { ?a a sela:Activity } WHERE { ?a a sela:Activity }"
    for format, rdf in (("turtle", ox.RdfFormat.TURTLE), ("nt", ox.RdfFormat.N_TRIPLES),
                        ("jsonld", ox.RdfFormat.JSON_LD), ("rdfxml", ox.RdfFormat.RDF_XML)):  # fmt: skip
        assert len(list(ox.parse(sela("sparql", construct, "--format", format).out, rdf))) == 6


def test_sparql_reads_a_file(sela, tmp_path):
    (tmp_path / "count.rq").write_text("SELECT (COUNT(*) AS ?n) { ?a a sela:Activity }", encoding="utf-8")
    assert sela("sparql", f"@{tmp_path / 'count.rq'}").out.splitlines()[2] == "6"
    assert "none.rq" in mistake(sela("sparql", "@none.rq"), 2)


@pytest.mark.parametrize(
    ("query", "reason", "code"),
    [
        ("SELECT * { ?s ?p }", "line 1, column 1", 2),
        ("SELECT * {\n ?s dcterms:title }", "line 2, column", 2),
        ("SELECT * { ?s nowhere:at ?o }", "nowhere:", 2),
        ("ASK { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE", 2),
        ("CLEAR ALL", "update", 2),
        ("", "empty", 2),
        ("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", "0.5 s", 1),
    ],
)
def test_a_query_that_is_not_answered_says_why(sela, query, reason, code):
    assert reason in mistake(sela("sparql", query, "--timeout", "0.5"), code)


def test_the_graph_is_exported_and_valid(sela, client, tmp_path):
    assert sela("export", tmp_path / "graph.nt").code == 0
    triples = set(ox.parse((tmp_path / "graph.nt").read_bytes(), ox.RdfFormat.N_TRIPLES))
    assert len(triples) == client.get("/api/stats").json()["triples"]
    assert sela("validate").out == "The graph conforms to its shapes.\n"
    assert json.loads(sela("validate", "--json").out)["conforms"] is True
    assert ".ttl" in mistake(sela("export", tmp_path / "graph.doc"), 2)
    assert mistake(sela("export", tmp_path / "nowhere" / "graph.ttl"), 2)


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (["nonsense"], "nonsense"),
        (["search"], "query"),
        (["search", "ports", "--nonsense"], "--nonsense"),
        (["search", "ports", "--limit", "0"], "--limit"),
        (["search", "ports", "--limit", "101"], "--limit"),
        (["search", "ports", "--year", "soon"], "--year"),
        (["search", "ports", "--mode", "fuzzy"], "hybrid"),
        (["search", "ports", "--type", "person"], "activity"),
        (["search", "ports", "--document", "nowhere"], "sp-cl-xlviii-o-dt-n-2-22"),
        (["search", "ports", "--country", "ZZ"], "alpha-2"),
        (["search", "ports", "--sdg", "18"], "1 to 17"),
        (["search", ""], "empty"),
        (["search", "x" * 8_001], "8,000"),
        (["ask", " "], "empty"),
        (["activities", "--status", "done"], "planned"),
        (["activities", "--document", "nowhere"], "sp-cl-xlviii-o-dt-n-2-22"),
        (["activities", "--date-to", "May"], "YYYY"),
        (["directory", "--kind", "club"], "Use one of"),
        (["show", "nobody-at-all"], "nobody-at-all"),
        (["why", "nobody-at-all"], "nobody-at-all"),
        (["why", "caf", "--offset", "-1"], "--offset"),
        (["show", "caf", "--format", "pdf"], "turtle"),
        (["annotate", "nowhere.txt"], "nowhere.txt"),
        (["vocabulary", "add", "nowhere.ttl"], "nowhere.ttl"),
        (["vocabulary", "remove", "un-sdg"], "un-sdg"),
        (["sparql", "ASK {}", "--format", "pdf"], "table"),
        (["snapshots", "restore", "9-nothing"], "sela snapshots"),
    ],
)
def test_a_mistake_is_one_line_that_says_what_to_do(sela, command, reason):
    assert reason in mistake(sela(*command), 2)


@pytest.mark.parametrize("query", ["the of and", "a\0b", "\ufdfa" * 20, "\udcff ports", "x" * 8_000, "🎉"])
def test_a_strange_query_gets_an_answer(sela, query):
    ran = sela("search", query, "--json")
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out)["total"] >= 0


def run(kb, *arguments, **options):
    environment = {**os.environ, "SELA_KB": str(kb), **options.pop("env", {})}
    return subprocess.run(
        [sys.executable, *arguments], env=environment, capture_output=True, text=True, check=False, **options
    )  # fmt: skip


def test_a_search_loads_neither_torch_nor_the_service_nor_rdflib(kb):
    heavy = ("torch", "transformers", "fastapi", "uvicorn", "rdflib", "pyshacl")
    script = f"""
import sys
from api.cli import main
code = main(["search", "ports and ships", "--json"])
print(code, *[name for name in {heavy} if name in sys.modules], file=sys.stderr)
"""
    ran = run(kb, "-c", script)
    assert ran.stderr == "0\n"
    assert json.loads(ran.stdout)["total"] > 0


def test_it_reads_standard_input_and_finds_the_knowledge_base_in_the_environment(kb):
    assert "ALADI" in run(kb, "-m", "api.cli", "annotate", "-", input="ALADI met").stdout
    asked = run(kb, "-m", "api.cli", "sparql", "-", input="ASK { ?a a sela:Activity }")
    assert (asked.returncode, asked.stdout, asked.stderr) == (0, "yes\n", "")


def test_a_reader_that_goes_away_is_no_error(kb):
    command = f"{sys.executable} -m api.cli directory --limit 100 --json | head -c 10"
    ran = subprocess.run(
        command, shell=True, env={**os.environ, "SELA_KB": str(kb)}, capture_output=True, text=True, check=False
    )  # fmt: skip
    assert "Traceback" not in ran.stderr
