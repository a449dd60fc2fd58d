"""Organisations that no one told us of: names that read as such, "Ministry of Ports of Peru", "Banco Central de Chile".

A name is a word for an organisation (see `kg.linking.organisation_words`), the capitalised words before it in English
and those behind it, led on by "of", "for", "de". It counts where enough of it tells one organisation from another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from kg.linking.name_patterns import (
    ADJECTIVE,
    AND_PHRASE,
    ANY,
    CAPITAL,
    COUNTRY_WITH_AND,
    DIRECT,
    FARTHEST,
    FIELD,
    HEAD,
    LIST,
    LONGEST_ANY,
    LOWER_ADJECTIVE,
    LOWER_CASE,
    LOWER_TAIL,
    MOST_PARTS,
    NEXT,
    NOT_THE_FRONT,
    OF_PHRASE,
    ONE_TELLS,
    OWNED,
    PLURAL_POSSESSIVE,
    PORTFOLIO,
    PROPER,
    REGION,
    REST_OF_COUNTRY,
    WITHIN,
    WORD,
)
from kg.linking.nations import nation
from kg.linking.organisation_words import (
    LEADING,
    OTHER_THINGS,
    SMALL,
    STRONG,
    WEAK,
    generic_words,
    pattern,
    region_words,
)
from kg.linking.tokens import forms


@dataclass(frozen=True)
class Name:
    """Where a name stands that reads as an organisation's."""

    start: int
    end: int


@lru_cache(maxsize=50_000)
def strength(word: str) -> Literal["strong", "weak"] | None:
    """Whether a word is one for an organisation, and how much it says.

    >>> strength("Ministry"), strength("Network"), strength("Plan")
    ('strong', 'weak', None)
    """
    if _STRONG.fullmatch(word):
        return "strong"
    return "weak" if _WEAK.fullmatch(word) else None


_STRONG = re.compile(pattern(STRONG))
_WEAK = re.compile(pattern(WEAK))
_ENGLISH = re.compile(f"{STRONG['en']}|{WEAK['en']}")
_OTHER_THINGS = re.compile(pattern(OTHER_THINGS))
_LEADING = re.compile(pattern(LEADING))
_SMALL = re.compile(SMALL)


def is_organisation_name(name: str) -> bool:
    """True where a name says that it is an organisation's, by a word such as Ministry or Universidad."""
    return any(strength(match.group()) for match in HEAD.finditer(name))


def heads_organisation(name: str) -> bool:
    """True where what a name is about is an organisation, and not a meeting or plan of one.

    >>> heads_organisation("Pilots' Union of the Ports"), heads_organisation("Meeting of the Pilots' Union")
    (True, False)
    """
    front = NOT_THE_FRONT.split(name, maxsplit=1)[0]
    words = re.findall(PROPER, front)
    return bool(words) and is_organisation_name(front) and not _OTHER_THINGS.fullmatch(words[-1]) and _is_one(name)


def _is_one(name: str) -> bool:
    """True for a name that an acronym may stand for: not "Working Group", "Technical Committee"."""
    words = [word for word in re.findall(r"[\w&]+", name) if len(word) > 1 and not _SMALL.fullmatch(word)]
    others = [word for word in words if strength(word) is None]
    return any(not _is_common(word, regions=False) for word in others) or (
        len(others) > 1 and any(strength(word) == "strong" for word in words)
    )


def tells(name: str) -> bool:
    """True where a name, or the beginning of one, tells an organisation from others: more than "Secretariat of the"."""
    heads = [head for head in HEAD.finditer(name) if strength(head.group())]
    return any(_tells(name, head.group(), led_on=bool(re.search(r"\w", name[head.end() :]))) for head in heads)


def find_names(text: str) -> Iterator[Name]:
    """Each name in a text that reads as an organisation's, left to right, without overlap.

    >>> text = "The Central Bank of Chile and the Peruvian Ministry of Ports and Trade met; the Bank left."
    >>> [text[name.start : name.end] for name in find_names(text)]
    ['Central Bank of Chile', 'Peruvian Ministry of Ports and Trade']
    """
    done = 0
    for head in HEAD.finditer(text):
        if head.start() < done or strength(head.group()) is None:
            continue
        name = _name_around(text, head, done)
        if name:
            yield name
            done = name.end


def _name_around(text: str, head: re.Match[str], after: int) -> Name | None:
    english = bool(_ENGLISH.fullmatch(head.group()))
    if english and (following := NEXT.match(text, head.end())):
        if strength(following["word"]):
            return None  # "Bank Council" is about the council
        if not _OTHER_THINGS.fullmatch(following["word"]):
            return None
    start = _beginning(text, head.start(), after) if english else head.start()
    if ANY.search(text, max(0, start - LONGEST_ANY), start):
        return None
    end = _ending(text, start, head, english=english)
    return Name(start, end) if _tells(text[start:end], head.group(), led_on=end > head.end()) else None


def _beginning(text: str, start: int, after: int) -> int:
    """Where the capitalised words before a word begin that belong to its name."""
    reach = max(after, start - FARTHEST)
    words = list(WORD.finditer(text, reach, start))
    if words and words[0].start() == reach > 0 and not text[reach - 1].isspace():
        words = words[1:]  # cut in two by the reach
    follower = start
    for number in range(len(words) - 1, -1, -1):
        word = words[number]
        if not re.fullmatch(WITHIN, text[word.end() : follower]):
            break
        if word.group() in ("and", "&"):
            if not _joins_adjectives(words, number):
                break
        elif _belongs(word.group().lstrip("*_“\"'(")):
            start = word.end() - len(word.group().lstrip("*_“\"'("))
            if start > word.start():
                break
        else:
            break
        follower = word.start()
    return start


def _joins_adjectives(words: list[re.Match[str]], number: int) -> bool:
    """True for "Economic and Social", where a name goes on over the "and"."""
    return 0 < number < len(words) - 1 and all(
        ADJECTIVE.search(word.group()) and word.group()[0].isupper() for word in (words[number - 1], words[number + 1])
    )


def _belongs(word: str) -> bool:
    if _LEADING.fullmatch(word) or not re.match(rf"[{CAPITAL}]", word):
        return False
    if len(word) > 1 and word.isupper() and "&" not in word:
        return False  # an acronym is a name of its own
    return bool(re.fullmatch(PROPER, word) or PLURAL_POSSESSIVE.fullmatch(word))


def _ending(text: str, start: int, head: re.Match[str], *, english: bool) -> int:
    """Where the words end that belong to a name, behind its word for an organisation."""
    at = head.end()
    lower = LOWER_ADJECTIVE.match(text, at)
    at = lower.end() if lower else at
    if not english and (direct := DIRECT.match(text, at)):
        at = _before_stop(direct.group(), at)
    if FIELD.match(head.group()) and (lower := LOWER_CASE.match(text, at)):
        at = lower.end()
    for part in range(MOST_PARTS):
        more = OF_PHRASE.match(text, at)
        if more and is_organisation_name(more["phrase"]) and not _tells(text[start:at], head.group(), led_on=part > 0):
            break  # "Directorate of the Chamber of Ports": the chamber has the name
        if more is None and part and PORTFOLIO.match(head.group()):
            more = _conjunct(text, at)
        if more is None or OWNED.match(text, more.end()):
            break  # "... of the People's Ministry": the ministry has a name of its own
        at = _before_stop(more["phrase"], more.start("phrase"))
        if COUNTRY_WITH_AND.search(text, start, at) and (rest := REST_OF_COUNTRY.match(text, at)):
            at = rest.end()
        at = tail.end() if (tail := LOWER_TAIL.match(text, at)) else at
    while at > head.end() and (region := REGION.match(text, at)):
        at = region.end()
    return at


def _conjunct(text: str, at: int) -> re.Match[str] | None:
    """What a name goes on with behind "and" or in a list, where it is not another's name."""
    matches = (pattern_.match(text, at) for pattern_ in (LIST, AND_PHRASE))
    return next((match for match in matches if match and not _names_another(match["phrase"])), None)


def _names_another(words: str) -> bool:
    """True for words that name an organisation or a country, or hold an acronym."""
    acronyms = (len(word) > 1 and word.isupper() for word in re.findall(r"\w+", words))
    return is_organisation_name(words) or bool(nation(words)[0]) or any(acronyms)


def _before_stop(phrase: str, at: int) -> int:
    """Where a phrase ends, or what in it is the name of another thing begins."""
    words = list(re.finditer(PROPER, phrase))
    for word in words[1:]:
        if _OTHER_THINGS.fullmatch(word.group()):
            return at + len(phrase[: word.start()].rstrip())
    return at + len(phrase)


def _tells(name: str, head: str, *, led_on: bool) -> bool:
    """True where enough of a name tells one organisation from the others of its kind."""
    telling = {word for word in re.findall(r"[\w&]+", name) if not _is_common(word)}
    if strength(head) == "strong" and (led_on or ONE_TELLS.match(head)):
        return len(telling) >= 1
    return len(telling) >= 2


@lru_cache(maxsize=50_000)
def _is_common(word: str, *, regions: bool = True) -> bool:
    """True for a word that many names of organisations hold."""
    if len(word) < 2 or _SMALL.fullmatch(word) or strength(word):
        return True
    return all(form in generic_words() or (regions and form in region_words()) for form in forms(word))
