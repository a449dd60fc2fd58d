"""Answers from passages: the sentences that speak most of what was asked, quoted."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from kg.terms import fold
from search.filters import Filters
from search.index import SearchIndex
from search.passages import Span, plain
from search.results import Hit
from search.sentences import sentences
from search.words import WORD

LONGEST_ANSWER = 400  # characters; the contract's limit
LONGEST_QUOTE = 800
CITATIONS = 5
HEADING = re.compile(r"\A\s*(?:#+\s[^\n]*|\*\*[^*\n]{1,200}\*\*)")  # in front of a sentence, and no part of it
FEWEST_WORDS = 5

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


def answer_from_passages(index: SearchIndex, question: str, *, filters: Filters | None = None) -> PassageAnswer:
    """Answer a question with what the best passages say, word for word."""
    results = index.search(question, limit=CITATIONS, filters=filters or Filters())
    quotations = tuple(_quotation(question, hit) for hit in results.hits)
    answer = (
        _shortened(plain(_best_sentence(question, quotations[0].text))) if quotations else NOTHING[results.language]
    )
    return PassageAnswer(question, results.language, answer, quotations, results.took_ms)


def _quotation(question: str, hit: Hit) -> Quotation:
    """The part of a passage, whole sentences of at most 800 characters, around what shares most with the question."""
    spans = sentences(hit.text) or [(0, len(hit.text))]
    first = last = _closest(question, hit.text, spans)
    while last - first + 1 < len(spans):
        wider = (first, last + 1) if last + 1 < len(spans) else (first - 1, last)
        if spans[wider[1]][1] - spans[wider[0]][0] > LONGEST_QUOTE:
            break
        first, last = wider
    start, end = spans[first][0], min(spans[last][1], spans[first][0] + LONGEST_QUOTE)
    return Quotation(hit, hit.text[start:end], hit.passage.start + start, hit.passage.start + end)


def _best_sentence(question: str, text: str) -> str:
    spans = sentences(text) or [(0, len(text))]
    start, end = spans[_closest(question, text, spans)]
    return HEADING.sub("", text[start:end]).strip() or text


def _closest(question: str, text: str, spans: list[Span]) -> int:
    """The sentence that shares most with the question, the first of equals."""
    return max(range(len(spans)), key=lambda n: (_shared(question, text[slice(*spans[n])]), -n))


def _shared(question: str, sentence: str) -> float:
    """How much of the question's words, by their first five letters, a sentence has."""
    words = WORD.findall(HEADING.sub("", sentence))
    if len(words) < FEWEST_WORDS:
        return -1.0
    asked = {fold(word)[:5] for word in WORD.findall(question) if len(word) > 3}
    said = {fold(word)[:5] for word in words}
    return len(asked & said) / (1.0 + math.sqrt(len(said)))


def _shortened(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST_ANSWER else flat[: LONGEST_ANSWER - 2].rsplit(" ", 1)[0] + " …"
