"""Participations: which organisations and countries took part in an activity, and as what."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.documents import Document
from ingest.outline.tree import Section, Unit
from ingest.participations.attending_countries import attending_countries
from ingest.participations.joint_names import Name
from ingest.participations.list_items import list_items
from ingest.participations.organisation_finder import OrganisationFinder
from ingest.participations.organisation_names import names_in
from ingest.participations.own_sentences import Sentence, first_year, told_in
from ingest.participations.printed_lists import printed_lists
from ingest.participations.sentence_roles import PUBLISHER, told_roles
from kg.linking.documents import Links
from kg.linking.entities import Entity, Mention

COUNTRY_ROLES = {"member_countries": "member-country", "other_countries": "other-country"}


@dataclass(frozen=True)
class Participation:
    """An organisation or country in an activity: its role, and the name as printed."""

    entity: Entity
    role: str
    name: str
    start: int
    end: int


def read_participations(
    document: Document, links: Links, unit: Unit, sections: Sequence[Section]
) -> tuple[Participation, ...]:
    """Every entity in each of its roles in an activity, once; those that it merely names are `mentioned`."""
    planned = any(section.kind == "background" for section in sections)
    reader = _Reader(document.prose, links, (unit.start, unit.end), planned=planned, year=first_year(document))
    return reader.read(told_in(document, unit, sections))


class _Reader:
    """Reads the participations of one activity: a stretch of prose with the names linked in it."""

    def __init__(self, prose: str, links: Links, within: tuple[int, int], *, planned: bool, year: int) -> None:
        self.prose, self.finder, self.planned, self.year = prose, OrganisationFinder(links.names), planned, year
        here = (m for m in links.mentions if within[0] <= m.start < within[1])
        self.mentions = [m for m in here if not prose[m.start : m.end].isspace()]  # those are of a footnote
        self.starts = [m.start for m in self.mentions]
        self.lists = printed_lists(prose, within)

    def read(self, told: Sequence[Sentence]) -> tuple[Participation, ...]:
        sentences = [each for each in told if not self._listed(each)]
        found = [
            *self._countries(), *self._attending(told, sentences), *self._listed_organisations(), *self._told(sentences)
        ]  # fmt: skip
        taken = {each.entity for each in found}
        found += (each for each in self._mentioned(told) if each.entity not in taken)
        best: dict[tuple[str, str], Participation] = {}
        for each in found:
            if each.entity.slug not in ("", PUBLISHER):
                best.setdefault((each.entity.iri, each.role), each)
        return tuple(best.values())

    def _listed(self, sentence: Sentence) -> bool:
        return any(each.start < sentence.end and each.end > sentence.start for each in self.lists)

    def _countries(self) -> Iterator[Participation]:
        for each in self.lists:
            role = COUNTRY_ROLES.get(each.field)
            for mention in self._within(each.first, each.end):
                if role and mention.entity.type == "country":
                    yield Participation(mention.entity, role, self._printed(mention), each.start, each.end)

    def _attending(self, told: Sequence[Sentence], sentences: Sequence[Sentence]) -> Iterator[Participation]:
        """Countries that a sentence tells of, of a kind that no list holds."""
        listed = {COUNTRY_ROLES.get(each.field) for each in self.lists}
        for role, mention in attending_countries(self.prose, sentences, self.mentions, year=self.year):
            if role not in listed:
                sentence = self._sentence(mention, told)
                yield Participation(mention.entity, role, self._printed(mention), sentence.start, sentence.end)

    def _listed_organisations(self) -> Iterator[Participation]:
        """Organisations in the lists below a report: each item is one."""
        for each in (listed for listed in self.lists if listed.field == "organisations"):
            listed = self._within(each.first, each.end)
            for item in list_items(self.prose, each.first, each.end, listed):
                named = names_in(self.prose, (item.start, item.end), listed, self.finder)
                known = next((name.entity for name in named if name.certain), None)
                entity = known or self.finder.find(item.name)
                yield Participation(entity, "participant", item.name, each.start, each.end)

    def _told(self, sentences: Sequence[Sentence]) -> Iterator[Participation]:
        """Organisations to which a sentence gives a role."""
        for sentence in sentences:
            span = sentence.start, sentence.end
            names = names_in(self.prose, span, self._within(*span), self.finder)
            given: dict[Entity, tuple[str, Name]] = {}  # a sentence gives each one role, the first
            for role, name in told_roles(self.prose, sentence, names, planned=self.planned) if names else ():
                given.setdefault(name.entity, (role, name))
            for role, name in given.values():
                printed = " ".join((name.label or self.prose[name.start : name.end]).split())
                entity = name.entity if name.certain else self.finder.find(printed)
                yield Participation(entity, role, printed, sentence.start, sentence.end)

    def _mentioned(self, told: Sequence[Sentence]) -> Iterator[Participation]:
        for mention in self.mentions:
            if mention.entity.type == "organisation":
                sentence = self._sentence(mention, told)
                yield Participation(mention.entity, "mentioned", self._printed(mention), sentence.start, sentence.end)

    def _sentence(self, mention: Mention, told: Sequence[Sentence]) -> Sentence:
        return told[max(0, bisect_right(told, mention.start, key=lambda each: each.start) - 1)]

    def _within(self, start: int, end: int) -> list[Mention]:
        first, last = (bisect_left(self.starts, at) for at in (start, end))
        return self.mentions[first:last]

    def _printed(self, mention: Mention) -> str:
        return self.prose[mention.start : mention.end]
