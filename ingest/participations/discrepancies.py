"""Discrepancies: where a total that a report prints disagrees with the list or the parts beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest import patterns
from ingest.participations.list_items import list_items
from ingest.participations.printed_lists import PrintedList, printed_lists
from kg.linking.entities import Mention
from search.sentences import sentence_around

COUNTRIES = {"member_countries", "other_countries"}
SUM = re.compile(r"\btotal\b", re.IGNORECASE)  # in all four languages
TOLD = patterns.phrase(
    r"from (?P<en>\d{1,3}) (?:SELA )?member (?:countries|states)",
    r"de (?P<es>\d{1,3}) (?:pa[íi]ses|estados) miembros",
    r"de (?P<pt>\d{1,3}) (?:pa[íi]ses|estados)[- ]membros",
    r"de (?P<fr>\d{1,3}) (?:pays|[ÉE]tats) membres",
)


@dataclass(frozen=True)
class Discrepancy:
    """A total of one of an activity's fields: as printed, as counted, and the text that says so."""

    field: str
    printed: int
    counted: int
    start: int
    end: int


def discrepancies(prose: str, mentions: Sequence[Mention], *, within: tuple[int, int]) -> tuple[Discrepancy, ...]:
    """Every declared total in a part of a text that what it counts contradicts, in order.

    >>> text = "Private companies (3): Sails Ltd; Oars Inc."
    >>> discrepancies(text, [], within=(0, len(text)))
    (Discrepancy(field='organisations', printed=3, counted=2, start=0, end=43),)
    """
    lists = printed_lists(prose, within)
    found = [*_of_lists(prose, mentions, lists), *_of_told(prose, mentions, lists, within), *_of_parts(prose, within)]
    return tuple(sorted(found, key=lambda each: (each.start, each.field)))


def _of_lists(prose: str, mentions: Sequence[Mention], lists: Sequence[PrintedList]) -> Iterator[Discrepancy]:
    """ "Other countries (3)" before four names."""
    for each in lists:
        counted = _counted(prose, mentions, each)
        if each.total is not None and counted and each.total != counted:
            yield Discrepancy(each.field, each.total, counted, each.start, each.end)


def _counted(prose: str, mentions: Sequence[Mention], listed: PrintedList) -> int:
    """How many a list names; a country that it repeats counts once."""
    if listed.field not in COUNTRIES:
        return len(list(list_items(prose, listed.first, listed.end, mentions)))
    inside = (m for m in mentions if listed.first <= m.start < listed.end and m.entity.type == "country")
    return len({mention.entity for mention in inside})


def _of_told(
    prose: str, mentions: Sequence[Mention], lists: Sequence[PrintedList], within: tuple[int, int]
) -> Iterator[Discrepancy]:
    """ "People from 11 member countries" above the only list of these, of ten."""
    members = [each for each in lists if each.field == "member_countries"]
    counted = _counted(prose, mentions, members[0]) if len(members) == 1 else 0
    for match in TOLD.finditer(prose, *within) if counted else ():
        told = int(next(number for number in match.groups() if number))
        if told != counted:
            yield Discrepancy("member_countries", told, counted, *sentence_around(prose, *match.span(), within=within))


def _of_parts(prose: str, within: tuple[int, int]) -> Iterator[Discrepancy]:
    """ "Total participants: 90" below the figures of the single days, which make 85."""
    figures = list(patterns.PARTICIPANTS.finditer(prose, *within))
    parts = [_number(each) for each in figures if not SUM.search(each.group())]
    for each in figures:
        if SUM.search(each.group()) and len(parts) > 1 and sum(parts) != _number(each):
            span = sentence_around(prose, *each.span(), within=within)
            yield Discrepancy("participants", _number(each), sum(parts), *span)


def _number(figure: re.Match[str]) -> int:
    return int(re.sub(r"\D", "", figure["count"]))
