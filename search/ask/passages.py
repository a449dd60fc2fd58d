"""Answers from passages: the sentences that speak most of what was asked, quoted."""

from __future__ import annotations

import re
from dataclasses import dataclass

from search.filters import Filters
from search.index import SearchIndex
from search.passages import plain
from search.results import Hit
from search.words import WORD
from kg.terms import fold

LONGEST_ANSWER = 400  # characters; the contract's limit
LONGEST_QUOTE = 800
CITATIONS = 5
SENTENCE = re.compile(r"[^.!?\n]*[^\s.!?][^.!?\n]*(?:[.!?](?!\s|$)[^.!?\n]*)*[.!?]?[\"”’)*]*")

NOTHING = {
    "en": "The documents here say nothing that answers this.",
    "es": "Los documentos disponibles no dicen nada que responda a esto.",
    "pt": "Os documentos disponíveis não dizem nada que responda a isto.",
    "fr": "Les documents disponibles ne disent rien qui réponde à cela.",
}


@dataclass(frozen=True)
class Quotation:
    """A verbatim stretch of a passage: offsets in the document's text."""

    hit: Hit
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class PassageAnswer:
    """An answer made of quoted sentences, best source first; without any where nothing was found."""

    question: str
    language: str
    answer: str
    quotations: tuple[Quotation, ...]
    took_ms: float


def answer_from_passages(
    index: SearchIndex, question: str, *, filters: Filters | None = None
) -> PassageAnswer:
    """Answer a question with what the best passages say, word for word."""
    results = index.search(question, limit=CITATIONS, filters=filters or Filters())
    quotations = tuple(_quotation(question, hit) for hit in results.hits)
    answer = (
        _shortened(plain(_best_sentence(question, quotations[0].text)))
        if quotations
        else NOTHING[results.language]
    )
    return PassageAnswer(question, results.language, answer, quotations, results.took_ms)


def _quotation(question: str, hit: Hit) -> Quotation:
    """The part of a passage, whole sentences of at most 800 characters, that shares most with the question."""
    sentences = list(SENTENCE.finditer(hit.text))
    best = max(range(len(sentences)), key=lambda n: (_shared(question, sentences[n].group()), -n), default=0)
    first = last = best
    while sentences and (first > 0 or last + 1 < len(sentences)):
        wider = (first, last + 1) if last + 1 < len(sentences) else (first - 1, last)
        if sentences[wider[1]].end() - sentences[wider[0]].start() > LONGEST_QUOTE:
            break
        first, last = wider
    start = sentences[first].start() if sentences else 0
    end = min(sentences[last].end() if sentences else len(hit.text), start + LONGEST_QUOTE)
    text = hit.text[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    at = hit.passage.start + start
    return Quotation(hit, text, at, at + len(text))


def _best_sentence(question: str, text: str) -> str:
    sentences = [match.group().strip() for match in SENTENCE.finditer(text)]
    return max(sentences, key=lambda s: _shared(question, s), default=text)


def _shared(question: str, sentence: str) -> float:
    """How much of the question's words, by their first five letters, a sentence has."""
    asked = {fold(word)[:5] for word in WORD.findall(question) if len(word) > 3}
    said = {fold(word)[:5] for word in WORD.findall(sentence)}
    return len(asked & said) / (1 + len(said) ** 0.5)


def _shortened(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST_ANSWER else flat[: LONGEST_ANSWER - 2].rsplit(" ", 1)[0] + " …"
