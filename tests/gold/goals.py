"""Scores the goals that the words of activities suggest against those that a careful reader gave them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kg.activities import Activity

SUGGESTED_TOO = 0.75  # the score from which the words of an activity suggest what it inherits


def score_goals(
    activities: Iterable[Activity], rows: Sequence[Mapping[str, Any]]
) -> tuple[dict[str, float], list[str]]:
    """Precision, recall and F1 of what is suggested, and of what is inherited precision alone; and the misses.

    Goals that are stated are not asked for; goals under `also` are neither asked for nor wrong.
    """
    found, misses = list(activities), []
    right = missed = wrong = inherited = apt = 0
    for row in rows:
        activity = next(a for a in found if _is(a, row))
        said = {each.goal for each in activity.sdgs if each.basis == "inferred" or _suggested_too(each)}
        asked = set(row["goals"]) - {each.goal for each in activity.sdgs if each.basis == "stated"}
        fair = {*row["goals"], *row["also"]}
        right, missed, wrong = right + len(said & asked), missed + len(asked - said), wrong + len(said - fair)
        passed_on = {each.goal for each in activity.sdgs if each.basis == "inherited"}
        inherited, apt = inherited + len(passed_on), apt + len(passed_on & fair)
        if asked - said or said - fair:
            misses.append(f"{row['doc']} {row['code']} said {sorted(said)}, gold {sorted(asked)} [{row['title'][:60]}]")
    precision, recall = right / (right + wrong or 1), right / (right + missed or 1)
    f1 = 2 * precision * recall / (precision + recall or 1)
    figures = {"precision": precision, "recall": recall, "f1": f1, "inherited.precision": apt / (inherited or 1)}
    return figures, misses


def _suggested_too(goal: Any) -> bool:
    return bool(goal.basis == "inherited" and goal.score >= SUGGESTED_TOO)


def _is(activity: Activity, row: Mapping[str, Any]) -> bool:
    return activity.document.source.startswith(row["doc"]) and activity.start <= row["heading_offset"] < activity.end
