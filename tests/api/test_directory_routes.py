"""`/api/directory` over HTTP, and the same records as text for a terminal."""

import csv
import io
from types import SimpleNamespace

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api import problems
from api.routes import directory as routes
from api.text_directory import directory_csv, directory_table_text, record_text
from kg.directory import Directory
from kg.directory_table import bodies
from kg.graph import Graph, sorted_nquads
from kg.vocabulary import vocabulary_quads

FIELDS = [
    "iri", "slug", "acronym", "other_acronyms", "name", "kind", "scope", "purpose", "founded",
    "founding_instrument", "headquarters", "website", "members", "observers", "parent",
    "predecessors", "successors", "themes", "status", "source", "confidence", "activities",
    "same_as", "match",
]  # fmt: skip


@pytest.fixture(scope="module")
def directory():
    return Directory(Graph.memory(sorted_nquads(vocabulary_quads())))


@pytest.fixture(scope="module")
def client(directory):
    app = FastAPI()
    app.include_router(routes.router)
    app.state.library = lambda: SimpleNamespace(directory=directory)
    problems.install(app)
    return TestClient(app)


def rows(response):
    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(response.text)))


def test_a_record_is_as_the_contract_prints_it(client):
    record = client.get("/api/directory/aladi").json()
    assert list(record) == FIELDS
    assert record["name"]["pt"] == "Associação Latino-Americana de Integração"
    assert record["headquarters"] == {"city": "Montevideo", "country": "UY"}
    assert (record["purpose"], record["observers"], record["match"]) == (None, [], None)
    assert "UY" in record["members"]


def test_every_body_has_its_record(client):
    for body in bodies():
        if body.regional:
            assert client.get(f"/api/directory/{body.slug}").json()["iri"] == body.iri


def test_an_acronym_is_the_first_hit(client):
    found = client.get("/api/directory", params={"q": "aladi"}).json()
    assert found["total"] >= 1
    assert found["items"][0]["match"] == {"on": "acronym", "text": "ALADI", "score": 1.0}


def test_lists_are_cut_as_asked(client):
    assert len(client.get("/api/directory").json()["items"]) == 20
    page = client.get("/api/directory", params={"limit": 3, "offset": 212}).json()
    assert (page["total"], len(page["items"])) == (213, 1)


def test_filters_may_be_combined_and_repeated(client):
    query = {"theme": ["energy", "water"], "country": "GT", "status": "active", "kind": ""}
    found = client.get("/api/directory", params=query).json()["items"]
    assert found
    for record in found:
        assert {"energy", "water"} & set(record["themes"])
        assert "GT" in record["members"]


def test_csv_by_suffix_and_by_accept_is_the_same_table(client):
    by_suffix = client.get("/api/directory.csv", params={"hq": "UY"})
    by_accept = client.get("/api/directory", params={"hq": "UY"}, headers={"Accept": "text/csv"})
    assert by_suffix.text == by_accept.text
    assert {row["hq_country"] for row in rows(by_suffix)} == {"UY"}
    assert len(rows(client.get("/api/directory.csv"))) == 213
    assert len(rows(client.get("/api/directory.csv", params={"limit": 5}))) == 5


def test_csv_holds_what_the_record_holds(client):
    (row,) = rows(client.get("/api/directory.csv", params={"q": "ALADI", "limit": 1}))
    assert (row["slug"], row["name_es"]) == ("aladi", "Asociación Latinoamericana de Integración")
    assert (row["hq_city"], row["match_on"], row["purpose"]) == ("Montevideo", "acronym", "")
    assert "UY" in row["members"].split("|")


def test_completion(client):
    found = client.get("/api/directory/complete", params={"q": "Asociación lat"}).json()
    assert found["total"] == len(found["items"]) > 0
    assert "aladi" in [item["slug"] for item in found["items"]]
    assert client.get("/api/directory/complete", params={"q": "a"}).json() == {"total": 0, "items": []}


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/api/directory?country=ZZ", "UY"),
        ("/api/directory?theme=nothing", "energy"),
        ("/api/directory?limit=0", "limit"),
        ("/api/directory?limit=101", "limit"),
        ("/api/directory?offset=-1", "offset"),
        ("/api/directory.csv?kind=nothing", "court"),
        ("/api/directory?q=" + "x" * 10_000, "8,000"),
        ("/api/directory/complete?q=" + "x" * 10_000, "8,000"),
    ],
)
def test_what_cannot_be_asked_is_400_with_a_reason(client, path, said):
    response = client.get(path)
    assert (response.status_code, response.headers["content-type"]) == (400, "application/problem+json")
    assert said in response.json()["detail"]


def test_an_unknown_slug_is_404_with_the_nearest(client):
    response = client.get("/api/directory/aladdi")
    assert (response.status_code, response.headers["content-type"]) == (404, "application/problem+json")
    assert "aladi" in response.json()["detail"]


@pytest.mark.parametrize("q", ["", "(.*)+[", "\0\x1b[2J", "%ED%A0%80", "ﷺ" * 20, "the of la", "?" * 8_000])
def test_hostile_queries_are_answered(client, q):
    assert client.get("/api/directory", params={"q": q}).status_code == 200
    assert client.get("/api/directory/complete", params={"q": q}).status_code == 200


def test_a_record_fits_a_terminal_and_says_everything(directory):
    for record in directory:
        text = record_text(record)
        assert max(map(len, text.splitlines())) <= 80
        said = " ".join(text.split())
        assert all(name in said for name in record.name)
        assert all(code in said.split() for code in record.members)


def test_a_record_for_people(directory):
    lines = record_text(directory.get("aladi")).splitlines()
    assert lines[0] == "ALADI  Latin American Integration Association"
    assert "Seat           Montevideo, UY" in lines
    assert "Founded        1980, Treaty of Montevideo 1980" in lines
    assert "Members (13)   AR BO BR CL CO CU EC MX PA PE PY UY VE" in lines
    assert not any(line.startswith(("Purpose", "Observers", "Predecessors")) for line in lines)


def test_a_list_for_people_has_a_line_for_each_and_fits(directory):
    lines = directory_table_text(directory.all).splitlines()
    assert len(lines) == 1 + len(directory.all)
    assert max(map(len, lines)) <= 80
    assert directory_table_text([]).split() == ["Acronym", "Name", "Seat"]


def test_a_table_of_nothing_is_no_error(directory):
    assert directory_csv([]).count("\n") <= 1
