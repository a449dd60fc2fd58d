"""The shapes: the small world conforms, and each shape refuses what it is there to refuse."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pyshacl
import pytest
from rdflib import RDF, SH, Graph, URIRef

from kg.terms import PREFIXES, expand

SHAPES = "https://w3id.org/sela-kg/shapes#"
WORLD = Path(__file__).parent.parent / "competency" / "world.ttl"

# For each property shape a class and what one of its members says wrongly; blank where it says nothing.
BROKEN = {
    "title": ("sela:Activity", ""),
    "code": ("sela:Project", "sela:code 7"),
    "in-document": ("sela:Span", "sela:inDocument <http://example.org/no-document>"),
    "in-documents": ("sela:Activity", ""),
    "is-part-of": ("sela:Programme", 'dcterms:isPartOf "the area"'),
    "in-activity": ("sela:Passage", 'sela:inActivity "the course"'),
    "states-goal": ("sela:ThematicArea", "sela:statesGoal <http://metadata.un.org/sdg/18>"),
    "states-target": ("sela:Programme", "sela:statesTarget <http://metadata.un.org/sdg/5>"),
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
    "document-version-of": ("sela:Document", "dcterms:isVersionOf <http://example.org/no-work>"),
    "activity-inherits-goal": ("sela:Activity", 'sela:inheritsGoal "7"'),
    "activity-suggests-goal": ("sela:Activity", "sela:suggestsGoal <http://metadata.un.org/sdg/7.1>"),
    "activity-event-title": ("sela:Activity", "sela:eventTitle <http://example.org/title>"),
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
    "page": ("sela:Passage", "sela:page 0"),
    "period-start": ("sela:Period", ""),
    "period-end": ("sela:Period", 'schema:startDate "2024"^^xsd:gYear'),
    "place-name": ("sela:Place", 'schema:name ""'),
    "place-country": ("sela:Place", "sela:country id:VE"),
    "statement-subject": ("rdf:Statement", 'rdf:subject "the course"'),
    "statement-predicate": ("rdf:Statement", ""),
    "statement-object": ("rdf:Statement", "rdf:object 1 , 2"),
    "statement-rule": ("rdf:Statement", "sela:rule 12"),
    "activity-title": ("sela:Activity", 'dcterms:title "A heading that no document has"'),
    "activity-code": ("sela:Activity", 'sela:code "I.1.9"'),
    "correction-of": ("sela:Correction", 'sela:corrects "the forum"'),
    "correction-document": ("sela:Correction", "sela:inDocument <http://example.org/no-document>"),
    "correction-value": ("sela:Correction", "sela:correctedValue 12"),
    "correction-reason": ("sela:Correction", 'sela:correctionReason ""'),
    "correction-who": ("sela:Correction", ""),
    "correction-date": ("sela:Correction", 'dcterms:issued "yesterday"'),
    "field": ("sela:Discrepancy", 'sela:field "Member countries"'),
    "statement-corrected-by": ("rdf:Statement", "sela:correctedBy <http://example.org/nobody>"),
    "discrepancy-activity": ("sela:Discrepancy", ""),
    "discrepancy-printed": ("sela:Discrepancy", 'sela:printedTotal "three"'),
    "discrepancy-counted": ("sela:Discrepancy", "sela:countedTotal 1.5"),
    "passage-section-path": ("sela:Passage", 'sela:sectionPath "A" , "B"'),
    "passage-mentions": ("sela:Passage", 'sela:mentions "CAF"'),
    "mention-of": ("sela:Mention", "sela:mentions id:a , id:b"),
    "mention-score": ("sela:Mention", "sela:score 1.2"),
    "organisation-names": ("org:Organization", 'skos:prefLabel "One"@en , "Two"@en'),
    "organisation-acronym": ("org:Organization", 'sela:acronym "A" , "B"'),
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
    "record-name": ("sela:Indicator", 'skos:prefLabel "without language"'),
    "record-document": ("sela:Network", ""),
    "record-activity": ("sela:Publication", 'sela:inActivity "the course"'),
    "instrument-type": ("sela:CooperationInstrument", 'sela:instrumentType "Letter of Intent"'),
    "instrument-signed": ("sela:CooperationInstrument", 'sela:signed "in spring"'),
    "instrument-counterpart": ("sela:CooperationInstrument", 'sela:counterpart "OLADE"'),
    "instrument-description": ("sela:CooperationInstrument", 'dcterms:description "to dredge"'),
    "publication-title": ("sela:Publication", ""),
    "publication-kind": ("sela:Publication", 'sela:publicationKind "Book"'),
    "publication-number": ("sela:Publication", "dcterms:identifier 7"),
    "publication-issued": ("sela:Publication", 'dcterms:issued "July 2031"'),
    "indicator-acronym": ("sela:Indicator", 'sela:acronym "A" , "B"'),
    "meeting-ordinal": ("sela:CouncilMeeting", 'sela:ordinal "57th"'),
    "meeting-kind": ("sela:CouncilMeeting", 'sela:meetingKind "annual"'),
    "meeting-location": ("sela:CouncilMeeting", "schema:location id:caracas"),
    "decision-number": ("sela:Decision", 'dcterms:identifier "No. 7"'),
    "decision-title": ("sela:Decision", 'dcterms:title "without language"'),
    "decision-adopted-at": ("sela:Decision", "sela:adoptedAt <http://example.org/no-meeting>"),
    "network-kind": ("sela:Network", 'sela:networkKind "web"'),
    "activity-publication": ("sela:Activity", "sela:publication <http://example.org/no-publication>"),
    "document-lists-partner": ("sela:Document", 'sela:listsPartner "OLADE"'),
    "goal-number": ("sela:Goal", 'skos:notation "05"'),
    "goal-scheme": ("sela:Goal", ""),
    "in-series": ("sela:Activity", 'sela:inSeries "the course"'),
    "series-label": ("sela:ActivitySeries", ""),
    "statement-score": ("rdf:Statement", "sela:score 1.2"),
}

# For each property that needs the text behind it, a value that is right in all but that.
UNSTATED = {
    "dcterms:title": '"Forum"',
    "sela:code": '"I.1.2"',
    "sela:eventTitle": '"Ports under the Moon"',
    "sela:status": "sela:implemented",
    "sela:rescheduledTo": '"2032"^^xsd:gYear',
    "sela:modality": "sela:virtual",
    "sela:heldDuring": "id:period\\/2031-03-11--2031-03-13",
    "sela:heldIn": "id:place\\/montevideo-uy",
    "sela:participantCount": "64",
    "sela:budgetNote": '"Paid by the host"',
    "sela:statesGoal": "sdg:7",
    "sela:statesTarget": "<http://metadata.un.org/sdg/7.1>",
    "sela:inheritsGoal": "sdg:7",
    "sela:suggestsGoal": "sdg:7",
    "sela:involves": "id:org\\/sica",
    "sela:objective": "id:span\\/report-2031\\/800-860",
    "sela:expectedResult": "id:span\\/report-2031\\/800-860",
    "sela:participation": "id:participation\\/unsaid",
}
OTHERWISE = ("sela:involves", "sela:participation")  # their text is a participation's
PREFIXED = {expand(name): name for name in UNSTATED}
FORUM = "http://example.org/forum"


def turtle(name: str) -> Graph:
    return Graph().parse(data=(files("ontology") / name).read_bytes(), format="turtle")


def broken_world() -> Graph:
    """Every broken thing under the name of the shape that should refuse it, in one graph."""
    lines = [f"PREFIX {prefix}: <{namespace}>" for prefix, namespace in PREFIXES.items()]
    for shape, (kind, wrong) in BROKEN.items():
        lines.append(f"<http://example.org/{shape}> a {kind} {'; ' + wrong if wrong else ''} .")
    lines.append("<http://example.org/nowhere> a rdf:Statement ; prov:wasDerivedFrom <http://example.org/no-span> .")
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


def world_with(*lines: str) -> Graph:
    """The small world with a forum about which these lines say something."""
    head = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES.items())
    said = "\n".join(lines).replace("FORUM", f"<{FORUM}>")
    return turtle("goals.ttl") + Graph().parse(WORLD) + Graph().parse(data=head + said, format="turtle")


def refused_paths(graph: Graph, shapes: Graph) -> set[str]:
    """The properties of the forum that some shape refuses."""
    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes)
    return {
        PREFIXED.get(str(report.value(result, SH.resultPath)), "")
        for result in report.subjects(SH.focusNode, URIRef(FORUM))
    }


@pytest.fixture(scope="module")
def unstated(shapes) -> set[str]:
    facts = (f"FORUM {name} {value} ." for name, value in UNSTATED.items())
    return refused_paths(world_with("FORUM a sela:Activity .", *facts), shapes)


@pytest.mark.parametrize("name", UNSTATED)
def test_a_fact_without_its_text_is_refused(name, unstated):
    assert name in unstated


def test_the_same_facts_with_their_text_are_not(shapes):
    stated = [name for name in UNSTATED if name not in OTHERWISE]
    facts = [f"FORUM {name} {UNSTATED[name]} ." for name in stated]
    statements = [
        f"id:s{n} a rdf:Statement ; rdf:subject FORUM ; rdf:predicate {name} ; rdf:object {UNSTATED[name]} ;"
        " prov:wasDerivedFrom <https://w3id.org/sela-kg/id/span/report-2031/800-860> ."
        for n, name in enumerate(stated)
    ]
    found = refused_paths(world_with("FORUM a sela:Activity .", *facts, *statements), shapes)
    assert not found & set(stated)


def test_a_statement_that_hangs_in_the_air_is_refused(refused):
    assert ("derived-from", "nowhere") in refused


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
