"""An activity: what SELA planned and did, as a document tells it; the fields of the contract."""

from __future__ import annotations

from dataclasses import dataclass

from kg.activity_goals import ActivityGoal


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
class Quote:
    """A stretch of the document's text, and the page it begins on where there are pages."""

    text: str
    start: int
    end: int
    page: int | None


@dataclass(frozen=True)
class Discrepancy:
    """A total of one field of an activity that its document contradicts, and the text that prints it."""

    field: str
    printed: int
    counted: int
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class PublicationRef:
    """A publication that an activity links, or names as its product."""

    iri: str
    title: str


@dataclass(frozen=True)
class SeriesRef:
    """The series that an activity belongs to, with its label in English where it has one."""

    iri: str
    slug: str
    label: str


@dataclass(frozen=True)
class Activity:
    """An activity as a document plans or reports it: the fields of the contract.

    `translations` are the documents that list it too, in other languages; `corrected` names the fields that an
    administrator's corrections changed.
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
    sdgs: tuple[ActivityGoal, ...]
    rescheduled_to: int | None
    objectives: tuple[Quote, ...]
    expected_results: tuple[Quote, ...]
    budget: str | None
    publications: tuple[PublicationRef, ...]
    discrepancies: tuple[Discrepancy, ...]
    corrected: tuple[str, ...]
    series: SeriesRef | None
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
