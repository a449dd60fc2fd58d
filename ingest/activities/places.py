"""Places: a city with its country beside it, or one that the table of cities knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.activities.cities import find_cities
from kg.linking.entities import Entity, Mention
from search.passages import Span

PROPER = r"[A-ZÁÉÍÓÚÑÂÊÔÃÕÇ][\w'’-]+"
SMALL = r"(?:(?:de|del|of|la|las|los|do|da|dos|das|du|des)\s)"
NAME = rf"{PROPER}(?:(?:(?<=\bSt)\.)?\s{SMALL}{{0,2}}(?:[ea]l-)?{PROPER}){{0,3}}"
CITY_OF = r"(?:cit(?:y|ies)|ports?|ciudad(?:es)?|puertos?|cidades?|portos?|villes?)\s+(?:of|de|do|d['’])\s*"
IN = rf"(?:\b(?:in|at|en|em|na|no|à|a)\s+(?:(?:the|la|a|o)\s+)?(?:{CITY_OF})?|\b{CITY_OF})"
CITY = re.compile(
    rf"(?P<opening>\A[\s*(]*|[.;:(][\s*]*|(?i:{IN}))(?P<city>{NAME})"
    rf"(?:\s\([^)]{{2,40}}\))?(?:,\s(?P<next>{NAME})|,\sD\.\s?[CF]\.)?(?:,\s*(?i:(?:the|la|el|a|o)\s+)?|\s\()\Z"
)
NO_CITY = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Secretariat|Ministry|"
    r"Government|University|Republic|Meeting|SELA|America|Caribbean|Europe|Asia|Africa|Am[ée]rica|Caribe|Am[ée]rique|"
    r"Hotel|Cent(?:re|er)|Centro|Building|Headquarters|Palace|School|Academy|Institute|Instituto|Bank|Banco|Escuela|"
    r"Ministerio|Universidad|Gobierno|Secretar[íi]a|Reuni[óo]n|Rep[úu]blica|Estados?|Member|States?)\b"
)
LEADS = re.compile(rf"(?:\A[\s*(]*|[.;:(][\s*]*|(?i:{IN}))\Z")
HOUSE = (
    r"seat|headquarters|premises|offices?|hall|auditorium|campus|facilities|university|chamber|hotel|school|institute|"
    r"academy|cent(?:re|er)|palace|museum|bank|college|sede|instalaciones|oficinas?|auditorio|universidad|c[áa]mara|"
    r"escuela|instituto|academia|centro|palacio|museo|banco|bolsa|instala[çc][õo]es|escrit[óo]rio|universidade|"
    r"c[âa]mara|escola|pal[áa]cio|museu|si[èe]ge|locaux|bureaux?|universit[ée]|chambre|h[ôo]tel|[ée]cole|institut|"
    r"acad[ée]mie|palais|mus[ée]e|banque"
)
AT_HOUSE = re.compile(  # "at the Chamber of Commerce of Quito": a house that bears the name of its city
    rf"\b(?:at|en|em|na|no|nas|nos|au|aux|à|in the premises of)\s(?:[^\W\d_]+['’\s]\s?){{0,6}}?(?:{HOUSE})\b"
    r"[^.;:,()\n]{0,80}\s(?:of|de|do|da|du|d['’])\s?\Z",
    re.IGNORECASE,
)
IN_COUNTRY = re.compile(
    r"\b(?:in|en|em|au|aux|no|na)\s+(?:(?:the|la|el|a|o)\s+)?(?:Republic\s+of\s+)?\Z", re.IGNORECASE
)
ENUMERATED = re.compile(r"\s*(?:,|and|y|e|et)\s+")
BEFORE = 110  # characters that a city, a province and what leads up to them take


@dataclass(frozen=True)
class Place:
    """A city and its country as a text names them; the city is None where only a country is named."""

    city: str | None
    country: Entity
    start: int
    end: int


def find_places(prose: str, span: Span, mentions: Iterable[Mention]) -> list[Place]:
    """The places that a stretch of prose names, in order; countries alone only where it names no city."""
    inside = [m for m in mentions if span[0] <= m.start and m.end <= span[1]]
    countries = [m for m in inside if m.entity.type == "country"]
    beside = [place for m in countries if (place := _before(prose, span, m, inside))]
    found: list[Place] = []
    for place in sorted([*beside, *_known(prose, span)], key=lambda place: (place.start, -place.end)):
        if not found or place.start >= found[-1].end:  # "ciudad de Panamá" is longer than the "Panamá" in it
            found.append(place)
    return found or [Place(None, m.entity, m.start, m.end) for m in countries if _alone(prose, span, m, inside)]


def _before(prose: str, span: Span, country: Mention, inside: list[Mention]) -> Place | None:
    """The city before a country's name: "in Lima, Peru", "Buenos Aires (Argentina)"."""
    start = max(span[0], country.start - BEFORE)
    match = CITY.search(prose[start : country.start])
    if match is None or (match["opening"] == "" and start > span[0]):
        return None
    group = "next" if match["next"] and (NO_CITY.search(match["city"]) or find_cities(match["next"])) else "city"
    name = " ".join(match[group].split())
    inner = [a for a, b, _ in find_cities(name) if b == len(name)]
    name = name[max(inner, default=0) :]  # "Port School of Valparaíso"
    at = start + match.end(group) - len(name)
    if NO_CITY.search(name) or _names_other(prose, name, country, inside) or _holds_other(at, country, inside):
        return None
    return Place(name, country.entity, at, country.end)


def _holds_other(at: int, country: Mention, inside: list[Mention]) -> bool:
    """True in "Pilots of Peru, Belize, Cuba", where another country stands in what looks like a city's name."""
    others = [m for m in inside if m.entity.type == "country" and m.entity.slug != country.entity.slug]
    return any(at <= other.start < country.start for other in others)


def _names_other(prose: str, name: str, country: Mention, inside: list[Mention]) -> bool:
    """True in "Cuba, Venezuela" and "the Pacific Alliance, Peru": no city, but another country or a body."""
    following = ENUMERATED.match(prose, country.end)
    return any(
        other.entity.slug != country.entity.slug
        and (
            (other.end < country.start <= other.end + 4 and prose[other.start : other.end] == name)
            or (other.entity.type == "country" and following and other.start == following.end())
        )
        for other in inside
    )


def _known(prose: str, span: Span) -> Iterator[Place]:
    """Cities of the table that something leads to: "in Lima", "Lima, 3 May"."""
    for a, b, country in find_cities(prose[slice(*span)]):
        start, end = span[0] + a, span[0] + b
        before = prose[max(span[0], start - BEFORE) : start]
        leads = LEADS.search(before[-40:]) or AT_HOUSE.search(before)
        if leads and not re.match(rf"\s{PROPER}", prose[end : min(end + 40, span[1])]):
            name = " ".join(prose[start:end].split())
            yield Place(name[0].upper() + name[1:], country, start, end)


def _alone(prose: str, span: Span, country: Mention, inside: list[Mention]) -> bool:
    """True where something was held in a country: "in Chile", but not "in Chile, Peru and Cuba"."""
    leads = IN_COUNTRY.search(prose[max(span[0], country.start - 40) : country.start])
    following = ENUMERATED.match(prose, country.end)
    listed = following and any(m.start == following.end() and m.entity.type == "country" for m in inside)
    return bool(leads) and not listed
