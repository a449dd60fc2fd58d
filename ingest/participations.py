"""Participations: which organisations and countries took part in an activity, and as what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest import roles
from ingest.list_items import list_items
from ingest.printed_lists import printed_lists
from kg.linking.documents import Links, is_organisation_name, organisation
from kg.linking.entities import Entity, Mention
from search.sentences import sentence_around

PUBLISHER = "sela"
OWN_ORGAN = re.compile(
    r"(?:Permanent\s+Secretariat|Secretar[íi]a\s+Permanente|Secretaria\s+Permanente)\b", re.IGNORECASE
)
COUNTRY_ROLES = {"member_countries": "member-country", "other_countries": "other-country"}
FARTHEST = 40  # characters between a phrase and the name that it is about
ENDS_SERIES = re.compile(r"[.;:]\s|\n\s*\n|\b(?:which|that|was|were|is|que|qui|held|in(?!\s+addition))\b")
LEADS_ON = re.compile(
    r"(?:[\s*,(“\"]|\b(?:and|y|e|et|the|el|la|los|las|le|les|o|a|os|as|of|de|du|des|do|da|its|both|also|"
    r"as well as|along with|in addition to|particularly|así como|bem como|ainsi que)\b)*"
)
PROPER = r"[A-ZÁÉÍÓÚÑÂÊÔÃÕÇÀÈ][\w'’&-]*"
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
        self.lists = printed_lists(prose, within)

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
        for each in self.lists:
            role = COUNTRY_ROLES.get(each.field)
            for mention in self.mentions if role else ():
                if role and mention.entity.type == "country" and each.first <= mention.start < each.end:
                    name = self.prose[mention.start : mention.end]
                    yield Participation(mention.entity, role, name, each.start, each.end)

    def _listed_organisations(self) -> Iterator[Participation]:
        """Organisations in the lists below a report: each item is one."""
        for each in (listed for listed in self.lists if listed.field == "organisations"):
            for item in list_items(self.prose, each.first, each.end, self.mentions):
                known = [
                    m for m in self.mentions if item.start <= m.start < item.end and m.entity.type == "organisation"
                ]
                entity = known[0].entity if known else organisation(item.name, self.names)
                if entity.slug:
                    yield Participation(entity, "participant", item.name, each.start, each.end)

    def _partners(self, scopes: Sequence[tuple[int, int]]) -> Iterator[Participation]:
        """Organisations named right behind "organised with", "with the support of", "financed by"."""
        for role, pattern in (
            ("funder", roles.FUNDER),
            ("host", roles.HOST),
            ("partner", roles.PARTNER),
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
