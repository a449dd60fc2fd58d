"""A heading, and how deep each level stands."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.outline.heads import Level

DEPTH: dict[Level, int] = {"chapter": 0, "area": 1, "programme": 2, "project": 3, "activity": 4, "section": 5}


@dataclass(frozen=True)
class Heading:
    """A heading: its span in the text, its code as printed and its title.

    `kind` says what a section is about (background, objectives, ...); `body` is where its text begins.
    """

    level: Level
    title: str
    start: int
    body: int
    code: str | None = None
    kind: str | None = None
