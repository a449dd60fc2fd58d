"""Whose a national organisation is: by the country or the adjective in its name, "of Peru", "Peruvian"."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

from kg.countries import countries
from kg.directory_table import rows
from kg.linking.alternative_names import ALSO_CALLED
from kg.linking.tokens import forms
from kg.terms import LANGUAGES, slug

COLUMNS = ("country", *LANGUAGES)
LONGEST = 6  # words of a country's name
LONGEST_SLUG = 120  # characters: shorter, two long names may begin alike
LED_ON = frozenset(
    forms("republic republica republique of the for in de del la las los el do da dos das du des le les y e and")
)
# what every state has: its name says little without the state's
STATE_ORGAN = re.compile(
    r"(?:[A-ZÀ-Þ][\w-]+\s+){0,2}?(?:(?:Vice[- ]?|Sub|Under)?(?:[Mm]inistry|[Mm]inist[eéè]ri?[oe]|[Ss]ecretar\w+)"
    r"|Supreme\s+Court|Corte\s+Suprema|Central\s+(?:Reserve\s+)?Bank|Banco\s+Central|Banque\s+centrale|Superintend\w+|Government|Gobierno|Governo|Gouvernement"
    r"|Department|Departamento|Directorate|Direcci[óo]n|National\s(?!(?:\w+\s)?University))|(?!Universi)\w+\s+Nacional\b"
)


@lru_cache(maxsize=1)
def _words() -> dict[tuple[str, ...], str]:
    """Countries' names and adjectives in compared form, with the country's code."""
    found: dict[tuple[str, ...], str] = {}
    for country in countries():
        for name in (*country.names.values(), *country.other_names, *ALSO_CALLED.get(country.code, ())):
            if len(name) > 3:
                found.setdefault(forms(name), country.code)
    for row in rows(files("ontology") / "demonyms.csv", COLUMNS):
        code = row.text("country")
        for language in LANGUAGES:
            for adjective in row.parts(language):
                found.setdefault(forms(adjective), code)
    return found


@lru_cache(maxsize=50_000)
def nation(name: str) -> tuple[str | None, tuple[str, ...]]:
    """The code of the only country that a name holds, else None, and its words without it.

    >>> nation("Peruvian Ministry of Ports"), nation("Ministry of Ports of the Republic of Peru")[0]
    (('PE', ('ministry', 'of', 'ports')), 'PE')
    """
    words = forms(name)
    found: set[str] = set()
    kept: list[str] = []
    at = 0
    while at < len(words):
        size = next((n for n in range(LONGEST, 0, -1) if words[at : at + n] in _words() and at + n <= len(words)), 0)
        if size:
            found.add(_words()[words[at : at + size]])
            if at + size == len(words):
                while kept and kept[-1] in LED_ON:
                    kept.pop()
        else:
            kept.append(words[at])
        at += size or 1
    return (found.pop(), tuple(kept)) if len(found) == 1 else (None, words)


def own_slug(name: str, acronym: str | None = None) -> str:
    """The slug of an organisation that no table holds: one for each way to say whose ministry it is.

    A state's organ whose name doesn't say whose it is has its acronym in the slug, where one is known.

    >>> own_slug("Peruvian Ministry of Ports"), own_slug("Ministry of Ports of Peru")
    ('ministry-of-ports-of-peru', 'ministry-of-ports-of-peru')
    >>> own_slug("Ministry of Ports", "MIPO"), own_slug("Union of Ports", "UP")
    ('ministry-of-ports-mipo', 'union-of-ports')
    """
    if not is_state_organ(name):
        return slug(name, longest=LONGEST_SLUG)
    code, words = nation(name)
    if code:
        country = next(country.name_en for country in countries() if country.code == code)
        return slug(" ".join((*words, "of", country)), longest=LONGEST_SLUG)
    return slug(f"{name} {acronym or ''}", longest=LONGEST_SLUG)


def is_state_organ(name: str) -> bool:
    """True for a ministry, a central bank, a national institute: what many states have under one name."""
    return bool(STATE_ORGAN.match(name))
