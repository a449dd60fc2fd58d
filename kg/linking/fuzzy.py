"""Names that are nearly right: typos, other word order, a word more or less."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from kg.linking.entities import Entity
from kg.linking.organisation_words import generic_words
from kg.linking.recognition import strength
from kg.linking.tokens import forms

LEAST = 90.0  # of 100: below it two names of seven words differ in more than a word's ending
VARIANT = 85.0  # for a name beside an acronym that is known: both must be the entity's
SLIP = 72.0  # between two words of which one is a slip of the other
LONGEST = 25  # words of a name that is looked up
MARGIN = 4.0  # to the second best entity; nearer than this it is a guess


class NameIndex:
    """Names in compared form, found by names that are nearly equal."""

    def __init__(self, names: Mapping[str, Entity]) -> None:
        """An index of folded names and the entities they stand for."""
        self._names = names
        self._with_word: dict[str, list[str]] = {}
        for name in names:
            for word in set(name.split()):
                self._with_word.setdefault(word, []).append(name)

    def nearest(self, name: str) -> tuple[Entity, float] | None:
        """The entity with the most similar name and its score (0..1), None where no match is clear.

        The measure is rapidfuzz' token-sort ratio, over the names that share two words with this one.
        """
        from rapidfuzz import fuzz, process

        words = forms(name)
        query = " ".join(words)
        if len(query) < 6 or len(words) > LONGEST:
            return None
        shared = Counter(other for word in set(words) if len(word) > 3 for other in self._with_word.get(word, ()))
        choices = sorted(other for other, count in shared.items() if count >= min(2, len(other.split())))
        found = process.extract(query, choices, scorer=fuzz.token_sort_ratio, score_cutoff=LEAST, limit=5)
        if not found or _differs(words, found[0][0].split()):
            return None
        best = self._names[found[0][0]]
        rival = next((score for other, score, _ in found if self._names[other] != best), 0.0)
        return (best, found[0][1] / 100) if found[0][1] - rival >= MARGIN else None


def _differs(words: Iterable[str], others: Iterable[str]) -> bool:
    """True where a name has a word that is no slip of one of the other's, or lacks what the other is: a fund."""
    from rapidfuzz import fuzz, process

    own, theirs = sorted(set(words) - set(others)), sorted(set(others) - set(words))
    telling = [word for word in own if len(word) > 3 and word not in generic_words()]
    needed = [word for word in theirs if strength(word.capitalize())]
    return any(
        not process.extractOne(word, choices, scorer=fuzz.ratio, score_cutoff=SLIP)
        for some, choices in ((telling, theirs), (needed, own))
        for word in some
    )


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
