"""Goals that a text states by name, where it speaks of the agenda: "the goals of quality education and zero hunger".

The names are those of `ontology/goals.ttl`: short titles, and other names and parts of the long titles (hidden labels).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from pyoxigraph import Literal, NamedNode

from kg.linking.entities import Mention
from kg.linking.goal_numbers import BARE, SHORT, WORDS, goal
from kg.linking.tokens import Token, forms, tokens
from kg.terms import PREFIXES, expand
from kg.vocabulary import turtle_quads

AGENDA = re.compile(
    r"\b(?:SDGs?|ODS|ODD)\b|2030\s+Agenda|(?:Agenda|Programme)\s+(?:de\s+)?2030|Sustainable\s+Development\s+(?:Goal|Objective)"
    r"|Objetivos?\s+de\s+Desarrollo\s+Sostenible|Objetivos?\s+de\s+Desenvolvimento\s+Sustent|"
    r"Objectifs?\s+de\s+d[ée]veloppement\s+durable",
    re.IGNORECASE,
)
GOAL_BEFORE = re.compile(
    rf"(?:{SHORT}|{WORDS}|{BARE}|goals?|objetivos?|objectifs?)(?:\W{{1,3}}\d{{1,2}})?\W{{1,4}}"
    r"(?:(?:of|on|for|the|de|del|da|do|la|el|l|à|sobre|para|namely|to)\b\W{1,3}){0,3}\Z",
    re.IGNORECASE,
)
GOAL_AFTER = re.compile(rf"\W{{1,3}}(?:{SHORT}|goal)\b")
ITEM = re.compile(
    r"(?:[-•*+·–]|(?<!\w)\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)])[\s*_\"“«]*\Z"
)  # what a list item begins with
LINE_BEFORE, LINE_AFTER = re.compile(r"(?:\A|\n)[^\w\n]*\Z"), re.compile(r"[^\w\n]*(?:\n|\Z)")
SENTENCE = re.compile(r"[.!?]\s")
PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*")
PAGE_NUMBER = re.compile(r"[\W\d]*")
APART = re.compile(r"[\s,’'«»\"“”*_-]{1,5}")
STANDS_ALONE = 3  # telling words in a short title that nobody uses without meaning the goal
TELLING = 4  # letters, of a word that is no article or preposition
NEAR = 160  # characters, between names that keep each other company


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


def find_named(text: str, numbered: Iterable[Mention]) -> list[Mention]:
    """Each goal that a text states by name, in order, where it speaks of the agenda or of `numbered` goals.

    A short title such as "Gender equality" is plain prose by itself: it counts in a list, beside another goal, or
    right behind a word such as goal.

    >>> text = "The Sustainable Development Goal of quality education is far. Climate action is dear."
    >>> [(m.entity.slug, text[m.start : m.end]) for m in find_named(text, [])]
    [('4', 'quality education')]
    """
    numbered = list(numbered)
    found: dict[tuple[int, int], tuple[Mention, bool]] = {}
    for start, end in stretches(text, [m.start for m in numbered]):
        for mention, alone in _find(text, start, end):
            found.setdefault((mention.start, mention.end), (mention, alone))
    named = sorted((mention for mention, _ in found.values()), key=lambda m: m.start)
    return [m for m in named if found[m.start, m.end][1] or _in_company(text, m, [*named, *numbered])]


def stretches(text: str, openers: Iterable[int] = ()) -> list[tuple[int, int]]:
    """Where a text speaks of the goals: from a sentence with an agenda word to the paragraph's end.

    A paragraph that ends in a colon takes the list that follows with it, as long as its items name goals.
    """
    found: list[tuple[int, int]] = []
    for at in sorted([*(match.start() for match in AGENDA.finditer(text)), *openers]):
        if found and at < found[-1][1]:
            continue
        paragraph = max((m.end() for m in PARAGRAPH.finditer(text, max(0, at - 4_000), at)), default=max(0, at - 4_000))
        start = max((m.end() for m in SENTENCE.finditer(text, paragraph, at)), default=paragraph)
        end = _paragraph_end(text, at)
        if text[start:end].rstrip("* _\n").endswith(":"):
            end = _list_end(text, end)
        found.append((start, end))
    return found


def _paragraph_end(text: str, at: int) -> int:
    match = PARAGRAPH.search(text, at)
    return match.start() if match else len(text)


def _list_end(text: str, end: int) -> int:
    """The end of the list that follows; a page number may stand in it."""
    at = end
    while match := PARAGRAPH.match(text, at):
        at = _paragraph_end(text, match.end())
        paragraph = text[match.end() : at]
        if any(_is_item(text, mention) for mention, _ in _find(text, match.end(), at)) or AGENDA.search(paragraph):
            end = at
        elif not PAGE_NUMBER.fullmatch(paragraph):
            break
    return end


def _find(text: str, start: int, end: int) -> Iterator[tuple[Mention, bool]]:
    """The longest names in a stretch, left to right, and whether each stands alone."""
    words = tokens(text[start:end])
    number = 0
    while number < len(words):
        fitting = [
            (len(name), about)
            for name, about in _names().get(words[number].form, {}).items()
            if _stands_there(text[start:end], words[number : number + len(name)], name)
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


def _is_item(text: str, mention: Mention) -> bool:
    """True for a name that opens a list item or has a line to itself."""
    before = text[max(0, mention.start - 12) : mention.start]
    alone = LINE_BEFORE.search(before) and LINE_AFTER.match(text, mention.end)
    return bool(alone or ITEM.search(before))


def _in_company(text: str, mention: Mention, others: Iterable[Mention]) -> bool:
    """True where a name stands in a list, beside another goal, or beside a word such as goal."""
    before = text[max(0, mention.start - 40) : mention.start]
    if GOAL_BEFORE.search(before) or GOAL_AFTER.match(text, mention.end) or _is_item(text, mention):
        return True
    return any(other.entity != mention.entity and _in_reach(text, mention, other) for other in others)


def _in_reach(text: str, one: Mention, other: Mention) -> bool:
    """True for two that stand near each other in one sentence."""
    first, last = sorted((one, other), key=lambda m: m.start)
    return last.start - first.end <= NEAR and not SENTENCE.search(text, first.end, last.start)
