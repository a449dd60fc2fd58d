"""The graph as one file, in the format that its suffix names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, Triple, parse, serialize

from kg.disk import explained, sync
from kg.errors import InvalidInput
from kg.terms import PREFIXES

FORMATS = {
    ".ttl": RdfFormat.TURTLE,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".trig": RdfFormat.TRIG,
    ".jsonld": RdfFormat.JSON_LD,
    ".rdf": RdfFormat.RDF_XML,
}


def export(graph_nq: Path, target: Path) -> None:
    """Write sorted N-Quads to `target`; where the format knows no named graphs, each triple once."""
    file_format = FORMATS.get(target.suffix.lower())
    if file_format is None:
        raise InvalidInput(f"{target.name!r} names no format: let it end with one of {' '.join(FORMATS)}.")
    if not target.parent.is_dir():
        raise InvalidInput(f"There is no folder {target.parent} to write {target.name} to.")
    statements = _quads(graph_nq) if file_format.supports_datasets else _triples(graph_nq)
    beside = target.with_name(f".{target.name}.new")
    with explained(target.parent):
        try:
            with beside.open("wb") as file:
                serialize(statements, file, file_format, prefixes=PREFIXES)
            sync(beside)
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)


def _quads(graph_nq: Path) -> list[Quad]:
    # By graph, so that each is written as one block; the sort keeps the order within it.
    return sorted(parse(path=graph_nq), key=lambda quad: str(quad.graph_name))


def _triples(graph_nq: Path) -> Iterator[Triple]:
    last = None
    for quad in parse(path=graph_nq):  # sorted, so the same triple of two graphs stands side by side
        if quad.triple != last:
            yield quad.triple
        last = quad.triple
