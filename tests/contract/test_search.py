"""`/api/search`: the fields of the contract, filters, facets, pages and modes."""

import csv
import io

import pytest

from tests.contract.conftest import DOCUMENTS, PROGRAMME, REPORT

QUESTION = "How do harbours exchange data about cargo?"


def search(client, q=QUESTION, **params):
    response = client.get("/api/search", params={"q": q, **params})
    assert response.status_code == 200, response.text
    return response.json()


def source_text(name):
    return (DOCUMENTS / name).read_bytes().decode("utf-8")


def test_an_answer_has_the_fields_of_the_contract(client):
    found = search(client)
    assert set(found) >= {"query", "language", "mode", "took_ms", "total", "results", "facets"}
    assert (found["query"], found["language"], found["mode"]) == (QUESTION, "en", "hybrid")
    assert isinstance(found["took_ms"], float)
    assert set(found["facets"]) >= {"document", "country", "organisation", "sdg", "year"}
    for counts in found["facets"].values():
        assert all(set(each) == {"value", "label", "count"} for each in counts)


def test_a_result_says_what_was_found_where(client):
    first = search(client)["results"][0]
    assert first["activity"]["title"] == "Workshop on cargo data shared by ports"
    assert set(first["activity"]) >= {"iri", "slug", "code", "title"}
    assert set(first["document"]) >= {"iri", "slug", "title", "years", "source"}
    assert first["section"] == [
        "AREA I. ECONOMIC RECOVERY", "PROGRAMME I. TRADE FACILITATION",
        "PROJECT I.1. Ports that talk to each other", "ACTIVITY I.1.1. Workshop on cargo data shared by ports",
    ]  # fmt: skip
    assert set(first["scores"]) == {"dense", "lexical"}
    assert first["passage"]["page"] is None
    assert {e["type"] for e in first["entities"]} <= {"organisation", "country", "sdg", "place"}
    assert "Chile" in {e["label"] for e in first["entities"]}


def test_every_passage_is_a_verbatim_slice_of_its_source(client):
    results = search(client, limit=100)["results"]
    assert {each["document"]["source"] for each in results} == {PROGRAMME, REPORT}
    for each in results:
        passage = each["passage"]
        assert source_text(each["document"]["source"])[passage["start"] : passage["end"]] == passage["text"]
        assert 0 < len(passage["text"]) <= 2_500
        for start, end in passage["highlights"]:
            assert 0 <= start < end <= len(passage["text"])


def test_scores_are_relative_and_fall(client):
    results = search(client, limit=100)["results"]
    scores = [each["score"] for each in results]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert [each["rank"] for each in results] == list(range(1, len(results) + 1))


def test_a_repeated_filter_is_or_and_two_filters_are_and(client):
    total = search(client)["total"]
    by_year = {year: search(client, year=year)["total"] for year in (2023, 2024)}
    assert all(by_year.values())
    assert search(client, year=[2023, 2024])["total"] == sum(by_year.values()) == total
    assert search(client, year=2023, document=REPORT)["total"] == 0
    in_chile = search(client, country="cl")["total"]
    assert 0 < search(client, country="CL", year=2024)["total"] < in_chile


@pytest.mark.parametrize("name", ["document", "country", "organisation", "sdg", "year"])
def test_a_facet_counts_what_choosing_it_gives(client, name):
    facet = search(client)["facets"][name]
    assert facet
    for each in facet:
        assert search(client, **{name: each["value"]})["total"] == each["count"], each


def test_dates_narrow_to_what_overlaps_them(client):
    programme = search(client, date_to="2023-12-31")["results"]
    assert {each["document"]["source"] for each in programme} == {PROGRAMME}
    assert search(client, date_from="2024-08-07", date_to="2024-08", sdg=13)["total"] <= 1
    assert search(client, date_from="2030")["total"] == 0


def test_a_document_may_be_named_by_slug_or_by_file(client):
    slug = search(client)["results"][0]["document"]["slug"]
    source = search(client)["results"][0]["document"]["source"]
    by_slug, by_file = search(client, document=slug), search(client, document=source)
    assert by_slug["results"] == by_file["results"]


def test_pages_follow_each_other_without_gap_or_repeat(client):
    everything = search(client, limit=100)
    pages = [search(client, limit=3, offset=offset) for offset in range(0, everything["total"], 3)]
    assert [each for page in pages for each in page["results"]] == everything["results"]
    assert {page["total"] for page in pages} == {everything["total"]}
    assert search(client, offset=1_000)["results"] == []


@pytest.mark.parametrize(("mode", "silent"), [("dense", "lexical"), ("lexical", "dense")])
def test_a_mode_uses_its_own_index(client, mode, silent):
    results = search(client, mode=mode)["results"]
    assert results
    assert all(each["scores"][silent] == 0 for each in results)


def test_a_question_in_another_language_finds_the_same_activity(client):
    for q, language in (
        ("¿Cómo intercambian datos los puertos sobre la carga?", "es"),
        ("Como os portos trocam dados sobre as cargas dos navios?", "pt"),
        ("Comment les ports échangent-ils des données sur les cargaisons ?", "fr"),
    ):
        found = search(client, q)
        assert found["language"] == language
        assert found["results"][0]["activity"]["code"] == "I.1.1"


def test_with_type_activity_a_result_is_the_activity_itself(client):
    found = search(client, type="activity")
    first = found["results"][0]
    assert "passage" not in first
    assert first["activity"] == client.get(f"/api/activities/{first['activity']['slug']}").json()
    slugs = [each["activity"]["slug"] for each in found["results"]]
    assert len(slugs) == len(set(slugs)) == found["total"] == 6


def test_with_type_organisation_a_result_is_the_body_itself(client):
    found = search(client, type="organisation")
    assert {each["organisation"]["acronym"] for each in found["results"]} >= {"CAF", "ECLAC", "ALADI"}
    caf = next(each["organisation"] for each in found["results"] if each["organisation"]["acronym"] == "CAF")
    assert caf == client.get("/api/directory/caf").json()


def test_a_passage_leads_to_itself(client):
    for each in search(client)["results"]:
        path = each["passage"]["iri"].partition("/id/passage/")[2]
        alone = client.get(f"/api/passages/{path}").json()
        assert {**alone, "highlights": None} == {
            **each["passage"],
            "highlights": None,
            **{name: each[name] for name in ("document", "section", "activity", "entities")},
        }


def test_csv_has_a_row_a_result(client):
    params = {"q": QUESTION, "limit": 4}
    by_header = client.get("/api/search", params=params, headers={"accept": "text/csv"})
    by_path = client.get("/api/search.csv", params=params)
    assert by_header.text == by_path.text
    assert by_path.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(by_path.text)))
    assert [row["rank"] for row in rows] == ["1", "2", "3", "4"]
    assert rows[0]["text"] == search(client)["results"][0]["passage"]["text"]
