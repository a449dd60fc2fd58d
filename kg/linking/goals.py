"""Sustainable Development Goals that a text states by number: "SDG 3", "Goals 8 and 10", "ODS 5"."""

from __future__ import annotations

import re

from kg.linking.entities import Entity, Mention
from kg.terms import expand

SHORT = r"SDGs?|ODS|ODD"
WORDS = (
    r"(?:Sustainable\s+Development\s+)?Goals?|Objetivos?(?:\s+de\s+Desarrollo\s+Sostenible)?|"
    r"Objetivos?(?:\s+de\s+Desenvolvimento\s+Sustent[áa]vel)?|Objectifs?(?:\s+de\s+d[ée]veloppement\s+durable)?"
)
STATED = re.compile(
    rf"\b(?:{SHORT}|{WORDS})(?:\s*\((?:{SHORT})\))?\s*(?:N[°ºo.]+\s*|#)?(?P<first>1[0-7]|[1-9])\b(?![.,]?\d|%)"
    r"(?P<more>(?:\s*(?:,|;|and|y|e|et|&|,\s*and)\s*(?:1[0-7]|[1-9])\b(?![.,]?\d|%))*)"
)
NUMBERS = re.compile(r"1[0-7]|[1-9]")


def goal(number: int) -> Entity:
    """A goal under the United Nations' IRI.

    >>> goal(5).iri
    'http://metadata.un.org/sdg/5'
    """
    return Entity(expand(f"sdg:{number}"), f"SDG {number}", "sdg")


def find_goals(text: str) -> list[Mention]:
    """Each goal that a text states by its number; in a series each number is a mention of its own.

    >>> [(m.entity.slug, text[m.start:m.end]) for text in ["SDG 3 and Goals 8, 10 and 17"] for m in find_goals(text)]
    [('3', 'SDG 3'), ('8', 'Goals 8'), ('10', '10'), ('17', '17')]
    >>> find_goals("The objective 5 of the plan, Goal 2.5 %")
    []
    """
    found = []
    for match in STATED.finditer(text):
        found.append(Mention(match.start(), match.end("first"), goal(int(match["first"]))))
        found += [
            Mention(
                match.start("more") + more.start(), match.start("more") + more.end(), goal(int(more.group()))
            )
            for more in NUMBERS.finditer(match["more"])
        ]
    return found
