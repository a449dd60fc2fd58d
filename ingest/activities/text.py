"""The text of one activity: what all rules that read its facts look at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ingest import patterns
from ingest.documents import Document, Metadata
from ingest.outline.tree import Outline, Section, Unit
from kg.linking.documents import Links
from kg.linking.entities import Mention
from search.passages import Span
from search.sentences import sentence_around, sentences

PARAGRAPH = re.compile(r"\n[^\S\n]*\n")
HEADER = 420  # characters: where a report states form, date and place before it tells the event


@dataclass(frozen=True)
class Fact:
    """A value that a span of the text states, and the rule that read it."""

    value: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True)
class ActivityText:
    """An activity's part of a document's prose, with its sections and the names linked in it."""

    document: Document
    unit: Unit
    sections: tuple[Section, ...]
    mentions: tuple[Mention, ...]

    @classmethod
    def of(cls, unit: Unit, document: Document, outline: Outline, links: Links) -> ActivityText:
        """The text of an activity of a document."""
        return cls(
            document,
            unit,
            tuple(section for section in outline.sections if section.unit is unit),
            tuple(mention for mention in links.mentions if unit.body <= mention.start < unit.end),
        )

    @property
    def prose(self) -> str:
        """The prose of the whole document; offsets count in it."""
        return self.document.prose

    @property
    def span(self) -> Span:
        """Where the text stands, behind the heading."""
        return self.unit.body, self.unit.end

    @property
    def about(self) -> Metadata:
        """What the document says of itself."""
        return self.document.metadata

    @property
    def planned(self) -> bool:
        """True where the document is a plan."""
        return self.about.kind == "work-programme"

    @property
    def structured(self) -> bool:
        """True where it has sections of its own: background, objectives, expected results ..."""
        return any(section.kind == "background" for section in self.sections)

    @cached_property
    def title_link(self) -> tuple[Span, int] | None:
        """The title that a report opens with as a link, and where the link ends."""
        match = patterns.LINKED_TITLE.match(self.prose, *self.span)
        return (match.span("title"), match.end()) if match and "\n\n" not in match["title"] else None

    @property
    def header(self) -> Span:
        """Where a report announces the event, behind the link that may repeat its title."""
        opening = self.title_link[1] if self.title_link else self.unit.body
        return self.unit.body, min(self.unit.end, opening + HEADER)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Its sentences and list items."""
        start, end = self.span
        return tuple((start + a, start + b) for a, b in sentences(self.prose[start:end]))

    @cached_property
    def paragraph_starts(self) -> tuple[int, ...]:
        """Where its paragraphs open, in order."""
        return self.span[0], *(match.end() for match in PARAGRAPH.finditer(self.prose, *self.span))

    def sections_of(self, *kinds: str) -> Iterator[Span]:
        """Where its sections of these kinds stand."""
        return ((section.start, section.end) for section in self.sections if section.kind in kinds)

    def fact(self, value: str, start: int, end: int, rule: str) -> Fact:
        """A fact with the whole sentence around a span."""
        return Fact(value, *sentence_around(self.prose, start, end, within=(self.unit.start, self.unit.end)), rule)
