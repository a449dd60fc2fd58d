"""Filling: documents into the knowledge base, and vocabularies beside them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.commands.correcting import tell_unfit
from api.commands.options import Json, Kb, print_json
from api.locations import knowledge_base_path
from kg.errors import InvalidInput

if TYPE_CHECKING:
    pass

app = typer.Typer()
vocabulary_app = typer.Typer(help="List, add and remove vocabularies.", invoke_without_command=True)
app.add_typer(vocabulary_app, name="vocabulary")


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
    misfits = tell_unfit(report)
    for _, reason in report.warnings:
        typer.echo(f"warning: {reason}", err=True)
    lists = ("added", "updated", "unchanged", "removed", "skipped", "warnings")
    said = {name: list(getattr(report, name)) for name in lists} | {
        "corrections": {"applied": len(report.corrections) - len(misfits), "unfit": misfits},
        "snapshot": report.snapshot.id if report.snapshot else None,
    }
    if as_json:
        print_json(said)
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
        print_json({"total": len(rows), "items": rows})
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


def _size_limit() -> int:
    from ingest.readers import SIZE_LIMIT

    said = os.environ.get("SELA_SIZE_LIMIT", "").strip()
    if said and not said.isdecimal():
        raise InvalidInput(f"SELA_SIZE_LIMIT is {said!r}. Set it to a number of bytes, such as {SIZE_LIMIT}.")
    return int(said or SIZE_LIMIT)
