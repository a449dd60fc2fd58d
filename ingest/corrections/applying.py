"""Corrections applied to a graph: each that fits, in the order of the table; the others are reported."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from pyoxigraph import NamedNode

from ingest.corrections.catalogue import FIELDS
from ingest.corrections.editor import Editor
from ingest.corrections.passages import Dated, dated
from ingest.corrections.table import Correction
from kg.errors import InvalidInput
from kg.terms import iri

OUTCOME = "corrections.json"
CLASSES = {"activity": "sela:Activity", "organisation": "org:Organization"}


@dataclass(frozen=True)
class Outcome:
    """What became of a correction: applied, or the reason why it doesn't fit."""

    correction: Correction
    unfit: str | None = None


@dataclass(frozen=True)
class Corrected:
    """A graph with every correction that fits, what became of each, and when activities with new dates were."""

    nquads: bytes
    outcomes: tuple[Outcome, ...] = ()
    dates: Mapping[str, Dated] = field(default_factory=dict)


def apply_corrections(nquads: bytes, corrections: Sequence[Correction]) -> Corrected:
    """Apply corrections to a graph in their order; without any it stays the same bytes."""
    if not corrections:
        return Corrected(nquads)
    editor = Editor(nquads)
    outcomes = tuple(Outcome(each, _apply(each, editor)) for each in corrections)
    redated = {
        each.correction.entity.rpartition("/")[2]: dated(
            editor, find_entity(each.correction.entity, "activity", editor)
        )
        for each in outcomes
        if each.correction.field == "dates" and not each.unfit
    }
    return Corrected(editor.nquads(), outcomes, redated)


def _apply(correction: Correction, editor: Editor) -> str | None:
    """Apply a correction, or say why it doesn't fit."""
    try:
        known = FIELDS.get(correction.field)
        if known is None:
            return f"There is no field {correction.field!r}. Fields are {', '.join(FIELDS)}."
        entity = find_entity(correction.entity, known.of, editor)
        _check_document(correction, entity, editor)
        plan = known.plan(correction.value, editor, entity)
        editor.describe(correction, entity)
        known.apply(plan, editor, correction, entity)
    except InvalidInput as error:
        return str(error)
    return None


def find_entity(name: str, kind: str, editor: Editor) -> NamedNode:
    """The activity or organisation of a slug or IRI; raises InvalidInput."""
    place = "activity" if kind == "activity" else "org"
    try:
        node = NamedNode(name if name.startswith(("http://", "https://")) else iri(place, name))
    except ValueError:
        raise InvalidInput(f"{name!r} is no slug or IRI.") from None
    if not editor.is_a(node, CLASSES[kind]):
        raise InvalidInput(f"There is no {kind} {name!r} here any more.")
    return node


def _check_document(correction: Correction, entity: NamedNode, editor: Editor) -> None:
    document = NamedNode(iri("document", correction.document))
    if correction.document and document not in editor.values(entity, "sela:inDocument"):
        raise InvalidInput(
            f"The document {correction.document!r} is not here any more, or has no {correction.entity!r}."
        )


def write_outcomes(folder: Path, outcomes: Sequence[Outcome]) -> None:
    """Keep with a snapshot what became of the corrections that it was made with, if any."""
    if outcomes:
        said = [asdict(outcome) for outcome in outcomes]
        (folder / OUTCOME).write_text(json.dumps(said, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def read_outcomes(folder: Path) -> tuple[Outcome, ...]:
    """What became of the corrections that a snapshot was made with."""
    path = folder / OUTCOME
    said = json.loads(path.read_text(encoding="utf-8")) if path.exists() else []
    return tuple(Outcome(Correction(**each["correction"]), each["unfit"]) for each in said)
