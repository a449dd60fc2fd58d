"""`/api/activities`: the fields of the contract and its filters."""

import csv
import io

import pytest

from tests.contract.conftest import DOCUMENTS, PROGRAMME, REPORT

FIELDS = {
    "iri": str, "slug": str, "document": dict, "code": str, "title": str, "event_title": str, "area": str,
    "programme": str, "project": str, "unscheduled": bool, "status": str, "modality": list, "dates": list,
    "places": list, "participants": int, "member_countries": list, "other_countries": list, "organisations": list,
    "sdgs": list, "rescheduled_to": int, "objectives": list, "expected_results": list, "budget": str,
    "discrepancies": list, "corrected": list, "publications": list, "series": dict, "start": int, "end": int,
}  # fmt: skip
MAY_BE_NULL = {
    "code", "event_title", "area", "programme", "project", "participants", "rescheduled_to", "budget", "series"
}  # fmt: skip
PARTS = {
    "dates": {"start", "end"}, "places": {"city", "country"}, "organisations": {"name", "acronym", "iri", "role"},
    "sdgs": {"goal", "basis", "score", "evidence"}, "objectives": {"text", "start", "end"},
    "expected_results": {"text", "start", "end"}, "publications": {"iri", "title"},
    "discrepancies": {"field", "text", "start", "end"},
}  # fmt: skip


def activities(client, **params):
    response = client.get("/api/activities", params=params)
    assert response.status_code == 200, response.text
    return response.json()


def titles(found):
    return [each["title"].split()[0] for each in found["items"]]


def test_an_activity_has_the_fields_of_the_contract_with_null_for_unknown_and_empty_for_none(client):
    for each in activities(client)["items"]:
        for field, kind in FIELDS.items():
            assert isinstance(each[field], kind) or (each[field] is None and field in MAY_BE_NULL), field
        for field, keys in PARTS.items():
            assert all(set(part) >= keys for part in each[field]), field
        assert set(each["document"]) >= {"slug", "source"}
        assert each["iri"].endswith(f"/id/activity/{each['slug']}")


def test_a_document_lists_its_activities_in_order(client):
    found = activities(client, document=PROGRAMME)
    assert [(each["code"], each["status"]) for each in found["items"]] == [
        ("I.1.1", "planned"), ("I.1.2", "planned"), ("II.1.1", "planned")
    ]  # fmt: skip
    starts = [each["start"] for each in found["items"]]
    assert starts == sorted(starts)
    assert (found["items"][0]["area"], found["items"][0]["programme"], found["items"][0]["project"]) == (
        "ECONOMIC RECOVERY", "TRADE FACILITATION", "Ports that talk to each other"
    )  # fmt: skip


def test_a_span_holds_the_activity_as_printed(client):
    for each in activities(client)["items"]:
        text = (DOCUMENTS / each["document"]["source"]).read_bytes().decode("utf-8")
        assert each["title"] in text[each["start"] : each["end"]]


def test_what_a_report_says_is_there_with_its_facts(client):
    workshop, guide, course = activities(client, document=REPORT)["items"]
    assert (workshop["status"], workshop["dates"]) == ("implemented", [{"start": "2024-05-14", "end": "2024-05-15"}])
    assert workshop["places"] == [{"city": "Valparaíso", "country": "CL"}]
    assert {each["acronym"] for each in workshop["organisations"]} == {"CAF", "ECLAC"}
    assert (guide["status"], guide["rescheduled_to"]) == ("rescheduled", 2025)
    assert course["modality"] == ["virtual"]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"status": "rescheduled"}, ["Guide"]),
        ({"status": ["rescheduled", "implemented"]}, ["Workshop", "Guide", "Virtual"]),
        ({"status": ["rescheduled", "implemented"], "q": "SHELTÉRS"}, ["Virtual"]),
        ({"year": 2024, "country": "cl"}, ["Workshop"]),
        ({"sdg": 13, "year": 2023}, ["Virtual"]),
        ({"date_from": "2024-08-09"}, ["Virtual"]),
        ({"date_from": "2024-05", "date_to": "2024-05-14"}, ["Workshop"]),
        ({"document": REPORT, "year": 2023}, []),
        ({"q": "nothing like this"}, []),
    ],
)
def test_filters_are_or_within_and_and_between(client, filters, expected):
    found = activities(client, **filters)
    assert (titles(found), found["total"]) == (expected, len(expected))


def test_an_organisation_that_is_named_is_found_by_its_slug(client):
    assert titles(activities(client, organisation=["aladi", "cdema"])) == ["Virtual", "Guide"]


def test_pages_follow_each_other(client):
    everything = activities(client)
    assert everything["total"] == len(everything["items"]) == 6
    pages = [activities(client, limit=4, offset=offset)["items"] for offset in (0, 4, 8)]
    assert [len(page) for page in pages] == [4, 2, 0]
    assert [each for page in pages for each in page] == everything["items"]


def test_one_activity_is_what_the_list_has(client):
    for each in activities(client)["items"]:
        assert client.get(f"/api/activities/{each['slug']}").json() == each


def test_an_unknown_slug_is_404_with_what_may_have_been_meant(client):
    slug = activities(client)["items"][0]["slug"]
    response = client.get(f"/api/activities/{slug[:-2]}")
    assert response.status_code == 404
    assert slug in response.json()["detail"]


def test_csv_has_a_row_an_activity(client):
    by_path = client.get("/api/activities.csv", params={"year": 2024})
    by_header = client.get("/api/activities", params={"year": 2024}, headers={"accept": "text/csv"})
    assert by_path.text == by_header.text
    assert by_path.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(by_path.text)))
    assert [row["status"] for row in rows] == ["implemented", "rescheduled", "implemented"]
    assert rows[0]["dates"] == "2024-05-14/2024-05-15"
