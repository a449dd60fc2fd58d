"""The Turtle files and the JSON-LD context: whole, without blank nodes, and of one mind."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, parse

from kg.directory_table import bodies
from kg.terms import ONTOLOGY, PREFIXES, expand, iri
from kg.vocabulary import TURTLE, turtle_quads

FOUR = {"en", "es", "pt", "fr"}


def languages(part: str, predicate: str) -> dict[str, list[str]]:
    """The languages in which each subject has this property."""
    found: dict[str, list[str]] = {}
    for quad in turtle_quads(part):
        if quad.predicate == NamedNode(expand(predicate)) and isinstance(quad.object, Literal):
            found.setdefault(quad.subject.value, []).append(quad.object.language or "")
    return found


@pytest.mark.parametrize("part", TURTLE)
def test_there_are_no_blank_nodes(part):
    quads = list(turtle_quads(part))
    assert quads
    assert not [q for q in quads if isinstance(q.subject, BlankNode) or isinstance(q.object, BlankNode)]


def test_seventeen_goals_have_titles_in_four_languages():
    titles = languages("goals", "skos:prefLabel")
    goals = [f"http://metadata.un.org/sdg/{number}" for number in range(1, 18)]
    assert all(sorted(titles[goal]) == sorted(FOUR) for goal in goals)
    assert all(set(languages("goals", "skos:hiddenLabel")[goal]) == FOUR for goal in goals)
    kinds = [q.subject.value for q in turtle_quads("goals") if q.object == NamedNode(ONTOLOGY + "Goal")]
    assert sorted(kinds) == sorted(goals)


def test_themes_have_names_keywords_and_definitions_in_four_languages():
    for predicate in ("skos:prefLabel", "skos:altLabel", "skos:definition"):
        found = languages("themes", predicate)
        found.pop(iri("theme", "scheme"), None)
        assert len(found) == 20
        assert all(set(spoken) == FOUR for spoken in found.values()), predicate


def test_every_theme_of_a_body_is_described():
    described = set(languages("themes", "skos:definition"))
    assert {iri("theme", theme) for body in bodies() for theme in body.themes} == described


def test_our_own_terms_are_all_declared():
    """Whatever sela: name a file uses stands in sela.ttl."""
    declared = {q.subject.value for q in turtle_quads("ontology")}
    for part in TURTLE:
        used = {
            node.value
            for quad in turtle_quads(part)
            for node in (quad.subject, quad.predicate, quad.object)
            if isinstance(node, NamedNode) and node.value.startswith(ONTOLOGY)
        }
        assert used <= declared, part


def test_the_context_has_a_short_name_for_every_class_and_property():
    context = json.loads((files("ontology") / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    kinds = {NamedNode(expand(k)) for k in ("owl:Class", "owl:ObjectProperty", "owl:DatatypeProperty")}
    for quad in turtle_quads("ontology"):
        if quad.object in kinds:
            name = quad.subject.value.removeprefix(ONTOLOGY)
            entry = context[name]
            assert (entry if isinstance(entry, str) else entry["@id"]) == f"sela:{name}"
    assert {prefix: context[prefix] for prefix in PREFIXES} == PREFIXES


def test_json_with_the_context_says_what_turtle_says():
    context = json.loads((files("ontology") / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    activity = {
        "@context": context,
        "iri": "id:activity/a",
        "type": "Activity",
        "title": "A course",
        "position": 3,
        "unscheduled": False,
        "status": "not-implemented",
        "rescheduledTo": "2032",
        "statesGoal": "sdg:7",
        "prefLabel": {"pt": "Um curso"},
    }
    turtle = """
        PREFIX sela: <https://w3id.org/sela-kg/ontology#>
        PREFIX dcterms: <http://purl.org/dc/terms/>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        <https://w3id.org/sela-kg/id/activity/a> a sela:Activity ; dcterms:title "A course" ;
            sela:position 3 ; sela:unscheduled false ; sela:status sela:not-implemented ;
            sela:rescheduledTo "2032"^^xsd:gYear ; skos:prefLabel "Um curso"@pt ;
            sela:statesGoal <http://metadata.un.org/sdg/7> .
    """
    from_json = {quad.triple for quad in parse(json.dumps(activity), format=RdfFormat.JSON_LD)}
    assert from_json == {quad.triple for quad in parse(turtle, format=RdfFormat.TURTLE)}
