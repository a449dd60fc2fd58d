"""The lists that a report prints below an event, by their labels: "Member States (17): Argentina, ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.patterns import WHITE

UNFINISHED = r"(?:(?<=[,;])|(?<=\w-)|(?<=\s(?:of|de|et))|(?<=\sand)|(?<=\sy))"
COUNT = r"\(\s*(\d{1,3})\s*\)"
INNER_LABEL = re.compile(rf"[,;.]\s*\w[\w\s-]{{3,40}}{COUNT}:")  # ", International organisations (2): ..."


def labelled(*labels: str) -> re.Pattern[str]:
    """A pattern for a list that a label opens; it goes on behind a turned page.

    >>> labelled("other countries").search("**Other countries (2):** Spain and\\n\\nPortugal.")["items"]
    'Spain and\\n\\nPortugal.'
    """
    words = "|".join(labels).replace(" ", WHITE)
    return re.compile(
        rf"^[ \t#>*-]*(?P<label>(?:{words})[^:\n]{{0,40}}):[\s*]*(?P<items>[^\n]+(?:{UNFINISHED}\s*\n\s*[^\n]+)*)",
        re.IGNORECASE | re.MULTILINE,
    )


# field of an activity -> the label of such a list
LABELS: dict[str, re.Pattern[str]] = {
    "member_countries": labelled(
        r"(?:participating )?(?:SELA )?member (?:countries|states)",
        r"(?:pa[íi]ses|estados) miembros?",
        r"(?:pa[íi]ses|estados)[- ]membros?",
        r"(?:pays|[ÉE]tats) membres",
    ),
    "other_countries": labelled(
        r"other (?:participating )?countries", r"non[- ]member (?:countries|states)",
        r"otros (?:pa[íi]ses|estados)", r"(?:pa[íi]ses|estados) no miembros",
        r"outros (?:pa[íi]ses|estados)", r"(?:pa[íi]ses|estados) n[ãa]o[- ]membros",
        "autres (?:pays|[ÉE]tats)", "(?:pays|[ÉE]tats) non[- ]membres",
    ),
    "organisations": labelled(
        r"(?:other )?(?:regional|international|national|academic|private|multilateral|public|local|participating)"
        r"[\w\s-]{0,30}?(?:organi[sz]ations?|bodies|body|institutions?|entities|agencies|companies|associations)",
        r"other \w+ entities",
        r"(?:organi[sz]aciones|organismos|instituciones|entidades) \w+",
        r"(?:organiza[çc][õo]es|institui[çc][õo]es|organismos|entidades) \w+",
        r"(?:organisations|organismes|institutions) \w+",
        r"(?:companies|universities|academia|private sector|civil society)(?=[^:\n]*\(\d)",
        r"(?:empresas|universidades|academia|sector privado|sociedad civil)(?=[^:\n]*\(\d)",
        r"(?:empresas|universidades|academia|setor privado|sociedade civil)(?=[^:\n]*\(\d)",
        r"(?:entreprises|universit[ée]s|secteur priv[ée]|soci[ée]t[ée] civile)(?=[^:\n]*\(\d)",
    ),
}  # fmt: skip


@dataclass(frozen=True)
class PrintedList:
    """A list that a label opens: what it lists, how many its label says, and where it stands.

    `field` is the activity's; `first` is where the items begin.
    """

    field: str
    total: int | None
    first: int
    start: int
    end: int


def printed_lists(prose: str, within: tuple[int, int]) -> list[PrintedList]:
    """The lists that stand in a part of a text, in order."""
    found = [
        each
        for field, pattern in LABELS.items()
        for match in pattern.finditer(prose, *within)
        for each in _parted(field, match)
    ]
    return sorted(found, key=lambda each: each.start)


def _parted(field: str, match: re.Match[str]) -> Iterator[PrintedList]:
    """The list of a label, and those of further labels on its lines."""
    text = match.string
    start, end = match.start("label"), match.start() + len(match.group().rstrip())
    start -= len(text[:start]) - len(text[:start].rstrip("*_"))
    total = re.search(COUNT, match["label"]) or re.match(COUNT, match["items"])
    first = match.start("items")
    for inner in INNER_LABEL.finditer(text, first, end):
        yield PrintedList(field, int(total[1]) if total else None, first, start, inner.start())
        start, first, total = inner.start() + 1, inner.end(), inner
    yield PrintedList(field, int(total[1]) if total else None, first, start, end)
