"""Ranking: every passage's score for a query, and which passages count as found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, get_args

import numpy as np

from kg.errors import InvalidInput
from search.encoders import Encoder, harmless
from search.fusion import fuse, spread
from search.words import WORD

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from search.encoders import FloatArray
    from search.filters import Mask
    from search.lexical import LexicalIndex
    from search.vectors import DenseIndex

Mode = Literal["hybrid", "dense", "lexical"]

CANDIDATES = 2_000  # nearest pieces that get a dense score: all of them in a knowledge base of this size
FLOOR = 0.7  # of the best score; what is below it isn't found,
FEWEST = 50  # except the best fifty


@dataclass(frozen=True)
class Ranking:
    """Scores by passage number: fused, and by index (0..1, relative to this query)."""

    scores: FloatArray
    dense: FloatArray
    lexical: FloatArray
    found: Mask

    @property
    def order(self) -> NDArray[np.int64]:
        """The numbers of the passages found, best first."""
        chosen = np.flatnonzero(self.found)
        return chosen[np.argsort(-self.scores[chosen], kind="stable")]


class Ranker:
    """Scores passages with both indexes; a passage is as near as the nearest of its pieces."""

    def __init__(
        self, encoder: Encoder, dense: DenseIndex, lexical: LexicalIndex, owners: Sequence[int], size: int
    ) -> None:
        self._dense = dense
        self._lexical = lexical
        self._owner = np.array(owners, dtype=np.int64)  # the passage of each piece
        self._size = size
        self._vector_of = lru_cache(maxsize=256)(lambda query: encoder.encode_queries([query])[0])

    def rank(self, query: str, mode: Mode, allowed: Mask) -> Ranking:
        """All passages ranked; found are those of the allowed ones that are near enough to the best of all.

        Where that leaves none, all the allowed ones are found, on a scale of their own.
        """
        if mode not in get_args(Mode):
            raise InvalidInput(f"There is no search mode {mode!r}: hybrid, dense or lexical.")
        query = harmless(query, longest=len(query))
        ranking = self._score(query, mode)
        found = allowed & near(ranking)
        if not found.any() and allowed.any():
            ranking = self._score(query, mode, among=allowed)
            found = allowed & ranking.found
        return replace(ranking, found=found)

    def _score(self, query: str, mode: Mode, among: Mask | None = None) -> Ranking:
        """Every passage's scores; found is what an index has anything to say about."""
        dense: FloatArray = np.zeros(self._size, dtype=np.float32)
        lexical = dense
        found: Mask = np.zeros(self._size, dtype=bool)
        if self._size and WORD.search(query):
            if mode != "lexical":
                dense, found = self._dense_scores(query, among)
            if mode != "dense":
                lexical = spread(self._lexical.scores(query))
                found = found | (lexical > 0)
        scores = {"dense": dense, "lexical": lexical, "hybrid": fuse(dense, lexical)}[mode]
        return Ranking(scores, dense, lexical, found)

    def _dense_scores(self, query: str, among: Mask | None) -> tuple[FloatArray, Mask]:
        """Each passage's best piece, and which passages have a candidate piece."""
        pieces = None if among is None else among[self._owner]
        rows, cosines = self._dense.nearest(self._vector_of(query), CANDIDATES, among=pieces)
        scores: FloatArray = np.zeros(self._size, dtype=np.float32)
        found: Mask = np.zeros(self._size, dtype=bool)
        scores[self._owner[rows[::-1]]] = spread(cosines)[::-1]  # best last, so that it stays
        found[self._owner[rows]] = True
        return scores, found


def near(ranking: Ranking) -> Mask:
    """The passages near enough to the best one, and the best fifty."""
    least = FLOOR * float(ranking.scores.max(initial=0))
    best = np.sort(ranking.scores)[-FEWEST:]
    mask: Mask = ranking.found & (ranking.scores >= best.min(initial=least))
    return mask
