"""Goals that a text suggests without stating them: its terms weighed, and in short texts its meaning.

Terms alone (`ontology/goal-terms.csv`) cost a few milliseconds and decide what the graph says. An encoder, where one
is given, moves a score by some hundredths: on the targets of the UN's own vocabulary in three languages the right goal
came first for .75 by terms, .59 by the encoder, .81 by both (the English ones were read when terms were chosen); on its
indicators, which were not read, for .63, .54 and .72.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from kg.linking.goal_terms import Concept, goal_terms
from search.sentences import sentences

if TYPE_CHECKING:
    from search.encoders import Encoder, FloatArray
    from search.passages import Span

GOALS = range(1, 18)
CLAIMED = 0.5  # the least score at which an activity is said to suggest a goal
HALF = 6.0  # the weight of terms that gives a score of .5: two telling concepts named in a title or often
TITLE = 2  # a title's words count so many times
USUAL = 200  # words, of an activity: in a longer text more is named by the way
NUDGE = 0.08  # moves a score for each standard deviation of the encoder's similarities
TELLING = 1_000  # characters: as much of a text is embedded, .3 s of processor time


@dataclass(frozen=True)
class SuggestedGoal:
    """How strongly a text suggests a goal, from 0 to 1, and the sentence that does so most."""

    goal: int
    score: float
    evidence: Span | None


@dataclass(frozen=True)
class Suggestions:
    """All goals, best first; `sampled` where only the most telling parts of a text were embedded."""

    goals: tuple[SuggestedGoal, ...]
    sampled: bool = False


def suggest_goals(
    text: str, *, language: str, title: str = "", apart: Iterable[Span] = (), encoder: Encoder | None = None
) -> Suggestions:
    """How strongly a text suggests each goal; `apart` are spans such as the names of organisations, which don't count.

    >>> best = suggest_goals("They met. Training on solar energy.", language="en", title="Clean energy").goals[0]
    >>> best.goal, best.score, best.evidence
    (7, 0.665, (10, 35))
    """
    named = _Named(_without(text, apart), language)
    in_title = {concept for concept, _ in goal_terms(language).uses(title)}
    scores = {goal: _share(named.weight(goal, in_title)) for goal in GOALS}
    sampled = False
    if encoder is not None:
        telling = named.telling()
        sampled = len(telling) < len(text.strip())
        for goal, nudge in zip(GOALS, _nudges(telling, encoder), strict=True):
            scores[goal] = min(1.0, max(0.0, scores[goal] + nudge))
    found = [SuggestedGoal(goal, round(score, 3), named.evidence(goal)) for goal, score in scores.items()]
    return Suggestions(tuple(sorted(found, key=lambda each: (-each.score, each.goal))), sampled)


class _Named:
    """The concepts that each sentence of a text names."""

    def __init__(self, text: str, language: str) -> None:
        self._text = text
        terms = goal_terms(language)
        spans = sentences(text)
        self._sentences = [(span, [concept for concept, _ in terms.uses(text[slice(*span)])]) for span in spans]
        self._counts = Counter(concept for _, concepts in self._sentences for concept in concepts)
        self._words = sum(len(text[slice(*span)].split()) for span in spans)

    def weight(self, goal: int, in_title: set[Concept]) -> float:
        """How much is said of a goal: each concept once, a little more where it is named again."""
        diluted = (1 + self._words / USUAL) ** 0.5
        named = sorted({c for c in {*self._counts, *in_title} if c.goal == goal}, key=lambda c: c.row)
        return float(sum(c.weight * (TITLE * (c in in_title) + self._counts[c] ** 0.5 / diluted) for c in named))

    def evidence(self, goal: int) -> Span | None:
        """The first of the sentences that say most of a goal."""
        span, said = max(self._said(goal), key=lambda each: each[1], default=((0, 0), 0))
        return span if said else None

    def _said(self, goal: int | None = None) -> list[tuple[Span, int]]:
        return [(span, sum(c.weight for c in set(cs) if goal in (None, c.goal))) for span, cs in self._sentences]

    def telling(self) -> str:
        """The sentences that say most of any goals, in order, as long as an encoder reads at once."""
        if len(self._text) <= TELLING:
            return self._text.strip()
        chosen, length = [], 0
        for span, _ in sorted(self._said(), key=lambda each: (-each[1], each[0])):
            if length < TELLING:
                chosen.append(span)
                length += span[1] - span[0] + 1
        return " ".join(self._text[slice(*span)] for span in sorted(chosen))[:TELLING]


def _without(text: str, apart: Iterable[Span]) -> str:
    parts, at = [], 0
    for start, end in sorted(apart):
        parts += [text[at:start], "_" * (end - max(at, start))]  # as long as before, so that offsets hold
        at = max(at, end)
    return "".join([*parts, text[at:]])


def _share(weight: float) -> float:
    return weight / (weight + HALF)


def _nudges(text: str, encoder: Encoder) -> list[float]:
    """By how much a text's meaning moves each goal's score; scales differ between encoders, so by deviations."""
    similar = _goal_vectors(encoder) @ encoder.encode_queries([text])[0]
    spread = float(similar.std()) or 1.0
    return [NUDGE * float(each) for each in (similar - similar.mean()) / spread]


_VECTORS: WeakKeyDictionary[Encoder, FloatArray] = WeakKeyDictionary()


def _goal_vectors(encoder: Encoder) -> FloatArray:
    """The goals' descriptions as vectors, made once an encoder."""
    if encoder not in _VECTORS:
        _VECTORS[encoder] = encoder.encode_passages([goal_terms("en").description(goal) for goal in GOALS])
    return _VECTORS[encoder]
