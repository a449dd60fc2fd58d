"""Corrections: what a value means, what it does to the graph, and when it no longer fits."""

from dataclasses import replace

import pytest
from pyoxigraph import NamedNode

from ingest.corrections.applying import apply_corrections
from ingest.corrections.table import Correction, corrections_hash, read_corrections, write_corrections
from ingest.extraction import extract
from kg.activities import Activities
from kg.errors import InvalidInput
from kg.graph import Graph, merged_nquads, sorted_nquads
from kg.sources import sourced_facts
from kg.terms import expand, iri
from kg.validation import validate
from kg.vocabulary import vocabulary_quads
from search.passages import Passage

TEXT = """Annual Report of the Harbour Office

SP/CL/XXX.O/DT N° 7-30

This tells of the period November 2029 - October 2030, in which the harbours met.

PROJECT I.1. PORTS

Activity I.1.1. Meeting of harbour masters

Face-to-face. Lima, Peru. 3 and 4 May. It was organised with CAF. A paper by OLACDE lay on the table. It serves SDG 14.

**Number of participants:** 63

**SELA member countries (2):** Chile, Uruguay.
"""
DOCUMENT = "sp-cl-xxx-o-dt-n-7-30"
MEETING = f"{DOCUMENT}-i-1-i-1-1"
KNOWN = [iri("country", code) for code in ("CL", "UY", "PE", "ES", "BO")] + [
    iri("org", slug) for slug in ("caf", "eclac", "olacde", "olade")
]


def correction(field, value, *, entity=MEETING, document=DOCUMENT):
    return Correction(document, entity, field, value, "The minutes say so", "records office", "2031-02-03")


@pytest.fixture(scope="module")
def graph():
    extraction = extract("a.txt", TEXT)
    assert extraction.violations == ()
    described = [q for q in vocabulary_quads() if isinstance(q.subject, NamedNode) and q.subject.value in KNOWN]
    return merged_nquads([sorted_nquads(described), extraction.nquads])


def corrected(graph, *corrections):
    """The meeting after some corrections, all of which fit."""
    done = apply_corrections(graph, corrections)
    assert [outcome.unfit for outcome in done.outcomes] == [None] * len(corrections)
    assert [v for v in validate(done.nquads).violations if iri("activity", MEETING) in (v.focus, v.value)] == []
    [meeting] = Activities(Graph.memory(done.nquads)).find()
    return meeting


def misfit(graph, *corrections):
    """Why the last of some corrections doesn't fit; it changes nothing."""
    done = apply_corrections(graph, corrections)
    assert done.nquads == apply_corrections(graph, corrections[:-1]).nquads
    return done.outcomes[-1].unfit


def test_without_corrections_the_graph_is_the_same_bytes(graph):
    assert apply_corrections(graph, ()).nquads is graph


@pytest.mark.parametrize(
    ("field", "value", "becomes"),
    [
        ("status", "suspended", "suspended"),
        ("rescheduled_to", "2032", 2032),
        ("modality", "virtual", ("virtual",)),
        ("modality", "+virtual", ("face-to-face", "virtual")),
        ("modality", "", ()),
        ("participants", "64", 64),
        ("participants", "", None),
        ("member_countries", "UY|BO", ("BO", "UY")),
        ("member_countries", "+BO|-CL", ("BO", "UY")),
        ("member_countries", "", ()),
        ("other_countries", "es", ("ES",)),
        ("title", "Meeting of the harbour masters", "Meeting of the harbour masters"),
        ("event_title", "Harbours of tomorrow", "Harbours of tomorrow"),
        ("code", "I.1.7", "I.1.7"),
        ("code", "", None),
    ],
)
def test_a_corrected_value_takes_the_place_of_the_extracted_one(graph, field, value, becomes):
    meeting = corrected(graph, correction(field, value))
    assert getattr(meeting, field) == becomes
    assert meeting.corrected == (field,)


def test_dates_are_corrected_and_the_years_with_them(graph):
    meeting = corrected(graph, correction("dates", "2029-12-30/2030-01-02|2030-04"))
    assert [(d.start, d.end) for d in meeting.dates] == [("2029-12-30", "2030-01-02"), ("2030-04", "2030-04")]
    assert meeting.years == (2029, 2030)
    undated = corrected(graph, correction("dates", ""))
    assert (undated.dates, undated.years) == ((), (2030,))


def test_the_passages_of_an_activity_with_corrected_dates_are_found_under_them(graph):
    from ingest.corrections.passages import redated

    own = Passage(document=DOCUMENT, start=0, end=9, activity=MEETING, years=(2030,))
    done = apply_corrections(graph, [correction("dates", "2029-12")])
    [passage, other] = redated([own, replace(own, activity=None)], done.dates)
    assert (passage.years, passage.dates) == ((2029,), (("2029-12", "2029-12"),))
    assert (other.years, other.dates) == (own.years, own.dates)


def test_places_and_goals_are_corrected(graph):
    meeting = corrected(graph, correction("places", "Callao, PE"), correction("sdgs", "+9|-14"))
    assert [(place.city, place.country) for place in meeting.places] == [("Callao", "PE")]
    assert [stated.goal for stated in meeting.sdgs] == [9]


def test_a_goal_that_was_only_inferred_can_be_confirmed_or_taken_out(graph):
    activity, goal = iri("activity", MEETING), "http://metadata.un.org/sdg/9"
    line = f"<{activity}> <{expand('sela:suggestsGoal')}> <{goal}> <{iri('graph', DOCUMENT)}> .\n"
    inferred = merged_nquads([graph, line.encode()])
    confirmed, gone = (
        Graph.memory(apply_corrections(inferred, [correction("sdgs", value)]).nquads) for value in ("+9", "-9")
    )
    query = "SELECT ?how { ?activity ?how ?goal }"
    assert confirmed.select(query, activity=activity, goal=goal) == [{"how": expand("sela:statesGoal")}]
    assert gone.select(query, activity=activity, goal=goal) == []


def test_organisations_are_put_in_and_taken_out_with_their_role(graph):
    meeting = corrected(graph, correction("organisations", "+eclac:host|-caf:partner|+caf:funder"))
    roles = {(each.iri.rpartition("/")[2], each.role) for each in meeting.organisations}
    assert roles >= {("eclac", "host"), ("caf", "funder")}
    assert ("caf", "partner") not in roles
    assert meeting.involves("eclac")


def test_who_takes_part_is_no_longer_merely_mentioned(graph):
    [before] = Activities(Graph.memory(graph)).find()
    [mentioned] = [each for each in before.organisations if each.role == "mentioned"]
    slug = mentioned.iri.rpartition("/")[2]
    meeting = corrected(graph, correction("organisations", f"+{slug}:participant"))
    assert [each.role for each in meeting.organisations if each.iri == mentioned.iri] == ["participant"]


def test_what_nobody_takes_part_in_any_more_involves_nobody(graph):
    meeting = corrected(graph, correction("organisations", ""), correction("member_countries", ""))
    assert meeting.organisations == ()
    done = apply_corrections(graph, [correction("organisations", ""), correction("member_countries", "")])
    assert not Graph.memory(done.nquads).ask("ASK { ?activity sela:involves ?who }")


def test_a_body_is_corrected_in_one_language_and_by_acronym(graph):
    label = correction("label", "Banco de los Puertos@es", entity="caf", document="")
    acronym = correction("acronym", "BDP", entity="caf", document="")
    done = Graph.memory(apply_corrections(graph, [label, acronym]).nquads)
    names = done.select("SELECT ?name { ?body skos:prefLabel ?name }", body=iri("org", "caf"))
    assert {row["name"].language for row in names} == {"en", "es", "pt", "fr"}
    assert "Banco de los Puertos" in {row["name"] for row in names}
    assert done.select("SELECT ?a { ?body sela:acronym ?a }", body=iri("org", "caf")) == [{"a": "BDP"}]
    assert done.ask('ASK { ?body skos:notation "BDP" }', body=iri("org", "caf"))


OLD_AND_NEW = """
SELECT ?value ?rule ?taken ?text WHERE {
  ?statement rdf:subject ?activity ; rdf:predicate sela:participantCount ; rdf:object ?value ; sela:rule ?rule .
  OPTIONAL { ?statement sela:correctedBy ?taken }
  OPTIONAL { ?statement prov:wasDerivedFrom/oa:exact ?text }
}
ORDER BY ?value
"""


def test_the_extracted_value_stays_as_a_statement_that_names_the_correction(graph):
    said = correction("participants", "64")
    rows = Graph.memory(apply_corrections(graph, [said]).nquads).select(OLD_AND_NEW)
    assert rows == [
        {"value": 63, "rule": "participants-line", "taken": said.iri, "text": "**Number of participants:** 63"},
        {"value": 64, "rule": "correction", "taken": None, "text": None},
    ]


def test_a_participation_that_was_taken_out_is_still_explained(graph):
    said = correction("organisations", "-caf:partner|+eclac:host")
    corrected = Graph.memory(apply_corrections(graph, [said]).nquads)
    taking_part = iri("participation", f"{MEETING}-partner-caf"), iri("participation", f"{MEETING}-host-eclac")
    facts = {row["value"]: row for row in sourced_facts(corrected, iri("activity", MEETING))}
    old, new = (facts[node] for node in taking_part)
    assert (old["correction"], old["superseded"], old["rule"]) == (said.iri, True, "says-partner")
    assert corrected.ask("ASK { ?statement prov:wasDerivedFrom/oa:exact ?text }", statement=old["sources"][0])
    assert (new["correction"], new["superseded"], new["rule"]) == (said.iri, False, "correction")
    query = "SELECT ?p { ?p a sela:Participation ; sela:participant ?who }"
    assert corrected.select(query, who=iri("org", "caf")) == []
    [of_caf] = [row for row in sourced_facts(corrected, iri("org", "caf")) if row["value"] == taking_part[0]]
    assert (of_caf["subject"], of_caf["superseded"]) == (iri("activity", MEETING), True)


def test_a_correction_is_described_with_who_when_and_why(graph):
    said = correction("participants", "64")
    query = """SELECT ?who ?when ?reason ?value ?document WHERE { ?c sela:corrector ?who ; dcterms:issued ?when ;
        sela:correctionReason ?reason ; sela:correctedValue ?value ; sela:inDocument ?document }"""
    [row] = Graph.memory(apply_corrections(graph, [said]).nquads).select(query)
    assert row == {
        "who": "records office", "when": "2031-02-03", "reason": "The minutes say so", "value": "64",
        "document": iri("document", DOCUMENT),
    }  # fmt: skip


def test_corrections_are_applied_in_their_order_and_the_same_each_time(graph):
    rows = [correction("status", "suspended"), correction("status", "not-implemented"), correction("sdgs", "+1|+2")]
    assert corrected(graph, *rows).status == "not-implemented"
    assert apply_corrections(graph, rows) == apply_corrections(graph, rows)


def test_one_that_was_taken_out_can_come_back(graph):
    rows = [correction("organisations", "-caf:partner"), correction("organisations", "+caf:partner")]
    meeting = corrected(graph, *rows)
    assert [each.role for each in meeting.organisations if each.iri == iri("org", "caf")] == ["partner"]
    assert meeting.involves("caf")


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("status", "implemented", "says so without it"),
        ("participants", "63", "says so without it"),
        ("title", "Meeting of harbour masters", "says so without it"),
        ("member_countries", "CL|UY", "says so without it"),
        ("member_countries", "+CL", "CL is there already"),
        ("member_countries", "-BO", "BO is not there to take out"),
        ("member_countries", "+BO|-BO|ES", "mixes"),
        ("status", "", "blank"),
        ("title", "", "blank"),
        ("status", "done", "Statuses are planned"),
        ("rescheduled_to", "next year", "four digits"),
        ("participants", "-3", "digits only"),
        ("participants", "٦٣", "digits only"),
        ("modality", "hybrid", "virtual|face-to-face"),
        ("dates", "3 May 2030", "2031-05-03/2031-05-04"),
        ("dates", "2030-02-30", "2031-05-03/2031-05-04"),
        ("dates", "2030-05-04/2030-05-03", "2031-05-03/2031-05-04"),
        ("places", "Lima", "Montevideo, UY"),
        ("places", "Lima, ZZ", "alpha-2"),
        ("member_countries", "Chile", "alpha-2"),
        ("organisations", "+caf", "caf:partner"),
        ("organisations", "+caf:boss", "roles are partner"),
        ("organisations", "+nobody:partner", "no organisation 'nobody'"),
        ("sdgs", "+18", "1 to 17"),
        ("colour", "blue", "Fields are status"),
        ("label", "Meeting", "no organisation"),
    ],
)  # fmt: skip
def test_a_correction_that_does_not_fit_says_why_and_changes_nothing(graph, field, value, reason):
    assert reason in misfit(graph, correction(field, value))


def test_what_is_gone_can_not_be_corrected(graph):
    assert "no activity" in misfit(graph, correction("status", "suspended", entity=f"{MEETING}-9"))
    assert "not here any more" in misfit(graph, correction("status", "suspended", document="gone"))
    assert misfit(graph, correction("status", "suspended", entity="http://a b"))
    assert "says so without it" in misfit(graph, correction("code", "I.1"), correction("code", "I.1"))


def test_the_table_is_read_as_it_was_written(tmp_path):
    rows = (correction("title", 'A "fair", and\'s'), correction("participants", ""))
    write_corrections(tmp_path, rows)
    assert read_corrections(tmp_path) == rows
    assert read_corrections(tmp_path / "none") == ()
    assert corrections_hash(rows) != corrections_hash(rows[:1]) != corrections_hash(()) is None


HEAD = "document,entity,field,value,reason,who,when\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "line 1: the columns should be document,entity,field"),
        ("document;entity;field;value;reason;who;when\n", "line 1: the columns should be"),
        (HEAD + "d,e,status\n", "line 2: 3 cells where there should be 7"),
        (HEAD + "d,,status,x,why,me,2031-01-01\n", "line 2, column entity: '' must not be blank"),
        (HEAD + "d,e,,x,why,me,2031-01-01\n", "line 2, column field"),
        (HEAD + "d,e,status,x,,me,2031-01-01\n", "line 2, column reason"),
        (HEAD + "d,e,status,x,why,,2031-01-01\n", "line 2, column who"),
        (HEAD + "d,e,status,x,why,me,1 May\n", "line 2, column when: '1 May' should be a day"),
        (HEAD + '\nd,e,status,"x"y,why,me,2031-01-01\n', "line 3: "),
        (HEAD + "d,e,status,x\0,why,me,2031-01-01\n", "line 2, column value"),
        (HEAD.encode() + b"d,e,title,caf\xe9,why,me,2031-01-01\n", "not UTF-8"),
    ],
)
def test_a_malformed_table_is_refused_by_line_column_and_reason(tmp_path, text, message):
    (tmp_path / "corrections.csv").write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(InvalidInput) as caught:
        read_corrections(tmp_path)
    assert message in str(caught.value) and str(caught.value).startswith("corrections.csv")


def test_a_table_that_a_spreadsheet_saved_is_read(tmp_path):
    text = "\ufeff" + HEAD + "d,e,status,suspended,why,me,2031-01-01\n\n"
    (tmp_path / "corrections.csv").write_bytes(text.replace("\n", "\r\n").encode())
    assert [each.value for each in read_corrections(tmp_path)] == ["suspended"]


def test_the_statement_of_what_left_has_no_text_where_a_table_said_it(graph):
    done = apply_corrections(graph, [correction("acronym", "BDP", entity="caf", document="")])
    query = """SELECT ?source WHERE { ?s rdf:object "CAF" ; sela:correctedBy ?c ; prov:wasDerivedFrom ?source }"""
    assert Graph.memory(done.nquads).select(query) == [{"source": iri("graph", "directory")}]
    assert expand("sela:correctedBy").encode() in done.nquads
