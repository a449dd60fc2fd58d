"""Runs of capitalised words: where the names in one begin and end, and where one name ends and another begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.participations.name_words import (
    ARTICLE,
    COMMA_OF,
    IN_CITY,
    PERSON_NEXT,
    POST,
    PUBLISHERS,
    SEPARATOR,
    TAIL,
    is_headed,
    reads_as_organisation,
)
from kg.linking.entities import Mention
from kg.linking.names import is_body
from search.passages import Span


def parts_of(prose: str, run: re.Match[str], last: int, known: Sequence[Mention]) -> Iterator[Span]:
    """Where the names of a run stand: with a lower-case tail, without the city and country where they are."""
    tail = TAIL.match(prose, run.end(), last)
    commas = ((COMMA_OF.search(prose, run.start(), m.start), m) for m in known if m.entity.type == "country")
    comma, country = next(((c, m) for c, m in commas if c and c.start() <= run.end()), (None, None))
    city = IN_CITY.search(prose, run.start(), comma.start()) if comma else None
    if comma and country and comma["of"]:
        yield run.start(), comma.start()
        go_on = SEPARATOR.match(prose, country.end, run.end())
        if go_on:
            yield ARTICLE.match(prose, go_on.end()).end(), run.end()  # type: ignore[union-attr] # it matches nothing too
    else:
        yield run.start(), city.start() if city else tail.end() if tail else run.end()


def pieces(prose: str, start: int, end: int, known: Sequence[Mention]) -> Iterator[Span]:
    """The names that a run of capital words holds: parted where both sides are names of their own."""
    at = start
    for separator in SEPARATOR.finditer(prose, start, end):
        within = any(m.start < separator.start() and m.end > separator.end() for m in known)
        following = SEPARATOR.search(prose, separator.end(), end)
        right = prose[separator.end() : following.start() if following else end]
        if within or not _parts(prose, at, separator, right, known, end):
            continue
        yield at, separator.start()
        at = ARTICLE.match(prose, separator.end()).end()  # type: ignore[union-attr] # it matches nothing too
    yield at, end


def _parts(prose: str, at: int, separator: re.Match[str], right: str, known: Sequence[Mention], end: int) -> bool:
    """True where a comma or "and" stands between two names, not in one as "Ministry of Ports, Boats and Sails"."""
    comma = separator.group().strip() == ","
    person = PERSON_NEXT.match(prose, separator.end(), end)
    if person and not reads_as_organisation(person.group()):
        return True
    if (
        POST.match(right)
        or PUBLISHERS.search(right)
        or (comma and any(m.end == separator.start() and is_body(m.entity) for m in known))
    ):
        return True
    left = prose[at : separator.start()]
    article = ARTICLE.match(right)
    if (
        "," not in separator.group().strip(" ,")
        and article
        and article.group().strip()
        and is_headed(right[article.end() :])
    ):
        return True  # "Lima, and the Lamp Institute"
    if not (reads_as_organisation(left) or any(at < m.end <= separator.start() for m in known)):
        return False
    begin = ARTICLE.match(right).end()  # type: ignore[union-attr] # it matches nothing too
    if is_headed(right[begin:]) or any(
        m.start == separator.end() + begin and m.entity.type == "organisation" for m in known
    ):
        return True
    return comma and not re.search(r"\s(?:and|y|e|et|&)\s", prose[separator.end() : end])
