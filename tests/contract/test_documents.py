"""`/api/documents`, `/api/passages`, `/api/stats`, health."""

import csv
import io

from kg.snapshots import KnowledgeBase
from tests.contract.conftest import DOCUMENTS, PROGRAMME, REPORT

FIELDS = {
    "iri", "slug", "title", "number", "language", "kind", "years", "period", "published", "meeting", "place", "source",
    "digest", "translations", "characters", "passages", "activities",
}  # fmt: skip


def documents(client):
    return client.get("/api/documents").json()


def test_a_document_has_the_fields_of_the_contract(client):
    found = documents(client)
    assert found["total"] == len(found["items"]) == 2
    report, programme = found["items"]
    assert set(report) >= FIELDS
    assert (report["source"], report["number"], report["kind"], report["language"]) == (
        REPORT, "SP/CL/L.O/D N° 7-24", "annual-report", "en"
    )  # fmt: skip
    assert report["period"] == {"start": "2024-01", "end": "2024-12"}
    assert (report["years"], programme["years"]) == ([2024], [2023])
    assert (report["published"], report["digest"], report["translations"]) == (None, False, [])
    assert (report["activities"], programme["kind"]) == (3, "work-programme")
    assert report["characters"] == len((DOCUMENTS / REPORT).read_text(encoding="utf-8"))


def test_a_document_is_found_by_slug_and_by_file(client):
    for each in documents(client)["items"]:
        assert client.get(f"/api/documents/{each['slug']}").json() == each
        assert client.get(f"/api/documents/{each['source']}").json() == each


def test_the_text_of_a_document_is_what_was_ingested(client):
    for name in (PROGRAMME, REPORT):
        response = client.get(f"/api/documents/{name}/text")
        assert response.headers["content-type"] == "text/plain; charset=utf-8"
        assert response.content == (DOCUMENTS / name).read_bytes()


def test_documents_are_a_table_too(client):
    by_path = client.get("/api/documents.csv")
    assert by_path.text == client.get("/api/documents", headers={"accept": "text/csv"}).text
    assert [row["source"] for row in csv.DictReader(io.StringIO(by_path.text))] == [REPORT, PROGRAMME]


def test_a_passage_is_there_at_its_place_only(client):
    passage = client.get("/api/search", params={"q": "hurricane shelters"}).json()["results"][0]
    slug, start, end = passage["document"]["slug"], passage["passage"]["start"], passage["passage"]["end"]
    found = client.get(f"/api/passages/{slug}/{start}-{end}").json()
    assert found["text"] == passage["passage"]["text"]
    for span in (f"{start}-{end + 1}", f"{start}", "a-b", "-", f"{start}-{end}-1", "9" * 50 + "-1"):
        assert client.get(f"/api/passages/{slug}/{span}").status_code == 404
    assert client.get(f"/api/passages/nowhere/{start}-{end}").status_code == 404


def test_stats_count_what_is_there(client, kb):
    stats = client.get("/api/stats").json()
    assert (stats["documents"], stats["activities"]) == (2, 6)
    assert stats["activities_by_status"] == {"implemented": 2, "planned": 3, "rescheduled": 1}
    assert stats["activities_by_year"] == {"2023": 3, "2024": 3}
    assert stats["passages"] == sum(each["passages"] for each in documents(client)["items"])
    assert min(stats["triples"], stats["organisations"], stats["countries"], stats["goals"]) > 0
    snapshot = KnowledgeBase(kb).current()
    assert stats["snapshot"] == {"id": snapshot.id, "created": snapshot.manifest["created"]}


def test_health_says_that_it_lives_and_what_answers(client, kb):
    assert client.get("/health/live").json() == {"status": "live"}
    ready = client.get("/health/ready").json()
    assert ready == {"status": "ready", "snapshot": KnowledgeBase(kb).current().id, "fault": None}
