"""Countries enumerated in prose: behind people of theirs, behind a colon, behind a verb; and those that didn't come."""

import pytest

from tests.ingest.test_told_roles import reported

THREE = {"CL": "member-country", "ES": "other-country", "PE": "member-country"}


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Pilots' inspectors and officials from Chile, Peru and Spain took part."),
        ("en", "Of the ninety students, sixty passed; they came from the harbour schools of Chile, Peru and Spain."),
        ("en", "Those attending were the directors of tides of Chile, Peru and Spain."),
        ("en", "The largest groups of students came from Peru (34), Chile (22) and Spain (3)."),
        ("en", "Three countries sent pilots to the harbour, namely: Chile, Peru and Spain."),
        ("en", "Delegates of the following States attended the race: Chile, Peru and Spain."),
        ("en", "Also in attendance were Chile and Peru, together with Spain."),
        ("en", "Chile, Peru and Spain joined online."),
        ("es", "Los treinta asistentes provenían de las autoridades portuarias de Chile, España y Perú."),
        ("es", "Asistieron a la regata los siguientes países: Chile, España y Perú."),
        ("es", "Participaron los directores y responsables de los faros de Chile, Perú y España."),
        ("es", "Se contó con la presencia de los equipos de rescate de Chile y Perú, además de España."),
        ("pt", "Concluíram o curso trinta pilotos públicos; assistiram ao ato técnicos portuários do Chile, do Peru e "
         "da Espanha."),
        ("pt", "Registrou-se ainda a presença do Chile, do Peru e da Espanha."),
        ("pt", "Assistiram à regata os seguintes países: Chile, Espanha e Peru."),
        ("fr", "Des universitaires du Chili, du Pérou et de l'Espagne ont parlé des marées."),
        ("fr", "Vingt personnes, venues du Chili, du Pérou et de l'Espagne, ont visité le port."),
        ("fr", "Les pays suivants ont envoyé des pilotes : le Chili, le Pérou et l'Espagne."),
    ],
)  # fmt: skip
def test_enumerated_countries_took_part(language, told):
    assert reported(told, language) == THREE


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Experts compared lamps of Chile, Peru and Spain."),
        ("en", "Experts of the port presented the rules of Chile, Peru and Spain."),
        (
            "en",
            "The course is meant for officials from Chile, Peru and Spain, and is aimed at pilots of Cuba and Chile.",
        ),
        ("en", "The subjects covered by ALADI and CAF were tides and lamps."),
        ("en", "The lamps come from Chile, Peru and Spain."),
        ("en", "The study covers three countries: Chile, Peru and Spain."),
        ("es", "Los expertos compararon puertos de Chile, Perú y España."),
        ("es", "Los técnicos del puerto examinaron las leyes de Chile, Perú y España."),
        ("pt", "Os técnicos compararam os portos do Chile, do Peru e da Espanha."),
        ("fr", "Les experts ont comparé les ports du Chili, du Pérou et de l'Espagne."),
    ],
)
def test_countries_whose_things_are_spoken_of_took_no_part(language, told):
    assert reported(told, language) == {}


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "The partners of the Secretariat are ALADI and CAF."),
        ("es", "Se elaboró con la asesoría de ALADI y de CAF."),
        ("pt", "Os parceiros da Secretaria foram ALADI e CAF."),
        ("fr", "Les partenaires du Secrétariat étaient ALADI et CAF."),
    ],
)
def test_partners_are_enumerated_behind_the_word(language, told):
    assert reported(told, language) == {"ALADI": "partner", "CAF": "partner"}


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "The fares of the pilots were covered by ALADI and CAF."),
        ("es", "ALADI y CAF prestaron su apoyo financiero."),
        ("es", "Los gastos del puerto fueron sufragados por ALADI y CAF."),
        ("pt", "Os custos do porto foram custeados pela ALADI e CAF."),
        ("fr", "Les frais du port ont été pris en charge par ALADI et CAF."),
    ],
)
def test_those_by_whom_costs_are_borne_are_funders(language, told):
    assert reported(told, language) == {"ALADI": "funder", "CAF": "funder"}
