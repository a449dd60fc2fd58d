"""The directory: organisations of the region and of the world, from the tables in `ontology/`."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import InvalidInput
from kg.terms import LANGUAGES, expand, iri, slug

GRAPH = NamedNode(iri("graph", "directory"))

_NAMING = ("slug", "acronym", "other_acronyms", "name_en", "name_es", "name_pt", "name_fr")
REGIONAL_COLUMNS = (
    *_NAMING, "kind", "scope", "founded", "founding_instrument", "hq_city", "hq_country", "website",
    "members", "observers", "parent", "themes", "status", "source", "confidence",
)  # fmt: skip
WORLD_COLUMNS = (*_NAMING, "other_names", "kind")

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_COUNTRY = re.compile(r"[A-Z]{2}")
_COUNTRY_WANTED = "an alpha-2 country code"
_YEAR = re.compile(r"\d{4}")
_WEBSITE = re.compile(r"[\w.-]+\.\w+(/[^\s<>\"{}|\\^`]*)?")
_ANY = re.compile(r".+")
_STATUSES = ("active", "inactive")
_CONFIDENCES = ("verified", "partial", "unchecked")


@dataclass(frozen=True)
class Row:
    """One line of a table, that can say which of its values is wrong, where and why."""

    table: str
    line: int
    cells: Mapping[str, str]

    def wrong(self, column: str, reason: str) -> InvalidInput:
        """The error for a value of this row.

        >>> print(Row("t.csv", 3, {"founded": "19x5"}).wrong("founded", "needs a year"))
        t.csv, line 3, column founded: '19x5' needs a year.
        """
        where = f"{self.table}, line {self.line}, column {column}"
        return InvalidInput(f"{where}: {self.cells[column]!r} {reason}.")

    def text(self, column: str, form: re.Pattern[str] = _ANY, wanted: str = "one line") -> str:
        """A value that must be there, in a given form."""
        if value := self.optional(column, form, wanted):
            return value
        raise self.wrong(column, "must not be blank")

    def optional(self, column: str, form: re.Pattern[str] = _ANY, wanted: str = "one line") -> str | None:
        """A value in a given form, or None where the table has none."""
        value = self.cells.get(column, "").strip() or None
        if value is not None and not form.fullmatch(value):
            raise self.wrong(column, f"should be {wanted}")
        return value

    def one_of(self, column: str, choices: Collection[str]) -> str:
        """A value out of a few."""
        value = self.text(column)
        if value not in choices:
            raise self.wrong(column, f"should be one of {', '.join(choices)}")
        return value

    def year(self, column: str) -> int | None:
        """A year of four digits, or None."""
        value = self.optional(column, _YEAR, "a year of four digits, or blank")
        return int(value) if value else None

    def parts(self, column: str, form: re.Pattern[str] = _ANY, wanted: str = "a value between bars") -> tuple[str, ...]:
        """The values of a cell that holds several, parted by `|`."""
        cell = self.optional(column)
        if cell is None:
            return ()
        values = tuple(part.strip() for part in cell.split("|"))
        for value in values:
            if not form.fullmatch(value):
                raise self.wrong(column, f"holds {value!r}, which should be {wanted}")
        if len(set(values)) < len(values):
            raise self.wrong(column, "names something twice; keep one")
        return values


def rows(table: Traversable, columns: tuple[str, ...]) -> Iterator[Row]:
    """The lines of a table with exactly these columns; lines that are empty, as editors leave them, don't count."""
    with table.open("r", encoding="utf-8-sig") as file:  # a spreadsheet puts a mark in front
        reader = csv.reader(file, strict=True)
        try:
            if tuple(next(reader, ())) != columns:
                raise InvalidInput(f"{table.name}, line 1: the columns should be {','.join(columns)}.")
            for cells in filter(None, reader):
                if len(cells) != len(columns):
                    where = f"{table.name}, line {reader.line_num}"
                    raise InvalidInput(f"{where}: {len(cells)} cells where there should be {len(columns)}.")
                yield Row(table.name, reader.line_num, dict(zip(columns, cells, strict=True)))
        except csv.Error as error:
            raise InvalidInput(f"{table.name}, line {reader.line_num}: {error}. Mend the quotes.") from error
        except UnicodeDecodeError:
            raise InvalidInput(f"{table.name} is not UTF-8. Save it as CSV in UTF-8.") from None


@dataclass(frozen=True)
class Body:
    """An organisation of the directory; None and () stand for what the table leaves blank."""

    slug: str
    acronym: str | None
    other_acronyms: tuple[str, ...]
    name_en: str
    name_es: str | None
    name_pt: str | None
    name_fr: str | None
    other_names: tuple[str, ...]
    kind: str
    scope: str | None
    founded: int | None
    founding_instrument: str | None
    hq_city: str | None
    hq_country: str | None
    website: str | None
    members: tuple[str, ...]
    observers: tuple[str, ...]
    parent: str | None
    themes: tuple[str, ...]
    status: str | None
    source: str | None
    confidence: str | None
    regional: bool

    @classmethod
    def from_row(cls, row: Row, *, regional: bool) -> Body:
        """A body of the region has a record; of one of the world only the names are kept."""
        city, country = row.optional("hq_city"), row.optional("hq_country", _COUNTRY, _COUNTRY_WANTED)
        if (city is None) != (country is None):
            raise row.wrong("hq_city", "and hq_country need each other: fill in both or none")
        return cls(
            slug=row.text("slug", _SLUG, "lower-case letters, digits and single hyphens"),
            acronym=row.text("acronym") if regional else row.optional("acronym"),
            other_acronyms=row.parts("other_acronyms"),
            name_en=row.text("name_en"),
            name_es=row.optional("name_es"),
            name_pt=row.optional("name_pt"),
            name_fr=row.optional("name_fr"),
            other_names=row.parts("other_names"),
            kind=row.text("kind"),
            scope=row.text("scope") if regional else None,
            founded=row.year("founded"),
            founding_instrument=row.optional("founding_instrument"),
            hq_city=city,
            hq_country=country,
            website=row.optional("website", _WEBSITE, "a host name, with a path if need be"),
            members=row.parts("members", _COUNTRY, _COUNTRY_WANTED),
            observers=row.parts("observers", _COUNTRY, _COUNTRY_WANTED),
            parent=row.optional("parent", _SLUG, "the slug of another body"),
            themes=row.parts("themes", _SLUG, "the slug of a theme"),
            status=row.one_of("status", _STATUSES) if regional else None,
            source=row.text("source") if regional else None,
            confidence=row.one_of("confidence", _CONFIDENCES) if regional else None,
            regional=regional,
        )

    @property
    def iri(self) -> str:
        """Its IRI, `id/org/{slug}`."""
        return iri("org", self.slug)

    @property
    def names(self) -> dict[str, str]:
        """Its names by language, where the table has one."""
        named = {language: getattr(self, f"name_{language}") for language in LANGUAGES}
        return {language: name for language, name in named.items() if name}

    @property
    def acronyms(self) -> tuple[str, ...]:
        """All its acronyms, the best known first."""
        return ((self.acronym,) if self.acronym else ()) + self.other_acronyms


def read_bodies(regional: Traversable, world: Traversable) -> tuple[Body, ...]:
    """The bodies of two tables, by slug; a slug stands once and a parent is among them."""
    bodies: dict[str, Body] = {}
    with_parent: list[Row] = []
    for table, columns, is_regional in ((regional, REGIONAL_COLUMNS, True), (world, WORLD_COLUMNS, False)):
        for row in rows(table, columns):
            body = Body.from_row(row, regional=is_regional)
            if body.slug in bodies:
                raise row.wrong("slug", "is taken by another body; choose another slug")
            bodies[body.slug] = body
            if body.parent:
                with_parent.append(row)
    for row in with_parent:
        if row.cells["parent"].strip() not in bodies:
            raise row.wrong("parent", "is no slug of these tables; add that body or leave it blank")
    return tuple(bodies[name] for name in sorted(bodies))


@lru_cache(maxsize=1)
def bodies() -> tuple[Body, ...]:
    """Every body of the directory, by slug.

    >>> next(body.name_es for body in bodies() if body.slug == "aladi")
    'Asociación Latinoamericana de Integración'
    """
    data = files("ontology")
    return read_bodies(data / "regional-bodies.csv", data / "world-bodies.csv")


def place_iri(city: str, country: str) -> str:
    """The IRI of a city.

    >>> place_iri("São Paulo", "BR")
    'https://w3id.org/sela-kg/id/place/sao-paulo-br'
    """
    return iri("place", f"{slug(city)}-{country.lower()}")


def membership_iri(body: str, country: str) -> str:
    """The IRI of a country's membership in a body."""
    return iri("membership", f"{body}-{country}")


def membership_quads(graph: NamedNode, body: str, country: str, role: str) -> Iterator[Quad]:
    """A country's standing in a body, as member or observer."""
    membership = NamedNode(membership_iri(body, country))
    yield Quad(membership, _name("rdf:type"), _name("org:Membership"), graph)
    yield Quad(membership, _name("org:member"), NamedNode(iri("country", country)), graph)
    yield Quad(membership, _name("org:organization"), NamedNode(iri("org", body)), graph)
    yield Quad(membership, _name("org:role"), _name(f"sela:{role}"), graph)


def directory_quads() -> Iterator[Quad]:
    """Every body with its names, seat, memberships and themes, in the directory's graph."""
    for body in bodies():
        yield from _naming(body)
        yield from _record(body)
        yield from _seat(body)
        for country in body.members:
            yield Quad(NamedNode(body.iri), _name("org:hasMember"), NamedNode(iri("country", country)), GRAPH)
            yield from membership_quads(GRAPH, body.slug, country, "member")
        for country in body.observers:
            yield from membership_quads(GRAPH, body.slug, country, "observer")


def _naming(body: Body) -> Iterator[Quad]:
    subject = NamedNode(body.iri)
    # The superclass stands there too: queries run without inference.
    for kind in ("sela:RegionalBody", "org:Organization") if body.regional else ("org:Organization",):
        yield Quad(subject, _name("rdf:type"), _name(kind), GRAPH)
    for language, name in body.names.items():
        yield Quad(subject, _name("skos:prefLabel"), Literal(name, language=language), GRAPH)
    for name in body.other_names:
        yield Quad(subject, _name("skos:altLabel"), Literal(name), GRAPH)
    for acronym in body.acronyms:
        yield Quad(subject, _name("skos:notation"), Literal(acronym), GRAPH)


def _record(body: Body) -> Iterator[Quad]:
    subject = NamedNode(body.iri)
    values = {
        "sela:acronym": body.acronym,
        "sela:bodyKind": body.kind,
        "sela:scope": body.scope,
        "sela:foundingInstrument": body.founding_instrument,
        "sela:bodyStatus": body.status,
        "sela:confidence": body.confidence,
        "dcterms:source": body.source,
    }
    for predicate, value in values.items():
        if value:
            yield Quad(subject, _name(predicate), Literal(value), GRAPH)
    if body.founded:
        year = Literal(f"{body.founded:04}", datatype=_name("xsd:gYear"))
        yield Quad(subject, _name("schema:foundingDate"), year, GRAPH)
    if body.website:
        yield Quad(subject, _name("foaf:homepage"), NamedNode(f"https://{body.website}"), GRAPH)
    if body.parent:
        yield Quad(subject, _name("org:subOrganizationOf"), NamedNode(iri("org", body.parent)), GRAPH)
    for theme in body.themes:
        yield Quad(subject, _name("dcterms:subject"), NamedNode(iri("theme", theme)), GRAPH)


def _seat(body: Body) -> Iterator[Quad]:
    if body.hq_city and body.hq_country:
        place = NamedNode(place_iri(body.hq_city, body.hq_country))
        yield Quad(NamedNode(body.iri), _name("sela:headquarters"), place, GRAPH)
        yield Quad(place, _name("rdf:type"), _name("sela:Place"), GRAPH)
        yield Quad(place, _name("schema:name"), Literal(body.hq_city), GRAPH)
        yield Quad(place, _name("sela:country"), NamedNode(iri("country", body.hq_country)), GRAPH)


def _name(prefixed: str) -> NamedNode:
    return NamedNode(expand(prefixed))
