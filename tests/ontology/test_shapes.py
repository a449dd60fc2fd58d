"""The shapes: the small world conforms, and each shape refuses what it is there to refuse."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pyshacl
import pytest
from rdflib import RDF, SH, Graph, URIRef

from kg.terms import PREFIXES

SHAPES = "https://w3id.org/sela-kg/shapes#"
WORLD = Path(__file__).parent.parent / "competency" / "world.ttl"

# For each property shape a class and what one of its members says wrongly; blank where it says nothing.
BROKEN = {
    "title": ("sela:Activity", ""),
    "code": ("sela:Project", "sela:code 7"),
    "in-document": ("sela:Span", "sela:inDocument <http://example.org/no-document>"),
    "is-part-of": ("sela:Programme", "dcterms:isPartOf <http://example.org/a>, <http://example.org/b>"),
    "in-activity": ("sela:Passage", 'sela:inActivity "the course"'),
    "states-goal": ("sela:ThematicArea", "sela:statesGoal <http://metadata.un.org/sdg/18>"),
    "derived-from": ("rdf:Statement", "rdf:object 5"),
    "start": ("sela:Mention", "oa:start 9 ; oa:end 3"),
    "end": ("sela:Passage", 'oa:end "9"'),
    "exact": ("sela:Span", "oa:start 3"),
    "start-date": ("sela:Period", 'schema:startDate "2024-02-30"^^xsd:date'),
    "end-date": ("org:Membership", 'schema:endDate "2024"'),
    "names": ("sela:RegionalBody", 'skos:prefLabel "One"@en , "Two"@en'),
    "names-in-four-languages": ("sela:Goal", 'skos:prefLabel "One"@en , "Uno"@es'),
    "document-number": ("sela:Document", 'dcterms:identifier "1" , "2"'),
    "document-language": ("sela:Document", 'dcterms:language "English"'),
    "document-kind": ("sela:Document", 'sela:documentKind "report"'),
    "document-year": ("sela:Document", "sela:coversYear 2024"),
    "document-period-start": ("sela:Document", 'sela:periodStart "spring"'),
    "document-period-end": ("sela:Document", 'sela:periodEnd "2024-13"^^xsd:gYearMonth'),
    "document-issued": ("sela:Document", 'dcterms:issued "2024-01-01T00:00:00"^^xsd:dateTime'),
    "document-meeting": ("sela:Document", 'sela:meeting "A" , "B"'),
    "document-meeting-place": ("sela:Document", "sela:meetingPlace <http://example.org/caracas>"),
    "document-source-file": ("sela:Document", 'sela:sourceFile ""'),
    "document-is-digest": ("sela:Document", 'sela:isDigest "no"'),
    "document-characters": ("sela:Document", "sela:characterCount -1"),
    "document-replaces": ("sela:Document", 'dcterms:replaces "the digest"'),
    "activity-event-title": ("sela:Activity", 'sela:eventTitle "A" , "B"'),
    "activity-position": ("sela:Activity", "sela:position -1"),
    "activity-unscheduled": ("sela:Activity", "sela:code 1"),
    "activity-status": ("sela:Activity", "sela:status sela:postponed"),
    "activity-rescheduled-to": ("sela:Activity", "sela:rescheduledTo 2025"),
    "activity-modality": ("sela:Activity", "sela:modality sela:hybrid"),
    "activity-held-during": ("sela:Activity", "sela:heldDuring <http://example.org/no-period>"),
    "activity-held-in": ("sela:Activity", "sela:heldIn <http://example.org/no-place>"),
    "activity-participants": ("sela:Activity", 'sela:participantCount "about 60"'),
    "activity-participation": ("sela:Activity", "sela:participation <http://example.org/none>"),
    "activity-involves": ("sela:Activity", "sela:involves <http://example.org/somebody>"),
    "activity-objective": ("sela:Activity", 'sela:objective "to teach"'),
    "activity-expected-result": ("sela:Activity", 'sela:expectedResult "taught"'),
    "activity-budget": ("sela:Activity", "sela:budgetNote 18000"),
    "participation-activity": ("sela:Participation", ""),
    "participation-participant": ("sela:Participation", 'sela:participant "CAF"'),
    "participation-role": ("sela:Participation", "sela:role sela:participant"),
    "participation-printed-name": ("sela:Participation", ""),
    "period-start": ("sela:Period", ""),
    "period-end": ("sela:Period", 'schema:startDate "2024"^^xsd:gYear'),
    "place-name": ("sela:Place", 'schema:name ""'),
    "place-country": ("sela:Place", "sela:country id:VE"),
    "statement-subject": ("rdf:Statement", 'rdf:subject "the course"'),
    "statement-predicate": ("rdf:Statement", ""),
    "statement-object": ("rdf:Statement", "rdf:object 1 , 2"),
    "statement-rule": ("rdf:Statement", "sela:rule 12"),
    "passage-section-path": ("sela:Passage", 'sela:sectionPath "A" , "B"'),
    "passage-mentions": ("sela:Passage", 'sela:mentions "CAF"'),
    "mention-of": ("sela:Mention", "sela:mentions id:a , id:b"),
    "mention-score": ("sela:Mention", "sela:score 1.2"),
    "body-acronym": ("sela:RegionalBody", 'sela:acronym "A" , "B"'),
    "body-notation": ("sela:RegionalBody", 'sela:acronym "A"'),
    "body-kind": ("sela:RegionalBody", 'sela:bodyKind "Development Bank"'),
    "body-scope": ("sela:RegionalBody", 'sela:scope "Latin America"'),
    "body-founded": ("sela:RegionalBody", "schema:foundingDate 1975"),
    "body-instrument": ("sela:RegionalBody", "sela:foundingInstrument 1"),
    "body-headquarters": ("sela:RegionalBody", 'sela:headquarters "Caracas"'),
    "body-homepage": ("sela:RegionalBody", 'foaf:homepage "sela.org"'),
    "body-member": ("sela:RegionalBody", "org:hasMember id:VE"),
    "body-parent": ("sela:RegionalBody", 'org:subOrganizationOf "OAS"'),
    "body-theme": ("sela:RegionalBody", "dcterms:subject id:weather"),
    "body-status": ("sela:RegionalBody", 'sela:bodyStatus "asleep"'),
    "body-source": ("sela:RegionalBody", ""),
    "body-confidence": ("sela:RegionalBody", 'sela:confidence "0.9"'),
    "membership-member": ("org:Membership", "org:member id:VE"),
    "membership-organization": ("org:Membership", ""),
    "membership-role": ("org:Membership", "org:role sela:host"),
    "country-label": ("schema:Country", 'rdfs:label "Peru"@en'),
    "country-code": ("schema:Country", 'skos:notation "PER"'),
    "goal-number": ("sela:Goal", 'skos:notation "05"'),
    "goal-scheme": ("sela:Goal", ""),
}


def turtle(name: str) -> Graph:
    return Graph().parse(data=(files("ontology") / name).read_bytes(), format="turtle")


def broken_world() -> Graph:
    """Every broken thing under the name of the shape that should refuse it, in one graph."""
    lines = [f"PREFIX {prefix}: <{namespace}>" for prefix, namespace in PREFIXES.items()]
    for shape, (kind, wrong) in BROKEN.items():
        lines.append(f"<http://example.org/{shape}> a {kind} {'; ' + wrong if wrong else ''} .")
    return Graph().parse(data="\n".join(lines), format="turtle")


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return turtle("shapes.ttl")


@pytest.fixture(scope="module")
def refused(shapes) -> set[tuple[str, str]]:
    """Which shape refused which thing, by their last names."""
    _, report, _ = pyshacl.validate(broken_world(), shacl_graph=shapes)
    results = report.subject_objects(SH.focusNode)
    return {
        (str(report.value(result, SH.sourceShape)).removeprefix(SHAPES), str(focus).rpartition("/")[2])
        for result, focus in results
    }


def test_the_small_world_conforms(shapes):
    graph = turtle("sela.ttl") + turtle("themes.ttl") + turtle("goals.ttl") + Graph().parse(WORLD)
    conforms, _, text = pyshacl.validate(graph, shacl_graph=shapes)
    assert conforms, text


def test_the_shapes_are_shapes_as_shacl_defines_them(shapes):
    conforms, _, text = pyshacl.validate(Graph(), shacl_graph=shapes, meta_shacl=True)
    assert conforms, text


@pytest.mark.parametrize("shape", BROKEN)
def test_a_shape_refuses_its_broken_example(shape, refused):
    assert (shape, shape) in refused


def test_no_shape_goes_without_a_broken_example_and_a_message(shapes):
    property_shapes = set(shapes.subjects(RDF.type, SH.PropertyShape))
    assert {str(shape).removeprefix(SHAPES) for shape in property_shapes} == set(BROKEN)
    assert all(shapes.value(shape, SH.message) for shape in property_shapes)


def test_the_targets_of_property_shapes_are_the_classes_of_their_node_shapes(shapes):
    def last(name: URIRef) -> str:
        return str(name).replace("#", "/").rpartition("/")[2]

    for shape in shapes.subjects(RDF.type, SH.PropertyShape):
        classes = {last(kind) for kind in shapes.objects(shape, SH.targetClass)}
        assert classes == {last(node) for node in shapes.subjects(SH.property, shape)}, shape
