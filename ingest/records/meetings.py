"""Meetings of the Latin American Council, and the Decisions that it adopted."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ingest.activities.text import Fact
from ingest.activities.years import dated_in
from ingest.dates import find_dates
from ingest.records.reading import Reading, clean, joined
from ingest.words import either

COUNCIL = {
    "en": r"(?:the\s+)?latin[\s-]american\s+council",
    "es": r"consejo\s+latinoamericano",
    "pt": r"conselho\s+latino-?\s?americano",
    "fr": r"conseil\s+latino-?\s?am[ée]ricain",
}
REGULAR = {"en": "regular|ordinary", "es": "ordinaria", "pt": r"ordin[áa]ria", "fr": "ordinaire"}
SPECIAL = {"en": "extraordinary|special", "es": "extraordinaria", "pt": r"extraordin[áa]ria", "fr": "extraordinaire"}
ROMAN = r"(?P<roman>[IVXLC]+)(?:[eè]me|e|[ªº°])?"
NUMERAL = r"(?P<numeral>\d{1,3})(?:st|nd|rd|th|[.ªº°a]{1,2}|e|[èe]me)"
KIND = rf"(?:(?P<special>{either(SPECIAL)})|{either(REGULAR)})"
MEETING = re.compile(
    rf"\b(?:{ROMAN}|{NUMERAL})\s+(?:{KIND}\s+)?(?:meeting|session|reuni[óo]n|reuni[ãa]o|sesi[óo]n|sess[ãa]o|r[ée]union|"
    rf"{KIND.replace('special', 'special_too')}\s+meeting)(?:\s+{KIND.replace('special', 'special_after')})?"
    rf"(?:\s+(?:of|del?|do|du)\s+(?:{either(COUNCIL)})|(?=\s*,))",
    re.I,
)
OF_COUNCIL = re.compile(rf"(?:{either(COUNCIL)})", re.I)
DECISION = re.compile(
    r"\b(?P<word>Decision|Decisi[óo]n|Decis[ãa]o|D[ée]cision)\s+(?:N[°ºo]?\.?\s*)?(?P<number>\d{1,4})\b(?![/.]\w)"
    r"(?:\s*,?\s*(?:\*(?P<marked>[^*\n]{1,300})\*|[\"“](?P<quoted>[^\"”\n]{1,300})[\"”]|(?P<linked>[A-ZÁÉÍ][^\]\n]{0,300})(?=\]\()))?"
)
WHEN = re.compile(r"[\s*_\"”,]*(?:\((?P<inside>[^()]{6,140})\)|(?P<behind>[^.()]{0,120}))")
PLACE = re.compile(
    r"\A[\s*_,]*(?P<place>[A-ZÁÉÍÓÚ][\w ,.'’áéíóúñãçô-]*?)\s*[*_]*\s*(?:,\s*|\n\s*)(?=[*_]*\d|\b(?:from|del)\b)", re.S
)
ROMANS = (
    (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


@dataclass(frozen=True)
class Meeting:
    """A meeting of the Latin American Council: its ordinal, kind ("regular", "extraordinary"), days and place."""

    ordinal: str
    kind: str
    name: str
    start: str | None
    end: str | None
    place: str | None
    evidence: tuple[Fact, ...]

    @property
    def slug(self) -> str:
        """Ordinal and kind."""
        return f"{self.ordinal.lower()}-{self.kind}"


@dataclass(frozen=True)
class Decision:
    """A Decision of the Latin American Council: its number, its title, and the meeting that adopted it."""

    number: str
    title: str | None
    meeting: str | None
    evidence: tuple[Fact, ...]

    @property
    def slug(self) -> str:
        """Its number."""
        return self.number


def roman(number: int) -> str:
    """A number in Roman numerals.

    >>> roman(50), roman(49)
    ('L', 'XLIX')
    """
    written = ""
    for value, letters in ROMANS:
        written += letters * (number // value)
        number %= value
    return written


def read_meetings(reading: Reading) -> list[Meeting]:
    """The meetings of the Council that a document names, on its cover too, each once."""
    found: dict[str, Meeting] = {}
    for match in _named(reading):
        meeting = _meeting(reading, match)
        known = found.get(meeting.slug)
        found[meeting.slug] = _joined(known, meeting) if known else meeting
    return list(found.values())


def _named(reading: Reading) -> Iterator[re.Match[str]]:
    """Where a meeting is named; one without "of the Council" counts where its sentence names the Council."""
    for match in MEETING.finditer(reading.text):
        around = reading.text[slice(*reading.sentence(*match.span()))]
        if OF_COUNCIL.search(match.group()) or (DECISION.search(around) and OF_COUNCIL.search(around)):
            yield match


def _meeting(reading: Reading, match: re.Match[str]) -> Meeting:
    kind = "extraordinary" if any(match[n] for n in ("special", "special_too", "special_after")) else "regular"
    ordinal = match["roman"].upper() if match["roman"] else roman(int(match["numeral"]))
    start, end, place = _held(reading, match.end())
    first, last = reading.sentence(*match.span())
    name = clean(
        match.group() if OF_COUNCIL.search(match.group()) else f"{match.group()} of the Latin American Council"
    )
    return Meeting(ordinal, kind, name, start, end, place, (Fact(name, first, last, "council-meeting"),))


def _held(reading: Reading, at: int) -> tuple[str | None, str | None, str | None]:
    """First and last day and the place: in brackets or right behind the name, or on the cover's next lines."""
    told = WHEN.match(reading.text, at)
    said = (told["inside"] or told["behind"] or "") if told else ""
    dated = [
        d for span in find_dates(said) if (d := span if span.has_year else dated_in(span, reading.document.metadata))
    ]
    place = PLACE.match(said)
    if not dated:
        return None, None, None
    return dated[0].start, dated[0].end, clean(place["place"]) if place else None


def _joined(one: Meeting, other: Meeting) -> Meeting:
    told = one if one.start else other
    return replace(
        one,
        start=told.start,
        end=told.end,
        place=one.place or other.place,
        evidence=joined(one.evidence, other.evidence),
    )


def read_decisions(reading: Reading, meetings: Iterable[Meeting]) -> list[Decision]:
    """The Council's Decisions that a document cites, each once; `meetings` are those that it names."""
    at = {fact.start: meeting for meeting in meetings for fact in meeting.evidence}
    councils = sorted(match.start() for pattern in (OF_COUNCIL, MEETING) for match in pattern.finditer(reading.text))
    found: dict[str, Decision] = {}
    for match in DECISION.finditer(reading.text, reading.start):
        first, last = reading.sentence(*match.span())
        paragraph = reading.paragraph(*match.span())
        ours = bisect_left(councils, paragraph[0]) < bisect_left(councils, paragraph[1])
        if not ours and match["number"] not in found:
            continue
        title = match["marked"] or match["quoted"] or match["linked"]
        adopted = at.get(first)
        decision = Decision(
            match["number"], clean(title) if title else None, adopted.slug if adopted else None,
            (Fact(match["number"], first, last, "council-decision"),),
        )  # fmt: skip
        known = found.get(decision.number)
        found[decision.number] = decision if known is None else replace(
            known, title=known.title or decision.title, meeting=known.meeting or decision.meeting,
            evidence=joined(known.evidence, decision.evidence),
        )  # fmt: skip
    return list(found.values())
