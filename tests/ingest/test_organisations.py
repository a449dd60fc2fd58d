"""Organisations of several documents: one IRI, all their names."""

import re

from pyoxigraph import RdfFormat, Store

from ingest.extraction import extract
from ingest.organisations import merge_organisations
from kg.graph import merged_nquads
from kg.terms import PREFIXES
from kg.validation import validate

PLAN = """Work Programme for the Year 2029

PROJECT I.1. PORTS

ACTIVITY I.1.1. Meeting of masters

Organised with the Peruvian Ministry of Boats (MIBO) and the League of Harbour Pilots (LHP).
The Ministry of Winds came, too.
"""
REPORT = """Annual Report 2030

PROJECT I.1. PORTS

ACTIVITY I.1.1. Meeting of masters

Organised with the Ministry of Boats of Peru, the Harbour Pilots League and the Ministry of Winds.
"""
PROLOGUE = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())


def extractions():
    return [extract("plan.txt", PLAN), extract("report.txt", REPORT)]


def names(merged, predicate: str) -> set[tuple[str, str]]:
    store = Store()
    store.bulk_load(merged_nquads(each.nquads for each in merged), RdfFormat.N_QUADS)
    query = f"{PROLOGUE} SELECT ?org ?name {{ GRAPH ?graph {{ ?org a org:Organization ; {predicate} ?name }} }}"
    return {(row["org"].value.rsplit("/", 1)[-1], row["name"].value) for row in store.query(query)}


def test_an_organisation_has_one_iri_and_all_its_names():
    merged = merge_organisations(extractions())
    assert ("ministry-of-boats-of-peru", "Peruvian Ministry of Boats") in names(merged, "skos:prefLabel|skos:altLabel")
    assert ("ministry-of-boats-of-peru", "Ministry of Boats of Peru") in names(merged, "skos:prefLabel|skos:altLabel")
    assert {name for _, name in names(merged, "skos:notation")} == {"MIBO", "LHP"}
    pilots = {slug for slug, name in names(merged, "skos:prefLabel|skos:altLabel") if "Pilots" in name}
    assert len(pilots) == 1


def test_a_ministry_of_no_known_country_is_its_documents_own():
    winds = {slug for slug, name in names(merge_organisations(extractions()), "skos:prefLabel") if "Winds" in name}
    assert len(winds) == 2


def test_passages_point_to_the_shared_iris_and_the_shapes_still_hold():
    merged = merge_organisations(extractions())
    named = {entity for each in merged for passage in each.passages for entity in passage.entities}
    for entity in named:
        assert any(f"<{entity}>".encode() in each.nquads for each in merged)
    assert not any(validate(each.nquads).violations for each in merged)


def test_the_order_of_documents_makes_no_difference():
    there, back = merge_organisations(extractions()), merge_organisations(extractions()[::-1])
    assert [each.nquads for each in there] == [each.nquads for each in back[::-1]]


def test_one_organisation_takes_one_part_in_an_activity():
    text = REPORT.replace("the Harbour Pilots League", "the Harbour Pilots League and the League of Harbour Pilots")
    (merged,) = merge_organisations([extract("report.txt", text)])
    parts = re.findall(r"<\S+/participation/(\S+)> <\S+#participant> <\S+/(\S*pilots\S*)>", merged.nquads.decode())
    assert len(parts) == len({organisation for _, organisation in parts}) == 1
