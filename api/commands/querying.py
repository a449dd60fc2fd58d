"""Querying: SPARQL from the terminal."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.options import Json, Kb
from api.locations import knowledge_base_path
from kg.errors import InvalidInput

if TYPE_CHECKING:
    from kg.sparql.pool import QueryAnswer, QueryPool

app = typer.Typer()
RDF_FORMATS = {
    "turtle": "text/turtle", "jsonld": "application/ld+json", "nt": "application/n-triples",
    "rdfxml": "application/rdf+xml",
}  # fmt: skip
RESULT_FORMATS = {
    "json": "application/sparql-results+json", "csv": "text/csv", "tsv": "text/tab-separated-values",
    "xml": "application/sparql-results+xml", "table": "application/sparql-results+json",
}  # fmt: skip


@app.command(epilog='Example: sela sparql "SELECT ?title { ?a a sela:Activity ; dcterms:title ?title } LIMIT 3"')
def sparql(
    query: Annotated[str, typer.Argument(help="A query, `-` for standard input, or @file.rq.")],
    format: Annotated[str | None, typer.Option(help="table, json, csv, tsv, xml; turtle, jsonld, nt, rdfxml.")] = None,
    timeout: Annotated[float, typer.Option(help="Seconds after which the query is ended.", min=0.1)] = 10.0,
    kb: Kb = None,
    as_json: Json = False,
) -> None:
    """Run a SPARQL query; the ontology's prefixes need no declaration here."""
    from api import text
    from kg.snapshots import KnowledgeBase
    from kg.sparql.pool import QueryPool
    from kg.sparql.query import query_form

    said = _query_text(query)
    graph = query_form(said) in ("CONSTRUCT", "DESCRIBE")
    formats = RDF_FORMATS if graph else RESULT_FORMATS
    format = format or ({True: "jsonld", False: "json"}[graph] if as_json else "turtle" if graph else "table")
    if format not in formats:
        raise InvalidInput(f"This query has no format {format!r}. Choose one of {', '.join(formats)}.")
    snapshot = KnowledgeBase(knowledge_base_path(kb)).current()
    snapshot.verify()
    with QueryPool(snapshot.path / "store", workers=1, timeout=timeout) as pool:
        answer = _run_with_prefixes(pool, said, formats[format])
    if format != "table":
        sys.stdout.buffer.write(answer.body)
        return
    results = json.loads(answer.body)
    if "boolean" in results:
        typer.echo("yes" if results["boolean"] else "no")
        return
    columns = results["head"]["vars"]
    rows = [[row[c]["value"] if c in row else "" for c in columns] for row in results["results"]["bindings"]]
    typer.echo(text.table(columns, rows) if columns else f"{len(rows)} rows")


def _query_text(query: str) -> str:
    if query == "-":
        return sys.stdin.read()
    if not query.startswith("@"):
        return query
    try:
        return Path(query[1:]).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidInput(f"The query file {query[1:]} can't be read ({error}).") from error


def _run_with_prefixes(pool: QueryPool, query: str, media_type: str) -> QueryAnswer:
    """The answer to a query with the ontology's prefixes that it uses and doesn't declare, on a line before it."""
    from kg.sparql.query import undeclared_prefixes
    from kg.terms import PREFIXES

    prologue = " ".join(f"PREFIX {p}: <{PREFIXES[p]}>" for p in undeclared_prefixes(query) if p in PREFIXES)
    if not prologue:
        return pool.run(query, media_type=media_type)
    try:
        return pool.run(f"{prologue}\n{query}", media_type=media_type)
    except InvalidInput as error:  # places in it count our line, which the user didn't write
        own = re.sub(r"\bline (\d+), column", lambda place: f"line {int(place[1]) - 1}, column", str(error), count=1)
        raise type(error)(own) from None
