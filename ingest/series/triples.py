"""Triples of activity series, in a named graph of their own, since a series belongs to no document."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from ingest.series.accounts import Account
from ingest.series.grouping import Member, Series
from ingest.series.undertakings import Undertaking
from ingest.triples import Value
from kg.terms import expand, iri

GRAPH = NamedNode(iri("graph", "series"))


def series_quads(found: Iterable[Series]) -> set[Quad]:
    """Each series with its label; each activity's place in it, with score, reason and the headings that show it."""
    quads: set[Quad] = set()
    for series in found:
        node = NamedNode(iri("series", series.slug))
        quads.add(_quad(node, "rdf:type", NamedNode(expand("sela:ActivitySeries"))))
        quads.update(_quad(node, "skos:prefLabel", Literal(said, language=spoken)) for spoken, said in series.labels)
        for member in series.members:
            quads.update(_membership(node, member))
    return quads


def _membership(series: NamedNode, member: Member) -> Iterator[Quad]:
    activity, link = NamedNode(iri("activity", member.undertaking.first.activity)), member.link
    said = f"{activity.value} {series.value}"
    node = NamedNode(iri("statement", "series", hashlib.sha256(said.encode()).hexdigest()[:24]))
    yield _quad(activity, "sela:inSeries", series)
    yield _quad(node, "rdf:type", NamedNode(expand("rdf:Statement")))
    yield _quad(node, "rdf:subject", activity)
    yield _quad(node, "rdf:predicate", NamedNode(expand("sela:inSeries")))
    yield _quad(node, "rdf:object", series)
    yield _quad(node, "sela:rule", Literal(link.reason))
    yield _quad(node, "sela:score", Literal(f"{link.score:.2f}", datatype=NamedNode(expand("xsd:decimal"))))
    for account in _accounts(link.one, link.other):
        span = NamedNode(iri("span", account.document, f"{account.start}-{account.end}"))
        yield _quad(node, "prov:wasDerivedFrom", span)
        yield from _span(span, account)


def _accounts(*undertakings: Undertaking) -> Iterator[Account]:
    return (account for each in undertakings for account in each.accounts)


def _span(node: NamedNode, account: Account) -> Iterator[Quad]:
    yield _quad(node, "rdf:type", NamedNode(expand("sela:Span")))
    yield _quad(node, "oa:start", Literal(account.start))
    yield _quad(node, "oa:end", Literal(account.end))
    yield _quad(node, "oa:exact", Literal(account.heading))
    yield _quad(node, "sela:inDocument", NamedNode(iri("document", account.document)))


def _quad(subject: NamedNode, name: str, value: Value) -> Quad:
    return Quad(subject, NamedNode(expand(name)), value, GRAPH)
