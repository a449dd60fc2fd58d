"""Partners: the organisations that documents list as those that SELA carried out activities with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kg.records import Kind, Record, Row, in_english, last, text

PARTNERS = """
SELECT ?record ?name ?acronym
WHERE {
  ?document a sela:Document ; sela:listsPartner ?record .
  OPTIONAL { ?record skos:prefLabel ?name }
  OPTIONAL { ?record sela:acronym ?acronym }
}
ORDER BY ?record ?name
"""
DOCUMENTS_OF = """
SELECT DISTINCT ?record ?document ?source
WHERE { ?document a ?type ; sela:listsPartner ?record ; sela:sourceFile ?source }
ORDER BY ?record ?source
"""
ACTIVITIES_OF = """
SELECT DISTINCT ?record ?activity ?title ?code
WHERE {
  ?document a ?type ; sela:listsPartner ?record .
  ?activity sela:inDocument ?document ; sela:involves ?record ; dcterms:title ?title .
  OPTIONAL { ?activity sela:code ?code }
}
ORDER BY ?record ?activity
"""
EVIDENCE_OF = """
SELECT DISTINCT ?record ?document ?start ?end
WHERE {
  ?document a ?type ; sela:listsPartner ?record .
  ?statement rdf:subject ?document ; rdf:predicate sela:listsPartner ; rdf:object ?record ; prov:wasDerivedFrom ?span .
  ?span oa:start ?start ; oa:end ?end .
}
ORDER BY ?record ?document ?start
"""


@dataclass(frozen=True, kw_only=True)
class Partner(Record):
    """An organisation that a document lists as a partner, with the activities of that document that it took part in."""

    name: str
    acronym: str | None

    @property
    def said(self) -> str:
        """Its name and acronym."""
        return f"{self.name} {self.acronym or ''}"

    @property
    def organisations(self) -> frozenset[str]:
        """Itself."""
        return frozenset((last(self.iri),))


def _partner(row: Row, rows: Sequence[Row], shared: dict[str, Any]) -> Partner:
    return Partner(name=in_english(rows, "name") or shared["slug"], acronym=text(row["acronym"]), **shared)


KIND = Kind(
    "org", "sela:Document", PARTNERS, _partner,
    documents=DOCUMENTS_OF, activities=ACTIVITIES_OF, evidence=EVIDENCE_OF,
)  # fmt: skip
