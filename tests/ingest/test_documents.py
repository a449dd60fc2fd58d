"""A document's prose: what is read of it, with every offset kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.metadata import read_document

LONG = "The members of the harbour network met in the old town of Lima on 27 and 28"


def prose(text: str) -> str:
    return read_document("a.txt", text).prose


@given(st.lists(st.sampled_from(["12", "---", "<sup>1</sup> A note.", LONG, LONG + ".", "- item", "", "Ports"])))
def test_prose_is_as_long_as_the_text_and_the_same_outside_of_page_breaks(lines):
    text = "\n".join(lines)
    read = prose(text)
    assert len(read) == len(text)
    assert all(new in (old, " ") for old, new in zip(text, read, strict=True))


def test_a_page_break_within_a_sentence_is_white_space():
    text = f"{LONG}\n\n---\n\n<sup>3</sup> See the annex.\n\n12\n\nNovember. More."
    assert " ".join(prose(text).split()) == f"{LONG} November. More."
    assert "\n" not in prose(text)


def test_a_page_break_between_sentences_leaves_two_paragraphs():
    assert prose(f"{LONG}.\n\n12\n\nMore.").split("\n\n") == [f"{LONG}.", "  ", "More."]


def test_a_page_break_before_a_list_item_or_behind_a_heading_joins_nothing():
    assert "\n" in prose(f"{LONG}\n\n12\n\n- an item")
    assert "\n" in prose("PORTS\n\n12\n\nThey met.")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("It was held on 16", "and 17 August."),
        ("They came from Chile,", "Peru and Cuba."),
        ("The ports of", "Lima met."),
        (f"{LONG} of the coming\nspring, as the Harbour", "Office said."),
    ],
)
def test_a_short_line_goes_on_behind_a_page_number_where_its_words_say_so(before, after):
    assert "\n\n" not in prose(f"{before}\n\n12\n\n{after}")


@pytest.mark.parametrize("after", ["a) ropes", "ii. nets", "They met."])
def test_a_short_line_and_what_does_not_go_on_stay_apart(after):
    assert "\n" in prose(f"Ports and piers\n\n12\n\n{after}")


def test_a_footnote_over_two_lines_is_none_of_the_prose():
    assert prose("They met.\n\n<sup>1</sup> See the law\nof 2031.\n\nMore.").split() == [
        "They",
        "met.",
        "More.",
    ]
