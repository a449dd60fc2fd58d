"""Activities: what SELA planned and did, listed once in whatever languages their documents are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from kg.activity import Activity, ActivityHeading
from kg.activity_filters import ActivityFilters
from kg.activity_versions import Version, local, rank, read_versions
from kg.errors import NotFound
from kg.graph import Graph
from kg.terms import iri

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


class Activities:
    """All activities of a snapshot, read once."""

    def __init__(self, graph: Graph) -> None:
        """The activities of a graph."""
        self._graph = graph
        self._headings: dict[tuple[str, str | None], ActivityHeading] = {}

    def find(self, filters: ActivityFilters = ActivityFilters()) -> list[Activity]:  # noqa: B008 - frozen
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
            row = min(rows, key=lambda row: (local(row["document"]) != document, rank(row["language"])))
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
        return found | {
            (each.slug, each.document.slug): each for each in (version.activity for version in self._versions)
        }

    @cached_property
    def _all(self) -> list[Activity]:
        return self._combined()

    def _combined(self, documents: frozenset[str] = frozenset()) -> list[Activity]:
        """Each activity once, of the versions that stand in these documents (slugs or files), or in any."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, version in enumerate(self._versions):
            source = version.activity.document
            if not documents or {source.slug, source.source} & documents:
                found[version.activity.iri].append(number)
        by_language = [sorted(numbers, key=lambda number: self._versions[number].rank) for numbers in found.values()]
        return [combined([self._versions[number].activity for number in numbers]) for numbers in sorted(by_language)]

    @cached_property
    def _versions(self) -> list[Version]:
        return read_versions(self._graph)
