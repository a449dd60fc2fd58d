"""Activities: what SELA planned and did, as values read from the graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from kg.errors import InvalidInput, NotFound
from kg.graph import Graph
from kg.terms import ONTOLOGY, PREFIXES, fold, iri

STATUSES = ("planned", "implemented", "rescheduled", "suspended", "not-implemented")

ACTIVITIES = """
SELECT ?activity ?title ?code ?eventTitle ?position ?unscheduled ?status ?rescheduledTo ?participants ?budget
       ?document ?source ?start ?end
WHERE {
  ?activity a sela:Activity ;
            dcterms:title ?title ; sela:position ?position ; sela:unscheduled ?unscheduled ; sela:status ?status ;
            sela:inDocument ?document ; prov:wasDerivedFrom ?span .
  ?span oa:start ?start ; oa:end ?end ; sela:inDocument ?document .
  ?document sela:sourceFile ?source .
  OPTIONAL { ?activity sela:code ?code }
  OPTIONAL { ?activity sela:eventTitle ?eventTitle }
  OPTIONAL { ?activity sela:rescheduledTo ?rescheduledTo }
  OPTIONAL { ?activity sela:participantCount ?participants }
  OPTIONAL { ?activity sela:budgetNote ?budget }
}
ORDER BY ?source ?position ?activity ?participants
"""

HEADING = """
SELECT ?title ?code
WHERE { ?activity a sela:Activity ; dcterms:title ?title . OPTIONAL { ?activity sela:code ?code } }
"""

UNITS = """
SELECT ?activity ?level ?title
WHERE {
  VALUES ?level { sela:ThematicArea sela:Programme sela:Project }
  ?activity a sela:Activity ; dcterms:isPartOf+ ?unit .
  ?unit a ?level ; dcterms:title ?title .
}
"""

VALUES = """
SELECT ?activity ?property ?value
WHERE {
  VALUES ?property { sela:modality sela:statesGoal sela:coversYear }
  ?activity a sela:Activity ; ?property ?value .
}
ORDER BY ?activity ?property ?value
"""

DATES = """
SELECT ?activity ?start ?end
WHERE { ?activity a sela:Activity ; sela:heldDuring ?period . ?period schema:startDate ?start ; schema:endDate ?end }
ORDER BY ?activity ?start ?end
"""

PLACES = """
SELECT ?activity ?city ?country
WHERE {
  ?activity a sela:Activity ; sela:heldIn ?place .
  ?place sela:country ?country
  OPTIONAL { ?place schema:name ?city }
}
ORDER BY ?activity ?city ?country
"""

PARTICIPATIONS = """
SELECT ?activity ?participant ?role ?name ?acronym
WHERE {
  ?activity sela:participation ?participation .
  ?participation sela:participant ?participant ; sela:role ?role ; sela:printedName ?name .
  OPTIONAL { ?participant sela:acronym ?acronym }
}
ORDER BY ?activity ?role ?name ?participant
"""

TEXTS = """
SELECT ?activity ?property ?text ?start ?end
WHERE {
  VALUES ?property { sela:objective sela:expectedResult }
  ?activity ?property ?span .
  ?span oa:exact ?text ; oa:start ?start ; oa:end ?end .
}
ORDER BY ?activity ?property ?start
"""


@dataclass(frozen=True)
class DocumentRef:
    """The document that an activity stands in: its slug and the file as ingested."""

    slug: str
    source: str


@dataclass(frozen=True)
class DateRange:
    """First and last day (or month, or year) as ISO dates."""

    start: str
    end: str


@dataclass(frozen=True)
class Venue:
    """A city and the alpha-2 code of its country; the city is None where only the country is known."""

    city: str | None
    country: str


@dataclass(frozen=True)
class Involvement:
    """An organisation in an activity: its name as printed, and its role."""

    name: str
    acronym: str | None
    iri: str
    role: str


@dataclass(frozen=True)
class StatedGoal:
    """A goal of an activity; `basis` says how it is known."""

    goal: int
    basis: str
    score: float


@dataclass(frozen=True)
class Quote:
    """A stretch of the document's text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Activity:
    """An activity as a document plans or reports it: the fields of the contract."""

    iri: str
    slug: str
    document: DocumentRef
    code: str | None
    title: str
    event_title: str | None
    area: str | None
    programme: str | None
    project: str | None
    unscheduled: bool
    status: str
    modality: tuple[str, ...]
    dates: tuple[DateRange, ...]
    years: tuple[int, ...]
    places: tuple[Venue, ...]
    participants: int | None
    member_countries: tuple[str, ...]
    other_countries: tuple[str, ...]
    organisations: tuple[Involvement, ...]
    sdgs: tuple[StatedGoal, ...]
    rescheduled_to: int | None
    objectives: tuple[Quote, ...]
    expected_results: tuple[Quote, ...]
    budget: str | None
    series: None
    start: int
    end: int

    def involves(self, organisation: str) -> bool:
        """True where an organisation, by slug, takes part in whatever role."""
        return any(o.iri.rsplit("/", 1)[-1] == organisation and o.role != "mentioned" for o in self.organisations)

    @property
    def countries(self) -> frozenset[str]:
        """Every country that takes part or where it is held."""
        return frozenset((*self.member_countries, *self.other_countries, *(p.country for p in self.places)))


@dataclass(frozen=True)
class ActivityHeading:
    """What names an activity."""

    iri: str
    slug: str
    code: str | None
    title: str


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
            and (not self.sdg or bool({stated.goal for stated in activity.sdgs} & set(self.sdg)))
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


class Activities:
    """All activities of a snapshot, read once."""

    def __init__(self, graph: Graph) -> None:
        """The activities of a graph."""
        self._graph = graph
        self._headings: dict[str, ActivityHeading] = {}

    def find(self, filters: ActivityFilters = ActivityFilters()) -> list[Activity]:
        """The activities that pass the filters, by document and in its order."""
        return [activity for activity in self._all if filters.allow(activity)]

    def heading(self, slug: str) -> ActivityHeading:
        """What names the activity of a slug, without its facts; raises NotFound."""
        if slug not in self._headings:
            activity = iri("activity", slug)
            rows = self._graph.select(HEADING, activity=activity)
            if not rows:
                raise NotFound("activity", slug, hint="`sela activities` lists them.")
            self._headings[slug] = ActivityHeading(activity, slug, rows[0]["code"], str(rows[0]["title"]))
        return self._headings[slug]

    def get(self, slug: str) -> Activity:
        """The activity of a slug; raises NotFound."""
        found = self._by_slug.get(slug)
        if found is None:
            similar = [known for known in self._by_slug if slug and slug in known][:3]
            raise NotFound("activity", slug, similar=similar, hint="`sela activities` lists them.")
        return found

    @cached_property
    def _by_slug(self) -> dict[str, Activity]:
        return {activity.slug: activity for activity in self._all}

    @cached_property
    def _all(self) -> list[Activity]:
        units = _grouped(self._graph.select(UNITS))
        values = _grouped(self._graph.select(VALUES))
        dates = _grouped(self._graph.select(DATES))
        places = _grouped(self._graph.select(PLACES))
        parts = _grouped(self._graph.select(PARTICIPATIONS))
        texts = _grouped(self._graph.select(TEXTS))
        rows = {row["activity"]: row for row in reversed(self._graph.select(ACTIVITIES))}  # the first of several
        return [
            _activity(
                row, units[row["activity"]], values[row["activity"]], dates[row["activity"]],
                places[row["activity"]], parts[row["activity"]], texts[row["activity"]],
            )
            for row in reversed(rows.values())
        ]  # fmt: skip


Row = Mapping[str, Any]


def _grouped(rows: Iterable[Row]) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row["activity"]].append(row)
    return groups


def _local(name: str) -> str:
    """The name behind the ontology's namespace, or the last part of another IRI."""
    return name.removeprefix(ONTOLOGY) if name.startswith(ONTOLOGY) else name.rsplit("/", 1)[-1]


def _values(rows: Sequence[Row], name: str) -> list[Any]:
    prefix, local = name.split(":")
    return [row["value"] for row in rows if row["property"] == PREFIXES[prefix] + local]


def _activity(
    row: Row,
    units: Sequence[Row],
    values: Sequence[Row],
    dates: Sequence[Row],
    places: Sequence[Row],
    parts: Sequence[Row],
    texts: Sequence[Row],
) -> Activity:
    titles = {_local(unit["level"]): str(unit["title"]) for unit in units}
    roles = [(_local(part["role"]).removesuffix("-role"), part) for part in parts]
    countries = {
        role: tuple(dict.fromkeys(_local(part["participant"]) for each, part in roles if each == role))
        for role in ("member-country", "other-country")
    }
    quotes = {
        name: tuple(
            Quote(str(text["text"]), text["start"], text["end"]) for text in texts if _local(text["property"]) == name
        )
        for name in ("objective", "expectedResult")
    }
    return Activity(
        iri=row["activity"],
        slug=_local(row["activity"]),
        document=DocumentRef(_local(row["document"]), str(row["source"])),
        code=row["code"],
        title=str(row["title"]),
        event_title=row["eventTitle"],
        area=titles.get("ThematicArea"),
        programme=titles.get("Programme"),
        project=titles.get("Project"),
        unscheduled=row["unscheduled"],
        status=_local(row["status"]),
        modality=tuple(sorted(_local(value) for value in _values(values, "sela:modality"))),
        dates=tuple(DateRange(date["start"], date["end"]) for date in dates),
        years=tuple(sorted(int(value) for value in _values(values, "sela:coversYear"))),
        places=tuple(Venue(place["city"], _local(place["country"])) for place in places),
        participants=row["participants"],
        member_countries=countries["member-country"],
        other_countries=countries["other-country"],
        organisations=tuple(
            Involvement(str(part["name"]), part["acronym"], part["participant"], role)
            for role, part in roles
            if not role.endswith("-country")
        ),
        sdgs=tuple(
            StatedGoal(goal, "stated", 1.0)
            for goal in sorted(int(_local(value)) for value in _values(values, "sela:statesGoal"))
        ),
        rescheduled_to=int(row["rescheduledTo"]) if row["rescheduledTo"] else None,
        objectives=quotes["objective"],
        expected_results=quotes["expectedResult"],
        budget=row["budget"],
        series=None,
        start=row["start"],
        end=row["end"],
    )
