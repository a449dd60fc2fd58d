"""`/id/...`, the vocabulary and SPARQL over the real graph."""

import json

import pyoxigraph as ox
import pytest

from kg.terms import BASE

FORMATS = {
    ".ttl": ("text/turtle", ox.RdfFormat.TURTLE),
    ".nt": ("application/n-triples", ox.RdfFormat.N_TRIPLES),
    ".jsonld": ("application/ld+json", ox.RdfFormat.JSON_LD),
    ".rdf": ("application/rdf+xml", ox.RdfFormat.RDF_XML),
}


@pytest.fixture(scope="module")
def iris(client):
    """An IRI of each kind that the contract names."""
    hit = client.get("/api/search", params={"q": "Which ports exchange manifests of cargo?"}).json()["results"][0]
    return {
        "document": hit["document"]["iri"],
        "activity": hit["activity"]["iri"],
        "passage": hit["passage"]["iri"],
        "org": BASE + "id/org/caf",
        "country": BASE + "id/country/CL",
    }


@pytest.mark.parametrize("kind", ["document", "activity", "passage", "org", "country"])
@pytest.mark.parametrize("suffix", FORMATS)
def test_every_iri_leads_to_rdf_in_the_format_asked_for(client, iris, kind, suffix):
    media_type, format = FORMATS[suffix]
    path = "/" + iris[kind].removeprefix(BASE)
    response = client.get(path, headers={"accept": media_type}, follow_redirects=False)
    assert (response.status_code, response.headers["location"]) == (303, path + suffix)
    assert response.headers["vary"] == "Accept"
    described = client.get(path + suffix)
    assert described.headers["content-type"].split(";")[0] == media_type
    subjects = {str(triple.subject) for triple in ox.parse(described.content, format)}
    assert f"<{iris[kind]}>" in subjects


@pytest.mark.parametrize("accept", ["", "*/*", "text/html,application/xhtml+xml;q=0.9", "image/png"])
def test_who_asks_for_no_rdf_gets_turtle(client, accept):
    response = client.get("/id/org/caf", headers={"accept": accept}, follow_redirects=False)
    assert (response.status_code, response.headers["location"]) == (303, "/id/org/caf.ttl")


@pytest.mark.parametrize(
    "path",
    ["/id/org/nobody", "/id/org/nobody.ttl", "/id/nothing/caf", "/id/org/", "/id/org/%3Cscript%3E", "/id/org/a%20b",
     "/id/org/caf%0d%0aX-Bad:%20yes", "/id/org/..%2f..%2fetc%2fpasswd", "/id/org/%ED%A0%80"],
)  # fmt: skip
def test_what_is_not_there_is_404_and_no_detour(client, path):
    response = client.get(path, follow_redirects=False)
    assert response.status_code == 404
    assert response.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("path", ["/ontology", "/ontology.ttl", "/shapes.ttl"])
def test_the_vocabulary_is_published_as_turtle(client, path):
    response = client.get(path)
    assert response.headers["content-type"] == "text/turtle; charset=utf-8"
    assert len(list(ox.parse(response.content, ox.RdfFormat.TURTLE))) > 100


def test_the_context_is_published_as_json_ld(client):
    response = client.get("/context.jsonld")
    assert response.headers["content-type"] == "application/ld+json; charset=utf-8"
    assert "@context" in response.json()


def rows(response):
    assert response.status_code == 200, response.text
    return [{k: v["value"] for k, v in row.items()} for row in response.json()["results"]["bindings"]]


COUNT = "SELECT (COUNT(*) AS ?n) { ?a a <https://w3id.org/sela-kg/ontology#Activity> }"


def test_sparql_sees_the_same_activities_as_the_list(client):
    titles = "SELECT ?t { ?a a sela:Activity ; dcterms:title ?t } ORDER BY ?t"
    prefixes = f"PREFIX sela: <{BASE}ontology#> PREFIX dcterms: <http://purl.org/dc/terms/> "
    found = rows(client.get("/sparql", params={"query": prefixes + titles}))
    listed = client.get("/api/activities").json()["items"]
    assert [row["t"] for row in found] == sorted(each["title"] for each in listed)


def test_no_triple_counts_twice(client):
    everything = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    by_graph = "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } } }"
    [one], [other] = (rows(client.get("/sparql", params={"query": q})) for q in (everything, by_graph))
    assert one == other == {"n": str(client.get("/api/stats").json()["triples"])}


def test_sparql_goes_on_after_a_query_that_would_run_for_an_hour(service):
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    response = service.get("/sparql", params={"query": endless, "timeout": "0.5"})
    assert (response.status_code, "Retry-After" in response.headers) == (503, True)
    assert "0.5 s" in response.json()["detail"]
    assert rows(service.get("/sparql", params={"query": COUNT})) == [{"n": "6"}]


@pytest.mark.parametrize(
    ("query", "status", "reason"),
    [
        ("SELECT * {\n ?s ?p }", 400, "line 2, column"),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", 403, "SERVICE"),
        ("DELETE WHERE { ?s ?p ?o }", 403, "update"),
        ("LOAD <http://127.0.0.1:9/>", 403, "update"),
        ("ASK { ?s ?p '\0' }", 400, "NUL"),
    ],
)
def test_what_sparql_refuses_it_explains(client, query, status, reason):
    response = client.get("/sparql", params={"query": query})
    assert (response.status_code, response.headers["content-type"]) == (status, "application/problem+json")
    assert reason in response.json()["detail"]


def test_a_dump_of_the_graph_can_be_asked_for_as_json_ld(client):
    query = f"DESCRIBE <{BASE}id/org/caf>"
    response = client.post("/sparql", data={"query": query}, headers={"accept": "application/ld+json"})
    assert json.loads(response.text)[0]["@id"] == BASE + "id/org/caf"
