"""Entities: what a name can stand for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

EntityType = Literal["organisation", "country", "sdg", "place"]


@dataclass(frozen=True)
class Entity:
    """An organisation, country, goal or place that names link to."""

    iri: str
    label: str
    type: EntityType
    acronym: str | None = None

    @property
    def slug(self) -> str:
        """The last part of the IRI: a body's slug, a country's code, a goal's number."""
        return self.iri.rsplit("/", 1)[-1]


@dataclass(frozen=True)
class Mention:
    """A stretch of text that names an entity; offsets in code points."""

    start: int
    end: int
    entity: Entity
    score: float = 1.0
