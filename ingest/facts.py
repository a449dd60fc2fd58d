"""Facts of an activity: its status, form, dates, places, people and what it was for, each with its span."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest import patterns
from ingest.dates import DateSpan, find_dates
from ingest.discrepancies import Discrepancy, discrepancies
from ingest.documents import BREAKS, Document, Metadata
from ingest.outline import Outline, Section, Unit
from ingest.participations import Participation, read_participations
from kg.linking.documents import Links
from kg.linking.entities import Entity, Mention
from kg.linking.goals import rule as goal_rule
from kg.terms import fold
from search.sentences import sentence_around

HEADER = 420  # characters: where a report states form, date and place before it tells the event
SHORT = 1_200  # characters: an activity so short is all header where its status is concerned
PROPER = r"[A-ZÁÉÍÓÚÑÂÊÔÃÕÇ][\w'’-]+"
CITY = re.compile(
    rf"(?P<city>{PROPER}(?:(?:(?<=\bSt)\.)?\s(?:(?:de|del|of|la|las|los|do|da|dos)\s)?{PROPER}){{0,3}})"
    r"(?:\s\([^)]{2,40}\))?,\s*(?:the\s+)?\Z"
)
NO_CITY = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Secretariat|Ministry|Government|University|Republic|Meeting|SELA)\b"
)
ENUMERATED = re.compile(r"\s*(?:,|and|y|e|et)\s+")
LEADS_UP = re.compile(r"\A(?:The|In|At|On|From|En|El|La)\s+(?=[A-Z])")


@dataclass(frozen=True)
class Fact:
    """A value that a span of the text states, and the rule that read it."""

    value: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True)
class ActivityFacts:
    """What a document says of one activity."""

    unit: Unit
    status: Fact
    rescheduled_to: Fact | None = None
    event_title: Fact | None = None
    modality: tuple[Fact, ...] = ()
    dates: tuple[tuple[DateSpan, Fact], ...] = ()
    places: tuple[tuple[str, Entity, Fact], ...] = ()
    participants: Fact | None = None
    participations: tuple[Participation, ...] = ()
    goals: tuple[tuple[Entity, Fact], ...] = ()
    inherited_goals: tuple[tuple[Entity, float, Fact], ...] = ()
    suggested_goals: tuple[tuple[Entity, float, Fact], ...] = ()
    objectives: tuple[Fact, ...] = ()
    expected_results: tuple[Fact, ...] = ()
    budget: Fact | None = None
    years: tuple[int, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()


def read_facts(document: Document, outline: Outline, links: Links) -> list[ActivityFacts]:
    """The facts of every activity of a document, in order."""
    return [_Reader(document, outline, links, unit).read() for unit in outline.activities]


class _Reader:
    """Reads one activity; holds what all its rules look at."""

    def __init__(self, document: Document, outline: Outline, links: Links, unit: Unit) -> None:
        self.document, self.unit, self.links = document, unit, links
        self.text = document.prose
        self.start, self.end = unit.body, unit.end
        self.sections = [s for s in outline.sections if s.unit is unit]
        self.structured = any(s.kind == "background" for s in self.sections)
        self.planned = document.metadata.kind == "work-programme"
        self.mentions = [m for m in links.mentions if self.start <= m.start < self.end]
        linked = patterns.LINKED_TITLE.match(self.text, self.start, self.end)
        self.linked_title = linked if linked and "\n\n" not in linked["title"] else None

    def read(self) -> ActivityFacts:
        status, year = self._status()
        held = status.value in ("planned", "implemented")
        dates = self._dates() if held else ()
        return ActivityFacts(
            unit=self.unit,
            status=status,
            rescheduled_to=year,
            event_title=self._event_title(),
            modality=self._modality(),
            dates=dates,
            places=self._places() if held else (),
            participants=self._participants(),
            participations=read_participations(self.document, self.links, self.unit, self.sections),
            discrepancies=discrepancies(self.text, self.mentions, within=(self.start, self.end)),
            goals=tuple((m.entity, self._fact("", m.start, m.end, self._goal_rule(m))) for m in self._first("sdg")),
            objectives=self._items("objectives"),
            expected_results=self._items("expected-results"),
            budget=next(iter(self._items("budget")), None),
            years=tuple(sorted({int(d.start[:4]) for d, _ in dates})) or self.document.metadata.years,
        )

    def _fact(self, value: str, start: int, end: int, rule: str) -> Fact:
        first, last = sentence_around(self.text, start, end, within=(self.unit.start, self.end))
        return Fact(value, first, last, rule)

    def _goal_rule(self, mention: Mention) -> str:
        return goal_rule(self.text[mention.start : mention.end])

    def _first(self, kind: str) -> Iterator[Mention]:
        seen: set[Entity] = set()
        for mention in self.mentions:
            if mention.entity.type == kind and mention.entity not in seen:
                seen.add(mention.entity)
                yield mention

    @property
    def _header(self) -> tuple[int, int]:
        """Where a report announces the event, behind the link that may repeat its title."""
        opening = self.linked_title.end() if self.linked_title else self.start
        return self.start, min(self.end, opening + HEADER)

    def _status(self) -> tuple[Fact, Fact | None]:
        """What became of it: said of the activity right at the start, else what kind of document this is."""
        whole = self.end - self.start <= SHORT
        scope = (self.start, self.end) if whole else self._header
        for status, pattern in patterns.STATUS.items():
            for match in () if self.structured else pattern.finditer(self.text, *scope):
                fact = self._fact(status, match.start(), match.end(), f"says-{status}")
                if not patterns.STATUS_SUBJECT.search(self.text[fact.start : match.start()]):
                    continue
                year = next((y for name, y in match.groupdict().items() if y), None)
                return fact, Fact(year, fact.start, fact.end, "rescheduled-to-year") if year else None
        turned = None if self.planned or self.structured else self._turned()
        if turned:
            return turned
        kind = "planned" if self.planned else "implemented"
        return Fact(
            kind, self.unit.start, self.unit.body, f"{self.document.metadata.kind or 'document'}-lists-it"
        ), None

    def _turned(self) -> tuple[Fact, Fact | None] | None:
        """What a report says, wherever it does, that became of the activity; the last word counts."""
        found = [
            (match.start(), status, match)
            for status, pattern in patterns.TURNED.items()
            for match in pattern.finditer(self.text, self.start, self.end)
        ]
        if not found:
            return None
        _, status, match = max(found, key=lambda each: each[0])
        fact = self._fact(status, match.start(), match.end(), f"turned-{status}")
        year = next((y for name, y in match.groupdict().items() if y), None)
        return fact, Fact(year, fact.start, fact.end, "rescheduled-to-year") if year else None

    def _event_title(self) -> Fact | None:
        """The event's own title, which a report links to, where it differs from the heading."""
        if self.linked_title is None:
            return None
        title = " ".join(re.sub(r"\\(.)", r"\1", self.linked_title["title"]).split()).strip(" .*")
        if not title or fold(title) == fold(self.unit.title):
            return None
        return Fact(title, *self.linked_title.span("title"), "linked-title")

    def _scopes(self) -> list[tuple[int, int]]:
        """Where form, date and place are stated: the section on format, else the beginning."""
        named = [(s.start, s.end) for s in self.sections if s.kind == "format"]
        if named or self.structured:
            return named
        return [(self.start, self.end)] if self.planned else [self._header]

    def _announcements(self) -> list[tuple[int, int]]:
        """Sentences of a plan's background that announce the activity itself, not an earlier one."""
        years = {str(year) for year in self.document.metadata.years}
        found: dict[tuple[int, int], None] = {}
        for section in self.sections:
            for match in patterns.ANNOUNCED.finditer(self.text, section.start, section.end):
                span = sentence_around(self.text, *match.span(), within=(section.start, section.end))
                named = set(re.findall(r"\b(?:19|20)\d\d\b", self.text[slice(*span)]))
                if not named or named & years:
                    found[span] = None
        return list(found)

    def _modality(self) -> tuple[Fact, ...]:
        found: dict[str, Fact] = {}
        heading = [] if self.structured else [(self.unit.start, self.unit.body)]
        for start, end in heading + self._scopes():
            for value, pattern in (("face-to-face", patterns.FACE_TO_FACE), ("virtual", patterns.VIRTUAL)):
                for each in (pattern, patterns.HYBRID):
                    match = each.search(self.text, start, end)
                    if match and value not in found:
                        found[value] = self._fact(value, match.start(), match.end(), "says-modality")
        return tuple(found[value] for value in sorted(found))

    def _dates(self) -> tuple[tuple[DateSpan, Fact], ...]:
        """When it was held: the first date of a report; each date by which a plan announces it."""
        scopes = self._scopes() if not self.planned or self.structured else []
        if self.planned:
            scopes = scopes + self._announcements()
        found: dict[DateSpan, Fact] = {}
        for start, end in scopes:
            spans = [
                (dated, span) for span in find_dates(self.text[start:end])
                if (dated := dated_in(span, self.document.metadata))
            ]  # fmt: skip
            first = [pair for pair in spans if self.planned or pair[1].at == spans[0][1].at]
            for dated, span in first:
                fact = self._fact(dated.start, start + span.at, start + span.to, "date-at-start")
                found.setdefault(dated, fact)
            if found and not self.planned:
                break
        return tuple(found.items())

    def _places(self) -> tuple[tuple[str, Entity, Fact], ...]:
        """Cities before a country's name, where the event is announced."""
        if self.planned:
            return ()
        countries = [m for m in self.mentions if m.entity.type == "country"]
        for start, end in self._scopes():
            for mention in countries:
                if not start <= mention.start < end:
                    continue
                city = CITY.search(self.text[max(start, mention.start - 60) : mention.start])
                name = LEADS_UP.sub("", city["city"]) if city else ""
                if not name or NO_CITY.search(name) or self._names_other(name, mention):
                    continue
                return ((name, mention.entity, self._fact(name, mention.start, mention.end, "city-and-country")),)
        return ()

    def _names_other(self, name: str, country: Mention) -> bool:
        """True in "Cuba, Venezuela" and "the Pacific Alliance, Peru": no city, but another country or a body."""
        following = ENUMERATED.match(self.text, country.end)
        return any(
            other.entity != country.entity
            and (
                (other.end < country.start <= other.end + 4 and self.text[other.start : other.end] == name)
                or (other.entity.type == "country" and following and other.start == following.end())
            )
            for other in self.mentions
        )

    def _participants(self) -> Fact | None:
        match = patterns.PARTICIPANTS.search(self.text, self.start, self.end)
        if match is None:
            return None
        line_start = self.text.rfind("\n", 0, match.start()) + 1
        line = self.text[line_start : self.end].split("\n", 1)[0]
        return Fact(
            re.sub(r"\D", "", match["count"]),
            line_start, max(match.end(), line_start + len(line.rstrip())), "participants-line",
        )  # fmt: skip

    def _items(self, kind: str) -> tuple[Fact, ...]:
        """The list items of a section, or its paragraphs where it has no list."""
        return tuple(
            fact for section in self.sections if section.kind == kind for fact in _items_in(self.document, section)
        )


def dated_in(span: DateSpan, about: Metadata) -> DateSpan | None:
    """A date with its year: the one printed, else the latest that lies in the document's period.

    None where no year fits, and for a date before the period, which is of some event told as background.
    """
    if not about.years:
        return span if span.has_year else None
    first, last = about.period_start or str(about.years[0]), about.period_end or str(about.years[-1])
    if span.has_year:
        early, late = span.start[: len(first)] < first[: len(span.start)], int(span.start[:4]) > int(last[:4]) + 1
        return None if early or late else span
    dated = [each for year in range(int(last[:4]), int(first[:4]) - 1, -1) if (each := span.in_year(year))]
    within = [each for each in dated if first <= each.start[: len(first)] and each.start[: len(last)] <= last]
    return next(iter(within or dated), None)


def _items_in(document: Document, section: Section) -> list[Fact]:
    prose = document.prose
    items = [
        (match.start("item"), match.end("item"), "list-item")
        for match in patterns.LIST_ITEM.finditer(prose, section.start, section.end)
    ]
    paragraphs = [
        (line.start, line.end, "paragraph")
        for line in document.lines
        if line.kind not in BREAKS and section.start <= line.start < section.end
    ]
    found = []
    for start, end, rule in items or paragraphs:
        value = document.text[start:end].strip()
        if value:
            first = start + document.text[start:end].index(value)
            found.append(Fact(value, first, first + len(value), rule))
    return found
