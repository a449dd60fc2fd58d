"""Who took part in an activity, and as what."""

import pytest

from ingest.metadata import read_document
from ingest.outline.tree import read_outline
from ingest.participations.reader import Participation, read_participations
from kg.linking.documents import link

REPORT = "Annual Report of the Harbour Office\n\nThis tells of the period November 2029 - October 2030.\n\n"


def participations(told: str, language: str = "en") -> tuple[str, tuple[Participation, ...]]:
    """A report of one activity, and who takes part in that."""
    text = f"{REPORT}ACTIVITY 1. Ports of the coast\n\n{told}\n"
    document = read_document("a.txt", text)
    outline = read_outline(document)
    [unit] = outline.activities
    sections = [section for section in outline.sections if section.unit is unit]
    return text, read_participations(document, link(document.prose, language=language), unit, sections)


def roles(told: str, language: str = "en") -> dict[str, str]:
    """The role of each organisation or country that a report names, by the last part of its IRI."""
    found: dict[str, str] = {}
    for each in participations(told, language)[1]:
        found.setdefault(each.entity.slug, each.role)
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was organised with CAF and ECLAC.", {"caf": "partner", "eclac": "partner"}),
        (
            "It was held jointly with ALADI, the IDB and CARICOM.",
            {"aladi": "partner", "idb": "partner", "caricom": "partner"},
        ),
        ("It had the support of many. It was organised by SELA in partnership with **UNCTAD**.", {"unctad": "partner"}),
        ("Held with the support of the Central American Bank for Economic Integration (CABEI).", {"cabei": "partner"}),
        ("The course was financed by CAF.", {"caf": "funder"}),
        ("The meeting was hosted by ALADI.", {"aladi": "host"}),
        ("Growth was slow, as ECLAC had foretold.", {"eclac": "mentioned"}),
        ("Organizado conjuntamente con la CEPAL y el BID.", {"eclac": "partner", "idb": "partner"}),
        ("Organizada en colaboración con CAF.", {"caf": "partner"}),
        ("Financiado por CAF.", {"caf": "funder"}),
        ("Organizado em parceria com CAF.", {"caf": "partner"}),
        ("Organisé en partenariat avec la CEPAL.", {"eclac": "partner"}),
        ("It was organised with care. ECLAC has 46 members.", {"eclac": "mentioned"}),
        ("It was organised by SELA.", {}),
        ("It was organised by the Permanent Secretariat of SELA.", {}),
    ],
)
def test_a_role_is_what_the_words_before_a_name_say(text, expected):
    assert roles(text) == expected


def test_organisations_that_no_one_knows_yet_are_partners_too():
    text = "It was organised with the Ministry of Ports and Rivers, CAF and the University of the Coast."
    assert roles(text) == {
        "ministry-of-ports-and-rivers": "partner", "caf": "partner", "university-of-the-coast": "partner",
    }  # fmt: skip


def test_a_partner_is_named_before_the_sentence_turns():
    text = "It was organised with CAF, which then wrote to ECLAC."
    assert roles(text) == {"caf": "partner", "eclac": "mentioned"}


LISTS = """They met.

**SELA member countries (3):** Argentina, Barbados and St. Kitts and Nevis.

**Other countries (2):** Spain, China.

**Regional organisations (2):** ALADI; Pilots' League of the Coast (PLC).

**National organisations (2):** Public bodies in Peru: Ministry of Boats (MB); School of
Sails.
"""


def test_lists_below_a_report_name_countries_and_organisations():
    assert roles(LISTS) == {
        "AR": "member-country", "BB": "member-country", "KN": "member-country",
        "ES": "other-country", "CN": "other-country",
        "aladi": "participant", "pilots-league-of-the-coast": "participant",
        "ministry-of-boats-mb": "participant", "school-of-sails": "participant",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Estados Miembros (2)", "member-country"),
        ("Países miembros del SELA", "member-country"),
        ("Países-membros", "member-country"),
        ("Pays membres", "member-country"),
        ("Otros países", "other-country"),
        ("Outros países", "other-country"),
        ("Autres pays", "other-country"),
        ("Non-member countries", "other-country"),
    ],
)
def test_lists_of_countries_have_labels_in_four_languages(label, role):
    assert roles(f"**{label}:** Argentina, Chile.\n", "es") == {"AR": role, "CL": role}


def test_a_country_told_of_in_a_sentence_takes_no_part():
    assert roles("Ships from Argentina and Chile came.") == {}


def test_a_participation_spans_its_sentence_or_list():
    text, found = participations("They met. It was organised with CAF.\n\n**Other countries (1):** Spain.\n")
    spans = {each.entity.slug: text[each.start : each.end] for each in found}
    assert spans == {"caf": "It was organised with CAF.", "ES": "**Other countries (1):** Spain."}
