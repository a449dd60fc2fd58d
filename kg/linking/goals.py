"""Sustainable Development Goals that a text states, by number or by name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence

from kg.linking.agenda import SENTENCE, is_item, stretches
from kg.linking.entities import Mention
from kg.linking.goal_names import find_names
from kg.linking.goal_numbers import BARE, SHORT, WORDS, find_numbered, goal_of

GOAL_BEFORE = re.compile(
    rf"(?:{SHORT}|{WORDS}|{BARE}|goals?|objetivos?|objectifs?)\W{{1,4}}"
    r"(?:(?:of|on|for|the|de|del|da|do|la|el|l|à|sobre|para|namely|to)\b\W{1,3}){0,3}\Z",
    re.IGNORECASE,
)
GOAL_AFTER = re.compile(rf"\W{{1,3}}(?:{SHORT}|goal)\b")
BESIDE = 40  # characters between a goal's number and its name: "Goal 5: Gender equality", "No poverty (SDG 1)"
NEAR = 160  # characters, between names that keep each other company
LONGEST = 200  # characters of a name


def find_goals(text: str, *, targets: Collection[str] = ()) -> list[Mention]:
    """Each goal, or target among `targets`, that a text states; a name beside its own number is no further mention.

    A bare "Objetivo 5" counts where the text speaks of the goals, or beside the goal's name. A short title such as
    "Gender equality" is plain prose by itself: it counts in a list, beside another goal, or right behind "goal of".

    >>> text = "SDG 3, Goals 8, 10 and 17, and Goal 5: Gender equality"
    >>> [(m.entity.slug, text[m.start : m.end]) for m in find_goals(text)]
    [('3', 'SDG 3'), ('8', 'Goals 8'), ('10', '10'), ('17', '17'), ('5', 'Goal 5')]
    >>> find_goals("The objective 5 of the plan, Goal 2.5 %, climate action")
    []
    """
    numbered = sorted(find_numbered(text, targets=targets), key=lambda each: each[0].start)
    sure = [mention for mention, bare in numbered if not bare]
    doubtful = [mention for mention, bare in numbered if bare]
    if doubtful:
        agenda = stretches(text, _starts(sure))
        beside = [name for name, _ in _names(text, stretches(text, _starts(doubtful)))]
        sure += [m for m in doubtful if any(a <= m.start < b for a, b in agenda) or _has_beside(m, beside)]
        sure.sort(key=_start)
    named = _names(text, stretches(text, _starts(sure)))
    others = sorted([*sure, *(name for name, _ in named)], key=_start)
    counted = [name for name, alone in named if alone or _in_company(text, name, others)]
    return sorted([*sure, *(name for name in counted if not _has_beside(name, sure))], key=lambda m: (m.start, m.end))


def _start(mention: Mention) -> int:
    return mention.start


def _starts(mentions: Iterable[Mention]) -> list[int]:
    return [mention.start for mention in mentions]


def _names(text: str, places: Iterable[tuple[int, int]]) -> list[tuple[Mention, bool]]:
    return [found for start, end in places for found in find_names(text, start, end)]


def rule(written: str) -> str:
    """How a mention states its goal.

    >>> rule("SDG 3"), rule("target 8.b"), rule("quality education")
    ('goal-number', 'target-number', 'goal-name')
    """
    if not any(c.isdigit() for c in written):
        return "goal-name"
    return "target-number" if "." in written else "goal-number"


def _around(mention: Mention, others: Sequence[Mention], reach: int) -> Iterator[Mention]:
    """Those of others, which are sorted, that stand at most so many characters before or behind."""
    first = bisect_left(others, mention.start - reach - LONGEST, key=_start)
    last = bisect_right(others, mention.end + reach, key=_start)
    return (other for other in others[first:last] if mention.start - other.end <= reach)


def _has_beside(mention: Mention, others: Sequence[Mention]) -> bool:
    """True where another mention of the same goal stands right before or behind."""
    return any(goal_of(other.entity) == goal_of(mention.entity) for other in _around(mention, others, BESIDE))


def _in_company(text: str, mention: Mention, others: Sequence[Mention]) -> bool:
    """True where a name stands in a list, beside a word such as goal, or near another goal in one sentence."""
    before = text[max(0, mention.start - BESIDE) : mention.start]
    if GOAL_BEFORE.search(before) or GOAL_AFTER.match(text, mention.end) or is_item(text, mention):
        return True
    return any(
        other.entity != mention.entity and not SENTENCE.search(text, *_between(mention, other))
        for other in _around(mention, others, NEAR)
    )


def _between(one: Mention, other: Mention) -> tuple[int, int]:
    first, last = sorted((one, other), key=_start)
    return first.end, last.start
