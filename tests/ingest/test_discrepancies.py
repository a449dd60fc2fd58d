"""Where a printed total disagrees with what it counts."""

import pytest

from ingest.participations.discrepancies import discrepancies
from kg.linking.documents import link


def found(text: str, language: str = "en") -> list[tuple[str, int, int]]:
    mentions = link(text, language=language).mentions
    return [(d.field, d.printed, d.counted) for d in discrepancies(text, mentions, within=(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("**Member States (3):** Chile, Peru.", "en", [("member_countries", 3, 2)]),
        ("**Other countries (1):** Spain, Japan.", "en", [("other_countries", 1, 2)]),
        ("**Regional organisations (2):** ALADI; CAF; Pilots' League.", "en", [("organisations", 2, 3)]),
        ("**Regional organisations: (2)** ALADI; CAF; Pilots' League.", "en", [("organisations", 2, 3)]),
        ("Estados Miembros (3): Chile y Perú.", "es", [("member_countries", 3, 2)]),
        ("Organismos internacionales (1): FAO; UNESCO.", "es", [("organisations", 1, 2)]),
        ("Países-membros (1): Chile e Peru.", "pt", [("member_countries", 1, 2)]),
        ("Autres pays (3) : Espagne et Japon.", "fr", [("other_countries", 3, 2)]),
        ("Pilots from 4 member countries came.\n\nMember States: Chile, Peru.", "en", [("member_countries", 4, 2)]),
        ("Pilotos de 4 países miembros.\n\nEstados Miembros: Chile, Perú.", "es", [("member_countries", 4, 2)]),
        (
            "Participants: 40, by day.\n\nParticipants: 45, by night.\n\nTotal participants: 90",
            "en",
            [("participants", 90, 85)],
        ),
        (
            "Participantes: 40\n\nParticipantes: 45\n\nTotal de participantes: 90",
            "es",
            [("participants", 90, 85)],
        ),
    ],
)
def test_a_total_is_held_against_what_it_counts(text, language, expected):
    assert found(text, language) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Member States (2): Chile, Peru.",
        "Member States (2): Chile, Peru, Peru.",
        "Member States: Chile, Peru.",
        "Regional organisations (2): ALADI; CAF",
        "Pilots from 2 member countries came.\n\nMember States: Chile, Peru.",
        "Pilots from 9 member countries came.",
        "Participants: 40\n\nParticipants: 50\n\nTotal participants: 90",
        "Total participants: 90",
        "Member States (3): as listed in the annex.",
    ],
)
def test_totals_that_agree_or_count_nothing_here_are_none(text):
    assert found(text) == []


def test_a_discrepancy_spans_the_text_that_prints_the_total():
    text = "They met.\n\n**Other countries (1):** Spain, Japan.\n\nThey left."
    [found] = discrepancies(text, link(text).mentions, within=(0, len(text)))
    assert text[found.start : found.end] == "**Other countries (1):** Spain, Japan."


def test_only_the_activity_itself_is_read():
    text = "Member States (3): Chile, Peru.\n\nThey met."
    assert discrepancies(text, link(text).mentions, within=(31, len(text))) == ()
