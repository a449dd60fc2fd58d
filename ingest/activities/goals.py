"""Goals of activities: what they state, what they inherit from the area they are part of, what their text suggests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ingest.activities.facts import ActivityFacts
from ingest.activities.text import Fact
from ingest.documents import Document
from ingest.outline.tree import Unit
from kg.linking.entities import Entity, Mention
from kg.linking.goal_numbers import goal, goal_of
from kg.linking.goals import rule
from search.goals import CLAIMED, SuggestedGoal, suggest_goals
from search.sentences import sentence_around


def goals_of(unit: Unit, units: Iterable[Unit], mentions: Iterable[Mention], text: str) -> list[tuple[Entity, Fact]]:
    """The goals and targets that the text of an area, programme or project states, before its first part begins."""
    end = min((other.start for other in units if other.parent is unit), default=unit.end)
    return [
        (mention.entity, stated_goal(mention, text, (unit.start, end)))
        for mention in mentions
        if mention.entity.type == "sdg" and unit.body <= mention.start < end
    ]


def stated_goal(mention: Mention, text: str, within: tuple[int, int]) -> Fact:
    """The sentence that states a goal, and how."""
    start, end = sentence_around(text, mention.start, mention.end, within=within)
    return Fact("", start, end, rule(text[mention.start : mention.end]))


def with_goals(
    document: Document, units: Sequence[Unit], facts: Iterable[ActivityFacts], mentions: Sequence[Mention]
) -> list[ActivityFacts]:
    """The facts of activities, with the goals that they inherit and those that their words suggest."""
    stated = {unit: goals_of(unit, units, mentions, document.prose) for unit in units if unit.level != "activity"}
    return [_with_goals(document, each, stated, mentions) for each in facts]


def _with_goals(
    document: Document,
    facts: ActivityFacts,
    stated: Mapping[Unit, list[tuple[Entity, Fact]]],
    mentions: Sequence[Mention],
) -> ActivityFacts:
    unit = facts.unit
    suggested = {each.goal: each for each in _suggestions(document, unit, mentions)}
    return replace(
        facts,
        inherited_goals=tuple(
            (entity, (1 + suggested[int(entity.slug)].score) / 2, fact) for entity, fact in _inherited(unit, stated)
        ),
        suggested_goals=tuple(
            (goal(each.goal), each.score, _evidence(unit, each)) for each in suggested.values() if each.score >= CLAIMED
        ),
    )


def goal_numbers(activity: ActivityFacts) -> tuple[int, ...]:
    """The goals that an activity states, inherits or suggests."""
    entities = [entity for entity, _ in activity.goals]
    entities += [entity for entity, _, _ in (*activity.inherited_goals, *activity.suggested_goals)]
    return tuple(sorted({int(goal_of(entity).slug) for entity in entities}))


def _inherited(unit: Unit, stated: Mapping[Unit, list[tuple[Entity, Fact]]]) -> Iterator[tuple[Entity, Fact]]:
    """Each goal once, from the nearest unit above that states it."""
    seen: set[Entity] = set()
    above = unit.parent
    while above is not None:
        for entity, fact in stated[above]:
            if goal_of(entity) not in seen:
                seen.add(goal_of(entity))
                yield goal_of(entity), replace(fact, rule=f"{fact.rule}-of-{above.level}")
        above = above.parent


def _suggestions(document: Document, unit: Unit, mentions: Iterable[Mention]) -> tuple[SuggestedGoal, ...]:
    """All goals, by how strongly the title and text of an activity suggest them; organisations' names apart."""
    names = [
        (mention.start - unit.body, mention.end - unit.body)
        for mention in mentions
        if mention.entity.type == "organisation" and unit.body <= mention.start and mention.end <= unit.end
    ]
    text = document.prose[unit.body : unit.end]
    return suggest_goals(text, language=document.metadata.language, title=unit.title, apart=names).goals


def _evidence(unit: Unit, suggested: SuggestedGoal) -> Fact:
    """The sentence that says most of a goal, or the heading where only that does."""
    start, end = suggested.evidence or (unit.start - unit.body, 0)
    return Fact("", unit.body + start, unit.body + end, "goal-terms")
