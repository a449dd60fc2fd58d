"""Cities that documents name without their country: the capitals of the world and cities of the region."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from importlib.resources import files

from kg.countries import get_country
from kg.directory_table import rows
from kg.linking.entities import Entity
from kg.terms import LANGUAGES, fold

AROUND = 12  # characters beside a name in capitals that show whether all is in capitals
COLUMNS = ("country", *LANGUAGES)


@lru_cache(maxsize=1)
def _cities() -> dict[str, str]:
    """The country of each city, by each of its names, folded; a blank name is the English one."""
    found: dict[str, str] = {}
    for row in rows(files("ontology") / "cities.csv", COLUMNS):
        row.text("en")
        country = get_country(row.text("country"))
        for name in filter(None, map(row.optional, LANGUAGES)):
            if found.setdefault(fold(name), country.code) != country.code:
                raise row.wrong("en", "is in another country in a line above; keep one")
    return found


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    names = sorted(_cities(), key=len, reverse=True)
    said = "|".join(map(re.escape, names)).replace(r"\ ", r"\s+")
    return re.compile(rf"(?<![\w-])(?:{said})(?![\w-])", re.IGNORECASE)


def find_cities(text: str) -> list[tuple[int, int, Entity]]:
    """Where a text names cities of the table, and the country of each.

    >>> [("Lima and Brasília"[a:b], country.slug) for a, b, country in find_cities("Lima and Brasília")]
    [('Lima', 'PE'), ('Brasília', 'BR')]
    """
    matches = _pattern().finditer(_without_accents(text))
    return [(*m.span(), _country(_cities()[fold(m.group())])) for m in matches if _is_name(text, *m.span())]


def _is_name(text: str, start: int, end: int) -> bool:
    """False for "the lima bean", and for an acronym: capitals among small letters."""
    said = text[start:end]
    return not said.islower() and (not said.isupper() or text[max(0, start - AROUND) : end + AROUND].isupper())


def _without_accents(text: str) -> str:
    """The same text, as long, with plain letters for accented ones.

    >>> _without_accents("Bogotá, Asunción")
    'Bogota, Asuncion'
    """
    return "".join(unicodedata.normalize("NFD", character)[0] for character in text)


@lru_cache(maxsize=256)
def _country(code: str) -> Entity:
    country = get_country(code)
    return Entity(country.iri, country.name_en, "country")
