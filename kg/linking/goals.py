"""Sustainable Development Goals that a text states by number: "SDG 3", "Goals 8 and 10", "ODS 5"."""

from __future__ import annotations

import re

from kg.linking.entities import Entity, Mention
from kg.terms import expand

SHORT = r"SDGs?|ODS|ODD"
WORDS = (
    r"(?:Sustainable\s+Development\s+)?(?:Goals?|GOALS?)|Objetivos?\s+de\s+Desarrollo\s+Sostenible|"
    r"Objetivos?\s+de\s+Desenvolvimento\s+Sustent[áa]vel|Objectifs?\s+de\s+d[ée]veloppement\s+durable"
)
BARE = r"Objetivos?|Objectifs?"  # any plan has these: they are goals where the text speaks of the agenda
AGENDA = re.compile(
    r"\b(?:ODS|ODD)\b|Desarrollo\s+Sostenible|Desenvolvimento\s+Sustent|d[ée]veloppement\s+durable|Agenda\s+2030", re.I
)
NUMBER = r"(?:1[0-7]|[1-9])\b(?![.,]?\d|\s*%)"
SERIES = (
    r"(?:\s*\((?:" + SHORT + r")\))?\s*(?:(?:N[°ºo.]+|[Nn]umber|n[úu]mero|num[ée]ro)\s*|#)?"
    rf"(?P<first>{NUMBER})(?P<more>(?:\s*(?:,|;|and|y|e|et|&|,\s*and)\s*{NUMBER})*)"
)
STATED = re.compile(rf"\b(?:{SHORT}|{WORDS}){SERIES}")
STATED_OR_BARE = re.compile(rf"\b(?:{SHORT}|{WORDS}|{BARE}){SERIES}")
NUMBERS = re.compile(r"1[0-7]|[1-9]")


def goal(number: int) -> Entity:
    """A goal under the United Nations' IRI.

    >>> goal(5).iri
    'http://metadata.un.org/sdg/5'
    """
    return Entity(expand(f"sdg:{number}"), f"SDG {number}", "sdg")


def find_goals(text: str) -> list[Mention]:
    """Each goal that a text states by its number; in a series each number is a mention of its own.

    >>> text = "SDG 3 and Goals 8, 10 and 17"
    >>> [(m.entity.slug, text[m.start : m.end]) for m in find_goals(text)]
    [('3', 'SDG 3'), ('8', 'Goals 8'), ('10', '10'), ('17', '17')]
    >>> find_goals("The objective 5 of the plan, Goal 2.5 %")
    []
    """
    found = []
    pattern = STATED_OR_BARE if AGENDA.search(text) else STATED
    for match in pattern.finditer(text):
        found.append(Mention(match.start(), match.end("first"), goal(int(match["first"]))))
        found += [
            Mention(match.start("more") + more.start(), match.start("more") + more.end(), goal(int(more.group())))
            for more in NUMBERS.finditer(match["more"])
        ]
    return found
