"""Names that are nearly right: typos, other word order, a word more or less."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.linking.entities import Entity
from kg.linking.tokens import forms

LEAST = 90.0  # of 100: below it two names of seven words differ in more than a word's ending
VARIANT = 85.0  # for a name beside an acronym that is known: both must be the entity's
MARGIN = 4.0  # to the second best entity; nearer than this it is a guess


def nearest(name: str, names: Mapping[str, Entity]) -> tuple[Entity, float] | None:
    """The entity with the most similar name and its score (0..1), None where no match is clear.

    `names` are folded names. The measure is rapidfuzz' token-sort ratio.
    """
    from rapidfuzz import fuzz, process

    query = " ".join(forms(name))
    if len(query) < 6:
        return None
    found = process.extract(query, names.keys(), scorer=fuzz.token_sort_ratio, score_cutoff=LEAST, limit=5)
    if not found:
        return None
    best = names[found[0][0]]
    rival = next((score for other, score, _ in found if names[other] != best), 0.0)
    return (best, found[0][1] / 100) if found[0][1] - rival >= MARGIN else None


def resembles(name: str, others: Iterable[str]) -> bool:
    """True where a name is a variant of one of the others: their words, some more or fewer.

    >>> resembles("Agency for Ports of the Americas", ["ports agency"])
    True
    >>> resembles("Agency for Trains of the Americas", ["ports agency"])
    False
    """
    from rapidfuzz import fuzz

    words = " ".join(forms(name))
    return any(fuzz.token_set_ratio(words, " ".join(forms(other))) >= VARIANT for other in others)
