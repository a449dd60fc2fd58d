"""Goals of activities: stated, inherited from the area, suggested by the words; and what says so."""

from __future__ import annotations

import pytest
from pyoxigraph import RdfFormat, Store

from ingest.extraction import extract
from kg.terms import ONTOLOGY, PREFIXES

TEXT = """Work Programme of the Harbour Office for the Year 2030

THEMATIC AREA I. SEA

The area serves the following Sustainable Development Goals:

- Decent work and economic growth.

## 3

- Gender equality

PROGRAMME I. TOWNS

It adds to target 11.5.

Activity I.1.1. Training of women pilots

Girls and women learn how to steer. It serves Goal 5.

Activity I.1.2. Solar energy for lighthouses

The lamps run on renewable energy. The Energy Organisation of Ships (EOS) gives a hand. They meet at noon.

Activity I.1.3. Meeting of the board

The board meets at noon, as every year, and eats in the old house behind the harbour.
"""


@pytest.fixture(scope="module")
def said():
    """Predicate, goal or target, text and rule of each statement about goals, by the title of what it is said of."""
    store = Store()
    store.bulk_load(extract("a.txt", TEXT).nquads, RdfFormat.N_QUADS)
    rows = store.query(
        "SELECT ?title ?predicate ?goal ?text ?rule ?score { GRAPH ?g { ?s rdf:subject ?o ; rdf:predicate ?predicate ;"
        " rdf:object ?goal ; sela:rule ?rule ; prov:wasDerivedFrom/oa:exact ?text . ?o dcterms:title ?title"
        " OPTIONAL { ?s sela:score ?score } FILTER(CONTAINS(STR(?goal), 'un.org')) } }"
        " ORDER BY ?title ?predicate ?goal",
        prefixes=PREFIXES,
    )
    found: dict[str, list[tuple[str, ...]]] = {}
    for title, predicate, goal, text, rule, score in rows:
        found.setdefault(title.value, []).append(
            (
                predicate.value.removeprefix(ONTOLOGY), goal.value.rsplit("/", 1)[-1], text.value, rule.value,
                *([score.value] if score else []),
            )
        )  # fmt: skip
    return found


def test_an_area_states_its_list_by_name_across_a_page(said):
    assert said["SEA"] == [
        ("statesGoal", "5", "- Gender equality", "goal-name"),
        ("statesGoal", "8", "- Decent work and economic growth.", "goal-name"),
    ]


def test_an_activity_states_inherits_and_suggests(said):
    stated = [("statesGoal", "5", "It serves Goal 5.", "goal-number")]
    assert [fact for fact in said["Training of women pilots"] if fact[0] == "statesGoal"] == stated
    inherited = [fact[:4] for fact in said["Training of women pilots"] if fact[0] == "inheritsGoal"]
    assert inherited == [
        ("inheritsGoal", "11", "It adds to target 11.5.", "target-number-of-programme"),
        ("inheritsGoal", "5", "- Gender equality", "goal-name-of-area"),
        ("inheritsGoal", "8", "- Decent work and economic growth.", "goal-name-of-area"),
    ]


def test_what_is_inherited_has_a_higher_score_where_the_activity_tells_of_it_too(said):
    scores = {fact[1]: float(fact[4]) for fact in said["Training of women pilots"] if fact[0] == "inheritsGoal"}
    assert 1 > scores["5"] > scores["8"] == 0.5


def test_what_is_suggested_has_a_score_and_the_sentence_that_says_most(said):
    suggested = [fact for fact in said["Solar energy for lighthouses"] if fact[0] == "suggestsGoal"]
    assert [fact[:4] for fact in suggested] == [
        ("suggestsGoal", "7", "The lamps run on renewable energy.", "goal-terms")
    ]
    assert 0.5 <= float(suggested[0][4]) <= 1


def test_an_activity_that_tells_of_no_goal_suggests_none(said):
    assert not [fact for fact in said["Meeting of the board"] if fact[0] == "suggestsGoal"]


def test_its_passages_carry_the_goals_of_an_activity():
    passages = extract("a.txt", TEXT).passages
    goals = {passage.goals for passage in passages if "lamps" in TEXT[passage.start : passage.end]}
    assert goals == {(5, 7, 8, 11)}
