"""Documents of a knowledge base, as values read from the graph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from kg.errors import NotFound
from kg.graph import Graph
from kg.terms import LANGUAGES

DOCUMENTS = """
SELECT ?document ?title ?number ?language ?kind ?start ?end ?published ?meeting ?place ?source ?digest ?characters
       ?replaces ?work
       (COUNT(DISTINCT ?passage) AS ?passages) (COUNT(DISTINCT ?activity) AS ?activities)
WHERE {
  ?document a sela:Document ; dcterms:title ?title ; dcterms:language ?language ; sela:documentKind ?kind ;
            sela:sourceFile ?source ; sela:isDigest ?digest ; sela:characterCount ?characters ;
            dcterms:isVersionOf ?work .
  OPTIONAL { ?document dcterms:identifier ?number }
  OPTIONAL { ?document sela:periodStart ?start ; sela:periodEnd ?end }
  OPTIONAL { ?document dcterms:issued ?published }
  OPTIONAL { ?document sela:meeting ?meeting }
  OPTIONAL { ?document sela:meetingPlace ?place }
  OPTIONAL { ?document dcterms:replaces ?replaces }
  { ?passage a sela:Passage ; sela:inDocument ?document }
  UNION { ?activity a sela:Activity ; sela:inDocument ?document }
  UNION { BIND (1 AS ?neither) }
}
GROUP BY ?document ?title ?number ?language ?kind ?start ?end ?published ?meeting ?place ?source ?digest ?characters
         ?replaces ?work
ORDER BY ?source ?document
"""

YEARS = "SELECT ?document ?year WHERE { ?document a sela:Document ; sela:coversYear ?year } ORDER BY ?document ?year"


@dataclass(frozen=True)
class Period:
    """The first and last moment that a document covers, as precise as it says."""

    start: str | None
    end: str | None


@dataclass(frozen=True)
class DocumentRecord:
    """What is known of a document: the fields of the contract.

    `translations` are the slugs of the documents that say the same in other languages.
    """

    iri: str
    slug: str
    title: str
    number: str | None
    language: str
    kind: str
    years: tuple[int, ...]
    period: Period
    published: str | None
    meeting: str | None
    place: str | None
    source: str
    digest: bool
    replaces: str | None
    translations: tuple[str, ...]
    characters: int
    passages: int
    activities: int


class Documents:
    """All documents of a snapshot, read once."""

    def __init__(self, graph: Graph) -> None:
        """The documents of a graph."""
        self._graph = graph

    def __iter__(self) -> Iterator[DocumentRecord]:
        return iter(self.all)

    def find(self, name: str) -> DocumentRecord | None:
        """The document of a slug or source file name, or None."""
        return next((d for d in self.all if name in (d.slug, d.source)), None)

    def get(self, name: str) -> DocumentRecord:
        """The document of a slug or source file name; raises NotFound."""
        found = self.find(name)
        if found is None:
            similar = [d.slug for d in self.all if name and (name in d.slug or name in d.source)][:3]
            raise NotFound("document", name, similar=similar, hint="`sela documents` lists them.")
        return found

    @cached_property
    def all(self) -> tuple[DocumentRecord, ...]:
        """The documents, by source file."""
        years: dict[str, list[int]] = {}
        for row in self._graph.select(YEARS):
            years.setdefault(row["document"], []).append(int(row["year"]))
        rows = self._graph.select(DOCUMENTS)
        versions: dict[str, list[Mapping[str, str]]] = {}
        for row in sorted(rows, key=lambda row: LANGUAGES.index(row["language"])):
            versions.setdefault(row["work"], []).append(row)
        return tuple(
            DocumentRecord(
                iri=row["document"],
                slug=_slug(row),
                title=str(row["title"]),
                number=row["number"],
                language=str(row["language"]),
                kind=str(row["kind"]),
                years=tuple(years.get(row["document"], ())),
                period=Period(row["start"], row["end"]),
                published=row["published"],
                meeting=row["meeting"],
                place=row["place"],
                source=str(row["source"]),
                digest=row["digest"],
                replaces=row["replaces"],
                translations=tuple(_slug(other) for other in versions[row["work"]] if other is not row),
                characters=row["characters"],
                passages=row["passages"],
                activities=row["activities"],
            )
            for row in rows
        )


def _slug(row: Mapping[str, str]) -> str:
    return row["document"].rsplit("/", 1)[-1]
