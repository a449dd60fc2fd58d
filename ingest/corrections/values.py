"""Values of corrections: how they are written, and what they are in the graph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from pyoxigraph import Literal, NamedNode

from ingest.triples import Value, year
from ingest.triples import date as dated
from kg.activity_filters import STATUSES
from kg.countries import countries
from kg.errors import InvalidInput
from kg.terms import LANGUAGES, PREFIXES, expand, iri, slug

Triple = tuple[NamedNode, NamedNode, Value]
A = NamedNode(expand("rdf:type"))
INTERVAL = re.compile(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:/(\d{4}(?:-\d\d(?:-\d\d)?)?))?")
PLACE = re.compile(r"(?P<city>[^,|]*\w[^,|]*),\s*(?P<country>[A-Za-z]{2})")
IN_LANGUAGE = re.compile(r"(?P<text>.*\S)\s*@(?P<language>[a-z]{2})", re.DOTALL)


@dataclass(frozen=True)
class Item:
    """One value as a term of the graph, and the triples that describe the term where it is a thing."""

    term: Value
    about: tuple[Triple, ...] = ()


def status(text: str) -> Item:
    """One of the statuses of activities."""
    if text not in STATUSES:
        raise InvalidInput(f"{text!r} is no status. Statuses are {', '.join(STATUSES)}.")
    return Item(NamedNode(expand(f"sela:{text}")))


def modality(text: str) -> Item:
    """`virtual` or `face-to-face`."""
    if text not in ("virtual", "face-to-face"):
        raise InvalidInput(f"{text!r} is no modality. Write virtual, face-to-face or virtual|face-to-face.")
    return Item(NamedNode(expand(f"sela:{text}")))


def a_year(text: str) -> Item:
    """A year of four digits."""
    if not re.fullmatch(r"[12]\d{3}", text):
        raise InvalidInput(f"{text!r} is no year. Write four digits, such as 2026.")
    return Item(year(int(text)))


def count(text: str) -> Item:
    """A number of people."""
    if not re.fullmatch(r"\d{1,9}", text, re.ASCII):
        raise InvalidInput(f"{text!r} is no number. Write digits only, such as 63.")
    return Item(Literal(int(text)))


def period(text: str) -> Item:
    """A day, month or year, or the first and last one with a slash between.

    >>> str(period("2031-05-03/2031-05-04").term).rpartition("/")[2]
    '2031-05-03--2031-05-04>'
    """
    match = INTERVAL.fullmatch(text)
    first, last = (match[1], match[2] or match[1]) if match else ("", "")
    if not _is_date(first) or not _is_date(last) or len(first) != len(last) or last < first:
        raise InvalidInput(f"{text!r} is no date. Write 2031-05-03, 2031-05, 2031 or 2031-05-03/2031-05-04.")
    node = NamedNode(iri("period", f"{first}--{last}"))
    return _thing(node, "sela:Period", {"schema:startDate": dated(first), "schema:endDate": dated(last)})


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        return False
    return True


def place(text: str) -> Item:
    """A city with its country's code.

    >>> str(place("San José, CR").term).rpartition("/")[2]
    'san-jose-cr>'
    """
    match = PLACE.fullmatch(text)
    if match is None or not slug(match["city"]):
        raise InvalidInput(f"{text!r} is no place. Write the city and the country's code, such as Montevideo, UY.")
    land = country(match["country"]).term
    node = NamedNode(iri("place", f"{slug(match['city'])}-{match['country'].lower()}"))
    return _thing(node, "sela:Place", {"schema:name": Literal(match["city"].strip()), "sela:country": land})


def country(text: str) -> Item:
    """A country by its alpha-2 code."""
    if text.upper() not in {each.code for each in countries()}:
        raise InvalidInput(f"{text!r} is no country's alpha-2 code, such as UY for Uruguay.")
    return Item(NamedNode(iri("country", text.upper())))


def goal(text: str) -> Item:
    """A goal by its number."""
    if not re.fullmatch(r"[1-9]|1[0-7]", text):
        raise InvalidInput(f"{text!r} is no goal. Goals are the numbers 1 to 17.")
    return Item(NamedNode(PREFIXES["sdg"] + text))


def plain(text: str) -> Item:
    """A text without a language."""
    return Item(Literal(text))


@dataclass(frozen=True)
class Name(Item):
    """A name in a language."""

    term: Literal


def a_name(text: str, *, language: str) -> Name:
    """A name in the language that stands behind an @ at its end, else in the one given.

    >>> a_name("Banco del Sur@es", language="en").term
    <Literal value=Banco del Sur language=es>
    """
    match = IN_LANGUAGE.fullmatch(text)
    if match and match["language"] not in LANGUAGES:
        raise InvalidInput(f"{text!r} names no language of ours. Put @en, @es, @pt or @fr behind the name.")
    if not text:
        raise InvalidInput("The value is blank, and there must be a name.")
    return Name(Literal(match["text"] if match else text, language=match["language"] if match else language))


def _thing(node: NamedNode, kind: str, values: dict[str, Value]) -> Item:
    said: list[Triple] = [(node, NamedNode(expand(name)), value) for name, value in values.items()]
    return Item(node, ((node, A, NamedNode(expand(kind))), *said))
