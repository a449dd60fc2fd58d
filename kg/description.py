"""What the graph says of one IRI: its own triples, and the labels of what they point at."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from pyoxigraph import NamedNode, RdfFormat, Triple, serialize

from kg.errors import InvalidInput, NotFound
from kg.graph import Graph
from kg.terms import BASE, PREFIXES

DESCRIPTION = """
CONSTRUCT { ?entity ?property ?value . ?value skos:prefLabel ?label ; dcterms:title ?title }
WHERE {
  ?entity ?property ?value .
  OPTIONAL { ?value skos:prefLabel ?label }
  OPTIONAL { ?value dcterms:title ?title }
}
"""
ACTIVITIES_OF_SERIES = """
CONSTRUCT { ?activity sela:inSeries ?entity ; dcterms:title ?title }
WHERE { ?activity sela:inSeries ?entity ; dcterms:title ?title }
"""
SAYS_WHERE = """
CONSTRUCT {
  ?statement a rdf:Statement ; rdf:subject ?entity ; rdf:predicate ?property ; rdf:object ?value ;
             prov:wasDerivedFrom ?span ; sela:correctedBy ?correction .
}
WHERE {
  ?statement rdf:subject ?entity ; rdf:predicate ?property ; rdf:object ?value ; prov:wasDerivedFrom ?span .
  OPTIONAL { ?statement sela:correctedBy ?correction }
}
"""

FORMATS = {
    "turtle": (RdfFormat.TURTLE, "text/turtle"),
    "jsonld": (RdfFormat.JSON_LD, "application/ld+json"),
    "nt": (RdfFormat.N_TRIPLES, "application/n-triples"),
    "rdfxml": (RdfFormat.RDF_XML, "application/rdf+xml"),
}


def describe(graph: Graph, iri: str) -> list[Triple]:
    """The triples about an IRI, with where its plain values come from; raises NotFound where there are none.

    Of a series they include its activities.
    """
    triples = graph.construct(DESCRIPTION, entity=iri)
    if not triples:
        raise NotFound("entity", iri, hint="`sela search` finds them.")
    others = (graph.construct(query, entity=iri) for query in (SAYS_WHERE, ACTIVITIES_OF_SERIES))
    return sorted({*triples, *chain.from_iterable(others)}, key=str)


def write(triples: Sequence[Triple], format: str) -> bytes:
    """Triples as `turtle`, `jsonld`, `nt` or `rdfxml`."""
    if format not in FORMATS:
        raise InvalidInput(f"There is no format {format!r}. Formats are {', '.join(FORMATS)}.")
    prefixes = None if format == "nt" else PREFIXES
    return serialize(triples, format=FORMATS[format][0], prefixes=prefixes) or b""


def resolve(graph: Graph, name: str) -> str:
    """The IRI that a slug, code, number of a goal or target, or IRI stands for; raises NotFound."""
    candidates = [name] if name.startswith(("http://", "https://")) else [
        f"{BASE}id/{kind}/{value}"
        for kind, value in (
            ("org", name.lower()), ("country", name.upper()), ("document", name), ("activity", name), ("series", name),
            ("theme", name.lower()), ("place", name.lower()), ("passage", name), ("project", name),
            ("programme", name), ("area", name), ("instrument", name), ("publication", name),
            ("indicator", name.lower()), ("meeting", name.lower()), ("decision", name), ("network", name),
        )
    ] + [f"{PREFIXES['sdg']}{name.lower().removeprefix('sdg').strip()}"]  # fmt: skip
    for candidate in candidates:
        try:
            NamedNode(candidate)
        except ValueError:
            continue
        if graph.ask("ASK { ?entity ?property ?value }", entity=candidate):
            return candidate
    raise NotFound("entity", name, hint="`sela directory` and `sela activities` list slugs.")
