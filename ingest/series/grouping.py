"""Activity series: the same undertaking over the years and documents, found by name and by content.

A title that says nothing but the form of a meeting ("Seminar") links nothing, a telling title links
whatever the content: a meeting has another theme each year. What two titles only begin with may be a
frame ("Digital ports: ...") and needs more. Two activities of one document are two
undertakings, unless only a number parts their titles. `ingest.series.links` has the rules one by one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.series.accounts import Account
from ingest.series.links import Link, Links, apart
from ingest.series.undertaking_names import label
from ingest.series.undertakings import Undertaking, undertakings
from kg.terms import slug

ROUNDS = 3  # in which what is left is compared without what has found its series


@dataclass(frozen=True)
class Member:
    """An activity in a series, and the surest of its links to the others."""

    undertaking: Undertaking
    link: Link


@dataclass(frozen=True)
class Series:
    """Activities that are one undertaking, earliest first; at least two.

    The label is the name of the earliest, without number and year, one in each language that it is told in
    (`labels` are languages and names), and the slug is made of the first. So it stays when a later document is
    added; an earlier one that names the undertaking otherwise changes it.
    """

    slug: str
    labels: tuple[tuple[str, str], ...]
    members: tuple[Member, ...]


def find_series(accounts: Iterable[Account]) -> list[Series]:
    """The series among activities, by their earliest; the order of the accounts doesn't matter."""
    every = undertakings(accounts)
    links, groups = Links(every), _Groups(every)
    used: dict[Link, None] = {}
    for _ in range(ROUNDS):
        used |= dict.fromkeys(link for link in links.find(groups.taken) if groups.join(link.one, link.other))
    surest: dict[Undertaking, Link] = {}
    for link in sorted(used, key=lambda link: -link.score):
        surest.setdefault(link.one, link)
        surest.setdefault(link.other, link)
    return list(_named([tuple(Member(each, surest[each]) for each in group) for group in groups.joined()]))


class _Groups:
    """Undertakings joined into groups; a join that would bring two of one document together is refused."""

    def __init__(self, every: Iterable[Undertaking]) -> None:
        self._group = {each: [each] for each in every}
        self._works: dict[Undertaking, set[str]] = defaultdict(set)

    def join(self, one: Undertaking, other: Undertaking) -> bool:
        """True where the two are in one group now."""
        a, b = self._group[one], self._group[other]
        if a is not b:
            if any(apart(x, y) for x in a for y in b if x.work == y.work):
                return False
            a += b
            self._group |= dict.fromkeys(b, a)
        self._works[one].add(other.work)
        self._works[other].add(one.work)
        return True

    def taken(self, each: Undertaking, one: Undertaking) -> bool:
        """True where an undertaking is linked with one of the other's document already."""
        return one.work in self._works[each]

    def joined(self) -> list[list[Undertaking]]:
        """The groups of two and more, by their earliest, each in order."""
        groups = {id(group): group for group in self._group.values() if len(group) > 1}
        ordered = [sorted(group, key=lambda each: each.order) for group in groups.values()]
        return sorted(ordered, key=lambda group: group[0].order)


def _named(groups: Iterable[tuple[Member, ...]]) -> Iterator[Series]:
    """Series with their names; a later series of the same name gets an ordinal."""
    taken: dict[str, int] = {}
    for members in groups:
        accounts = members[0].undertaking.accounts
        labels = {account.language: label(account.titles[0]) for account in reversed(accounts)}
        own = slug(label(accounts[0].titles[0]), longest=200) or accounts[0].activity
        taken[own] = taken.get(own, 0) + 1
        yield Series(own if taken[own] == 1 else f"{own}-{taken[own]}", tuple(sorted(labels.items())), members)
