"""`/api/series`: the fields of the contract, its filters, and the same on the terminal and as linked data."""

import csv
import io
import json

import pytest

from ingest.pipeline import ingest
from kg.series import OUTCOMES
from kg.snapshots import KnowledgeBase
from tests.contract.conftest import PROGRAMME, REPORT, client_of

WORKSHOP = "workshop-on-cargo-data-shared-by-ports"
LATER = """# Work Programme for the year 2024

## THEMATIC AREA I. ECONOMIC RECOVERY

**ACTIVITY I.1.1. II Workshop on cargo data shared by ports**

Harbour masters compare what became of the common form for manifests.

**ACTIVITY I.1.2. Guide to electronic certificates of origin**

The guide is translated.
"""


def series(client, **params):
    response = client.get("/api/series", params=params)
    assert response.status_code == 200, response.text
    return response.json()


def test_a_series_has_the_fields_of_the_contract(client):
    found = series(client)
    assert found["total"] == len(found["items"]) == 3
    for each in found["items"]:
        assert each["iri"].endswith(f"/id/series/{each['slug']}") and each["label"]
        assert each["outcome"] in OUTCOMES and len(each["activities"]) >= 2
        for member in each["activities"]:
            assert set(member) >= {"year", "document", "activity", "stage", "status", "score", "reason"}
            assert member["stage"] in ("planned", "reported") and 0 < member["score"] <= 1


def test_the_plan_of_a_workshop_meets_its_report(client):
    found = client.get(f"/api/series/{WORKSHOP}").json()
    told = [(each["year"], each["document"]["source"], each["stage"], each["status"]) for each in found["activities"]]
    assert told == [(2023, PROGRAMME, "planned", "planned"), (2024, REPORT, "reported", "implemented")]
    assert {each["reason"] for each in found["activities"]} == {"same title"}


def test_an_activity_names_its_series(client):
    for each in client.get("/api/activities").json()["items"]:
        told = client.get(f"/api/series/{each['series']['slug']}").json()
        assert each["series"] == {name: told[name] for name in ("iri", "slug", "label")}
        assert each["slug"] in {member["activity"]["slug"] for member in told["activities"]}


def test_the_outcome_is_that_of_the_latest_plan(own_kb, tmp_path):
    (tmp_path / "later.md").write_text(LATER, encoding="utf-8")
    ingest(KnowledgeBase(own_kb), [tmp_path / "later.md"], workers=1)
    with client_of(own_kb) as client:
        outcomes = {each["label"]: each["outcome"] for each in series(client)["items"]}
    assert outcomes == {
        "Guide to electronic certificates of origin": "rescheduled",
        "Virtual course on hurricane shelters": "open",
        "Workshop on cargo data shared by ports": "implemented",
    }


@pytest.mark.parametrize(
    ("params", "slugs"),
    [
        ({"q": "CARGO ports"}, [WORKSHOP]),
        ({"q": "cargo", "year": 2023, "document": REPORT}, [WORKSHOP]),
        ({"year": 1999}, []),
        ({"q": "cargo", "outcome": ["open", "unplanned"]}, [WORKSHOP]),
        ({"outcome": "suspended"}, []),
        ({"limit": 1, "offset": 2}, [WORKSHOP]),
    ],
)
def test_filters_and_pages(client, params, slugs):
    assert [each["slug"] for each in series(client, **params)["items"]] == slugs


@pytest.mark.parametrize(
    "params",
    [{"outcome": "done"}, {"document": "no-such"}, {"limit": 0}, {"offset": -1}, {"year": "soon"}, {"q": "x" * 9000}],
)
def test_bad_filters_are_refused_with_a_reason(client, params):
    response = client.get("/api/series", params=params)
    assert response.status_code == 400 and response.json()["detail"]


def test_an_unknown_series_is_not_found_and_similar_ones_are_named(client):
    response = client.get("/api/series/workshop-on-cargo")
    assert response.status_code == 404 and WORKSHOP in response.json()["detail"]


def test_csv_has_a_row_for_each_activity(client):
    rows = list(csv.DictReader(io.StringIO(client.get("/api/series.csv").text)))
    assert len(rows) == 6 and {row["reason"] for row in rows} == {"same title"}
    asked = client.get("/api/series", params={"q": "cargo"}, headers={"Accept": "text/csv"})
    assert asked.headers["content-type"].startswith("text/csv") and len(asked.text.splitlines()) == 3


def test_the_terminal_shows_the_same(client, sela):
    assert json.loads(sela("show", WORKSHOP, "--json").out) == client.get(f"/api/series/{WORKSHOP}").json()
    assert "same title" in sela("show", WORKSHOP).out


def test_a_series_is_linked_data_with_its_activities(client):
    response = client.get(f"/id/series/{WORKSHOP}", headers={"Accept": "application/n-triples"})
    assert response.status_code == 200
    told = client.get(f"/api/series/{WORKSHOP}").json()
    assert f'<{told["iri"]}> <http://www.w3.org/2004/02/skos/core#prefLabel> "{told["label"]}"@en .' in response.text
    for member in told["activities"]:
        triple = f"<{member['activity']['iri']}> <https://w3id.org/sela-kg/ontology#inSeries> <{told['iri']}> ."
        assert triple in response.text


def test_the_graph_with_series_keeps_to_its_shapes(sela):
    assert sela("validate").code == 0
