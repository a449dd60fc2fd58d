"""Keeping: snapshots, export, validation."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.commands.options import Json, Kb, print_json
from api.locations import knowledge_base_path

app = typer.Typer()
snapshots_app = typer.Typer(help="List, prune and restore snapshots.", invoke_without_command=True)
app.add_typer(snapshots_app, name="snapshots")


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
        print_json(rows)
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
        print_json(report)
    else:
        for violation in report.violations:
            typer.echo(f"{violation.focus} {violation.path or ''}: {violation.message}")
        typer.echo("The graph conforms to its shapes." if report.conforms else f"{len(report.violations)} violations.")
    if not report.conforms:
        raise typer.Exit(1)
