"""How alike two undertakings are told: by name, by content, by the place that they have in their documents."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import nsmallest

from ingest.series.undertaking_names import Words
from ingest.series.undertakings import Undertaking

UNSEEN = 20  # undertakings that have none of the words, added so that a small knowledge base has rare words too
SAME_PLACE = 0.6  # of the words of two projects' titles
FEWEST_WORDS = 12  # of one of two texts, at least; where both are titles and little more, the names say it all
MOST = 1.6  # that a likeness can be in all


@dataclass(frozen=True)
class Likeness:
    """How alike two undertakings are, each part from 0 to 1.

    `shared` are the words of the name that both have, the rarest first, and `weight` what these tell together;
    `telling` are the words that make most of the content.
    """

    name: float
    shared: tuple[str, ...]
    weight: float
    content: float
    telling: tuple[str, ...]
    same_place: bool

    @property
    def total(self) -> float:
        """One number from 0 to 1 to rank by: the name counts most, then the content, then the place."""
        return (self.name + self.content / 2 + self.same_place / 10) / MOST


class Comparison:
    """Compares undertakings of one knowledge base; a word weighs the more the fewer of them have it."""

    def __init__(self, undertakings: Iterable[Undertaking]) -> None:
        """Count in how many titles and in how many texts of these undertakings a word stands."""
        titles: Counter[str] = Counter()
        texts: Counter[str] = Counter()
        self._printed: Counter[tuple[str, str]] = Counter()
        among = UNSEEN
        for each in undertakings:
            among += 1
            titles.update(frozenset().union(*each.names))
            texts.update(each.counts.keys())
            self._printed.update((each.work, acronym) for acronym in each.acronyms)
        in_titles, self._in_texts = _weights(titles, among), _weights(texts, among)
        self._weights = {word: (own + self._in_texts.get(word, own)) / 2 for word, own in in_titles.items()}
        self._masses: dict[Words, float] = {}
        self._vectors: dict[Undertaking, Mapping[str, float]] = {}

    def rarest(self, words: Iterable[str]) -> tuple[str, ...]:
        """Words of titles, those first that tell most."""
        return tuple(sorted(words, key=lambda word: (-self._weights[word], word)))

    def mass(self, words: Words) -> float:
        """How much words of titles tell together; each from 0 where all have it to 1 where one has it."""
        if words not in self._masses:
            self._masses[words] = sum(self._weights[word] for word in sorted(words))
        return self._masses[words]

    def own_acronyms(self, each: Undertaking) -> Words:
        """The acronyms that no other title of its document prints."""
        return frozenset(acronym for acronym in each.acronyms if self._printed[each.work, acronym] == 1)

    def compare(self, one: Undertaking, other: Undertaking) -> Likeness:
        """How alike two undertakings are."""
        name, weight, shared = max(
            (self._name(x, y, one.named, other.named) for x in one.names for y in other.names), default=(0.0, 0.0, ())
        )
        content, telling = self._content(one, other)
        same_place = any(_overlap(x, y) >= SAME_PLACE for x, y in zip(one.place, other.place, strict=False))
        return Likeness(name, shared, weight, content, telling, same_place)

    def _name(self, x: Words, y: Words, named_x: Words, named_y: Words) -> tuple[float, float, tuple[str, ...]]:
        """The overlap of two names, its weight and words; nothing where each names another country or body."""
        weight = self.mass(x & y)
        if not weight or ((x - y) & (named_x - named_y) and (y - x) & (named_y - named_x)):
            return 0.0, 0.0, ()
        overlap = 1.0 if x == y else 2 * weight / (self.mass(x) + self.mass(y))
        return overlap, weight, self.rarest(x & y)

    def _content(self, one: Undertaking, other: Undertaking) -> tuple[float, tuple[str, ...]]:
        """The cosine of two texts, and the three words that make most of it."""
        x, y = self.vector(one), self.vector(other)
        if max(len(x), len(y)) < FEWEST_WORDS:
            return 0.0, ()
        products = {word: x[word] * y[word] for word in sorted(x.keys() & y.keys())}
        return sum(products.values()), tuple(nsmallest(3, products, key=lambda word: (-products[word], word)))

    def vector(self, each: Undertaking) -> Mapping[str, float]:
        """The words of a text by what they tell of it; of length 1."""
        if each not in self._vectors:
            raw = {word: (1 + math.log(n)) * self._in_texts[word] for word, n in sorted(each.counts.items())}
            length = math.sqrt(sum(value * value for value in raw.values())) or 1.0
            self._vectors[each] = {word: value / length for word, value in raw.items()}
        return self._vectors[each]


def _weights(counts: Mapping[str, int], among: int) -> dict[str, float]:
    return {word: math.log(among / count) / math.log(among) for word, count in counts.items()}


def _overlap(x: Words, y: Words) -> float:
    return 2 * len(x & y) / (len(x) + len(y)) if x and y else 0.0
