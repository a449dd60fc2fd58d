"""The lexical side: BM25 over character 4-grams, so that endings, typos and cognates match in part."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from search.words import content_words

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from search.encoders import FloatArray

GRAM = 4
LONGEST_QUERY = 400  # tokens; more say nothing new


def tokens(text: str) -> list[str]:
    """The 4-grams of each word that isn't a stop word, its edges marked, so that a name isn't part of a word.

    >>> tokens("The ports of CAF")
    ['_por', 'port', 'orts', 'rts_', '_caf', 'caf_']
    """
    grams = []
    for word in content_words(text):
        edged = f"_{word}_"
        grams += [edged[at : at + GRAM] for at in range(max(1, len(edged) - GRAM + 1))]
    return grams


def build_lexical(folder: Path, texts: Sequence[str]) -> None:
    """Write the index: a sorted vocabulary and, for each token, the passages that have it and their scores.

    The scores are ready BM25 scores: asking adds them up. The same texts give the same bytes.
    """
    documents = [tokens(text) for text in texts]
    vocabulary = sorted({token for document in documents for token in document})
    ids = {token: number for number, token in enumerate(vocabulary)}
    if vocabulary:
        import bm25s  # takes half a second, for building only

        index = bm25s.BM25(method="lucene", csc_backend="scipy")
        index.index(([[ids[t] for t in document] for document in documents], ids), show_progress=False)
        scores, passages, offsets = (index.scores[part] for part in ("data", "indices", "indptr"))
    else:
        scores, passages, offsets = [], [], [0]
    (folder / "lexical-vocabulary.txt").write_text("\n".join(vocabulary), encoding="utf-8", newline="\n")
    np.save(folder / "lexical-scores.npy", np.asarray(scores, dtype="<f4"))
    np.save(folder / "lexical-passages.npy", np.asarray(passages, dtype="<i4"))
    np.save(folder / "lexical-offsets.npy", np.asarray(offsets, dtype="<i8"))


class LexicalIndex:
    """BM25 scores of all passages for a query, from the arrays that `build_lexical` wrote."""

    def __init__(self, folder: Path, size: int) -> None:
        self._size = size
        vocabulary = (folder / "lexical-vocabulary.txt").read_text(encoding="utf-8").split("\n")
        self._ids = {token: number for number, token in enumerate(vocabulary) if token}
        self._scores: FloatArray = np.load(folder / "lexical-scores.npy")
        self._passages: NDArray[np.int32] = np.load(folder / "lexical-passages.npy")
        self._offsets: NDArray[np.int64] = np.load(folder / "lexical-offsets.npy")

    def scores(self, query: str) -> FloatArray:
        """One score a passage; 0 where none of the query's tokens stands."""
        total = np.zeros(self._size, dtype=np.float32)
        for token in tokens(query)[:LONGEST_QUERY]:
            number = self._ids.get(token)
            if number is not None:
                first, last = self._offsets[number], self._offsets[number + 1]
                total[self._passages[first:last]] += self._scores[first:last]
        return total
