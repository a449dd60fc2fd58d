"""What a search gives back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from search.filters import FacetCount
from search.passages import Passage


@dataclass(frozen=True)
class Hit:
    """A passage that was found: its place in the ranking, and why it is there.

    `score` and `scores` ("dense", "lexical") are relative to this query, 0..1; they are no probabilities.
    `highlights` are offsets within `text`.
    """

    rank: int
    score: float
    scores: Mapping[str, float]
    passage: Passage
    text: str
    highlights: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class GroupHit:
    """An activity (by slug) or an organisation (by IRI) that was found through its passages."""

    rank: int
    score: float
    key: str
    passages: int
    best: Hit


@dataclass(frozen=True)
class Results:
    """A page of the passages found; `total` and `facets` are of all of them, whatever the page."""

    query: str
    language: str
    mode: str
    took_ms: float
    total: int
    hits: tuple[Hit, ...]
    facets: Mapping[str, tuple[FacetCount, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class GroupResults:
    """A page of the activities or organisations found; `facets` count them all, each once."""

    query: str
    language: str
    mode: str
    took_ms: float
    total: int
    hits: tuple[GroupHit, ...]
    facets: Mapping[str, tuple[FacetCount, ...]] = field(default_factory=dict)
