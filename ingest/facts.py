"""Facts of an activity, read by plain rules, each with the span of text it comes from.

Who took part and in which role, when, where, how many, in what mode, what became of it. What a text
doesn't say stays empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest import patterns
from ingest.dates import DateSpan, find_dates
from ingest.documents import Document
from ingest.outline import Outline, Section, Unit
from kg.linking.documents import Links, organisation
from kg.linking.entities import Entity, Mention

HEADER = 420  # characters: where a report states form, date and place before it tells the event
SENTENCE_END = re.compile(r"[.!?][\"”’)*\]]*(?=\s+[\"“(\[*]*[A-ZÁÉÍÓÚÑÀÂÇ0-9]|\s*\Z)|\n\s*\n|\r\n\s*\r\n")
ABBREVIATED = re.compile(
    r"(?:\b(?:St|Mr|Ms|Mrs|Dr|Prof|No|N|U\.S|vs|etc|pp|art|Sr|Sra|Ltd|Inc|Co)|\b[A-Z])\.\Z"
)
CITY = re.compile(
    r"(?P<city>[A-ZÁÉÍÓÚÑÂÊÔÃÕÇ][\w'’-]+(?:(?:(?<=\bSt)\.)?\s(?:(?:de|del|of|la|las|los|do|da|dos)\s)?[A-ZÁÉÍÓÚÑÂÊÔÃÕÇ][\w'’-]+){0,3})"
    r"(?:\s\([^)]{2,40}\))?,\s*(?:the\s+)?\Z"
)
NO_CITY = re.compile(r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|"
                     r"Secretariat|Ministry|Government|University|Republic|Meeting|SELA)\b")  # fmt: skip


@dataclass(frozen=True)
class Fact:
    """A value that a span of the text states, and the rule that read it."""

    value: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True)
class Participation:
    """An organisation or country in an activity: its role, and the name as printed."""

    entity: Entity
    role: str
    name: str
    start: int
    end: int


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
    objectives: tuple[Fact, ...] = ()
    expected_results: tuple[Fact, ...] = ()
    budget: Fact | None = None
    years: tuple[int, ...] = field(default=())


def read_facts(document: Document, outline: Outline, links: Links) -> list[ActivityFacts]:
    """The facts of every activity of a document, in order."""
    return [_Reader(document, outline, links, unit).read() for unit in outline.activities]


def sentence_around(text: str, start: int, end: int, *, within: tuple[int, int]) -> tuple[int, int]:
    """The sentence or list item that holds a span, as offsets.

    >>> text = "One. It was held in St. Lucia, in May. Three."
    >>> text[slice(*sentence_around(text, 20, 22, within=(0, len(text))))]
    'It was held in St. Lucia, in May.'
    """
    first, last = within
    for match in SENTENCE_END.finditer(text, within[0], within[1]):
        if match.group()[0] == "." and ABBREVIATED.search(
            text[max(0, match.start() - 8) : match.start() + 1]
        ):
            continue
        if match.end() <= start:
            first = match.end()
        elif match.start() >= end - 1:
            last = match.end()
            break
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last


class _Reader:
    """Reads one activity; holds what all its rules look at."""

    def __init__(self, document: Document, outline: Outline, links: Links, unit: Unit) -> None:
        self.document, self.unit, self.links = document, unit, links
        self.text = document.text
        self.start, self.end = unit.body, unit.end
        self.sections = [s for s in outline.sections if s.unit is unit]
        self.planned = document.metadata.kind == "work-programme"
        self.mentions = [m for m in links.mentions if self.start <= m.start < self.end]

    def read(self) -> ActivityFacts:
        status, year = self._status()
        dates = self._dates()
        return ActivityFacts(
            unit=self.unit,
            status=status,
            rescheduled_to=year,
            modality=self._modality(),
            dates=dates,
            places=self._places(),
            participants=self._participants(),
            participations=self._participations(),
            goals=tuple(
                (m.entity, self._fact("", m.start, m.end, "goal-number")) for m in self._first("sdg")
            ),
            objectives=self._items("objectives"),
            expected_results=self._items("expected-results"),
            budget=next(iter(self._items("budget")), None),
            years=tuple(sorted({int(d.start[:4]) for d, _ in dates})) or self.document.metadata.years,
        )

    def _fact(self, value: str, start: int, end: int, rule: str) -> Fact:
        first, last = sentence_around(self.text, start, end, within=(self.unit.start, self.end))
        return Fact(value, first, last, rule)

    def _first(self, kind: str) -> Iterator[Mention]:
        seen: set[Entity] = set()
        for mention in self.mentions:
            if mention.entity.type == kind and mention.entity not in seen:
                seen.add(mention.entity)
                yield mention

    def _status(self) -> tuple[Fact, Fact | None]:
        """What became of it: said right at the start, else what kind of document this is."""
        for status, pattern in patterns.STATUS:
            match = pattern.search(self.text, self.start, min(self.end, self.start + HEADER))
            if match is None:
                continue
            first, last = sentence_around(
                self.text, match.start(), match.end(), within=(self.start, self.end)
            )
            said = self.text[first:last]
            if first - self.start > 8 and not patterns.STATUS_SUBJECT.match(said.removeprefix("This ")):
                continue
            year = next((match[g] for g in match.groupdict() if g.startswith("year") and match[g]), None)
            fact = Fact(status, first, last, f"says-{status}")
            return fact, Fact(year, first, last, "rescheduled-to-year") if year else None
        kind = "planned" if self.planned else "implemented"
        return Fact(kind, self.unit.start, self.unit.body, f"{self.document.metadata.kind}-lists-it"), None

    def _scopes(self) -> list[tuple[int, int]]:
        """Where form, date and place are stated: the section on format, else the beginning."""
        named = [(s.start, s.end) for s in self.sections if s.kind == "format"]
        if named or any(s.kind == "background" for s in self.sections):
            return named
        return [(self.start, self.end if self.planned else min(self.end, self.start + HEADER))]

    def _modality(self) -> tuple[Fact, ...]:
        found: dict[str, Fact] = {}
        scopes = self._scopes()
        if not any(s.kind == "background" for s in self.sections):
            scopes = [(self.unit.start, self.unit.body), *scopes]
        for start, end in scopes:
            for value, pattern in (("face-to-face", patterns.FACE_TO_FACE), ("virtual", patterns.VIRTUAL)):
                for each in (pattern, patterns.HYBRID):
                    match = each.search(self.text, start, end)
                    if match and value not in found:
                        found[value] = self._fact(value, match.start(), match.end(), "says-modality")
        return tuple(found[value] for value in sorted(found))

    def _dates(self) -> tuple[tuple[DateSpan, Fact], ...]:
        found: list[tuple[DateSpan, Fact]] = []
        if self.planned and not any(s.kind == "format" for s in self.sections):
            return ()
        year = self.document.metadata.years[-1] if self.document.metadata.years else None
        for start, end in self._scopes():
            for span in find_dates(self.text[start:end]):
                dated = span if span.has_year or year is None else span.in_year(year)
                if not dated.has_year or (year is not None and abs(int(dated.start[:4]) - year) > 1):
                    continue
                found.append(
                    (dated, self._fact(dated.start, start + span.at, start + span.to, "date-at-start"))
                )
                if not self.planned:
                    return tuple(found)
        return tuple(found)

    def _places(self) -> tuple[tuple[str, Entity, Fact], ...]:
        """Cities before a country's name, where the event is announced."""
        if self.planned:
            return ()
        for start, end in self._scopes():
            for mention in self.mentions:
                if mention.entity.type != "country" or not start <= mention.start < end:
                    continue
                city = CITY.search(self.text[max(start, mention.start - 60) : mention.start])
                if city and not NO_CITY.search(city["city"]):
                    fact = self._fact(city["city"], mention.start, mention.end, "city-and-country")
                    return ((city["city"], mention.entity, fact),)
        return ()

    def _participants(self) -> Fact | None:
        match = patterns.PARTICIPANTS.search(self.text, self.start, self.end)
        if match is None:
            return None
        count = re.sub(r"\D", "", match["count"])
        line_start = self.text.rfind("\n", 0, match.start()) + 1
        line_end = self.text.find("\n", match.end())
        return Fact(count, line_start, line_end if line_end >= 0 else len(self.text), "participants-line")

    def _participations(self) -> tuple[Participation, ...]:
        found = [*self._countries(), *self._listed_organisations(), *self._partners()]
        taken = {p.entity for p in found}
        for mention in self._first("organisation"):
            if mention.entity not in taken and mention.entity.slug != "sela":
                name = self.text[mention.start : mention.end]
                found.append(Participation(mention.entity, "mentioned", name, *self._sentence(mention)))
        best: dict[tuple[Entity, str], Participation] = {}
        for each in found:
            best.setdefault((each.entity, each.role), each)
        return tuple(best.values())

    def _sentence(self, mention: Mention) -> tuple[int, int]:
        return sentence_around(self.text, mention.start, mention.end, within=(self.unit.start, self.end))

    def _countries(self) -> Iterator[Participation]:
        for role, pattern in (
            ("member-country", patterns.MEMBER_COUNTRIES),
            ("other-country", patterns.OTHER_COUNTRIES),
        ):
            for match in pattern.finditer(self.text, self.start, self.end):
                for mention in self.mentions:
                    if (
                        mention.entity.type == "country"
                        and match.start("items") <= mention.start < match.end()
                    ):
                        name = self.text[mention.start : mention.end]
                        yield Participation(mention.entity, role, name, match.start(), match.end())

    def _listed_organisations(self) -> Iterator[Participation]:
        """Organisations in the lists below a report: each item is one."""
        for match in patterns.ORGANISATIONS.finditer(self.text, self.start, self.end):
            for name, start in _list_items(match["items"], match.start("items")):
                inside = [
                    m for m in self.mentions
                    if start <= m.start < start + len(name) and m.entity.type == "organisation"
                ]  # fmt: skip
                named = [(m.entity, self.text[m.start : m.end]) for m in inside if "," in name] or [
                    (inside[0].entity if inside else organisation(name, self.links.names), name)
                ]
                for entity, printed in named:
                    if entity.slug and entity.slug != "sela":
                        yield Participation(entity, "participant", printed, match.start(), match.end())

    def _partners(self) -> Iterator[Participation]:
        """Organisations named right behind "organised with", "with the support of", "financed by"."""
        scopes = [(self.start, self.end)]
        if any(s.kind == "background" for s in self.sections):
            scopes = [
                (s.start, s.end) for s in self.sections if s.kind in ("format", "budget", "expected-results")
            ]
        for role, pattern in (
            ("funder", patterns.FUNDER),
            ("host", patterns.HOST),
            ("partner", patterns.PARTNER),
        ):
            for start, end in scopes:
                for match in pattern.finditer(self.text, start, end):
                    yield from self._series(match.end(), role)

    def _series(self, at: int, role: str) -> Iterator[Participation]:
        """The organisations of an enumeration that begins at an offset."""
        for mention in self.mentions:
            if mention.start < at or mention.entity.type != "organisation":
                continue
            gap = self.text[at : mention.start]
            if len(gap) > 40 or re.search(r"[.;:]\s|\n\s*\n|\b(?:which|that|was|were|is|que|qui)\b", gap):
                return
            if mention.entity.slug != "sela":
                name = self.text[mention.start : mention.end]
                yield Participation(mention.entity, role, name, *self._sentence(mention))
            at = mention.end

    def _items(self, kind: str) -> tuple[Fact, ...]:
        """The list items of a section, or its paragraphs where it has no list."""
        found: list[Fact] = []
        for section in self.sections:
            if section.kind == kind:
                found += _items_in(self.document, section)
        return tuple(found)


def _items_in(document: Document, section: Section) -> list[Fact]:
    noise = {line.start for line in document.lines if line.kind in ("page-number", "footnote", "rule")}
    items = [
        Fact(
            match["item"].strip(),
            match.start("item"),
            match.start("item") + len(match["item"].rstrip()),
            "list-item",
        )
        for match in patterns.LIST_ITEM.finditer(document.text, section.start, section.end)
        if document.text.rfind("\n", 0, match.start("item")) + 1 not in noise
    ]
    if items:
        return items
    return [
        Fact(
            document.text[line.start : line.end].strip(),
            line.start,
            line.start + len(document.text[line.start : line.end].rstrip()),
            "paragraph",
        )
        for line in document.lines
        if line.kind == "text" and section.start <= line.start < section.end
    ]


def _list_items(items: str, offset: int) -> Iterator[tuple[str, int]]:
    """The names of a printed list and where each begins: parted by semicolons, else by commas."""
    separator = ";" if ";" in items else ","
    at = 0
    for part in items.split(separator):
        start = at + len(part) - len(part.lstrip(" *_"))
        name = part.strip(" *_.\t\r")
        name = re.sub(r"^(?:and|y|e|et|the)\s+", "", name)
        if ":" in name:  # "Venezuela: Ministry of ..."
            start += name.index(":") + 2
            name = name.split(":", 1)[1].strip()
        name = re.sub(r"\s*\([^()]*\)\s*$", "", name)
        if len(name) > 2 and any(c.isupper() for c in name) and len(name.split()) <= 20:
            yield name, offset + start
        at += len(part) + 1
