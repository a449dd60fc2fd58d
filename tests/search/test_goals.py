"""What goals a text suggests: by its words in four languages, without the names of organisations."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from search.encoders import load_encoder
from search.goals import CLAIMED, suggest_goals

ROWS = list(csv.DictReader((files("ontology") / "goal-terms.csv").read_text(encoding="utf-8").splitlines()))


def claimed(text: str, **given) -> set[int]:
    return {each.goal for each in suggest_goals(text, **{"language": "en", **given}).goals if each.score >= CLAIMED}


def test_every_row_of_the_table_has_terms_in_four_languages_and_a_weight():
    assert {int(row["goal"]) for row in ROWS} == set(range(1, 18))
    assert {row["weight"] for row in ROWS} == {"1", "2", "3"}
    for row in ROWS:
        assert all(term.strip() == term and term for name in ("en", "es", "pt", "fr") for term in row[name].split("|"))


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Course on solar energy for lighthouses"),
        ("es", "Curso de energía solar para faros"),
        ("pt", "Curso de energia solar para faróis"),
        ("fr", "Cours d’énergie solaire pour les phares"),
    ],
)
def test_the_same_title_suggests_the_same_in_four_languages(language, title):
    assert claimed("", title=title, language=language) == {7}


def test_the_names_of_organisations_suggest_nothing():
    text = "The Women's Energy Union and the Health Bank met. The Women's Energy Union paid."
    spans = [(text.find(name), text.find(name) + len(name)) for name in ("Women's Energy Union", "Health Bank")]
    spans.append((text.rfind("Women's"), text.rfind(" paid")))
    assert not any(each.score for each in suggest_goals(text, language="en", apart=spans).goals)
    assert any(each.score for each in suggest_goals(text, language="en").goals)


def test_what_is_named_by_the_way_in_a_long_text_is_not_claimed():
    told = "The pilots met at noon, and the clocks of the old house went on. "
    assert claimed("Women learn to steer. Girls and women learn gender equality. " + told) == {5}
    assert claimed(told * 60 + "Women learn to steer. " + told * 60) == set()


def test_all_goals_come_best_first_with_evidence_where_there_is_any():
    found = suggest_goals("They met. Vaccines for every patient.", language="en").goals
    assert sorted(each.goal for each in found) == list(range(1, 18))
    assert (found[0].goal, found[0].evidence) == (3, (10, 37))
    assert {each.evidence for each in found[1:]} == {None}


def test_an_encoder_moves_scores_a_little_and_says_where_it_read_only_parts():
    text = "The nurses went from house to house, and nobody fell ill that winter."
    plain, nudged = (suggest_goals(text, language="en", encoder=encoder) for encoder in (None, load_encoder()))
    before = {each.goal: each.score for each in plain.goals}
    assert max(abs(each.score - before[each.goal]) for each in nudged.goals) < 0.35
    assert (nudged.goals[0].goal, nudged.sampled) == (3, False)
    assert suggest_goals(text * 50, language="en", encoder=load_encoder()).sampled
