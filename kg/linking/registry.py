"""The registry of names: which entities a name or acronym stands for, and where a text uses it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from kg.linking.entities import Entity, Mention
from kg.linking.tokens import WORD, Token, forms, joined, tokens

NameKind = Literal["name", "acronym"]
LEAST_CAPITALS = 2  # "the South centre" is no one's name


@dataclass
class _Node:
    """A node of the tree of names: following words, and what ends here."""

    following: dict[str, _Node] = field(default_factory=dict)
    names: list[tuple[Entity, NameKind, str]] = field(default_factory=list)


class Registry:
    """Names and the entities they stand for.

    >>> aladi = Entity("https://w3id.org/sela-kg/id/org/aladi", "Latin American Integration Association",
    ...                "organisation", "ALADI")
    >>> registry = Registry()
    >>> registry.add(aladi, "Latin American Integration Association")
    >>> registry.add(aladi, "ALADI", kind="acronym")
    >>> [(m.start, m.end, m.entity.slug) for m in registry.find("Held by ALADI, an aladi of old.")]
    [(8, 13, 'aladi')]
    """

    def __init__(self, parent: Registry | None = None) -> None:
        """An empty registry, or one that adds a document's own names to another's."""
        self._root = _Node()
        self._parent = parent
        self._own: dict[str, Entity] = {}

    def add(self, entity: Entity, name: str, *, kind: NameKind = "name") -> None:
        """Let a name stand for an entity (it may stand for others too)."""
        words = forms(name)
        if not words:
            return
        node = self._root
        for word in words:
            node = node.following.setdefault(word, _Node())
        entry = (entity, kind, name)
        if entry not in node.names:
            node.names.append(entry)

    def own(self, entity: Entity) -> Entity:
        """An entity that the registry doesn't hold: the first that came under its IRI, so that one IRI is one."""
        return self._own.setdefault(entity.iri, entity)

    def introduces(self, name: str) -> bool:
        """True for a name that was added to this registry itself, rather than to its parent."""
        node: _Node | None = self._root
        for word in forms(name):
            node = node.following.get(word) if node else None
        return bool(node and node.names)

    def named(self, name: str) -> tuple[Entity, ...]:
        """The entities that a name stands for, in any case and without accents; empty where none."""
        return tuple(dict.fromkeys(entity for entity, _, _ in self._entries(forms(name))))

    def _entries(self, words: Iterable[str]) -> list[tuple[Entity, NameKind, str]]:
        words = tuple(words)
        node: _Node | None = self._root
        for word in words:
            node = node.following.get(word) if node else None
        own = node.names if node else []
        return own or (self._parent._entries(words) if self._parent else [])

    def find(self, text: str, *, at: int = 0) -> list[Mention]:
        """Where a text names an entity: the longest names, left to right, without overlap.

        Names begin with a capital letter and acronyms are written as such. A name that stands for several
        entities is left out: the caller may know more (see `kg.linking.documents`). `at` is added to offsets.
        """
        return [
            Mention(start + at, end + at, candidates[0])
            for start, end, candidates in self.candidates(text)
            if len(candidates) == 1
        ]

    def candidates(self, text: str) -> Iterator[tuple[int, int, tuple[Entity, ...]]]:
        """Each name in a text with all entities it may stand for."""
        words = tokens(text)
        number = 0
        while number < len(words):
            best = self._longest(text, words, number)
            if best is None:
                number += 1
                continue
            last, candidates = best
            yield words[number].start, words[last].end, candidates
            number = last + 1

    def _longest(self, text: str, words: list[Token], first: int) -> tuple[int, tuple[Entity, ...]] | None:
        best = None
        roots = [self._root] + ([self._parent._root] if self._parent else [])
        for root in roots:
            node: _Node | None = root
            for number in range(first, len(words)):
                if number > first and not joined(text, words[number - 1], words[number]):
                    break
                node = node.following.get(words[number].form) if node else None
                if node is None:
                    break
                if node.names and (best is None or number > best[0]):
                    written = text[words[first].start : words[number].end]
                    fitting = tuple(
                        dict.fromkeys(e for e, kind, name in node.names if _written_as(written, kind, name))
                    )
                    if fitting:
                        best = (number, fitting)
        return best


def _written_as(written: str, kind: NameKind, name: str) -> bool:
    if kind == "acronym":
        letters = "".join(c for c in written if c.isalnum())
        return letters == "".join(c for c in name if c.isalnum())
    first = next((c for c in written if c.isalpha()), "")
    return first.isupper() and _capitals(written) >= min(LEAST_CAPITALS, _capitals(name))


def _capitals(name: str) -> int:
    """How many words of a name begin with a capital.

    >>> _capitals("Union of Ports")
    2
    """
    return sum(word[0].isupper() for word in WORD.findall(name))
