"""Merging: what is the same organisation, and what only resembles one."""

from itertools import permutations

import pytest

from kg.linking.merging import Organisation, merged


def one(*organisations: tuple[str, ...]) -> bool:
    """Whether organisations, each a name, an acronym and a language, come under one IRI."""
    named = [
        Organisation(f"org/{number}", (name,), (acronym,) if acronym else (), (language,))
        for number, (name, acronym, language) in enumerate(organisations)
    ]
    return len(set(merged(named).values())) == 1


@pytest.mark.parametrize(
    ("this", "that"),
    [
        (("Union of Coastal Pilots", "UCP", "en"), ("Coastal Pilots Union", "", "en")),
        (("Organisation of Harbour Masters", "", "en"), ("Organization of Harbor Masters", "", "en")),
        (("Ministry of Boats of Peru", "", "en"), ("Peruvian Ministry of Boats", "MIBO", "en")),
        (("League of Harbour Pilots", "LHP", "en"), ("League of the Harbour Pilots of the Coast", "LHP", "en")),
        (("Chilean Institute of Tides", "ICM", "en"), ("Instituto de Mareas de Chile", "ICM", "es")),
        (("Foundation for Lighthouse Keepers", "", "en"), ("Foundation for Lighthouse Kepers", "", "en")),
    ],
)
def test_names_of_one_organisation_come_under_one_iri(this, that):
    assert one(this, that)


@pytest.mark.parametrize(
    ("this", "that"),
    [
        (("Ministry of Boats of Peru", "", "en"), ("Ministry of Boats of Chile", "", "en")),
        (("Ministry of Boats", "", "en"), ("Ministry of Boats of Chile", "", "en")),
        (("League of Harbour Pilots", "LHP", "en"), ("Library of Historical Papers", "LHP", "en")),
        (("Institute of Tides", "IT", "en"), ("Institut des marées", "IT", "fr")),
        (("Chamber of Commerce of Talca", "", "en"), ("Chamber of Commerce of Tulcea", "", "en")),
        (("Port Authority 12 of the North", "", "en"), ("Port Authority 13 of the North", "", "en")),
        (("National Institute of Tides", "INT", "en"), ("National Institute of Tides", "NIT", "en")),
    ],
)
def test_when_in_doubt_organisations_stay_apart(this, that):
    assert not one(this, that)


def test_a_chain_of_resemblances_does_not_join_two_countries():
    peru, bare, chile = (
        Organisation("org/peru", ("League of Pilots of Peru",), ("LP",)),
        Organisation("org/bare", ("League of Pilots",), ("LP",)),
        Organisation("org/chile", ("League of Pilots of Chile",), ("LP",)),
    )
    for order in permutations((peru, bare, chile)):
        found = merged(order)
        assert found["org/peru"] != found["org/chile"]
        assert found == merged((peru, bare, chile))
