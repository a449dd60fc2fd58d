"""The graph: read access to the triples of one snapshot, by SPARQL.

Each document has a named graph. Every triple also stands once in the default graph, since a union
of named graphs counts a triple that is in two of them twice; plain patterns read the default graph.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
)

from kg.bindings import Text, Value, bind
from kg.errors import Damaged, SelaError
from kg.terms import PREFIXES, expand

Term = NamedNode | BlankNode | Literal | Triple

VOLATILE = ("LOG", "LOG.old*", "LOCK", "OPTIONS-*")
"""What RocksDB writes for itself: paths and times of this machine, and not needed to read the store."""

PYTHON_VALUES: dict[str, Callable[[str], Any]] = {
    expand("xsd:integer"): int,
    expand("xsd:decimal"): float,
    expand("xsd:double"): float,
    expand("xsd:float"): float,
    expand("xsd:boolean"): lambda text: text in ("true", "1"),
    expand("xsd:string"): Text,
}
"""What becomes of a literal, by datatype. To add one: a line here; others (dates) are strings as written."""


@dataclass(frozen=True)
class Graph:
    """The triples of a snapshot. Values go into a query by the names of its variables, as terms.

    >>> graph = Graph.memory(b'<http://e/UY> <http://xmlns.com/foaf/0.1/name> "Uruguai"@pt <http://e/g> .')
    >>> graph.select("SELECT ?label { ?country foaf:name ?label }", country="http://e/UY")
    [{'label': 'Uruguai'}]
    """

    store: Store

    @classmethod
    def open(cls, folder: Path) -> Graph:
        """The graph of a snapshot's folder; any number of processes may have it open, nothing is written."""
        if not (folder / "store").is_dir():
            raise Damaged(f"{folder} has no store of triples. `sela ingest` builds it anew.")
        try:
            return cls(Store.read_only(str(folder / "store")))
        except (OSError, RuntimeError) as error:  # RocksDB's complaints come as either
            raise Damaged(
                f"The triples in {folder / 'store'} can't be read: {error}. `sela ingest` builds them anew."
            ) from error

    @classmethod
    def memory(cls, nquads: bytes) -> Graph:
        """A graph that lives in memory only."""
        store = Store()
        store.load(nquads, RdfFormat.N_QUADS)
        store.load(triples_of(nquads), RdfFormat.N_TRIPLES)
        return cls(store)

    def rows(self, query: str, **bindings: Value) -> list[dict[str, Term | None]]:
        """The answers of a SELECT as terms, by variable; None where a variable has no value."""
        solutions = self._run(query, bindings)
        if not isinstance(solutions, QuerySolutions):
            raise TypeError("select and rows take a SELECT query")
        names = [variable.value for variable in solutions.variables]
        return [dict(zip(names, solution, strict=True)) for solution in solutions]

    def select(self, query: str, **bindings: Value) -> list[dict[str, Any]]:
        """The answers of a SELECT as Python values: see `to_python`."""
        return [{name: to_python(term) for name, term in row.items()} for row in self.rows(query, **bindings)]

    def ask(self, query: str, **bindings: Value) -> bool:
        """Whether an ASK query holds."""
        answer = self._run(query, bindings)
        if not isinstance(answer, QueryBoolean):
            raise TypeError("ask takes an ASK query")
        return bool(answer)

    def construct(self, query: str, **bindings: Value) -> list[Triple]:
        """The triples of a CONSTRUCT or DESCRIBE."""
        triples = self._run(query, bindings)
        if not isinstance(triples, QueryTriples):
            raise TypeError("construct takes a CONSTRUCT or DESCRIBE query")
        return list(triples)

    def _run(self, query: str, bindings: dict[str, Value]) -> QuerySolutions | QueryBoolean | QueryTriples:
        return self.store.query(bind(query, bindings), prefixes=PREFIXES)


def to_python(term: Term | None) -> Any:
    """An IRI as str, a literal as int, float, bool or Text; a date, of whatever precision, as a str.

    >>> to_python(NamedNode("http://e/UY")), to_python(Literal(63)), to_python(Literal("2024-08"))
    ('http://e/UY', 63, '2024-08')
    """
    if isinstance(term, Literal):
        if term.language:
            return Text(term.value, term.language)
        return PYTHON_VALUES.get(term.datatype.value, str)(term.value)
    return None if term is None else term.value if isinstance(term, NamedNode) else str(term)


def write_store(folder: Path, nquads: Path | bytes) -> None:
    """Build `folder/store`, the form of the triples that queries read, from N-Quads."""
    data = nquads if isinstance(nquads, bytes) else nquads.read_bytes()
    target = folder / "store"
    try:
        store = Store(target)
        store.bulk_load(data, RdfFormat.N_QUADS)
        store.bulk_load(triples_of(data), RdfFormat.N_TRIPLES)  # into the default graph, each once
        store.flush()
    except (OSError, RuntimeError) as error:
        advice = "Is there space left, and may you write there?"
        raise SelaError(f"Can't write {target}: {error}. {advice}") from error
    del store  # closes the files
    for pattern in VOLATILE:
        for path in target.glob(pattern):
            path.unlink()


def sorted_nquads(quads: Iterable[Quad]) -> bytes:
    """N-Quads that are the same for the same set of quads: sorted, each once.

    A blank node has another name in every build, so none may be in the graph.

    >>> quad = Quad(NamedNode("http://e/s"), NamedNode("http://e/p"), Literal("o"), NamedNode("http://e/g"))
    >>> sorted_nquads([quad, quad])
    b'<http://e/s> <http://e/p> "o" <http://e/g> .\\n'
    """
    lines = set()
    for quad in quads:
        if any(isinstance(term, BlankNode) for term in (quad.subject, quad.object, quad.graph_name)):
            raise ValueError(f"a blank node in the graph, give it an IRI: {quad}")
        lines.add(f"{quad} .\n")
    return "".join(sorted(lines)).encode()


def merged_nquads(parts: Iterable[bytes]) -> bytes:
    r"""One sorted N-Quads document of several, each line once.

    >>> merged_nquads([b"<a> <b> <c> <g> .\n", b"<a> <a> <c> <g> .\n<a> <b> <c> <g> .\n"])
    b'<a> <a> <c> <g> .\n<a> <b> <c> <g> .\n'
    """
    lines = {line for part in parts for line in part.decode().split("\n") if line}
    return "".join(line + "\n" for line in sorted(lines)).encode()


def triples_of(nquads: bytes) -> bytes:
    r"""N-Quads in named graphs, as `sorted_nquads` writes them, without their graphs: N-Triples, each once.

    >>> triples_of(b'<a> <b> "in <c> ." <g> .\n<a> <b> "in <c> ." <h> .\n')
    b'<a> <b> "in <c> ." .\n'
    """
    lines = (line for line in nquads.split(b"\n") if line)
    return b"".join(dict.fromkeys(line[: line.rindex(b" <")] + b" .\n" for line in lines))
