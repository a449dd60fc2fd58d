"""`sela why` and `/api/why`: every fact with the sentences it came from."""

import json

import pytest

from ingest.pipeline import ingest
from kg.snapshots import KnowledgeBase
from tests.contract.conftest import NOTE, REPORT, client_of
from tests.ingest.formats import as_pdf


def explained(client, iri, **parameters):
    answer = client.get("/api/why", params={"iri": iri, "limit": 100, **parameters})
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.fixture(scope="module")
def workshop(client):
    [found] = [a for a in client.get("/api/activities?status=implemented").json()["items"] if a["organisations"]][:1]
    return found


def test_an_activitys_facts_have_rule_sentence_document_and_offsets(client, workshop):
    found = explained(client, workshop["iri"])
    assert set(found) == {"iri", "label", "snapshot", "total", "facts"}
    assert found["label"] == workshop["title"]
    assert found["snapshot"]["id"] == client.get("/api/stats").json()["snapshot"]["id"]
    facts = {fact["property"]: fact for fact in found["facts"]}
    assert set(facts) >= {"dcterms:title", "sela:status", "sela:heldDuring", "sela:participation", "dcterms:isPartOf"}
    assert facts["sela:status"]["label"] == workshop["status"]
    for fact in found["facts"]:
        assert fact["rule"]
        assert fact["corrected"] is None
        assert fact["evidence"], fact


def test_evidence_is_verbatim_at_its_offsets(client, workshop):
    for fact in explained(client, workshop["slug"])["facts"]:
        for each in fact["evidence"]:
            assert set(each) == {"document", "source", "start", "end", "page", "text"}
            text = client.get(f"/api/documents/{each['document']}/text").text
            assert text[each["start"] : each["end"]] == each["text"]


def test_an_organisations_participations_and_mentions_are_explained_in_sentences(client, workshop):
    iri = workshop["organisations"][0]["iri"]
    found = explained(client, iri)
    assert {"sela:participation", "sela:mentions"} <= {fact["property"] for fact in found["facts"]}
    [taking_part, *_] = [f for f in found["facts"] if f["subject"]["iri"] == workshop["iri"]]
    assert workshop["organisations"][0]["name"] in taking_part["label"]
    names = [fact["evidence"][0]["text"] for fact in found["facts"] if fact["property"] == "sela:mentions"]
    assert all(len(sentence.split()) > 3 for sentence in names)


def test_a_participation_a_statement_a_country_and_a_goal_are_explained_too(client, workshop):
    facts = explained(client, workshop["iri"])["facts"]
    participation = next(fact["value"] for fact in facts if fact["property"] == "sela:participation")
    assert {"sela:participant", "sela:role"} <= {f["property"] for f in explained(client, participation)["facts"]}
    query = "SELECT ?s { ?s a <http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement> } LIMIT 1"
    rows = client.get("/sparql", params={"query": query}, headers={"accept": "application/json"}).json()
    assert explained(client, rows["results"]["bindings"][0]["s"]["value"])["total"] == 1
    goals = [f for f in explained(client, "5")["facts"] if f["property"] == "sela:statesGoal"]
    assert all(goal["value"] == "http://metadata.un.org/sdg/5" for goal in goals)
    assert explained(client, "BB")["iri"].endswith("/country/BB")


def test_a_fact_of_a_pdf_names_the_page(own_kb, tmp_path):
    (tmp_path / "note.pdf").write_bytes(as_pdf(NOTE))
    ingest(KnowledgeBase(own_kb), [tmp_path / "note.pdf"], workers=1)
    with client_of(own_kb) as client:
        [fair] = client.get("/api/activities", params={"document": "note.pdf"}).json()["items"]
        pages = {each["page"] for fact in explained(client, fair["iri"])["facts"] for each in fact["evidence"]}
    assert pages == {1}


def test_what_no_document_speaks_of_has_no_facts(client, sela):
    assert explained(client, "integration")["facts"] == []
    assert "No document" in sela("why", "integration").out


def test_facts_come_in_pages(client, workshop):
    whole = explained(client, workshop["iri"])
    second = explained(client, workshop["iri"], limit=2, offset=2)
    assert second["total"] == whole["total"] == len(whole["facts"])
    assert second["facts"] == whole["facts"][2:4]
    assert explained(client, workshop["iri"], offset=1_000)["facts"] == []


def test_the_terminal_says_the_same(sela, client, workshop):
    assert json.loads(sela("why", workshop["slug"], "--json", "--limit", "100").out) == explained(
        client, workshop["iri"]
    )
    shown = sela("why", workshop["slug"], "--limit", "1").out
    assert workshop["title"] in shown
    assert f"{REPORT}, characters" in shown
    assert "`--offset 1` shows the next" in shown


@pytest.mark.parametrize(
    "iri", ["nobody", "https://w3id.org/sela-kg/id/activity/nowhere", "http://a b", "\ud800", "\0"]
)
def test_what_is_not_there_is_not_found(client, sela, iri):
    answer = client.get("/api/why", params={"iri": iri.encode("utf-8", "surrogatepass")})
    assert answer.status_code == 404
    assert "no entity" in answer.json()["detail"]
    assert sela("why", iri).code == 2


@pytest.mark.parametrize("query", ["", "iri=", f"iri={'x' * 9000}", "iri=caf&limit=0", "iri=caf&offset=-1"])
def test_a_bad_request_is_a_problem(client, query):
    answer = client.get(f"/api/why?{query}")
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"
