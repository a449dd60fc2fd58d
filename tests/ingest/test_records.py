"""Indices, meetings, Decisions, networks, portals and partner lists."""

import pytest

from tests.ingest.records import records_of


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The Permanent Secretariat developed the Harbour Depth Index (HDX)."),
        ("es", "La Secretaría Permanente desarrolló el Índice de calado de los puertos (HDX)."),
        ("pt", "A Secretaria Permanente desenvolveu o Índice de calado dos portos (HDX)."),
        ("fr", "Le Secrétariat permanent a développé l'Indice de tirant d'eau (HDX)."),
    ],
)
def test_an_index_of_the_secretariat_is_read_in_four_languages(language, sentence):
    assert [each.slug for each in records_of(sentence, language=language).indicators] == ["hdx"]


def test_a_short_name_and_an_acronym_are_the_index_that_is_named_in_full():
    text = (
        "SELA updated the Harbour Depth Index for the Pacific (HDX).\n\nThe Depth Index rose.\n\nThe HDX fell.\n\n"
        "The Harbour Depth Index of the Pacific is kept by SELA."
    )
    (index,) = records_of(text).indicators
    assert (index.name, len(index.evidence)) == ("Harbour Depth Index for the Pacific", 4)


@pytest.mark.parametrize(
    "sentence",
    [
        "SELA quoted the Tide Height Index (THI), which is measured by the University of Lima.",
        "The UNDP developed the Poverty of Ports Index (PPI).",
        "UNCTAD Liner Index (ULI) figures were shown.",
    ],
)
def test_the_indices_of_others_are_left_out(sentence):
    assert records_of(sentence).indicators == ()


@pytest.mark.parametrize(
    ("sentence", "slug", "start"),
    [
        ("the LX Regular Meeting of the Latin American Council (Lima, 3 to 5 May 2030)", "lx-regular", "2030-05-03"),
        ("the 60th Regular Meeting of the Latin American Council, held on 3 May 2030", "lx-regular", "2030-05-03"),
        ("la III Reunión Extraordinaria del Consejo Latinoamericano", "iii-extraordinary", None),
        (
            "a LX Reunião Ordinária do Conselho Latino-Americano (3 a 5 de maio de 2030)",
            "lx-regular",
            "2030-05-03",
        ),
        ("la LXe Réunion ordinaire du Conseil latino-américain (Lima, 3 mai 2030)", "lx-regular", "2030-05-03"),
    ],
)
def test_a_meeting_of_the_council_is_one_however_it_is_numbered(sentence, slug, start):
    assert [(each.slug, each.start) for each in records_of(f"It was {sentence}.").meetings] == [(slug, start)]


def test_a_decision_has_its_number_title_and_meeting_and_those_of_others_are_none():
    text = (
        'It rests on Decision No. 812, "Lights", of the LX Regular Meeting of the Latin American Council.\n\n'
        "Decision 812 holds.\n\nDecision 391 of the Andean Commission holds too."
    )
    (decision,) = records_of(text).decisions
    assert (decision.number, decision.title, decision.meeting) == ("812", "Lights", "lx-regular")
    assert len(decision.evidence) == 2


def test_portals_are_read_from_headings_lists_and_sentences():
    text = (
        "**Activity I.1.1. Upkeep of the specialized portal on Reefs of the Caribbean**\n\n"
        "It was kept up to date in May.\n\n"
        'The other specialized portals are: "Free Wharves", "River Pilots" and "Buoys and Lights".\n'
    )
    names = [(each.kind, each.name) for each in records_of(text).networks]
    assert names == [
        ("portal", "Reefs of the Caribbean"), ("portal", "Free Wharves"), ("portal", "River Pilots"),
        ("portal", "Buoys and Lights"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "slugs"),
    [
        ("The Network of Sunlit Ports was created by SELA.", ["network-of-sunlit-ports"]),
        ("La Red de Puertos Abiertos fue creada por el SELA.", ["red-de-puertos-abiertos"]),
        ("The Network of Harbour Women of the University of Lima wrote a letter.", []),
        ("The Network of Sunlit Ports was created by the University of Lima.", []),
        ("Read it on the portal of the organization.", []),
    ],
)
def test_a_network_is_ours_where_the_text_says_so(sentence, slugs):
    assert [each.slug for each in records_of(sentence).networks] == slugs


@pytest.mark.parametrize(
    "caption",
    [
        "Partner institutions in our activities",
        "Instituciones aliadas del año",
        "Instituições parceiras",
        "Organismes partenaires",
    ],
)
def test_a_list_of_partners_has_an_organisation_a_row(caption):
    text = f"{caption}\n\n1\tPacific Alliance (PA)\n2\tUniversity of the Lagoon\n\n1. Lights\n\nNo list any more.\n"
    assert [entity.slug for entity, _ in records_of(text).partners] == ["pacific-alliance", "university-of-the-lagoon"]
