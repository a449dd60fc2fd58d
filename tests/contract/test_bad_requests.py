"""Requests that can't be answered, each with its own reason; and the service goes on."""

import json
from urllib.parse import quote
from urllib.request import urlopen

import pytest

from tests.contract.conftest import client_of, service_of

JSON = {"content-type": "application/json"}
MEGABYTES = b"x" * 2_000_001


def detail(response, status):
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    problem = response.json()
    assert set(problem) >= {"type", "title", "status", "detail"}
    assert problem["status"] == status
    return problem["detail"]


@pytest.mark.parametrize("path", ["/api/search", "/api/ask"])
@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("", "q"),
        ("q=", "empty"),
        ("q=%20%00%0A", "empty"),
        ("q=" + "x" * 8_001, "8,000"),
        ("q=ports&year=soon", "year"),
        ("q=ports&sdg=18", "1 to 17"),
        ("q=ports&country=ZZ", "alpha-2"),
        ("q=ports&organisation=nobody", "/api/directory"),
        ("q=ports&document=nowhere", "sp-cl-xlviii-o-dt-n-2-22"),
        ("q=ports&theme=magic", "trade"),
        ("q=ports&date_from=May", "date_from"),
        ("q=ports&date_to=2024-02-30", "YYYY-MM-DD"),
    ],
)
def test_a_search_that_can_not_be_made_says_what_to_change(client, path, query, reason):
    assert reason in detail(client.get(f"{path}?{query}"), 400)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/api/search?q=ports&mode=fuzzy", "hybrid"),
        ("/api/search?q=ports&type=person", "organisation"),
        ("/api/search?q=ports&limit=0", "limit"),
        ("/api/search?q=ports&limit=101", "100"),
        ("/api/search?q=ports&offset=-1", "offset"),
        ("/api/activities?limit=0", "limit"),
        ("/api/activities?limit=101", "100"),
        ("/api/activities?status=done", "planned, implemented, rescheduled"),
        ("/api/activities?country=ZZ", "alpha-2"),
        ("/api/activities?document=nowhere", "sp-cl-xlviii-o-dt-n-2-22"),
        ("/api/activities?organisation=nobody", "/api/directory"),
        ("/api/activities?sdg=0", "1 to 17"),
        ("/api/activities?q=" + "x" * 8_001, "8000"),
        ("/api/documents?limit=101", "100"),
        ("/api/directory?limit=101", "100"),
        ("/api/directory?kind=club", "Use one of"),
        ("/api/directory?q=" + "x" * 8_001, "8,000"),
        ("/?q=" + "x" * 8_001, "8000"),
    ],
)
def test_a_value_that_is_not_allowed_is_400_and_says_which_are(client, path, reason):
    assert reason in detail(client.get(path), 400)


@pytest.mark.parametrize(
    "path", ["/nowhere", "/api/documents/nowhere", "/api/documents/nowhere/text", "/api/activities/nowhere",
             "/api/directory/nowhere-at-all", "/api/passages/nowhere/0-1", "/api/series/no-such", "/id/org/nobody"]
)  # fmt: skip
def test_what_is_not_there_is_404(client, path):
    assert detail(client.get(path), 404)


def test_a_method_that_is_not_offered_is_405_and_says_which_are(client):
    response = client.delete("/api/stats")
    assert "DELETE" in detail(response, 405)
    assert "GET" in response.headers["allow"]


@pytest.mark.parametrize(
    "q", ["the of and", "¿qué es la de los?", "\ufdfa" * 20, "a\0b", "\0ports", "x" * 8_000, "?!", "🎉", "的" * 500]
)
def test_a_strange_query_gets_an_answer(client, q):
    for path in ("/api/search", "/api/ask"):
        response = client.get(path, params={"q": q})
        assert response.status_code == 200, response.text
    assert client.get("/", params={"q": q}).status_code == 200


def test_half_a_surrogate_pair_in_an_address_is_replaced(client):
    found = client.get("/api/search?q=ports%20%ED%A0%80%20cargo").json()
    assert "\ufffd" in found["query"]
    assert found["total"] > 0


def test_half_a_surrogate_pair_in_a_body_is_replaced_and_offsets_stay(client):
    body = b'{"text": "\\ud800 ALADI met"}'
    response = client.post("/api/annotate", content=body, headers=JSON)
    [mention] = response.json()["mentions"]
    assert (mention["start"], mention["end"], mention["text"]) == (2, 7, "ALADI")


@pytest.mark.parametrize("text", ["\ufdfa" * 20, "a\0b ALADI", "x" * 100_000, "the of", "ALADI " * 2_000, "\r\n\t"])
def test_a_strange_text_is_annotated(client, text):
    found = client.post("/api/annotate", json={"text": text}).json()
    assert all(text[each["start"] : each["end"]] == each["text"] for each in found["mentions"])


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "body"), (b"{", "JSON"), (b"[]", "body"), (b"{}", "text"), (b'{"text": 5}', "text"),
        (b"\xff\xfe", "JSON"),
        (b'{"text": null}', "text"), (b'{"text": "a", "language": "de"}', "language"), (b"[" * 100_000, "JSON"),
    ],
)  # fmt: skip
def test_a_body_that_can_not_be_read_says_why(client, body, reason):
    response = client.post("/api/annotate", content=body, headers=JSON)
    assert reason in detail(response, 400)


def test_a_body_of_another_type_is_told_which_to_send(client):
    assert "application/json" in detail(client.post("/api/annotate", data={"text": "ALADI"}), 400)


def test_a_body_over_the_limit_is_413_and_the_service_goes_on(service):
    for path, kind in (("/api/annotate", "application/json"), ("/sparql", "application/sparql-query")):
        response = service.post(path, content=MEGABYTES, headers={"content-type": kind})
        assert "2,000,000" in detail(response, 413)
    assert service.get("/health/live").status_code == 200


def test_a_body_that_does_not_say_its_length_is_413_too(service):
    for path, kind in (("/api/annotate", "application/json"), ("/sparql", "application/sparql-query")):
        pieces = (b'"' + b"x" * 99_999 for _ in range(30))
        response = service.post(path, content=pieces, headers={"content-type": kind})
        assert "2,000,000" in detail(response, 413)
    assert service.get("/health/live").status_code == 200


def test_a_body_just_under_the_limit_is_read(service):
    text = "ports and ships " * 124_000
    body = json.dumps({"text": text, "language": "en"})
    assert 1_980_000 < len(body) <= 2_000_000
    assert service.post("/api/annotate", content=body, headers=JSON).status_code == 200


def test_a_client_over_its_rate_is_429_and_told_when_to_come_back(kb):
    with client_of(kb, rate_limit=1) as client:
        answers = [client.get("/api/stats") for _ in range(20)]
        refused = [each for each in answers if each.status_code != 200]
        assert answers[0].status_code == 200
        assert refused
        assert "requests a second" in detail(refused[-1], 429)
        assert int(refused[-1].headers["retry-after"]) >= 1
        assert client.get("/health/live").status_code == 200


def test_the_rate_limit_of_the_command_line_counts(kb):
    with service_of(kb, "--rate-limit", "1") as service:
        assert 429 in {service.get("/api/stats").status_code for _ in range(20)}


def test_the_page_shows_what_was_asked_as_text(client):
    for script in ("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7*7 }}"):
        page = client.get("/", params={"q": f"ports {script}"})
        assert page.headers["content-type"] == "text/html; charset=utf-8"
        assert script not in page.text or "<" not in script
        assert "<img" not in page.text
        assert "<script" not in page.text
        assert " 49 " not in page.text
        assert "default-src 'none'" in page.headers["content-security-policy"]


def test_the_page_shows_passages_and_leads_to_their_activities(client):
    page = client.get("/", params={"q": "hurricane shelters"})
    assert "Virtual course on hurricane shelters" in page.text
    assert "<mark>" in page.text
    assert 'href="/id/activity/' in page.text
    assert "WORK PROGRAMME FOR THE YEAR 2023" in client.get("/").text


def test_an_answer_to_another_site_does_not_open_the_door(client):
    page = client.get("/", headers={"host": "evil.example", "origin": "http://evil.example"})
    assert "evil.example" not in page.text
    assert "access-control-allow-credentials" not in page.headers


@pytest.mark.parametrize("letter", ["的", "🎉"])
def test_a_query_of_the_full_length_fits_into_an_address_in_any_script(service, letter):
    with urlopen(f"{service.base_url}/api/search?q={quote(letter * 8_000)}") as response:  # httpx takes none so long
        assert response.status == 200


@pytest.mark.parametrize("path", ["/", "/api/stats", "/id/org/caf", "/id/org/caf.ttl", "/sparql?query=ASK{}", "/x"])
def test_head_is_get_without_the_body(service, path):
    head, get = service.head(path), service.get(path)
    assert (head.status_code, head.headers.get("content-type")) == (get.status_code, get.headers.get("content-type"))
    assert head.content == b""
