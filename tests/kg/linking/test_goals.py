"""Goals that a text states: by number, by target and by name, in four languages; and what is no statement."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.linking.goals import find_goals


def goals(text: str, **given) -> list[str]:
    return [mention.entity.slug for mention in find_goals(text, **given)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("SDG 3; SDG8; SDG-9", ["3", "8", "9"]),
        ("SDGs 8-10", ["8", "9", "10"]),
        ("Goals 14 to 16", ["14", "15", "16"]),
        ("los ODS 8 al 10", ["8", "9", "10"]),
        ("os ODS 1, 2 e 5", ["1", "2", "5"]),
        ("les ODD 4, 5 et 6", ["4", "5", "6"]),
        ("- Objetivo 5: Igualdad de género.\n- Objetivo 8: Otra cosa.", ["5"]),
        ("- Objectif 13 : Lutte contre les changements climatiques", ["13"]),
    ],
)
def test_goals_are_found_by_number(text, found):
    assert goals(text) == found


@pytest.mark.parametrize("text", ["target 8.3", "meta 8.3 de los ODS", "metas 8.3", "cible 8.3", "SDG 8.3", "ODS 8.3"])
def test_a_target_counts_for_its_goal_where_no_vocabulary_describes_it(text):
    assert goals(text) == ["8"]
    assert goals(text, targets={"8.3"}) == ["8.3"]


@pytest.mark.parametrize("text", ["targets 5.5, 5.a and 17.18", "metas 5.5, 5.a y 17.18", "cibles 5.5, 5.a et 17.18"])
def test_targets_stand_in_series_and_may_have_letters(text):
    assert goals(text, targets={"5.5", "5.a", "17.18"}) == ["5.5", "5.a", "17.18"]


@pytest.mark.parametrize(
    "text",
    [
        "an inflation target 2.5 %", "meta 3.4 por ciento", "cible 2.1 pour cent", "target 13.9", "target 5.d",
        "Goal 2.5 % of growth", "Objetivo 1: Fortalecer los puertos.", "Goals 18 and 19", "target 5.55",
    ],
)  # fmt: skip
def test_other_numbers_are_no_goals(text):
    assert goals(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Sustainable Development Goal of quality education", ["4"]),
        ("It adds to the SDGs: gender equality, climate action and zero hunger.", ["5", "13", "2"]),
        ("Contribuye a los ODS: trabajo decente y crecimiento económico, y vida submarina.", ["8", "14"]),
        ("Serve os ODS: trabalho decente e crescimento econômico; vida terrestre", ["8", "15"]),
        ("Les ODD, dont travail décent et croissance économique, sont servis.", ["8"]),
        (
            "The 2030 Agenda asks to i) combat climate change and ii) keep oceans, seas and marine resources.",
            ["13", "14"],
        ),
        ("Goal 5 and climate action go together", ["5", "13"]),
        ("No poverty (SDG 1), Goal 5: Gender equality", ["1", "5"]),
    ],
)
def test_goals_are_found_by_name_where_the_text_speaks_of_them(text, found):
    assert goals(text) == found


def test_a_list_that_the_agenda_opens_goes_on_as_long_as_it_names_goals():
    text = (
        "It serves these SDGs:\n\n- Gender equality\n\n## 7\n\n- Life on land.\n\nClimate action is dear to the pilots."
    )
    assert goals(text) == ["5", "15"]


@pytest.mark.parametrize(
    "text",
    [
        "Climate action, quality education and partnerships fill the harbour's plan.",
        "Acción por el clima y educación de calidad.",
        "The port works for gender equality, in line with the 2030 Agenda.",
        "The SDGs are far. Gender equality is near.",
        "within the framework of the Sustainable Development Goals of the 2030 Agenda",
        "los Objetivos del proyecto: igualdad de género y acción por el clima",
        "Objetivo 1: Igualdad de género y acción por el clima en los puertos",
    ],
)
def test_a_goal_s_name_in_plain_prose_is_no_statement(text):
    assert goals(text) == []


@given(st.text(st.sampled_from("SDG ODS goals meta 1.5,-aey\n:") | st.characters(exclude_categories=["Cs"])))
def test_whatever_the_text_goals_are_verbatim_and_in_order(text):
    found = find_goals(text)
    assert all(0 <= m.start < m.end <= len(text) for m in found)
    assert found == sorted(found, key=lambda m: (m.start, m.end))
