"""Activities: what SELA planned and did, as values read from the graph.

A document and its translations have the same activities. What each says of them stands in its own named graph;
what stands in none of these (a correction) holds for all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from kg.errors import InvalidInput, NotFound
from kg.graph import Graph
from kg.terms import LANGUAGES, ONTOLOGY, PREFIXES, fold, iri

STATUSES = ("planned", "implemented", "rescheduled", "suspended", "not-implemented")

ACTIVITIES = """
SELECT ?graph ?activity ?position ?unscheduled ?document ?source ?language ?start ?end ?page
WHERE {
  GRAPH ?graph {
    ?activity a sela:Activity ; sela:position ?position ; sela:unscheduled ?unscheduled ;
              sela:inDocument ?document ; prov:wasDerivedFrom ?span .
    ?span oa:start ?start ; oa:end ?end ; sela:inDocument ?document .
    ?document sela:sourceFile ?source ; dcterms:language ?language .
    OPTIONAL { ?span sela:page ?page }
  }
}
ORDER BY ?source ?position ?activity ?start
"""

HEADING = """
SELECT ?title ?code ?document ?language
WHERE {
  ?activity a sela:Activity ; dcterms:title ?title ; sela:inDocument ?document .
  ?document dcterms:language ?language .
  FILTER (LANG(?title) IN (?language, ""))
  OPTIONAL { ?activity sela:code ?code }
}
ORDER BY ?document ?title ?code
"""

UNITS = """
SELECT ?graph ?activity ?level ?title
WHERE {
  VALUES ?level { sela:ThematicArea sela:Programme sela:Project }
  GRAPH ?graph {
    ?activity a sela:Activity ; dcterms:isPartOf+ ?unit .
    ?unit a ?level ; dcterms:title ?title .
  }
}
"""

VALUES = """
SELECT ?graph ?activity ?property ?value
WHERE {
  VALUES ?property {
    dcterms:title sela:code sela:eventTitle sela:status sela:rescheduledTo sela:participantCount sela:budgetNote
    sela:modality sela:statesGoal sela:coversYear
  }
  ?activity a sela:Activity .
  GRAPH ?graph { ?activity ?property ?value }
}
ORDER BY ?activity ?property ?value
"""

DATES = """
SELECT ?graph ?activity ?start ?end
WHERE {
  ?activity a sela:Activity .
  GRAPH ?graph { ?activity sela:heldDuring ?period }
  ?period schema:startDate ?start ; schema:endDate ?end .
}
ORDER BY ?activity ?start ?end
"""

PLACES = """
SELECT ?graph ?activity ?city ?country
WHERE {
  ?activity a sela:Activity .
  GRAPH ?graph { ?activity sela:heldIn ?place }
  ?place schema:name ?city ; sela:country ?country .
}
ORDER BY ?activity ?city
"""

PARTICIPATIONS = """
SELECT ?graph ?activity ?participant ?role ?name ?acronym
WHERE {
  GRAPH ?graph {
    ?activity sela:participation ?participation .
    ?participation sela:participant ?participant ; sela:role ?role ; sela:printedName ?name .
  }
  OPTIONAL { ?participant sela:acronym ?acronym }
}
ORDER BY ?activity ?role ?name ?participant
"""

TEXTS = """
SELECT ?graph ?activity ?property ?text ?start ?end ?page
WHERE {
  VALUES ?property { sela:objective sela:expectedResult }
  GRAPH ?graph { ?activity ?property ?span }
  ?span oa:exact ?text ; oa:start ?start ; oa:end ?end .
  OPTIONAL { ?span sela:page ?page }
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
    """A city and the alpha-2 code of its country."""

    city: str
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
    """A stretch of the document's text, and the page it begins on where there are pages."""

    text: str
    start: int
    end: int
    page: int | None


@dataclass(frozen=True)
class Activity:
    """An activity as a document plans or reports it: the fields of the contract.

    `translations` are the documents that list it too, in other languages.
    """

    iri: str
    slug: str
    document: DocumentRef
    translations: tuple[DocumentRef, ...]
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
    page: int | None

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
        self._headings: dict[tuple[str, str | None], ActivityHeading] = {}

    def find(self, filters: ActivityFilters = ActivityFilters()) -> list[Activity]:
        """The activities that pass the filters, each once, by document and in its order.

        One that is listed in several languages is as the English document has it, else the first by language; where
        it leaves a fact open, the next one's stands. Among the documents that the filters name, theirs alone count.
        """
        found = self._combined(frozenset(filters.document)) if filters.document else self._all
        return [activity for activity in found if filters.allow(activity)]

    def heading(self, slug: str, *, document: str | None = None) -> ActivityHeading:
        """What names the activity of a slug (as a document has it), without its facts; raises NotFound."""
        key = (slug, document)
        if key not in self._headings:
            activity = iri("activity", slug)
            rows = self._graph.select(HEADING, activity=activity)
            if not rows:
                raise NotFound("activity", slug, hint="`sela activities` lists them.")
            row = min(rows, key=lambda row: (_local(row["document"]) != document, _rank(row["language"])))
            self._headings[key] = ActivityHeading(activity, slug, row["code"], str(row["title"]))
        return self._headings[key]

    def get(self, slug: str, *, document: str | None = None) -> Activity:
        """The activity of a slug, or what a document says of it; raises NotFound."""
        found = self._by_slug.get((slug, document))
        if found is None:
            similar = [known for known, _ in self._by_slug if slug and slug in known]
            raise NotFound(
                "activity", slug, similar=list(dict.fromkeys(similar))[:3], hint="`sela activities` lists them."
            )
        return found

    @cached_property
    def _by_slug(self) -> dict[tuple[str, str | None], Activity]:
        found: dict[tuple[str, str | None], Activity] = {(each.slug, None): each for each in self._all}
        return found | {(each.slug, each.document.slug): each for _, each in self._versions}

    @cached_property
    def _all(self) -> list[Activity]:
        return self._combined()

    def _combined(self, documents: frozenset[str] = frozenset()) -> list[Activity]:
        """Each activity once, of the versions that stand in these documents (slugs or files), or in any."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, (_, version) in enumerate(self._versions):
            if not documents or {version.document.slug, version.document.source} & documents:
                found[version.iri].append(number)
        by_language = [sorted(numbers, key=lambda number: self._versions[number][0]) for numbers in found.values()]
        return [combined([self._versions[number][1] for number in numbers]) for numbers in sorted(by_language)]

    @cached_property
    def _versions(self) -> list[tuple[int, Activity]]:
        """Every activity as each document has it, with the rank of the document's language."""
        rows = {(row["graph"], row["activity"]): row for row in reversed(self._graph.select(ACTIVITIES))}
        graphs = frozenset(row["graph"] for row in rows.values())
        about = [_grouped(self._graph.select(query), graphs) for query in (UNITS, VALUES, DATES, PLACES,
                                                                           PARTICIPATIONS, TEXTS)]  # fmt: skip
        documents: dict[str, list[DocumentRef]] = defaultdict(list)
        for row in sorted(rows.values(), key=lambda row: _rank(row["language"])):
            documents[row["activity"]].append(_document(row))
        return [
            (_rank(row["language"]), _activity(row, documents[row["activity"]], *(each(row) for each in about)))
            for row in reversed(rows.values())
        ]


Row = Mapping[str, Any]


def _grouped(rows: Iterable[Row], graphs: frozenset[str]) -> Callable[[Row], list[Row]]:
    """The rows of an activity as a document has it: those of its graph, and those of no document's graph."""
    groups: dict[tuple[str, str | None], list[Row]] = defaultdict(list)
    for row in rows:
        own = row["graph"] if row["graph"] in graphs else None
        groups[row["activity"], own].append(row)
    return lambda row: [*groups[row["activity"], row["graph"]], *groups[row["activity"], None]]


def _rank(language: str) -> int:
    return LANGUAGES.index(language)


def _document(row: Row) -> DocumentRef:
    return DocumentRef(_local(row["document"]), str(row["source"]))


FACTS = ("modality", "dates", "places", "participants", "member_countries", "other_countries", "organisations",
         "sdgs", "budget")  # fmt: skip


def combined(versions: Sequence[Activity]) -> Activity:
    """An activity of its versions: as the first has it, with the next one's fact where it has none."""
    first, *others = versions
    missing = {
        name: next((value for other in others if (value := getattr(other, name))), getattr(first, name))
        for name in FACTS
        if not getattr(first, name)
    }
    return replace(first, **missing) if others else first


def _local(name: str) -> str:
    """The name behind the ontology's namespace, or the last part of another IRI."""
    return name.removeprefix(ONTOLOGY) if name.startswith(ONTOLOGY) else name.rsplit("/", 1)[-1]


def _values(rows: Sequence[Row], name: str) -> list[Any]:
    prefix, local = name.split(":")
    return [row["value"] for row in rows if row["property"] == PREFIXES[prefix] + local]


def _first(rows: Sequence[Row], name: str) -> Any:
    """The first value of a property, None where it has none."""
    return next(iter(_values(rows, name)), None)


def _activity(
    row: Row,
    documents: Sequence[DocumentRef],
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
            Quote(str(text["text"]), text["start"], text["end"], text["page"])
            for text in texts
            if _local(text["property"]) == name
        )
        for name in ("objective", "expectedResult")
    }
    document = _document(row)
    moved = _first(values, "sela:rescheduledTo")
    return Activity(
        iri=row["activity"],
        slug=_local(row["activity"]),
        document=document,
        translations=tuple(other for other in documents if other != document),
        code=_first(values, "sela:code"),
        title=str(_first(values, "dcterms:title")),
        event_title=_first(values, "sela:eventTitle"),
        area=titles.get("ThematicArea"),
        programme=titles.get("Programme"),
        project=titles.get("Project"),
        unscheduled=row["unscheduled"],
        status=_local(_first(values, "sela:status")),
        modality=tuple(sorted(_local(value) for value in _values(values, "sela:modality"))),
        dates=tuple(DateRange(date["start"], date["end"]) for date in dates),
        years=tuple(sorted(int(value) for value in _values(values, "sela:coversYear"))),
        places=tuple(Venue(str(place["city"]), _local(place["country"])) for place in places),
        participants=_first(values, "sela:participantCount"),
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
        rescheduled_to=int(moved) if moved else None,
        objectives=quotes["objective"],
        expected_results=quotes["expectedResult"],
        budget=_first(values, "sela:budgetNote"),
        series=None,
        start=row["start"],
        end=row["end"],
        page=row["page"],
    )
