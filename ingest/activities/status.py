"""Status: what became of an activity, as its text says, and the year that it was moved to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.activities.narration import Occasion
from ingest.activities.status_patterns import AFTER_ALL, MERGED, NEXT_YEAR, REFERS, STATUS, SUBJECT, THE_WORK, TURNED
from ingest.activities.text import ActivityText, Fact
from ingest.words import SMALL_WORDS
from search.passages import Span

SHORT = 1_200  # characters: an activity so short is all header where its status is concerned
FOLLOWS = 600  # characters behind "it was not held" in which a report says when it will be
SAME_CLAUSE = 80
Said = tuple[str, re.Match[str], str]

YEAR = re.compile(r"20\d\d\Z")
MOVED_ON = re.compile(rf"(?:{NEXT_YEAR})\Z".replace(" ", r"\s+"), re.IGNORECASE)
TOLD_YEAR = re.compile(rf"\b20\d\d\b|{NEXT_YEAR}".replace(" ", r"\s+"), re.IGNORECASE)


def read_status(text: ActivityText, occasions: list[Occasion]) -> tuple[Fact, Fact | None]:
    """What became of an activity, and the year that it was moved to where one is said.

    What is said of it right at the start counts, else what a report says anywhere, else whether its occasions are
    still to come, else what kind of document it is.
    """
    said = _said_at_start(text, occasions) if not text.structured else None
    if said is None and not (text.planned or text.structured):
        said = _turned(text) or _merged(text, occasions)
    if said is None:
        return _still_to_come(text, occasions) or _by_kind(text), None
    status, match, rule = said
    fact = text.fact(status, *match.span(), f"{rule}-{status}")
    year = _year(text, match) if status == "rescheduled" else None
    return fact, Fact(year, fact.start, fact.end, "rescheduled-to-year") if year else None


def _by_kind(text: ActivityText) -> Fact:
    status = "planned" if text.planned else "implemented"
    return Fact(status, text.unit.start, text.unit.body, f"{text.about.kind or 'document'}-lists-it")


def _still_to_come(text: ActivityText, occasions: list[Occasion]) -> Fact | None:
    """Planned, where a report tells of nothing but what will be held at the end of the years that it covers."""
    dated = [each for each in occasions if each.date]
    end = text.about.period_end
    if text.planned or not dated or not end or not all(each.ahead for each in occasions):
        return None
    first = min(dated, key=lambda each: each.date.start)  # type: ignore[union-attr] # they are dated
    if first.date and first.date.end[: len(end)] >= end and int(first.date.end[:4]) in text.about.years:
        return text.fact("planned", *first.at, "told-as-ahead")
    return None


def _said_at_start(text: ActivityText, occasions: list[Occasion]) -> Said | None:
    whole = text.span[1] - text.span[0] <= SHORT
    for status, pattern in STATUS.items():
        for match in pattern.finditer(text.prose, *(text.span if whole else text.header)):
            before = text.prose[text.fact(status, *match.span(), "").start : match.start()]
            if status == "rescheduled" and _held_since(occasions, match):
                continue
            if _is_subject(text, before) or (status == "rescheduled" and _not_held(before)):
                return _after_all(text, match) or (status, match, "says")
    return None


def _held_since(occasions: list[Occasion], match: re.Match[str]) -> bool:
    """True where it was moved, and the text then tells when it was held."""
    return any(each.date and not (each.ahead or each.joined) and each.at[0] >= match.start() for each in occasions)


def _is_subject(text: ActivityText, before: str) -> bool:
    """True where a status is said of an event, or of what the title's first noun stands for: "The atlas was ..."."""
    if SUBJECT.search(before):
        return True
    nouns = []
    for word in re.findall(r"[^\W\d_]{3,}", text.unit.title):
        if word.lower() in SMALL_WORDS:
            break
        nouns.append(re.escape(word))
    pattern = THE_WORK.format("|".join(nouns))
    return bool(nouns) and bool(re.search(pattern, before, re.IGNORECASE))


def _after_all(text: ActivityText, match: re.Match[str]) -> Said | None:
    """Rescheduled, where what was not held will be in a year after those reported, as the following lines say."""
    end = min(text.span[1], match.end() + FOLLOWS)
    for start, stop in text.sentences:
        opening = max(start, match.end())
        if stop <= match.end() or start >= end or not AFTER_ALL.search(text.prose, opening, stop):
            continue
        year = _later_year(text, (opening, stop))
        if year and REFERS.search(text.prose, opening, stop):
            return "rescheduled", year, "after-all"
    return None


def _later_year(text: ActivityText, span: Span) -> re.Match[str] | None:
    """The first year that is told in a stretch and that comes after those that the document covers."""
    last = text.about.years[-1] if text.about.years else 0
    told = TOLD_YEAR.finditer(text.prose, *span)
    return next((each for each in told if not each.group().isdigit() or int(each.group()) > last), None)


def _merged(text: ActivityText, occasions: list[Occasion]) -> Said | None:
    """Not implemented, where it became a part of another activity and no date of its own is told."""
    if any(each.date and not each.ahead for each in occasions):
        return None
    for match in MERGED.finditer(text.prose, *text.header):
        if _is_subject(text, text.prose[text.fact("", *match.span(), "").start : match.start()]):
            return "not-implemented", match, "merged"
    return None


def _not_held(before: str) -> bool:
    """True in "the congress could not be held, and was rescheduled", where the subject stands far before."""
    return any(SUBJECT.search(before[: match.start()]) for match in STATUS["not-implemented"].finditer(before))


def _turned(text: ActivityText) -> Said | None:
    """What a report says, wherever it does, that became of the activity; the last word counts."""
    found = [(match.start(), status, match) for status, match in _turns(text, text.span)]
    _, status, match = max(found, key=lambda each: each[0], default=(0, "", None))
    if match is None:
        return None
    year = _later_year(text, (match.end(), _clause_end(text, match.end()))) if status == "planned" else None
    return ("rescheduled", year, "turned") if year else (status, match, "turned")


def _clause_end(text: ActivityText, start: int) -> int:
    end = min(text.span[1], start + SAME_CLAUSE)
    stop = re.compile(r"[.;\n]").search(text.prose, start, end)
    return stop.start() if stop else end


def _turns(text: ActivityText, span: Span) -> Iterator[tuple[str, re.Match[str]]]:
    for status, pattern in TURNED.items():
        for match in pattern.finditer(text.prose, *span):
            yield status, match


def _year(text: ActivityText, match: re.Match[str]) -> str | None:
    """The year that ends a match: printed, or the one after those that the document covers."""
    if MOVED_ON.search(match.group()) and text.about.years:
        return str(text.about.years[-1] + 1)
    year = YEAR.search(match.group())
    return year.group() if year else None
