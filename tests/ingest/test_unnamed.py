"""Activities in plans and reports that lay them out otherwise: without a keyword, as a list, as a table."""

from __future__ import annotations

import pytest

from ingest.metadata import read_document
from ingest.outline.tree import read_outline

TOLD = "The harbour masters of the coast met and told each other which cranes had stood still in the storms."
LAYOUTS = {  # how it is laid out -> the document, its activities
    "codes of three parts": (
        "Work Programme for 2031\n\nAREA I. SEA\n\nPROJECT I.1. PIERS\n\nI.1.1. Meeting of masters\n\n{}\n\n"
        "I.1.2 Course on cranes\n\nObjectives:\n\n1. To learn\n2. To lift\n\n{}\n\nPROJECT I.2. SHIPS\n\n"
        "I.2.1. Fair of ropes\n\n{}",
        [("I.1.1", "Meeting of masters"), ("I.1.2", "Course on cranes"), ("I.2.1", "Fair of ropes")],
    ),
    "no keyword at all": (
        "Programa de Trabajo 2031\n\n1. MAR\n\n1.1 Puertos\n\n1.1.1 Reunión de capitanes\n\n{}\n\n"
        "1.1.2 Curso de grúas\n\n{}\n\n1.2 Barcos\n\n1.2.1 Feria de sogas\n\n{}",
        [("1.1.1", "Reunión de capitanes"), ("1.1.2", "Curso de grúas"), ("1.2.1", "Feria de sogas")],
    ),
    "codes that end in letters": (
        "Programa de Trabajo 2031\n\nPROYECTO II.1. PUERTOS\n\nII.1.a) Feria de sogas\n\n{}\n\nII.1.b) Curso\n\n{}",
        [("II.1.a", "Feria de sogas"), ("II.1.b", "Curso")],
    ),
    "titles in capitals below the code": (
        "Programme de travail 2031\n\nDOMAINE I. MER\n\nI.1.1.\nFOIRE AUX CORDES\n\n{}\n\nI.1.2.\nCOURS DE GRUES\n\n{}",
        [("I.1.1", "FOIRE AUX CORDES"), ("I.1.2", "COURS DE GRUES")],
    ),
    "codes in brackets": (
        "Programa de Trabalho 2031\n\nÁREA I. MAR\n\n[I.1] Feira de cordas\n\n{}\n\n(I.2) Curso de guindastes\n\n{}",
        [("I.1", "Feira de cordas"), ("I.2", "Curso de guindastes")],
    ),
    "codes behind another heading": (
        "Work Programme for 2031\n\n**AREA I. SEA****I.1.1. Fair of ropes**\n\n{}\n\n**I.1.2. Course on cranes**\n\n{}",
        [("I.1.1", "Fair of ropes"), ("I.1.2", "Course on cranes")],
    ),
    "a numbered list": (
        "Programa de Trabajo 2031\n\nPROYECTO I.1. PUERTOS\n\n{}\n\nObjetivos:\n\n1. Aprender\n2. Amarrar\n\n"
        "Actividades:\n\n1. Reunión de capitanes. Se hará en Lima en mayo.\n2. Curso de grúas\n   - Teoría\n"
        "   - Práctica\n3. Feria de sogas\n\nPROYECTO I.2. BARCOS\n\nActividades previstas\n\n1. Taller de velas",
        [("1", "Reunión de capitanes"), ("2", "Curso de grúas"), ("3", "Feria de sogas"), ("1", "Taller de velas")],
    ),
    "a list with bullets": (
        "Work Programme for 2031\n\nPROJECT 1. PIERS\n\nActivities\n\n• Meeting of masters\n• Course: Phase II\n\n"
        "Expected results\n\n• Fewer storms\n\nPROJECT 2. SHIPS\n\nPlanned activities:\n- Fair of ropes",
        [(None, "Meeting of masters"), (None, "Course: Phase II"), (None, "Fair of ropes")],
    ),
    "a table": (
        "Work Programme for 2031\n\nPROJECT 1. PIERS\n\nNo.\tActivity\tDate\n1.1\tMeeting of masters\tMay\n"
        "1.2\tCourse on cranes\tJune\n\n{}\n\nPlace\tCrane\nLima\tBig\n\nPROJECT 2. SHIPS\n\nActivity\tDate\n"
        "2.1 Fair of ropes\tJuly",
        [("1.1", "Meeting of masters"), ("1.2", "Course on cranes"), ("2.1", "Fair of ropes")],
    ),
    "a table with strokes": (
        "Plano de Trabalho 2031\n\nPROJETO 1. PORTOS\n\n| N.º | Atividade |\n|---|---|\n| 1 | Feira |\n| 2 | Curso |",
        [("1", "Feira"), ("2", "Curso")],
    ),
    "titles that the contents list": (
        "Work Programme for 2031\n\nCONTENTS\n\nAREA I. SEA\t1\nMeeting of masters\t2\nCourse on cranes\t3\n\n"
        "AREA I. SEA\n\nMeeting of masters\n\n{}\n\n**Who came**\n\n{}\n\nCourse on cranes\n\n{}",
        [(None, "Meeting of masters"), (None, "Course on cranes")],
    ),
    "numbers that restart": (
        "Informe Anual 2031\n\nPROYECTO I.1. PUERTOS\n\n1. Feria de sogas\n\n{} Agenda:\n\n1. Apertura\n2. Cierre\n\n"
        "{}\n\n2. Curso de grúas\n\n{}\n\nPROYECTO I.2. BARCOS\n\n1. Taller de velas\n\n{}",
        [("1", "Feria de sogas"), ("2", "Curso de grúas"), ("1", "Taller de velas")],
    ),
    "titles in bold": (
        "Rapport annuel 2031\n\nDOMAINE I. MER\n\n**Foire aux cordes**\n\n{}\n\n**Cours de grues**\n\n"
        "**Contexte**\n\n{}\n\nDOMAINE II. TERRE\n\n**Atelier de voiles**\n\n{}",
        [(None, "Foire aux cordes"), (None, "Cours de grues"), (None, "Atelier de voiles")],
    ),
    "projects only": (
        "Programa de Trabajo 2031\n\nÁREA I. MAR\n\nPROYECTO I.1. PUERTOS\n\n{}\n\nPROYECTO I.2. BARCOS\n\n{}",
        [("I.1", "PUERTOS"), ("I.2", "BARCOS")],
    ),
    "every kind of number sign": (
        "Actividad N° 3 – Feria\n\n{}\n\nActivité n° 2 : Foire\n\n{}\n\nAtividade 1.1 – Feira\n\n{}\n\n"
        "• Activity 4. Fair\n\n{}\n\nActividad (I.1.5) Taller\n\n{}\n\nActividad n.º 6: Remos\n\n{}\n\n"
        "Activity No. 7 - Oars\n\n{}",
        [("3", "Feria"), ("2", "Foire"), ("1.1", "Feira"), ("4", "Fair"), ("I.1.5", "Taller"), ("6", "Remos"),
         ("7", "Oars")],
    ),
    "all that is told on the heading's line": (
        "ACTIVIDAD I.1.1: Feria de sogas. Se hará en Lima.\n\nACTIVIDAD I.1.2: Curso de grúas. Segunda edición\n\n{}",
        [("I.1.1", "Feria de sogas"), ("I.1.2", "Curso de grúas. Segunda edición")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "activities"), LAYOUTS.values(), ids=LAYOUTS.keys())
def test_activities_are_found_in_every_layout(text, activities):
    outline = read_outline(read_document("plan.txt", text.replace("{}", TOLD) + "\n"))
    assert [(unit.code, unit.title) for unit in outline.activities] == activities


@pytest.mark.parametrize(
    "text",
    [
        "Notes on harbours\n\n1.1 Harbours of old\n\n{}\n\n1.2 Harbours of now\n\n{}",
        "Notes on harbours\n\nActivities:\n\n- rowing\n- sailing",
        "Work Programme for 2031\n\nAREA I. SEA\n\n{} It aims at two things:\n\n1. To learn\n\n2. To lift\n\n{}",
        "Work Programme for 2031\n\nAREA I. SEA\n\n3.5 million ropes were tied.\n\n{}",
    ],
)
def test_numbers_and_lists_of_other_things_are_no_activities(text):
    assert not read_outline(read_document("notes.txt", text.replace("{}", TOLD) + "\n")).activities


def test_the_parts_above_activities_without_keyword_are_found_too():
    text, _ = LAYOUTS["no keyword at all"]
    units = read_outline(read_document("plan.txt", text.replace("{}", TOLD))).units
    assert [(u.level, u.code) for u in units if u.level != "activity"] == [
        ("area", "1"), ("project", "1.1"), ("project", "1.2")
    ]  # fmt: skip


def test_a_list_within_an_activity_is_none_of_activities():
    text = f"ACTIVITY 1. Fair of ropes\n\n{TOLD}\n\nActivities:\n\n1. Tying\n2. Rowing\n"
    [activity] = read_outline(read_document("plan.txt", text)).activities
    assert activity.title == "Fair of ropes"
