"""A snapshot opened for look-ups: activities, documents, bodies, labels, and SPARQL."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kg import agreements, indicators, meetings, networks, partners, publications
from kg.activities import Activities
from kg.activity import Activity
from kg.activity_filters import ActivityFilters
from kg.documents import DocumentRecord, Documents
from kg.graph import Graph
from kg.labels import Labels
from kg.records import Kind, Record, RecordFilters, RecordList
from kg.series import SeriesFilters, SeriesList, SeriesRecord
from kg.snapshots import Snapshot
from kg.stats import Stats, count
from kg.targets import targets_in
from kg.terms import PREFIXES, compact
from kg.texts import Texts
from kg.why import Explanation, explain

if TYPE_CHECKING:
    from kg.directory import BodyRecord, Directory

IS_BODY = "ASK { ?body a sela:RegionalBody }"
FACTS = "SELECT ?property ?value WHERE { ?entity ?property ?value } ORDER BY ?property ?value"


EVERYTHING = RecordFilters()
RECORDS: dict[str, Kind[Any]] = {  # the lists of records, by their names in addresses; to add one: a line here
    "agreements": agreements.KIND, "publications": publications.KIND, "indicators": indicators.KIND,
    "meetings": meetings.KIND, "decisions": meetings.DECISION, "networks": networks.KIND, "partners": partners.KIND,
}  # fmt: skip


class KnowledgeGraph:
    """The typed look-ups over one snapshot; what they return doesn't change."""

    def __init__(self, snapshot: Snapshot) -> None:
        """Check a snapshot's files and open it; raises Damaged."""
        snapshot.verify()
        self.snapshot = snapshot
        self.graph = Graph.open(snapshot.path)

    @cached_property
    def activity_list(self) -> Activities:
        """All activities, read once."""
        return Activities(self.graph)

    @cached_property
    def document_list(self) -> Documents:
        """All documents, read once."""
        return Documents(self.graph)

    @cached_property
    def series_list(self) -> SeriesList:
        """All activity series, read once."""
        return SeriesList(self.graph, self.activity_list, self.document_list)

    @cached_property
    def record_lists(self) -> dict[str, RecordList[Any]]:
        """Agreements, publications, indicators ..., each read once when first asked for."""
        return {name: RecordList(self.graph, kind) for name, kind in RECORDS.items()}

    @cached_property
    def directory(self) -> Directory:
        """The directory of regional bodies."""
        from kg.directory import Directory  # its fuzzy matching takes time to load, and most look-ups need none

        return Directory(self.graph)

    @cached_property
    def texts(self) -> Texts:
        """What the documents say, and on which page."""
        return Texts(self.snapshot)

    @cached_property
    def targets(self) -> frozenset[str]:
        """The numbers of the goals' targets that a vocabulary describes."""
        return targets_in(self.graph)

    @cached_property
    def labels(self) -> Labels:
        """What entities are called."""
        return Labels(self.graph)

    def activities(
        self,
        *,
        document: Sequence[str] = (),
        year: Sequence[int] = (),
        country: Sequence[str] = (),
        organisation: Sequence[str] = (),
        sdg: Sequence[int] = (),
        status: Sequence[str] = (),
        q: str = "",
    ) -> list[Activity]:
        """The activities that pass all filters (one of the values of each), in document order."""
        return self.activity_list.find(
            ActivityFilters(
                tuple(document), tuple(year), None, None, tuple(country), tuple(organisation), tuple(sdg),
                tuple(status), q,
            )
        )  # fmt: skip

    def series(
        self, *, q: str = "", document: Sequence[str] = (), year: Sequence[int] = (), outcome: Sequence[str] = ()
    ) -> list[SeriesRecord]:
        """The activity series that pass all filters (one of the values of each), by label."""
        return self.series_list.find(SeriesFilters(q, tuple(document), tuple(year), tuple(outcome)))

    def records(self, name: str, filters: RecordFilters = EVERYTHING) -> list[Record]:
        """The records of a list ("agreements", "publications" ...) that pass the filters."""
        years = {document.slug: frozenset(document.years) for document in self.document_list}
        return [
            each
            for each in self.record_lists[name].all
            if filters.allow(
                each,
                [self.activity_list.get(activity.slug) for activity in each.activities]
                if filters.country or filters.organisation
                else (),
                frozenset().union(*(years[document.slug] for document in each.documents)),
            )
        ]

    def documents(self) -> list[DocumentRecord]:
        """All documents."""
        return list(self.document_list.all)

    def bodies(self, q: str = "", *, limit: int = 1000) -> list[BodyRecord]:
        """Regional bodies, best match first."""
        return list(self.directory.find(q, limit=limit).items)

    def record(self, iri: str) -> dict[str, Any]:
        """What is known of an entity, as the object of its kind: a body, activity, series, document, or any other."""
        kind, _, slug = iri.removeprefix(PREFIXES["id"]).partition("/")
        if kind == "activity":
            return asdict(self.activity_list.get(slug))
        if kind == "document":
            return asdict(self.document_list.get(slug))
        if kind == "series":
            return asdict(self.series_list.get(slug))
        if kind == "org" and self.graph.ask(IS_BODY, body=iri):
            return asdict(self.directory.get(slug))
        for records in self.record_lists.values():
            if records.kind.name == kind != "org":
                return asdict(records.get(slug))
        facts: dict[str, list[str]] = {}
        for row in self.graph.select(FACTS, entity=iri):
            facts.setdefault(compact(row["property"]), []).append(str(row["value"]))
        return {"iri": iri, "label": self.labels.label(iri), "facts": facts}

    def why(self, iri: str, *, limit: int = 20, offset: int = 0) -> Explanation:
        """Where the facts about an entity come from: sentences, rules, corrections."""
        return explain(self.graph, self.texts, self.snapshot, iri, limit=limit, offset=offset)

    def stats(self) -> Stats:
        """What is in it, counted."""
        return count(self.graph, self.activity_list.find(), self.snapshot)

    def select(self, query: str, **bindings: Any) -> list[dict[str, Any]]:
        """The answers of a SPARQL SELECT as Python values."""
        return self.graph.select(query, **bindings)
