"""Making a correction and taking one back: checked, written to the table, and published at once or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ingest.corrections.applying import CLASSES, apply_corrections, read_outcomes
from ingest.corrections.catalogue import FIELDS
from ingest.corrections.table import Correction, read_corrections
from ingest.entries import Progress
from ingest.pipeline import IngestReport, ingest
from kg.description import resolve
from kg.errors import InvalidInput
from kg.knowledge import KnowledgeGraph
from kg.snapshots import KnowledgeBase
from kg.terms import expand

KIND = "SELECT ?kind WHERE { ?entity a ?kind }"
DOCUMENT = "SELECT ?document WHERE { ?entity sela:inDocument ?document } ORDER BY ?document"


@dataclass(frozen=True)
class Listed:
    """A row of the table: its number, and whether it fits the live snapshot (None where that was made without it)."""

    number: int
    correction: Correction
    fits: bool | None
    problem: str | None


def listed(kb: KnowledgeBase) -> list[Listed]:
    """The corrections of a knowledge base, each with what became of it in the live snapshot."""
    live = kb.current()
    live.verify()
    made = {outcome.correction: outcome.unfit for outcome in read_outcomes(live.path)}
    return [
        Listed(number, each, made[each] is None, made[each])
        if each in made
        else Listed(number, each, None, "The live snapshot was made without it: `sela ingest` applies it.")
        for number, each in enumerate(read_corrections(kb.path), 1)
    ]


def draw_up(kb: KnowledgeBase, entity: str, field: str, value: str, *, reason: str, who: str) -> Correction:
    """A correction, made today, that fits the live snapshot; raises NotFound or InvalidInput."""
    knowledge = KnowledgeGraph(kb.current())
    if field not in FIELDS:
        raise InvalidInput(f"There is no field {field!r}. Fields are {', '.join(FIELDS)}.")
    iri = resolve(knowledge.graph, entity)
    kinds = {row["kind"] for row in knowledge.select(KIND, entity=iri)}
    if expand(CLASSES[FIELDS[field].of]) not in kinds:
        raise InvalidInput(f"{entity!r} is no {FIELDS[field].of}, and {field} is a field of one.")
    if not _line(reason) or not _line(who):
        raise InvalidInput("A correction needs a reason and somebody who makes it: give --reason and --who.")
    documents = [row["document"].rpartition("/")[2] for row in knowledge.select(DOCUMENT, entity=iri)]
    document, today = documents[0] if documents else "", date.today().isoformat()
    drawn = Correction(document, iri.rpartition("/")[2], field, _line(value), _line(reason), _line(who), today)
    graph = (knowledge.snapshot.path / "graph.nq").read_bytes()
    if unfit := apply_corrections(graph, [drawn]).outcomes[0].unfit:
        raise InvalidInput(unfit)
    return drawn


def make(kb: KnowledgeBase, correction: Correction, *, progress: Progress | None = None) -> IngestReport:
    """Add a correction to the table and publish a snapshot with it; raises InvalidInput where it doesn't fit."""
    return ingest(kb, correct=lambda table: (*table, correction), progress=progress)


def take_back(kb: KnowledgeBase, number: int, *, progress: Progress | None = None) -> tuple[Correction, IngestReport]:
    """Remove the correction of a number from the table and publish a snapshot without it."""
    gone: list[Correction] = []

    def without(table: Sequence[Correction]) -> tuple[Correction, ...]:
        if not 1 <= number <= len(table):
            there = f"They go from 1 to {len(table)}" if table else "There are none"
            raise InvalidInput(f"There is no correction {number}. {there}; `sela correct` lists them.")
        gone.append(table[number - 1])
        return (*table[: number - 1], *table[number:])

    report = ingest(kb, correct=without, progress=progress)
    return gone[0], report


def _line(text: str) -> str:
    """A text as one line that a table in UTF-8 can hold."""
    return " ".join(text.replace("\0", " ").encode("utf-8", "replace").decode("utf-8").split())
