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
from search.vectors import DenseIndex
from search.words import WORD

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from search.encoders import FloatArray
    from search.filters import Mask
    from search.lexical import LexicalIndex

Mode = Literal["hybrid", "dense", "lexical"]

CANDIDATES = 2_000  # nearest pieces that get a dense score: all of them in a knowledge base of this size
FLOOR = 0.6  # of the best score; what is below it isn't found,
FEWEST = 20  # except the best twenty
WHOLE = 1 / 3  # weight of the whole passage beside its best piece: better nDCG in six of seven cuttings tried


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
    """Scores passages with both indexes: by their best piece, and a little by the passage as a whole."""

    def __init__(
        self,
        encoder: Encoder,
        vectors: FloatArray,
        lexical: LexicalIndex,
        *,
        owners: Sequence[int],
        size: int,
    ) -> None:
        self._dense = DenseIndex(vectors)
        self._lexical = lexical
        self._owner = np.array(owners, dtype=np.int64)  # the passage of each piece
        self._size = size
        self._wholes: FloatArray = np.zeros((size, vectors.shape[1]), dtype=np.float32)
        np.add.at(self._wholes, self._owner, vectors)
        self._wholes /= np.maximum(np.linalg.norm(self._wholes, axis=1, keepdims=True), 1e-9)
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
        """Scores of the passages that have a candidate piece, and which these are."""
        vector = self._vector_of(query)
        pieces = None if among is None else among[self._owner]
        rows, cosines = self._dense.nearest(vector, CANDIDATES, among=pieces)
        best: FloatArray = np.full(self._size, -2, dtype=np.float32)
        best[self._owner[rows[::-1]]] = cosines[::-1]  # the best piece last, so that it stays
        found: Mask = best > -2
        scores: FloatArray = np.zeros(self._size, dtype=np.float32)
        scores[found] = spread((1 - WHOLE) * best[found] + WHOLE * (self._wholes[found] @ vector))
        return scores, found


def near(ranking: Ranking) -> Mask:
    """The passages near enough to the best one, and the best twenty."""
    least = FLOOR * float(ranking.scores.max(initial=0))
    best = np.sort(ranking.scores)[-FEWEST:]
    mask: Mask = ranking.found & (ranking.scores >= best.min(initial=least))
    return mask
