"""Answers as text for a terminal."""

from __future__ import annotations

import re
import shutil
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from search.goals import CLAIMED

Row = Mapping[str, Any]


MARKS = re.compile(r"(?m)^#+\s+|\*\*|</?[bi]>|<sup>.*?</sup>|\[|\]\([^)\n]*\)|\]")


def tidy(text: str) -> str:
    """A text without Markdown's marks.

    >>> tidy("### **PROJECT A.** Ports\\n- [a](#)")
    'PROJECT A. Ports\\n- a'
    """
    return MARKS.sub("", text)


def width() -> int:
    """The width of the terminal, at most 100."""
    return min(shutil.get_terminal_size((80, 24)).columns, 100)


def wrapped(text: str, *, indent: str = "   ", lines: int | None = None) -> str:
    """A text in lines of the terminal's width; cut after some lines where that is asked."""
    found = textwrap.wrap(" ".join(tidy(text).split()), width() - len(indent), break_long_words=False)
    if lines and len(found) > lines:
        found = [*found[: lines - 1], found[lines - 1] + " …"]
    return "\n".join(indent + line for line in found)


def results(found: Row) -> str:
    """Search results: title, place and the beginning of each passage."""
    if not found["results"]:
        return "Nothing was found. Try other words, or fewer filters."
    return "\n\n".join(_result(each) for each in found["results"])


def _result(each: Row) -> str:
    head = f"{each['rank']:>2}. {_title(each)}"
    where = f"   {each['document']['title']}" + (" (digest)" if each["document"].get("digest") else "")
    text = (each.get("passage") or {}).get("text")
    return "\n".join([head, where, *([wrapped(text, lines=4)] if text else [])])


def _title(each: Row) -> str:
    if each.get("organisation"):
        return str(each["organisation"]["name"]["en"])
    about = each.get("activity") or {}
    return str(about.get("title") or (each.get("section") or [each["document"]["title"]])[-1])


def answer(found: Row) -> str:
    """An answer and what it is taken from."""
    cited = [
        f"[{n}] {each['document']}, characters {each['start']}-{each['end']}\n{wrapped(each['text'], lines=3)}"
        for n, each in enumerate(found["citations"], 1)
    ]
    return "\n\n".join([wrapped(found["answer"], indent=""), *cited])


def activities(items: Sequence[Row], total: int) -> str:
    """Activities, a line each."""
    lines = []
    for each in items:
        code = f"{each['code']} " if each["code"] else ""
        lines.append(f"{each['status']:<15} {code}{each['title']}\n{'':<15} {each['slug']}")
    return "\n".join([*lines, f"{len(items)} of {total} activities"])


def documents(items: Sequence[Row]) -> str:
    """Documents, two lines each."""
    return "\n".join(
        f"{each['title']}{' (digest)' if each['digest'] else ''}\n   {each['slug']}: "
        f"{each['activities']} activities, {each['passages']} passages, from {each['source']}"
        for each in items
    )


def series(value: Row) -> str:
    """A series: what it is called, what became of it, and its activities with why they belong here."""
    lines = [value["label"], f"Outcome: {value['outcome']}", value["iri"], ""]
    for each in value["activities"]:
        activity = each["activity"]
        code = f"{activity['code']} " if activity["code"] else ""
        lines.append(f"{each['year'] or '':<5} {each['stage']:<9} {each['status']:<15} {code}{activity['title']}")
        lines.append(f"{'':<31} {activity['slug']} ({each['reason']}, {each['score']:.2f})")
    return "\n".join(lines)


def record(value: Row) -> str:
    """Any object: a line a field, lists joined, what is unknown left out."""
    return "\n".join(_fields(value, ""))


def _fields(value: Row, indent: str) -> Iterator[str]:
    for name, said in value.items():
        if said in (None, [], (), {}, ""):
            continue
        label = f"{indent}{str(name).replace('_', ' ')}:"
        if isinstance(said, Mapping):
            yield label
            yield from _fields(said, indent + "  ")
        elif isinstance(said, list | tuple):
            parts = [_part(each) for each in said]
            yield (
                f"{label} {', '.join(parts)}"
                if sum(map(len, parts)) < 70
                else "\n".join([label, *(f"{indent}  {part}" for part in parts)])
            )
        else:
            yield f"{label} {said}"


def _part(each: Any) -> str:
    if not isinstance(each, Mapping):
        return str(each)
    return " · ".join(str(part) for part in each.values() if part not in (None, [], ()))


def mentions(found: Row) -> str:
    """Mentions, a line each, and the goals that are suggested."""
    lines = [f"{m['start']:>6}  {m['type']:<13} {m['text']}  ->  {m['label']}" for m in found["mentions"]]
    goals = ", ".join(f"SDG {each['goal']} ({each['score']:.2f})" for each in found["sdgs"] if each["score"] >= CLAIMED)
    named = "\n".join(lines) or "No organisation, country or goal is named here."
    return f"{named}\n\nSuggests {goals}" if goals else named


def table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Rows under their headings, columns as wide as their longest value (60 at most)."""
    cells = [[*columns], *([" ".join(str(cell).split())[:60] for cell in row] for row in rows)]
    widths = [max(len(row[n]) for row in cells) for n in range(len(columns))]
    lines = ["  ".join(cell.ljust(widths[n]) for n, cell in enumerate(row)).rstrip() for row in cells]
    return "\n".join([lines[0], "  ".join("-" * w for w in widths), *lines[1:]])
