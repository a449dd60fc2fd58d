"""Filters of activities: what an activity must have to be listed."""

from __future__ import annotations

from dataclasses import dataclass

from kg.activity import Activity
from kg.errors import InvalidInput
from kg.terms import fold

STATUSES = ("planned", "implemented", "rescheduled", "suspended", "not-implemented")


@dataclass(frozen=True)
class ActivityFilters:
    """What activities must have: one of the values of each filter that is given, and all of the filters."""

    document: tuple[str, ...] = ()
    year: tuple[int, ...] = ()
    date_from: str | None = None
    date_to: str | None = None
    country: tuple[str, ...] = ()
    organisation: tuple[str, ...] = ()
    sdg: tuple[int, ...] = ()
    status: tuple[str, ...] = ()
    q: str = ""

    def __post_init__(self) -> None:
        for status in self.status:
            if status not in STATUSES:
                raise InvalidInput(f"There is no status {status!r}. Statuses are {', '.join(STATUSES)}.")

    def allow(self, activity: Activity) -> bool:
        """True for an activity that has all that is asked."""
        return (
            (not self.document or bool({activity.document.slug, activity.document.source} & set(self.document)))
            and (not self.year or bool(set(activity.years) & set(self.year)))
            and (not self.country or bool(activity.countries & {code.upper() for code in self.country}))
            and (not self.organisation or any(map(activity.involves, self.organisation)))
            and (not self.sdg or bool({each.goal for each in activity.sdgs} & set(self.sdg)))
            and (not self.status or activity.status in self.status)
            and self._dated(activity)
            and self._said(activity)
        )

    def _dated(self, activity: Activity) -> bool:
        if not (self.date_from or self.date_to):
            return True
        return any(
            date.end >= (self.date_from or "")[: len(date.end)]
            and date.start <= (self.date_to or "9999")[: len(date.start)]
            for date in activity.dates
        )

    def _said(self, activity: Activity) -> bool:
        said = fold(" ".join((activity.title, activity.event_title or "", activity.project or "")))
        return all(word in said for word in fold(self.q).split())
