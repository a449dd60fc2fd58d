"""Linking a text: the right entity, or none."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.linking.documents import link


def linked(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.entity.slug) for m in link(text, language=language).mentions]


@pytest.mark.parametrize(
    "name",
    [
        "Latin American Integration Association",
        "Asociación Latinoamericana de Integración",
        "Associação Latino-Americana de Integração",
        "Association latino-américaine d'intégration",
        "ALADI",
        "LAIA",
    ],
)
def test_a_body_goes_by_its_names_in_four_languages(name):
    assert linked(f"Then {name} met.") == [(name, "aladi")]


@pytest.mark.parametrize(
    ("text", "language", "codes"),
    [
        ("Brazil, Peru and the United States of America", "en", ["BR", "PE", "US"]),
        ("Brasil, Perú y los Estados Unidos", "es", ["BR", "PE", "US"]),
        ("Brasil, Peru e os Estados Unidos", "pt", ["BR", "PE", "US"]),
        ("Le Brésil, le Pérou et les États-Unis", "fr", ["BR", "PE", "US"]),
        ("St. Lucia, Saint Lucia and St Lucia", "en", ["LC"] * 3),
        ("Dominica and the Dominican Republic", "en", ["DM", "DO"]),
        ("Guinea-Bissau, Guinea, Niger and Nigeria", "en", ["GW", "GN", "NE", "NG"]),
        ("peru, chile", "en", []),
    ],
)
def test_countries_go_by_their_names_in_the_texts_language(text, language, codes):
    assert [slug for _, slug in linked(text, language)] == codes


def test_an_organisation_that_the_text_introduces_goes_by_its_acronym_from_then_on():
    text = "The Institute of Coastal Winds (ICW) met. Later the ICW left."
    assert linked(text) == [
        ("Institute of Coastal Winds", "institute-of-coastal-winds"),
        ("ICW", "institute-of-coastal-winds"),
        ("ICW", "institute-of-coastal-winds"),
    ]
    assert linked("Later the ICW left.") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("According to The Harbour Consulting Group (HCG), it rained.", "Harbour Consulting Group"),
        ("with the Ministry of Winds and the Coastal Weather Service (CWS)", "Coastal Weather Service"),
        ("the V Meeting of the Working Group on Winds and Tides (GTVM)", "Working Group on Winds and Tides"),
        ("the Network of Winds of the East and the West (NWEW)", "Network of Winds of the East and the West"),
        ("el Instituto de Vientos de la Costa (IVC)", "Instituto de Vientos de la Costa"),
    ],
)
def test_an_introduced_name_is_what_its_acronym_stands_for(text, name):
    *_, (found, one), (_, other) = linked(text)
    assert (found, one) == (name, other)


def test_a_variant_of_a_bodys_name_beside_its_acronym_is_that_body():
    text = "Community of the Caribbean Communities (CARICOM)"
    assert {slug for _, slug in linked(text)} == {"caricom"}


def test_an_acronym_of_two_bodies_is_decided_by_the_text_or_left_alone():
    assert linked("WTO met.") == []
    assert linked("The World Trade Organization spoke. Then WTO voted.")[-1] == ("WTO", "wto")
    assert linked("The World Tourism Organization spoke. Then WTO voted.")[-1] == ("WTO", "un-tourism")
    assert ("WTO", "wto") not in linked("The World Trade Organization met the World Tourism Organization. WTO voted.")


TRAPS = [
    "The Plan is for all of us, and so is the Network.",
    "THE PLAN OF THE NETWORK IS A PAPER",
    "CAN we do this? WHO would not? How FAR from it!",
    "Chapter III and Part II of Volume IV",
    "PAPER ON THE STATE OF THE ART",
    "The Council of our village met in the Centre, then at the Bank.",
    "An association for the development of friendship (see below).",
    "The Secretariat, the Community, the Forum and the Union are words.",
    "See Annex A (Table B), p. 4, and the OK of the CEO.",
    "IT WAS US WHO DID IT",
    "aladi, caf and celac in lower case are other words.",
    "Goal 2.5 % of growth; the goal 5 metres wide; Goals 18 and 19; 5 SDGs",
    "Objetivo 1: Fortalecer los puertos.",
]


@pytest.mark.parametrize("text", TRAPS)
def test_a_page_that_names_no_one_gives_nothing(text):
    assert linked(text) == []


@pytest.mark.parametrize(
    "text", ["the CAN decided", "CARICOM, CAN and ALADI", "led by WHO this year", "the CAN that we know"]
)
def test_an_acronym_that_is_a_word_too_is_linked_where_it_stands_as_a_name(text):
    assert {"can", "who"} & {slug for _, slug in linked(text)}


@pytest.mark.parametrize(
    ("text", "goals"),
    [
        ("SDG 3", ["3"]),
        ("Goals 8, 10 and 17", ["8", "10", "17"]),
        ("SDGs 1, 2, and 16.", ["1", "2", "16"]),
        ("- Goal 5: Gender equality", ["5"]),
        ("Sustainable Development Goal (SDG) Number 3: health", ["3"]),
        ("ODS 5 y ODS N° 6", ["5", "6"]),
        ("Objetivos de Desarrollo Sostenible (ODS) 8 y 9", ["8", "9"]),
        ("Según la Agenda 2030, el Objetivo 13", ["13"]),
        ("Objetivo de Desenvolvimento Sustentável 4", ["4"]),
        ("Objectifs de développement durable 4 et 5; ODD 6", ["4", "5", "6"]),
    ],
)
def test_goals_are_linked_by_their_numbers(text, goals):
    assert [slug for _, slug in linked(text, "es")] == goals


@given(st.text(st.sampled_from("SELACFN (aeilnor).,\n-17 ODSG&'") | st.characters(exclude_categories=["Cs"])))
def test_whatever_the_text_mentions_are_verbatim_and_in_order(text):
    mentions = link(text).mentions
    assert all(0 <= m.start < m.end <= len(text) for m in mentions)
    assert [m.start for m in mentions] == sorted(m.start for m in mentions)
    organisations = [m for m in mentions if m.entity.type == "organisation"]
    assert all(one.end <= other.start for one, other in pairwise(organisations))


WORDS = ("Ministry", "of", "Ports", "Union", "(MIPO)", "SELA,", "and", "the", "Bank", "Peru's", "UNESCO", "de", "la",
         "12\n\n", "Institute", "–", "WHO/PAHO", "Centre", "CAF")  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))
def test_organisations_never_overlap_whatever_the_order_of_words(text):
    organisations = [m for m in link(text).mentions if m.entity.type == "organisation"]
    assert all(one.end <= other.start for one, other in pairwise(organisations))


PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_of_words_that_only_look_like_organisations_names_none(path):
    text = path.read_text(encoding="utf-8")
    found = [
        (text[m.start : m.end], m.entity.slug)
        for language in (path.stem[:2], "en")
        for m in link(text, language=language).mentions
        if m.entity.type == "organisation"
    ]
    assert found == []


def test_there_are_ten_pages_of_traps_in_four_languages():
    assert len(PAGES) >= 10
    assert {path.stem[:2] for path in PAGES} == {"en", "es", "pt", "fr"}
