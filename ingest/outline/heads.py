"""Heads: the keyword and code that open the heading of an area, programme, project or activity."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from ingest.words import LEVELS, SECTIONS, either
from kg.terms import fold

Level = Literal["chapter", "area", "programme", "project", "activity", "section"]

UPPER = "A-ZÁÀÂÃÄÇÉÈÊËÍÌÎÏÑÓÒÔÕÖÚÙÛÜ"
OPENING = re.compile(rf"[\"“”«'‘(\[¿¡]*[{UPPER}0-9]")
ANY_OPENING = re.compile(r"[\"“”«'‘(\[¿¡]*\w")
ROMAN = r"[IVXLC]+"
WHOLE = r"(?!\.?\d)"  # a code is never cut: "I.1" is no "I"
DRESS = r"(?:[\s*_]|</?b>)*"  # number and title may be bold apart
NUMBER = r"(?:(?:(?i:n\.?(?:[°ºo]|ro|[úu]m)?\s*[.°º]?)|#)\s*(?=[\dIVX(]))?[(\[]?"  # "N° 3", "n.º 3", "No. 3", "(I.1.1)"
SEPARATOR = rf"\s*[.:)\]–—-]*{DRESS}"
MARKED = rf"\s*[.:–—-]+{DRESS}"  # where a capital may begin a sentence, a mark parts number and title


def _keyword(level: str) -> str:
    return rf"(?i:{either(LEVELS[level])})"


def _shouted(level: str) -> str:
    """The keyword in capitals: in small letters it opens a sentence or labels a field as well."""
    return rf"(?=[{UPPER}]{{4}}){_keyword(level)}"


PATTERNS: tuple[tuple[Level, re.Pattern[str]], ...] = (
    ("area", re.compile(
        rf"{_keyword('area')}(?:\s+{NUMBER}(?P<code>{ROMAN}|\d+)\b{WHOLE}{SEPARATOR}|\s*[:–—]{DRESS})")),
    ("programme", re.compile(
        rf"{_keyword('programme')}(?:\s+{NUMBER}(?P<code>{ROMAN}(?:\.\d+)*\b{WHOLE}(?={MARKED}|{DRESS}(?:$|\n|[{UPPER}]))|"
        rf"\d+\b{WHOLE}(?={MARKED})){DRESS}[.:–—-]*{DRESS}|\s*:{DRESS})")),
    ("project", re.compile(
        rf"(?:{_keyword('project')}\s+{NUMBER}(?P<code>{ROMAN}\.\d+|{ROMAN}\b|[A-Z]\b|\d+(?:\.\d+)*)"
        rf"{WHOLE}{SEPARATOR}|{_shouted('project')}{MARKED})")),
    ("activity", re.compile(
        rf"(?:{_keyword('activity')}\s+{NUMBER}(?P<code>(?:{ROMAN}\.)?(?:[A-Z]\.|\d+\.)*\d+"
        rf"(?:\.?[a-z](?=[.):\s])|-[A-Z]\b)?|{ROMAN}\b){WHOLE}{SEPARATOR}|{_shouted('activity')}{MARKED})")),
)  # fmt: skip

CODE = re.compile(  # without a keyword: "I.1.1.", "1.2.3 -", "II.1.a)", "[I.1]", "3."
    rf"[(\[]?(?P<code>(?:{ROMAN}|[A-Z]|\d{{1,2}})(?:\.\d{{1,2}}|\.[A-Za-z]\b(?!\.\w))*)(?P<mark>\s*[.:)\]–—-]*){DRESS}(?:(?<=[\s*>])|$)"
)
SECTION = re.compile(
    r"(?:\(?(?:[A-Za-z]|\d{1,2}|[ivx]{1,4})(?:[.)]+[-–]?|\s*[-–])?\s+)?(?P<title>(?i:"
    + "|".join(f"(?P<{kind.replace('-', '_')}>{either(names)})" for kind, names in SECTIONS.items())
    + r"))\s*:?\s*\.?"
)


@dataclass(frozen=True)
class Head:
    """What opens a heading: its level, its code as printed, and the offset at which a title may follow.

    `parted` says that a mark stands between code and title.
    """

    level: Level
    code: str | None
    end: int
    parted: bool = False

    def opens(self, text: str, at: int, end: int) -> bool:
        """True where what stands at an offset may be its title; behind "I.1.1." it may begin in small letters."""
        small = self.parted and "." in (self.code or "")
        return bool((ANY_OPENING if small else OPENING).match(text, at, end))


def find_head(text: str, start: int = 0, end: int | None = None) -> Head | None:
    """The head at an offset.

    >>> find_head("PROJECT I.4.\\tPorts of the coast")
    Head(level='project', code='I.4', end=13, parted=True)
    """
    end = len(text) if end is None else end
    for level, pattern in PATTERNS:
        if match := pattern.match(text, start, end):
            parted = bool(match["code"]) and bool(re.search(r"[.:–—-]", text[match.end("code") : match.end()]))
            return Head(level, match["code"], match.end(), parted)
    return None


def code_head(text: str, start: int = 0, end: int | None = None, *, parts: int | None = None) -> Head | None:
    """The code without a keyword at an offset, of several parts where no number of parts is asked for.

    >>> code_head("II.1.a) Fair of ropes")
    Head(level='activity', code='II.1.a', end=8, parted=True)
    """
    match = CODE.match(text, start, len(text) if end is None else end)
    if match is None or (count := match["code"].count(".") + 1) != (parts or max(count, 2)):
        return None
    parted = bool(match["mark"].strip())
    return Head("activity", match["code"], match.end(), parted) if parted or count > 1 else None


@lru_cache(maxsize=8)
def listed(contents: frozenset[str]) -> dict[str, tuple[Level, str | None]]:
    """What the contents pages list: folded title -> level and code.

    The body may print "ECONOMIC AND TECHNICAL COOPERATION" where the contents say which area that is.
    """
    levels: dict[str, tuple[Level, str | None]] = {}
    for entry in sorted(contents):
        head = find_head(entry)
        if head is None or not head.opens(entry, head.end, len(entry)):
            levels.setdefault(fold(entry), ("section" if code_head(entry) else "chapter", None))
        else:
            levels[fold(entry[head.end :])] = (head.level, head.code)
    return levels
