"""The same record under one IRI, over documents that name it with more and with less."""

from ingest.extraction import extract
from ingest.records.unity import other_names, unite_records
from kg.terms import BASE
from tests.ingest.records import COVER


def names_over(*texts):
    covers = [COVER.replace("Forty-fourth", f"{44 + n}th") for n in range(len(texts))]
    documents = [extract(f"report-{n}.md", covers[n] + text) for n, text in enumerate(texts)]
    names = other_names(document.nquads for document in documents)
    return {old.removeprefix(f"{BASE}id/"): new.removeprefix(f"{BASE}id/") for old, new in names.items()}, documents


def test_a_title_without_number_an_index_without_acronym_and_a_year_find_what_they_are():
    names, _ = names_over(
        "SELA published the study [Sand bars](#) (SP/SB/DT N° 2-30). "
        "SELA updated the Harbour Depth Index for Lagoons (HDX). "
        "On 4 May 2030, SELA signed a Letter of Intent with CAF.",
        "SELA published the study *Sand bars*. SELA updated the Harbour Depth Index of Lagoons. "
        "In 2030, SELA signed a Letter of Intent with CAF.",
    )
    assert names == {
        "indicator/harbour-depth-index-of-lagoons": "indicator/hdx",
        "instrument/letter-of-intent-caf-2030": "instrument/letter-of-intent-caf-2030-05-04",
        "publication/sand-bars": "publication/sp-sb-dt-2-30",
    }


def test_where_two_could_be_meant_a_record_stays_what_it_is():
    names, _ = names_over(
        "SELA published the study [Sand bars](#) (SP/SB/DT N° 2-30) and the study [Sand bars](#) (SP/SB/DT N° 3-30).",
        "SELA published the study *Sand bars*.",
    )
    assert names == {}


def test_no_triple_keeps_the_other_name_or_the_less_exact_date():
    names, documents = names_over(
        "On 4 May 2030, SELA signed a Letter of Intent with CAF.", "In 2030, SELA signed a Letter of Intent with CAF."
    )
    _, shorter = unite_records(documents)
    graph = shorter.nquads
    assert names and b"letter-of-intent-caf-2030>" not in graph
    assert b"letter-of-intent-caf-2030-05-04> <https://w3id.org/sela-kg/ontology#signed>" not in graph
