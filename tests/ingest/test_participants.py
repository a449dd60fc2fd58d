"""How many took part, as sentences tell it in four languages, and what is counted beside people."""

import pytest

from ingest.activities.facts import read_facts
from ingest.metadata import read_document
from ingest.outline.tree import read_outline
from kg.linking.documents import link

OPENING = "Annual Report of the Harbour Office 2030\n\nACTIVITY 1. III Forum on lamps\n\n"


def participants(told: str, opening: str = OPENING) -> str | None:
    document = read_document("a.txt", f"{opening}They met on 3 May 2030.\n\n{told}\n")
    [facts] = read_facts(document, read_outline(document), link(document.text))
    return facts.participants.value if facts.participants else None


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ("Some 90 representatives of ferry lines took part.", "90"),
        ("Fifty-eight persons attended, with six speakers.", "58"),
        ("The forum was held with the attendance of 76 people.", "76"),
        ("Total attendance: 76 people.", "76"),
        ("It was attended by 63.", "63"),
        ("It brought together more than one hundred and twenty pilots' delegates.", "120"),
        ("A lecture was given through a virtual platform, with 45 attendees.", "45"),
        ("Of the 1,204 students who enrolled, 900 got a certificate.", "1204"),
        ("A total of 40 port officials were trained.", "40"),
        ("Asistieron 118 participantes de doce puertos.", "118"),
        ("Acudieron treinta y dos empresarios navieros.", "32"),
        ("El foro reunió a unos 45 expertos.", "45"),
        ("Hubo 64 inscritos.", "64"),
        ("Se contó con la presencia de setenta funcionarios.", "70"),
        ("En el curso se capacitó a 1.250 personas.", "1250"),
        ("Participaram cerca de quarenta e cinco técnicos.", "45"),
        ("O encontro contou com a presença de 80 pessoas.", "80"),
        ("Inscreveram-se 33 servidores públicos.", "33"),
        ("Y ont pris part quatre-vingt-douze délégués.", "92"),
        ("L'atelier a rassemblé une soixantaine de participants.", "60"),
        ("Asistió un centenar de personas.", "100"),
        ("Au total, 51 personnes ont assisté au forum.", "51"),
        ("Six lessons were given; 41 pilots' officials of five ports passed the course.", "41"),
        ("The course was offered free of charge to 130 advisers of ports.", "130"),
        ("The 39 attendees worked in lighthouses.", "39"),
        ("The number of participants rose to 245.", "245"),
        ("Por invitación del puerto, el foro se efectuó en la Sierra, con la participación de 47 delegados.", "47"),
        ("Para cerrar el ciclo, este curso capacitó a 112 funcionarios.", "112"),
        ("Aprobaron el curso 67 funcionarios.", "67"),
        ("El taller fue dictado por la Escuela a 31 técnicos.", "31"),
        ("Concluíram-no 118 servidores públicos.", "118"),
        ("O total de participantes elevou-se a 245.", "245"),
        ("Les participants étaient 64.", "64"),
    ],
)
def test_people_are_counted_where_a_sentence_tells_that_they_came(told, count):
    assert participants(told) == count


@pytest.mark.parametrize(
    "told",
    [
        "Delegates of 14 countries took part.",
        "Thirty companies with delegates in Lima attended.",
        "60 per cent of the participants were women.",
        "Participants paid US$ 300 each; 12 sessions were attended.",
        "Two experts of the bank took part.",
        "The hall, with room for 400 people, is new.",
        "Some 200 people are expected to have attended by then.",
        "The II Forum on lamps was attended by 90 people.",
        "The fair of May 2027 brought together 90 people.",
        "According to the bank, 4000 people benefited.",
        "Asistieron delegados de 22 países y de quince organismos.",
        "Participaram representantes de trinta empresas.",
        "Chaque port a accueilli 30 personnes.",
        "In 2014 it was given to 60 officials of the islands.",
        "No asistieron 40 funcionarios invitados.",
        "The participants numbered 40 per cent of the trade.",
    ],
)
def test_what_is_counted_beside_the_people_who_came_is_no_attendance(told):
    assert participants(told) is None
