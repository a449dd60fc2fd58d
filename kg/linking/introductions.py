"""Names that a text introduces: "Institute of Winds (IOW)", "IOW (Institute of Winds)", "Institute of Winds - IOW"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kg.linking.name_patterns import PROPER, SPACE
from kg.linking.organisation_words import LEADING, SMALL, pattern
from kg.linking.recognition import Name, find_names, heads_organisation, is_organisation_name
from kg.terms import fold

ACRONYM = r"(?:UN\s)?[A-Z][A-Za-z0-9.&/+-]{1,14}"
ABOUT_ACRONYM = r"(?:acronym|initials|abbreviat|siglas?|sigle|acr[óo]nimo|hereinafter|en adelante|ci-après|doravante)"
OWNER = rf"{PROPER}(?:['’](?!\w))?"  # "Pilots' Union"
BRACKET = re.compile(  # with a country, a language, a year or what an acronym is beside it
    rf"(?:{SPACE})?\((?:[^()A-Z]{{0,30}}{ABOUT_ACRONYM}[^()]{{0,30}}?[\s:,]\s?[“\"]?)?"
    rf"(?P<acronym>{ACRONYM})[”\"]?(?:\s?[-–,;:]\s?[^()]{{0,60}})?\)"
)
DASHED = re.compile(r"\s[-–—]\s?(?P<acronym>[A-Z][A-Z&/]{1,11})\b(?=\s?(?:[-–—,.;:)]|\s[a-z]|$))")
REVERSED = re.compile(
    rf"(?<![\w/-])(?P<acronym>{ACRONYM})\s?\((?P<name>(?:[Tt]he\s|[Ee]l\s|[Ll]a\s)?{OWNER}(?:,?{SPACE}(?:(?:{SMALL}){SPACE}){{0,3}}{OWNER}){{1,15}})\)"
)
SMALLS = rf"(?:(?:{SMALL}|to|a){SPACE})"
NAME_BEFORE = re.compile(
    rf"{OWNER}(?:(?:,|[ ][-–])?{SPACE}{SMALLS}{{0,3}}{OWNER})*(?:{SPACE}[a-zà-ÿ]{{4,}}){{0,1}}{SPACE}?\Z"
)
LED_UP = re.compile(  # what leads up to a name: "According to The ..."
    rf"^(?:(?:{pattern(LEADING)}|to|{SMALL}){SPACE})+"
)
PARTED = re.compile(r"\s(?:and|of)\sthe\s|\sy\s(?:el|la)\s|\set\sl[ea]\s|;\s|,\s(?:and\s)?the\s")  # another begins
REACH = 180  # characters before a bracket in which the name stands that it abbreviates


@dataclass(frozen=True)
class Introduction:
    """An acronym and the words beside it, which may end, or be, the name that it stands for.

    `before` are those words, which end at an offset; what shows them to be beside it is a bracket or only a dash.
    """

    acronym: str
    before: str
    end: int
    dashed: bool = False


def find_introductions(text: str) -> Iterator[Introduction]:
    """Each acronym that a text sets beside words that it may stand for.

    >>> [each.acronym for each in find_introductions("Institute of Winds (IOW), PU (Pilots' Union), Ports (a few)")]
    ['IOW', 'PU']
    """
    found = []
    for pattern_, dashed in ((BRACKET, False), (DASHED, True)):
        for match in pattern_.finditer(text):
            start = max(0, match.start() - REACH)
            before = text[start : match.start()].rstrip("*_ \x1f")
            if acronym := _acronym(match["acronym"]):
                found.append(Introduction(acronym, before, start + len(before), dashed))
    for match in REVERSED.finditer(text):
        if acronym := _acronym(match["acronym"]):
            found.append(Introduction(acronym, match["name"], match.end("name")))
    return iter(sorted(found, key=lambda each: (each.end, each.acronym)))


def _acronym(printed: str) -> str | None:
    acronym = printed.rstrip(".-/,")
    return acronym if sum(c.isupper() for c in acronym) >= 2 else None


def abbreviated(before: str, acronym: str) -> str | None:
    """The name at the end of a text that an acronym abbreviates; None where no name stands there.

    >>> abbreviated("with the Ministry of Ports and the Regional Pilots' Union", "RPU")
    "Regional Pilots' Union"
    >>> abbreviated("According to The Coast Guard Service", "CGS")
    'Coast Guard Service'
    """
    match = NAME_BEFORE.search(before)
    if match is None:
        return None
    run = match.group().strip("\x1f \n")
    if exact := _of_initials(run, acronym):
        return exact
    starts = [0, *(parting.end() for parting in PARTED.finditer(run))]
    telling = [start for start, end in pairwise([*starts, len(run)]) if is_organisation_name(run[start:end])]
    name = LED_UP.sub("", run[telling[-1] if telling else 0 :])
    read = None if heads_organisation(name) else _last_read(run)
    return run[read.start :] if read and read.end == len(run) else name


def _last_read(run: str) -> Name | None:
    """The last name in a run of words that reads as an organisation's."""
    return next(iter(list(find_names(run))[-1:]), None)


def _of_initials(run: str, acronym: str) -> str | None:
    """The end of a run of words whose initials are the acronym's letters."""
    for word in reversed(list(re.finditer(PROPER, run))):
        if has_initials(run[word.start() :], acronym):
            return run[word.start() :]
    return None


def has_initials(name: str, acronym: str) -> bool:
    """True where an acronym is made of the first letters of a name's capitalised words.

    >>> has_initials("Institute of Coastal Winds", "ICW")
    True
    """
    letters = [c for c in fold(acronym) if c.isalpha()]
    return [fold(word)[:1] for word in re.findall(PROPER, name)] == letters
