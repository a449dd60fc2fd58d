"""What sentences say of organisations and countries: who organised, paid, hosted or came, and who is only named."""

import pytest

from ingest.metadata import read_document
from ingest.outline.tree import read_outline
from ingest.participations.reader import read_participations
from kg.linking.documents import link

REPORT = "Annual Report of the Harbour Office\n\nThis tells of the period November 2029 - October 2030.\n\n"
PLAN = "Work Programme for the year 2031\n\nThe harbours of the coast plan to meet.\n\n"


def taking_part(text: str, language: str = "en") -> dict[str, str]:
    """Who takes part in the only activity of a document, by printed name or country code, with the role."""
    document = read_document("a.txt", text)
    outline = read_outline(document)
    [unit] = outline.activities
    sections = [section for section in outline.sections if section.unit is unit]
    found = read_participations(document, link(document.prose, language=language), unit, sections)
    return {
        each.entity.slug if "country" in each.role else each.name: each.role
        for each in reversed(found)
        if each.role != "mentioned"
    }


def reported(told: str, language: str = "en") -> dict[str, str]:
    return taking_part(f"{REPORT}ACTIVITY 1. Ports of the coast\n\n{told}\n", language)


def planned(background: str, results: str = "A meeting.") -> dict[str, str]:
    return taking_part(
        f"{PLAN}ACTIVITY 1. Ports of the coast\n\nA. Background and justification\n\n{background}\n\n"
        f"B. Objectives\n\n1. Light the coast.\n\nC. Expected results\n\n{results}\n"
    )


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            "It was organised by the Boat School of the Gulf and CAF, under the auspices of the Pilots' Union of Peru.",
            {"Boat School of the Gulf": "partner", "CAF": "partner", "Pilots' Union of Peru": "partner"},
        ),
        (
            "It was held with the co-sponsorship of the Government of Chile through the Ministry of Boats (MB), the "
            "Port Office of Lima, and the support of the Lighthouse Fund (LF).",
            {"Government of Chile": "host", "Ministry of Boats": "partner", "Port Office of Lima": "partner",
             "Lighthouse Fund": "funder"},
        ),
        (
            "It was supported by the Ministries of Ports and Rivers, and Boats of Peru, as well as ALADI.",
            {"Ministry of Ports and Rivers of Peru": "partner", "Ministry of Boats of Peru": "partner",
             "ALADI": "partner"},
        ),
        (
            "The talks were convened by ECLAC and took place at the headquarters of the Pilots' League in Lima, Peru.",
            {"ECLAC": "host", "Pilots' League": "host"},
        ),
        ("SELA spoke within the framework of the XX Congress of the Sailors' Union of Chile.",
         {"Sailors' Union of Chile": "host"}),
        ("The masters were invited by the University of Sails.", {"University of Sails": "host"}),
        ("Pilots' University of the Gulf (PUG), 3 May 2030.", {"Pilots' University of the Gulf": "host"}),
        (
            "CAF approved a non-reimbursable technical cooperation for the lamps of the coast.",
            {"CAF": "funder"},
        ),
        ("It was financed by the Lamp Foundation and the European Union.",
         {"Lamp Foundation": "funder", "European Union": "funder"}),
        (
            "It was attended by Ana Ruiz, Director of the Lamp Institute; and Luis Paz, representative of FAO.",
            {"Lamp Institute": "participant", "FAO": "participant"},
        ),
        (
            "The speakers were Ana Ruiz of the Ministry of Boats, and officers from the Coast Bank of Chile.",
            {"Ministry of Boats": "participant", "Coast Bank of Chile": "participant"},
        ),
        ("For her part, the Director of the Lamp Institute, Ana Ruiz, stressed that lamps save ships.",
         {"Lamp Institute": "participant"}),
        ("The company Redsail, from Brazil, explained its lamps.", {"Redsail": "participant"}),
        (
            "Representatives of the following Chilean bodies took part: the Boat Office; the Sail Council; and the "
            "Oar University.",
            {"Boat Office": "participant", "Sail Council": "participant", "Oar University": "participant"},
        ),
        ("The Secretariat General of the Andean Community (CAN) and SELA prepared the charts.",
         {"Secretariat General of the Andean Community": "partner"}),
        ("A team of the ALADI-SELA project drew the charts.", {"ALADI": "partner"}),
        ("SELA signed a framework cooperation agreement with the Port Chamber of Peru in 2019.",
         {"Port Chamber of Peru": "partner"}),
        ("The Boat Ministry of Korea expressed an interest in cooperating.", {"Boat Ministry of Korea": "partner"}),
        ("It was organised by **Boats for All (BFA), Clear Harbour** and **CAF**.",
         {"Boats for All": "partner", "Clear Harbour": "partner", "CAF": "partner"}),
        ("It was held with the support of the United Nations system, in particular UNICEF and FAO.",
         {"UNICEF": "partner", "FAO": "partner"}),
        ("It was held in conjunction with WHO/PAHO.", {"WHO": "partner", "PAHO": "partner"}),
        ("It had the support of the Chilean government.", {"Chilean government": "host"}),
        ("The panel consisted of Ana Ruiz (CAF) and Luis Paz (University of Sails).",
         {"CAF": "participant", "University of Sails": "participant"}),
        ("Experts from ECLAC, Ms. Ana Ruiz, and from the ILO, Mr. Luis Paz, spoke.",
         {"ECLAC": "participant", "ILO": "participant"}),
        ("The following bodies attended: ALADI, CAF and the Coast Bank of Chile.",
         {"ALADI": "participant", "CAF": "participant", "Coast Bank of Chile": "participant"}),
    ],
)  # fmt: skip
def test_english_turns_of_phrase_give_roles(told, expected):
    assert reported(told) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("El taller fue organizado conjuntamente con el Ministerio de Faros del Perú y el BID.",
         {"Ministerio de Faros del Perú": "partner", "BID": "partner"}),
        ("Se realizó con el copatrocinio del Gobierno de Chile, a través de la Oficina de Puertos, y el apoyo de CAF.",
         {"Gobierno de Chile": "host", "Oficina de Puertos": "partner", "CAF": "partner"}),
        ("Fue convocado por la CEPAL y se celebró en la sede de la Liga de Faros.",
         {"CEPAL": "host", "Liga de Faros": "host"}),
        ("Fue financiada por la Fundación Faro.", {"Fundación Faro": "funder"}),
        ("Asistieron representantes de la ALADI, la CAN y la Universidad de los Faros.",
         {"ALADI": "participant", "CAN": "participant", "Universidad de los Faros": "participant"}),
        ("Los ponentes fueron Ana Ruiz, del Ministerio de Barcos, y Luis Paz, de la Universidad del Golfo.",
         {"Ministerio de Barcos": "participant", "Universidad del Golfo": "participant"}),
        ("El Director del Instituto de Faros, Luis Paz, destacó que los faros salvan barcos.",
         {"Instituto de Faros": "participant"}),
        ("La Secretaría Permanente del SELA y la OCDE dibujaron las cartas.", {"OCDE": "partner"}),
        ("La Secretaría Permanente suscribió un convenio de cooperación con la Cámara de Puertos del Perú.",
         {"Cámara de Puertos del Perú": "partner"}),
        ("Fue impartido por especialistas de CAF.", {"CAF": "partner"}),
        ("En esta cita participaron expertos de los siguientes Estados Miembros del SELA: Chile y Perú; representantes "
         "de Tailandia y la Federación de Rusia; y de los siguientes organismos: ALADI; y la Liga de Faros.",
         {"CL": "member-country", "PE": "member-country", "TH": "other-country", "RU": "other-country",
          "ALADI": "participant", "Liga de Faros": "participant"}),
    ],
)  # fmt: skip
def test_spanish_turns_of_phrase_give_roles(told, expected):
    assert reported(told, "es") == expected


@pytest.mark.parametrize(
    ("language", "told", "expected"),
    [
        ("pt", "A oficina foi organizada em parceria com a Universidade dos Faróis e o BID, com o apoio da CAF.",
         {"Universidade dos Faróis": "partner", "BID": "partner", "CAF": "partner"}),
        ("pt", "Participaram representantes da ALADI, do Ministério dos Barcos e da Fundação Farol.",
         {"ALADI": "participant", "Ministério dos Barcos": "participant", "Fundação Farol": "participant"}),
        ("pt", "Foi financiada pela Fundação Farol.", {"Fundação Farol": "funder"}),
        ("pt", "Realizou-se na sede da ALADI.", {"ALADI": "host"}),
        ("fr", "Il a été organisé en collaboration avec la CEPALC, avec l'appui du Ministère des Phares.",
         {"CEPALC": "partner", "Ministère des Phares": "partner"}),
        ("fr", "Des représentants de l'ALADI et de la Banque des Ports y assistaient.",
         {"ALADI": "participant", "Banque des Ports": "participant"}),
        ("fr", "Il a été financé par la Banque des Ports.", {"Banque des Ports": "funder"}),
        ("fr", "La réunion s'est tenue au siège de l'ALADI.", {"ALADI": "host"}),
    ],
)  # fmt: skip
def test_portuguese_and_french_turns_of_phrase_give_roles(language, told, expected):
    assert reported(told, language) == expected


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "According to the World Bank, lamps are dear, and data of the IMF say so too."),
        ("en", "A study published by ECLAC tells of lamps, as proposed by the OECD."),
        ("en", "Lamps are lit in line with the provisions of the IMO."),
        ("en", "They read *Lamps of the coast, with the support of the World Bank*."),
        ("en", "They read “Lamps, attended by representatives of the IMF”."),
        ("en", "Members of the Pacific Alliance have lamps."),
        ("en", "Chile and Peru, member countries of the Pacific Alliance, have lamps."),
        ("en", "The first one, of 2015, was organised jointly with the IDB."),
        ("en", "The lamp was lit in 2015. On that occasion the IDB and SELA met."),
        ("en", "It was organised by the Permanent Secretariat of SELA."),
        ("en", "It was supported by studies of ECLAC and figures of the IMF."),
        ("en", "The course is aimed at representatives of ALADI and of CAF."),
        ("en", "The Working Group and the Technical Committee were attended by all."),
        ("en", "They compared the lamps of Chile, Peru and Spain."),
        ("en", "The OECD countries and the member countries of SELA and CELAC have lamps."),
        ("en", "A trade agreement with the European Union was signed by Chile."),
        ("en", "The Ministers of Chile's harbours and Peru's met."),
        ("es", "Según la CEPAL y datos del FMI, los faros son caros."),
        ("es", "Un estudio publicado por el Banco Mundial trata de faros."),
        ("es", "Los países miembros de la Alianza del Pacífico tienen faros."),
        ("es", "El curso está dirigido a representantes de la ALADI."),
        ("pt", "Segundo o Banco Mundial, os faróis são caros."),
        ("fr", "Selon la Banque mondiale, les phares sont chers."),
    ],
)
def test_what_is_only_named_takes_no_part(language, told):
    assert reported(told, language) == {}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Participants included experts from the following Member States of SELA: Chile and Jamaica; and "
         "representatives of the following countries outside the region: Spain and Japan.",
         {"CL": "member-country", "JM": "member-country", "ES": "other-country", "JP": "other-country"}),
        ("It was attended by officials from Chile, Peru and Spain.",
         {"CL": "member-country", "PE": "member-country", "ES": "other-country"}),
        ("It involves the participation of four countries in the region: those making up the Pacific Alliance, "
         "Chile, Peru and Cuba.",
         {"CL": "member-country", "PE": "member-country", "CU": "member-country"}),
        ("Chile, Peru and Spain had lamps. It counts on the participation of the aforementioned three countries and "
         "Cuba.",
         {"CL": "member-country", "PE": "member-country", "ES": "other-country", "CU": "member-country"}),
        ("They lit the lamps of the Member States, namely: Chile and Peru.",
         {"CL": "member-country", "PE": "member-country"}),
        ("Experts from Chile and Peru came.\n\n**Member States (1):** Cuba.", {"CU": "member-country"}),
        ("Delegates from the following Member States attended: Chile and Guyana.",
         {"CL": "member-country", "GY": "member-country"}),
        ("Participating in the talks were officials of boat ministries from Chile, Peru and Spain.",
         {"CL": "member-country", "PE": "member-country", "ES": "other-country"}),
        ("A representative of the Lamp Institute of Jamaica also attended.",
         {"Lamp Institute of Jamaica": "participant"}),
    ],
)  # fmt: skip
def test_countries_take_part_that_are_told_to_where_no_list_is_printed(told, expected):
    assert reported(told) == expected


def test_countries_have_their_turns_of_phrase_in_other_languages():
    assert reported("Los países participantes fueron: Chile, Perú y España.", "es") == {
        "CL": "member-country", "PE": "member-country", "ES": "other-country",
    }  # fmt: skip
    assert reported("Contou com a participação de Chile, Peru e Espanha.", "pt") == {
        "CL": "member-country", "PE": "member-country", "ES": "other-country",
    }  # fmt: skip
    assert reported("Des représentants du Chili, du Pérou et de l'Espagne y assistaient.", "fr") == {
        "CL": "member-country", "PE": "member-country", "ES": "other-country",
    }  # fmt: skip


def test_a_list_of_twenty_thousand_names_is_read():
    listed = "; ".join(f"Bank of {chr(65 + number % 26)}ville" for number in range(20_000))
    assert len(reported(f"**National organisations (26):** {listed}")) == 26


def test_a_plan_tells_of_its_own_event_where_it_announces_that():
    assert planned("The Secretariat, together with the IDB, will hold a meeting.") == {"IDB": "partner"}
    assert planned("The IDB has long held meetings with the World Bank.") == {}
    assert planned("Lamps are dear.", "The project will be run jointly with ALADI and CAF.") == {
        "ALADI": "partner", "CAF": "partner",
    }  # fmt: skip


def test_a_plan_tells_of_an_earlier_event_without_making_its_partners_those_of_the_next():
    assert planned("The III Meeting took place in 2030. It was organised jointly with the IDB and ALADI.") == {}
