"""Words, highlights and the language of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.terms import LANGUAGES
from search.language import detect_language
from search.words import content_words, flat, highlights


@given(st.text())
def test_folding_for_highlights_keeps_every_offset(text):
    assert len(flat(text)) == len(text)


@given(st.text(max_size=80), st.text(max_size=80))
def test_highlights_are_ordered_stretches_of_the_text(text, query):
    last = 0
    for start, end in highlights(text, query):
        assert last <= start < end <= len(text)
        last = end


def test_highlights_ignore_accents_case_and_endings():
    text = "Cooperación en PUERTOS y logística portuaria"
    found = [text[start:end] for start, end in highlights(text, "cooperacion puerto logisticos")]
    assert found == ["Cooperación", "PUERTOS", "logística"]


@pytest.mark.parametrize("query", ["what is the", "¿cuáles son los?", "quais são as", "quelles sont les", "", "?!"])
def test_a_query_of_stop_words_has_no_content_and_no_highlights(query):
    assert content_words(query) == []
    assert highlights("What is the meaning of the ports?", query) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Which countries took part in the meeting on ports?", "en"),
        ("¿Qué países participaron en la reunión sobre puertos?", "es"),
        ("Quais países participaram da reunião sobre portos?", "pt"),
        ("Quels pays ont participé à la réunion sur les ports ?", "fr"),
        ("ventanilla única", "es"),
        ("SELA", "en"),
        ("Welche Länder sind Mitglieder?", "en"),
    ],
)
def test_the_language_of_a_question_is_found(text, language):
    assert detect_language(text) == language


@pytest.mark.parametrize("text", ["", "\0", "\n\n", "\ud800", "\ufdfa" * 20, "2024", "x" * 100_000])
def test_any_text_has_one_of_the_four_languages(text):
    assert detect_language(text) in LANGUAGES
