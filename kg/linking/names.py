"""The registry that all share: bodies of the directory and the world, and countries, by all their names."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from kg.countries import countries
from kg.directory_table import bodies, rows
from kg.linking.alternative_names import ALSO_CALLED
from kg.linking.entities import Entity
from kg.linking.fuzzy import NameIndex
from kg.linking.organisation_words import WORDLIKE
from kg.linking.registry import Registry
from kg.linking.tokens import forms

SHORTEST = 3  # letters of a country's name; ISO's two-letter codes are no names
SHORTEST_WORD = 5  # letters of an acronym that is printed as a word, too: "Sela" is one of another language


@lru_cache(maxsize=8)
def registry(language: str = "en") -> Registry:
    """All names of bodies and countries that a text in a language may use.

    Bodies go by their names in every language; countries by those of English, Spanish and the text's
    own language, since the same word is a country in one and a person in another (Dominique, Maurice).
    """
    names = Registry()
    for body in bodies():
        entity = body_entity(body.slug)
        for name in _names_by_slug()[body.slug]:
            names.add(entity, name, kind="name" if len(forms(name)) > 1 else "acronym")
        for acronym in body.acronyms:
            names.add(entity, acronym, kind="acronym")
            if len(acronym) >= SHORTEST_WORD and acronym.isalpha() and not WORDLIKE.fullmatch(acronym):
                names.add(entity, acronym.capitalize(), kind="acronym")  # "Unasur", "Mercosur"
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
def _regional_slugs() -> frozenset[str]:
    return frozenset(body.slug for body in bodies() if body.regional)


def is_regional(entity: Entity) -> bool:
    """True for a body of the region, rather than of the world."""
    return is_body(entity) and entity.slug in _regional_slugs()


def entity_names(entity: Entity) -> tuple[str, ...]:
    """Every name of a body, in every language; what an entity is called where it is none."""
    return _names_by_slug().get(entity.slug, (entity.label,)) if is_body(entity) else (entity.label,)


@lru_cache(maxsize=1)
def _names_by_slug() -> dict[str, tuple[str, ...]]:
    """The names of each body: its tables', and those that it had, or goes by, in `other-names.csv`."""
    found = {body.slug: [*body.names.values(), *body.other_names] for body in bodies()}
    for row in rows(files("ontology") / "other-names.csv", ("slug", "name")):
        found[row.one_of("slug", found)].append(row.text("name"))
    return {slug: tuple(names) for slug, names in found.items()}


@lru_cache(maxsize=1)
def body_index() -> NameIndex:
    """Every body by each of its names in compared form, for fuzzy look-ups."""
    return NameIndex(
        {
            " ".join(forms(name)): body_entity(slug)
            for slug, names in _names_by_slug().items()
            for name in names
            if len(forms(name)) > 1
        }
    )


@lru_cache(maxsize=20_000)
def nearest_body(name: str) -> tuple[Entity, float] | None:
    """The body with the most similar name and how similar it is (0..1), None where no match is clear."""
    return body_index().nearest(name)
