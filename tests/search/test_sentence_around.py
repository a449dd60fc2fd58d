"""The sentence or list item that holds a span."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.sentences import sentence_around


def sentence(text: str, word: str) -> str:
    start = text.index(word)
    return text[slice(*sentence_around(text, start, start + len(word), within=(0, len(text))))]


@pytest.mark.parametrize(
    ("text", "word", "said"),
    [
        ("Ships came. They met in St. Lucia, in May. Then they left.", "met", "They met in St. Lucia, in May."),
        ("See No. 5 of Dr. A. Lopez. It rained.", "Lopez", "See No. 5 of Dr. A. Lopez."),
        ("One.\n\nTwo without a stop\n\nThree.", "without", "Two without a stop"),
        ("One.\r\n\r\nTwo without a stop\r\n\r\nThree.", "without", "Two without a stop"),
        ("- first item\n- second item\n- third item", "second", "- second item"),
        ('He said: "It works." Then "More." End', "Then", 'Then "More."'),
        ("Growth of 3.5 per cent. More.", "per", "Growth of 3.5 per cent."),
        ("Primero. ¡Ya! Él vino a Perú. Fin.", "vino", "Él vino a Perú."),
    ],
)
def test_the_sentence_around_a_word(text, word, said):
    assert sentence(text, word) == said


@given(st.text(st.sampled_from("ab .!?\n-ÁB\"'1"), min_size=1), st.data())
def test_a_sentence_holds_its_span_and_stays_within(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    first, last = sentence_around(text, start, end, within=(0, len(text)))
    assert 0 <= first <= start < end <= last <= len(text)
