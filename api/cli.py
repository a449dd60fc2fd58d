"""The terminal's door: `sela`. Each command reads its input, makes one call and shows the answer.

What a command needs is imported when it runs: a search must not wait for the service's libraries.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.locations import knowledge_base_path
from kg.errors import InvalidInput, NotFound, SelaError
from kg.terms import LANGUAGES

if TYPE_CHECKING:
    from api.shelf import Shelf
    from ingest.pipeline import IngestReport
    from kg.sparql.pool import QueryAnswer, QueryPool
    from search.filters import Filters

app = typer.Typer(
    help="SELA's documents as a knowledge graph: search, ask, look up, query.\n\n"
    'Start with `sela ingest` (the embedded corpus), then `sela search "port logistics"`.',
    pretty_exceptions_enable=False,
    add_completion=True,
)
snapshots_app = typer.Typer(help="List, prune and restore snapshots.", invoke_without_command=True)
app.add_typer(snapshots_app, name="snapshots")
vocabulary_app = typer.Typer(help="List, add and remove vocabularies.", invoke_without_command=True)
app.add_typer(vocabulary_app, name="vocabulary")

Kb = Annotated[Path | None, typer.Option("--kb", help="Folder of the knowledge base (else SELA_KB).")]
Json = Annotated[bool, typer.Option("--json", help="Print the object that HTTP answers with.")]
Csv = Annotated[bool, typer.Option("--csv", help="Print a table as CSV.")]
Limit = Annotated[int, typer.Option(help="How many, at most.", min=1, max=100)]
Documents = Annotated[list[str] | None, typer.Option("--document", help="Slug or source file; may be repeated.")]
Years = Annotated[list[int] | None, typer.Option("--year", help="A year that is covered; may be repeated.")]
Day = Annotated[str | None, typer.Option(help="YYYY, YYYY-MM or YYYY-MM-DD.")]
Countries = Annotated[list[str] | None, typer.Option("--country", help="Alpha-2 code; may be repeated.")]
Organisations = Annotated[list[str] | None, typer.Option("--organisation", help="Slug; may be repeated.")]
Statuses = Annotated[
    list[str] | None, typer.Option("--status", help="planned, implemented, rescheduled, suspended, not-implemented.")
]
Goals = Annotated[list[int] | None, typer.Option("--sdg", help="Number of a goal; may be repeated.")]

INTERRUPTED = 130  # 128 and the signal's number, as shells have it
RDF_FORMATS = {
    "turtle": "text/turtle", "jsonld": "application/ld+json", "nt": "application/n-triples",
    "rdfxml": "application/rdf+xml",
}  # fmt: skip
RESULT_FORMATS = {
    "json": "application/sparql-results+json", "csv": "text/csv", "tsv": "text/tab-separated-values",
    "xml": "application/sparql-results+xml", "table": "application/sparql-results+json",
}  # fmt: skip


def _shelf(kb: Path | None) -> Shelf:
    from api.shelf import Shelf
    from kg.snapshots import KnowledgeBase

    return Shelf(KnowledgeBase(knowledge_base_path(kb)).current())


def _filters(
    document: list[str] | None, year: list[int] | None, country: list[str] | None,
    organisation: list[str] | None, sdg: list[int] | None,
) -> Filters:  # fmt: skip
    from search.filters import Filters

    return Filters(
        document=tuple(document or ()), year=tuple(year or ()), country=tuple(country or ()),
        organisation=tuple(organisation or ()), sdg=tuple(sdg or ()),
    )  # fmt: skip


def _print_json(value: Any) -> None:
    typer.echo(json.dumps(asdict(value) if is_dataclass(value) and not isinstance(value, type) else value,
                          ensure_ascii=False, indent=1))  # fmt: skip


@app.command(epilog="Example: sela ingest reports/ work-programme.md")
def ingest(
    sources: Annotated[
        list[str] | None, typer.Argument(help="Files, folders or http(s) addresses; without any, the embedded corpus.")
    ] = None,
    remove: Annotated[
        list[str] | None, typer.Option("--remove", help="Take a document out, by slug or file name.")
    ] = None,
    workers: Annotated[int | None, typer.Option(help="Processes that read documents.", min=1, max=64)] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from private and loopback addresses too.")
    ] = False,
    encoder: Annotated[
        str | None,
        typer.Option(help="A sentence-transformers model, by name or folder, instead of the bundled encoder."),
    ] = None,
    kb: Kb = None,
    as_json: Json = False,
) -> None:
    """Read documents into the knowledge base; unchanged ones cost nothing."""
    import gc

    gc.disable()  # a seventh of the time: the process is short, and hardly anything it makes is a cycle
    from api.progress import Progress
    from ingest.pipeline import ingest as run
    from kg.snapshots import KnowledgeBase

    path = knowledge_base_path(kb)
    report = run(
        KnowledgeBase(path), sources or (), remove=remove or (), workers=workers, encoder=encoder,
        size_limit=_size_limit(), allow_private=allow_private, progress=Progress(),
    )  # fmt: skip
    for _, reason in report.skipped:
        typer.echo(f"skipped: {reason}", err=True)
    misfits = _tell_unfit(report)
    for _, reason in report.warnings:
        typer.echo(f"warning: {reason}", err=True)
    lists = ("added", "updated", "unchanged", "removed", "skipped", "warnings")
    said = {name: list(getattr(report, name)) for name in lists} | {
        "corrections": {"applied": len(report.corrections) - len(misfits), "unfit": misfits},
        "snapshot": report.snapshot.id if report.snapshot else None,
    }
    if as_json:
        _print_json(said)
    else:
        for name in ("added", "updated", "removed"):
            for slug in said[name] or ():
                typer.echo(f"{name}: {slug}")
        counts = report.snapshot.manifest["counts"] if report.snapshot else {}
        typer.echo(
            f"{counts.get('documents', 0)} documents, {counts.get('activities', 0)} activities, "
            f'{counts.get("triples", 0):,} triples in {path}. Try: sela search "port logistics"'
        )
    if report.skipped:
        raise typer.Exit(1)


def _size_limit() -> int:
    from ingest.readers import SIZE_LIMIT

    said = os.environ.get("SELA_SIZE_LIMIT", "").strip()
    if said and not said.isdecimal():
        raise InvalidInput(f"SELA_SIZE_LIMIT is {said!r}. Set it to a number of bytes, such as {SIZE_LIMIT}.")
    return int(said or SIZE_LIMIT)


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

    _choose("mode", mode, ("hybrid", "dense", "lexical"))
    _choose("type", type, ("passage", "activity", "organisation"))
    found = answers.search(
        _shelf(kb), query, kind=type, mode=mode, limit=limit, offset=offset,  # type: ignore[arg-type]  # chosen above
        filters=_filters(document, year, country, organisation, sdg),
    )  # fmt: skip
    if as_json:
        _print_json(found)
    elif csv:
        typer.echo(tables.csv_text(tables.result_rows(found["results"])), nl=False)
    else:
        typer.echo(text.results(found))


def _choose(name: str, value: str, choices: tuple[str, ...]) -> None:
    if value not in choices:
        raise InvalidInput(f"There is no {name} {value!r}. Choose one of {', '.join(choices)}.")


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
    _print_json(found) if as_json else typer.echo(text.answer(found))


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
        _print_json(asdict(page))
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
    _choose("format", format, ("text", "json", "turtle", "jsonld", "nt", "rdfxml"))
    knowledge = KnowledgeGraph(KnowledgeBase(knowledge_base_path(kb)).current())
    iri = resolve(knowledge.graph, name)
    if format not in ("text", "json"):
        sys.stdout.buffer.write(write(describe(knowledge.graph, iri), format))
        return
    said = knowledge.record(iri)
    as_text = text.series if "outcome" in said else text.record
    _print_json(said) if format == "json" else typer.echo(as_text(said))


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
    _print_json(found) if as_json else typer.echo(explanation(found, offset=offset))


@app.command(
    epilog='Example: sela correct report-2031-i-i-1-1 other_countries "+ES" --reason "listed in the annex"',
    context_settings={"ignore_unknown_options": True},  # a value may begin with a minus
)
def correct(
    entity: Annotated[str | None, typer.Argument(help="An activity or organisation, by slug or IRI.")] = None,
    field: Annotated[str | None, typer.Argument(help="Which field of it.")] = None,
    value: Annotated[str | None, typer.Argument(help="What it should say.")] = None,
    reason: Annotated[str, typer.Option(help="Why.")] = "",
    who: Annotated[str | None, typer.Option(help="Who says so; else the user of this machine.")] = None,
    undo: Annotated[int | None, typer.Option(help="Take back the correction of this number.")] = None,
    kb: Kb = None,
    as_json: Json = False,
) -> None:
    """Correct a value of an activity or organisation, list the corrections, or take one back.

    Without arguments it lists them. They are rows of corrections.csv beside the knowledge base: applied after all that
    is read, at this and every later ingest, and reported where they no longer fit. VALUE takes the place of what is
    there, a blank one ("") takes it away. A list is written A|B; +A|-B puts into the list and takes out of it.

    Activities: status (planned, implemented, rescheduled, suspended, not-implemented), rescheduled_to (2026),
    modality (virtual|face-to-face), dates (2031-05-03/2031-05-04|2031-06), places (Montevideo, UY), participants (63),
    member_countries (BB|BO), other_countries (+ES|-FR), organisations (+caf:funder; roles are partner, participant,
    funder, host, mentioned), sdgs (+5|-8), title, event_title, code. Organisations: label (Banco del Sur@es), acronym.
    """
    from api import text_corrections as text
    from api.progress import Progress
    from ingest.corrections import making
    from kg.snapshots import KnowledgeBase

    base = KnowledgeBase(knowledge_base_path(kb))
    given = [each for each in (entity, field, value) if each is not None]
    if undo is not None and not given:
        gone, report = making.take_back(base, undo, progress=Progress())
        _tell_correction(report, f"taken back: {text.said(gone)}", as_json)
    elif len(given) == 3 and undo is None:
        correction = making.draw_up(base, given[0], given[1], given[2], reason=reason, who=_who(who))
        report = making.make(base, correction, progress=Progress())
        _tell_correction(report, f"corrected: {text.said(correction)}", as_json)
    elif given or undo is not None:
        raise InvalidInput("Give ENTITY, FIELD and VALUE; or --undo and a number; or nothing, to list the corrections.")
    else:
        items = making.listed(base)
        rows = {"total": len(items), "items": [text.as_object(each) for each in items]}
        _print_json(rows) if as_json else typer.echo(text.listing(items))


def _who(given: str | None) -> str:
    import getpass

    try:
        return getpass.getuser() if given is None else given
    except (KeyError, OSError):  # a user without a name, as in some containers
        raise InvalidInput("Nobody knows who you are here: give --who.") from None


def _tell_correction(report: IngestReport, done: str, as_json: bool) -> None:
    misfits = _tell_unfit(report)
    snapshot = report.snapshot.id if report.snapshot else None
    if as_json:
        _print_json({"done": done, "unfit": misfits, "snapshot": snapshot})
    else:
        typer.echo(f"{done}; snapshot {snapshot} is live.")


def _tell_unfit(report: IngestReport) -> list[dict[str, Any]]:
    """Say on stderr which corrections don't fit; return them."""
    from api.text_corrections import unfit

    misfits = unfit(report.corrections)
    for each in misfits:
        typer.echo(f"correction {each['number']} does not fit: {each['correction']}: {each['reason']}", err=True)
    return misfits


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
        _choose("language", language, LANGUAGES)
    said = sys.stdin.buffer.read().decode("utf-8", "replace") if file == "-" else read_text(Path(file))
    if KnowledgeBase(knowledge_base_path(kb)).find_current():
        shelf = _shelf(kb)
        encoder, targets = shelf.index.encoder, shelf.knowledge.targets
    else:
        encoder, targets = load_encoder(), frozenset()
    found = answers.annotate(said, language, encoder=encoder, targets=targets)
    _print_json(found) if as_json else typer.echo(text.mentions(found))


@app.command(epilog="Example: sela documents")
def documents(kb: Kb = None, as_json: Json = False, csv: Csv = False) -> None:
    """List the documents of the knowledge base."""
    from api import tables, text
    from kg import open as open_knowledge

    found = open_knowledge(knowledge_base_path(kb)).documents()
    items = [asdict(each) for each in found]
    if as_json:
        _print_json({"total": len(items), "items": items})
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
        _print_json(page)
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
    _print_json(found) if as_json else typer.echo(text.record(found))


@snapshots_app.callback(epilog="Example: sela snapshots")
def snapshots(context: typer.Context, kb: Kb = None, as_json: Json = False) -> None:
    """List the snapshots of the knowledge base, newest first."""
    from kg.snapshots import KnowledgeBase

    if context.invoked_subcommand:
        return
    base = KnowledgeBase(knowledge_base_path(kb))
    live = base.current().id
    rows = [
        {"id": each.id, "live": each.id == live, "created": each.manifest["created"], **each.manifest["counts"]}
        for each in base.snapshots()
    ]
    if as_json:
        _print_json(rows)
        return
    for row in rows:
        typer.echo(f"{'*' if row['live'] else ' '} {row['id']}  {row['created']}  {row['documents']} documents, "
                   f"{row['activities']} activities")  # fmt: skip


@snapshots_app.command("prune", epilog="Example: sela snapshots prune --keep 1")
def prune(keep: Annotated[int, typer.Option(help="How many to keep.", min=1)] = 3, kb: Kb = None) -> None:
    """Remove all but the newest snapshots; the live one always stays."""
    from kg.snapshots import KnowledgeBase

    gone = KnowledgeBase(knowledge_base_path(kb)).prune(keep)
    typer.echo(f"Removed {', '.join(gone)}." if gone else "There was nothing to remove.")


@snapshots_app.command("restore", epilog="Example: sela snapshots restore 1-0123456789ab")
def restore(
    id: Annotated[str, typer.Argument(help="A snapshot, as `sela snapshots` lists it.")], kb: Kb = None
) -> None:
    """Make an earlier snapshot live again."""
    from kg.snapshots import KnowledgeBase

    typer.echo(f"{KnowledgeBase(knowledge_base_path(kb)).restore(id).id} is live.")


@vocabulary_app.callback(epilog="Example: sela vocabulary")
def vocabulary(context: typer.Context, kb: Kb = None, as_json: Json = False) -> None:
    """List the vocabularies that were added, such as the United Nations' with the targets of the goals (un-sdg)."""
    from kg.snapshots import KnowledgeBase
    from kg.vocabularies import Vocabularies

    if context.invoked_subcommand:
        return
    added = Vocabularies.in_snapshot(KnowledgeBase(knowledge_base_path(kb)).current().path)
    rows: list[dict[str, Any]] = [
        {"name": name, "sha256": checksum, "bytes": len(added.turtle[name])}
        for name, checksum in added.checksums.items()
    ]
    if as_json:
        _print_json({"total": len(rows), "items": rows})
        return
    for row in rows:
        typer.echo(f"{row['name']}  {row['bytes']:,} bytes  sha256 {row['sha256'][:12]}")
    if not rows:
        typer.echo(
            "None was added. `sela vocabulary add FILE` takes the SDG vocabulary of the United Nations (Turtle)."
        )


@vocabulary_app.command("add", epilog="Example: sela vocabulary add sdg-kos-goals-targets-indicators.ttl")
def add_vocabulary(
    source: Annotated[str, typer.Argument(help="A file or http(s) address: the UN's SDG vocabulary in Turtle.")],
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from private and loopback addresses too.")
    ] = False,
    kb: Kb = None,
) -> None:
    """Add a vocabulary, in place of an earlier edition; documents are read anew, so that its targets are found."""
    from ingest.vocabularies import read_vocabulary

    found = read_vocabulary(source, size_limit=_size_limit(), allow_private=allow_private)
    _change_vocabularies(kb, found)
    typer.echo(f"added: {', '.join(found)}")


@vocabulary_app.command("remove", epilog="Example: sela vocabulary remove un-sdg")
def remove_vocabulary(
    name: Annotated[str, typer.Argument(help="A vocabulary, as `sela vocabulary` lists it.")], kb: Kb = None
) -> None:
    """Take a vocabulary out; targets then count for their goals alone."""
    _change_vocabularies(kb, {name: None})
    typer.echo(f"removed: {name}")


def _change_vocabularies(kb: Path | None, changes: Mapping[str, bytes | None]) -> None:
    from api.progress import Progress
    from ingest.pipeline import ingest as run
    from kg.snapshots import KnowledgeBase

    base = KnowledgeBase(knowledge_base_path(kb))
    base.current()  # there must be one to add to
    run(base, vocabularies=changes, progress=Progress())


@app.command(epilog="Example: sela export graph.ttl")
def export(
    file: Annotated[Path, typer.Argument(help="Where to; the ending says the format: .ttl .nt .nq .trig .jsonld .rdf")],
    kb: Kb = None,
) -> None:
    """Write the whole graph to a file."""
    from kg.export import export as run
    from kg.snapshots import KnowledgeBase

    snapshot = KnowledgeBase(knowledge_base_path(kb)).current()
    snapshot.verify()
    run(snapshot.path / "graph.nq", file)
    typer.echo(f"Wrote {file} ({file.stat().st_size:,} bytes).")


@app.command(epilog="Example: sela validate")
def validate(kb: Kb = None, as_json: Json = False) -> None:
    """Check the graph against its shapes; exit 1 if one is violated."""
    from kg.snapshots import KnowledgeBase
    from kg.validation import validate as run

    snapshot = KnowledgeBase(knowledge_base_path(kb)).current()
    snapshot.verify()
    report = run((snapshot.path / "graph.nq").read_bytes())
    if as_json:
        _print_json(report)
    else:
        for violation in report.violations:
            typer.echo(f"{violation.focus} {violation.path or ''}: {violation.message}")
        typer.echo("The graph conforms to its shapes." if report.conforms else f"{len(report.violations)} violations.")
    if not report.conforms:
        raise typer.Exit(1)


@app.command(epilog="Example: sela serve --port 8080 --rate-limit 20")
def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on; 0 takes a free one.", min=0, max=65535)] = 8000,
    workers: Annotated[int, typer.Option(help="Processes that answer.", min=1, max=64)] = 1,
    rate_limit: Annotated[float | None, typer.Option(help="Requests a second and client.", min=0.1)] = None,
    kb: Kb = None,
) -> None:
    """Serve the knowledge base over HTTP."""
    from api.server import run

    run(knowledge_base_path(kb), host=host, port=port, workers=workers, rate_limit=rate_limit)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `sela` and return its exit code; a user's mistake is one line on stderr, never a traceback."""
    try:
        code: int | None = app(list(arguments or sys.argv[1:] or ["--help"]), standalone_mode=False)
    except SelaError as error:
        typer.echo(f"sela: {' '.join(str(error).split())}", err=True)
        return 2 if isinstance(error, InvalidInput | NotFound) else 1
    except typer.TyperException as error:
        typer.echo(f"sela: {' '.join(error.format_message().split())} `--help` shows how it goes.", err=True)
        return 2
    if code == INTERRUPTED:
        typer.echo("sela: interrupted. The knowledge base is as it was.", err=True)
    return code or 0


if __name__ == "__main__":
    sys.exit(main())
