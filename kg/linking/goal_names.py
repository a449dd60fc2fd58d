"""The names of goals, as `ontology/goals.ttl` has them: short titles, other names, telling parts of long titles."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from pyoxigraph import Literal, NamedNode

from kg.linking.entities import Mention
from kg.linking.goal_numbers import goal
from kg.linking.tokens import Token, forms, tokens
from kg.terms import PREFIXES, expand
from kg.vocabulary import turtle_quads

APART = re.compile(r"[\s,’'«»\"“”*_-]{1,5}")
STANDS_ALONE = 3  # telling words in a short title that nobody uses without meaning the goal
TELLING = 4  # letters, of a word that is no article or preposition


@dataclass(frozen=True)
class _Name:
    """A name of a goal, and whether it means the goal without company."""

    goal: int
    stands_alone: bool


@lru_cache(maxsize=1)
def _names() -> dict[str, dict[tuple[str, ...], _Name]]:
    """The names of goals as compared words, by the first of them."""
    names: dict[str, dict[tuple[str, ...], _Name]] = defaultdict(dict)
    for label in ("skos:prefLabel", "skos:hiddenLabel"):
        for number, name in sorted(_labels(label)):
            words = forms(name)
            alone = label == "skos:prefLabel" and sum(len(word) >= TELLING for word in words) >= STANDS_ALONE
            names[words[0]].setdefault(words, _Name(number, alone))
    return names


def _labels(label: str) -> Iterator[tuple[int, str]]:
    for quad in turtle_quads("goals"):
        if quad.predicate.value == expand(label) and isinstance(quad.subject, NamedNode):
            number = quad.subject.value.removeprefix(PREFIXES["sdg"])
            if number.isdigit() and isinstance(quad.object, Literal):
                yield int(number), quad.object.value


def find_names(text: str, start: int, end: int) -> Iterator[tuple[Mention, bool]]:
    """The longest names in a stretch, left to right, and whether each means its goal without company.

    >>> text = "Life on land, decent work and economic growth"
    >>> [(m.entity.slug, alone) for m, alone in find_names(text, 0, len(text))]
    [('15', False), ('8', True)]
    """
    stretch = text[start:end]
    words = tokens(stretch)
    number = 0
    while number < len(words):
        fitting = [
            (len(name), about)
            for name, about in _names().get(words[number].form, {}).items()
            if _stands_there(stretch, words[number : number + len(name)], name)
        ]
        length, about = max(fitting, key=lambda each: each[0], default=(0, None))
        if about:
            last = words[number + length - 1]
            yield Mention(start + words[number].start, start + last.end, goal(about.goal)), about.stands_alone
        number += max(length, 1)


def _stands_there(text: str, words: list[Token], name: tuple[str, ...]) -> bool:
    return tuple(word.form for word in words) == name and all(
        APART.fullmatch(text, before.end, after.start) for before, after in pairwise(words)
    )
