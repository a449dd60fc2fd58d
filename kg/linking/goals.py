"""Sustainable Development Goals that a text states, by number or by name."""

from __future__ import annotations

from collections.abc import Collection

from kg.linking.entities import Mention
from kg.linking.goal_names import find_named, stretches
from kg.linking.goal_numbers import find_numbered, goal_of

BESIDE = 40  # characters between a goal's number and its name: "Goal 5: Gender equality", "No poverty (SDG 1)"


def find_goals(text: str, *, targets: Collection[str] = ()) -> list[Mention]:
    """Each goal, or target among `targets`, that a text states; a name beside its own number is no further mention.

    >>> text = "SDG 3, Goals 8, 10 and 17, and Goal 5: Gender equality"
    >>> [(m.entity.slug, text[m.start : m.end]) for m in find_goals(text)]
    [('3', 'SDG 3'), ('8', 'Goals 8'), ('10', '10'), ('17', '17'), ('5', 'Goal 5')]
    >>> find_goals("The objective 5 of the plan, Goal 2.5 %, climate action")
    []
    """
    numbered = list(find_numbered(text, targets=targets))
    sure = [mention for mention, bare in numbered if not bare]
    doubtful = [mention for mention, bare in numbered if bare]
    named = find_named(text, [mention for mention, _ in numbered])
    agenda = stretches(text, [mention.start for mention in sure]) if doubtful else []
    sure += [m for m in doubtful if any(a <= m.start < b for a, b in agenda) or _beside(m, named)]
    found = sure + [name for name in named if not _beside(name, sure)]
    return sorted(found, key=lambda m: (m.start, m.end))


def rule(written: str) -> str:
    """How a mention states its goal.

    >>> rule("SDG 3"), rule("target 8.b"), rule("quality education")
    ('goal-number', 'target-number', 'goal-name')
    """
    if not any(c.isdigit() for c in written):
        return "goal-name"
    return "target-number" if "." in written else "goal-number"


def _beside(mention: Mention, others: Collection[Mention]) -> bool:
    """True where another mention of the same goal stands right before or behind."""
    return any(
        goal_of(other.entity) == goal_of(mention.entity)
        and other.start - BESIDE <= mention.end
        and mention.start <= other.end + BESIDE
        for other in others
    )
