"""Titles of activities as names of undertakings: without number, year, region and form of meeting."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.words import EDITIONS, MEETINGS, ORDINALS, REGION, either
from kg.linking.tokens import forms
from search.words import EVERY_STOP_WORD

Words = frozenset[str]

ROMAN = re.compile(r"\b(?=[IVXL]+\b)(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})\b")
ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}
ASIDE = re.compile(r"\([^)]*\)")
PARTS = re.compile(r"[:;.?!\"“”«»*]+|\s[–—-]\s")
ENDS = re.compile(r"[:;.?!]+(?=\s|\Z)|\s[–—-]\s")
QUOTES = re.compile(r"[\"“”«»*]")
THE_REGION = re.compile(rf"\b(?:{either(REGION)})\b", re.IGNORECASE)
MEETING_WORDS = frozenset(word for words in MEETINGS.values() for word in words.split())
EDITION_WORDS = frozenset(word for words in EDITIONS.values() for word in words.split())
ORDINAL_VALUES = {
    word: number
    for words in ORDINALS.values()
    for number, variants in enumerate(words.split(), 1)
    for word in variants.split("/")
}
DIGITS = re.compile(r"\d+(?P<ending>st|nd|rd|th|a|o|ra|da|ta|va|e|er|ere|eme)?")
LEADING = re.compile(rf"(?:(?:{ROMAN.pattern}|(?i:{'|'.join(ORDINAL_VALUES)})|\d+(?:st|nd|rd|th|[.ºª°]+|er|e))\s+)+")
YEAR = re.compile(r"(?:\s(?i:for|in|of|para|de|en|em|pour))?[\s,(]+(?:19|20)\d\d\b\)?\s*\Z")
ACRONYM = re.compile(r"\b[A-Z]{3,}\b")
PLURALS = (
    ("iones", "ion"), ("dades", "dad"), ("dade", "dad"), ("ores", "or"), ("ales", "al"), ("oes", "ao"), ("ais", "al"),
    ("eaux", "eau"), ("aux", "al"), ("ies", "y"), ("ss", "ss"), ("s", ""),
)  # fmt: skip
SHORTEST = 4  # letters of a word that may lose its plural: "bus" has none


@lru_cache(maxsize=100_000)
def singular(word: str) -> str:
    """A folded word without the ending of its plural, roughly, in four languages.

    >>> [singular(word) for word in ("ports", "reuniones", "comunidades", "regionais", "reseaux", "gas", "process")]
    ['port', 'reunion', 'comunidad', 'regional', 'reseau', 'gas', 'process']
    """
    if len(word) < SHORTEST:
        return word
    ending, other = next(((e, o) for e, o in PLURALS if word.endswith(e)), ("", ""))
    return word.removesuffix(ending) + other


def telling_words(text: str) -> list[str]:
    """The words of a text that say something, singular, in their order; no numbers.

    >>> telling_words("The 12 unions of river pilots")
    ['union', 'river', 'pilot']
    """
    return [singular(w) for w in forms(text) if w not in EVERY_STOP_WORD and not DIGITS.fullmatch(w)]


def names(title: str) -> tuple[Words, ...]:
    """What an undertaking may be called by, as words: its title as a whole, and its parts that are names.

    The first part that tells something is a name, what follows it is a theme, unless it carries a number or
    speaks of a meeting; where it does and the first part doesn't, that one is a frame.

    >>> [sorted(name) for name in names("II Meeting of River Pilots: Locks and weirs. Seminar on tugs")]
    [['lock', 'pilot', 'river', 'tug', 'weir'], ['pilot', 'river'], ['tug']]
    >>> [sorted(name) for name in names("Rivers of tomorrow: Seminar on tugs")]
    [['river', 'tomorrow', 'tug'], ['tug']]
    """
    bare = THE_REGION.sub(" ", ASIDE.sub(" ", title))
    parts = [part for part in PARTS.split(bare) if _name(part)]
    named = [part for part in parts if is_meeting(part)] or parts[:1]
    named += [part for part in parts[1:] if numbers(part) and part not in named]
    return tuple(dict.fromkeys(name for name in (_name(bare), *map(_name, named)) if name))


def is_meeting(text: str) -> bool:
    """True where a title speaks of people coming together."""
    return not MEETING_WORDS.isdisjoint(map(singular, forms(text)))


def _name(text: str) -> Words:
    words = frozenset(telling_words(ROMAN.sub(" ", text)))
    return words - MEETING_WORDS - EDITION_WORDS - frozenset(ORDINAL_VALUES)


def numbers(title: str) -> frozenset[int]:
    """The ordinals in a title, as numbers.

    >>> sorted(numbers("XIX Meeting of Pilots, second part, 3rd day"))
    [2, 3, 19]
    """
    found = {_roman(match.group()) for match in ROMAN.finditer(title)}
    for word in forms(title):
        digits = DIGITS.fullmatch(word)
        if word in ORDINAL_VALUES:
            found.add(ORDINAL_VALUES[word])
        elif digits and digits["ending"]:
            found.add(int(word.removesuffix(digits["ending"])))
    return frozenset(found)


def _roman(numeral: str) -> int:
    values = [ROMAN_VALUES[letter] for letter in numeral]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def acronyms(title: str) -> Words:
    """The acronyms that a title prints.

    >>> sorted(acronyms("Index of River Pilots (IRP), 2nd part"))
    ['IRP']
    """
    return frozenset(ACRONYM.findall(title))


def label(title: str) -> str:
    """A title as the label of what recurs: its part with a number, else its first, without number and year.

    >>> label("Pilots on rivers. XIX Annual Meeting of River Pilots (ARP) 2031: Locks and weirs")
    'Annual Meeting of River Pilots (ARP)'
    """
    parts = [part.strip() for part in ENDS.split(QUOTES.sub(" ", title)) if _name(part)] or [title]
    part = next((part for part in parts if numbers(part)), parts[0])
    bare = " ".join(YEAR.sub("", LEADING.sub("", part, count=1) if LEADING.match(part) else part).split()) or part
    bare = bare.capitalize() if bare.isupper() else bare
    return bare[:1].upper() + bare[1:]
