"""Activities that no keyword names: known by their code, a list, a table, the contents or the form of their headings.

The ways are tried one after another, the surest first, in a document that has areas, programmes or projects (or is
an annual report or a work programme) and no heading "Activity ..."; the first that finds any is the document's.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from ingest.documents import Document
from ingest.outline.columns import tabled
from ingest.outline.heading import Heading
from ingest.outline.heads import SECTION, Head, Level, code_head, find_head
from ingest.outline.items import ITEM, LIST_OF, itemised
from ingest.outline.lines import plain, title_of
from ingest.outline.titles import BOLD_END, LONGEST, LONGEST_HEADING, MARK, content_end, read_title
from kg.terms import fold

Way = Callable[[Document, Sequence[Heading]], list[Heading]]

FEWEST = 2  # one of a form may be a paragraph that looks like a heading
ABOVE: tuple[Level, ...] = ("project", "programme", "area")


def with_unnamed(document: Document, found: list[Heading]) -> list[Heading]:
    """The headings of a document with its activities, where no keyword names any."""
    told = any(heading.level in ABOVE for heading in found) or document.metadata.kind
    if not told or any(h.level == "activity" for h in found if h.start >= document.body):
        return found
    for way in WAYS:
        if added := [heading for heading in way(document, found) if heading.start >= document.body]:
            return _merged(found, added)
    return found


def coded(document: Document, found: Sequence[Heading]) -> list[Heading]:
    """Headings that a code of several parts opens: those with the longest are activities, the others stand above."""
    heads = list(_headings_by(document, lambda *at: code_head(*at) or code_head(*at, parts=1)))
    if any(heading.level in ABOVE for heading in found):
        heads = [heading for heading in heads if _above(found, heading.start)]
    said = [_parts(heading) for heading in found if heading.level in ABOVE and heading.code]
    depth = max(map(_parts, heads), default=0)
    if depth <= max(said, default=1):
        return []
    above: Sequence[Level] = ("area",) if depth == len(("area", "activity")) else ABOVE
    if depth == len(("area", "project", "activity")):
        above = ("project", "area")
    levels = dict(zip(range(depth, 0, -1), ("activity", *above), strict=False))
    return [
        replace(heading, level=levels.get(_parts(heading), "area"))
        for heading, following in zip_longest(heads, heads[1:])
        if _parts(heading) == depth
        or (_parts(heading) not in said and following and (following.code or "").startswith(f"{heading.code}."))
    ]


def numbered(document: Document, found: Sequence[Heading]) -> list[Heading]:
    """Paragraphs "1. Title" that count on under each area, programme or project, each with a text of its own."""
    result: list[Heading] = []
    counted, last = 0, None
    for heading in _headings_by(document, lambda *at: code_head(*at, parts=1)):
        above = _above(found, heading.start)
        if above is None or not (heading.code or "").isdigit() or not _alone(document, heading):
            continue
        number, counted = int(heading.code or 0), counted if above is last else 0
        if number == counted + 1 or (number > counted and _form(document, heading)):
            counted, last = number, above
            result.append(heading)
    return result if len(result) >= FEWEST else []


def in_contents(document: Document, found: Sequence[Heading]) -> list[Heading]:
    """Lines that the contents list below an area, programme or project, without a keyword."""
    wanted, below = set[str](), False
    for line in document.lines:
        if line.kind != "contents":
            continue
        entry = title_of(plain(document.text[line.start : line.end]))
        head = find_head(entry)
        if head and head.opens(entry, head.end, len(entry)):
            below = True
        elif below and " " in entry and not entry.isupper():
            wanted.add(fold(entry))
    titles = [replace(h, level="section") if fold(h.title) in wanted else h for h in found]
    result = [heading for heading in _bare(document, titles) if fold(heading.title) in wanted]
    return result if len(result) >= FEWEST else []


def in_one_form(document: Document, found: Sequence[Heading]) -> list[Heading]:
    """Headings of the form of the first below an area, programme or project, each with a text of its own."""
    result = [heading for heading in _bare(document, found) if _tells(document, heading)]
    forms = [_form(document, heading) for heading in result]
    form = next(filter(None, forms), None)
    alike = [heading for heading, own in zip(result, forms, strict=True) if own == form]
    return alike if len(alike) >= FEWEST else []


def undertakings(_: Document, found: Sequence[Heading]) -> list[Heading]:
    """Projects, where a document has no other undertakings."""
    return [replace(heading, level="activity") for heading in found if heading.level == "project"]


WAYS: tuple[Way, ...] = (coded, itemised, tabled, in_contents, numbered, in_one_form, undertakings)


def _headings_by(document: Document, head_at: Callable[[str, int, int], Head | None]) -> Iterator[Heading]:
    """Activities that a head opens, at the beginning of a line or in bold behind another heading."""
    text = document.text
    for number, line in enumerate(document.lines):
        if line.kind != "text":
            continue
        end = content_end(document, number)
        glued = [m.start() for m in BOLD_END.finditer(text, line.start + 1, end) if not text[m.start() - 1].isspace()]
        reached = line.start
        for at in (line.start, *glued):
            if at < reached:
                continue
            start = MARK.match(text, at, end).end()  # type: ignore[union-attr]  # it matches nothing too
            bold = "*" in text[at:start] or "<b>" in text[at:start]
            head = head_at(text, start, end)
            title = read_title(document, number, head, head.end, bold=bold) if head else None
            longest = LONGEST // 2 if bold or (head and "." in (head.code or "")) else LONGEST_HEADING
            if head and title and len(title.text.split()) <= longest:
                reached = title.body
                yield Heading("activity", title.text, at, title.body, code=head.code)


def _bare(document: Document, found: Sequence[Heading]) -> Iterator[Heading]:
    """Lines below an area, programme or project that are no more than a heading: in bold, capitals or hashed."""
    known = {heading.start: heading for heading in found}
    for number, line in enumerate(document.lines):
        if line.kind != "text" or _above(found, line.start) is None:
            continue
        heading, end = known.get(line.start), content_end(document, number)
        said = plain(document.text[line.start : end])
        if heading is None and _is_title(said):
            yield Heading("activity", said, line.start, end)
        elif heading and heading.level == "section" and heading.kind is None and not LIST_OF.fullmatch(fold(said)):
            yield replace(heading, level="activity")


def _is_title(said: str) -> bool:
    """True for a line that may be a title: short, with no stop at its end, and no section's name."""
    return 0 < len(said.split()) <= LONGEST_HEADING and said[-1] not in ".;,:" and not SECTION.fullmatch(said)


def _above(found: Sequence[Heading], at: int) -> Heading | None:
    """The area, programme or project that an offset is under; none where a chapter has ended these."""
    last = bisect_left(found, at, key=lambda heading: heading.start)
    return next((h if h.level in ABOVE else None for h in reversed(found[:last]) if h.level != "section"), None)


def _tells(document: Document, heading: Heading) -> bool:
    """True where a text follows that is no further item of a list."""
    rest = document.text[heading.body :]
    following = next((line for line in rest.splitlines() if plain(line)), "")
    if SECTION.fullmatch(plain(following)):
        return True
    return len(following.split()) > FEWEST and code_head(following, parts=1) is None and not following.isupper()


def _alone(document: Document, heading: Heading) -> bool:
    """True for a paragraph of its own that is no item of a list: it tells, and no item or colon leads to it."""
    before = document.text[: heading.start].rstrip(" \t")
    last = before.rstrip().rpartition("\n")[2]
    in_list = last.endswith(":") or ITEM.match(last)
    return (not before or before.endswith(("\n\n", "\r\n\r\n"))) and not in_list and _tells(document, heading)


def _form(document: Document, heading: Heading) -> str:
    """How a heading is set apart from text: its marks, or capitals; nothing where it isn't."""
    marks = MARK.match(document.text, heading.start).group().strip()  # type: ignore[union-attr]  # it matches nothing too
    return f"{marks}{'A' if heading.title.isupper() else ''}"


def _parts(heading: Heading) -> int:
    return len((heading.code or "").split("."))


def _merged(found: Iterable[Heading], added: Iterable[Heading]) -> list[Heading]:
    """Headings in order; one that was found to be an activity is no section any longer."""
    by_start = {heading.start: heading for heading in found} | {heading.start: heading for heading in added}
    return [by_start[start] for start in sorted(by_start)]
