"""Facts of an activity: its status, form, dates, places, people and what it was for, each with its span."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ingest import patterns
from ingest.activities.event_title import read_event_title
from ingest.activities.modality import read_modality
from ingest.activities.narration import Occasion
from ingest.activities.occasions import held_occasions, read_occasions
from ingest.activities.participants import read_participants
from ingest.activities.status import read_status
from ingest.activities.text import ActivityText, Fact
from ingest.dates import DateSpan
from ingest.documents import BREAKS, Document
from ingest.outline.tree import Outline, Section, Unit
from ingest.participations.discrepancies import Discrepancy, discrepancies
from ingest.participations.reader import Participation, read_participations
from kg.linking.documents import Links
from kg.linking.entities import Entity
from kg.linking.goals import rule as goal_rule
from kg.terms import fold


@dataclass(frozen=True)
class ActivityFacts:
    """What a document says of one activity."""

    unit: Unit
    status: Fact
    rescheduled_to: Fact | None = None
    event_title: Fact | None = None
    modality: tuple[Fact, ...] = ()
    dates: tuple[tuple[DateSpan, Fact], ...] = ()
    places: tuple[tuple[str | None, Entity, Fact], ...] = ()
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
    return [_read(ActivityText.of(unit, document, outline, links), links) for unit in outline.activities]


def _read(text: ActivityText, links: Links) -> ActivityFacts:
    told = read_occasions(text)
    status, year = read_status(text, told)
    occasions = held_occasions(told, status.value, text)
    dates = _dates(text, occasions)
    return ActivityFacts(
        unit=text.unit,
        status=status,
        rescheduled_to=year,
        event_title=read_event_title(text),
        modality=read_modality(text, occasions),
        dates=dates,
        places=_places(text, occasions),
        participants=read_participants(text),
        participations=read_participations(text.document, links, text.unit, text.sections),
        discrepancies=discrepancies(text.prose, text.mentions, within=text.span),
        goals=tuple(_goals(text)),
        objectives=_items(text, "objectives"),
        expected_results=_items(text, "expected-results"),
        budget=next(iter(_items(text, "budget")), None),
        years=tuple(sorted({int(span.start[:4]) for span, _ in dates})) or text.about.years,
    )


def _dates(text: ActivityText, occasions: list[Occasion]) -> tuple[tuple[DateSpan, Fact], ...]:
    """Each date once, with the sentence that first tells it."""
    found: dict[tuple[str, str], tuple[DateSpan, Fact]] = {}
    for each in occasions:
        if each.date:
            fact = text.fact(each.date.start, *each.at, each.rule)
            found.setdefault((each.date.start, each.date.end), (each.date, fact))
    return tuple(found.values())


def _places(text: ActivityText, occasions: list[Occasion]) -> tuple[tuple[str | None, Entity, Fact], ...]:
    """Each place once, with the sentence that first names it."""
    found: dict[tuple[str, str], tuple[str | None, Entity, Fact]] = {}
    for occasion in occasions:
        for place in occasion.places:
            fact = text.fact(place.city or place.country.label, place.start, place.end, occasion.rule)
            found.setdefault((fold(place.city or ""), place.country.slug), (place.city, place.country, fact))
    return tuple(found.values())


def _goals(text: ActivityText) -> Iterator[tuple[Entity, Fact]]:
    seen: set[Entity] = set()
    for mention in text.mentions:
        if mention.entity.type == "sdg" and mention.entity not in seen:
            seen.add(mention.entity)
            yield (
                mention.entity,
                text.fact("", mention.start, mention.end, goal_rule(text.prose[mention.start : mention.end])),
            )


def _items(text: ActivityText, kind: str) -> tuple[Fact, ...]:
    """The list items of a section, or its paragraphs where it has no list."""
    sections = (section for section in text.sections if section.kind == kind)
    return tuple(fact for section in sections for fact in _items_in(text.document, section))


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
