"""Explanations: why the graph says what it says of an entity, the same for the terminal and for HTTP."""

from __future__ import annotations

from dataclasses import replace

from kg.description import resolve
from kg.knowledge import KnowledgeGraph
from kg.texts import Texts
from kg.why import Evidence, ExplainedFact, Explanation
from search.sentences import sentence_around

MENTIONS = "sela:mentions"


def why(knowledge: KnowledgeGraph, name: str, *, limit: int = 20, offset: int = 0) -> Explanation:
    """`/api/why`: the facts about a slug or IRI, each with its sentences; raises NotFound."""
    found = knowledge.why(resolve(knowledge.graph, name), limit=limit, offset=offset)
    return replace(found, facts=tuple(_in_sentences(fact, knowledge.texts) for fact in found.facts))


def _in_sentences(fact: ExplainedFact, texts: Texts) -> ExplainedFact:
    """A mention is a name only: the sentence that it stands in says more."""
    if fact.property != MENTIONS:
        return fact
    return replace(fact, evidence=tuple(_sentence(each, texts) for each in fact.evidence))


def _sentence(evidence: Evidence, texts: Texts) -> Evidence:
    text = texts.text(evidence.document)
    start, end = sentence_around(text, evidence.start, evidence.end, within=(0, len(text)))
    return replace(evidence, start=start, end=end, text=text[start:end])
