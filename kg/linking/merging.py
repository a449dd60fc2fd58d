"""Merging: which organisations of several documents are one and the same. When in doubt, they stay apart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from kg.linking.nations import is_state_organ, nation
from kg.linking.organisation_words import SMALL
from kg.terms import fold

RESEMBLING = 85.0  # of 100, for names that share their acronym
EQUAL = 94.0  # for names without one: a slip in one word of five
FEWEST = 3  # words in names that are equal but for a slip


@dataclass(frozen=True)
class Organisation:
    """What documents say of an organisation that no table holds: its names, acronyms and their languages."""

    iri: str
    names: tuple[str, ...]
    acronyms: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()

    @cached_property
    def said(self) -> tuple[tuple[str | None, str], ...]:
        """Of each name the country in it and the words that tell, in one order."""
        return tuple((nation(name)[0], _sorted_words(nation(name)[1])) for name in self.names)

    @cached_property
    def countries(self) -> frozenset[str]:
        """The countries that its names say it is of."""
        return frozenset(code for code, _ in self.said if code)

    @cached_property
    def short(self) -> frozenset[str]:
        """Its acronyms in compared form."""
        return frozenset(re.sub(r"\W", "", fold(acronym)) for acronym in self.acronyms)

    @cached_property
    def anyones(self) -> bool:
        """True for a state's organ of which nothing says whose it is: "Ministry of Ports"."""
        return not self.countries and not self.short and any(map(is_state_organ, self.names))


def _sorted_words(words: Iterable[str]) -> str:
    return " ".join(sorted(word for word in words if not re.fullmatch(SMALL, word)))


def are_one(one: Organisation, other: Organisation) -> bool:
    """True where two organisations are the same beyond doubt.

    >>> a = Organisation("a", ("Pilots' Union of Peru",), ("PUP",), ("en",))
    >>> are_one(a, Organisation("b", ("Peruvian Union of Pilots",)))
    True
    >>> are_one(a, Organisation("c", ("Unión de Pilotos del Perú",), ("PUP",), ("es",)))
    True
    >>> are_one(a, Organisation("d", ("Pilots' Union of Chile",), ("PUP",), ("en",)))
    False
    """
    if one.anyones or other.anyones or (one.countries and other.countries and one.countries != other.countries):
        return False
    if set(one.said) & set(other.said):
        return not (one.short and other.short) or bool(one.short & other.short)
    if one.short & other.short:
        return _resemble(one, other) or _translate(one, other)
    return not (one.short and other.short) and one.countries == other.countries and _equal(one, other)


def _resemble(one: Organisation, other: Organisation) -> bool:
    from rapidfuzz import fuzz

    pairs = ((mine, theirs) for _, mine in one.said for _, theirs in other.said)
    return any(fuzz.token_set_ratio(mine, theirs) >= RESEMBLING for mine, theirs in pairs)


def _translate(one: Organisation, other: Organisation) -> bool:
    """True for names in two languages where acronym and country agree."""
    return bool(one.countries) and one.countries == other.countries and not set(one.languages) & set(other.languages)


def _equal(one: Organisation, other: Organisation) -> bool:
    """True for names that are equal but for a slip, and for no number."""
    from rapidfuzz import fuzz

    return any(
        fuzz.token_sort_ratio(mine, theirs) >= EQUAL
        and min(len(mine.split()), len(theirs.split())) >= FEWEST
        and re.findall(r"\d+", mine) == re.findall(r"\d+", theirs)
        for _, mine in one.said
        for _, theirs in other.said
    )


def merged(organisations: Iterable[Organisation]) -> Mapping[str, str]:
    """The IRI that each organisation shares with those that are the same, whatever order they come in."""
    known = sorted(organisations, key=lambda each: each.iri)
    groups = {each.iri: [each] for each in known}
    for one, other in _pairs(known):
        mine, theirs = groups[one.iri], groups[other.iri]
        if mine is not theirs and are_one(one, other) and not _at_odds([*mine, *theirs]):
            mine += theirs
            for each in theirs:
                groups[each.iri] = mine
    return {each.iri: _chosen(groups[each.iri]).iri for each in known}


def _pairs(known: list[Organisation]) -> Iterator[tuple[Organisation, Organisation]]:
    """Organisations that may be one: they share an acronym, all their words, or two of them."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(known):
        words = {word for _, words in each.said for word in words.split()}
        for key in sorted({*each.short, *(f"{a} {b}" for a, b in combinations(sorted(words), 2))}):
            blocks[key].append(number)
    found = {pair for block in blocks.values() for pair in combinations(block, 2)}
    for one, other in sorted(found):
        yield known[one], known[other]


def _at_odds(group: list[Organisation]) -> bool:
    """True where a chain of resemblances has led to two countries."""
    return len({code for each in group for code in each.countries}) > 1


def _chosen(group: list[Organisation]) -> Organisation:
    """The one whose IRI the others take: it says its country, if any does; then the first of the alphabet."""
    return min(group, key=lambda each: (not each.countries, each.iri))
