"""Looking up: bodies, activities, documents, any entity, and where its facts come from."""

from __future__ import annotations

import sys
from dataclasses import asdict
from typing import Annotated

import typer

from api.commands.options import (
    Countries,
    Csv,
    Day,
    Documents,
    Goals,
    Json,
    Kb,
    Limit,
    Organisations,
    Statuses,
    Years,
    choose,
    print_json,
)
from api.locations import knowledge_base_path

app = typer.Typer()


@app.command(epilog="Example: sela directory ALADI")
def directory(
    query: Annotated[str, typer.Argument(metavar="[TEXT]", help="An acronym, a name, or words about a body.")] = "",
    letter: Annotated[str | None, typer.Option(help="First letter of the acronym.")] = None,
    country: Annotated[str | None, typer.Option(help="A member, as alpha-2 code.")] = None,
    hq: Annotated[str | None, typer.Option(help="Country of the seat, as alpha-2 code.")] = None,
    theme: Annotated[str | None, typer.Option(help="Slug of a theme.")] = None,
    kind: Annotated[str | None, typer.Option(help="Kind of body.")] = None,
    scope: Annotated[str | None, typer.Option(help="Region that it covers.")] = None,
    limit: Limit = 20,
    kb: Kb = None,
    as_json: Json = False,
    csv: Csv = False,
) -> None:
    """Look up regional bodies; one exact hit prints the whole record."""
    from api.text_directory import directory_csv, directory_table_text, record_text
    from kg.knowledge import KnowledgeGraph
    from kg.snapshots import KnowledgeBase

    knowledge = KnowledgeGraph(KnowledgeBase(knowledge_base_path(kb)).current())
    page = knowledge.directory.find(
        query, letter=letter, country=country, hq=hq, theme=theme, kind=kind, scope=scope, limit=limit
    )
    exact = [item for item in page.items if item.match and item.match.score >= 1.0]
    if as_json:
        print_json(asdict(page))
    elif csv:
        typer.echo(directory_csv(page.items), nl=False)
    elif len(exact) == 1:
        typer.echo(record_text(exact[0]))
    else:
        typer.echo(directory_table_text(page.items))


@app.command(epilog="Example: sela show aladi --format turtle")
def show(
    name: Annotated[
        str, typer.Argument(metavar="SLUG_OR_IRI", help="A body, activity, series, document, country, goal or IRI.")
    ],
    format: Annotated[str, typer.Option(help="text, json, turtle, jsonld, nt or rdfxml.")] = "text",
    kb: Kb = None,
    as_json: Json = False,
) -> None:
    """Show what is known of an entity."""
    from api import text
    from kg.description import describe, resolve, write
    from kg.knowledge import KnowledgeGraph
    from kg.snapshots import KnowledgeBase

    format = "json" if as_json else format
    choose("format", format, ("text", "json", "turtle", "jsonld", "nt", "rdfxml"))
    knowledge = KnowledgeGraph(KnowledgeBase(knowledge_base_path(kb)).current())
    iri = resolve(knowledge.graph, name)
    if format not in ("text", "json"):
        sys.stdout.buffer.write(write(describe(knowledge.graph, iri), format))
        return
    said = knowledge.record(iri)
    as_text = text.series if "outcome" in said else text.record
    print_json(said) if format == "json" else typer.echo(as_text(said))


@app.command(epilog="Example: sela why caf --limit 3")
def why(
    name: Annotated[
        str, typer.Argument(metavar="SLUG_OR_IRI", help="An activity, body, country, goal, participation, statement.")
    ],
    limit: Limit = 20,
    offset: Annotated[int, typer.Option(help="How many to pass over.", min=0)] = 0,
    kb: Kb = None,
    as_json: Json = False,
) -> None:
    """Show where facts come from: the sentences, the rule that read them, corrections."""
    from api.explanations import why as explained
    from api.text_why import explanation
    from kg import open as open_knowledge

    found = explained(open_knowledge(knowledge_base_path(kb)), name, limit=limit, offset=offset)
    print_json(found) if as_json else typer.echo(explanation(found, offset=offset))


@app.command(epilog="Example: sela documents")
def documents(kb: Kb = None, as_json: Json = False, csv: Csv = False) -> None:
    """List the documents of the knowledge base."""
    from api import tables, text
    from kg import open as open_knowledge

    found = open_knowledge(knowledge_base_path(kb)).documents()
    items = [asdict(each) for each in found]
    if as_json:
        print_json({"total": len(items), "items": items})
    elif csv:
        typer.echo(tables.csv_text(tables.document_rows(found)), nl=False)
    else:
        typer.echo(text.documents(items))


@app.command(epilog="Example: sela activities --organisation caf --year 2024")
def activities(
    q: Annotated[str, typer.Argument(metavar="[WORDS]", help="Words of the title.")] = "",
    document: Documents = None,
    year: Years = None,
    country: Countries = None,
    organisation: Organisations = None,
    sdg: Goals = None,
    date_from: Day = None,
    date_to: Day = None,
    status: Statuses = None,
    limit: Limit = 20,
    offset: Annotated[int, typer.Option(help="How many to pass over.", min=0)] = 0,
    kb: Kb = None,
    as_json: Json = False,
    csv: Csv = False,
) -> None:
    """List activities, with filters."""
    from api import answers, tables, text
    from api.known import known
    from kg import open as open_knowledge
    from kg.activity_filters import ActivityFilters

    knowledge = open_knowledge(knowledge_base_path(kb))
    filters = ActivityFilters(
        tuple(document or ()), tuple(year or ()), date_from, date_to, tuple(country or ()),
        tuple(organisation or ()), tuple(sdg or ()), tuple(status or ()), q,
    )  # fmt: skip
    found = knowledge.activity_list.find(known(knowledge, filters))
    page = answers.activities(found, limit=limit, offset=offset)
    if as_json:
        print_json(page)
    elif csv:
        typer.echo(tables.csv_text(tables.activity_rows(found[offset : offset + limit])), nl=False)
    else:
        typer.echo(text.activities(page["items"], page["total"]))


@app.command(epilog="Example: sela stats")
def stats(kb: Kb = None, as_json: Json = False) -> None:
    """Count what is in the knowledge base."""
    from api import text
    from kg import open as open_knowledge

    found = asdict(open_knowledge(knowledge_base_path(kb)).stats())
    print_json(found) if as_json else typer.echo(text.record(found))
