"""Passages: verbatim, whole, each in its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.passages import LONGEST, PASSAGE_TOKENS, PIECE_TOKENS, Ruler, Section, cut_passages

SENTENCE = "The ports of the region agreed to share what they know about digital trade and logistics. "
WORDS = st.sampled_from(
    [
        "ports",
        "Trade",
        "of",
        "cooperación",
        "1.",
        "-",
        "\n",
        "\n\n",
        "a)",
        ".",
        ":",
        "12",
        "x" * 90,
        "\t",
        " ",
        "的",
        "é",
    ]
)
TEXTS = st.lists(WORDS, max_size=400).map(" ".join) | st.text(max_size=300)


@st.composite
def documents(draw):
    text = draw(TEXTS)
    places = st.integers(0, len(text))
    marks = sorted(draw(st.lists(places, max_size=8)))
    sections = [
        Section(start, end, ("Area", str(number)), draw(st.sampled_from([None, "act-1"])))
        for number, (start, end) in enumerate(zip(marks[::2], marks[1::2], strict=False))
    ]
    noise = [(at, min(at + 5, len(text))) for at in draw(st.lists(places, max_size=3))]
    return text, sections, noise


@given(documents())
def test_passages_are_slices_in_order_that_hold_their_pieces(document):
    text, sections, noise = document
    last = 0
    for passage in cut_passages(text, sections, document="d", noise=noise):
        assert last <= passage.start < passage.end <= len(text)
        assert passage.end - passage.start <= LONGEST
        last = passage.start
        for start, end in passage.pieces:
            assert last <= start < end <= passage.end
            assert any(section.start <= start and end <= section.end for section in sections if section.path)
            last = end
        last = passage.end


@given(documents())
def test_pieces_cover_every_word_of_their_passage_that_lies_in_a_section(document):
    text, sections, noise = document
    ruler = Ruler(text, noise)
    for passage in cut_passages(text, sections, document="d", noise=noise):
        inside = sum(
            ruler.tokens(max(passage.start, section.start), min(passage.end, section.end))
            for section in sections
            if section.start < passage.end and section.end > passage.start
        )
        assert sum(ruler.tokens(*piece) for piece in passage.pieces) == inside
        assert all(ruler.tokens(*piece) <= PIECE_TOKENS for piece in passage.pieces)


def test_a_section_a_little_too_long_becomes_two_halves_that_end_with_a_sentence():
    text = SENTENCE * 27
    passages = cut_passages(text, [Section(0, len(text))], document="d")
    one, other = (Ruler(text).tokens(p.start, p.end) for p in passages)
    assert one + other > PASSAGE_TOKENS
    assert abs(one - other) < PASSAGE_TOKENS / 5
    assert all(text[p.start : p.end].endswith(".") for p in passages)


def test_a_list_stays_with_its_lead_in():
    before = SENTENCE * 20
    items = "The meeting recommended to:\n\n" + "\n\n".join(f"{n}. {SENTENCE}" for n in range(1, 10))
    text = before + "\n\n" + items
    passages = cut_passages(text, [Section(0, len(text))], document="d")
    said = [text[p.start : p.end] for p in passages]
    assert ["recommended to:" in passage for passage in said] == ["9. The ports" in passage for passage in said]
    assert len(said) == 2


def test_noise_stays_in_the_slice_but_out_of_what_is_indexed():
    text = SENTENCE + "\n\n34\n\n" + SENTENCE
    at = text.index("34")
    [passage] = cut_passages(text, [Section(0, len(text))], document="d", noise=[(at, at + 2)])
    assert "34" in text[passage.start : passage.end]
    assert "34" not in " ".join(passage.indexed(text))


def test_what_opens_a_section_opens_with_its_headings_which_are_not_indexed():
    heading = "ACTIVITY 1. Ports\n\nA. Background\n\n"
    text = SENTENCE + heading + SENTENCE
    body = len(SENTENCE + heading)
    sections = [Section(0, len(SENTENCE)), Section(body, len(text), ("ACTIVITY 1. Ports",), "act-1")]
    passage = cut_passages(text, sections, document="d")[1]
    assert text[passage.start : passage.end].startswith("ACTIVITY 1. Ports")
    assert passage.indexed(text) == [SENTENCE.strip()]


def test_short_sections_of_one_activity_share_a_passage_and_what_their_paths_share():
    text = SENTENCE + "\nResults\n" + SENTENCE
    middle = len(SENTENCE)
    sections = [
        Section(0, middle, ("Ports", "Objectives"), "act-1"),
        Section(middle + 9, len(text), ("Ports", "Results"), "act-1"),
    ]
    [passage] = cut_passages(text, sections, document="d")
    assert (passage.section, len(passage.pieces)) == (("Ports",), 2)


@pytest.mark.parametrize(
    "text",
    [
        "See the annex below.",
        "Activity I.1.1.\tMeeting of the Secretariats of the Region\t5\nActivity I.1.2.\tVulnerability\t6",
        "<sup>3</sup> Author, A. (2015) A title of a work that is cited here. Journal of Ports, 10, 1-33.",
        "INTRODUCTION .................. 3\nBACKGROUND OF THE WORK PROGRAMME FOR THE YEAR ............ 7",
        "- News of the meeting held in the city of Caracas\n<https://example.org/news/meeting/2024>\n" * 4,
        "\n \n",
    ],
)
def test_what_no_one_looks_for_is_no_passage(text):
    assert cut_passages(text, [Section(0, len(text))], document="d") == []
