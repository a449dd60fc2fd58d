"""What the cover of a document says: title, kind, number, meeting, place, dates, years covered.

A digest says the same in its front matter, between two lines of `---`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import yaml

from ingest.dates import find_dates
from ingest.documents import Document, Line, Metadata, body_start
from ingest.outline.lines import plain, read_lines
from ingest.periods import covered
from ingest.words import KINDS, MEETING, MONTH, MONTH_NUMBERS, either
from kg.errors import InvalidInput
from kg.terms import LANGUAGES
from search.language import detect_language

COVER = 4_000  # characters; a cover and its imprint are shorter
INTRODUCTION = 30_000  # characters in which a report names its period
NUMBER = re.compile(
    r"\bSP\s*/\s*[A-Z][^\n*]{0,40}?(?:\b(?i:n)(?:\.?[°ºo]|ro|[úu]m)?[.°º]*|#)\s*\d+(?:\.\w+)?\s*[-–/]\s*\d{2,4}"
    r"(?:\s*/?\s*(?i:rev|corr|add)\.?\s*\d+)?"
)
KIND = {kind: re.compile(rf"(?i:{either(names)})") for kind, names in KINDS.items()}
COUNCIL = re.compile(rf"(?i:{either(MEETING)})")
IMPRINT = re.compile(rf"©[^\n]*?\b(?i:({MONTH}))\s+(?:de\s+)?((?:19|20)\d\d)")
FRONT_MATTER = re.compile(r"\A---\r?\n(?=[a-z_]+:)(.*?)\r?\n---\r?\n", re.S)
ISO_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
OF_SELA = re.compile(r"\A\s*(?:of|del?|do|du)\s+(?:the\s+)?SELA\b", re.I)
PUNCTUATION = " ,;.–-"
LEADS_TO_DATE = re.compile(r"[\s,]+(?:from|on|entre|del?|el|(?:los|nos)\s+d[íi]as|em|du|les?)\s*\Z", re.I)
LONGEST_TITLE = 300  # characters; a first line that is longer is a paragraph


def read_document(source: str, text: str) -> Document:
    """The document that a text is: its lines and what its cover says."""
    lines, contents = read_lines(text)
    match = FRONT_MATTER.match(text)
    if match:
        lines = tuple(Line(x.start, x.end, "contents") if x.end <= match.end() else x for x in lines)
        metadata = _from_front_matter(source, match[1])
    else:
        metadata = _from_cover(source, text, lines)
    return Document(source, text, lines, metadata, contents)


def _from_front_matter(source: str, matter: str) -> Metadata:
    try:
        said = yaml.safe_load(matter)
    except (yaml.YAMLError, RecursionError) as error:  # the latter for a thousand open brackets
        reason = " ".join(str(error).split())
        raise InvalidInput(f"{source}: the front matter is not YAML ({reason}). Correct it or remove it.") from error
    if not isinstance(said, Mapping) or "title" not in said:
        raise InvalidInput(f"{source}: the front matter has no `title`. Add one, or remove the front matter.")
    date: Any = said.get("date") or {}
    title = str(said["title"])
    years = _years(source, said.get("years") or ())
    start, end = (date.get("start"), date.get("end")) if isinstance(date, Mapping) else (date or None, date or None)
    language = str(said.get("language", "en"))
    if language not in LANGUAGES:
        raise _wrong(source, "language", language, f"should be one of {', '.join(LANGUAGES)}")
    return Metadata(
        title=title,
        language=language,
        kind=_said_kind(source, said.get("kind")) or _kind(title),
        number=_text(said.get("number")),
        meeting=_text(said.get("meeting")),
        place=_text(said.get("place")),
        meeting_start=_date(source, "date", start),
        meeting_end=_date(source, "date", end),
        published=_date(source, "published", said.get("published")),
        years=years,
        period_start=_date(source, "period_start", said.get("period_start") or (min(years) if years else None)),
        period_end=_date(source, "period_end", said.get("period_end") or (max(years) if years else None)),
        digest=bool(said.get("digest", False)),
    )


def _wrong(source: str, name: str, value: object, reason: str) -> InvalidInput:
    return InvalidInput(f"{source}: `{name}` of the front matter {reason}, not {str(value)[:60]!r}.")


def _years(source: str, value: object) -> tuple[int, ...]:
    years = value if isinstance(value, list | tuple) else [value]
    if not all(isinstance(year, int) and YEAR.fullmatch(str(year)) for year in years):
        raise _wrong(source, "years", value, "should be a list of years")
    return tuple(years)


def _date(source: str, name: str, value: object) -> str | None:
    if value is None:
        return None
    if not ISO_DATE.fullmatch(str(value)):
        raise _wrong(source, name, value, "should be YYYY, YYYY-MM or YYYY-MM-DD")
    return str(value)


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _from_cover(source: str, text: str, lines: tuple[Line, ...]) -> Metadata:
    contents = next((line.start for line in lines if line.kind == "contents"), COVER)
    cover = [x for line in lines if line.start < min(contents, COVER) and (x := plain(text[line.start : line.end]))]
    language = detect_language(" ".join(text[COVER : COVER + 4000].split()) or text)
    title = _title(source, cover)
    kind = _kind(title)
    number = NUMBER.search(text, 0, COVER)
    meeting, after = _meeting(cover)
    dates = next((found for line in after if (found := find_dates(line))), [])
    imprint = IMPRINT.search(text, 0, COVER)
    body = body_start(lines)
    introduction, meets = text[body : body + INTRODUCTION], dates[0].start if dates else None
    period = covered(kind, title, [line for line in cover if line not in after], introduction, meets)
    return Metadata(
        title=title,
        language=language,
        kind=kind,
        number=" ".join(plain(number.group()).split()) if number else None,
        meeting=meeting,
        place=next((place for line in after if (place := _place(line))), None),
        meeting_start=meets,
        meeting_end=dates[0].end if dates else None,
        published=f"{imprint[2]}-{MONTH_NUMBERS[imprint[1].lower()]:02d}" if imprint else None,
        years=period.years,
        period_start=period.start,
        period_end=period.end,
    )


def _meeting(cover: list[str]) -> tuple[str | None, list[str]]:
    """The meeting that a cover names, and what follows: its name ends with the council's, its line need not."""
    for number, line in enumerate(cover):
        if council := COUNCIL.search(line):
            rest = OF_SELA.sub("", line[council.end() :]).strip(PUNCTUATION)
            return line[: council.end()], [*([rest] if rest else []), *cover[number + 1 : number + 4]]
    return None, []


def _place(line: str) -> str | None:
    """The place that a line begins with, before a date or a document's number; None where it has neither."""
    ends = [found.at for found in find_dates(line)] + [number.start() for number in NUMBER.finditer(line)]
    place = LEADS_TO_DATE.sub("", line[: min(ends, default=len(line))]).strip(PUNCTUATION)
    return place if any(map(str.isalpha, place)) else None


def _title(source: str, cover: list[str]) -> str:
    """The line of the cover that says what kind of document it is, else its first line."""
    for line in cover:
        if any(pattern.search(line) for pattern in KIND.values()) and len(line.split()) <= 25:
            return line
    first = next((line for line in cover if len(line.split()) > 1), source)
    return first if len(first) <= LONGEST_TITLE else first[:LONGEST_TITLE].rpartition(" ")[0] or source


def _kind(title: str) -> str | None:
    return next((kind for kind, pattern in KIND.items() if pattern.search(title)), None)


def _said_kind(source: str, kind: object) -> str | None:
    if kind is not None and kind not in KIND:
        raise InvalidInput(f"{source}: {kind!r} is no `kind` of document. Kinds: {', '.join(KIND)}.")
    return _text(kind)
