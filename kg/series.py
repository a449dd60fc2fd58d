"""Activity series: the same undertaking over the years, planned and reported, as values read from the graph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.activities import Activities
from kg.activity import Activity, ActivityHeading, DocumentRef
from kg.documents import DocumentRecord, Documents
from kg.errors import InvalidInput, NotFound
from kg.graph import Graph
from kg.terms import fold

PLAN = "work-programme"
OUTCOMES = ("implemented", "rescheduled", "suspended", "not-implemented", "open", "unplanned")

SERIES = """
SELECT ?series ?activity ?score ?reason
WHERE {
  ?series a sela:ActivitySeries .
  ?activity sela:inSeries ?series .
  ?statement rdf:subject ?activity ; rdf:predicate sela:inSeries ; sela:score ?score ; sela:rule ?reason .
}
ORDER BY ?series ?activity
"""


@dataclass(frozen=True)
class SeriesActivity:
    """An activity in a series: planned or reported, how surely it belongs here (0 to 1), and why."""

    year: int | None
    document: DocumentRef
    activity: ActivityHeading
    stage: str
    status: str
    score: float
    reason: str


@dataclass(frozen=True)
class SeriesRecord:
    """One undertaking over the years, earliest first, and what became of it: see `outcome_of`."""

    iri: str
    slug: str
    label: str
    activities: tuple[SeriesActivity, ...]
    outcome: str


@dataclass(frozen=True)
class SeriesFilters:
    """What series must have: one of the values of each filter that is given, and all of the filters."""

    q: str = ""
    document: tuple[str, ...] = ()
    year: tuple[int, ...] = ()
    outcome: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for outcome in self.outcome:
            if outcome not in OUTCOMES:
                raise InvalidInput(f"There is no outcome {outcome!r}. Outcomes are {', '.join(OUTCOMES)}.")

    def allow(self, series: SeriesRecord) -> bool:
        """True for a series that has all that is asked."""
        said = fold(" ".join([series.label, *(each.activity.title for each in series.activities)]))
        documents = {name for each in series.activities for name in (each.document.slug, each.document.source)}
        return (
            all(word in said for word in fold(self.q).split())
            and (not self.document or not documents.isdisjoint(self.document))
            and (not self.year or not {each.year for each in series.activities}.isdisjoint(self.year))
            and (not self.outcome or series.outcome in self.outcome)
        )


class SeriesList:
    """All series of a snapshot, read once."""

    def __init__(self, graph: Graph, activities: Activities, documents: Documents) -> None:
        """The series of a graph, with the activities and documents that are read of it."""
        self._graph, self._activities, self._documents = graph, activities, documents

    def find(self, filters: SeriesFilters = SeriesFilters()) -> list[SeriesRecord]:
        """The series that pass the filters, by label."""
        return [series for series in self._all if filters.allow(series)]

    def get(self, slug: str) -> SeriesRecord:
        """The series of a slug; raises NotFound."""
        found = next((series for series in self._all if series.slug == slug), None)
        if found is None:
            similar = [series.slug for series in self._all if slug and slug in series.slug][:3]
            raise NotFound("series", slug, similar=similar, hint="`/api/series` lists them.")
        return found

    @cached_property
    def _all(self) -> list[SeriesRecord]:
        documents = {document.slug: document for document in self._documents}
        grouped: dict[str, list[tuple[Activity, SeriesActivity]]] = {}
        for row in self._graph.select(SERIES):
            activity = self._activities.get(row["activity"].rsplit("/", 1)[-1])
            member = _member(activity, documents[activity.document.slug], row["score"], str(row["reason"]))
            grouped.setdefault(row["series"], []).append((activity, member))
        reported = {year for each in documents.values() if each.kind != PLAN for year in each.years}
        records = [_record(members, documents, reported) for members in grouped.values()]
        return sorted(records, key=lambda record: (fold(record.label), record.slug))


def _member(activity: Activity, document: DocumentRecord, score: float, reason: str) -> SeriesActivity:
    heading = ActivityHeading(activity.iri, activity.slug, activity.code, activity.title)
    stage = "planned" if document.kind == PLAN else "reported"
    year = min(activity.years or document.years, default=None)
    return SeriesActivity(year, activity.document, heading, stage, activity.status, score, reason)


def _record(
    told: Sequence[tuple[Activity, SeriesActivity]], documents: Mapping[str, DocumentRecord], reported: Iterable[int]
) -> SeriesRecord:
    series = told[0][0].series
    assert series  # SERIES finds only activities that have one
    dated = [
        Dated(m.stage == "planned", frozenset((*a.years, *documents[a.document.slug].years)), a.status)
        for a, m in told
    ]  # fmt: skip
    members = sorted(
        (m for _, m in told),
        key=lambda m: (m.year or 9999, m.stage, m.document.slug, m.activity.slug),
    )
    return SeriesRecord(series.iri, series.slug, series.label, tuple(members), outcome_of(dated, reported))


@dataclass(frozen=True)
class Dated:
    """What an activity says of what became of it: planned or reported for which years, and its status."""

    planned: bool
    years: frozenset[int]
    status: str


def outcome_of(told: Sequence[Dated], reported: Iterable[int]) -> str:
    """What became of the latest plan of an undertaking, where reports cover the `reported` years.

    - `unplanned`: no work programme here plans it.
    - the status in the last report of a year of the latest plan, where one lists it; `open` where that still
      says "planned".
    - `not-implemented`: none lists it, though reports cover every year of the latest plan.
    - `open`: none lists it, and reports of some of these years aren't here.

    >>> plan = Dated(True, frozenset({2031, 2032}), "planned")
    >>> report = Dated(False, frozenset({2031}), "rescheduled")
    >>> outcome_of([plan, report], [2031]), outcome_of([plan], [2031]), outcome_of([plan], [2031, 2032])
    ('rescheduled', 'open', 'not-implemented')
    >>> outcome_of([report], [2031])
    'unplanned'
    """
    plans = [each for each in told if each.planned]
    if not plans:
        return "unplanned"
    years = max(plans, key=lambda each: (max(each.years, default=0), min(each.years, default=0))).years
    reports = [each for each in told if not each.planned and each.years & years]
    if reports:
        last = max(reports, key=lambda each: max(each.years))
        return "open" if last.status == "planned" else last.status
    return "not-implemented" if years and years <= set(reported) else "open"
