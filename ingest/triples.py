"""Triples: what was read of a document, in the words of the ontology, in a named graph of its own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from ingest.activities.facts import ActivityFacts
from ingest.activities.goals import goals_of, stated_goal
from ingest.activities.text import Fact
from ingest.dates import DateSpan
from ingest.documents import Document
from ingest.outline.tree import Outline, Unit
from ingest.participations.discrepancies import Discrepancy
from ingest.participations.reader import Participation
from kg.linking.entities import Entity, Mention
from kg.linking.goal_numbers import goal_of
from kg.linking.names import is_body
from kg.terms import expand, iri, slug
from search.passages import Passage

Value = NamedNode | Literal

XSD = {10: "xsd:date", 7: "xsd:gYearMonth", 4: "xsd:gYear"}
PARTICIPATION_RULES = {
    "member-country": "list-of-countries", "other-country": "list-of-countries", "participant": "list-of-organisations",
    "partner": "says-partner", "funder": "says-funder", "host": "says-host", "mentioned": "names-it",
}  # fmt: skip
A = NamedNode(expand("rdf:type"))


def date(value: str) -> Literal:
    """A date as precise as it is known.

    >>> date("2024-08")
    <Literal value=2024-08 datatype=<NamedNode value=http://www.w3.org/2001/XMLSchema#gYearMonth>>
    """
    return Literal(value, datatype=NamedNode(expand(XSD[len(value)])))


def decimal(value: float) -> Literal:
    """A score, in hundredths."""
    return Literal(f"{value:.2f}", datatype=NamedNode(expand("xsd:decimal")))


def year(value: int) -> Literal:
    """A year as a literal."""
    return Literal(str(value), datatype=NamedNode(expand("xsd:gYear")))


class DocumentGraph:
    """The quads of one document, as they are stated."""

    def __init__(self, document: Document, units: Iterable[Unit]) -> None:
        """An empty graph for a document with these units."""
        self.document = document
        self.iri = NamedNode(iri("document", document.slug))
        self.graph = NamedNode(iri("graph", document.slug))
        self.quads: set[Quad] = set()
        self.slugs = unit_slugs(document, units)

    def state(self, subject: NamedNode, name: str, value: Value | str | int | bool | None) -> None:
        """Add a triple; None states nothing, plain Python values become literals."""
        if value is None:
            return
        object_ = Literal(value) if isinstance(value, str | int | bool) else value
        self.quads.add(Quad(subject, NamedNode(expand(name)), object_, self.graph))

    def state_type(self, subject: NamedNode, name: str) -> None:
        """Say what a resource is."""
        self.quads.add(Quad(subject, A, NamedNode(expand(name)), self.graph))

    def span(self, start: int, end: int) -> NamedNode:
        """The IRI of a span of the text, which says what stands there."""
        node = NamedNode(iri("span", self.document.slug, f"{start}-{end}"))
        self.state_type(node, "sela:Span")
        self.state(node, "oa:start", start)
        self.state(node, "oa:end", end)
        self.state(node, "oa:exact", self.document.text[start:end])
        self.state(node, "sela:inDocument", self.iri)
        return node

    def state_fact(
        self, subject: NamedNode, name: str, value: Value | str | int, fact: Fact, *, score: float | None = None
    ) -> None:
        """Add a triple, and beside it a statement that says which span it was read from, by which rule.

        What is not stated of the subject itself has a score.
        """
        self.state(subject, name, value)
        said = f"{subject.value} {name} {value}"
        node = NamedNode(
            iri(
                "statement",
                self.document.slug,
                f"{fact.start}-{fact.end}",
                hashlib.sha256(said.encode()).hexdigest()[:12],
            )
        )
        self.state_type(node, "rdf:Statement")
        self.state(node, "rdf:subject", subject)
        self.state(node, "rdf:predicate", NamedNode(expand(name)))
        self.state(node, "rdf:object", value)
        self.state(node, "prov:wasDerivedFrom", self.span(fact.start, fact.end))
        self.state(node, "sela:rule", fact.rule)
        self.state(node, "sela:score", decimal(score) if score is not None else None)

    def unit(self, unit: Unit) -> NamedNode:
        """The IRI of an area, programme, project or activity."""
        return NamedNode(iri(unit.level, self.slugs[unit]))


def unit_slugs(document: Document, units: Iterable[Unit]) -> dict[Unit, str]:
    """The slug of each unit: `{document}-{area}-{programme}-{project}-{code}`, an ordinal on collision.

    The document's part is its slug without language and digest, so that a translation has the same.
    """
    slugs: dict[Unit, str] = {}
    taken: dict[tuple[str, str], int] = {}
    for unit in units:
        parts = []
        ancestor: Unit | None = unit
        while ancestor is not None:
            parts.append(ancestor.key)
            ancestor = ancestor.parent
        if unit.unscheduled:
            parts.append("unscheduled")
        own = slug("-".join([document.work_slug, *reversed(parts)]), longest=200)
        taken[unit.level, own] = taken.get((unit.level, own), 0) + 1
        slugs[unit] = own if taken[unit.level, own] == 1 else f"{own}-{taken[unit.level, own]}"
    return slugs


def document_quads(
    document: Document,
    outline: Outline,
    facts: Iterable[ActivityFacts],
    mentions: Iterable[Mention],
    passages: Iterable[Passage],
) -> set[Quad]:
    """Everything that was read of a document."""
    facts, mentions = list(facts), list(mentions)
    graph = DocumentGraph(document, outline.units)
    _state_document(graph, mentions, outline)
    for unit in outline.units:
        if unit.level != "activity":
            _state_unit(graph, unit, mentions)
    for position, activity in enumerate(facts, 1):
        _state_activity(graph, activity, position)
    activities = list(outline.activities)
    for mention in mentions:
        _state_mention(graph, mention, activities)
    for passage in passages:
        _state_passage(graph, passage)
    for entity in _entities(facts, mentions):
        state_entity(graph, entity)
    return graph.quads


def _state_document(graph: DocumentGraph, mentions: list[Mention], outline: Outline) -> None:
    document, about = graph.document, graph.document.metadata
    node = graph.iri
    graph.state_type(node, "sela:Document")
    graph.state(node, "dcterms:title", Literal(about.title, language=about.language))
    graph.state(node, "dcterms:identifier", about.number)
    work = NamedNode(iri("work", document.work_slug))
    graph.state_type(work, "schema:CreativeWork")
    graph.state(node, "dcterms:isVersionOf", work)
    graph.state(node, "dcterms:language", about.language)
    graph.state(node, "sela:documentKind", about.kind)
    for covered in about.years:
        graph.state(node, "sela:coversYear", year(covered))
    graph.state(node, "sela:periodStart", date(about.period_start) if about.period_start else None)
    graph.state(node, "sela:periodEnd", date(about.period_end) if about.period_end else None)
    graph.state(node, "dcterms:issued", date(about.published) if about.published else None)
    graph.state(node, "sela:meeting", about.meeting)
    graph.state(node, "sela:meetingPlace", about.place)
    graph.state(node, "sela:sourceFile", document.source)
    graph.state(node, "sela:isDigest", about.digest)
    graph.state(node, "sela:characterCount", len(document.text))
    first_unit = min((unit.start for unit in outline.units), default=len(document.text))
    for mention in mentions:
        if mention.entity.type == "sdg" and mention.end <= first_unit:
            _state_goal(graph, node, mention.entity, stated_goal(mention, document.prose, (0, first_unit)))


def _state_goal(graph: DocumentGraph, node: NamedNode, entity: Entity, fact: Fact) -> None:
    """A goal that is stated; a target that is stands beside its goal."""
    graph.state_fact(node, "sela:statesGoal", NamedNode(goal_of(entity).iri), fact)
    if entity != goal_of(entity):
        graph.state_fact(node, "sela:statesTarget", NamedNode(entity.iri), fact)


def _state_unit(graph: DocumentGraph, unit: Unit, mentions: list[Mention]) -> None:
    node = graph.unit(unit)
    graph.state_type(
        node,
        {"area": "sela:ThematicArea", "programme": "sela:Programme", "project": "sela:Project"}[unit.level],
    )
    graph.state(node, "sela:rule", "heading")
    graph.state(node, "dcterms:title", Literal(unit.title, language=graph.document.metadata.language))
    graph.state(node, "sela:code", unit.code)
    graph.state(node, "dcterms:isPartOf", graph.unit(unit.parent) if unit.parent else graph.iri)
    graph.state(node, "sela:inDocument", graph.iri)
    graph.state(node, "prov:wasDerivedFrom", graph.span(unit.start, unit.body))
    for entity, fact in goals_of(unit, graph.slugs, mentions, graph.document.prose):
        _state_goal(graph, node, entity, fact)


def _state_activity(graph: DocumentGraph, facts: ActivityFacts, position: int) -> None:
    unit, node = facts.unit, graph.unit(facts.unit)
    heading = Fact("", unit.start, unit.body, "heading")
    graph.state_type(node, "sela:Activity")
    graph.state_fact(node, "dcterms:title", Literal(unit.title, language=graph.document.metadata.language), heading)
    if unit.code:
        graph.state_fact(node, "sela:code", unit.code, heading)
    graph.state(node, "sela:position", position)
    graph.state(node, "dcterms:isPartOf", graph.unit(unit.parent) if unit.parent else graph.iri)
    graph.state(node, "sela:inDocument", graph.iri)
    graph.state(node, "sela:unscheduled", unit.unscheduled)
    graph.state(node, "prov:wasDerivedFrom", graph.span(unit.start, unit.end))
    for covered in facts.years:
        graph.state(node, "sela:coversYear", year(covered))
    graph.state_fact(node, "sela:status", NamedNode(expand(f"sela:{facts.status.value}")), facts.status)
    if facts.event_title:
        graph.state_fact(node, "sela:eventTitle", facts.event_title.value, facts.event_title)
    if facts.rescheduled_to:
        graph.state_fact(node, "sela:rescheduledTo", year(int(facts.rescheduled_to.value)), facts.rescheduled_to)
    for modality in facts.modality:
        graph.state_fact(node, "sela:modality", NamedNode(expand(f"sela:{modality.value}")), modality)
    for span, fact in facts.dates:
        graph.state_fact(node, "sela:heldDuring", _state_period(graph, span), fact)
    for city, country, fact in facts.places:
        graph.state_fact(node, "sela:heldIn", _state_place(graph, city, country), fact)
    if facts.participants:
        graph.state_fact(node, "sela:participantCount", int(facts.participants.value), facts.participants)
    for each in facts.participations:
        _state_participation(graph, node, graph.slugs[unit], each)
    for entity, fact in facts.goals:
        _state_goal(graph, node, entity, fact)
    for entity, score, fact in facts.inherited_goals:
        graph.state_fact(node, "sela:inheritsGoal", NamedNode(entity.iri), fact, score=score)
    for entity, score, fact in facts.suggested_goals:
        graph.state_fact(node, "sela:suggestsGoal", NamedNode(entity.iri), fact, score=score)
    for item in facts.objectives:
        graph.state_fact(node, "sela:objective", graph.span(item.start, item.end), item)
    for item in facts.expected_results:
        graph.state_fact(node, "sela:expectedResult", graph.span(item.start, item.end), item)
    if facts.budget:
        graph.state_fact(node, "sela:budgetNote", facts.budget.value, facts.budget)
    for discrepancy in facts.discrepancies:
        _state_discrepancy(graph, node, discrepancy)


def _state_discrepancy(graph: DocumentGraph, activity: NamedNode, each: Discrepancy) -> None:
    counts = f"{each.field}-{each.printed}-{each.counted}"
    node = NamedNode(iri("discrepancy", graph.document.slug, f"{each.start}-{each.end}", counts))
    graph.state_type(node, "sela:Discrepancy")
    graph.state(node, "sela:inActivity", activity)
    graph.state(node, "sela:field", each.field)
    graph.state(node, "sela:printedTotal", each.printed)
    graph.state(node, "sela:countedTotal", each.counted)
    graph.state(node, "prov:wasDerivedFrom", graph.span(each.start, each.end))


def _state_period(graph: DocumentGraph, span: DateSpan) -> NamedNode:
    node = NamedNode(iri("period", f"{span.start}--{span.end}"))
    graph.state_type(node, "sela:Period")
    graph.state(node, "schema:startDate", date(span.start))
    graph.state(node, "schema:endDate", date(span.end))
    return node


def _state_place(graph: DocumentGraph, city: str | None, country: Entity) -> NamedNode:
    node = NamedNode(iri("place", f"{slug(city)}-{country.slug.lower()}" if city else country.slug.lower()))
    graph.state_type(node, "sela:Place")
    graph.state(node, "schema:name", city)
    graph.state(node, "sela:country", NamedNode(country.iri))
    return node


def _state_participation(graph: DocumentGraph, activity: NamedNode, activity_slug: str, each: Participation) -> None:
    role = "participant-role" if each.role == "participant" else each.role
    node = NamedNode(iri("participation", f"{activity_slug}-{each.role}-{each.entity.slug.lower()}"))
    graph.state_type(node, "sela:Participation")
    graph.state(node, "sela:inActivity", activity)
    graph.state(node, "sela:participant", NamedNode(each.entity.iri))
    graph.state(node, "sela:role", NamedNode(expand(f"sela:{role}")))
    graph.state(node, "sela:printedName", each.name)
    graph.state(node, "prov:wasDerivedFrom", graph.span(each.start, each.end))
    graph.state(node, "sela:rule", PARTICIPATION_RULES[each.role])
    graph.state(activity, "sela:participation", node)
    if each.role != "mentioned":
        graph.state(activity, "sela:involves", NamedNode(each.entity.iri))


def _state_mention(graph: DocumentGraph, mention: Mention, activities: list[Unit]) -> None:
    node = NamedNode(iri("mention", graph.document.slug, f"{mention.start}-{mention.end}"))
    graph.state_type(node, "sela:Mention")
    graph.state(node, "oa:start", mention.start)
    graph.state(node, "oa:end", mention.end)
    graph.state(node, "oa:exact", graph.document.text[mention.start : mention.end])
    graph.state(node, "sela:inDocument", graph.iri)
    graph.state(node, "sela:mentions", NamedNode(mention.entity.iri))
    graph.state(node, "sela:score", decimal(mention.score))
    unit = next((u for u in activities if u.start <= mention.start < u.end), None)
    if unit:
        graph.state(node, "sela:inActivity", graph.unit(unit))


def _state_passage(graph: DocumentGraph, passage: Passage) -> None:
    node = NamedNode(passage.iri)
    graph.state_type(node, "sela:Passage")
    graph.state(node, "oa:start", passage.start)
    graph.state(node, "oa:end", passage.end)
    graph.state(node, "sela:inDocument", graph.iri)
    if passage.activity:
        graph.state(node, "sela:inActivity", NamedNode(iri("activity", passage.activity)))
    if passage.section:
        graph.state(node, "sela:sectionPath", " > ".join(passage.section))
    for entity in passage.entities:
        graph.state(node, "sela:mentions", NamedNode(entity))


def _entities(facts: list[ActivityFacts], mentions: list[Mention]) -> Iterator[Entity]:
    seen = {mention.entity for mention in mentions}
    for activity in facts:
        seen |= {each.entity for each in activity.participations}
    yield from sorted(seen, key=lambda entity: (entity.iri, entity.label))


def state_entity(graph: DocumentGraph, entity: Entity) -> None:
    """Organisations that the directory doesn't know are described where they are named."""
    if entity.type != "organisation" or is_body(entity):
        return
    node = NamedNode(entity.iri)
    graph.state_type(node, "org:Organization")
    graph.state(node, "skos:prefLabel", Literal(entity.label, language=graph.document.metadata.language))
    graph.state(node, "sela:acronym", entity.acronym)
