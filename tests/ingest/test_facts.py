"""Facts of an activity: what is said of it, no more, each with its span."""

import pytest

from ingest.activities.facts import ActivityFacts, read_facts
from ingest.metadata import read_document
from ingest.outline.tree import read_outline
from kg.linking.documents import link

REPORT = "Annual Report of the Harbour Office\n\nThis tells of the period November 2029 - October 2030.\n\n"
PLAN = "Work Programme for the year 2031\n\nThe harbours of the coast plan to meet.\n\n"


def read(text: str) -> ActivityFacts:
    document = read_document("a.txt", text)
    [facts] = read_facts(document, read_outline(document), link(text, language=document.metadata.language))
    return facts


def reported(told: str, title: str = "Ports of the coast") -> ActivityFacts:
    return read(f"{REPORT}ACTIVITY 1. {title}\n\n{told}\n")


def planned(told: str) -> ActivityFacts:
    return read(f"{PLAN}ACTIVITY 1. Ports of the coast\n\n{told}\n")


def dates(facts: ActivityFacts) -> list[tuple[str, str]]:
    return [(span.start, span.end) for span, _ in facts.dates]


def places(facts: ActivityFacts) -> list[tuple[str, str]]:
    return [(city, country.slug) for city, country, _ in facts.places]


def test_a_report_tells_what_was_done_and_a_plan_what_is_planned():
    assert reported("They met.").status.value == "implemented"
    assert planned("They meet.").status.value == "planned"


@pytest.mark.parametrize(
    ("said", "status", "year"),
    [
        ("This activity was rescheduled for the second half of 2031.", "rescheduled", "2031"),
        ("Activity rescheduled for 2031.", "rescheduled", "2031"),
        ("At the host's request the seminar was postponed to March 2031.", "rescheduled", "2031"),
        ("The activity was rescheduled.", "rescheduled", None),
        ("This activity was suspended for want of ships.", "suspended", None),
        ("The workshop has been cancelled.", "suspended", None),
        ("This activity was not implemented.", "not-implemented", None),
        ("Activity not implemented.", "not-implemented", None),
        ("Esta actividad se reprograma para 2031.", "rescheduled", "2031"),
        ("La actividad fue suspendida.", "suspended", None),
        ("Esta actividad no se realizó.", "not-implemented", None),
        ("Esta atividade foi reprogramada para 2031.", "rescheduled", "2031"),
        ("A atividade não foi executada.", "not-implemented", None),
        ("Cette activité a été reportée à 2031.", "rescheduled", "2031"),
        ("L'activité n'a pas été réalisée.", "not-implemented", None),
        ("The seminar, to be held in May, was cancelled by the host.", "suspended", None),
        ("The fair could not be held in Lima, and was postponed to 2031.", "rescheduled", "2031"),
        ("Both sides agreed to hold this activity in the first quarter of 2031.", "rescheduled", "2031"),
        ("Both sides agreed to postpone this activity until next year.", "rescheduled", "2031"),
        ("La conferencia se pospuso para el próximo año.", "rescheduled", "2031"),
        ("Esta actividad no se llevó a cabo.", "not-implemented", None),
        ("El taller se suspendió por el temporal.", "suspended", None),
        ("A atividade foi adiada para o próximo ano.", "rescheduled", "2031"),
        ("Cette activité est reportée à l'année prochaine.", "rescheduled", "2031"),
        ("Cette réunion n'a pas eu lieu.", "not-implemented", None),
        ("Work on the ports of the coast could not be started this year.", "not-implemented", None),
        (
            "This workshop could not be held in June; the hosts proposed to hold it early in 2031.",
            "rescheduled",
            "2031",
        ),
        ("The fair was not held. It will appear again in the Work Programme for next year.", "rescheduled", "2031"),
        (
            "This activity has not been carried out, since no pilot was free, and was moved to 2031.",
            "rescheduled",
            "2031",
        ),
        (
            "El taller no pudo celebrarse por el temporal. Las partes convinieron trasladarlo a 2031.",
            "rescheduled",
            "2031",
        ),
        ("La reunión no se realizó. Se celebrará en 2031.", "rescheduled", "2031"),
        ("A oficina não pôde ser realizada. O escritório decidiu organizá-la em 2031.", "rescheduled", "2031"),
        ("L'atelier n'a pas pu avoir lieu. Il sera organisé en 2031.", "rescheduled", "2031"),
        ("This activity was merged with another one on lamps.", "not-implemented", None),
        ("The congress was called off because of a strike.", "suspended", None),
        ("La feria quedó sin efecto.", "suspended", None),
        ("This meeting was moved to October. It was held in Lima on 3 October 2030.", "implemented", None),
        ("The forum was not held in Lima but in Quito, on 3 May.", "implemented", None),
    ],
)
def test_a_status_is_what_is_said_of_the_activity(said, status, year):
    facts = reported(said)
    assert facts.status.value == status
    assert (facts.rescheduled_to.value if facts.rescheduled_to else None) == year


@pytest.mark.parametrize(
    "said",
    [
        "Ministers told how trade was suspended during the storm of the century.",
        "Ships whose voyages were cancelled lay in all harbours.",
        "They learnt that reforms had been postponed in many countries.",
        "The ports told how trade was suspended.",
        "A strike was not held.",
        "Ferries were moved to Callao.",
    ],
)
def test_what_happened_to_something_else_is_no_status(said):
    assert reported(f"{said} They met for two days.").status.value == "implemented"


PREAMBLE = "Harbour masters had long asked for lamps that last a winter. " * 8


@pytest.mark.parametrize(
    ("said", "status", "year"),
    [
        ("This activity was meant for June, but for want of money it was suspended.", "suspended", None),
        ("The Secretariat had to cancel this activity.", "suspended", None),
        ("Both sides agreed to postpone this activity until 2031.", "rescheduled", "2031"),
        ("This workshop is being rescheduled for 30 October.", "rescheduled", None),
        ("The VII Meeting is scheduled to take place in December.", "planned", None),
        ("Por falta de fondos hubo que suspender esta actividad.", "suspended", None),
        ("This meeting was suspended. Later this meeting was rescheduled for 2031.", "rescheduled", "2031"),
    ],
)
def test_what_became_of_it_may_be_said_late_and_the_last_word_counts(said, status, year):
    facts = reported(PREAMBLE + said)
    assert facts.status.value == status
    assert (facts.rescheduled_to.value if facts.rescheduled_to else None) == year


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("The Forum on Lamps will be held in Lima on 3 December of this year.", "planned"),
        ("El Foro se realizará en Lima el 3 de diciembre del presente año.", "planned"),
        ("It was held on 3 May. The second one will be held on 3 December of this year.", "implemented"),
        ("The next Forum will be held in Lima on 3 December 2031.", "implemented"),
    ],
)
def test_what_is_only_still_to_come_in_the_years_of_a_report_is_planned(said, status):
    assert reported(said).status.value == status


def test_late_in_a_report_the_fate_of_other_things_is_no_status():
    said = "Ferries were suspended in May. The next meeting of the bank will be held in Lima. Rates were rescheduled."
    assert reported(PREAMBLE + said).status.value == "implemented"


def test_a_status_on_the_heading_line_counts():
    facts = reported("Hosts asked for it.", title="Ports of the coast. This activity was rescheduled for 2031.")
    assert (facts.unit.title, facts.status.value) == ("Ports of the coast", "rescheduled")


def test_what_was_not_held_has_no_date_and_no_place():
    facts = reported("This activity was rescheduled for 3 May 2031 in Lima, Peru.")
    assert (facts.dates, facts.places) == ((), ())


@pytest.mark.parametrize(
    ("said", "modality"),
    [
        ("Virtual. 3 May.", ["virtual"]),
        ("Held face to face in a hall.", ["face-to-face"]),
        ("Face-to-face-Virtual. 3 May.", ["face-to-face", "virtual"]),
        ("A hybrid meeting.", ["face-to-face", "virtual"]),
        ("Reunión presencial y virtual.", ["face-to-face", "virtual"]),
        ("Oficina em formato híbrido.", ["face-to-face", "virtual"]),
        ("Réunion en ligne.", ["virtual"]),
        ("The meeting was held by videoconference on 3 May.", ["virtual"]),
        ("A distance course, given by internet. 3 May.", ["virtual"]),
        ("The forum was held via Zoom on 3 May.", ["virtual"]),
        ("El taller se dictó a través de la plataforma Zoom.", ["virtual"]),
        ("Bajo la modalidad a distancia se dictó el curso.", ["virtual"]),
        ("A reunião realizou-se por videoconferência.", ["virtual"]),
        ("La réunion s'est tenue en visioconférence.", ["virtual"]),
        ("El curso, semipresencial, se impartió en mayo.", ["face-to-face", "virtual"]),
        ("They met on an island at a distance of 3 miles.", []),
        ("El taller trató de la educación a distancia.", []),
        ("They met.", []),
        ("Online sales of nets grew for years. They met.", []),
    ],
)
def test_the_modality_is_what_the_opening_says(said, modality):
    assert [each.value for each in reported(said).modality] == modality


def test_the_form_may_be_told_late_where_the_event_is_announced():
    facts = reported(f"{PREAMBLE}The seminar was held virtually on 3 May 2030.")
    assert [each.value for each in facts.modality] == ["virtual"]


def test_a_webinar_told_far_below_is_not_the_form_of_the_event():
    assert (
        reported(f"They met in a hall. {'Ships came and went all day long. ' * 20}A webinar followed.").modality == ()
    )


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Virtual. 27 and 28 August.", [("2030-08-27", "2030-08-28")]),
        ("Virtual. 12 November.", [("2029-11-12", "2029-11-12")]),
        ("Virtual. 30 December to 2 January.", [("2029-12-30", "2030-01-02")]),
        ("It was held on 11 and 30 March 2030.", [("2030-03-11", "2030-03-11"), ("2030-03-30", "2030-03-30")]),
        ("It was held in February 2030.", [("2030-02", "2030-02")]),
        ("Founded on 4 May 1990, the network met.", []),
        ("After the meeting of 3 June 2029 it met on 4 June 2030.", [("2030-06-04", "2030-06-04")]),
        ("On 3 May the envoy presented his letters in Lima.", []),
        ("On 3 May 2030 the Secretariat presented the guide at the Forum of Ports.", [("2030-05-03", "2030-05-03")]),
        ("They met.", []),
    ],
)
def test_dates_of_a_report_have_the_year_of_its_period(said, expected):
    assert dates(reported(said)) == expected


def test_a_date_that_a_turned_page_parts_is_one():
    turned = "\n\n<sup>4</sup> See the annex.\n\n12\n\n"
    told = f"Those who run the harbours met in Lima, Peru, from 27 to 28{turned}August 2030."
    assert dates(reported(told)) == [("2030-08-27", "2030-08-28")]


BACKGROUND = (
    "A. Background and justification\n\n{}\n\nB. Objectives\n\n- To meet\n\nC. Expected results\n\nA meeting.\n"
)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("The seminar will be held on 3 and 4 May 2031.", [("2031-05-03", "2031-05-04")]),
        ("It is scheduled to be held in February 2031.", [("2031-02", "2031-02")]),
        ("The harbours met in Lima on 3 May 2030.", []),
        ("The first meeting will be held on 5 June 2030, before the plan begins.", []),
        ("El seminario se realizará los días 3 y 4 de mayo.", [("2031-05-03", "2031-05-04")]),
        ("O seminário será realizado em 3 de maio.", [("2031-05-03", "2031-05-03")]),
        ("Le séminaire aura lieu le 3 mai.", [("2031-05-03", "2031-05-03")]),
        ("The Secretariat held a seminar in Lima on 3 May.", []),
    ],
)
def test_a_plan_dates_only_what_it_announces(said, expected):
    assert dates(planned(BACKGROUND.format(said))) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Face-to-face. Lima, Peru. 3 May.", [("Lima", "PE")]),
        ("It was held in San José, Costa Rica.", [("San José", "CR")]),
        ("It was held in Buenos Aires (Argentina).", [("Buenos Aires", "AR")]),
        ("It was held in Port of Spain, Trinidad and Tobago.", [("Port of Spain", "TT")]),
        ("Those of Cuba, Peru and Chile met.", []),
        ("It was led by the Pacific Alliance, Peru having the chair.", []),
        ("In May, Peru joined.", []),
    ],
)
def test_a_place_is_a_city_before_its_country(said, expected):
    assert places(reported(said)) == expected


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("**Number of participants:** 63", "63"),
        ("Number of participants: 1,204", "1204"),
        ("**Número de participantes: 25**", "25"),
        ("Total de participantes: 40", "40"),
        ("Nombre de participants : 18", "18"),
        ("The participants were glad.", None),
        ("Participants: 40, online\n\nParticipants: 30, online\n\n**Total participants: 70**", "70"),
        ("The seminar was attended by 63 officials from 12 countries.", "63"),
        ("More than 1,200 participants from all coasts came.", "1200"),
        ("El taller contó con la participación de 45 funcionarios.", "45"),
        ("A oficina contou com a participação de 45 especialistas.", "45"),
        ("L'atelier a réuni plus de 45 experts.", "45"),
        ("The bank has 30 representatives.", None),
    ],
)
def test_participants_are_counted_where_a_line_counts_them(line, count):
    facts = reported(f"They met.\n\n{line}\n")
    assert (facts.participants.value if facts.participants else None) == count


def test_a_plan_names_the_venue_of_its_format_with_or_without_a_date():
    plan = "A. Background\n\nThey met in Lima in 2026.\n\nB. Format of the activity\n\n{}\n"
    assert places(planned(plan.format("Hybrid event. Venue: Santo Domingo, Dominican Republic."))) == [
        ("Santo Domingo", "DO")
    ]
    assert places(planned(plan.format("A meeting in Cartagena, Colombia, in May."))) == [("Cartagena", "CO")]


def test_objectives_and_results_are_the_items_of_their_sections():
    told = (
        "A. Background\n\nLong ago.\n\nB. Objectives\n\n1. To meet; and\n2. To part.\n\n12\n\n3. To write.\n\n"
        "C. Expected results\n\nA meeting of harbour masters.\n\nD. Budget\n\nNo cost to the Office.\n"
    )
    facts = planned(told)
    assert [item.value for item in facts.objectives] == ["To meet; and", "To part.", "To write."]
    assert [item.value for item in facts.expected_results] == ["A meeting of harbour masters."]
    assert facts.budget.value == "No cost to the Office."


def test_goals_are_those_stated_by_number_once():
    facts = planned("It serves SDG 14 and Goals 8, 9 and 14.")
    assert sorted(entity.slug for entity, _ in facts.goals) == ["14", "8", "9"]


def test_the_title_of_the_event_is_what_a_report_links_to_where_it_differs():
    facts = reported("[Harbours \\(of all kinds\\) and ships.](#) Virtual. 3 May.")
    assert facts.event_title.value == "Harbours (of all kinds) and ships"
    assert reported("[Ports of the coast.](#) Virtual.").event_title is None


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("The Secretariat organised the “Seminar on ports and lamps”.", "Seminar on ports and lamps"),
        ("The Secretariat published “A seminar on ports”.", None),
        ("The Secretariat took part in the “World Congress of Bakers”.", None),
        ("The workshop on “Ports of the coast” was held.", None),
    ],
)
def test_the_title_of_the_event_may_stand_in_quotes_where_it_is_said_to_be_held(said, title):
    found = reported(said).event_title
    assert (found.value if found else None) == title


def test_the_title_of_the_event_is_found_in_other_languages():
    facts = reported("La Secretaría realizó el «Foro de puertos de la costa».", title="Puertos y faros de la costa")
    assert facts.event_title.value == "Foro de puertos de la costa"


def test_the_date_stands_behind_a_link_however_long():
    title = "Harbours of the coast and what they may learn from each other when storms come. " * 8
    assert dates(reported(f"[{title}](#) Virtual. 3 May 2030.")) == [("2030-05-03", "2030-05-03")]


def test_every_fact_has_a_span_that_says_it():
    text = (
        f"{REPORT}ACTIVITY 1. Ports\n\n"
        "They came. Virtual. It was held in Lima, Peru, on 3 May 2030. It serves SDG 14.\n\n"
        "**Number of participants:** 63\n"
    )
    facts = read(text)
    said = lambda fact: text[fact.start : fact.end]  # noqa: E731 - short, and used below only
    assert said(facts.dates[0][1]) == "It was held in Lima, Peru, on 3 May 2030."
    assert said(facts.places[0][2]) == "It was held in Lima, Peru, on 3 May 2030."
    assert said(facts.modality[0]) == "Virtual."
    assert said(facts.goals[0][1]) == "It serves SDG 14."
    assert said(facts.participants) == "**Number of participants:** 63"
    assert said(facts.status).startswith("ACTIVITY 1. Ports")


def test_a_document_of_no_known_kind_or_period_still_has_facts():
    facts = read("ACTIVITY 1. Ports\n\nIt was held in Lima, Peru, on 3 May 2030, and again on 4 June.\n")
    assert (facts.status.value, dates(facts), places(facts)) == (
        "implemented", [("2030-05-03", "2030-05-03")], [("Lima", "PE")],
    )  # fmt: skip
