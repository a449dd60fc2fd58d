"""Abbreviations that titles introduce: a name that is spelled out in one is the acronym of another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.terms import fold
from search.words import EVERY_STOP_WORD

INTRODUCED = re.compile(r"(?P<before>[^()]+)\((?P<acronym>[A-Z]{2,}s?)\)")
GAP = r"[\s,;–—-]+"


class Abbreviations:
    """What titles abbreviate, for all titles of a knowledge base.

    >>> known = Abbreviations(["Fund for river pilots and tug masters (RPTM)"])
    >>> known.shorten("Council of River Pilots, and Tug Masters")
    'Council of RPTM'
    """

    def __init__(self, titles: Iterable[str]) -> None:
        """The abbreviations that these titles introduce; of two for one name, the first by the alphabet."""
        known: dict[str, str] = {}
        for words, acronym in sorted({pair for title in titles for pair in _introduced(title)}):
            known.setdefault(" ".join(words), acronym)
        self._acronyms = known
        longest_first = sorted(known, key=lambda name: (-len(name), name))
        alternatives = "|".join(GAP.join(map(re.escape, name.split())) for name in longest_first)
        self._spelled_out = re.compile(rf"\b(?:{alternatives})\b", re.IGNORECASE) if known else None

    def shorten(self, title: str) -> str:
        """A title with the acronym in place of each name that has one."""
        if self._spelled_out is None:
            return title
        return self._spelled_out.sub(lambda match: self._acronyms[_key(match.group())], title)


def _introduced(title: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """The words before an acronym in brackets whose initials it has; small words have none."""
    for match in INTRODUCED.finditer(title):
        initials = fold(match["acronym"].removesuffix("s"))
        for gap in (r"[\s,;]+", GAP):
            words = [word for word in re.split(gap, match["before"].strip()) if word]
            taken = _last_with_initials(words, initials)
            if taken:
                yield tuple(_key(" ".join(taken)).split()), match["acronym"]
                break


def _last_with_initials(words: list[str], initials: str) -> list[str]:
    for at in range(len(words) - 1, -1, -1):
        said = "".join(fold(word)[:1] for word in words[at:] if fold(word) not in EVERY_STOP_WORD)
        if len(said) >= len(initials):
            starts = fold(words[at]) not in EVERY_STOP_WORD
            return words[at:] if said == initials and starts else []
    return []


def _key(name: str) -> str:
    return " ".join(re.split(GAP, name.lower()))
