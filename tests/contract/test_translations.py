"""A report in two languages: two documents, one work, each activity once."""

from pathlib import Path

import pytest

from ingest.pipeline import ingest
from kg.snapshots import KnowledgeBase
from kg.validation import validate
from tests.contract.conftest import client_of

TEXTS = Path(__file__).parents[1] / "ingest" / "texts"
ENGLISH, SPANISH = "sp-cl-lvii-o-d-n-3-31", "sp-cl-lvii-o-d-n-3-31-es"
FIRST = f"{ENGLISH}-i-i-a-1"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    kb = KnowledgeBase(tmp_path_factory.mktemp("translations") / "kb")
    return ingest(kb, [TEXTS / "report.es.md", TEXTS / "report.en.md"], workers=1).snapshot


@pytest.fixture(scope="module")
def client(built):
    with client_of(built.path.parents[1]) as client:
        yield client


def items(client, path: str, **query):
    answer = client.get(path, params={"limit": 100, **query}).json()
    assert answer["total"] == len(answer["items"])
    return answer["items"]


def test_the_documents_name_each_other(client):
    assert {each["slug"]: each["translations"] for each in items(client, "/api/documents")} == {
        ENGLISH: [SPANISH], SPANISH: [ENGLISH]
    }  # fmt: skip


def test_each_document_lists_all_its_activities(client):
    assert [each["activities"] for each in items(client, "/api/documents")] == [12, 12]
    for slug, title in ((ENGLISH, "Workshop on pilotage at night"), (SPANISH, "Taller sobre el practicaje nocturno")):
        listed = items(client, "/api/activities", document=slug)
        assert [each["document"]["slug"] for each in listed] == [slug] * 12
        assert (listed[0]["slug"], listed[0]["title"]) == (FIRST, title)
        text = client.get(f"/api/documents/{slug}/text").text
        assert title in text[listed[0]["start"] : listed[0]["end"]].splitlines()[0]
        names = {each["acronym"]: each["name"] for each in listed[0]["organisations"]}
        assert set(names) == {"CAF", "ECLAC"} and names["CAF"] in text


def test_without_a_document_each_activity_is_listed_once_as_the_english_one_has_it(client):
    listed = items(client, "/api/activities")
    assert [each["document"]["slug"] for each in listed] == [ENGLISH] * 12
    assert {each["translations"][0]["slug"] for each in listed} == {SPANISH}
    assert listed == items(client, "/api/activities", document=[SPANISH, ENGLISH])
    assert client.get(f"/api/activities/{FIRST}").json() == listed[0]


def test_they_are_counted_once(client):
    stats = client.get("/api/stats").json()
    assert (stats["documents"], stats["activities"]) == (2, 12)
    assert stats["activities_by_status"] == {"implemented": 9, "not-implemented": 1, "rescheduled": 1, "suspended": 1}
    assert len(items(client, "/api/activities", country="PE")) == 2
    assert len(items(client, "/api/activities", organisation="olade")) == 1
    body = client.get("/api/directory/olade").json()
    assert body["activities"] == 1


def test_a_search_finds_an_activity_once_and_names_it_as_the_document_does(client):
    found = client.get("/api/search", params={"q": "night pilotage", "type": "activity", "limit": 100}).json()
    slugs = [each["activity"]["slug"] for each in found["results"]]
    assert len(slugs) == len(set(slugs))
    assert all(each["count"] <= len(slugs) for counts in found["facets"].values() for each in counts)
    passages = client.get("/api/search", params={"q": "practicaje", "document": SPANISH, "limit": 100}).json()
    titles = [each["activity"]["title"] for each in passages["results"] if each["activity"]]
    assert "Taller sobre el practicaje nocturno" in titles and "Workshop on pilotage at night" not in titles
    spanish = client.get("/api/search", params={"q": "faros", "document": SPANISH, "type": "activity"}).json()
    assert {each["activity"]["document"]["slug"] for each in spanish["results"]} == {SPANISH}


def test_every_fact_says_which_document_it_was_read_in(client):
    query = """
        PREFIX prov: <http://www.w3.org/ns/prov#>
        PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
        PREFIX sela: <https://w3id.org/sela-kg/ontology#>
        SELECT DISTINCT ?document
        WHERE { ?fact rdf:predicate sela:status ; prov:wasDerivedFrom/sela:inDocument ?document } ORDER BY ?document
    """
    answer = client.get("/sparql", params={"query": query}, headers={"accept": "application/sparql-results+json"})
    found = [row["document"]["value"].rpartition("/")[2] for row in answer.json()["results"]["bindings"]]
    assert found == [ENGLISH, SPANISH]


def test_two_versions_together_keep_to_the_shapes(built):
    report = validate((built.path / "graph.nq").read_bytes())
    assert report.violations == ()
    assert (built.manifest["counts"]["documents"], built.manifest["counts"]["activities"]) == (2, 12)
