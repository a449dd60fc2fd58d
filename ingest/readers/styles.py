"""Word's styles and numbering: which paragraph is a heading, what is bold, which label a paragraph has."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from ingest.readers.labels import WORD_STYLES, counted

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HEADING = re.compile(r"heading ([1-9])")
OFF = ("0", "false", "off", "none")
LONGEST_CHAIN = 20  # styles that are based on each other


def value(parent: Element | None, *path: str) -> str | None:
    """The `w:val` at a path below an element; None where there is no such element."""
    for name in path:
        parent = parent.find(W + name) if parent is not None else None
    return None if parent is None else parent.get(f"{W}val", "")


def switched(parent: Element | None, name: str) -> bool | None:
    """Whether a property is on; None where an element says nothing of it."""
    said = value(parent, name)
    return None if said is None else said.lower() not in OFF


class Styles:
    """The styles of a document, each with what it is based on."""

    def __init__(self, part: Element | None) -> None:
        """Read the part that defines them."""
        found = list(part.iter(f"{W}style")) if part is not None else []
        self._styles = {style.get(f"{W}styleId", ""): style for style in found}
        self._default = next(
            (s.get(f"{W}styleId", "") for s in found if s.get(f"{W}type") == "paragraph" and s.get(f"{W}default")), None
        )

    def chain(self, name: str | None) -> list[Element]:
        """A style and those that it is based on, nearest first."""
        chain: list[Element] = []
        name = name or self._default
        while name in self._styles and self._styles[name] not in chain and len(chain) < LONGEST_CHAIN:
            chain.append(self._styles[name])
            name = value(chain[-1], "basedOn")
        return chain

    def level(self, properties: Element | None) -> int:
        """The heading level of a paragraph, from 1; 0 for text."""
        chain = self.chain(value(properties, "pStyle"))
        levels = [value(properties, "outlineLvl"), *(value(style, "pPr", "outlineLvl") for style in chain)]
        said = next((level for level in levels if level is not None), None)
        if said is not None and said.isdigit():
            return int(said) + 1 if int(said) < 9 else 0
        for style in chain:
            name = (value(style, "name") or "").lower()
            match = HEADING.fullmatch(name)
            if match or name == "title":
                return int(match[1]) if match else 1
        return 0

    def bold(self, run: Element | None, paragraph: Element | None) -> bool:
        """Whether a run with these properties, in a paragraph with those, is bold."""
        character = value(run, "rStyle")
        chains = [
            *((self.chain(character)) if character else ()),
            *self.chain(value(paragraph, "pStyle")),
        ]
        said = [switched(run, "b"), *(switched(style.find(f"{W}rPr"), "b") for style in chains)]
        return next((each for each in said if each is not None), False)

    def numbering(self, properties: Element | None) -> tuple[str, int] | None:
        """The list that a paragraph is in and its level there; None where it is in none."""
        places = [properties, *(style.find(f"{W}pPr") for style in self.chain(value(properties, "pStyle")))]
        for place in places:
            number = value(place, "numPr", "numId")
            if number is not None:
                level = next((x for p in places if (x := value(p, "numPr", "ilvl"))), "0")
                return None if number == "0" else (number, min(int(level), 8) if level.isdigit() else 0)
        return None


@dataclass
class _Level:
    format: str
    text: str
    start: int


@dataclass
class Numbering:
    """The lists of a document, counted as its paragraphs come."""

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, part: Element | None) -> Numbering:
        """The lists that a part defines."""
        if part is None:
            return cls()
        levels = {
            each.get(f"{W}abstractNumId", ""): _levels(each.iter(f"{W}lvl")) for each in part.iter(f"{W}abstractNum")
        }
        lists = {}
        for number in part.iter(f"{W}num"):
            name = number.get(f"{W}numId", "")
            lists[name] = value(number, "abstractNumId") or ""
            changed = _levels(number.iter(f"{W}lvl"))
            starts = {o.get(f"{W}ilvl", "0"): value(o, "startOverride") for o in number.iter(f"{W}lvlOverride")}
            if changed or any(starts.values()):
                own = {n: _Level(x.format, x.text, x.start) for n, x in levels.get(lists[name], {}).items()} | changed
                for level, start in starts.items():
                    if start and start.isdigit() and level.isdigit() and int(level) in own:
                        own[int(level)].start = int(start)
                lists[name] = f"{name}, changed"
                levels[lists[name]] = own
        return cls(levels, lists)

    def label(self, number: str, level: int) -> str:
        """The label of the next paragraph of a list; "-" for a bullet, nothing where none is shown."""
        name = self.lists.get(number, "")
        levels = self.levels.get(name, {})
        own = levels.get(level)
        if own is None:
            return "-"
        counts = self.counts.setdefault(name, {})
        counts[level] = counts.get(level, own.start - 1) + 1
        for deeper in [n for n in counts if n > level]:
            del counts[deeper]
        if own.format == "bullet":
            return "-"
        if own.format == "none":
            return ""

        def at(match: re.Match[str]) -> str:
            n = int(match[1]) - 1
            shown = levels.get(n, own)
            return counted(counts.get(n, shown.start), WORD_STYLES.get(shown.format, "1"))

        return re.sub(r"%([1-9])", at, own.text).strip()


def _levels(found: Iterable[Element]) -> dict[int, _Level]:
    return {
        int(level.get(f"{W}ilvl", "0")): _Level(
            value(level, "numFmt") or "decimal",
            value(level, "lvlText") or "",
            int(start) if (start := value(level, "start") or "1").isdigit() else 1,
        )
        for level in found
        if level.get(f"{W}ilvl", "0").isdigit()
    }
