"""The items of a printed list of organisations: where one name ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest.participations.name_words import reads_as_organisation
from kg.linking.entities import Mention

LONGEST_NAME = 20  # words
OPENING = re.compile(r"(?:[^:]*:)?(?:[\s*_]|\b(?:and|y|e|et|the|la|el|los|las)\s)*", re.IGNORECASE)
ACRONYM = re.compile(r"\s*\([^()]*\)")
ENDS_IN_ACRONYM = re.compile(r"\((?=[^()]*[A-Z][^()]*[A-Z])[A-Z][\w./-]{1,14}\)[\s*.]*\Z")
ARTICLE = re.compile(r"[\s*_]*(?:the|la|el|o|a|le|l['’])\s", re.IGNORECASE)
LISTS_MORE = re.compile(r"(?:Minist|Vice|Secretar|Depart|Direct)\w*", re.IGNORECASE)  # "Ministry of Trade, Industry"


@dataclass(frozen=True)
class Item:
    """A name of a list, without its acronym, and where it stands in the text."""

    name: str
    start: int
    end: int


def list_items(text: str, start: int, end: int, known: Sequence[Mention] = ()) -> Iterator[Item]:
    """The names of a list: parted by semicolons, and by commas where these part whole names.

    >>> text = "Public bodies: the Bank of Ports (BP), Pilots' Union; Ministry of Sails, Nets and Oars."
    >>> [item.name for item in list_items(text, 0, len(text))]
    ['Bank of Ports', "Pilots' Union", 'Ministry of Sails, Nets and Oars']
    """
    starts = {mention.start: mention for mention in known}
    for first, last in _pieces(text, start, end, starts):
        begin = _begin(text, first, last)
        name = " ".join(ACRONYM.sub("", text[begin:last]).strip(" *_.\t\r\n").split())
        name = re.sub(r"(?<=\w)- (?=\w)", "-", name)  # a turned page parts it
        told = len(name) > 2 and any(c.isupper() for c in name) and len(name.split()) <= LONGEST_NAME
        if told and not _explains(text, first, last, starts):
            yield Item(name, begin, last)


def _pieces(text: str, start: int, end: int, known: Mapping[int, Mention]) -> Iterator[tuple[int, int]]:
    """Spans between separators; a comma is one only where both its sides are names of their own."""
    only_commas = ";" not in text[start:end]
    at = start
    for separator in re.finditer(r"[;,]|\s(?:and|y|e|et)\s(?:the|la|el|l[ea]|[ao]s?)\s", text[start:end]):
        here = start + separator.start()
        left, right = (at, here), (start + separator.end(), _next_separator(text, start + separator.end(), end))
        if separator.group() != ";":
            comma = separator.group() == ","
            ended = comma and bool(ENDS_IN_ACRONYM.search(text[slice(*left)]) or _is_known(text, *left, known))
            alone = [_stands_alone(text, *left, known), _stands_alone(text, *right, known, acronyms=ended)]
            if not all(alone) and not (comma and only_commas and not _goes_on(text, left, right, known)):
                continue
        yield left
        at = start + separator.end()
    yield at, end


def _begin(text: str, start: int, end: int) -> int:
    """Where the name of a piece begins, behind marks, articles and a label."""
    opening = OPENING.match(text, start, end)
    return opening.end() if opening else start


def _next_separator(text: str, at: int, end: int) -> int:
    found = re.compile(r"[;,]").search(text, at, end)
    return found.start() if found else end


def _stands_alone(text: str, start: int, end: int, known: Mapping[int, Mention], *, acronyms: bool = True) -> bool:
    """True for a piece that names an organisation by itself, by its words or, where that may be, its acronym."""
    named = _named_at(text, start, end, known)
    piece = text[start:end]
    return (
        bool(named and named.end <= end)
        or reads_as_organisation(piece)
        or (acronyms and bool(ENDS_IN_ACRONYM.search(piece)))
    )


def _named_at(text: str, start: int, end: int, known: Mapping[int, Mention]) -> Mention | None:
    """The organisation that a piece begins with."""
    mention = known.get(_begin(text, start, end))
    return mention if mention and mention.entity.type == "organisation" else None


def _is_known(text: str, start: int, end: int, known: Mapping[int, Mention]) -> bool:
    named = _named_at(text, start, end, known)
    return named is not None and named.end >= end - 1


def _goes_on(text: str, left: tuple[int, int], right: tuple[int, int], known: Mapping[int, Mention]) -> bool:
    """True where a comma stands within a name: "Ministry of Trade, Industry", "Port Office, Chile"."""
    if _stands_alone(text, *right, known):
        return False
    if any(at in known and known[at].entity.type == "country" for at in range(*right)):
        return True
    return bool(LISTS_MORE.match(text, _begin(text, *left), left[1]))


def _explains(text: str, start: int, end: int, known: Mapping[int, Mention]) -> bool:
    """True for what says of the name before what it is: ", the French agency for boats"."""
    return bool(ARTICLE.match(text, start, end)) and not _stands_alone(text, start, end, known)
