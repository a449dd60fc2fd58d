"""Sentences as spans."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.sentences import sentences


def split(text):
    return [text[start:end] for start, end in sentences(text)]


def test_abbreviations_end_no_sentence():
    assert split("Dr. Ana met in St. Kitts. Then U.S. ports.") == ["Dr. Ana met in St. Kitts.", "Then U.S. ports."]


def test_list_items_and_paragraphs_are_sentences_of_their_own():
    assert split("Aims:\n- to build\n- to train\n\nNext") == ["Aims:", "- to build", "- to train", "Next"]


def test_questions_in_spanish_begin_with_their_mark():
    assert split("Se hizo. ¿Cuándo? En mayo.") == ["Se hizo.", "¿Cuándo?", "En mayo."]


@pytest.mark.parametrize("text", ["", " \n\n ", "."])
def test_next_to_nothing_gives_next_to_nothing(text):
    assert split(text) == ([text] if text.strip() else [])


@given(st.text(alphabet="ab .!?\n-A1«»\"'", max_size=200))
def test_sentences_hold_every_word_once_and_in_order(text):
    spans = sentences(text)
    assert all(end <= following for (_, end), (following, _) in pairwise(spans))
    assert "".join("".join(split(text)).split()) == "".join(text.split())
