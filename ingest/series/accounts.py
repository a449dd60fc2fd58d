"""Accounts: what one document says of one activity, in few words, for what is told across documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ingest.activities.facts import ActivityFacts
from ingest.documents import Document
from ingest.outline.heads import Level
from ingest.outline.tree import Unit
from ingest.series.undertaking_names import THE_REGION, singular, telling_words
from kg.linking.entities import Mention
from kg.linking.tokens import forms

PLACE: tuple[Level, ...] = ("project", "programme")
MOST_WORDS = 60  # of a text: those that it repeats; more change no figure and cost memory


@dataclass(frozen=True)
class Account:
    """What a document says of an activity.

    `titles` are its heading's and its event's, `place` the titles of its project and
    programme, `alone` says that its project has no other activity, `named` the words of
    countries and bodies in its titles, `words` those that its text says most often, with their counts.
    `heading` is the text from `start` to `end`, where the document states it.
    """

    activity: str
    document: str
    work: str
    language: str
    planned: bool
    years: tuple[int, ...]
    position: int
    code: str
    titles: tuple[str, ...]
    place: tuple[str, ...]
    alone: bool
    named: tuple[str, ...]
    words: tuple[tuple[str, int], ...]
    heading: str
    start: int
    end: int


def accounts(
    document: Document, facts: Iterable[ActivityFacts], mentions: Iterable[Mention], slugs: Mapping[Unit, str]
) -> Iterator[Account]:
    """An account of each activity of a document, in its order."""
    facts = list(facts)
    siblings = Counter(each.unit.parent for each in facts)
    entities = [mention for mention in mentions if mention.entity.type in ("country", "organisation")]
    for position, each in enumerate(facts, 1):
        unit = each.unit
        spans = [(unit.start, unit.body)] + (
            [(each.event_title.start, each.event_title.end)] if each.event_title else []
        )
        heading = document.text[unit.start : unit.body].rstrip()
        yield Account(
            activity=slugs[unit],
            document=document.slug,
            work=document.work_slug,
            language=document.metadata.language,
            planned=document.metadata.kind == "work-programme",
            years=each.years,
            position=position,
            code=unit.code or "",
            titles=(unit.title, each.event_title.value) if each.event_title else (unit.title,),
            place=tuple(above.title for level in PLACE if (above := unit.ancestor(level))),
            alone=siblings[unit.parent] == 1,
            named=_named(document, entities, spans),
            words=_most_said(f"{unit.title} {document.prose[unit.body : unit.end]}"),
            heading=heading,
            start=unit.start,
            end=unit.start + len(heading),
        )


def _named(document: Document, entities: Iterable[Mention], spans: Iterable[tuple[int, int]]) -> tuple[str, ...]:
    inside = [m for m in entities if any(start <= m.start < end for start, end in spans)]
    return tuple(sorted({singular(word) for m in inside for word in forms(document.text[m.start : m.end])}))


def _most_said(text: str) -> tuple[tuple[str, int], ...]:
    counts = Counter(word for word in telling_words(THE_REGION.sub(" ", text)) if len(word) > 2)
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_WORDS])
