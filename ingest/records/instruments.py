"""Cooperation instruments: agreements, memoranda and letters that SELA signed, with whom, when and for what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ingest.activities.text import Fact
from ingest.records.instrument_patterns import (
    ANY_NAME,
    BOTH,
    ENDS_PARTIES,
    INSTRUMENT,
    ITEM,
    NEAR,
    NOT_YET,
    PLAIN,
    PURPOSE,
    SIGNED,
    TYPES,
    WITH,
)
from ingest.records.reading import Reading, clean, joined
from kg.linking.documents import organisation
from kg.linking.entities import Entity
from kg.terms import slug


@dataclass(frozen=True)
class Instrument:
    """A cooperation instrument: its type, name as printed, counterparts, the day it was signed, and what for."""

    type: str
    name: str
    counterparts: tuple[Entity, ...]
    date: str | None
    objective: str | None
    evidence: tuple[Fact, ...]

    @property
    def slug(self) -> str:
        """Type, counterparts and date: the same in every document that names it."""
        parties = sorted(counterpart.slug for counterpart in self.counterparts)
        return slug("-".join([self.type, *parties, self.date or ""]), longest=160)


def read_instruments(reading: Reading) -> list[Instrument]:
    """The instruments that a document says were concluded, each once, in its order."""
    return _merged(filter(None, (_instrument(reading, match) for match in _named(reading))))


def _named(reading: Reading) -> Iterator[re.Match[str]]:
    for match in INSTRUMENT.finditer(reading.text, reading.start):
        if not NOT_YET.search(reading.text[max(0, match.start() - 120) : match.start()]):
            yield match


def type_of(name: str) -> str:
    """The type of an instrument by its name.

    >>> type_of("Acuerdo Marco de Cooperación"), type_of("Mémorandum d'entente"), type_of("Convenio de cooperación")
    ('framework-agreement', 'memorandum-of-understanding', 'cooperation-agreement')
    """
    return next((kind for kind, words in TYPES.items() if re.search(words, name, re.I)), PLAIN)


def _instrument(reading: Reading, match: re.Match[str]) -> Instrument | None:
    text = reading.text
    line = reading.line(*match.span())
    listed = bool(ITEM.fullmatch(text[line[0] : match.start()]))
    row = "\t" in text[match.end() : line[1]]
    start, end = line if listed else reading.sentence(*match.span())
    if row:
        parties, objective, date = _from_row(reading, match, line)
    else:
        other = INSTRUMENT.search(text, match.end(), end) if listed else None
        parties, after = _parties(reading, match, start, end, listed=listed)
        date = _date(reading, (match.end() if listed else start, other.start() if other else end), after)
        objective = _objective(text, after, end)
    if not parties or not (row or _is_ours(reading, match, start, end, listed=listed)):
        return None
    named = clean(match.group())
    evidence = Fact(named, start, end, "instrument-listed" if listed else "instrument-told")
    return Instrument(type_of(named), named, parties, date, objective, (evidence,))


def _is_ours(reading: Reading, match: re.Match[str], start: int, end: int, *, listed: bool) -> bool:
    """True where SELA is a party: named beside it, or silently so in "an agreement with ...", not "between"."""
    if listed or reading.names_us(start, end) or BOTH.search(reading.text, match.end(), end):
        return True
    between = re.match(r"[^.;]{0,30}\b(?:between|entre)\b", reading.text[match.end() : end], re.I)
    return not between


def _parties(
    reading: Reading, match: re.Match[str], start: int, end: int, *, listed: bool
) -> tuple[tuple[Entity, ...], int]:
    """The counterparts, and where they end: named behind the instrument, else before it, else right beside it."""
    text = reading.text
    for opening in WITH.finditer(text, match.end(), end):
        stop = ENDS_PARTIES.search(text, opening.end(), end)
        last = stop.start() if stop else end
        found = reading.organisations(opening.end(), last) or (
            _any_name(reading, opening.end(), last) if listed else ()
        )
        if found:
            return found, last
    before = [m.entity for m in reading.linked(start, match.start())]
    signed = list(SIGNED.finditer(text, start, match.start()))
    told = reading.organisations(signed[-1].end(), match.start()) if signed else ()
    concluded = signed or SIGNED.search(text, match.end(), end)
    beside = reading.organisations(match.end(), min(end, match.end() + 60))
    alone = tuple(dict.fromkeys(before))
    return told or beside or (alone if concluded and len(alone) == 1 else ()), match.end()


def _any_name(reading: Reading, start: int, end: int) -> tuple[Entity, ...]:
    """A counterpart that no word marks as an organisation: in bold, linked, or a proper name."""
    match = ANY_NAME.match(reading.text, start, min(end, start + 80))
    name = clean(match["bold"] or match["link"] or match["proper"]) if match else ""
    known = name and not reading.names_us(start, end)
    return (organisation(name.removeprefix("www."), reading.names),) if known else ()


def _objective(text: str, start: int, end: int) -> str | None:
    purpose = PURPOSE.search(text, start, end)
    if purpose is None:
        return None
    stop = re.search(r"[.;](?:\s|\Z)|\((?=signed|firmad|suscrit|assinad|sign)|\n\n", text[purpose.end() : end])
    return clean(text[purpose.end() : purpose.end() + stop.start() if stop else end]) or None


def _date(reading: Reading, within: tuple[int, int], after: int) -> str | None:
    """The day, month or year beside the word that says it was signed, or beside the parties; else the only one."""
    signings = [match.span() for match in SIGNED.finditer(reading.text, *within)]
    dates = list(reading.dates(*within))
    near = [
        (distance, date)
        for a, b in (*signings, (after, after))
        for at, to, date in dates
        if (distance := min(abs(at - b), abs(a - to))) <= NEAR
    ]
    if near:
        return min(near)[1]
    return dates[0][2] if signings and len(dates) == 1 else None


def _from_row(
    reading: Reading, match: re.Match[str], line: tuple[int, int]
) -> tuple[tuple[Entity, ...], str | None, str | None]:
    """Counterparts, objective and date of a table's row: the cells behind the instrument's."""
    cells = [
        (match.end() + cell.start(), match.end() + cell.end())
        for cell in re.finditer(r"[^\t]+", reading.text[match.end() : line[1]])
    ]
    beside = cells[1:] if reading.text[match.end()] != "\t" else cells
    if not beside:
        return (), None, None
    start, end = beside[0]
    parties = reading.organisations(start, end) or (organisation(clean(reading.text[start:end]), reading.names),)
    objective = clean(reading.text[slice(*beside[1])]) if len(beside) > 1 else None
    dates = [date for _, _, date in reading.dates(match.end(), start)]
    return parties, objective, dates[0] if dates else None


def _merged(found: Iterable[Instrument]) -> list[Instrument]:
    """Each instrument once: what is told with less is the one that is told with more."""
    kept: list[Instrument] = []
    for each in found:
        same = next((n for n, other in enumerate(kept) if _same(each, other)), None)
        if same is None:
            kept.append(each)
        else:
            kept[same] = _joined(kept[same], each)
    return kept


def _same(one: Instrument, other: Instrument) -> bool:
    if one.type != other.type and PLAIN not in (one.type, other.type):
        return False
    shared = {each.slug for each in one.counterparts} & {each.slug for each in other.counterparts}
    days = {one.date, other.date} - {None}
    if one.type != other.type or not shared:  # then the day decides, where both give one
        return len(days) == 1 and one.date == other.date and len(one.date or "") == 10 and (
            bool(shared) or _named_alike(one, other)
        )  # fmt: skip
    return len(days) < 2 or (one.date is not None and other.date is not None and (
        one.date.startswith(other.date) or other.date.startswith(one.date)
    ))  # fmt: skip


def _named_alike(one: Instrument, other: Instrument) -> bool:
    """True where a counterpart's name holds the other's: a table's cell cuts names and adds words."""
    return any(a.slug in b.slug or b.slug in a.slug for a in one.counterparts for b in other.counterparts)


def _joined(one: Instrument, other: Instrument) -> Instrument:
    telling = other if one.type == PLAIN != other.type else one
    slugs = {each.slug for each in one.counterparts}
    shared = any(each.slug in slugs for each in other.counterparts)
    more = tuple(each for each in other.counterparts if each.slug not in slugs) if shared else ()
    return replace(
        telling,
        counterparts=one.counterparts + more,
        date=max((one.date, other.date), key=lambda date: len(date or "")),
        objective=one.objective or other.objective,
        evidence=joined(one.evidence, other.evidence),
    )
