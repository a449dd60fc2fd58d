"""Records as triples: instruments, publications, indicators, meetings, decisions, networks, partners."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from ingest.activities.facts import ActivityFacts
from ingest.activities.text import Fact
from ingest.documents import Document
from ingest.outline.tree import Outline, Unit
from ingest.records.indicators import Indicator
from ingest.records.instruments import Instrument
from ingest.records.meetings import Decision, Meeting
from ingest.records.networks import Network
from ingest.records.publications import Publication
from ingest.records.reader import Record, Records
from ingest.triples import DocumentGraph, date, state_entity
from kg.terms import iri

KINDS: dict[type[Record], tuple[str, str]] = {  # what a record is in IRIs, and its class
    Instrument: ("instrument", "sela:CooperationInstrument"),
    Publication: ("publication", "sela:Publication"),
    Indicator: ("indicator", "sela:Indicator"),
    Meeting: ("meeting", "sela:CouncilMeeting"),
    Decision: ("decision", "sela:Decision"),
    Network: ("network", "sela:Network"),
}


def record_iri(record: Record) -> NamedNode:
    """The IRI of a record: the same in every document that names it."""
    return NamedNode(iri(KINDS[type(record)][0], record.slug))


def all_records(records: Records) -> Iterator[Record]:
    """The records that have an IRI of their own."""
    yield from records.instruments
    yield from records.publications
    yield from records.indicators
    yield from records.meetings
    yield from records.decisions
    yield from records.networks


def record_quads(document: Document, outline: Outline, facts: list[ActivityFacts], records: Records) -> set[Quad]:
    """What a document tells of its records, and which activities they stand in."""
    graph = DocumentGraph(document, outline.units)
    for record in all_records(records):
        _state_record(graph, record, outline.activities)
    for instrument in records.instruments:
        _state_instrument(graph, instrument)
    for publication in records.publications:
        _state_publication(graph, publication)
    for meeting in records.meetings:
        _state_meeting(graph, meeting)
    for decision in records.decisions:
        _state_decision(graph, decision)
    for indicator in records.indicators:
        graph.state(record_iri(indicator), "sela:acronym", indicator.acronym)
    for network in records.networks:
        graph.state(record_iri(network), "sela:networkKind", network.kind)
    for entity, fact in records.partners:
        graph.state_fact(graph.iri, "sela:listsPartner", NamedNode(entity.iri), fact)
        state_entity(graph, entity)
    for activity in facts:
        _state_products(graph, activity, outline, records)
    return graph.quads


def _state_record(graph: DocumentGraph, record: Record, activities: tuple[Unit, ...]) -> None:
    node = record_iri(record)
    graph.state_type(node, KINDS[type(record)][1])
    label = Literal(label_of(record), language=graph.document.metadata.language)
    graph.state(node, "dcterms:title" if isinstance(record, Publication) else "skos:prefLabel", label)
    graph.state(node, "sela:inDocument", graph.iri)
    for fact in record.evidence:
        graph.state(node, "prov:wasDerivedFrom", graph.span(fact.start, fact.end))
        unit = next((u for u in activities if u.start <= fact.start < u.end), None)
        if unit:
            graph.state(node, "sela:inActivity", graph.unit(unit))


def label_of(record: Record) -> str:
    """What a record is called; an instrument by its name, counterparts and date, since many share the name."""
    match record:
        case Instrument():
            parties = ", ".join(each.acronym or each.label for each in record.counterparts)
            return f"{record.name}, {parties}" + (f", {record.date}" if record.date else "")
        case Publication():
            return record.title
        case Decision():
            word = record.evidence[0].value
            return f"{word}: {record.title}" if record.title else word
        case _:
            return record.name


def _state_instrument(graph: DocumentGraph, instrument: Instrument) -> None:
    node, fact = record_iri(instrument), instrument.evidence[0]
    graph.state_fact(node, "sela:instrumentType", instrument.type, fact)
    for counterpart in instrument.counterparts:
        graph.state_fact(node, "sela:counterpart", NamedNode(counterpart.iri), fact)
        state_entity(graph, counterpart)
    if instrument.date:
        graph.state_fact(node, "sela:signed", date(instrument.date), fact)
    if instrument.objective:
        language = graph.document.metadata.language
        graph.state_fact(node, "dcterms:description", Literal(instrument.objective, language=language), fact)


def _state_publication(graph: DocumentGraph, publication: Publication) -> None:
    node, fact = record_iri(publication), publication.evidence[0]
    graph.state_fact(node, "sela:publicationKind", publication.kind, fact)
    if publication.number:
        graph.state_fact(node, "dcterms:identifier", publication.number, fact)
    if publication.date:
        graph.state_fact(node, "dcterms:issued", date(publication.date), fact)


def _state_meeting(graph: DocumentGraph, meeting: Meeting) -> None:
    node, fact = record_iri(meeting), meeting.evidence[0]
    graph.state(node, "sela:ordinal", meeting.ordinal)
    graph.state(node, "sela:meetingKind", meeting.kind)
    if meeting.start and meeting.end:
        graph.state_fact(node, "schema:startDate", date(meeting.start), fact)
        graph.state_fact(node, "schema:endDate", date(meeting.end), fact)
    if meeting.place:
        graph.state_fact(node, "schema:location", meeting.place, fact)


def _state_decision(graph: DocumentGraph, decision: Decision) -> None:
    node, fact = record_iri(decision), decision.evidence[0]
    graph.state(node, "dcterms:identifier", decision.number)
    if decision.title:
        graph.state_fact(
            node, "dcterms:title", Literal(decision.title, language=graph.document.metadata.language), fact
        )
    if decision.meeting:
        graph.state_fact(node, "sela:adoptedAt", NamedNode(iri("meeting", decision.meeting)), fact)


def _state_products(graph: DocumentGraph, facts: ActivityFacts, outline: Outline, records: Records) -> None:
    """What an activity published: what a report of it names, and what a plan names among the expected results."""
    node = graph.unit(facts.unit)
    for publication in records.publications:
        for fact in publication.evidence:
            if _is_product(fact, facts.unit, outline, planned=graph.document.metadata.kind == "work-programme"):
                graph.state_fact(node, "sela:publication", record_iri(publication), fact)
                break


def _is_product(fact: Fact, unit: Unit, outline: Outline, *, planned: bool) -> bool:
    if not unit.start <= fact.start < unit.end:
        return False
    return not planned or any(
        section.kind in ("expected-results", "format") and section.start <= fact.start < section.end
        for section in outline.sections
    )
