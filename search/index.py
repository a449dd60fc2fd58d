"""The search index of a snapshot: built from passages, opened once, asked many times."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

import numpy as np

from kg.errors import Damaged, InvalidInput
from search.encoders import Encoder, harmless, load_encoder
from search.filters import ORGANISATION, FacetTable, Filters
from search.fusion import fuse, spread
from search.language import detect_language
from search.lexical import LexicalIndex, build_lexical
from search.passages import Passage
from search.results import GroupHit, GroupResults, Hit, Results
from search.vectors import DenseIndex, Progress, embed
from search.words import WORD, highlights

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from search.encoders import FloatArray
    from search.filters import Mask

Mode = Literal["hybrid", "dense", "lexical"]

CANDIDATES = 2_000  # nearest pieces that get a dense score: all of them in a knowledge base of this size
FLOOR = 0.6  # of the best score; what is below it isn't found
GROUP_DEPTH = 3  # an activity is ranked by its best passage, then its second, then its third
FORMAT = 1


def build_index(
    folder: Path,
    passages: Sequence[Passage],
    texts: Mapping[str, str],
    encoder: Encoder,
    *,
    vector_cache: Path | None = None,
    progress: Progress | None = None,
) -> None:
    """Write the index of these passages into a folder; the same input gives the same bytes.

    `texts` are the documents' texts by slug; they are kept beside the index, since results quote them.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "texts").mkdir(exist_ok=True)
    for document, text in texts.items():
        (folder / "texts" / f"{document}.txt").write_bytes(text.encode("utf-8"))
    with (folder / "passages.jsonl").open("w", encoding="utf-8", newline="\n") as file:
        for passage in passages:
            file.write(json.dumps(asdict(passage), sort_keys=True, ensure_ascii=False) + "\n")

    pieces = [passage.indexed(texts[passage.document]) for passage in passages]
    vectors = embed(
        [text for some in pieces for text in some], encoder, cache=vector_cache, progress=progress
    )
    np.save(folder / "vectors.npy", vectors)
    build_lexical(folder, [" ".join([*p.section, *some]) for p, some in zip(passages, pieces, strict=True)])
    made_with = {
        "dimension": encoder.dimension,
        "encoder": encoder.name,
        "format": FORMAT,
        "version": encoder.version,
    }
    (folder / "search.json").write_text(
        json.dumps(made_with, sort_keys=True) + "\n", encoding="utf-8", newline="\n"
    )


def read_passages(folder: Path) -> list[Passage]:
    """The passages of an index, in its order."""

    def tuples(value: Any) -> Any:
        return tuple(map(tuples, value)) if isinstance(value, list) else value

    lines = (folder / "passages.jsonl").read_bytes().decode("utf-8").split("\n")
    rows = (json.loads(line) for line in lines if line)
    return [Passage(**{name: tuples(value) for name, value in row.items()}) for row in rows]


@dataclass(frozen=True)
class Ranking:
    """Every passage's score for a query, and which of them count as found; `order` has these, best first."""

    scores: FloatArray
    dense: FloatArray
    lexical: FloatArray
    found: Mask

    @property
    def order(self) -> NDArray[np.int64]:
        chosen = np.flatnonzero(self.found)
        return chosen[np.argsort(-self.scores[chosen], kind="stable")]


class SearchIndex:
    """Finds passages by meaning and by words; safe to share between threads.

    What counts as found: passages that score at least 0.6 of the best score for the query in the whole knowledge
    base, and pass the filters; where the filters leave none of these, all that pass them. So the number is the same
    on every page, and a facet's count is the number of results one gets by choosing it.
    """

    def __init__(self, folder: Path, encoder: Encoder) -> None:
        self.encoder = encoder
        self.passages = read_passages(folder)
        self._folder = folder
        self._text_of = lru_cache(maxsize=None)(self._read_text)
        self._vector_of = lru_cache(maxsize=256)(lambda query: encoder.encode_queries([query])[0])
        self._facets = FacetTable(self.passages)
        self._lexical = LexicalIndex(folder, len(self.passages))
        owners = [number for number, passage in enumerate(self.passages) for _ in passage.pieces]
        self._owner = np.array(owners, dtype=np.int64)
        vectors: FloatArray = np.load(folder / "vectors.npy")
        if len(vectors) != len(owners):
            raise Damaged(
                f"{folder} has {len(vectors)} vectors for {len(owners)} pieces. Build it again: `sela ingest`."
            )
        self._dense = DenseIndex(vectors)
        self._numbers = {(p.document, p.start, p.end): number for number, p in enumerate(self.passages)}

    @classmethod
    def open(cls, folder: Path, encoder_name: str | None = None) -> SearchIndex:
        """The index in a folder, with the encoder it was built with; another one's vectors would mean nothing."""
        try:
            made_with = json.loads((folder / "search.json").read_text(encoding="utf-8"))
            encoder = load_encoder(made_with["encoder"])
            if encoder_name not in (None, made_with["encoder"]):
                raise InvalidInput(
                    f"{folder} was built with the encoder {made_with['encoder']!r}, not {encoder_name!r}."
                    " Leave the encoder out, or build again with the other one."
                )
            if made_with["version"] != encoder.version:
                raise InvalidInput(
                    f"{folder} was built with {made_with['encoder']} {made_with['version']}, here is {encoder.version}."
                    " Build it again: `sela ingest`."
                )
            return cls(folder, encoder)
        except FileNotFoundError as error:
            raise Damaged(
                f"{error.filename} is missing from the index. Build it again: `sela ingest`."
            ) from error

    def __len__(self) -> int:
        return len(self.passages)

    def find_passage(self, document: str, start: int, end: int) -> Passage | None:
        """The passage at exactly that place, if there is one."""
        number = self._numbers.get((document, start, end))
        return None if number is None else self.passages[number]

    def text(self, passage: Passage) -> str:
        """The passage's text, verbatim."""
        return self._text_of(passage.document)[passage.start : passage.end]

    def document_text(self, document: str) -> str:
        """The whole text of a document, by its slug."""
        return self._text_of(document)

    def search(
        self,
        query: str,
        *,
        mode: Mode = "hybrid",
        limit: int = 20,
        offset: int = 0,
        filters: Filters = Filters(),
    ) -> Results:
        """The passages that answer the query, best first."""
        started = time.perf_counter()
        ranking = self._rank(query, mode, filters)
        order = ranking.order
        hits = [
            self._hit(query, rank, number, ranking)
            for rank, number in enumerate(order[offset : offset + limit].tolist(), start=offset + 1)
        ]
        facets = self._facets.counts(ranking.found)
        return Results(query, detect_language(query), mode, _since(started), len(order), tuple(hits), facets)

    def search_activities(
        self,
        query: str,
        *,
        mode: Mode = "hybrid",
        limit: int = 20,
        offset: int = 0,
        filters: Filters = Filters(),
    ) -> GroupResults:
        """The activities whose passages answer the query, best first."""
        return self._grouped(
            query, mode, limit, offset, filters, lambda p: [p.activity] if p.activity else []
        )

    def search_organisations(
        self,
        query: str,
        *,
        mode: Mode = "hybrid",
        limit: int = 20,
        offset: int = 0,
        filters: Filters = Filters(),
    ) -> GroupResults:
        """The organisations that the passages which answer the query speak of, best first."""
        return self._grouped(query, mode, limit, offset, filters, _organisations)

    def _grouped(
        self,
        query: str,
        mode: Mode,
        limit: int,
        offset: int,
        filters: Filters,
        keys: Callable[[Passage], Iterable[str]],
    ) -> GroupResults:
        started = time.perf_counter()
        ranking = self._rank(query, mode, filters)
        members: dict[str, list[int]] = {}
        for number in ranking.order.tolist():
            for key in keys(self.passages[number]):
                members.setdefault(key, []).append(number)
        best = sorted(
            members, key=lambda key: ranking.scores[members[key][:GROUP_DEPTH]].tolist(), reverse=True
        )
        hits = []
        for rank, key in enumerate(best[offset : offset + limit], start=offset + 1):
            hit = self._hit(query, rank, members[key][0], ranking)
            hits.append(GroupHit(rank, hit.score, key, len(members[key]), hit))
        used: Mask = np.zeros(len(self), dtype=bool)
        used[[number for numbers in members.values() for number in numbers]] = True
        facets = self._facets.counts(used)
        return GroupResults(
            query, detect_language(query), mode, _since(started), len(best), tuple(hits), facets
        )

    def _hit(self, query: str, rank: int, number: int, ranking: Ranking) -> Hit:
        passage = self.passages[number]
        text = self.text(passage)
        scores = {"dense": float(ranking.dense[number]), "lexical": float(ranking.lexical[number])}
        return Hit(rank, float(ranking.scores[number]), scores, passage, text, tuple(highlights(text, query)))

    def _rank(self, query: str, mode: Mode, filters: Filters) -> Ranking:
        if mode not in get_args(Mode):
            raise InvalidInput(f"There is no search mode {mode!r}: hybrid, dense or lexical.")
        allowed = self._facets.allowed(filters)
        query = harmless(query, longest=len(query))
        ranking = self._scored(query, mode)
        found = allowed & (ranking.scores > 0) & (ranking.scores >= FLOOR * ranking.scores.max(initial=0))
        if not found.any() and allowed.any():
            # Nothing near enough passes the filters: rank what does, on a scale of its own.
            ranking = self._scored(query, mode, among=allowed)
            found = allowed & (ranking.scores > 0)
        return replace(ranking, found=found)

    def _scored(self, query: str, mode: Mode, among: Mask | None = None) -> Ranking:
        none: FloatArray = np.zeros(len(self), dtype=np.float32)
        dense = lexical = none
        if len(self) and WORD.search(query):
            if mode != "lexical":
                dense = self._dense_scores(query, among)
            if mode != "dense":
                lexical = spread(self._lexical.scores(query))
        scores = {"dense": dense, "lexical": lexical, "hybrid": fuse(dense, lexical)}[mode]
        return Ranking(scores, dense, lexical, found=np.zeros(len(self), dtype=bool))

    def _dense_scores(self, query: str, among: Mask | None) -> FloatArray:
        """Each passage's best piece, over 0..1; passages without a candidate piece have 0."""
        pieces = None if among is None else among[self._owner]
        rows, cosines = self._dense.nearest(self._vector_of(query), CANDIDATES, among=pieces)
        scores: FloatArray = np.zeros(len(self), dtype=np.float32)
        scores[self._owner[rows[::-1]]] = spread(cosines)[::-1]  # best last, so that it stays
        return scores

    def _read_text(self, document: str) -> str:
        return (self._folder / "texts" / f"{document}.txt").read_bytes().decode("utf-8")


def _organisations(passage: Passage) -> Iterable[str]:
    return (entity for entity in passage.entities if entity.startswith(ORGANISATION))


def _since(started: float) -> float:
    return round((time.perf_counter() - started) * 1000, 1)
