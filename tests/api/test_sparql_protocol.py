"""`/sparql` over HTTP, with real workers behind it."""

import json

import pyoxigraph as ox
import pytest
from fastapi import FastAPI
from fastapi.responses import JSONResponse
from fastapi.testclient import TestClient

from api.routes.sparql import negotiate, router
from kg.errors import Busy, InvalidInput, SelaError, TimedOut, TooLarge
from kg.sparql.pool import Closed, QueryPool
from kg.sparql.query import Refused

EX = "http://example.org/"
STATUS = {Refused: 403, InvalidInput: 400, TooLarge: 413, Busy: 429, TimedOut: 503}
NAMES = f"SELECT ?n {{ ?s <{EX}name> ?n }} ORDER BY ?n"


def service(pools):
    app = FastAPI()
    app.include_router(router)
    app.state.query_pool = pools

    @app.exception_handler(SelaError)
    async def problem(request, error):
        status = next(status for kind, status in STATUS.items() if isinstance(error, kind))
        return JSONResponse({"detail": str(error)}, status, media_type="application/problem+json")

    return TestClient(app)


@pytest.fixture(scope="module")
def store_dir(tmp_path_factory):
    folder = tmp_path_factory.mktemp("store")
    store = ox.Store(str(folder))
    for name, graph in (("Ana", "g1"), ("Bo", "g2")):
        for g in (ox.DefaultGraph(), ox.NamedNode(EX + graph)):
            store.add(ox.Quad(ox.NamedNode(EX + name), ox.NamedNode(EX + "name"), ox.Literal(name), g))
    store.flush()
    return folder


@pytest.fixture(scope="module")
def client(store_dir):
    with QueryPool(store_dir, workers=1, row_limit=100) as pool, service(lambda: pool) as client:
        yield client


def names(response):
    assert response.status_code == 200, response.text
    return [row["n"]["value"] for row in response.json()["results"]["bindings"]]


def test_a_query_by_get_by_form_and_as_the_body_gives_the_same(client):
    direct = {"content-type": "application/sparql-query; charset=UTF-8"}
    assert names(client.get("/sparql", params={"query": NAMES})) == ["Ana", "Bo"]
    assert names(client.post("/sparql", data={"query": NAMES})) == ["Ana", "Bo"]
    assert names(client.post("/sparql", content=NAMES, headers=direct)) == ["Ana", "Bo"]


def test_the_graphs_of_the_request_make_its_dataset(client):
    by_graph = f"SELECT ?n {{ GRAPH ?g {{ ?s <{EX}name> ?n }} }} ORDER BY ?n"
    assert names(client.get("/sparql", params={"query": NAMES, "default-graph-uri": EX + "g1"})) == ["Ana"]
    both = [EX + "g1", EX + "g2"]
    assert names(client.get("/sparql", params={"query": NAMES, "default-graph-uri": both})) == ["Ana", "Bo"]
    assert names(client.post("/sparql", data={"query": by_graph, "named-graph-uri": EX + "g2"})) == ["Bo"]
    direct = client.post(
        "/sparql",
        params={"named-graph-uri": EX + "g1"},
        content=by_graph.replace("{ GRAPH", f"FROM <{EX}g2> {{ GRAPH"),
        headers={"content-type": "application/sparql-query"},
    )
    assert names(direct) == ["Ana"]


@pytest.mark.parametrize(
    ("accept", "served"),
    [
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv;q=0.5, text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        ("text/turtle, text/csv;q=0.1", "text/csv; charset=utf-8"),
        ("application/json", "application/json"),
    ],
)
def test_accept_decides_the_format_of_results(client, accept, served):
    response = client.get("/sparql", params={"query": NAMES}, headers={"accept": accept})
    assert (response.headers["content-type"], response.headers["vary"]) == (served, "Accept")


@pytest.mark.parametrize(
    "media_type", ["text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"]
)
def test_accept_decides_the_format_of_graphs(client, media_type):
    query = f"DESCRIBE <{EX}Ana>"
    response = client.get("/sparql", params={"query": query}, headers={"accept": f"{media_type}, text/csv"})
    assert response.headers["content-type"].startswith(media_type)
    assert len(list(ox.parse(response.content, ox.RdfFormat.from_media_type(media_type)))) == 1


def test_a_format_that_is_not_offered_is_406_with_those_that_are(client):
    for query, offered in ((NAMES, "text/csv"), ("CONSTRUCT WHERE { ?s ?p ?o }", "text/turtle")):
        response = client.get("/sparql", params={"query": query}, headers={"accept": "image/png"})
        assert response.status_code == 406
        assert offered in response.text


def test_without_a_query_rdf_describes_the_service_and_anything_else_is_400(client):
    response = client.get("/sparql", headers={"accept": "text/turtle"})
    triples = list(ox.parse(response.content, ox.RdfFormat.TURTLE))
    assert "sd:Service" in response.text
    assert f"<{client.base_url}/sparql>" in response.text
    assert not any(isinstance(term, ox.BlankNode) for t in triples for term in (t.subject, t.object))
    assert client.get("/sparql", headers={"accept": "application/ld+json"}).status_code == 200
    assert "?query=" in client.get("/sparql").json()["detail"]
    assert client.get("/sparql").status_code == 400
    assert client.post("/sparql", data={"x": "y"}).status_code == 400


@pytest.mark.parametrize(
    ("request_parts", "status", "reason"),
    [
        ({"params": {"query": "SELECT * { ?s ?p"}}, 400, "line 1, column 17"),
        ({"params": {"query": ""}}, 400, "empty"),
        ({"params": {"query": ["ASK {}", "ASK {}"]}}, 400, "one at a time"),
        ({"params": {"query": "ASK { SERVICE <http://127.0.0.1/> { } }"}}, 403, "SERVICE"),
        ({"params": {"query": "INSERT DATA { <x:a> <x:b> <x:c> }"}}, 403, "update"),
        ({"params": {"update": "CLEAR ALL"}}, 403, "Updates are refused"),
        ({"data": {"update": "CLEAR ALL"}}, 403, "Updates are refused"),
        ({"content": "CLEAR ALL", "headers": {"content-type": "application/sparql-update"}}, 403, "Updates"),
        ({"params": {"query": "ASK {}", "timeout": "soon"}}, 400, "timeout=soon"),
        ({"params": {"query": "ASK {}", "timeout": "nan"}}, 400, "timeout=nan"),
        ({"params": {"query": "ASK {}", "default-graph-uri": "no iri"}}, 400, "IRI"),
        ({"content": "ASK {}", "headers": {"content-type": "text/plain"}}, 415, "text/plain"),
        ({"content": b"ASK {}"}, 415, "none"),
        ({"content": b"\xff", "headers": {"content-type": "application/sparql-query"}}, 400, "UTF-8"),
        (
            {"content": b"A", "headers": {"content-type": "application/sparql-query; charset=UTF-16"}},
            400,
            "utf-16",
        ),
    ],
)
def test_a_request_that_is_not_answered_says_why(client, request_parts, status, reason):
    method = "POST" if {"data", "content"} & set(request_parts) else "GET"
    response = client.request(method, "/sparql", **request_parts)
    assert (response.status_code, reason in response.json()["detail"]) == (status, True), response.text


def test_bytes_that_are_no_utf_8_are_400_not_other_letters(client):
    assert client.get("/sparql?query=ASK%20%7B%20%3Fs%20%3Fp%20%22%ED%A0%80%22%7D").status_code == 400


def test_limits_are_a_clean_413_and_503_and_the_service_goes_on(client):
    wide = "SELECT * { " + " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(7)) + " }"
    endless = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(40)) + " }"
    assert client.get("/sparql", params={"query": wide}).status_code == 413
    assert client.get("/sparql", params={"query": endless, "timeout": "0.3"}).status_code == 503
    assert names(client.get("/sparql", params={"query": NAMES})) == ["Ana", "Bo"]


def test_a_request_that_met_a_pool_just_closed_is_answered_by_the_live_one(store_dir):
    old, live = QueryPool(store_dir, workers=1), QueryPool(store_dir, workers=1)
    old.close()
    pools = iter([old, live])
    with live, service(lambda: next(pools)) as client:
        assert names(client.get("/sparql", params={"query": NAMES})) == ["Ana", "Bo"]


def test_a_pool_that_stays_closed_is_busy(store_dir):
    pool = QueryPool(store_dir, workers=1)
    pool.close()
    assert issubclass(Closed, Busy)
    assert service(lambda: pool).get("/sparql", params={"query": NAMES}).status_code == 429


def test_other_methods_are_not_allowed(client):
    assert client.put("/sparql", params={"query": "ASK {}"}).status_code == 405


def test_an_answer_of_text_in_four_languages_is_utf_8(client):
    query = "SELECT ('América Latina – São Tomé, Français ☃' AS ?n) {}"
    response = client.get("/sparql", params={"query": query})
    assert json.loads(response.content.decode("utf-8"))["results"]["bindings"][0]["n"]["value"].endswith("☃")


def test_a_wildcard_leaves_the_choice_to_the_service_and_zero_excludes():
    assert negotiate("text/*", ["application/json", "text/csv"]) == "text/csv"
    assert negotiate("text/csv;q=0", ["text/csv"]) is None
    assert negotiate("text/csv;q=high", ["text/csv"]) is None
