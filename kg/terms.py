"""The words of the graph: namespaces, and how IRIs of our own resources are made."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

LANGUAGES = ("en", "es", "pt", "fr")
BASE = "https://w3id.org/sela-kg/"
ONTOLOGY = BASE + "ontology#"

PREFIXES = {
    "sela": ONTOLOGY,
    "id": BASE + "id/",
    "bibo": "http://purl.org/ontology/bibo/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sdg": "http://metadata.un.org/sdg/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def expand(name: str) -> str:
    """The IRI of a prefixed name.

    >>> expand("dcterms:title")
    'http://purl.org/dc/terms/title'
    """
    prefix, local = name.split(":", 1)
    return PREFIXES[prefix] + local


def compact(iri: str) -> str:
    """The prefixed name of an IRI, or the IRI where no prefix fits.

    >>> compact("http://purl.org/dc/terms/title")
    'dcterms:title'
    """
    fitting = [(prefix, base) for prefix, base in PREFIXES.items() if iri.startswith(base)]
    prefix, base = max(fitting, key=lambda pair: len(pair[1]), default=("", ""))
    return f"{prefix}:{iri.removeprefix(base)}" if prefix else iri


def fold(text: str) -> str:
    """Lower case, no accents, single spaces: the form in which names are compared.

    >>> fold("  Asociación  LATINOAMERICANA ")
    'asociacion latinoamericana'
    """
    flat = unicodedata.normalize("NFKD", text)
    return " ".join("".join(c for c in flat if not unicodedata.combining(c)).casefold().split())


def slug(text: str, *, longest: int = 80) -> str:
    """A name as part of an IRI: ASCII letters, digits and hyphens.

    >>> slug("Área II – Cooperación")
    'area-ii-cooperacion'
    """
    words = re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")
    return words[:longest].rstrip("-")


def iri(kind: str, *parts: str | int) -> str:
    """The IRI of one of our own resources; parts are joined with a slash.

    >>> iri("passage", "wp-2026", "120-480")
    'https://w3id.org/sela-kg/id/passage/wp-2026/120-480'
    """
    return f"{BASE}id/{kind}/" + "/".join(quote(str(part), safe="-._~") for part in parts)
