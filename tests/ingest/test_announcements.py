"""When and where a plan says that its event is to be held, with the traps of earlier editions beside it."""

import pytest

from ingest.activities.facts import ActivityFacts, read_facts
from ingest.metadata import read_document
from ingest.outline.tree import read_outline
from kg.linking.documents import link

OPENINGS = {
    "en": "Work Programme for the year 2030\n\nACTIVITY",
    "es": "Programa de Trabajo para el año 2030\n\nACTIVIDAD",
    "pt": "Programa de Trabalho para o ano 2030\n\nATIVIDADE",
    "fr": "Programme de travail pour l'année 2030\n\nACTIVITÉ",
}
ANNOUNCED = [  # language, what is planned, when, where
    ("en", "A seminar for pilots in Lima, Peru, on 3 and 4 May 2030, and a handbook.", "2030-05-03", "Lima"),
    ("en", "Two workshops on tides, to be conducted in Callao, Peru. The date is open.", None, "Callao"),
    ("en", "A course of six weeks for crane drivers, from 4 March to 12 April 2030.", "2030-03-04", None),
    ("en", "It is now foreseen for the last week of October 2030.", "2030-10", None),
    ("es", "Taller presencial que se dictará en Lima, Perú, los días 3 y 4 de mayo de 2030.", "2030-05-03", "Lima"),
    ("es", "Simulacro virtual previsto para el mes de septiembre, con los pilotos.", "2030-09", None),
    (
        "es",
        "Seminario que reunirá en Quito, durante la segunda semana de octubre, a los prácticos.",
        "2030-10",
        "Quito",
    ),
    ("pt", "Oficina presencial prevista para o mês de setembro em Brasília, com os práticos.", "2030-09", "Brasília"),
    ("fr", "Atelier sur les phares à Lima, Pérou, les 3 et 4 mai 2030.", "2030-05-03", "Lima"),
]
NOT_ANNOUNCED = [  # of an earlier edition, of another body, of a paper
    ("en", "A study on tolls. The seminar held in Lima, Peru, on 3 May 2028 asked for it."),
    ("en", "The report of the pilots will be published in June 2030."),
    ("en", "A forum on buoys, as agreed before 3 May 2030."),
    ("es", "Guía de faros. El taller anterior se celebró en Lima, Perú, en mayo de 2029."),
    ("es", "La Cumbre de Puertos, que se celebrará en Lima en mayo de 2030, examinará el asunto."),
    ("pt", "Guia de faróis. A oficina anterior teve lugar em Lima, Peru, em maio de 2029."),
    ("fr", "Guide des phares. L'atelier précédent a eu lieu à Lima, Pérou, en mai 2029."),
]


def read(told: str, language: str) -> ActivityFacts:
    text = f"{OPENINGS[language]} 1. Lighthouses\n\n{told}\n"
    document = read_document("a.txt", text)
    [facts] = read_facts(document, read_outline(document), link(text, language=language))
    return facts


@pytest.mark.parametrize(("language", "told", "start", "city"), ANNOUNCED)
def test_a_plan_announces_by_a_verb_to_come_or_by_none(language, told, start, city):
    facts = read(told, language)
    assert [span.start for span, _ in facts.dates] == ([start] if start else [])
    assert [name for name, _, _ in facts.places] == ([city] if city else [])


@pytest.mark.parametrize(("language", "told"), NOT_ANNOUNCED)
def test_what_was_held_and_what_others_hold_is_not_announced(language, told):
    facts = read(told, language)
    assert (facts.dates, facts.places) == ((), ())


def test_a_month_within_the_months_of_a_course_is_no_date_of_its_own():
    facts = read("A course between March and May 2030, and a closing forum in Lima in the last week of May.", "en")
    assert [(span.start, span.end) for span, _ in facts.dates] == [("2030-03", "2030-05")]
    assert [city for city, _, _ in facts.places] == ["Lima"]


def test_a_videoconference_is_virtual():
    assert [form.value for form in read("A videoconference of pilots on 3 May 2030.", "en").modality] == ["virtual"]
