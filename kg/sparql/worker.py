"""One process that answers queries over a read-only store, one at a time, until its input ends.

It is started often and waited for, so it imports little. Frames (`kg.sparql.wire`) come in and go out on the
standard streams; the first one out says that the store is open.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Iterator

import pyoxigraph as ox

from kg.sparql import sandbox, wire

TYPE_CHECKING = False  # typing would cost a worker's start 5 ms
if TYPE_CHECKING:
    from typing_extensions import Buffer

JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"
TURTLE, RDF_XML = "text/turtle", "application/rdf+xml"
GRAPH_FORMATS = (ox.RdfFormat.TURTLE, ox.RdfFormat.N_TRIPLES, ox.RdfFormat.JSON_LD, ox.RdfFormat.RDF_XML)
FIRST_COUNT = 1 << 20  # bytes after which rows are counted while they still come


class OverLimitError(Exception):
    """More `what` ("rows", "bytes") than asked for."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


class UnwritableError(Exception):
    """The result can't be put in the format that was asked for."""


class Answer(io.BytesIO):
    """A growing answer that stops the query as soon as it is over a limit."""

    def __init__(self, media_type: str, *, row_limit: int, byte_limit: int) -> None:
        super().__init__()
        self.media_type = media_type
        self.rows = 0
        self._row_limit, self._byte_limit, self._next_count = row_limit, byte_limit, FIRST_COUNT
        self._count_rows = ROW_COUNTS.get(media_type)

    def write(self, data: Buffer) -> int:
        """Take more of the answer, or raise OverLimitError."""
        written = super().write(data)
        if self.tell() > self._byte_limit:
            raise OverLimitError("bytes")
        if self.tell() >= self._next_count:
            self._next_count *= 2  # so that all counting together reads the answer twice, at most
            # + 1: the part so far may end in what only looks like a row's beginning
            if self._count_rows and self._count_rows(self.getvalue()) > self._row_limit + 1:
                raise OverLimitError("rows")
        return written

    def count(self) -> None:
        """Count the rows of the finished answer."""
        if self._count_rows:
            self.rows = self._count_rows(self.getvalue())
        self.check()

    def check(self) -> None:
        """Stop where there are too many rows."""
        if self.rows > self._row_limit:
            raise OverLimitError("rows")

    def distinct(self, triples: Iterable[ox.Triple]) -> Iterator[ox.Triple]:
        """The triples as a set: CONSTRUCT yields one for every row that makes it."""
        seen: set[ox.Triple] = set()
        for triple in triples:
            if triple not in seen:
                seen.add(triple)
                self.rows += 1
                self.check()
                yield triple


def json_rows(body: bytes) -> int:
    """Rows of a (perhaps unfinished) JSON answer.

    A row begins `{"name"` after `[` or `,`; within a string that quote would be escaped, and where the quote
    ends a string a sign follows. A row without values, `{}`, may be part of one: then they are taken out.

    >>> json_rows(b'{"results":{"bindings":[{"s":{"type":"literal","value":",{"}},{}]}}')
    2
    """
    if b",{}" in body or b"[{}" in body:
        bare = body.replace(b"\\\\", b"").replace(b'\\"', b"")
        bare = b"".join(bare.split(b'"')[::2])
        return bare.count(b",{") + bare.count(b"[{")
    return sum(
        body.count(begin + b'{"') - sum(body.count(begin + b'{"' + end) for end in (b",", b"}", b":", b"]"))
        for begin in (b",", b"[")
    )


def csv_rows(body: bytes) -> int:
    '''Rows of a CSV answer: line ends outside quotes, less the header's.

    >>> csv_rows(b'a,b\\r\\n"x\\r\\n""y""",2\\r\\n')
    1
    '''
    bare = b"".join(body.split(b'"')[::2]) if b'"' in body else body
    return bare.count(b"\r\n") - 1


ROW_COUNTS: dict[str, Callable[[bytes], int]] = {
    JSON: json_rows,
    XML: lambda body: body.count(b"<result>"),
    "text/csv": csv_rows,
    "text/tab-separated-values": lambda body: body.count(b"\n") - 1,  # in values it is written \n
}


def ask(store: ox.Store, request: list[bytes], *, base: str) -> list[bytes]:
    """Run one query: `ok`, media type, rows, body; else what went wrong, and the engine's words for it."""
    query, media_type, row_limit, byte_limit, dataset, default_graphs, named_graphs = request
    limits = {"row_limit": int(row_limit), "byte_limit": int(byte_limit)}
    try:
        if dataset:  # the request's own dataset takes the place of the query's (SPARQL 1.1 Protocol, 2.1.4)
            results = store.query(
                query.decode(),
                base_iri=base,
                default_graph=[ox.NamedNode(iri.decode()) for iri in wire.unpack(default_graphs)],
                named_graphs=[ox.NamedNode(iri.decode()) for iri in wire.unpack(named_graphs)],
            )
        else:
            results = store.query(query.decode(), base_iri=base)
        answer = _write(results, media_type.decode(), limits)
    except SyntaxError as error:
        return [b"syntax", str(error).encode(errors="replace")]
    except OverLimitError as error:
        return [error.what.encode()]
    except MemoryError:
        return [b"memory"]
    except (ValueError, RuntimeError, OSError, UnwritableError) as error:
        return [b"failed", str(error).encode(errors="replace")]
    return [b"ok", answer.media_type.encode(), str(answer.rows).encode(), answer.getvalue()]


def _write(
    results: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, media_type: str, limits: dict[str, int]
) -> Answer:
    if isinstance(results, ox.QueryTriples):
        return _write_graph(results, media_type, limits)
    results_format = ox.QueryResultsFormat.from_media_type(media_type)
    if results_format is None or media_type not in ROW_COUNTS:
        media_type, results_format = JSON, ox.QueryResultsFormat.JSON
    answer = Answer(media_type, **limits)
    results.serialize(answer, results_format)
    if isinstance(results, ox.QuerySolutions):
        answer.count()
    return answer


def _write_graph(triples: ox.QueryTriples, media_type: str, limits: dict[str, int]) -> Answer:
    from kg.terms import PREFIXES  # 10 ms that a worker's start doesn't need

    graph_format = ox.RdfFormat.from_media_type(media_type)
    if graph_format not in GRAPH_FORMATS:
        media_type, graph_format = TURTLE, ox.RdfFormat.TURTLE
    answer = Answer(media_type, **limits)
    ox.serialize(answer.distinct(triples), answer, graph_format, prefixes=PREFIXES)
    if media_type == RDF_XML and b"<oxprefix: " in answer.getvalue():
        raise UnwritableError("RDF/XML has no way to write a predicate that ends in no name; ask for text/turtle")
    return answer


def main(store_dir: str, memory_limit: str, parent: str, base: str) -> int:
    """Answer until the input ends; 1 where it ended otherwise."""
    sandbox.end_with_parent(int(parent))
    sandbox.limit_memory(int(memory_limit))
    denied = sandbox.deny_sockets()
    try:
        store = ox.Store.read_only(store_dir)
    except OSError as error:
        _send([b"broken", str(error).encode(errors="replace")])
        return 1
    _send([b"ready", b"without sockets" if denied else b""])
    while prefix := sys.stdin.buffer.read(wire.PREFIX):
        answer = ask(store, wire.unpack(sys.stdin.buffer.read(wire.length(prefix))), base=base)
        _send(answer)
        if answer[0] == b"memory":
            return 1  # what is left of it is in pieces; the pool has another
    return 0


def _send(fields: Iterable[bytes]) -> None:
    sys.stdout.buffer.write(wire.frame(fields))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
