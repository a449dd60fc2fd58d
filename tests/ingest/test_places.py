"""Places: cities that a country or the table of cities vouches for, and countries alone."""

import pytest

from ingest.activities.cities import find_cities
from ingest.activities.places import find_places
from kg.linking.documents import link


def places(text: str, language: str = "en") -> list[tuple[str | None, str]]:
    found = find_places(text, (0, len(text)), link(text, language=language).mentions)
    return [(place.city, place.country.slug) for place in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("held in Santiago, Chile, on 17 April", [("Santiago", "CL")]),
        ("held in Santiago, Dominican Republic", [("Santiago", "DO")]),
        ("in Mexico City on 6 and 7 March", [("Mexico City", "MX")]),
        ("Beijing, China.", [("Beijing", "CN")]),
        ("in Beijing, People's Republic of China", [("Beijing", "CN")]),
        ("Lima, 6 November.", [("Lima", "PE")]),
        ("in Cancun, Quintana Roo, Mexico", [("Cancun", "MX")]),
        ("in Washington, D.C., United States", [("Washington", "US")]),
        ("at the Port School of Guayaquil, Ecuador", [("Guayaquil", "EC")]),
        ("in Quito, Ecuador, and in Lima", [("Quito", "EC"), ("Lima", "PE")]),
        ("in the Dominican Republic", [(None, "DO")]),
        ("en la ciudad de Panamá, Panamá", [("Ciudad de Panamá", "PA")]),
        ("en Ginebra", [("Ginebra", "CH")]),
        ("em Brasília", [("Brasília", "BR")]),
        ("à La Havane", [("La Havane", "CU")]),
        ("at the seat of the Chamber of Ports of Quito", [("Quito", "EC")]),
        ("en la sede de la Unión de Pilotos en Montevideo", [("Montevideo", "UY")]),
        ("en el auditorio de la Universidad de Guayaquil", [("Guayaquil", "EC")]),
        ("na sede do Sindicato de Pilotos em Brasília", [("Brasília", "BR")]),
        ("au siège de la Chambre de commerce de Genève", [("Genève", "CH")]),
        ("in Antigua Guatemala on 30 May", [("Antigua Guatemala", "GT")]),
        ("en Yakarta, Indonesia", [("Yakarta", "ID")]),
        ("em Foz do Iguaçu", [("Foz do Iguaçu", "BR")]),
    ],
)
def test_a_place_is_a_city_with_its_country_or_one_that_the_table_knows(text, expected):
    assert places(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "on the Declaration of Lima", "the University of Lima", "in Lima Group matters", "ships from Chile and Peru",
        "in Cuba, Peru and Chile", "in Latin America, Brazil grew", "In May, Peru joined", "the lima bean",
        "Pilots of Barbados, Belize, Cuba and Chile", "in SUCRE payments", "the bank of Lima", "Fez parte da rede",
    ],
)  # fmt: skip
def test_a_name_that_only_looks_like_a_place_is_none(text):
    assert places(text) == []


def test_a_city_is_found_whatever_its_accents_and_however_the_line_is_broken():
    found = find_cities("Bogota, Asunción and Mexico\nCity")
    assert [country.slug for _, _, country in found] == ["CO", "PY", "MX"]
