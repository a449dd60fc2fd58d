"""Context: which of several bodies an acronym means, and whether it is one at all."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from kg.linking.entities import Entity
from kg.linking.names import entity_names, is_regional
from kg.linking.organisation_words import NEVER_ALONE, SMALL, WORDLIKE, generic_words, region_words
from kg.linking.recognition import strength
from kg.linking.tokens import forms

AROUND = 160  # characters on each side of a name that tell what it is about
STEM = 5  # letters that "tourism" and "tourist" share
LONGEST_SHOUT = 4  # letters of an acronym that may be any word in capitals
LONGEST_CODE = 60  # characters
CLEAR = 1  # so many words more must speak for one than for the next

LEADS_IN = re.compile(
    r"(?:[,;/(–-]|\b(?:the|of|by|with|to|and|or|from|la|el|los|las|de|del|y|da|do|e|du|et|par|por|com|con|avec))[\s*_]*\Z",
    re.IGNORECASE,
)
USED_AS_WORD = re.compile(
    r"\s+(?:we|you|they|I|it|he|she|this|that|these|those|the|an?|be|not|from|away|would|could|knows?|cares?|else)\b"
)
CHUNK_BEFORE = re.compile(r"\S*\Z")
CHUNK_AFTER = re.compile(r"\S*")
ADDRESS = re.compile(r"://|www\.|\w@\w|\.(?:org|com|net|int|gov|edu|info)\b")
DOCUMENT_NUMBER = re.compile(r"/[A-Z]{1,2}/|\b[A-Z]{1,2}/\S+/|\d/|/\S*\d")
NUMBERED = re.compile(r"-\d{1,3}\b|-(?!(?:19|20)\d\d\b)\d|\s(?!(?:19|20)\d\d\b)\d{4,}\b")
SHOUTED_NEXT = re.compile(r"\s+[A-ZÀ-ÖØ-Þ]{2,}\b")
BESIDE = re.compile(r"\s?(?:,|/|\band\b|\by\b|\be\b|\bet\b|\bor\b|[-–])\s?(?:the\s|la\s|el\s)?")


def decide(candidates: Sequence[Entity], text: str, start: int, end: int, counts: Counter[Entity]) -> Entity | None:
    """The one of several entities that a text means at a place: by the words around it, else by what it names in full.

    Where neither tells, the only one of the region; None where there is none, or several.
    """
    around = _stems(text[max(0, start - AROUND) : start]) | _stems(text[end : end + AROUND])
    if len(candidates) == 1:
        return candidates[0]
    said = [len(around & _own_stems(tuple(candidates), candidate)) for candidate in candidates]
    best = max(said)
    if sorted(said)[-2] <= best - CLEAR:
        return candidates[said.index(best)]
    named = [candidate for candidate in candidates if counts[candidate]]
    near = named or [candidate for candidate in candidates if is_regional(candidate)]
    return near[0] if len(near) == 1 else None


def _stems(text: str) -> set[str]:
    return {form[:STEM] for form in forms(text) if len(form) >= STEM}


@lru_cache(maxsize=1000)
def _own_stems(candidates: tuple[Entity, ...], one: Entity) -> frozenset[str]:
    """What only the names of one candidate hold, of the words that say what a body is about."""
    others = {stem for each in candidates if each != one for stem in _telling(each)}
    return frozenset(_telling(one) - others)


def _telling(entity: Entity) -> set[str]:
    return {
        word[:STEM]
        for name in entity_names(entity)
        for word in forms(name)
        if len(word) >= STEM and word not in generic_words() and word not in region_words() and not _is_common(word)
    }


def _is_common(word: str) -> bool:
    """True for a word that says only that something is an organisation, or leads on."""
    return strength(word.capitalize()) is not None or bool(re.fullmatch(SMALL, word))


def is_word(text: str, start: int, end: int) -> bool:
    """True for an acronym that is rather a stressed word, by the words around it.

    >>> is_word("CAN we swim?", 0, 3), is_word("the CAN met", 4, 7)
    (True, False)
    """
    if not WORDLIKE.fullmatch(text, start, end):
        return False
    before = text[max(0, start - 12) : start]
    if USED_AS_WORD.match(text, end) and not LEADS_IN.search(before):
        return True
    return bool(SHOUTED_NEXT.match(text, end))


def shouted(text: str, start: int, end: int) -> bool:
    """True for a short acronym within words in capitals: there every word looks like one."""
    if end - start > LONGEST_SHOUT and not WORDLIKE.fullmatch(text, start, end):
        return False
    around = text[max(0, start - 30) : start] + text[end : end + 30]
    words = re.findall(r"[^\W\d_]{2,}", around.split("\n\n")[0])
    return len(words) >= 3 and sum(word.isupper() for word in words) >= 0.8 * len(words)


def in_code(text: str, start: int, end: int) -> bool:
    """True for what stands in an address, a document's number or a product's: "SP/ILO/Di No. 3", "IMO 9074729".

    >>> in_code("https://SELA.org/x", 8, 12), in_code("the SELA met", 4, 8), in_code("ISO 9001", 0, 3)
    (True, False, True)
    """
    before = text[max(0, start - LONGEST_CODE) : start]
    after = text[end : end + LONGEST_CODE]
    chunk = CHUNK_BEFORE.findall(before)[0] + text[start:end] + CHUNK_AFTER.match(after).group()  # type: ignore[union-attr] # it matches nothing too
    return bool(ADDRESS.search(chunk) or DOCUMENT_NUMBER.search(chunk) or NUMBERED.match(after))


def needs_witness(text: str, start: int, end: int) -> bool:
    """True for an acronym that is a body's only where the text says so elsewhere, or sets it among others."""
    return bool(NEVER_ALONE.fullmatch(text, start, end))


def beside(text: str, start: int, end: int, others: Sequence[tuple[int, int]]) -> bool:
    """True where a name stands in one list with another: "SICA, PA and CAN"; the others' spans are in order."""
    at = bisect_left(others, (start, end))
    before, after = others[at - 1 : at] if at else (), others[at : at + 1]
    return any(BESIDE.fullmatch(text, other_end, start) for _, other_end in before) or any(
        BESIDE.fullmatch(text, end, other_start) for other_start, _ in after
    )
