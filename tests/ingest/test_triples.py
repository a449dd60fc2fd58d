"""What a document says, as triples: named, spanned, the same each time."""

import re
from dataclasses import replace

import pytest
from pyoxigraph import BlankNode, NamedNode, RdfFormat, Store, parse

from ingest.activities.facts import read_facts
from ingest.extraction import extract
from ingest.metadata import read_document
from ingest.outline.tree import read_outline
from ingest.participations.discrepancies import Discrepancy
from ingest.triples import document_quads
from kg.activities import Activities
from kg.activity_filters import ActivityFilters
from kg.graph import Graph, merged_nquads, sorted_nquads
from kg.linking.documents import link
from kg.terms import BASE, PREFIXES, expand
from kg.validation import validate
from kg.vocabulary import vocabulary_quads

TEXT = """Annual Report of the Harbour Office

SP/CL/XXX.O/DT N° 7-30

This tells of the period November 2029 - October 2030, in which the harbours met.

THEMATIC AREA I. SEA

It serves Goal 14.

PROJECT I.1. PORTS

Activity I.1.1. Meeting of harbour masters

Face-to-face. Lima, Peru. 3 and 4 May. It was organised with CAF and the League of Harbour Pilots (LHP).

**Number of participants:** 63

**SELA member countries (1):** Chile.

Activity I.1.2. Course on cranes

This activity was rescheduled for 2031.

Activity I.1.2. Course on ropes

Virtual. 5 June. It serves SDG 4.

A. Objectives

1. To tie knots.

B. Budget

Paid by the Office.
"""
PROLOGUE = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())


@pytest.fixture(scope="module")
def extraction():
    return extract("a.txt", TEXT)


@pytest.fixture(scope="module")
def graph(extraction):
    store = Store()
    store.bulk_load(extraction.nquads, RdfFormat.N_QUADS)
    return store


@pytest.fixture
def ask(graph):
    def rows(query: str) -> list[tuple[str, ...]]:
        found = graph.query(PROLOGUE + query, use_default_graph_as_union=True)
        return sorted(tuple(term.value.removeprefix(BASE + "id/") if term else "" for term in row) for row in found)

    return rows


def test_it_keeps_to_the_shapes(extraction):
    assert (extraction.violations, extraction.activities) == ((), 3)


def test_there_are_no_blank_nodes_and_one_graph(extraction):
    quads = list(parse(extraction.nquads, RdfFormat.N_QUADS))
    assert not any(isinstance(term, BlankNode) for quad in quads for term in quad)
    assert {quad.graph_name.value for quad in quads} == {f"{BASE}id/graph/sp-cl-xxx-o-dt-n-7-30"}


def test_it_is_sorted_and_the_same_each_time(extraction):
    assert sorted_nquads(parse(extraction.nquads, RdfFormat.N_QUADS)) == extraction.nquads
    assert extract("a.txt", TEXT) == extraction


def test_iris_are_made_of_document_and_codes_with_an_ordinal_on_collision(ask):
    assert [iri for (iri,) in ask("SELECT ?a { ?a a sela:Activity }")] == [
        "activity/sp-cl-xxx-o-dt-n-7-30-i-i-1-i-1-1",
        "activity/sp-cl-xxx-o-dt-n-7-30-i-i-1-i-1-2",
        "activity/sp-cl-xxx-o-dt-n-7-30-i-i-1-i-1-2-2",
    ]


def test_a_digest_names_its_activities_as_the_official_document_does():
    matter = '---\ntitle: Annual Report\nnumber: "SP/CL/XXX.O/DT N° 7-30"\ndigest: true\n---\n'
    digest = extract("a.md", matter + TEXT[TEXT.index("THEMATIC") :])
    activity = f"<{BASE}id/activity/sp-cl-xxx-o-dt-n-7-30-i-i-1-i-1-1>".encode()
    assert digest.slug == "sp-cl-xxx-o-dt-n-7-30-digest"
    assert activity in digest.nquads


def test_the_document_says_what_it_is(ask):
    [row] = ask(
        "SELECT ?title ?number ?kind ?start ?end ?year { ?d a sela:Document ; dcterms:title ?title ;"
        " dcterms:identifier ?number ; sela:documentKind ?kind ; sela:periodStart ?start ; sela:periodEnd ?end ;"
        " sela:coversYear ?year }"
    )
    assert row == (
        "Annual Report of the Harbour Office",
        "SP/CL/XXX.O/DT N° 7-30",
        "annual-report",
        "2029-11",
        "2030-10",
        "2030",
    )


def test_the_outline_hangs_together(ask):
    titles = ask(
        "SELECT ?activity ?project ?area { ?x a sela:Activity ; dcterms:title ?activity ; dcterms:isPartOf ?p ."
        " ?p a sela:Project ; dcterms:title ?project ; dcterms:isPartOf ?r ."
        " ?r a sela:ThematicArea ; dcterms:title ?area }"
    )
    assert titles == [
        ("Course on cranes", "PORTS", "SEA"),
        ("Course on ropes", "PORTS", "SEA"),
        ("Meeting of harbour masters", "PORTS", "SEA"),
    ]


def test_an_activity_says_when_where_and_how(ask):
    assert ask(
        "SELECT ?period ?place ?how ?count { ?a sela:heldDuring ?period ; sela:heldIn ?place ; sela:modality ?how ;"
        " sela:participantCount ?count }"
    ) == [("period/2030-05-03--2030-05-04", "place/lima-pe", expand("sela:face-to-face"), "63")]


def test_a_place_of_which_only_the_country_is_known_has_no_city():
    said = TEXT.replace("Virtual. 5 June. It", "It was held in Chile on 5 June. It")
    extraction = extract("a.txt", said)
    assert extraction.violations == ()
    nquads = [sorted_nquads(vocabulary_quads()), extraction.nquads]
    [course] = Activities(Graph.memory(merged_nquads(nquads))).find(ActivityFilters(q="ropes"))
    assert [(place.city, place.country) for place in course.places] == [(None, "CL")]


def test_who_took_part_is_a_participation_and_a_short_cut(ask):
    assert ask("SELECT ?who ?role { ?p a sela:Participation ; sela:participant ?who ; sela:role ?role }") == [
        ("country/CL", expand("sela:member-country")),
        ("org/caf", expand("sela:partner")),
        ("org/league-of-harbour-pilots", expand("sela:partner")),
    ]
    assert ask("SELECT ?who { ?a sela:involves ?who }") == [
        ("country/CL",), ("org/caf",), ("org/league-of-harbour-pilots",),
    ]  # fmt: skip


def test_an_organisation_that_the_directory_does_not_know_is_described(ask):
    assert ask(
        "SELECT ?o ?label ?acronym { ?o a org:Organization ; skos:prefLabel ?label ; sela:acronym ?acronym }"
    ) == [("org/league-of-harbour-pilots", "League of Harbour Pilots", "LHP")]


def test_every_plain_fact_has_a_statement_whose_span_is_the_sentence(ask):
    said = dict(
        ask(
            "SELECT ?predicate ?text { ?s a rdf:Statement ; rdf:subject ?a ; rdf:predicate ?predicate ;"
            " rdf:object ?o ; prov:wasDerivedFrom/oa:exact ?text . ?a a sela:Activity ; dcterms:title ?title ."
            " ?a ?predicate ?o FILTER(STR(?title) = 'Course on ropes') }"
        )
    )
    assert said == {
        expand("dcterms:title"): "Activity I.1.2. Course on ropes",
        expand("sela:code"): "Activity I.1.2. Course on ropes",
        expand("sela:status"): "Activity I.1.2. Course on ropes",
        expand("sela:modality"): "Virtual.",
        expand("sela:heldDuring"): "5 June.",
        expand("sela:statesGoal"): "It serves SDG 4.",
        expand("sela:objective"): "To tie knots.",
        expand("sela:inheritsGoal"): "It serves Goal 14.",
        expand("sela:budgetNote"): "Paid by the Office.",
    }


def test_a_rescheduled_activity_names_the_year(ask):
    assert ask(
        "SELECT ?title ?year { ?a sela:status sela:rescheduled ; dcterms:title ?title ; sela:rescheduledTo ?year }"
    ) == [("Course on cranes", "2031")]


def test_a_total_that_the_document_contradicts_is_kept_with_its_text():
    document = read_document("a.txt", TEXT)
    outline = read_outline(document)
    facts = read_facts(document, outline, link(TEXT, language="en"))
    start = TEXT.index("**SELA member countries")
    wrong = Discrepancy("member_countries", 1, 2, start, TEXT.index("Activity I.1.2"))
    nquads = sorted_nquads(document_quads(document, outline, [replace(facts[0], discrepancies=(wrong,))], [], []))
    assert validate(nquads).conforms
    [activity] = Activities(Graph.memory(nquads)).find()
    assert [(d.field, d.printed, d.counted) for d in activity.discrepancies] == [("member_countries", 1, 2)]
    assert all(TEXT[d.start : d.end] == d.text for d in activity.discrepancies)


def test_objectives_are_spans(ask):
    assert ask("SELECT ?text { ?a sela:objective/oa:exact ?text }") == [("To tie knots.",)]


def test_what_an_area_states_is_the_areas(ask):
    assert ask("SELECT ?goal { ?area a sela:ThematicArea ; sela:statesGoal ?goal }") == [
        ("http://metadata.un.org/sdg/14",)
    ]


def test_spans_mentions_and_passages_are_verbatim(ask):
    for start, end, text in ask("SELECT ?start ?end ?text { ?x oa:start ?start ; oa:end ?end ; oa:exact ?text }"):
        assert TEXT[int(start) : int(end)] == text
    assert ask("SELECT ?p { ?p a sela:Passage ; sela:mentions ?e }") != []


def test_no_iri_holds_what_an_iri_may_not(extraction):
    for quad in parse(extraction.nquads, RdfFormat.N_QUADS):
        for term in quad:
            if isinstance(term, NamedNode):
                assert re.fullmatch(r"https?://[\w.~:/?#@!$&'()*+,;=%-]+", term.value, re.ASCII), term
