"""`/api/ask`, `/api/annotate`, `/api/directory`: the fields of the contract."""

import csv
import io

import pytest

from tests.contract.conftest import DOCUMENTS

TEXT = "ALADI and CAF met in Montevideo, Uruguay, to talk about SDG 5 (señoras y señores 🎉): Haití was there."


def test_an_answer_quotes_its_sources_word_for_word(client):
    found = client.get("/api/ask", params={"q": "Who pays for the interpreters?"}).json()
    assert set(found) >= {
        "question", "language", "kind", "answer", "items", "number", "confidence", "sparql", "entities",
        "citations", "nearest", "took_ms",
    }  # fmt: skip
    assert (found["kind"], found["items"], found["number"], found["sparql"]) == ("passages", [], None, None)
    assert 0 < len(found["answer"]) <= 400
    assert 1 <= len(found["citations"]) <= 5
    assert any("interpreters" in each["text"] for each in found["citations"])
    for each in found["citations"]:
        assert set(each) >= {"passage", "document", "text", "start", "end", "record", "source"}
        assert len(each["text"]) <= 800
        text = (DOCUMENTS / each["document"]).read_bytes().decode("utf-8")
        assert text[each["start"] : each["end"]] == each["text"]


def test_a_question_that_nothing_answers_has_no_citations(client):
    found = client.get("/api/ask", params={"q": "ports", "date_from": "2090"}).json()
    assert (found["kind"], found["citations"]) == ("unanswerable", [])
    assert found["answer"]


def test_ask_takes_searchs_filters_and_names_the_entities_it_saw(client):
    params = {"q": "What did CAF pay for in Chile?", "year": 2023}
    found = client.get("/api/ask", params=params).json()
    assert {each["document"] for each in found["citations"]} == {"work-programme-2023.txt"}
    assert [each["text"] for each in found["entities"]] == ["CAF", "Chile"]
    assert all(set(each) >= {"text", "iri", "label"} for each in found["entities"])


def test_annotate_finds_entities_with_their_offsets(client):
    found = client.post("/api/annotate", json={"text": TEXT}).json()
    assert found["language"] == "en"
    for each in found["mentions"]:
        assert set(each) >= {"start", "end", "text", "iri", "label", "type", "score"}
        assert TEXT[each["start"] : each["end"]] == each["text"]
        assert 0 < each["score"] <= 1
    said = {(each["text"], each["type"]) for each in found["mentions"]}
    assert said >= {("ALADI", "organisation"), ("CAF", "organisation"), ("Uruguay", "country"), ("Haití", "country")}
    assert ("http://metadata.un.org/sdg/5", "sdg") in {(each["iri"], each["type"]) for each in found["mentions"]}


def test_annotate_scores_all_goals_best_first_with_the_sentence_that_suggests_each(client):
    text = "The pilots met. Solar panels bring clean energy to every lighthouse. They ate fish."
    found = client.post("/api/annotate", json={"text": text}).json()
    assert sorted(each["goal"] for each in found["sdgs"]) == list(range(1, 18))
    assert [each["score"] for each in found["sdgs"]] == sorted((e["score"] for e in found["sdgs"]), reverse=True)
    best = found["sdgs"][0]
    assert (best["goal"], best["iri"]) == (7, "http://metadata.un.org/sdg/7")
    assert text[slice(*best["evidence"])] == "Solar panels bring clean energy to every lighthouse."
    assert found["sdgs_sampled"] is False


def test_of_a_long_text_only_the_most_telling_parts_are_read_by_meaning(client):
    filler = "The clocks went on at noon, and nothing else did. "
    text = filler * 200 + "Girls and women learn to steer: gender equality. " * 5 + filler * 200
    found = client.post("/api/annotate", json={"text": text}).json()
    assert (found["sdgs"][0]["goal"], found["sdgs_sampled"]) == (5, True)


@pytest.mark.parametrize(("body", "language"), [({"language": "pt"}, "pt"), ({"language": None}, "en"), ({}, "en")])
def test_the_language_of_a_text_may_be_given(client, body, language):
    assert client.post("/api/annotate", json={"text": TEXT, **body}).json()["language"] == language


def test_an_empty_text_names_nothing(client):
    assert client.post("/api/annotate", json={"text": ""}).json()["mentions"] == []


def test_a_body_has_the_fields_of_the_contract(client):
    body = client.get("/api/directory/aladi").json()
    assert set(body) >= {
        "iri", "slug", "acronym", "other_acronyms", "name", "kind", "scope", "purpose", "founded",
        "founding_instrument", "headquarters", "website", "members", "observers", "parent", "predecessors",
        "successors", "themes", "status", "source", "confidence", "activities", "same_as", "match",
    }  # fmt: skip
    assert (body["acronym"], set(body["name"]), body["founded"]) == ("ALADI", {"en", "es", "pt", "fr"}, 1980)
    assert body["headquarters"] == {"city": "Montevideo", "country": "UY"}
    assert {"AR", "BO"} <= set(body["members"])
    assert body["activities"] == 1


def test_the_directory_is_searched_filtered_paged_and_completed(client):
    found = client.get("/api/directory", params={"q": "Asociacion Latinoamericana de Integracion"}).json()
    assert (found["items"][0]["slug"], found["items"][0]["match"]["on"]) == ("aladi", "name")
    with_seat = client.get("/api/directory", params={"hq": "UY", "limit": 100}).json()
    assert with_seat["total"] == len(with_seat["items"]) > 1
    assert all(each["headquarters"]["country"] == "UY" for each in with_seat["items"])
    second = client.get("/api/directory", params={"hq": "UY", "limit": 1, "offset": 1}).json()
    assert second["items"] == with_seat["items"][1:2]
    completed = client.get("/api/directory/complete", params={"q": "ala"}).json()["items"]
    assert "aladi" in {each["slug"] for each in completed}
    assert client.get("/api/directory/complete", params={"q": "a"}).json()["items"] == []


def test_the_directory_is_a_table_too(client):
    everything = client.get("/api/directory.csv")
    assert everything.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(everything.text)))
    assert len(rows) == client.get("/api/directory").json()["total"]
    assert next(row for row in rows if row["slug"] == "aladi")["hq_country"] == "UY"
