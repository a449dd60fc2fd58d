"""Reading: a document's prose with the names linked in it, and what stands around a place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from ingest.activities.text import Fact
from ingest.activities.years import dated_in
from ingest.dates import DateSpan, find_dates
from ingest.documents import Document
from ingest.participations.name_words import PUBLISHERS
from ingest.participations.sentence_roles import PUBLISHER
from ingest.words import MONTH, MONTH_NUMBERS
from kg.linking.documents import Links
from kg.linking.entities import Entity, Mention
from search.sentences import sentence_around

BLANK = re.compile(r"\n[^\S\n]*\n")
MARKUP = re.compile(r"</?[bi]>|<sup>.*?</sup>|\]\([^)\s]*\)|[*\[]+|\\(?=\W)")
NUMERIC = re.compile(r"\b(\d{1,2})[-/.](\d{1,2})[-/.]((?:20)?\d\d)\b")
YEAR_ONLY = re.compile(r"\b(?:in|of|en|de|em|du)\s+((?:19|20)\d\d)\b", re.I)
MONTH_ONLY = re.compile(rf"\b(?:in|en|em)\s+(?P<month>{MONTH})\b(?!\s*(?:of|de)?\s*\d)", re.I)
OWN_NAME = re.compile(r"\bSELA\b|\bLAES\b")
FARTHEST = 2_000  # characters of a paragraph that are looked at on either side; a text may have no blank line
MOST_EVIDENCE = 100  # places of a document that one record keeps
PUNCTUATION = " .,;:*_\"“”«»'"


class Reading:
    """A document as its records are read: prose, sentences, organisations, dates."""

    def __init__(self, document: Document, links: Links) -> None:
        """A reading of a document in which names were linked."""
        self.document, self.names = document, links.names
        self.text = document.prose
        self.start = document.body
        self.mentions = [m for m in links.mentions if m.entity.type == "organisation"]
        self._starts = [m.start for m in self.mentions]

    @cached_property
    def _breaks(self) -> list[int]:
        return [match.end() for match in BLANK.finditer(self.text)]

    def paragraph(self, start: int, end: int) -> tuple[int, int]:
        """The paragraph around a span, or as much of it as is near."""
        before = bisect_left(self._breaks, start + 1)
        after = bisect_left(self._breaks, end)
        first = self._breaks[before - 1] if before else 0
        last = self._breaks[after] if after < len(self._breaks) else len(self.text)
        return max(first, start - FARTHEST), min(last, end + FARTHEST)

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The sentence or list item around a span."""
        return sentence_around(self.text, start, end, within=self.paragraph(start, end))

    def line(self, start: int, end: int) -> tuple[int, int]:
        """The line around a span, without white space at its ends."""
        first, last = self.text.rfind("\n", 0, start) + 1, self.text.find("\n", end)
        last = last if last >= 0 else len(self.text)
        inside = self.text[first:last]
        return first + len(inside) - len(inside.lstrip()), first + len(inside.rstrip())

    def fact(self, value: str, start: int, end: int, rule: str) -> Fact:
        """A value with the sentence that it stands in."""
        return Fact(value, *self.sentence(start, end), rule)

    def dates(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """Dates within a span, as precise as they are, and where they stand; "in May" is of the year reported on."""
        text, about = self.text[start:end], self.document.metadata
        spans = find_dates(text)
        for span in spans:
            day = span if span.has_year else dated_in(span, about)
            if day:
                yield start + span.at, start + span.to, day.start
        for match in NUMERIC.finditer(text):
            number, month, year = match.groups()
            if 1 <= int(month) <= 12 and 1 <= int(number) <= 31:
                yield (
                    start + match.start(),
                    start + match.end(),
                    f"20{year[-2:]}-{int(month):02d}-{int(number):02d}",
                )
        for match in MONTH_ONLY.finditer(text):
            first = f"--{MONTH_NUMBERS[match['month'].lower()]:02d}-01"
            month_span = dated_in(DateSpan(first, first, *match.span()), about)
            if month_span:
                yield start + match.start(), start + match.end(), month_span.start[:7]
        for match in YEAR_ONLY.finditer(text):
            if any(span.at < match.end() and match.start() < span.to for span in spans):
                continue
            yield start + match.start(), start + match.end(), match[1]

    def names_us(self, start: int, end: int) -> bool:
        """True where a span names SELA or its Permanent Secretariat."""
        return bool(OWN_NAME.search(self.text, start, end) or PUBLISHERS.search(self.text, start, end))

    def linked(self, start: int, end: int) -> list[Mention]:
        """Organisations linked within a span, other than SELA."""
        found = [m for m in self._within(start, end) if m.entity.slug != PUBLISHER]
        following = {m.start for m in found}
        return [m for m in found if m.end + 1 not in following]  # in "United Nations Children's Fund" the latter

    def _within(self, start: int, end: int) -> list[Mention]:
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def organisations(self, start: int, end: int) -> tuple[Entity, ...]:
        """The organisations that a span names, other than SELA, each once."""
        return tuple(dict.fromkeys(mention.entity for mention in self.linked(start, end)))


def joined(known: tuple[Fact, ...], more: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """The places where a record is named, with further ones: each once, and not too many."""
    return known if len(known) >= MOST_EVIDENCE else tuple(dict.fromkeys(known + more))[:MOST_EVIDENCE]


def clean(text: str) -> str:
    r"""A stretch of text as a name or title: no marks, no line ends, no punctuation around it.

    >>> clean("[*Ports of call \\(second part\\)*](#).")
    'Ports of call (second part)'
    """
    return " ".join(MARKUP.sub("", text).split()).strip(PUNCTUATION)
