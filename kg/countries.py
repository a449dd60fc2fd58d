"""The countries of the world: names in four languages, and when they belong to SELA."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from pyoxigraph import Literal, NamedNode, Quad

from kg.directory_table import bodies, membership_iri, membership_quads
from kg.errors import InvalidInput, NotFound
from kg.sela_members import SelaMember, read_members
from kg.terms import LANGUAGES, expand, iri

GRAPH = NamedNode(iri("graph", "countries"))


@dataclass(frozen=True)
class Country:
    """A country under its ISO 3166 alpha-2 code, as CLDR names it.

    `sela_since` and `sela_until` are None where the year isn't known for certain; whether it is a Member
    State today is `sela_member`. `other_names` are ISO's English names where they differ.
    """

    code: str
    name_en: str
    name_es: str
    name_pt: str
    name_fr: str
    other_names: tuple[str, ...] = ()
    sela_member: bool = False
    sela_since: int | None = None
    sela_until: int | None = None
    sela_listed: int | None = None

    def belongs_to_sela(self, *, in_year: int) -> bool:
        """True for a Member State of that year, as far as is known.

        >>> get_country("CR").belongs_to_sela(in_year=2012), get_country("CR").belongs_to_sela(in_year=2023)
        (True, False)
        """
        last = self.sela_until or self.sela_listed
        return self.sela_member or (last is not None and in_year <= last)

    @property
    def iri(self) -> str:
        """Its IRI, `id/country/{XX}`."""
        return iri("country", self.code)

    @property
    def names(self) -> dict[str, str]:
        """Its names by language."""
        return {language: getattr(self, f"name_{language}") for language in LANGUAGES}


@lru_cache(maxsize=1)
def countries() -> tuple[Country, ...]:
    """Every country with an alpha-2 code, by code.

    >>> next(country.names for country in countries() if country.code == "BE")
    {'en': 'Belgium', 'es': 'Bélgica', 'pt': 'Bélgica', 'fr': 'Belgique'}
    """
    # Imported here because both read large tables, and most commands need no country.
    import pycountry
    from babel import Locale

    territories = {language: Locale(language).territories for language in LANGUAGES}
    members = read_members(files("ontology") / "sela-members.csv")
    present = next(body.members for body in bodies() if body.slug == "sela")
    found = {}
    for entry in pycountry.countries:
        code = str(entry.alpha_2)
        names = {language: str(territories[language][code]) for language in LANGUAGES}
        iso = {str(getattr(entry, field, "")) for field in ("name", "common_name", "official_name")}
        member = members.get(code, SelaMember(code, None, None))
        found[code] = Country(
            code=code,
            name_en=names["en"],
            name_es=names["es"],
            name_pt=names["pt"],
            name_fr=names["fr"],
            other_names=tuple(sorted(iso - {"", names["en"]})),
            sela_member=code in present,
            sela_since=member.since,
            sela_until=member.until,
            sela_listed=member.listed,
        )
    _check_codes(members, found, "sela-members.csv, column country")
    _check_codes(present, members, "regional-bodies.csv, row sela, which sela-members.csv should repeat")
    if ended := [code for code in present if members[code].until]:
        raise InvalidInput(
            f"sela-members.csv, column until: {ended[0]!r} has an end, but regional-bodies.csv lists it."
        )
    return tuple(found[code] for code in sorted(found))


def get_country(code: str) -> Country:
    """The country with a code.

    >>> get_country("VE").name_pt
    'Venezuela'
    """
    for country in countries():
        if country.code == code:
            return country
    raise NotFound("country", code, hint="Countries go by their alpha-2 codes, as VE.")


def country_quads() -> Iterator[Quad]:
    """Every country with its names, and the dates of memberships in SELA, in the countries' graph."""
    known = {country.code for country in countries()}
    for body in bodies():
        # Checked here and not in `bodies`, which must stay cheap: the list of codes takes 0.1 s to load.
        row = f"regional-bodies.csv, row {body.slug}"
        _check_codes(body.members, known, f"{row}, column members")
        _check_codes(body.observers, known, f"{row}, column observers")
        _check_codes([body.hq_country] if body.hq_country else [], known, f"{row}, column hq_country")
    for country in countries():
        yield from _naming(country)
        yield from _sela_membership(country)


def _naming(country: Country) -> Iterator[Quad]:
    subject = NamedNode(country.iri)
    yield Quad(subject, _name("rdf:type"), _name("schema:Country"), GRAPH)
    yield Quad(subject, _name("skos:notation"), Literal(country.code), GRAPH)
    for language, name in country.names.items():
        for predicate in ("rdfs:label", "skos:prefLabel"):
            yield Quad(subject, _name(predicate), Literal(name, language=language), GRAPH)
    for name in country.other_names:
        yield Quad(subject, _name("skos:altLabel"), Literal(name, language="en"), GRAPH)


def _sela_membership(country: Country) -> Iterator[Quad]:
    """Dates of a membership that the directory states, or all of one that has ended.

    One that ended in an unknown year is left out: without its end it would look like a present one.
    """
    if not country.sela_member and not country.sela_until:
        return
    if not country.sela_member:
        yield from membership_quads(GRAPH, "sela", country.code, "member")
    membership = NamedNode(membership_iri("sela", country.code))
    for predicate, year in (("schema:startDate", country.sela_since), ("schema:endDate", country.sela_until)):
        if year:
            value = Literal(f"{year:04}", datatype=_name("xsd:gYear"))
            yield Quad(membership, _name(predicate), value, GRAPH)


def _check_codes(codes: Iterable[str], known: Iterable[str], where: str) -> None:
    if unknown := sorted(set(codes) - set(known)):
        raise InvalidInput(f"{where}: {unknown[0]!r} isn't there. Use the alpha-2 code of a country.")


def _name(prefixed: str) -> NamedNode:
    return NamedNode(expand(prefixed))
