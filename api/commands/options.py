"""Options that several commands share, and what they do with an answer or a wrong choice."""

from __future__ import annotations

import json
from dataclasses import asdict, is_dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from kg.errors import InvalidInput

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


def print_json(value: Any) -> None:
    """Print a value as JSON."""
    typer.echo(json.dumps(asdict(value) if is_dataclass(value) and not isinstance(value, type) else value,
                          ensure_ascii=False, indent=1))  # fmt: skip


def choose(name: str, value: str, choices: tuple[str, ...]) -> None:
    """Raise InvalidInput for a value that is not among the choices."""
    if value not in choices:
        raise InvalidInput(f"There is no {name} {value!r}. Choose one of {', '.join(choices)}.")
