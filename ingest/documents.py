"""A document as it was read: its text, its lines and what its cover says."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

LineKind = Literal["blank", "text", "page-number", "contents", "table", "footnote", "rule"]


@dataclass(frozen=True)
class Line:
    """A line of the text, as offsets, and what it is on the page."""

    start: int
    end: int
    kind: LineKind


@dataclass(frozen=True)
class Metadata:
    """What a document says of itself; None or empty where it says nothing."""

    title: str
    language: str
    kind: str
    number: str | None = None
    meeting: str | None = None
    place: str | None = None
    meeting_start: str | None = None
    meeting_end: str | None = None
    published: str | None = None
    years: tuple[int, ...] = ()
    period_start: str | None = None
    period_end: str | None = None
    digest: bool = False


@dataclass(frozen=True)
class Document:
    """A document: the text is the ground truth, every span is an offset into it.

    `contents` are the titles that its contents pages list, whatever their level.
    """

    source: str
    text: str
    lines: tuple[Line, ...]
    metadata: Metadata
    contents: frozenset[str] = field(default=frozenset())

    @property
    def slug(self) -> str:
        """Its name in IRIs: from number and language, else from title, period and language."""
        from kg.terms import slug

        named = self.metadata.number or " ".join(
            [self.metadata.title, *(str(y) for y in self.metadata.years if str(y) not in self.metadata.title)]
        )
        language = "" if self.metadata.language == "en" else f"-{self.metadata.language}"
        return slug(named) + language + ("-digest" if self.metadata.digest else "")

    @property
    def work_slug(self) -> str:
        """The slug without language and digest: what its activities are named after."""
        from kg.terms import slug

        own = self.slug.removesuffix("-digest")
        return own if self.metadata.language == "en" else slug(own.removesuffix(f"-{self.metadata.language}"))
