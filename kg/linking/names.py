"""The registry that all share: bodies of the directory and the world, and countries, by all their names."""

from __future__ import annotations

from functools import lru_cache

from kg.countries import countries
from kg.directory_table import bodies
from kg.linking.entities import Entity
from kg.linking.registry import Registry
from kg.linking.tokens import forms

# names in use that neither CLDR nor ISO gives
ALSO_CALLED = {
    "BS": ("The Bahamas", "Commonwealth of The Bahamas"),
    "CD": ("Democratic Republic of the Congo",),
    "CI": ("Ivory Coast",),
    "CZ": ("Czech Republic",),
    "GB": ("UK", "Great Britain"),
    "HK": ("Hong Kong",),
    "KN": ("St Kitts and Nevis",),
    "KP": ("North Korea",),
    "KR": ("Republic of Korea",),
    "LC": ("St Lucia",),
    "TR": ("Turkey",),
    "US": ("USA", "U.S.", "U.S.A.", "EE.UU.", "EEUU", "EUA"),
    "VC": ("St. Vincent and the Grenadines", "St Vincent and the Grenadines"),
    "VN": ("Vietnam",),
}
SHORTEST = 3  # letters of a country's name; ISO's two-letter codes are no names


@lru_cache(maxsize=8)
def registry(language: str = "en") -> Registry:
    """All names of bodies and countries that a text in a language may use.

    Bodies go by their names in every language; countries by those of English, Spanish and the text's
    own language, since the same word is a country in one and a person in another (Dominique, Maurice).
    """
    names = Registry()
    for body in bodies():
        entity = body_entity(body.slug)
        for name in (*body.names.values(), *body.other_names):
            names.add(entity, name, kind="name" if len(forms(name)) > 1 else "acronym")
        for acronym in (body.acronym, *body.other_acronyms):
            if acronym:
                names.add(entity, acronym, kind="acronym")
    for country in countries():
        entity = Entity(country.iri, country.name_en, "country", country.code)
        spoken = {country.names[spoken] for spoken in ("en", "es", language)}
        for name in sorted(spoken | set(country.other_names) | set(ALSO_CALLED.get(country.code, ()))):
            short = len(name) <= SHORTEST or name.isupper()
            names.add(entity, name, kind="acronym" if short else "name")
    return names


@lru_cache(maxsize=1)
def _body_entities() -> dict[str, Entity]:
    return {b.slug: Entity(b.iri, b.name_en, "organisation", b.acronym) for b in bodies()}


def body_entity(slug: str) -> Entity:
    """The entity of a body of the directory."""
    return _body_entities()[slug]


def is_body(entity: Entity) -> bool:
    """True for an organisation that the directory holds."""
    return entity == _body_entities().get(entity.slug)


@lru_cache(maxsize=1)
def body_names() -> dict[str, Entity]:
    """Every body by each of its names in compared form, for fuzzy look-ups."""
    return {
        " ".join(forms(name)): body_entity(body.slug)
        for body in bodies()
        for name in (*body.names.values(), *body.other_names)
    }
