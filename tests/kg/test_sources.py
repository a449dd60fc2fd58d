"""The facts about an entity with where each comes from, over a small world of its own."""

import pytest
from pyoxigraph import RdfFormat, parse

from kg.graph import Graph
from kg.sources import sourced_facts
from kg.terms import PREFIXES, expand

WORLD = """
:fair a sela:Activity ; sela:code "7" ; sela:objective :s1 ; sela:participation :p ; prov:wasDerivedFrom :s1 .
:p a sela:Participation ; sela:inActivity :fair ; sela:participant :league ; sela:role sela:partner ;
   sela:rule "says-partner" ; prov:wasDerivedFrom :s2 .
:a a rdf:Statement ; rdf:subject :fair ; rdf:predicate sela:code ; rdf:object "7" ; prov:wasDerivedFrom :s1 ;
   sela:rule "heading" .
:b a rdf:Statement ; rdf:subject :fair ; rdf:predicate sela:code ; rdf:object "7" ; prov:wasDerivedFrom :s2 ;
   sela:rule "heading" .
:s1 a sela:Span . :s2 a sela:Span .
:m a sela:Mention ; sela:mentions :league ; sela:inDocument :report ; sela:inActivity :fair ; oa:start 3 ; oa:end 9 ;
   sela:score 0.9 .
"""


@pytest.fixture(scope="module")
def facts():
    head = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items()) + "PREFIX : <http://e/>\n"
    lines = "".join(f"{quad.triple} <http://e/g> .\n" for quad in parse((head + WORLD).encode(), RdfFormat.TURTLE))
    graph = Graph.memory(lines.encode())
    return lambda name: {
        (row["subject"][9:], row["property"].replace(expand("sela:"), ""), str(row["value"]), *row["sources"])
        for row in sourced_facts(graph, f"http://e/{name}")
    }


def test_an_activitys_values_come_from_statements_spans_and_participations(facts):
    assert facts("fair") == {
        ("fair", "code", "7", "http://e/a", "http://e/b"),
        ("fair", "objective", "http://e/s1", "http://e/s1"),
        ("fair", "participation", "http://e/p", "http://e/p"),
    }


def test_an_organisation_is_known_by_its_participations_and_mentions(facts):
    assert facts("league") == {
        ("fair", "participation", "http://e/p", "http://e/p"),
        ("fair", "mentions", "http://e/league", "http://e/m"),
    }


def test_the_values_of_what_comes_from_a_text_as_a_whole_come_from_there(facts):
    assert {row[1] for row in facts("p")} == {"inActivity", "participant", "role"}
    assert {row[3] for row in facts("p")} == {"http://e/p"}


def test_a_statement_is_about_its_subject(facts):
    assert facts("a") == {("fair", "code", "7", "http://e/a")}


def test_what_comes_from_no_text_has_no_facts(facts):
    assert facts("report") == facts("nowhere") == set()
