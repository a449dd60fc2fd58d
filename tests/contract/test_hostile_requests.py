"""Requests made from our own /openapi.json: whatever a parameter holds, there is an answer or a reason."""

from urllib.parse import quote

import pytest

HOSTILE = [
    "", " ", "\0", "a\0b", "x" * 8_001, "\ufdfa" * 20, "的" * 300, "e\u0301\u202e\u200d🎉", "'\"`;--", "%", "%00",
    "<script>alert(1)</script>", "../../../../etc/passwd", "//elsewhere.example/", "-1", "0", "101", "1e9",
    "9" * 30, "NaN", "true", "2024-13-45", "٢٠٢٤", "null", "{}", "http://127.0.0.1:9/", "\r\nX-Bad: yes", "*/*",
    "?x=&y",
]  # fmt: skip
RAW = ["%ED%A0%80", "%ff%fe", "%", "%zz", "+%2B", "%u0041"]  # no UTF-8, no escape: as it may come over the wire
REQUIRED = {"q": "ports", "iri": "caf"}
PATH_VALUES = {"slug": "caf", "kind": "org", "name": "caf", "document": "d", "span": "0-1"}


def requests_for(path, operation):
    """A request for each parameter and each hostile value, the others as they should be."""
    parameters = operation.get("parameters", [])
    if path == "/sparql":  # reads its own parameters, as the protocol says
        parameters = [{"name": n, "in": "query"} for n in ("query", "timeout", "default-graph-uri", "update")]
    needed = {p["name"]: REQUIRED[p["name"]] for p in parameters if p.get("required") and p["in"] == "query"}
    for parameter in parameters:
        for value in [*(quote(text, safe="") for text in HOSTILE), *RAW]:
            inside = {**PATH_VALUES, parameter["name"]: value} if parameter["in"] == "path" else PATH_VALUES
            query = {**needed, parameter["name"]: value} if parameter["in"] == "query" else needed
            address = path.replace(":path}", "}").format(**inside)
            yield address + "?" + "&".join(f"{name}={said}" for name, said in query.items())


def paths_with_parameters(client):
    """What can be asked for with GET, by path."""
    return {
        path: methods["get"]
        for path, methods in client.get("/openapi.json").json()["paths"].items()
        if "get" in methods
    }


def test_the_description_names_every_path_of_the_contract(client):
    described = set(client.get("/openapi.json").json()["paths"])
    assert described >= {
        "/api/search", "/api/ask", "/api/annotate", "/api/activities", "/api/activities/{slug}", "/api/directory",
        "/api/directory/{slug}", "/api/directory.csv", "/api/directory/complete", "/api/documents",
        "/api/documents/{slug}", "/api/documents/{slug}/text", "/api/passages/{document}/{span}", "/api/stats",
        "/health/live", "/health/ready", "/sparql", "/id/{kind}/{name}", "/ontology", "/ontology.ttl", "/shapes.ttl",
        "/context.jsonld", "/api/why",
    }  # fmt: skip


def test_every_path_answers_whatever_a_parameter_holds(client):
    asked, page = 0, {"parameters": [{"name": "q", "in": "query"}]}
    for path, operation in {**paths_with_parameters(client), "/": page}.items():
        for address in requests_for(path, operation):
            response = client.get(address, follow_redirects=False)
            asked += 1
            assert response.status_code < 500, (address, response.text)
            assert "x-bad" not in response.headers
            if response.status_code >= 400:
                assert response.headers["content-type"] == "application/problem+json", address
                problem = response.json()
                assert problem["status"] == response.status_code
                assert len(problem["detail"]) > 10
                assert len(problem["detail"]) < 2_000
    assert asked > 1_000


def test_a_path_without_parameters_answers_as_it_is(client):
    for path, operation in paths_with_parameters(client).items():
        if not operation.get("parameters") and path != "/sparql":
            assert client.get(path).status_code == 200, path


@pytest.mark.parametrize("accept", ["", "*", "text/csv;q=x", "text/csv, ,;", "a/b/c", ",", "text/html;q=0", "\x7f"])
@pytest.mark.parametrize("path", ["/api/activities", "/api/search?q=ports", "/id/org/caf", "/sparql?query=ASK{}", "/"])
def test_any_accept_header_gets_an_answer(client, path, accept):
    assert client.get(path, headers={"accept": accept}, follow_redirects=False).status_code < 500
