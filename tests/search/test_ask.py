"""Asking: the answer quotes the passages, word for word."""

from __future__ import annotations

import pytest

from search.ask.passages import LONGEST_ANSWER, LONGEST_QUOTE, NOTHING, answer_from_passages
from search.encoders import load_encoder
from search.filters import Filters
from search.index import SearchIndex, build_index
from search.passages import Section, cut_passages

TEXT = """# **Activity 1. Harbour lamps**

Twelve harbours bought new lamps. The Ministry of Seas of Uruguay paid for every second one, after a vote in St. Lucia.

# **Activity 2. Cocoa**

Growers of cocoa learned to ferment their beans in wooden boxes. Nobody counted the boxes.
"""


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    folder = tmp_path_factory.mktemp("index")
    second = TEXT.index("# **Activity 2")
    sections = [Section(0, second, ("Lamps",), "a-1"), Section(second, len(TEXT), ("Cocoa",), "a-2")]
    build_index(folder, cut_passages(TEXT, sections, document="lamps"), {"lamps": TEXT}, load_encoder())
    return SearchIndex.open(folder)


def test_the_answer_is_the_sentence_that_shares_most_with_the_question(index):
    found = answer_from_passages(index, "Which ministry paid for the lamps, and after what vote?")
    assert found.answer.startswith("The Ministry of Seas of Uruguay paid") and found.answer.endswith("St. Lucia.")


def test_citations_are_verbatim_slices_of_the_document(index):
    found = answer_from_passages(index, "¿Quién aprendió a fermentar cacao?")
    assert found.language == "es"
    assert found.quotations and all(TEXT[q.start : q.end] == q.text for q in found.quotations)
    assert all(len(q.text) <= LONGEST_QUOTE for q in found.quotations)
    assert len(found.answer) <= LONGEST_ANSWER


def test_where_the_filters_leave_nothing_it_says_so_in_the_language_of_the_question(index):
    found = answer_from_passages(index, "¿Quién pagó las lámparas del puerto?", filters=Filters(document=("none",)))
    assert (found.quotations, found.answer) == ((), NOTHING["es"])
