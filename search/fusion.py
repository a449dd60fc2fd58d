"""Fusion: two indexes' scores, on scales of their own, become one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from search.encoders import FloatArray

LEXICAL_WEIGHT = 0.1  # measured: equal weights ruin questions in another language than the text


def spread(scores: FloatArray) -> FloatArray:
    """Spread scores over 0..1, the worst at 0 and the best at 1.

    Scores that are all the same are as good as each other, or all nothing.

    >>> spread(np.array([0.70, 0.80, 0.90], dtype="float32")).round(2).tolist()
    [0.0, 0.5, 1.0]
    >>> spread(np.array([3.0, 3.0], dtype="float32")).tolist()
    [1.0, 1.0]
    """
    if not len(scores):
        return scores
    lowest, highest = scores.min(), scores.max()
    if highest > lowest:
        relative: FloatArray = (scores - lowest) / (highest - lowest)
        return relative
    return np.full_like(scores, float(highest > 0))


def fuse(dense: FloatArray, lexical: FloatArray, *, lexical_weight: float = LEXICAL_WEIGHT) -> FloatArray:
    """The weighted sum of two scores, each of them spread over 0..1 before.

    >>> fuse(np.array([1, 0.5, 0]), np.array([0, 1, 0]), lexical_weight=0.1).round(2).tolist()
    [0.9, 0.55, 0.0]
    """
    return (1 - lexical_weight) * dense + lexical_weight * lexical
