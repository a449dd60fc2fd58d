"""Finds the organisation that a name stands for, each name once: the nearest one takes long to find."""

from __future__ import annotations

from kg.linking.documents import organisation
from kg.linking.entities import Entity
from kg.linking.registry import Registry


class OrganisationFinder:
    """The organisations of a text by their names: known ones, nearly equal ones, else ones of their own."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self._found: dict[str, Entity] = {}

    def find(self, name: str) -> Entity:
        """The organisation of a name; white space in it counts as one space."""
        name = " ".join(name.split())
        if name not in self._found:
            self._found[name] = organisation(name, self.registry)
        return self._found[name]
