"""A vocabulary in the form of the United Nations', with words of our own."""

from __future__ import annotations

from kg.linking.goal_numbers import LAST_TARGETS

PREFIXES = """
@prefix sdg: <http://metadata.un.org/sdg/> .
@prefix sdgo: <http://metadata.un.org/sdg/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""


def made_up(extra: str = "") -> bytes:
    """Goals that are called long, their targets, the goals as a list of nameless nodes, and what else is given."""
    lines = [PREFIXES, "sdg:Goals skos:memberList ( sdg:1 sdg:2 sdg:3 ) .", extra]
    for goal, (last, letter) in LAST_TARGETS.items():
        lines.append(
            f'sdg:{goal} a sdgo:Goal , skos:Concept ; skos:prefLabel "Long {goal}"@en ; skos:notation "0{goal}" .'
        )
        letters = [chr(code) for code in range(ord("a"), ord(letter) + 1)] if letter else []
        for which in [*range(1, last + 1), *letters]:
            target = f"<http://metadata.un.org/sdg/{goal}.{which}>"
            lines.append(
                f'{target} a sdgo:Target ; skos:broader sdg:{goal} ; skos:prefLabel "Target {goal}.{which}"@en .'
            )
    return "\n".join(lines).encode()
