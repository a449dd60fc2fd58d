"""Names of organisations in a text, also those it runs together: "WHO/PAHO", "Ministries of Ports and Boats"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.participations.name_words import FIELD, LAST_FIELD, PLURAL, SINGULAR
from ingest.participations.organisation_finder import OrganisationFinder
from kg.linking.entities import Entity
from kg.linking.names import is_body


@dataclass(frozen=True)
class Name:
    """A name of an organisation in a text; not certain where it is a proper name that could be anything's."""

    start: int
    end: int
    entity: Entity
    certain: bool = True
    label: str | None = None  # where the text runs several names together


def both_names(prose: str, name: Name, finder: OrganisationFinder) -> Iterator[Name]:
    """The two bodies of "WHO/PAHO", though a text may introduce that as one's acronym."""
    start = name.start
    parts = prose[name.start : name.end].split("/")
    bodies = [[e for e in finder.registry.named(part) if is_body(e)] for part in parts if part]
    if len(parts) > 1 and parts[0] not in ("UN", "ONU") and all(len(found) == 1 for found in bodies):  # nor UN/ISDR
        for part, found in zip(parts, bodies, strict=True):
            yield Name(start, start + len(part), found[0])
            start += len(part) + 1


def several_names(prose: str, start: int, end: int, finder: OrganisationFinder) -> Iterator[Name]:
    """The organisations that a plural names: the Ministries of Ports, and of Boats and Sails of Chile."""
    match = PLURAL.match(prose, start, end)
    if match is None:
        return
    first = match.start("fields")
    fields = match["fields"]
    separator = LAST_FIELD.search(fields) or FIELD.search(fields)
    parts = [(0, separator.start()), (separator.end(), len(fields))] if separator else [(0, len(fields))]
    for one, other in parts:
        label = f"{match['one']}{SINGULAR[match['many']]}{match['of']}{fields[one:other]}{match['country']}"
        begin = start if one == 0 else first + one
        yield Name(begin, first + other, finder.find(label), label=label)
