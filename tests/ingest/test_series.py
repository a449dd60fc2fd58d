"""Series: one undertaking over the years is one, two are two, whatever the order they come in."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from ingest.series.accounts import Account
from ingest.series.grouping import find_series
from ingest.series.undertaking_names import telling_words

TUGS = "Tug crews compare winches and hawsers, and agree on signals for towing barges through narrow locks."
EELS = "Fishermen count eels at weirs; biologists from three universities explain ladders, turbines and spawning."


def told(
    document: str, code: str, *titles: str, text: str = "", project: str = "", language: str = "en",
    alone: bool = False, named: tuple[str, ...] = (),
) -> Account:  # fmt: skip
    """What a document, such as plan-2031 or report-2032, says of an activity."""
    kind, year = document.split("-")[:2]
    work = document.removesuffix("-es")
    words = Counter(telling_words(f"{titles[0]} {text}"))
    return Account(
        activity=f"{work}-{code}", document=document, work=work, language=language, planned=kind == "plan",
        years=(int(year),), position=int(code), code=code, titles=titles, place=(project,) if project else (),
        alone=alone, named=named, words=tuple(sorted(words.items())), heading=titles[0], start=0, end=len(titles[0]),
    )  # fmt: skip


def series(*accounts: Account) -> list[list[str]]:
    """The activities of each series."""
    return [[member.undertaking.first.activity for member in each.members] for each in find_series(accounts)]


def reasons(*accounts: Account) -> set[tuple[float, str]]:
    return {(m.link.score, m.link.reason) for each in find_series(accounts) for m in each.members}


def test_a_meeting_is_one_series_over_its_numbers_themes_and_other_words_for_the_region():
    found = series(
        told("report-2030", "1", "II Meeting of River Pilots: Locks in winter", text=EELS),
        told("plan-2031", "1", "Third meeting of river pilots of Latin America and the Caribbean", text=TUGS),
        told("report-2031", "4", "Pilots on rivers. 3rd Regional Seminar of River Pilots (2031)"),
        told("plan-2032", "2", "Annual Meeting of River Pilots - Radar"),
    )
    assert found == [["report-2030-1", "plan-2031-1", "report-2031-4", "plan-2032-2"]]


@pytest.mark.parametrize(
    ("language", "titles"),
    [
        ("es", ("IV Reunión de Autoridades Portuarias de América Latina y el Caribe: Hielo",
                "Quinta Reunión Regional de la Autoridad Portuaria", "6.ª Reunión de Autoridades Portuarias")),
        ("pt", ("IV Reunião Regional de Autoridades Portuárias", "Quinta Reunião das Autoridades Portuárias - Gelo",
                "6a Reunião Anual da Autoridade Portuária da América Latina e do Caribe")),
        ("fr", ("IV Réunion régionale des travaux sur les écluses", "Cinquième réunion : travaux sur l’écluse",
                "6e Réunion annuelle des travaux sur les écluses d’Amérique latine et des Caraïbes")),
    ],
)  # fmt: skip
def test_a_meeting_is_one_series_in_each_language(language, titles):
    told_in = [told(f"plan-{year}", "1", title, language=language) for year, title in enumerate(titles, 2031)]
    assert series(*told_in) == [["plan-2031-1", "plan-2032-1", "plan-2033-1"]]


def test_a_link_has_its_score_and_its_reason():
    assert reasons(told("plan-2031", "1", "Atlas of weirs"), told("report-2031", "1", "Atlas of Weirs")) == {
        (1.0, "same title")
    }
    assert reasons(told("plan-2031", "1", "II Forum on weirs"), told("plan-2032", "1", "III Forum on weirs")) == {
        (1.0, "same title without its number")
    }
    assert reasons(told("plan-2031", "1", "Forum on weirs: Ice"), told("plan-2032", "1", "Forum on weirs: Mud")) == {
        (0.95, "same by name: weir")
    }


def test_meetings_with_near_alike_names_and_the_same_number_stay_apart():
    found = series(
        told("plan-2031", "1", "IV Meeting of River Pilots"),
        told("plan-2031", "2", "IV Meeting of Harbour Masters"),
        told("report-2031", "1", "V Meeting of Bridge Masters"),
        told("report-2031", "2", "IV Meeting of Balloon Pilots"),
    )
    assert found == []


@pytest.mark.parametrize("title", ["Seminar", "Virtual training workshop", "II Regional Meeting", "Taller regional"])
def test_a_title_that_says_only_the_form_of_a_meeting_links_nothing(title):
    assert series(told("plan-2031", "1", title, text=TUGS), told("plan-2032", "1", title, text=EELS)) == []


def test_a_telling_title_links_whatever_the_content():
    title = "Case studies of inland ferries"
    assert len(series(told("report-2031", "1", title, text=TUGS), told("report-2032", "1", title, text=EELS))) == 1


def test_a_meeting_and_a_meeting_about_a_part_of_it_stay_apart():
    found = series(
        told("plan-2031", "1", "Meeting of the Council of River Pilots", text=TUGS),
        told("report-2031", "1", "Meeting of the Committee on Eels of the Council of River Pilots", text=EELS),
    )
    assert found == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2030 Agenda: Seminar on tug crews", "2030 Agenda: Forum on eel ladders"),
        ("Digital rivers: towing through locks", "Digital rivers: counting eels at weirs"),
        ("Rivers of tomorrow. Policies for eels", "Council on eels. Policies for eels"),
    ],
)
def test_titles_that_share_a_frame_or_a_theme_stay_apart(one, other):
    assert series(told("plan-2031", "1", one, text=TUGS), told("report-2031", "1", other, text=EELS)) == []


def test_the_same_analysis_of_two_countries_is_two():
    found = series(
        told("plan-2031", "1", "Analysis of river trade with Norway", named=("norway",), alone=True, project="Rivers"),
        told("plan-2032", "1", "Analysis of river trade with Fiji", named=("fiji",), alone=True, project="Rivers"),
    )
    assert found == []


def test_a_document_lists_an_undertaking_once_unless_only_a_number_parts_the_titles():
    later = told("report-2032", "1", "III Course on weirs")
    assert series(told("report-2031", "1", "Course on weirs"), told("report-2031", "2", "Course on weirs")) == []
    assert series(
        told("report-2031", "1", "I Course on weirs"), told("report-2031", "2", "II Course on weirs"), later
    ) == [["report-2031-1", "report-2031-2", "report-2032-1"]]


def test_a_renamed_activity_is_known_by_its_content():
    found = reasons(
        told("plan-2031", "1", "Guide to towing through locks", text=TUGS),
        told("plan-2031", "2", "Census of eels", text=EELS),
        told("plan-2032", "1", "Manual on locks for tug crews", text=TUGS),
    )
    ((score, reason),) = found
    assert 0.3 < score < 0.95 and reason.startswith("same content: ")


def test_a_renamed_activity_is_not_guessed_where_two_are_as_near():
    found = series(
        told("plan-2031", "1", "Guide to towing through locks", text=TUGS),
        told("plan-2031", "2", "Handbook on towing through locks", text=TUGS),
        told("plan-2032", "1", "Manual on towing, locks and tugs", text=TUGS),
    )
    assert found == []


def test_a_planned_activity_meets_its_report_in_the_same_project_and_year():
    plan = told("plan-2031", "1", "Technical committees on international ferry passes", project="Ferries for all")
    report = told("report-2031", "7", "Ferry passes as a help to travellers", project="Ferries for all")
    elsewhere = told("report-2031", "7", "Ferry passes as a help to travellers", project="Museums")
    later = told("report-2035", "7", "Ferry passes as a help to travellers", project="Ferries for all")
    assert reasons(plan, report) != set() == reasons(plan, elsewhere) == reasons(plan, later)


def test_an_event_is_known_by_its_own_title():
    found = series(
        told("report-2031", "1", "Second pillar", "IV Meeting of River Pilots"),
        told("plan-2032", "1", "V Meeting of River Pilots"),
    )
    assert found == [["report-2031-1", "plan-2032-1"]]


def test_a_name_that_one_title_spells_out_is_the_acronym_of_another():
    found = series(
        told("plan-2031", "1", "Forum on inland ferry operators (IFO) and ice"),
        told("plan-2032", "1", "Forum on IFO and ice"),
    )
    assert len(found) == 1


def test_a_translation_is_the_same_activity_and_joins_what_each_language_names():
    found = find_series([
        told("report-2031", "1", "IV Meeting of River Pilots"),
        told("report-2031-es", "1", "IV Reunión de Prácticos de Río", language="es"),
        told("plan-2032-es", "1", "V Reunión de Prácticos de Río", language="es"),
        told("plan-2033", "1", "VI Meeting of River Pilots"),
    ])  # fmt: skip
    assert [m.undertaking.first.activity for m in found[0].members] == [
        "report-2031-1",
        "plan-2032-es-1"[:9] + "-1",
        "plan-2033-1",
    ]
    assert found[0].labels == (("en", "Meeting of River Pilots"), ("es", "Reunión de Prácticos de Río"))


def test_two_languages_meet_by_an_acronym_or_by_number_code_and_year():
    index = told("plan-2031", "1", "Index of ferry policies (FERPOL)")
    indice = told("report-2032-es", "1", "Índice de políticas de balsas (FERPOL)", language="es")
    meeting = told("plan-2033", "2", "XIV Meeting of River Pilots")
    reunion = told("report-2033-es", "2", "XIV Reunión de Prácticos de Río", language="es")
    other = told("report-2033-es", "3", "XIV Reunión de Fareros", language="es")
    assert series(index, indice, meeting, reunion, other) == [
        ["plan-2031-1", "report-2032-1"],
        ["plan-2033-2", "report-2033-2"],
    ]


def test_the_order_of_the_accounts_changes_nothing():
    accounts = [
        told(f"{kind}-{year}", str(code), f"{number} Meeting of {who}", text=text)
        for year, number in ((2031, "I"), (2032, "II"), (2033, "III"))
        for kind in ("plan", "report")
        for code, (who, text) in enumerate((("River Pilots", TUGS), ("Eel Counters", EELS), ("Tug Crews", TUGS)))
    ]
    first = find_series(accounts)
    for seed in range(5):
        mixed = random.Random(seed).sample(accounts, len(accounts))
        assert [(s.slug, s.labels, [(m.undertaking.first, m.link.score, m.link.reason) for m in s.members])
                for s in find_series(mixed)] == [
                (s.slug, s.labels, [(m.undertaking.first, m.link.score, m.link.reason) for m in s.members])
                for s in first]  # fmt: skip


def test_a_later_document_leaves_the_names_of_series_as_they_were():
    early = [told("plan-2031", "1", "I Meeting of River Pilots"), told("plan-2032", "1", "II Meeting of River Pilots")]
    late = told("plan-2033", "1", "Annual meeting of river pilots: Fog")
    (before,), (after,) = find_series(early), find_series([*early, late])
    assert before.slug == after.slug == "meeting-of-river-pilots"
    assert len(after.members) == 3
