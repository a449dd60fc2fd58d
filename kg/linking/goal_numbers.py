"""Goals and targets that a text states by number: "SDG 3", "Goals 8 and 10", "ODS 8 a 10", "target 8.3"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from kg.linking.entities import Entity, Mention
from kg.terms import expand

SHORT = r"SDGs?|ODS|ODD"
WORDS = (
    r"(?:Sustainable\s+Development\s+)?(?:Goals?|GOALS?)|Objetivos?\s+de\s+Desarrollo\s+Sostenible|"
    r"Objetivos?\s+de\s+Desenvolvimento\s+Sustent[áa]vel|Objectifs?\s+de\s+d[ée]veloppement\s+durable"
)
BARE = r"Objetivos?|Objectifs?"  # any plan has these: the caller sees whether the text speaks of the agenda
TARGET = r"[Tt]argets?|TARGETS?|[Mm]etas?|METAS?|[Cc]ibles?|CIBLES?"
AND = r",\s*(?:and|y|e|et)\b|,|;|\band\b|\by\b|\be\b|\bet\b|&"
TO = r"(?<=\d)[-–](?=\d)|\bto\b|\bal?\b|\b[àa]\b|\bau\b"
ORDINAL = r"(?:(?:N[°ºo.]+|[Nn]umber|n[úu]mero|num[ée]ro)\s*|#|[-–](?=\d))?"
SHARE = r"%|per\s?cent|por\s+cien|por\s+cento|pour\s+cent|[mb]illi?on|mil\b|millones|milh|points?\b|puntos?\b|pontos?\b"
NO_SHARE = rf"(?!\s*(?:{SHARE}))"
NUMBER = rf"(?:1[0-7]|[1-9])\b(?![.,]?\d){NO_SHARE}"
TARGET_NUMBER = rf"(?:1[0-7]|[1-9])\.(?:1[0-9]|[1-9]|[a-d])\b(?![.,]?\d){NO_SHARE}"


def _series(number: str) -> str:
    return rf"(?P<first>{number})(?P<more>(?:\s*(?:{AND}|{TO})\s*{number})*)"


STATED = re.compile(rf"\b(?:(?:{SHORT}|{WORDS})|(?P<bare>{BARE}))(?:\s*\((?:{SHORT})\))?\s*{ORDINAL}{_series(NUMBER)}")
TARGETS = re.compile(rf"\b(?:(?:(?:{SHORT})\s+)?(?:{TARGET})|{SHORT})\s*{ORDINAL}{_series(TARGET_NUMBER)}")
NEXT = re.compile(rf"\s*(?:(?P<to>{TO})|{AND})\s*(?P<number>{TARGET_NUMBER}|{NUMBER})")

LAST_TARGETS = {  # the highest numbered target of each goal, and the last of those with a letter
    1: (5, "b"), 2: (5, "c"), 3: (9, "d"), 4: (7, "c"), 5: (6, "c"), 6: (6, "b"), 7: (3, "b"), 8: (10, "b"),
    9: (5, "c"), 10: (7, "c"), 11: (7, "c"), 12: (8, "c"), 13: (3, "b"), 14: (7, "c"), 15: (9, "c"), 16: (10, "b"),
    17: (19, ""),
}  # fmt: skip


def goal(number: int) -> Entity:
    """A goal under the United Nations' IRI.

    >>> goal(5).iri
    'http://metadata.un.org/sdg/5'
    """
    return Entity(expand(f"sdg:{number}"), f"SDG {number}", "sdg")


def goal_of(entity: Entity) -> Entity:
    """The goal that a goal or a target counts for.

    >>> goal_of(Entity("http://metadata.un.org/sdg/5.5", "SDG 5.5", "sdg")).iri
    'http://metadata.un.org/sdg/5'
    """
    return goal(int(entity.slug.split(".")[0]))


def find_numbered(text: str, *, targets: Collection[str] = ()) -> Iterator[tuple[Mention, bool]]:
    """Each goal or target that a text states by its number, and whether a bare "Objetivo" stands before it.

    In a series each number is a mention of its own; of a range the goals between share the range's span. A target
    that is not among `targets`, the numbers that a vocabulary describes, stands for its goal.

    >>> [(m.entity.slug, m.start, m.end) for m, _ in find_numbered("SDGs 8-10; target 5.b")]
    [('8', 0, 6), ('9', 5, 9), ('10', 7, 9), ('5', 11, 21)]
    """
    for match in STATED.finditer(text):
        for start, end, number in _numbers(match):
            yield Mention(start, end, goal(int(number))), bool(match["bare"])
    for match in TARGETS.finditer(text):
        for start, end, number in _numbers(match):
            if _is_target(number):
                yield Mention(start, end, _target(number, targets)), False


def _numbers(match: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    """The numbers of a series with their spans; the first begins with the word in front of it."""
    last, begun = match["first"], match.start("first")
    yield match.start(), match.end("first"), last
    for following in NEXT.finditer(match.string, match.end("first"), match.end("more")):
        number = following["number"]
        if following["to"] and last.isdigit() and number.isdigit():
            for between in range(int(last) + 1, int(number)):
                yield begun, following.end(), str(between)
        yield *following.span("number"), number
        last, begun = number, following.start("number")


def _is_target(number: str) -> bool:
    of, which = number.split(".")
    highest, letter = LAST_TARGETS[int(of)]
    return 1 <= int(which) <= highest if which.isdigit() else which <= letter


def _target(number: str, targets: Collection[str]) -> Entity:
    if number not in targets:
        return goal(int(number.split(".")[0]))
    return Entity(expand(f"sdg:{number}"), f"SDG {number}", "sdg")
