"""Which sentences of an activity tell of the activity itself, not of an earlier or another event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest import patterns
from ingest.activities.narration import OTHERS
from ingest.activities.telling import other_edition
from ingest.activities.verbs import VERB
from ingest.documents import Document
from ingest.outline.tree import Section, Unit
from ingest.words import MONTH
from search.passages import Span
from search.sentences import sentences

LONGEST = 6_000  # characters; what goes on for longer is no sentence
PLAN_SECTIONS = ("format", "budget", "expected-results", "objectives")
PROPOSED = patterns.phrase(  # what a plan says of its own activity beside announcing it
    r"would be (?:\w+ )?(?:carried out|held|organi[sz]ed|conducted|delivered)", r"(?:is|are) being",
    r"this (?:activity|project|programme|seminar|meeting|event) (?:\w+ )?(?:is|counts|involves|aims)", r"proposes?",
    r"hinges on", "has developed",
    r"se (?:llevar[íi]an?|realizar[íi]an?)", r"(?:est[áa]|viene) siendo", r"ser[íi]an?", "propone", r"cuenta con",
    "est[áa] sendo", r"seria", r"prop[õo]e", "conta com",
    "serait", "propose", r"est en train d['’][êe]tre", "b[ée]n[ée]ficie",
)  # fmt: skip
YEAR = re.compile(r"(?<![\d/-])(?:19|20)\d\d(?![\d/]|\s?[-–]\s?(?:19|20)?\d\d)")
TITLES = re.compile(  # and citations in brackets, which date no event
    r"(?<!\*)\*(?!\*)[^*]+(?<!\*)\*(?!\*)|“[^”]*”|\"[^\"]*\"|«[^»]*»|\[[^\]]*\]\([^)]*\)|"
    rf"\((?![^()]*\b(?:{MONTH})\b)[^()]*\)",
    re.IGNORECASE,
)
GOES_ON = re.compile(  # "that meeting": of the event that the sentence before told of
    r"\W*(?:It|Both|(?:(?:On|At|In|During)\s+)?(?:[Tt]hat|[Tt]hose|[Ss]aid|[Bb]oth)\s+"
    r"(?:occasions?|opportunity|events?|meetings?|seminars?|workshops?|forum|edition)|"
    r"(?:(?:En|Durante)\s+)?(?:[Ee]s[ae]s?|[Dd]ich[oa]s?|[Aa]quell?[ao]s?)\s+"
    r"(?:ocasi[óo]n|oportunidad|eventos?|reuni[óo]n(?:es)?|encuentro|seminarios?|taller(?:es)?|foro|edici[óo]n)|"
    r"(?:N?[Ee]ss[ea]s?|N?[Aa]quel[ae]s?)\s+(?:ocasi[ãa]o|oportunidade|eventos?|reuni[ãa]o|semin[áa]rio|oficina|encontro)|"
    r"(?:[ÀA]|Lors\s+de)\s+cette\s+(?:occasion|r[ée]union))\b"
)
EDITION = rf"(?:{patterns.EVENT}|edition|one|edici[óo]n|vers[ãa]o|edi[çc][ãa]o|[ée]dition)"
ANOTHER = re.compile(  # what a sentence is about that tells of the edition before or behind
    rf"\W*(?:(?:The|Its|Their|La|El|Su|O|A|Sua|Le|Sa)\s+|L['’])(?:"
    rf"(?:previous|preceding|earlier|former|next|following|pr[óo]xim[oa]|siguiente|anterior|seguinte|prochaine?)\s+{EDITION}|"
    rf"{EDITION}\s+(?:anterior|precedente|previ[oa]|siguiente|seguinte|pr[ée]c[ée]dente?|suivante?|prochaine?))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Sentence:
    """A sentence of an activity: its span, and whether it tells of the activity itself."""

    start: int
    end: int
    own: bool
    past: bool


def told_in(document: Document, unit: Unit, sections: Sequence[Section]) -> list[Sentence]:
    """The sentences of an activity, in order.

    A report tells of its own event unless a sentence dates another; a plan where it announces, and in the
    sections on results and form.
    """
    prose, planned = document.prose, any(section.kind == "background" for section in sections)
    plain = [section for section in sections if section.kind in PLAN_SECTIONS]
    others = OTHERS.search(prose, unit.body, unit.end)
    found: list[Sentence] = []
    for start, end in _sentences(prose, unit):
        goes_on = bool(found) and found[-1].past and bool(GOES_ON.match(prose, start, end))
        past = goes_on or _of_another(prose[start:end], unit.title, first_year(document))
        announced = any(section.start <= start < section.end for section in plain) or _announces(prose, start, end)
        found.append(Sentence(start, end, own=not past and (announced or not planned), past=past))
        if others and start >= others.start():
            found[-1] = Sentence(start, end, own=False, past=True)
    return found


def first_year(document: Document) -> int:
    """The year in which the period of a document begins; 0 where it tells none."""
    return int((document.metadata.period_start or str(min(document.metadata.years, default=0)))[:4])


def _sentences(prose: str, unit: Unit) -> Iterator[Span]:
    """The heading first, which a code's stop would cut, then sentence by sentence."""
    yield unit.start, unit.body
    for start, end in sentences(prose[unit.body : unit.end]):
        yield unit.body + start, unit.body + min(end, start + LONGEST)


def _announces(prose: str, start: int, end: int) -> bool:
    """True where a sentence of a plan tells what will be held."""
    phrases = patterns.ANNOUNCED.search(prose, start, end) or PROPOSED.search(prose, start, end)
    return bool(phrases) or any(verb.lastgroup == "will" for verb in VERB.finditer(prose, start, end))


def _of_another(sentence: str, heading: str, year: int) -> bool:
    """True where a sentence tells of an edition before or behind, or dates what it tells before the period."""
    return bool(ANOTHER.match(sentence)) or _is_past(sentence, year) or other_edition(sentence, heading)


def _is_past(sentence: str, first_year: int) -> bool:
    """True where a sentence dates what it tells before the document's period."""
    years = {int(year) for year in YEAR.findall(TITLES.sub("", sentence))}
    return bool(years) and max(years) < first_year
