"""Serving: the knowledge base over HTTP."""

from __future__ import annotations

from typing import Annotated

import typer

from api.commands.options import Kb
from api.locations import knowledge_base_path

app = typer.Typer()


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
