"""The outline: decided by what headings say and by their neighbours."""

import pytest

from ingest.metadata import read_document
from ingest.outline.tree import read_outline

TOLD = "The members met and shared what they know about ports and ships of the coast."


def outline(text: str):
    return read_outline(read_document("report.txt", text))


def activities(text: str) -> list[tuple[str | None, str]]:
    return [(unit.code, unit.title) for unit in outline(text).activities]


def above(text: str) -> list[tuple[str | None, ...]]:
    """Area, programme and project of each activity, by code and title."""
    return [
        tuple(
            f"{found.code or ''} {found.title}".strip() if (found := unit.ancestor(level)) else None
            for level in ("area", "programme", "project")
        )
        for unit in outline(text).activities
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "Activity I.1.2. Ports of the coast",
        "Activity I.1.2 Ports of the coast",
        "ACTIVITY I.1.2. Ports of the coast",
        "ACTIVIDAD I.1.2. Ports of the coast",
        "Activity I.1.2: Ports of the coast",
        "Activity I.1.2 – Ports of the coast",
        "Activity N° I.1.2. Ports of the coast",
        "# Activity I.1.2. Ports of the coast",
        "##### **Activity I.1.2. Ports of the coast**",
        "**Activity I.1.2. Ports of the coast.**",
        "**Activity I.1.2.** **Ports of the coast**",
        "**Activity I.1.2.** Ports of the coast",
        "<b>Activity I.1.2. Ports of the coast</b>",
        "> Activity I.1.2. Ports of the coast",
        "Activity\u00a0I.1.2.\u00a0Ports of the coast",
        "Activity I.1.2.\tPorts of the coast",
        "Activity I.1.2. Ports  of the coast.",
    ],
)
def test_a_heading_is_one_in_any_dress(heading):
    assert activities(f"{heading}\n\n{TOLD}\n") == [("I.1.2", "Ports of the coast")]


@pytest.mark.parametrize(
    "line",
    [
        "This activity 3 was about ports.",
        "As Activity I.1.2 showed, ports matter.",
        "Activity in ports grew.",
        "The activity: ports and ships.",
        "Project management is taught in ports.",
        "ACTIVITY REPORT OF THE PORTS",
    ],
)
def test_a_sentence_about_activities_is_no_heading(line):
    assert activities(f"{line}\n\n{TOLD}\n") == []


def test_headings_glued_to_each_other_and_to_text_are_told_apart():
    text = (
        f"## PROJECT A. PORTS OF THE REGION**ACTIVITY 1. Ports of the coast**{TOLD}\n\n"
        f"{TOLD}**ACTIVITY 2. Ships**\n{TOLD}"
    )
    assert activities(text) == [("1", "Ports of the coast"), ("2", "Ships")]
    assert above(text) == [(None, None, "A PORTS OF THE REGION")] * 2


def test_a_bold_run_in_heading_ends_with_its_bold():
    found = outline(f"**ACTIVITY 1. Ports of the coast:** {TOLD}\n")
    [activity] = found.activities
    assert activity.title == "Ports of the coast"
    assert [section.kind for section in found.sections] == [None]


def test_keyword_and_title_may_be_bold_apart():
    text = f"**PROGRAMME II:** **TRADE**\n\n**Project B:** **PORTS AND SHIPS**\n\nACTIVITY 1. Piers\n{TOLD}"
    assert above(text) == [(None, "II TRADE", "B PORTS AND SHIPS")]


@pytest.mark.parametrize("sentence", ["This activity was not implemented.", "Activity rescheduled for 2031.",
                                      "Esta actividad fue suspendida.", "Activité reportée à 2031."])  # fmt: skip
def test_a_status_sentence_on_the_heading_line_is_no_part_of_the_title(sentence):
    found = outline(f"**ACTIVITY 3. Roaming at sea. {sentence}**\n\n{TOLD}\n")
    [activity] = found.activities
    assert activity.title == "Roaming at sea"


def test_numbers_that_restart_in_each_project_are_activities_of_their_own():
    text = "".join(
        f"PROJECT {letter}. {title}\n\nACTIVITY 1. Piers\n{TOLD}\n\nACTIVITY 2. Ships\n{TOLD}\n\n"
        for letter, title in (("A", "COASTS"), ("B", "RIVERS"))
    )
    assert activities(text) == [("1", "Piers"), ("2", "Ships")] * 2
    assert [project for _, _, project in above(text)] == ["A COASTS", "A COASTS", "B RIVERS", "B RIVERS"]


@pytest.mark.parametrize(
    ("area", "programme", "project", "activity"),
    [
        ("THEMATIC AREA I", "PROGRAMME I", "PROJECT I.1", "Activity I.1.1"),
        ("ÁREA TEMÁTICA I", "PROGRAMA I", "PROYECTO I.1", "ACTIVIDAD I.1.1"),
        ("ÁREA I", "PROGRAMA I", "PROJETO I.1", "ATIVIDADE I.1.1"),
        ("DOMAINE I", "PROGRAMME I", "PROJET I.1", "ACTIVITÉ I.1.1"),
        ("Área I", "Programa I", "Proyecto I.1", "Actividad I.1.1"),
    ],
)
def test_the_four_languages_have_their_words(area, programme, project, activity):
    text = f"{area}. MAR\n\n{programme}. COSTA\n\n{project}. PORTOS\n\n{activity}. Navios\n\n{TOLD}\n"
    assert activities(text) == [("I.1.1", "Navios")]
    assert above(text) == [("I MAR", "I COSTA", "I.1 PORTOS")]


SECTIONS = {
    "en": ("A. Background and justification", "B. Objectives", "C. Expected results", "D. Budget"),
    "es": ("A. Antecedentes y justificación", "B. Objetivos", "C. Resultados esperados", "D. Presupuesto"),
    "pt": ("A. Antecedentes e justificação", "B. Objetivos", "C. Resultados esperados", "D. Orçamento"),
    "fr": ("A. Contexte et justification", "B. Objectifs", "C. Résultats attendus", "D. Budget"),
    "bold": ("**Background**", "**Objectives:**", "**Expected results**", "**Budget**"),
    "marks": ("#### Background", "## Objectives", "###### Expected results:", "# Budget"),
}


@pytest.mark.parametrize("names", SECTIONS.values(), ids=SECTIONS.keys())
def test_the_sections_of_an_activity_are_known_by_their_names(names):
    text = "Activity I.1.1. Piers\n\n" + "".join(f"{name}\n\n{TOLD}\n\n" for name in names)
    found = outline(text)
    told = [section.kind for section in found.sections if text[section.start : section.end].strip()]
    assert told == ["background", "objectives", "expected-results", "budget"]
    assert {section.unit for section in found.sections} == set(found.activities)


def test_activities_of_an_unscheduled_chapter_have_no_code():
    text = (
        f"PROJECT A. PORTS\n\nACTIVITY 1. Piers\n{TOLD}\n\nIII. UNSCHEDULED ACTIVITIES\n\n"
        f"## SHIPS AND SAILORS\n\n{TOLD}\n\n## RIVERS OF THE SOUTH\n\n{TOLD}\n"
    )
    assert activities(text) == [("1", "Piers"), (None, "SHIPS AND SAILORS"), (None, "RIVERS OF THE SOUTH")]
    assert [unit.unscheduled for unit in outline(text).activities] == [False, True, True]
    assert above(text)[1:] == [(None, None, None)] * 2


def test_contents_pages_list_no_activities_of_their_own():
    text = f"CONTENTS\n\nActivity I.1.1. Piers\t3\nActivity I.1.2. Ships\t4\n\nActivity I.1.1. Piers\n\n{TOLD}\n"
    assert activities(text) == [("I.1.1", "Piers")]


def test_the_contents_of_an_annex_hide_nothing_before_them():
    body = f"ACTIVITY 1. Piers\n\n{TOLD}\n\n" + "More was told.\n\n" * 40
    text = f"CONTENTS\n\nIntroduction\t1\n\n{body}ANNEX\n\nCONTENTS\n\nTables\t9\n"
    assert activities(text) == [("1", "Piers")]


def test_a_list_of_titles_that_nothing_marks_as_contents_lists_none_either():
    titles = "Activity I.1.1. Piers\nActivity I.1.2. Ships\n"
    text = f"{titles}\nActivity I.1.1. Piers\n\n{TOLD}\n\nActivity I.1.2. Ships\n\n{TOLD}\n"
    assert activities(text) == [("I.1.1", "Piers"), ("I.1.2", "Ships")]


def test_a_page_number_as_a_heading_parts_nothing():
    text = f"Activity I.1.1. Piers\n\n{TOLD}\n\n# 12\n\n{TOLD}\n\n13\n\n{TOLD}\n"
    found = outline(text)
    assert activities(text) == [("I.1.1", "Piers")]
    assert len(found.sections) == 1


def test_an_activity_ends_where_the_next_unit_begins():
    text = f"Activity I.1.1. Piers\n{TOLD}\nPROJECT I.2. SHIPS\nActivity I.2.1. Sails\n{TOLD}\n"
    first, second = outline(text).activities
    assert text[first.end :].startswith("PROJECT I.2")
    assert (second.end, second.parent.title) == (len(text), "SHIPS")


def test_a_missing_or_doubled_number_costs_no_activity():
    text = "".join(f"ACTIVITY {n}. Pier {name}\n{TOLD}\n" for n, name in ((1, "one"), (3, "three"), (3, "four")))
    assert activities(text) == [("1", "Pier one"), ("3", "Pier three"), ("3", "Pier four")]


def test_an_empty_outline_is_one_section():
    found = outline(f"{TOLD}\n")
    assert (found.units, len(found.sections)) == ((), 1)
