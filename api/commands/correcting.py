"""Correcting: an administrator's table of corrections."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.commands.options import Json, Kb, print_json
from api.locations import knowledge_base_path
from kg.errors import InvalidInput

if TYPE_CHECKING:
    from ingest.pipeline import IngestReport

app = typer.Typer()


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
        print_json(rows) if as_json else typer.echo(text.listing(items))


def _who(given: str | None) -> str:
    import getpass

    try:
        return getpass.getuser() if given is None else given
    except (KeyError, OSError):  # a user without a name, as in some containers
        raise InvalidInput("Nobody knows who you are here: give --who.") from None


def _tell_correction(report: IngestReport, done: str, as_json: bool) -> None:
    misfits = tell_unfit(report)
    snapshot = report.snapshot.id if report.snapshot else None
    if as_json:
        print_json({"done": done, "unfit": misfits, "snapshot": snapshot})
    else:
        typer.echo(f"{done}; snapshot {snapshot} is live.")


def tell_unfit(report: IngestReport) -> list[dict[str, Any]]:
    """Say on stderr which corrections don't fit; return them."""
    from api.text_corrections import unfit

    misfits = unfit(report.corrections)
    for each in misfits:
        typer.echo(f"correction {each['number']} does not fit: {each['correction']}: {each['reason']}", err=True)
    return misfits
