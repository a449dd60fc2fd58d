"""The lexical index: BM25 as bm25s scores it, from arrays that are the same in every build."""

import bm25s
import numpy as np

from search.lexical import LexicalIndex, build_lexical, tokens

TEXTS = ["Ports exchange data on cargo", "Puertos digitales y comercio", "The cocoa industry", ""]


def test_scores_are_those_of_bm25s(tmp_path):
    build_lexical(tmp_path, TEXTS)
    plain = bm25s.BM25(method="lucene")
    plain.index([tokens(text) for text in TEXTS], show_progress=False)
    for query in ("ports", "digital ports of cocoa", "cargo cargo"):
        known = [token for token in tokens(query) if token in plain.vocab_dict]
        assert np.allclose(LexicalIndex(tmp_path, len(TEXTS)).scores(query), plain.get_scores(known), atol=1e-5)


def test_words_match_across_accents_endings_and_languages(tmp_path):
    build_lexical(tmp_path, TEXTS)
    index = LexicalIndex(tmp_path, len(TEXTS))
    assert index.scores("PUERTO dígital").argmax() == 1
    assert index.scores("industrie du cacao").argmax() == 2
    assert not index.scores("what is the").any()


def test_two_builds_are_byte_identical(tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        build_lexical(tmp_path / name, TEXTS)
    for file in (tmp_path / "one").iterdir():
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes()
