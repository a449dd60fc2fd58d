"""Participations: which organisations and countries took part in an activity, and as what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest import patterns
from kg.linking.documents import Links, is_organisation_name, organisation
from kg.linking.entities import Entity, Mention
from search.sentences import sentence_around

PUBLISHER = "sela"
OWN_ORGAN = re.compile(
    r"(?:Permanent\s+Secretariat|Secretar[íi]a\s+Permanente|Secretaria\s+Permanente|"
    r"Secr[ée]tariat\s+permanent)\b",
    re.IGNORECASE,
)
LONGEST_NAME = 20  # words
FARTHEST = 40  # characters between a phrase and the name that it is about
ENDS_SERIES = re.compile(r"[.;:]\s|\n\s*\n|\b(?:which|that|was|were|is|que|qui|held|in(?!\s+addition))\b")
LEADS_ON = re.compile(
    r"(?:[\s*,(“\"]|\b(?:and|y|e|et|the|el|la|los|las|le|les|o|a|os|as|of|de|du|des|do|da|its|both|also|"
    r"as well as|along with|in addition to|particularly|así como|bem como|ainsi que)\b)*"
)
PROPER = r"[A-ZÁÉÍÓÚÑÂÊÔÃÕÇÀÈ][\w'’&-]*"
INNER_LABEL = re.compile(r"[,;]\s*\w[\w\s-]{3,40}\(\d+\):")  # ", International organisations (2): ..."
UNKNOWN_NAME = re.compile(
    rf"{PROPER}(?:,?\s+(?:(?:of|for|the|and|on|in|de|del|la|las|los|y|para|e|do|da|dos|das|du|des|et|pour)\s+)"
    rf"{{0,3}}{PROPER})*"
)


@dataclass(frozen=True)
class Participation:
    """An organisation or country in an activity: its role, and the name as printed."""

    entity: Entity
    role: str
    name: str
    start: int
    end: int


class ParticipationReader:
    """Reads the participations of one activity: a stretch of prose with the names linked in it."""

    def __init__(self, prose: str, links: Links, *, within: tuple[int, int]) -> None:
        """`prose` is the whole document's, `within` the activity's part of it."""
        self.prose, self.names, self.within = prose, links.names, within
        self.mentions = [m for m in links.mentions if within[0] <= m.start < within[1]]

    def read(self, scopes: Sequence[tuple[int, int]]) -> tuple[Participation, ...]:
        """Every entity in each of its roles, once; partners are looked for in the scopes only."""
        found = [*self._countries(), *self._listed_organisations(), *self._partners(scopes)]
        taken = {each.entity for each in found}
        for mention in self.mentions:
            if mention.entity.type == "organisation" and mention.entity not in taken:
                found.append(self._participation(mention, "mentioned"))
        best: dict[tuple[str, str], Participation] = {}
        for each in found:
            if each.entity.slug != PUBLISHER:
                best.setdefault((each.entity.iri, each.role), each)
        return tuple(best.values())

    def _participation(self, mention: Mention, role: str) -> Participation:
        name = self.prose[mention.start : mention.end]
        span = sentence_around(self.prose, mention.start, mention.end, within=self.within)
        return Participation(mention.entity, role, name, *span)

    def _countries(self) -> Iterator[Participation]:
        for role, pattern in (
            ("member-country", patterns.MEMBER_COUNTRIES),
            ("other-country", patterns.OTHER_COUNTRIES),
        ):
            for match in pattern.finditer(self.prose, *self.within):
                for mention in self.mentions:
                    if mention.entity.type == "country" and match.start("items") <= mention.start < match.end():
                        name = self.prose[mention.start : mention.end]
                        yield Participation(mention.entity, role, name, *_stripped(match))

    def _listed_organisations(self) -> Iterator[Participation]:
        """Organisations in the lists below a report: each item is one."""
        for match in patterns.ORGANISATIONS.finditer(self.prose, *self.within):
            for name, start in list_items(match["items"], match.start("items")):
                inside = [
                    m for m in self.mentions if start <= m.start < start + len(name) and m.entity.type == "organisation"
                ]
                named = [(m.entity, self.prose[m.start : m.end]) for m in inside if "," in name] or [
                    (inside[0].entity if inside else organisation(name, self.names), name)
                ]
                for entity, printed in named:
                    if entity.slug:
                        yield Participation(entity, "participant", printed, *_stripped(match))

    def _partners(self, scopes: Sequence[tuple[int, int]]) -> Iterator[Participation]:
        """Organisations named right behind "organised with", "with the support of", "financed by"."""
        for role, pattern in (
            ("funder", patterns.FUNDER),
            ("host", patterns.HOST),
            ("partner", patterns.PARTNER),
        ):
            for start, end in scopes:
                for match in pattern.finditer(self.prose, start, end):
                    for mention in self._series(match.end(), end):
                        yield self._participation(mention, role)

    def _series(self, at: int, end: int) -> Iterator[Mention]:
        """The organisations of an enumeration that begins at an offset, also ones that no one knows yet."""
        known = iter([m for m in self.mentions if at <= m.start < end and m.entity.type == "organisation"])
        mention = next(known, None)
        while True:
            start = LEADS_ON.match(self.prose, at, end).end()  # type: ignore[union-attr] # it matches nothing too
            unknown = UNKNOWN_NAME.match(self.prose, start, mention.start if mention else end)
            if unknown and is_organisation_name(unknown.group()) and not OWN_ORGAN.match(unknown.group()):
                found = Mention(*unknown.span(), organisation(" ".join(unknown.group().split()), self.names))
            elif mention and not self._parted(at, mention.start):
                found = mention
            else:
                return
            yield found
            at = found.end
            while mention and mention.start < at:
                mention = next(known, None)

    def _parted(self, at: int, start: int) -> bool:
        gap = self.prose[at:start]
        return len(gap) > FARTHEST or bool(ENDS_SERIES.search(gap))


def _stripped(match: re.Match[str]) -> tuple[int, int]:
    """The span of a match without the white space around it."""
    text = match.group()
    return match.start() + len(text) - len(text.lstrip()), match.start() + len(text.rstrip())


def list_items(items: str, offset: int) -> Iterator[tuple[str, int]]:
    """The names of a printed list and where each begins: parted by semicolons, else by commas.

    >>> list(list_items("Public bodies: the Bank of Ports (BP); Union of Pilots.", 100))
    [('Bank of Ports', 119), ('Union of Pilots', 139)]
    """
    separator = ";" if ";" in items else ","
    at = 0
    items = INNER_LABEL.sub(lambda label: separator + " " * (len(label.group()) - 1), items)
    for part in items.split(separator):
        opening = re.match(r"(?:[^:]*:)?(?:[\s*_]|\b(?:and|y|e|et|the)\s)*", part)
        start = opening.end() if opening else 0
        name = re.sub(r"\s*\([^()]*\)\s*$", "", part[start:].strip(" *_.\t\r\n"))
        if len(name) > 2 and any(c.isupper() for c in name) and len(name.split()) <= LONGEST_NAME:
            yield " ".join(name.split()), offset + at + start
        at += len(part) + 1
