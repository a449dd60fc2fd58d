"""Words that tell of a goal: `ontology/goal-terms.csv`, four languages side by side, and where a text uses them.

To add a term: another variant in a row, or a row; the weight says how telling it is (3 by itself, 1 hardly).
A `*` at a word's end stands for any ending.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files

from kg.linking.tokens import form, tokens

WORD = re.compile(r"[^\W_]+\*?|&")
SHORTEST_STEM = 3  # letters in front of a `*`
MOST_TELLING = 3  # the weight of what tells a goal by itself


@dataclass(frozen=True)
class Concept:
    """A row of the table: what one goal is about, in a language, by whichever term."""

    row: int
    goal: int
    weight: int


@dataclass
class _Node:
    """A node of the tree of terms: following words, and the concepts that end here."""

    following: dict[str, _Node] = field(default_factory=dict)
    concepts: list[Concept] = field(default_factory=list)


class GoalTerms:
    """The terms of one language.

    >>> [(concept.goal, words) for concept, words in GoalTerms("es").uses("Cooperación Sur-Sur y energía limpia")]
    [(17, 1), (17, 2), (7, 2)]
    """

    def __init__(self, language: str) -> None:
        """The table's column for a language."""
        self._root = _Node()
        self._keys: set[str] = set()
        self._known: dict[str, tuple[str, ...]] = {}
        self._telling: dict[int, list[str]] = defaultdict(list)
        table = (files("ontology") / "goal-terms.csv").read_text(encoding="utf-8")
        for number, row in enumerate(csv.DictReader(table.splitlines())):
            concept = Concept(number, int(row["goal"]), int(row["weight"]))
            terms = row[language].split("|")
            for term in terms:
                self._add(term, concept)
            if concept.weight == MOST_TELLING:
                self._telling[concept.goal] += [term.replace("*", "") for term in terms[:4]]

    def description(self, goal: int) -> str:
        """What a goal is about, in a few of its telling terms."""
        return ", ".join(self._telling[goal]) + "."

    def _add(self, term: str, concept: Concept) -> None:
        node = self._root
        for word in WORD.findall(term):
            key = form(word.removesuffix("*")) + ("*" if word.endswith("*") else "")
            self._keys.add(key)
            node = node.following.setdefault(key, _Node())
        if concept not in node.concepts:
            node.concepts.append(concept)

    def uses(self, text: str) -> Iterator[tuple[Concept, int]]:
        """Each concept that a text names, with how many words name it: longest terms, left to right."""
        words = [self._keys_of(token.form) for token in tokens(text)]
        at = 0
        while at < len(words):
            length, concepts = self._longest(self._root, words, at)
            yield from ((concept, length) for concept in concepts)
            at += max(length, 1)

    def _keys_of(self, word: str) -> tuple[str, ...]:
        """The table's words that a text's word may stand for."""
        if word not in self._known:
            stems = (f"{word[:end]}*" for end in range(SHORTEST_STEM, len(word) + 1))
            self._known[word] = tuple(key for key in (word, *stems) if key in self._keys)
        return self._known[word]

    def _longest(self, node: _Node, words: list[tuple[str, ...]], at: int) -> tuple[int, list[Concept]]:
        best: tuple[int, list[Concept]] = (0, node.concepts)
        for key in words[at] if at < len(words) else ():
            if key in node.following:
                length, concepts = self._longest(node.following[key], words, at + 1)
                if concepts and length + 1 >= best[0]:
                    longer = length + 1 > best[0]
                    best = (length + 1, concepts if longer else [*best[1], *concepts])
        return best


@lru_cache(maxsize=4)
def goal_terms(language: str) -> GoalTerms:
    """The terms of a language, read once."""
    return GoalTerms(language)
