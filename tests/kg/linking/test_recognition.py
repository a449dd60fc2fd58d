"""Names that read as an organisation's: found whole, in four languages, and nothing else."""

import pytest

from kg.linking.documents import link
from kg.linking.recognition import find_names

SENTENCES = {
    "It thanked the Ministry of Tides, Winds and Ports of Peru and the Peruvian Ministry of Boats.": [
        "Ministry of Tides, Winds and Ports of Peru", "Peruvian Ministry of Boats",
    ],
    "The rector of the National Autonomous University of Winds met Wales's Coastal Insights Team.": [
        "National Autonomous University of Winds", "Coastal Insights Team",
    ],
    "Talks with the Chamber of Commerce of Talca, the Port Authority of Arica-Chile and Boston University began.": [
        "Chamber of Commerce of Talca", "Port Authority of Arica-Chile", "Boston University",
    ],
    "The *Coastal Poverty Peer Network* and the Economic and Coastal Pilots Council of the Bay agreed.": [
        "Coastal Poverty Peer Network", "Economic and Coastal Pilots Council of the Bay",
    ],
    "Head of the Directorate of the Tide Tables Institute of the University of Arica": [
        "Tide Tables Institute of the University of Arica",
    ],
    "the Embassy of Trinidad and Tobago, the Government of Peru and the Winds Council Meeting": [
        "Embassy of Trinidad and Tobago", "Government of Peru",
    ],
    "con el Ministerio de Puertos y Mareas del Perú, la Universidad Antonio Vientos y el Banco Central de Chile": [
        "Ministerio de Puertos y Mareas del Perú", "Universidad Antonio Vientos", "Banco Central de Chile",
    ],
    "da Universidade do Vento, do Ministério da Pesca e da Fundação Maria Maré": [
        "Universidade do Vento", "Ministério da Pesca", "Fundação Maria Maré",
    ],
    "avec le Ministère des Affaires étrangères du Chili, l'Université de Brest et la Chambre de commerce de Lima": [
        "Ministère des Affaires étrangères du Chili", "Université de Brest", "Chambre de commerce de Lima",
    ],
    "le Ministère de la pêche et des marées de Haïti": ["Ministère de la pêche et des marées de Haïti"],
}  # fmt: skip


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_name_is_found_from_its_first_to_its_last_word(sentence):
    assert [sentence[name.start : name.end] for name in find_names(sentence)] == SENTENCES[sentence]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Institute for Tides and\n\n12\n\nCare of Winds (ITCW) met", "Institute for Tides and Care of Winds"),
        ("the Institute for Tides of\n\nProtected Winds (ITPW) met", "Institute for Tides of Protected Winds"),
        ("the Institute of\nTides met", "Institute of Tides"),
        ("ITW (Institute of Tides and Winds)", "Institute of Tides and Winds"),
        ("the Institute of Tides and Winds, Chile (ITW)", "Institute of Tides and Winds"),
        ("the Institute of Tides and Winds (ITW, for its acronym in Dutch)", "Institute of Tides and Winds"),
        ("el Instituto de Mareas y Vientos (por sus siglas en inglés, ITW)", "Instituto de Mareas y Vientos"),
        ("the Institute of Tides and Winds – ITW – met", "Institute of Tides and Winds"),
        ("the Institute of Coastal winds (ITW)", "Institute of Coastal winds"),
    ],
)  # fmt: skip
def test_a_name_beside_an_acronym_is_whole_whatever_stands_between(text, name):
    found = [" ".join(text[m.start : m.end].replace("12", "").split()) for m in link(text).mentions]
    assert name in found


def test_a_ministry_of_several_countries_is_several():
    text = (
        "The Ministry of Boats (MIBO) met the Ministry of Boats of Chile and the Peruvian Ministry of Boats. MIBO left."
    )
    slugs = [m.entity.slug for m in link(text).mentions if m.entity.type == "organisation"]
    assert (
        slugs
        == ["ministry-of-boats-mibo"] * 2 + ["ministry-of-boats-of-chile", "ministry-of-boats-of-peru"] + slugs[:1]
    )


def test_the_organ_of_a_known_body_is_the_body():
    text = "SICA's office, the General Secretariat of SICA and the CARICOM Secretariat"
    assert [m.entity.slug for m in link(text).mentions] == ["sica", "sica", "caricom"]


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("CIAT grew cassava for tropical agriculture.", ["ciat-agriculture"]),
        ("CIAT met the administrations of taxes.", ["ciat"]),
        ("Today CIAT met.", ["ciat"]),
        ("World Trade Organization (WTO), World Tourism Organization (WTO)", ["wto"] * 2 + ["un-tourism"] * 2),
        ("A case before the WTO about trade in rice", ["wto"]),
        ("Beaches, hotels and tourism, says the WTO", ["un-tourism"]),
        ("WHO/PAHO", ["who", "paho"]),
        ("the Corporation of Industrial Ports (CIP) and the CIP", ["corporation-of-industrial-ports"] * 3),
    ],
)  # fmt: skip
def test_an_acronym_means_what_its_document_and_its_context_say(text, slugs):
    assert [m.entity.slug for m in link(text).mentions] == slugs
