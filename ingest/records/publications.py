"""Publications: the books, studies, documents and reports of SELA that a document names, links or lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ingest.activities.text import Fact
from ingest.dates import find_dates
from ingest.records.publication_patterns import (
    BESIDE,
    BY_OTHERS,
    CASE,
    CODED,
    HEADING,
    IN_LIST,
    NOUN_BEFORE,
    NOUNS,
    NUMBER,
    OWN_BOOK,
    PUBLISHED_LIST,
    PUBLISHES,
    REACH,
    SERIES,
    TITLE,
    VERB_BEFORE,
)
from ingest.records.reading import Reading, clean, joined
from ingest.words import either
from kg.terms import fold, slug


@dataclass(frozen=True)
class Publication:
    """A publication: its title, kind and number as printed, and the month or year of its date."""

    title: str
    kind: str
    number: str | None
    date: str | None
    evidence: tuple[Fact, ...]

    @property
    def slug(self) -> str:
        """Its number, else its title without the acronym behind it."""
        return number_key(self.number) or slug(re.sub(r"\s*\([^()]*\)\s*\Z", "", self.title))


def number_key(number: str | None) -> str | None:
    """A document number as it is compared; a paper of a series has two ways to print its own.

    >>> number_key("SP/SE No. 2-18"), number_key("Series Económicas N° 2018-2"), number_key("Case Study N° 5")
    ('sp-se-2-18', 'sp-se-2-18', None)
    """
    series = SERIES.search(number or "")
    if series:
        return f"sp-se-{int(series['ordinal'])}-{series['year'][2:]}"
    return slug(re.sub(r"N[°ºo]?\.?(?=\s*\d)", " ", number)) if number and NUMBER.search(number) else None


def read_publications(reading: Reading) -> list[Publication]:
    """The publications that a document tells of, each once, in its order."""
    lists = list(_lists(reading))
    found = []
    for match in TITLE.finditer(reading.text, reading.start):
        listed = next((end for start, end in lists if start <= match.start() < end), None)
        publication = _listed(reading, match, listed) if listed else _told(reading, match)
        if publication:
            found.append(publication)
    found += [each for start, end in lists for each in _numbered_lines(reading, start, end)]
    return _merged(found)


def _told(reading: Reading, match: re.Match[str]) -> Publication | None:
    """A title behind "the study ..." or "published the ...", before its number, or of "this book"."""
    text = reading.text
    opening = max(reading.paragraph(*match.span())[0], match.start() - REACH)
    before = text[opening : match.start()]
    noun = NOUN_BEFORE.search(before)
    number, after = _number(text, match.end(), match.end() + REACH, beside=True)
    linked = match["linked"] is not None
    opens = linked and re.search(r"[\n*]\W*\Z", text[max(0, match.start() - 4) : match.start()] or "\n")
    own = OWN_BOOK.search(text, match.end(), min(len(text), match.end() + 200)) if opens else None
    if noun and (noun["pronoun"] or _by_others(reading, match)) and not number:
        return None
    if not (noun or number or own or (VERB_BEFORE.search(before) and match["quoted"] is None)):
        return None
    if match["quoted"] and not number and not _by_us(reading, match):
        return None
    kind = _kind(noun, number) or (_kind(NOUN_BEFORE.search(own.group()), None) if own else None)
    publication = _publication(
        reading, match, kind, number, match.end(), own.end() if own else after, "publication-told"
    )
    return replace(publication, date=publication.date or _told_before(reading, match)) if publication else None


def _told_before(reading: Reading, match: re.Match[str]) -> str | None:
    """The month or year in front of a title in a sentence that says it was published."""
    start = max(reading.sentence(*match.span())[0], match.start() - REACH)
    if not PUBLISHES.search(reading.text, start, match.start()):
        return None
    return next((date[:7] for _, _, date in reversed(list(reading.dates(start, match.start())))), None)


def _by_us(reading: Reading, match: re.Match[str]) -> bool:
    """True where the sentence up to a title names SELA, or says that it was published; quoted may be anything."""
    first = reading.sentence(*match.span())[0]
    return reading.names_us(first, match.start()) or bool(PUBLISHES.search(reading.text, first, match.start()))


def _by_others(reading: Reading, match: re.Match[str]) -> bool:
    """True where a title is followed by "by ECLAC", or the sentence up to it names others and not SELA."""
    first = reading.sentence(*match.span())[0]
    if reading.linked(first, match.start()) and not reading.names_us(first, match.start()):
        return True
    by = BY_OTHERS.match(reading.text, match.end())
    return bool(by and reading.linked(by.end(), by.end() + 12) and not reading.names_us(by.end(), by.end() + 12))


def _number(text: str, start: int, end: int, *, beside: bool) -> tuple[str | None, int]:
    """The number between two offsets and where it ends; `beside` asks that nothing but marks stands before it."""
    for pattern in (NUMBER, SERIES, CASE):
        match = pattern.search(text, start, end)
        if match and (not beside or BESIDE.fullmatch(text, start, match.start())):
            return " ".join(match.group().split()).strip("( "), match.end()
    return None, start


def _kind(noun: re.Match[str] | None, number: str | None) -> str | None:
    """What a publication is by the letters of its number, else by the noun in front of its title."""
    coded = re.search(rf"[/-]\s*({'|'.join(CODED)})\b", number or "", re.I)
    if coded:
        return CODED[coded[1].upper()]
    if number and CASE.match(number):
        return "case-study"
    return (
        next((k.replace("_", "-") for k, v in noun.groupdict().items() if v and k != "pronoun"), None) if noun else None
    )


def _publication(
    reading: Reading, match: re.Match[str], kind: str | None, number: str | None, start: int, end: int, rule: str
) -> Publication | None:
    title = clean(match["linked"] or match["marked"] or match["quoted"])
    if not title or not title[0].isupper() or (" " not in title and kind != "journal"):
        return None
    first, last = reading.sentence(*match.span())
    date = _date(reading.text, start, max(end, min(last, start + 30))) or _number_year(number)
    kind = kind or ("study" if number and SERIES.search(number) else _kind_of_title(title))
    return Publication(title, kind, number, date, (Fact(title, first, max(last, end), rule),))


def _kind_of_title(title: str) -> str:
    """What a title says that it is: "Final Report on ...", "Manual of ..."."""
    words = " ".join(title.split()[:3])
    named = (kind for kind, nouns in NOUNS.items() if re.search(rf"\b(?:{either(nouns)})\b", words, re.I))
    return next(named, "publication")


def _date(text: str, start: int, end: int) -> str | None:
    """The first month that is named behind a title, else the first year."""
    months = [span for span in find_dates(re.sub(r",\s*(?=(?:19|20)\d\d)", " ", text[start:end])) if span.has_year]
    year = re.search(r"\(\s*(?:\w+,?\s+)?((?:19|20)\d\d)\s*\)", text[start:end])
    series = re.search(r"\b([A-Z][a-zé]+)[,.]?\s*(?:N[°ºo]\.?\s*)?((?:19|20)\d\d)\b", text[start:end])
    if months:
        return months[0].start[:7]
    named = find_dates(f"{series[1]} {series[2]}") if series else []
    return named[0].start[:7] if named else year[1] if year else None


def _number_year(number: str | None) -> str | None:
    found = NUMBER.search(number or "") or SERIES.search(number or "")
    year = (found.groupdict().get("year") or found.groupdict().get("if_year")) if found else None
    return (year if len(year) == 4 else f"20{year}") if year else None


def _lists(reading: Reading) -> Iterator[tuple[int, int]]:
    """The chapters that list what was published: from such a heading to the next of its kind, or the end."""
    heads = list(HEADING.finditer(reading.text, reading.start))
    for match in heads:
        if not re.match(rf"[*\s]*(?:{either(PUBLISHED_LIST)})\b(?!\s+(?:and|y|e|et)\b)", match["title"], re.I):
            continue
        later = (h.start() for h in heads if h.start() > match.start() and _is_arabic(h) == _is_arabic(match))
        yield match.end(), next(later, len(reading.text))


def _is_arabic(heading: re.Match[str]) -> bool:
    """True for "2. Publications", which stands within "V. Documents published"."""
    return heading.group().strip("#*_ \n")[:1].isdigit()


def _listed(reading: Reading, match: re.Match[str], end: int) -> Publication | None:
    """A title of a list: what stands up to the next title is its date and number."""
    if match["linked"] is None:
        return None
    following = TITLE.search(reading.text, match.end(), end)
    stop = min(following.start() if following else end, match.end() + IN_LIST)
    number, after = _number(reading.text, match.end(), stop, beside=False)
    return _publication(
        reading, match, _kind(None, number), number, match.end(), max(after, match.end() + 60) if number else stop,
        "publication-listed",
    )  # fmt: skip


def _numbered_lines(reading: Reading, start: int, end: int) -> Iterator[Publication]:
    """Lines of a list without a link, where a number says that they name a publication."""
    for match in CASE.finditer(reading.text, start, end):
        first, last = reading.line(*match.span())
        title = clean(reading.text[first : match.start()])
        if title and "](" not in reading.text[first:last]:
            yield Publication(
                title, "case-study", match.group(), None, (Fact(title, first, last, "publication-listed"),)
            )


def _merged(found: Iterable[Publication]) -> list[Publication]:
    """Each publication once: the same number or, unless their numbers differ, the same title."""
    kept: list[Publication] = []
    places: dict[str, int] = {}
    for each in found:
        number, title = number_key(each.number), _folded(each.title)
        same = places.get(f"number {number}") if number else None
        titled = places.get(f"title {title}")
        if same is None and titled is not None and not (number and number_key(kept[titled].number)):
            same = titled
        if same is None:
            same = len(kept)
            kept.append(each)
        else:
            kept[same] = _joined(kept[same], each)
        places.setdefault(f"title {title}", same)
        if number:
            places.setdefault(f"number {number}", same)
    return kept


def _folded(title: str) -> str:
    return slug(re.sub(r"\s*\([^()]*\)\s*\Z", "", fold(title)), longest=300)


def _joined(one: Publication, other: Publication) -> Publication:
    title = other.title if one.title.isupper() and not other.title.isupper() else one.title
    return replace(
        one,
        title=title,
        kind=one.kind
        if one.kind not in ("publication", "document")
        else other.kind
        if other.kind != "publication"
        else one.kind,
        number=one.number or other.number,
        date=max((one.date, other.date), key=lambda date: len(date or "")),
        evidence=joined(one.evidence, other.evidence),
    )
