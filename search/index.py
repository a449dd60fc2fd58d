"""The search index of a snapshot: built from passages, opened once, asked many times."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from kg.errors import Damaged, InvalidInput
from search.encoders import Encoder, load_encoder
from search.filters import NO_FILTERS, ORGANISATION, FacetTable, Filters
from search.language import detect_language
from search.lexical import LexicalIndex, build_lexical
from search.passages import Passage
from search.ranking import Mode, Ranker, Ranking
from search.results import GroupHit, GroupResults, Hit, Results
from search.vectors import Progress, embed
from search.words import highlights

if TYPE_CHECKING:
    from search.encoders import FloatArray

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
    vectors = embed([text for some in pieces for text in some], encoder, cache=vector_cache, progress=progress)
    np.save(folder / "vectors.npy", vectors)
    build_lexical(folder, [" ".join([*p.section, *some]) for p, some in zip(passages, pieces, strict=True)])
    made_with = {
        "dimension": encoder.dimension,
        "encoder": encoder.name,
        "format": FORMAT,
        "version": encoder.version,
    }
    (folder / "search.json").write_text(json.dumps(made_with, sort_keys=True) + "\n", encoding="utf-8", newline="\n")


def read_passages(folder: Path) -> list[Passage]:
    """The passages of an index, in its order."""

    def tuples(value: Any) -> Any:
        return tuple(map(tuples, value)) if isinstance(value, list) else value

    lines = (folder / "passages.jsonl").read_bytes().decode("utf-8").split("\n")
    rows = (json.loads(line) for line in lines if line)
    return [Passage(**{name: tuples(value) for name, value in row.items()}) for row in rows]


class SearchIndex:
    """Finds passages by meaning and by words; safe to share between threads.

    What counts as found: the passages that score at least 0.6 of the best score for the query in the whole
    knowledge base, and the best twenty in any case; of these, the ones that pass the filters; where these
    leave none, all that pass them. So the total is the same on every page, and a facet's count is the total
    that one gets by choosing its value.
    """

    def __init__(self, folder: Path, encoder: Encoder) -> None:
        self.encoder = encoder
        self.passages = read_passages(folder)
        self._folder = folder
        self._text_of = lru_cache(maxsize=None)(self._read_text)
        self._facets = FacetTable(self.passages)
        owners = [number for number, passage in enumerate(self.passages) for _ in passage.pieces]
        vectors: FloatArray = np.load(folder / "vectors.npy")
        if len(vectors) != len(owners):
            raise Damaged(f"{folder} has {len(vectors)} vectors for {len(owners)} pieces. Build it again.")
        lexical = LexicalIndex(folder, len(self))
        self._ranker = Ranker(encoder, vectors, lexical, owners=owners, size=len(self))
        self._numbers = {(p.document, p.start, p.end): number for number, p in enumerate(self.passages)}

    @classmethod
    def open(cls, folder: Path, encoder_name: str | None = None) -> SearchIndex:
        """The index in a folder, with the encoder it was built with: another's vectors would mean nothing."""
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
                    f"{folder} was built with {made_with['encoder']} {made_with['version']},"
                    f" here is {encoder.version}. Build it again: `sela ingest`."
                )
            return cls(folder, encoder)
        except FileNotFoundError as error:
            raise Damaged(f"{error.filename} is missing from the index. Build it again: `sela ingest`.") from error

    def __len__(self) -> int:
        return len(self.passages)

    def find_passage(self, document: str, start: int, end: int) -> Passage | None:
        """The passage at exactly that place, if there is one."""
        number = self._numbers.get((document, start, end))
        return None if number is None else self.passages[number]

    def values(self, facet: str) -> list[str]:
        """The values that a filter can take here: of document, year, country, organisation, sdg or theme."""
        return self._facets.facets[facet].values

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
        filters: Filters = NO_FILTERS,
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
        filters: Filters = NO_FILTERS,
    ) -> GroupResults:
        """The activities whose passages answer the query, best first."""
        return self._grouped(query, mode, limit, offset, filters, lambda p: [p.activity] if p.activity else [])

    def search_organisations(
        self,
        query: str,
        *,
        mode: Mode = "hybrid",
        limit: int = 20,
        offset: int = 0,
        filters: Filters = NO_FILTERS,
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
        best = sorted(members, key=lambda key: ranking.scores[members[key][:GROUP_DEPTH]].tolist(), reverse=True)
        hits = []
        for rank, key in enumerate(best[offset : offset + limit], start=offset + 1):
            hit = self._hit(query, rank, members[key][0], ranking)
            hits.append(GroupHit(rank, hit.score, key, len(members[key]), hit))
        facets = self._facets.counts_of(list(members.values()))
        return GroupResults(query, detect_language(query), mode, _since(started), len(best), tuple(hits), facets)

    def _hit(self, query: str, rank: int, number: int, ranking: Ranking) -> Hit:
        passage = self.passages[number]
        text = self.text(passage)
        scores = {"dense": float(ranking.dense[number]), "lexical": float(ranking.lexical[number])}
        return Hit(rank, float(ranking.scores[number]), scores, passage, text, tuple(highlights(text, query)))

    def _rank(self, query: str, mode: Mode, filters: Filters) -> Ranking:
        return self._ranker.rank(query, mode, self._facets.allowed(filters))

    def _read_text(self, document: str) -> str:
        return (self._folder / "texts" / f"{document}.txt").read_bytes().decode("utf-8")


def _organisations(passage: Passage) -> Iterable[str]:
    return (entity for entity in passage.entities if entity.startswith(ORGANISATION))


def _since(started: float) -> float:
    return round((time.perf_counter() - started) * 1000, 1)
