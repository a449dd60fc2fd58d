"""Undertakings: one activity with the accounts of all its translations, as it is compared with others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from ingest.series.abbreviations import Abbreviations
from ingest.series.accounts import Account
from ingest.series.undertaking_names import Words, acronyms, is_meeting, names, numbers
from kg.terms import fold

Order = tuple[int, bool, str, int, str]


@dataclass(frozen=True, eq=False)
class Undertaking:
    """One activity as it is compared; what all accounts say alike is taken from the first."""

    accounts: tuple[Account, ...]
    abbreviations: Abbreviations

    @cached_property
    def first(self) -> Account:
        """The account in English where there is one, else the first by the language's code."""
        return self.accounts[0]

    @cached_property
    def work(self) -> str:
        """The work that the activity stands in, in whatever language."""
        return self.first.work

    @cached_property
    def order(self) -> Order:
        """Earliest first; a plan before its report; then as the documents have them."""
        first = self.first
        return (min(first.years, default=9999), not first.planned, first.work, first.position, first.activity)

    @cached_property
    def printed(self) -> str:
        """Its title as a document prints it, folded."""
        return fold(self.first.titles[0])

    @cached_property
    def title(self) -> Words:
        """The words of its title as a whole; none where it says nothing but the form of a meeting."""
        return next(iter(names(self.abbreviations.shorten(self.first.titles[0]))), frozenset())

    @cached_property
    def full_names(self) -> frozenset[Words]:
        """The words of each of its titles as a whole."""
        return frozenset(name for title in self._titles for name in names(self.abbreviations.shorten(title))[:1])

    @cached_property
    def is_meeting(self) -> bool:
        """True where one of its titles speaks of a meeting or carries a number."""
        return bool(self.numbers) or any(map(is_meeting, self._titles))

    @cached_property
    def names(self) -> tuple[Words, ...]:
        """What it may be called by, from all its titles: see `ingest.undertaking_names.names`."""
        shortened = [self.abbreviations.shorten(title) for title in self._titles]
        return tuple(dict.fromkeys(name for title in shortened for name in names(title)))

    @cached_property
    def numbers(self) -> frozenset[int]:
        """The ordinals in its titles."""
        return frozenset(number for title in self._titles for number in numbers(title))

    @cached_property
    def acronyms(self) -> Words:
        """The acronyms in its titles, but for those of bodies and countries."""
        return frozenset(a for title in self._titles for a in acronyms(title) if a.lower() not in self.named)

    @cached_property
    def named(self) -> Words:
        """Words of the countries and bodies in its titles."""
        return frozenset(word for account in self.accounts for word in account.named)

    @cached_property
    def place(self) -> tuple[Words, ...]:
        """The words of the titles of its project and its programme."""
        return tuple(frozenset().union(*names(title)[:1]) for title in self.first.place)

    @cached_property
    def languages(self) -> frozenset[str]:
        """The languages that it is told in."""
        return frozenset(account.language for account in self.accounts)

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How often its texts say their most frequent words."""
        counts: Counter[str] = Counter()
        for account in self.accounts:
            counts.update(dict(account.words))
        return counts

    @property
    def _titles(self) -> tuple[str, ...]:
        return tuple(title for account in self.accounts for title in account.titles)


def undertakings(accounts: Iterable[Account]) -> list[Undertaking]:
    """The undertakings that accounts tell of, earliest first; the order of the accounts doesn't matter."""
    ordered = sorted(accounts, key=lambda each: (each.activity, each.language != "en", each.language, each.document))
    abbreviations = Abbreviations(title for account in ordered for title in account.titles)
    grouped = [Undertaking(tuple(same), abbreviations) for _, same in groupby(ordered, key=lambda each: each.activity)]
    return sorted(grouped, key=lambda each: each.order)
