"""The facts about an entity, each with the node that says where it comes from."""

from __future__ import annotations

from typing import Any

from kg.graph import Graph

STATED = """
# Values that a statement vouches for: of the entity, with the entity as value, or of the statement itself.
SELECT DISTINCT ?subject ?property ?value ?source ?rule ?score ?correction ?superseded
WHERE {
  { ?source rdf:subject ?entity } UNION { ?source rdf:object ?entity }
  UNION { ?entity rdf:subject ?any BIND (?entity AS ?source) }
  ?source a rdf:Statement ; rdf:subject ?subject ; rdf:predicate ?property ; rdf:object ?value .
  OPTIONAL { ?source sela:rule ?rule }
  OPTIONAL { ?source sela:score ?score }
  OPTIONAL { ?source sela:correctedBy ?superseding }
  OPTIONAL { ?source prov:wasDerivedFrom ?bringing . ?bringing a sela:Correction }
  BIND (COALESCE(?superseding, ?bringing) AS ?correction)
  BIND (BOUND(?superseding) AS ?superseded)
}
ORDER BY ?property ?subject ?value ?source
"""

HELD = """
# Values of the entity that are stretches of text, or that come from one themselves.
SELECT DISTINCT ?subject ?property ?value (?value AS ?source) ?rule ?score ?correction
WHERE {
  ?entity ?property ?value . BIND (?entity AS ?subject)
  FILTER (?property != prov:wasDerivedFrom)
  { ?value a sela:Span }
  UNION { ?value prov:wasDerivedFrom ?from FILTER NOT EXISTS { ?value a sela:Activity } }
  FILTER NOT EXISTS { ?statement rdf:subject ?entity ; rdf:predicate ?property ; rdf:object ?value }
  OPTIONAL { ?value sela:rule ?rule }
  OPTIONAL { ?value sela:score ?score }
  OPTIONAL { ?value prov:wasDerivedFrom ?correction . ?correction a sela:Correction }
}
ORDER BY ?property ?value
"""

OWN = """
# Plain values of an entity that comes from a stretch of text as a whole; an activity's have statements.
SELECT DISTINCT ?subject ?property ?value (?entity AS ?source) ?rule ?score ?correction
WHERE {
  ?entity prov:wasDerivedFrom ?from ; ?property ?value . BIND (?entity AS ?subject)
  FILTER NOT EXISTS { ?entity a ?kind FILTER (?kind IN (sela:Activity, rdf:Statement)) }
  FILTER (?property NOT IN (rdf:type, prov:wasDerivedFrom, sela:inDocument, sela:rule, sela:score))
  FILTER NOT EXISTS { ?value prov:wasDerivedFrom ?text FILTER NOT EXISTS { ?value a sela:Activity } }
  FILTER NOT EXISTS { ?value a sela:Span }
  FILTER NOT EXISTS { ?statement rdf:subject ?entity ; rdf:predicate ?property ; rdf:object ?value }
  OPTIONAL { ?entity sela:rule ?rule }
  OPTIONAL { ?entity sela:score ?score }
  OPTIONAL { ?entity prov:wasDerivedFrom ?correction . ?correction a sela:Correction }
}
ORDER BY ?property ?value
"""

POINTING = """
# What comes from a stretch of text and points at the entity, such as its participations.
SELECT DISTINCT ?subject ?property ?value ?source ?rule ?score ?correction
WHERE {
  ?source ?pointing ?entity ; prov:wasDerivedFrom ?from ; a ?class .
  FILTER (?pointing NOT IN (dcterms:isPartOf, sela:inDocument, prov:wasDerivedFrom))
  FILTER NOT EXISTS { ?source a ?kind FILTER (?kind IN (sela:Activity, rdf:Statement)) }
  FILTER NOT EXISTS { ?entity ?held ?source }
  FILTER NOT EXISTS { ?statement rdf:subject ?source ; rdf:predicate ?pointing ; rdf:object ?entity }
  FILTER NOT EXISTS { ?source a sela:Participation ; sela:inActivity ?entity }
  OPTIONAL { ?source sela:rule ?rule }
  OPTIONAL { ?source sela:score ?score }
  OPTIONAL { ?source prov:wasDerivedFrom ?correction . ?correction a sela:Correction }
  OPTIONAL { ?owner ?owning ?source . ?owner a sela:Activity }
  BIND (COALESCE(?owner, ?source) AS ?subject)
  BIND (IF(BOUND(?owner), ?owning, ?pointing) AS ?property)
  BIND (IF(BOUND(?owner), ?source, ?entity) AS ?value)
}
ORDER BY ?property ?subject ?value
"""

TAKEN_OUT = """
# Participations of the entity that a correction took out.
SELECT DISTINCT ?subject ?property ?value ?source ?rule ?score ?correction ?superseded
WHERE {
  ?value sela:participant ?entity .
  ?source rdf:object ?value ; rdf:subject ?subject ; rdf:predicate ?property ; sela:correctedBy ?correction .
  OPTIONAL { ?source sela:rule ?rule }
  BIND (true AS ?superseded)
}
ORDER BY ?subject ?value
"""

NAMED = """
# Where the entity is named.
SELECT DISTINCT ?subject (sela:mentions AS ?property) (?entity AS ?value) ?source ?rule ?score ?correction
WHERE {
  ?source sela:mentions ?entity ; a sela:Mention ; sela:inDocument ?document ; oa:start ?start ; sela:score ?score .
  OPTIONAL { ?source sela:inActivity ?activity }
  BIND (COALESCE(?activity, ?document) AS ?subject)
  BIND ("names-it" AS ?rule)
}
ORDER BY ?document ?start
"""

OTHERS = (HELD, OWN, POINTING, TAKEN_OUT, NAMED)


def sourced_facts(graph: Graph, iri: str) -> list[dict[str, Any]]:
    """Subject, property, value and `sources` of every fact: what is stated of the entity, then where it is named.

    What several statements say by the same rule, as documents repeat it, is one fact.
    """
    stated: dict[tuple[Any, ...], dict[str, Any]] = {}
    for row in graph.select(STATED, entity=iri):
        source = row.pop("source")
        fact = stated.setdefault(tuple(map(repr, row.values())), {**row, "sources": []})
        fact["sources"].append(source)
    others = [row for query in OTHERS for row in graph.select(query, entity=iri)]
    return [*stated.values(), *({**row, "sources": [row["source"]]} for row in others)]
