"""Assembly: one graph of all documents, with what shows only where they stand side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pyoxigraph import NamedNode, Quad

from ingest.extraction import Extraction
from ingest.series import find_series
from ingest.series_triples import series_quads
from kg.graph import merged_nquads, sorted_nquads
from kg.terms import expand, iri
from kg.vocabulary import vocabulary_quads


def assemble(
    extractions: Sequence[Extraction], *, vocabulary: Iterable[Quad] = (), replaced: Mapping[str, str]
) -> bytes:
    """The graph of a knowledge base as sorted N-Quads, all but its corrections.

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
