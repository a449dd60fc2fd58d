"""The terminal's door: `sela`. Each command reads its input, makes one call and shows the answer."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import typer

from api.commands import correcting, filling, finding, keeping, looking, querying, serving
from kg.errors import InvalidInput, NotFound, SelaError

INTERRUPTED = 130  # 128 and the signal's number, as shells have it

app = typer.Typer(
    help="SELA's documents as a knowledge graph: search, ask, look up, query.\n\n"
    'Start with `sela ingest` (the embedded corpus), then `sela search "port logistics"`.',
    pretty_exceptions_enable=False,
    add_completion=True,
)
for room in (filling, finding, looking, querying, correcting, keeping, serving):
    app.add_typer(room.app)


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
