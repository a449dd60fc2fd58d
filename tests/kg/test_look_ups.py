"""The typed look-ups over a small world: activities, documents, labels, descriptions."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from kg.activities import Activities
from kg.activity_filters import ActivityFilters
from kg.description import describe, resolve, write
from kg.documents import Documents
from kg.errors import InvalidInput, NotFound
from kg.graph import Graph, sorted_nquads
from kg.labels import Labels
from kg.series import SeriesFilters, SeriesList
from kg.terms import BASE
from kg.vocabulary import vocabulary_quads

WORLD = Path(__file__).parent.parent / "competency" / "world.ttl"
COURSE = "Course on solar roofs for fishing ports"


@pytest.fixture(scope="module")
def graph():
    world = [
        Quad(quad.subject, quad.predicate, quad.object, NamedNode(f"{BASE}id/graph/world"))
        for quad in parse(WORLD.read_bytes(), RdfFormat.TURTLE)
    ]
    return Graph.memory(sorted_nquads([*vocabulary_quads(), *world]))


@pytest.fixture(scope="module")
def activities(graph):
    return Activities(graph)


def titles(activities, **filters):
    return [activity.title for activity in activities.find(ActivityFilters(**filters))]


def test_an_activity_has_what_the_graph_says_of_it(activities):
    course = activities.get("report-2031-i-i-1-1")
    assert (course.code, course.title, course.event_title) == ("I.1.1", COURSE, "Ports under the Sun")
    assert (course.status, course.modality) == ("implemented", ("face-to-face", "virtual"))
    assert [(d.start, d.end) for d in course.dates] == [("2031-03-11", "2031-03-13")]
    assert [(p.city, p.country) for p in course.places] == [("Montevideo", "UY")]
    assert {o.iri.rsplit("/", 1)[-1]: o.role for o in course.organisations}["caf"] == "funder"


def test_a_goal_is_listed_once_by_its_strongest_basis(activities):
    """Goal 9 is inherited and suggested too."""
    course = activities.get("report-2031-i-i-1-1")
    assert [(goal.goal, goal.basis, goal.score) for goal in course.sdgs] == [
        (4, "inferred", 0.62), (7, "stated", 1.0), (9, "inherited", 0.86)
    ]  # fmt: skip
    assert [goal.evidence for goal in course.sdgs] == [(746, 790), (380, 440), (700, 745)]


def test_the_filter_by_goal_counts_every_basis(activities):
    assert all(titles(activities, sdg=(number,), status=("implemented",)) == [COURSE] for number in (4, 7, 9))


def test_a_count_that_is_contradicted_gives_one_activity_not_two(activities):
    assert len([a for a in activities.find() if a.title == COURSE and a.status == "implemented"]) == 1


def test_activities_come_in_document_order(activities):
    report = ActivityFilters(document=("report-2031.txt",))
    assert [a.slug[-1] for a in activities.find(report)] == ["1", "2", "1"]


def test_filters_are_or_within_one_and_and_between(activities):
    assert titles(activities, status=("rescheduled", "planned")) == [COURSE, "Study on cold storage run by the wind"]
    assert titles(activities, status=("implemented",), sdg=(13,)) == ["Briefing after the hurricane"]
    assert titles(activities, country=("hn",), organisation=("olade",)) == [COURSE]
    assert titles(activities, country=("AR",)) == []


def test_dates_are_compared_as_far_as_they_are_known(activities):
    assert titles(activities, date_from="2031-09-15", date_to="2031-12-31") == ["Briefing after the hurricane"]
    assert titles(activities, date_from="2031-03-13", date_to="2031-03-13") == [COURSE]


def test_words_of_the_title_are_found_in_any_case_without_accents(activities):
    assert titles(activities, q="SOLAR pórts") == [COURSE, COURSE]


def test_a_status_that_does_not_exist_is_refused_with_those_that_do():
    with pytest.raises(InvalidInput, match=r"planned, implemented"):
        ActivityFilters(status=("done",))


def test_an_unknown_activity_is_not_found(activities):
    with pytest.raises(NotFound, match="sela activities"):
        activities.get("nowhere")
    with pytest.raises(NotFound):
        activities.heading("no where\n")


def test_a_heading_is_read_without_the_facts(activities):
    assert activities.heading("report-2031-i-i-1-1").title == COURSE


def test_a_document_is_found_by_slug_and_by_file(graph):
    documents = Documents(graph)
    report = documents.get("report-2031.txt")
    assert report == documents.get("report-2031")
    assert (report.years, report.period.start, report.digest) == ((2031, 2032), "2031-02", False)
    assert (report.activities, report.passages) == (3, 2)
    assert report.replaces == f"{BASE}id/document/report-2031-digest"
    with pytest.raises(NotFound, match="report-2031"):
        documents.get("report")


@pytest.mark.parametrize("loaded", [False, True])
def test_labels_come_in_the_language_asked_for_where_there_is_one(graph, loaded):
    labels = Labels(graph)
    if loaded:
        labels.load()
    assert labels.label(f"{BASE}id/country/BR", language="fr") == "Brésil"
    assert labels.label("http://metadata.un.org/sdg/5", language="pt") == "Igualdade de gênero"
    assert labels.label(f"{BASE}id/org/nobody") == "nobody"
    assert labels.knows(f"{BASE}id/org/olade") and not labels.knows(f"{BASE}id/org/nobody")
    assert labels.acronym(f"{BASE}id/org/olade") == "OLADE"


@pytest.mark.parametrize(
    ("name", "iri"),
    [("OLADE", "org/olade"), ("uy", "country/UY"), ("report-2031", "document/report-2031")],
)
def test_a_name_leads_to_its_iri(graph, name, iri):
    assert resolve(graph, name) == f"{BASE}id/{iri}"


def test_a_goal_goes_by_its_number_and_anything_else_is_not_found(graph):
    assert resolve(graph, "SDG 7") == "http://metadata.un.org/sdg/7"
    with pytest.raises(NotFound):
        resolve(graph, "<no> {iri}")


@pytest.mark.parametrize("format", ["turtle", "jsonld", "nt", "rdfxml"])
def test_a_description_says_everything_of_an_entity_in_each_format(graph, format):
    written = write(describe(graph, f"{BASE}id/org/olade"), format)
    assert b"1973" in written and b"Lima Convention" in written


def test_what_is_not_in_the_graph_has_no_description(graph):
    with pytest.raises(NotFound):
        describe(graph, f"{BASE}id/org/nobody")
    with pytest.raises(InvalidInput, match="turtle"):
        write([], "word")


def test_a_series_tells_what_became_of_its_latest_plan_and_why_its_activities_belong_there(graph, activities):
    found = SeriesList(graph, activities, Documents(graph))
    (course,) = found.find(SeriesFilters(q="SOLAR roofs", document=("plan-2031.md",), outcome=("implemented",)))
    assert (course.slug, course.label) == ("course-on-solar-roofs-for-fishing-ports", COURSE)
    assert [(m.year, m.stage, m.status, m.score, m.reason) for m in course.activities] == [
        (2031, "planned", "planned", 0.95, "same title"),
        (2031, "reported", "implemented", 0.95, "same title"),
    ]
    assert found.find(SeriesFilters(outcome=("open",))) == found.find(SeriesFilters(q="moon")) == []


def test_an_activity_alone_has_no_series(activities):
    assert {a.title: a.series and a.series.label for a in activities.find()} == {
        COURSE: COURSE, "Study on cold storage run by the wind": None, "Briefing after the hurricane": None,
    }  # fmt: skip


def test_an_outcome_that_does_not_exist_is_refused_with_those_that_do(graph, activities):
    with pytest.raises(InvalidInput, match=r"implemented, rescheduled"):
        SeriesFilters(outcome=("done",))
    with pytest.raises(NotFound, match="solar-roofs"):
        SeriesList(graph, activities, Documents(graph)).get("solar-roofs")
