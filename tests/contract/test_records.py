"""`/api/agreements`, `/api/publications` ...: lists of what documents tell beside their activities."""

import csv
import io

import pytest

from ingest.pipeline import ingest
from kg.snapshots import KnowledgeBase
from kg.terms import BASE
from tests.contract.conftest import client_of

REPORT = """# Forty-first Annual Report of the Permanent Secretariat

XLVI Regular Meeting of the Latin American Council
Caracas, Venezuela
25 to 27 November 2020
SP/CL/XLVI.O/DT N° 3-20

## INTRODUCTION

This report covers the period November 2019 - October 2020. It answers to Decision 612, "Lights for every harbour",
adopted by the XLV Regular Meeting of the Latin American Council (Panama City, 18 and 19 November 2019). The Permanent
Secretariat updated the Harbour Depth Index (HDI-P). It also maintains the specialized portal on Free Wharves.

## AREA I. INTRA-REGIONAL RELATIONS

### PROGRAMME: TRADE FACILITATION

#### PROJECT I.1. Ports that talk to each other

**Activity I.1.1. Workshop on tide tables**

The workshop was held in Lima, Peru, on 3 and 4 March 2020 in collaboration with CAF. There the Permanent Secretariat
presented the document [*Tides and tolls: a handbook for pilots*](#) (SP/TT/DT N° 4-20).

IV. INSTITUTIONAL MATTERS

1. Cooperation Agreements

- i) Memorandum of Understanding between the Andean Community (CAN) and SELA to dredge canals (signed on 7 May 2020)
- ii) Letter of Intent. Signed on 9 June with the **Chamber of Pilots of Callao** to train pilots.

2. Partner institutions in the activities

1\tPacific Alliance (PA)
2\tAssociation of Caribbean States (ACS)
"""
INFORME = """# Cuadragésimo segundo Informe Anual de la Secretaría Permanente

XLVII Reunión Ordinaria del Consejo Latinoamericano
Caracas, Venezuela
29 y 30 de noviembre de 2021
SP/CL/XLVII.O/DT N° 3-21

## INTRODUCCIÓN

El presente informe abarca el período noviembre 2020 - octubre 2021. La Secretaría Permanente actualizó el Índice de
Calado de los Puertos (HDI-P) y sigue el Memorando de Entendimiento firmado con la Comunidad Andina (CAN) el 7 de mayo
de 2020. También citó la Decisión N° 612, aprobada por la XLV Reunión Ordinaria del Consejo Latinoamericano, y
distribuyó el documento *Mareas y peajes: manual para prácticos* (SP/TT/DT N° 4-20).

## ÁREA I. RELACIONES INTRARREGIONALES

### PROGRAMA: FACILITACIÓN DEL COMERCIO

#### PROYECTO I.1. Puertos que conversan

**Actividad I.1.1. Taller sobre faros**

El taller se celebró en Quito, Ecuador, el 5 de mayo de 2021.
"""
LISTS = ("agreements", "publications", "indicators", "meetings", "decisions", "networks", "partners")
MEMORANDUM = "memorandum-of-understanding-can-2020-05-07"


@pytest.fixture(scope="module")
def records_kb(tmp_path_factory):
    folder = tmp_path_factory.mktemp("records")
    (folder / "report.md").write_text(REPORT, encoding="utf-8")
    (folder / "informe.md").write_text(INFORME, encoding="utf-8")
    ingest(KnowledgeBase(folder / "kb"), [folder / "report.md", folder / "informe.md"], workers=1)
    return folder / "kb"


@pytest.fixture(scope="module")
def client(records_kb):
    with client_of(records_kb) as client:
        yield client


def found(client, name, **params):
    response = client.get(f"/api/{name}", params=params)
    assert response.status_code == 200, response.text
    return response.json()


def slugs(client, name, **params):
    return [each["slug"] for each in found(client, name, **params)["items"]]


def test_an_agreement_has_type_date_counterparts_and_objective(client):
    memorandum = client.get(f"/api/agreements/{MEMORANDUM}").json()
    assert (memorandum["type"], memorandum["date"]) == ("memorandum-of-understanding", "2020-05-07")
    assert [party["acronym"] for party in memorandum["counterparts"]] == ["CAN"]
    assert memorandum["objective"] == "dredge canals"


def test_what_two_documents_name_in_two_languages_is_one(client):
    everywhere = {
        "agreements": MEMORANDUM,
        "publications": "sp-tt-dt-4-20",
        "decisions": "612",
        "meetings": "xlv-regular",
    }
    for name, slug in everywhere.items():
        record = client.get(f"/api/{name}/{slug}").json()
        assert {document["source"] for document in record["documents"]} == {"report.md", "informe.md"}, name


def test_evidence_is_where_the_document_says_it(client):
    for name in LISTS:
        for record in found(client, name)["items"]:
            assert record["evidence"], record["iri"]
            for at in record["evidence"]:
                text = client.get(f"/api/documents/{at['document']}/text").text
                assert text[at["start"] : at["end"]].strip()


def test_each_list_has_what_the_documents_tell(client):
    assert slugs(client, "indicators") == ["hdi-p"]
    assert slugs(client, "networks") == ["portal-free-wharves"]
    assert slugs(client, "partners") == ["acs", "pacific-alliance"]
    assert slugs(client, "meetings") == ["xlv-regular", "xlvi-regular", "xlvii-regular"]
    (decision,) = found(client, "decisions")["items"]
    assert (decision["title"], decision["meeting"]) == ("Lights for every harbour", BASE + "id/meeting/xlv-regular")


def test_an_activity_names_what_it_published(client):
    (workshop,) = found(client, "activities", document="report.md")["items"]
    assert [each["iri"] for each in workshop["publications"]] == [BASE + "id/publication/sp-tt-dt-4-20"]
    (publication,) = found(client, "publications")["items"]
    assert [each["slug"] for each in publication["activities"]] == [workshop["slug"]]


@pytest.mark.parametrize(
    ("name", "filters", "expected"),
    [
        ("agreements", {"year": 2020, "organisation": "can"}, [MEMORANDUM]),
        ("agreements", {"document": "informe.md"}, [MEMORANDUM]),
        ("agreements", {"q": "PILÓTS"}, ["letter-of-intent-chamber-of-pilots-of-callao-2020-06-09"]),
        ("publications", {"country": "pe"}, ["sp-tt-dt-4-20"]),
        ("publications", {"organisation": "caf"}, ["sp-tt-dt-4-20"]),
        ("publications", {"year": 2019}, []),
        ("indicators", {"year": 2021}, ["hdi-p"]),
        ("meetings", {"year": [2019, 2021]}, ["xlv-regular", "xlvii-regular"]),
    ],
)
def test_filters_are_or_within_and_and_between(client, name, filters, expected):
    assert slugs(client, name, **filters) == expected


@pytest.mark.parametrize("name", LISTS)
def test_lists_have_pages_and_tables(client, name):
    everything = found(client, name)
    assert everything["total"] == len(everything["items"]) > 0
    assert found(client, name, limit=1, offset=1)["items"] == everything["items"][1:2]
    by_path, by_header = client.get(f"/api/{name}.csv"), client.get(f"/api/{name}", headers={"accept": "text/csv"})
    assert by_path.text == by_header.text
    rows = list(csv.DictReader(io.StringIO(by_path.text)))
    assert [row["slug"] for row in rows] == [each["slug"] for each in everything["items"]]


@pytest.mark.parametrize("name", LISTS)
def test_one_is_what_the_list_has_and_its_iri_leads_to_it(client, name):
    for each in found(client, name)["items"]:
        assert client.get(f"/api/{name}/{each['slug']}").json() == each
        assert each["iri"].encode() in client.get("/" + each["iri"].removeprefix(BASE) + ".nt").content


@pytest.mark.parametrize("name", LISTS)
def test_an_unknown_slug_is_404_and_an_unknown_document_400(client, name):
    assert client.get(f"/api/{name}/nothing-like-it").status_code == 404
    response = client.get(f"/api/{name}", params={"document": "none.md"})
    assert (response.status_code, response.headers["content-type"]) == (400, "application/problem+json")


def test_a_passage_names_the_records_in_it(client):
    (first, *_) = client.get("/api/search", params={"q": "Harbour Depth Index"}).json()["results"]
    assert {"iri": BASE + "id/indicator/hdi-p", "label": "Harbour Depth Index", "type": "indicator"} in first[
        "entities"
    ]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (MEMORANDUM, "Andean Community"),
        ("sp-tt-dt-4-20", "Tides and tolls"),
        ("HDI-P", "Harbour Depth Index"),
        ("xlv-regular", "Panama City"),
        ("612", "Lights for every harbour"),
        (BASE + "id/network/portal-free-wharves", "Free Wharves"),
    ],
)
def test_show_knows_a_record_by_slug_or_iri(sela, records_kb, name, said):
    shown = sela("show", name, "--kb", records_kb)
    assert (shown.code, shown.err) == (0, "")
    assert said in shown.out


def test_the_graph_of_both_documents_keeps_to_the_shapes(sela, records_kb):
    assert sela("validate", "--kb", records_kb).code == 0
