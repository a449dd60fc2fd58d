"""Finding: search, questions, and the names in any text."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.options import (
    Countries,
    Csv,
    Documents,
    Goals,
    Json,
    Kb,
    Limit,
    Organisations,
    Years,
    choose,
    print_json,
)
from api.locations import knowledge_base_path
from kg.terms import LANGUAGES

if TYPE_CHECKING:
    from api.shelf import Shelf
    from search.filters import Filters

app = typer.Typer()


@app.command(epilog='Example: sela search "port logistics communities" --year 2024 --limit 3')
def search(
    query: Annotated[str, typer.Argument(help="What to look for, in English, Spanish, Portuguese or French.")],
    limit: Limit = 5,
    offset: Annotated[int, typer.Option(help="How many to pass over.", min=0)] = 0,
    mode: Annotated[str, typer.Option(help="hybrid, dense or lexical.")] = "hybrid",
    document: Documents = None,
    year: Years = None,
    country: Countries = None,
    organisation: Organisations = None,
    sdg: Goals = None,
    type: Annotated[str, typer.Option(help="passage, activity or organisation.")] = "passage",
    kb: Kb = None,
    as_json: Json = False,
    csv: Csv = False,
) -> None:
    """Search by meaning and by words."""
    from api import answers, tables, text

    choose("mode", mode, ("hybrid", "dense", "lexical"))
    choose("type", type, ("passage", "activity", "organisation"))
    found = answers.search(
        _shelf(kb), query, kind=type, mode=mode, limit=limit, offset=offset,  # type: ignore[arg-type]  # chosen above
        filters=_filters(document, year, country, organisation, sdg),
    )  # fmt: skip
    if as_json:
        print_json(found)
    elif csv:
        typer.echo(tables.csv_text(tables.result_rows(found["results"])), nl=False)
    else:
        typer.echo(text.results(found))


@app.command(epilog='Example: sela ask "¿Qué apoyo hay para las pymes?"')
def ask(
    question: Annotated[str, typer.Argument(help="A question in English, Spanish, Portuguese or French.")],
    document: Documents = None,
    year: Years = None,
    country: Countries = None,
    organisation: Organisations = None,
    sdg: Goals = None,
    kb: Kb = None,
    as_json: Json = False,
) -> None:
    """Ask a question; the answer quotes the documents."""
    from api import answers, text

    found = answers.ask(_shelf(kb), question, filters=_filters(document, year, country, organisation, sdg))
    print_json(found) if as_json else typer.echo(text.answer(found))


@app.command(epilog="Example: echo 'ALADI and CAF met in Chile' | sela annotate -")
def annotate(
    file: Annotated[str, typer.Argument(help="A text file, or `-` for standard input.")],
    language: Annotated[str | None, typer.Option(help="en, es, pt or fr; found out where it isn't given.")] = None,
    kb: Kb = None,  # for its encoder and the targets of a vocabulary; the directory is the one of this installation
    as_json: Json = False,
) -> None:
    """Find the organisations, countries and goals that a text names, and the goals that it suggests."""
    from api import answers, text
    from ingest.readers import read_text
    from kg.snapshots import KnowledgeBase
    from search.encoders import load_encoder

    if language:
        choose("language", language, LANGUAGES)
    said = sys.stdin.buffer.read().decode("utf-8", "replace") if file == "-" else read_text(Path(file))
    if KnowledgeBase(knowledge_base_path(kb)).find_current():
        shelf = _shelf(kb)
        encoder, targets = shelf.index.encoder, shelf.knowledge.targets
    else:
        encoder, targets = load_encoder(), frozenset()
    found = answers.annotate(said, language, encoder=encoder, targets=targets)
    print_json(found) if as_json else typer.echo(text.mentions(found))


def _filters(
    document: list[str] | None, year: list[int] | None, country: list[str] | None,
    organisation: list[str] | None, sdg: list[int] | None,
) -> Filters:  # fmt: skip
    from search.filters import Filters

    return Filters(
        document=tuple(document or ()), year=tuple(year or ()), country=tuple(country or ()),
        organisation=tuple(organisation or ()), sdg=tuple(sdg or ()),
    )  # fmt: skip


def _shelf(kb: Path | None) -> Shelf:
    from api.shelf import Shelf
    from kg.snapshots import KnowledgeBase

    return Shelf(KnowledgeBase(knowledge_base_path(kb)).current())
