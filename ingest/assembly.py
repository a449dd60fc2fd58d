"""Assembly: one graph of all documents, with what shows only where they stand side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pyoxigraph import NamedNode, Quad

from ingest.extraction import Extraction
from ingest.organisations import merge_organisations
from ingest.records.unity import unite_records
from ingest.series.grouping import find_series
from ingest.series.triples import series_quads
from kg.graph import merged_nquads, sorted_nquads
from kg.terms import expand, iri
from kg.vocabulary import vocabulary_quads

NONE: Mapping[str, str] = {}


def joined(extractions: Iterable[Extraction]) -> list[Extraction]:
    """Extractions in which one thing has one IRI, whatever each document calls it; in the order of their slugs."""
    return unite_records(merge_organisations(sorted(extractions, key=lambda extraction: extraction.slug)))


def assemble(
    extractions: Sequence[Extraction], *, vocabulary: Iterable[Quad] = (), replaced: Mapping[str, str] = NONE
) -> bytes:
    """The graph of joined extractions as sorted N-Quads, all but the corrections.

    `vocabulary` holds what an administrator added to our own; `replaced` names, for the slug of an official document,
    the digest whose place it took.
    """
    series = find_series(account for extraction in extractions for account in extraction.accounts)
    own = [
        *vocabulary_quads(),
        *vocabulary,
        *(_replaces(slug, digest) for slug, digest in replaced.items()),
        *series_quads(series),
    ]
    return merged_nquads([sorted_nquads(own), *(extraction.nquads for extraction in extractions)])


def _replaces(slug: str, digest: str) -> Quad:
    return Quad(
        NamedNode(iri("document", slug)),
        NamedNode(expand("dcterms:replaces")),
        NamedNode(iri("document", digest)),
        NamedNode(iri("graph", slug)),
    )
