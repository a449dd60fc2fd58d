"""Lines: page numbers, contents, tables and footnotes are recognised and stay where they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.outline.lines import read_lines


def kinds(text: str) -> list[str]:
    return [line.kind for line in read_lines(text)[0]]


@given(st.text(st.sampled_from("ab1 \n\r\t#*.-_<>") | st.characters(exclude_categories=["Cs"])))
def test_lines_are_the_whole_text_in_order(text):
    assert "".join(text[line.start : line.end] for line in read_lines(text)[0]) == text


@pytest.mark.parametrize(
    "line", ["12", "  7 ", "- 7 -", "– 104 –", "# 12", "**12**", "## **45**", "xiv", "<b>3</b>", "12\r"]
)
def test_a_page_number_is_one_bare_or_as_a_heading(line):
    assert kinds(f"The ports agreed on this\n{line}\nand went on.") == ["text", "page-number", "text"]


@pytest.mark.parametrize("line", ["2024", "IV", "12 ports", "7.", "Article 12", "1.1"])
def test_other_numbers_are_no_page_numbers(line):
    assert kinds(line) == ["text"]


@pytest.mark.parametrize("line", ["<sup>8</sup> See the annex.", "<sup>8</sup>See the annex.", "[^3]: See above."])
def test_a_footnote_is_known_by_its_mark(line):
    assert kinds(line) == ["footnote"]


@pytest.mark.parametrize("line", ["---", "___", "*****"])
def test_a_rule_is_a_rule(line):
    assert kinds(line) == ["rule"]


def test_a_row_of_cells_is_a_table_but_a_tab_behind_a_number_is_not():
    assert kinds("Country\tPorts\tShips\nPROJECT I.4.\tDigital ports\n\tPeru\t3") == ["table", "text", "table"]


LAYOUTS = {
    "dots": "Activity I.1.1. Ports of the coast ......... 12",
    "tab": "Activity I.1.1. Ports of the coast\t12",
    "ellipsis": "Activity I.1.1. Ports of the coast…… 12",
    "spaces": "Activity I.1.1. Ports of the coast     12",
    "bold": "**Activity I.1.1. Ports of the coast\t12**",
}


@pytest.mark.parametrize("entry", LAYOUTS.values(), ids=LAYOUTS.keys())
@pytest.mark.parametrize("heading", ["CONTENTS", "# **C O N T E N T S**", "Table of Contents", "ÍNDICE", "SUMÁRIO"])
def test_contents_are_known_in_several_layouts(heading, entry):
    lines, titles = read_lines(f"{heading}\n\n{entry}\n\nINTRODUCTION\n")
    assert [line.kind for line in lines] == ["contents", "contents", "contents", "blank", "text"]
    assert "Activity I.1.1. Ports of the coast" in titles


def test_contents_end_with_their_last_entry():
    text = "CONTENTS\nIntroduction\t1\nPorts\t2\n\nThe ports met in 2019\n"
    assert kinds(text) == ["contents", "contents", "contents", "blank", "text"]


def test_contents_that_a_page_number_parts_are_one():
    text = "CONTENTS\nIntroduction\t1\n\nii\n\nPorts\t2\nBody of the text.\n"
    assert kinds(text)[:-1] == ["contents"] * 6


def test_the_word_contents_within_a_sentence_opens_none():
    assert kinds("The contents of ships\nPorts\t2") == ["text", "table"]
