"""`/sparql`: the query side of the SPARQL 1.1 Protocol."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

import pyoxigraph as ox
from anyio import CapacityLimiter, to_thread
from fastapi import APIRouter, FastAPI, HTTPException, Request, Response

from kg.errors import InvalidInput
from kg.sparql.pool import Closed, QueryAnswer, QueryPool
from kg.sparql.query import Refused, query_form
from kg.terms import PREFIXES

router = APIRouter(tags=["sparql"])

FORM = "application/x-www-form-urlencoded"
DIRECT, UPDATE = "application/sparql-query", "application/sparql-update"
NO_UPDATES = "Updates are refused: nothing is changed over HTTP. `sela ingest` changes the graph."

# What can be asked for -> what the engine writes, best first; at the end what some clients call it.
RESULT_TYPES = {
    "application/sparql-results+json": "application/sparql-results+json",
    "application/sparql-results+xml": "application/sparql-results+xml",
    "text/csv": "text/csv",
    "text/tab-separated-values": "text/tab-separated-values",
    "application/json": "application/sparql-results+json",
    "application/xml": "application/sparql-results+xml",
}
GRAPH_TYPES = {
    "text/turtle": "text/turtle",
    "application/n-triples": "application/n-triples",
    "application/ld+json": "application/ld+json",
    "application/rdf+xml": "application/rdf+xml",
    "application/json": "application/ld+json",
    "application/xml": "application/rdf+xml",
}
RDF_TYPES = list(GRAPH_TYPES)[:4]

SD, VOID = "http://www.w3.org/ns/sparql-service-description#", "http://rdfs.org/ns/void#"
FORMATS = "http://www.w3.org/ns/formats/"
RESULTS_WRITTEN = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
GRAPHS_WRITTEN = ("Turtle", "N-Triples", "JSON-LD", "RDF_XML")


@dataclass(frozen=True)
class QueryRequest:
    """One query as the protocol carries it; `query` is None where none was sent."""

    query: str | None
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    timeout: float | None = None

    @classmethod
    async def from_http(cls, request: Request) -> QueryRequest:
        """Read it from the address, a form, or a body that is the query itself."""
        pairs = _pairs(request.scope["query_string"], "address")
        if request.method == "POST":
            kind = _content_type(request)
            body = await request.body()
            if kind == UPDATE:
                raise Refused(NO_UPDATES)
            pairs += _pairs(body, "form") if kind == FORM else [("query", _text(body, "query"))]
        return cls.from_pairs(pairs)

    @classmethod
    def from_pairs(cls, pairs: Sequence[tuple[str, str]]) -> QueryRequest:
        """Read it from names and values.

        >>> QueryRequest.from_pairs([("query", "ASK {}"), ("timeout", "2"), ("default-graph-uri", "http://x/g")])
        QueryRequest(query='ASK {}', default_graphs=('http://x/g',), named_graphs=(), timeout=2.0)
        """

        def values(name: str) -> tuple[str, ...]:
            return tuple(value for key, value in pairs if key == name)

        if values("update"):
            raise Refused(NO_UPDATES)
        queries, timeouts = values("query"), values("timeout")
        if len(queries) > 1:
            raise InvalidInput(f"The request holds {len(queries)} queries. Send one at a time.")
        return cls(
            query=queries[0] if queries else None,
            default_graphs=values("default-graph-uri"),
            named_graphs=values("named-graph-uri"),
            timeout=_seconds(timeouts[-1]) if timeouts else None,
        )


@router.get("/sparql", summary="Ask the graph a SPARQL query")
@router.post("/sparql", summary="Ask the graph a SPARQL query, in a form or as the body")
async def sparql(request: Request) -> Response:
    """The answer in the format that `Accept` prefers; without a query, the service's own description."""
    asked = await QueryRequest.from_http(request)
    accept = request.headers.get("accept", "")
    if asked.query is None:
        return _description(request, accept)
    # A thread beside the ones that all other routes share: the pool's queue is what limits queries.
    return await to_thread.run_sync(_answer, request.app, asked, accept, limiter=CapacityLimiter(1))


def _answer(app: FastAPI, asked: QueryRequest, accept: str) -> Response:
    query = asked.query or ""
    types = GRAPH_TYPES if query_form(query) in ("CONSTRUCT", "DESCRIBE") else RESULT_TYPES
    media_type = negotiate(accept, list(types))
    if media_type is None:
        raise HTTPException(406, f"This is offered: {', '.join(types)}. Ask for one of them in Accept.")

    def run() -> QueryAnswer:
        pool: QueryPool = app.state.query_pool()
        return pool.run(
            query,
            media_type=types[media_type],
            timeout=asked.timeout,
            default_graphs=asked.default_graphs,
            named_graphs=asked.named_graphs,
        )

    try:
        answer = run()
    except Closed:  # a new snapshot went live between finding the pool and asking it
        answer = run()
    served = media_type if answer.media_type == types[media_type] else answer.media_type
    return Response(answer.body, media_type=served, headers={"Vary": "Accept"})


def negotiate(accept: str, offered: Sequence[str]) -> str | None:
    """The offered media type that an `Accept` header prefers; None where it takes none of them.

    Among equals the one named most exactly wins, then the first offered.

    >>> negotiate("text/turtle;q=0.5, text/csv, */*;q=0.1", ["text/turtle", "text/csv"])
    'text/csv'
    >>> negotiate("text/html, */*", ["text/turtle", "text/csv"])
    'text/turtle'
    >>> negotiate("text/*;q=0, */*", ["text/turtle"]) is None
    True
    """
    ranges = [_media_range(part) for part in accept.split(",") if part.strip()] or [("*/*", 1.0)]

    def wish(media_type: str) -> tuple[float, int]:
        group = media_type.split("/")[0] + "/*"
        for exactness, name in ((2, media_type), (1, group), (0, "*/*")):
            qualities = [quality for named, quality in ranges if named == name]
            if qualities:
                return max(qualities), exactness
        return 0.0, 0

    best = max(offered, key=wish)
    return best if wish(best)[0] > 0 else None


def _media_range(part: str) -> tuple[str, float]:
    name, *parameters = (piece.strip().lower() for piece in part.split(";"))
    quality = next((value[2:] for value in parameters if value.startswith("q=")), "1")
    try:
        return name, min(max(float(quality), 0.0), 1.0)
    except ValueError:
        return name, 0.0


def _content_type(request: Request) -> str:
    kind, *parameters = (piece.strip().lower() for piece in request.headers.get("content-type", "").split(";"))
    charset = next((value[8:].strip('"') for value in parameters if value.startswith("charset=")), "utf-8")
    if charset not in ("utf-8", "utf8", "us-ascii"):
        raise InvalidInput(f"The body's charset is {charset}. Send UTF-8.")
    if kind not in (FORM, DIRECT, UPDATE):
        raise HTTPException(415, f"A body of type {kind or '(none)'} can't be read. Send {FORM} or {DIRECT}.")
    return kind


def _pairs(encoded: bytes, where: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(encoded.decode("ascii"), keep_blank_values=True, errors="strict")
    except UnicodeDecodeError:
        raise InvalidInput(f"The {where} isn't URL-encoded UTF-8. Encode it.") from None


def _text(body: bytes, what: str) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise InvalidInput(f"The {what} isn't UTF-8 (byte {error.start + 1}). Send UTF-8.") from None


def _seconds(value: str) -> float:
    try:
        seconds = float(value)
    except ValueError:
        seconds = 0.0
    if not seconds > 0:
        raise InvalidInput(f"timeout={value} is no time. Give seconds, more than 0, such as timeout=2.5.")
    return seconds


def _description(request: Request, accept: str) -> Response:
    media_type = negotiate(accept, RDF_TYPES)
    if media_type is None or not _names_rdf(accept):
        raise InvalidInput(
            "There is no query. Send it as ?query=... (URL-encoded), in a form, or as a body of type "
            "application/sparql-query; text/turtle without a query says what this service offers."
        )
    endpoint = str(request.url.replace(query="", fragment=""))
    body = ox.serialize(
        describe_service(endpoint),
        format=ox.RdfFormat.from_media_type(media_type),
        prefixes={**PREFIXES, "sd": SD, "void": VOID},
    )
    return Response(body, media_type=media_type, headers={"Vary": "Accept"})


def _names_rdf(accept: str) -> bool:
    return any(_media_range(part)[0] in RDF_TYPES for part in accept.split(","))


def describe_service(endpoint: str) -> list[ox.Triple]:
    """What the endpoint at this address can do, in the words of SPARQL 1.1 Service Description.

    >>> sum(str(triple.predicate) == f"<{SD}resultFormat>" for triple in describe_service("http://x/sparql"))
    8
    """
    service, dataset, graph = (ox.NamedNode(endpoint + part) for part in ("", "#dataset", "#default-graph"))
    kind = ox.NamedNode(PREFIXES["rdf"] + "type")

    def sd(name: str) -> ox.NamedNode:
        return ox.NamedNode(SD + name)

    return [
        ox.Triple(service, kind, sd("Service")),
        ox.Triple(service, sd("endpoint"), service),
        ox.Triple(service, sd("supportedLanguage"), sd("SPARQL11Query")),
        *(
            ox.Triple(service, sd("resultFormat"), ox.NamedNode(FORMATS + name))
            for name in RESULTS_WRITTEN + GRAPHS_WRITTEN
        ),
        ox.Triple(service, sd("feature"), sd("UnionDefaultGraph")),
        ox.Triple(service, sd("defaultDataset"), dataset),
        ox.Triple(dataset, kind, sd("Dataset")),
        ox.Triple(dataset, sd("defaultGraph"), graph),
        ox.Triple(graph, kind, sd("Graph")),
    ]
