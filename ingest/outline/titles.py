"""Titles: where the title of a heading ends, and how it reads without marks, notes and what became of the activity."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.documents import Document, Line
from ingest.outline.heads import SECTION, Head, code_head, find_head, listed
from ingest.outline.lines import plain
from ingest.words import BECAME, THIS_ACTIVITY, either
from kg.terms import fold
from search.sentences import sentences

MARK = re.compile(r"(?:[#>\s]|\*|_(?=[*_\w])|</?b>)*")
BOLD_END = re.compile(r"\*\*|</?b>")
NOTE = re.compile(r"<sup>\d{1,3}</sup>|\[\^?\d{1,3}\](?!\()|(?<=[^\W\d])[\u00b9\u00b2\u00b3\u2074-\u2079]+(?=\W*$)")
RAISED = re.compile(r"</?sup>")
LINKED = re.compile(r"\[((?:[^\]\\]|\\.)+)\]\([^)\s]*\)")
LONGEST = 90  # words; more is a sentence that begins like a heading
LONGEST_HEADING = 25  # words of a line that only its form or its number shows to be a heading
MOST_LINES = 4  # that a title runs over
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÁÉÍÓÚÀÂÊÎÔÇÑ])")
FEWEST_RUN_ON = 8  # words behind a title that the contents list shorter: a sentence, and no longer title
FEWEST_TOLD = 3  # words behind a title that are all that is told of an activity
LONGEST_SECOND = 25  # words of a title behind its first sentence
UNTIL = "for|to|until|in|by|para|al?|hasta|en|at[ée]|em|[àa]|au|pour"
STATUS = re.compile(
    rf"(?:(?<=[.!?\"”])\s+(?:{either(THIS_ACTIVITY)})\s+(?:{either(BECAME)}|was|has|is|fue|se|no|foi|n[ãa]o|a|n['’]a)\b.*"
    rf"|(?:(?<=[.!?\"”])\s+|\s+[-–—]\s+|\s*[(\[])(?:(?:{either(THIS_ACTIVITY)})\s+)?(?:{either(BECAME)})\b"
    rf"(?:\s+(?:{UNTIL})\b(?:\s+[^\s.]+){{0,6}})?[.)\]\s]*)$",
    re.S | re.I,
)


@dataclass(frozen=True)
class Title:
    """A title as people read it, and the offset at which the text under it begins."""

    text: str
    body: int


def read_title(document: Document, number: int, head: Head, at: int, *, bold: bool) -> Title | None:
    """The title behind a head: on its line, or on the next where the head stands alone; None where there is none.

    `number` is that of the line.
    """
    text = document.text
    end = content_end(document, number)
    alone = not plain(text[at:end])
    if alone:
        number, at = _next_line(document, number)
        end = content_end(document, number)
    if at >= end or not head.opens(text, at, end):
        return None
    run_end = _past_lines(document, number, at, head, bold=bold)
    said = clean(text[at:run_end])
    if alone and (SECTION.fullmatch(said) or _is_sentence(said)):
        return None
    said, glued = _without_sentence(document, head, said)
    if not glued and not bold and head.level == "activity":
        said, glued = _without_text(document, number, said)
    if len(said.split()) > LONGEST:
        return None
    if not glued:
        said, glued = without_status(said)
    body = run_end - len(glued) if glued else past_marks(text, run_end, end)
    said = said.rstrip(" .:,;–-") if not said.endswith("...") else said
    return Title(said, body) if said else None


def clean(text: str) -> str:
    """A title without marks, links and the marks of footnotes.

    >>> clean("[Ports of the **50<sup>th</sup>**\\nyear](#p)<sup>4</sup>")
    'Ports of the 50th year'
    """
    return " ".join(plain(RAISED.sub("", NOTE.sub("", LINKED.sub(r"\1", text)))).split())


def without_status(title: str) -> tuple[str, str]:
    """A title without what its line says that became of the activity, and that.

    >>> without_status("Roaming. This activity was not implemented.")
    ('Roaming.', ' This activity was not implemented.')
    >>> without_status("Taller de faros (reprogramada para 2032)")
    ('Taller de faros', ' (reprogramada para 2032)')
    >>> without_status("Ports. Suspended sediments and how they are dredged")
    ('Ports. Suspended sediments and how they are dredged', '')
    """
    match = STATUS.search(title)
    return (title[: match.start()], match.group()) if match else (title, "")


def content_end(document: Document, number: int) -> int:
    """Where the text of a line ends, before its white space."""
    line = document.lines[number]
    return line.start + len(document.text[line.start : line.end].rstrip())


def run_end(text: str, start: int, line_end: int) -> int:
    """Where the run of text that begins at `start` ends: at the next bold mark, or with the line."""
    end = BOLD_END.search(text, start, line_end)
    return end.start() if end else line_end


def past_marks(text: str, at: int, line_end: int) -> int:
    """Past a closing `**`, so that text after it isn't taken for bold; an opening one stays."""
    if text.startswith("****", at):
        return at + 2
    closing = BOLD_END.match(text, at, max(line_end, at + 2))
    return closing.end() if closing and closing.group() != "<b>" else at


def _next_line(document: Document, number: int) -> tuple[int, int]:
    """The next line of text and where it begins behind its marks; the line itself where none is near."""
    for following in range(number + 1, min(number + MOST_LINES, len(document.lines))):
        if document.lines[following].kind == "text":
            start = document.lines[following].start
            at = MARK.match(document.text, start).end()  # type: ignore[union-attr]  # it matches nothing too
            return (number, len(document.text)) if _opens_other(document, following, at) else (following, at)
    return number, len(document.text)


def _opens_other(document: Document, number: int, at: int) -> bool:
    """True where a line opens a heading of its own."""
    end = content_end(document, number)
    head = find_head(document.text, at, end)
    return bool(head) or bool(SECTION.fullmatch(clean(document.text[at:end])))


def _past_lines(document: Document, number: int, at: int, head: Head, *, bold: bool) -> int:
    """Where a title ends that may run over several lines, with no blank one between."""
    text, line_end = document.text, content_end(document, number)
    end = run_end(text, at, line_end)
    for following, line in _lines_after(document, number):
        if plain(text[end:line_end]):
            break
        start = MARK.match(text, line.start).end()  # type: ignore[union-attr]  # it matches nothing too
        next_end = run_end(text, start, content_end(document, following))
        if not _carries_on(
            document, head, clean(text[at:end]), text[start:next_end], open_bold=bold and end == line_end
        ):
            break
        end, line_end = next_end, content_end(document, following)
    return end


def _lines_after(document: Document, number: int) -> Iterator[tuple[int, Line]]:
    for following in range(number + 1, min(number + MOST_LINES, len(document.lines))):
        line = document.lines[following]
        if line.kind != "text" or _opens_other(document, following, line.start):
            return
        yield following, line


def _carries_on(document: Document, head: Head, title: str, following: str, *, open_bold: bool) -> bool:
    """True where the next line is more of the title: bold goes on, a small letter says so, or the contents do."""
    if open_bold:
        return len(title.split()) + len(following.split()) <= LONGEST // 2
    if title.endswith((".", ":", ";", "!", "?")):
        return False
    together = fold(f"{title} {clean(following)}")
    return following[:1].islower() or any(
        said.startswith(together) and where == (head.level, head.code)
        for said, where in listed(document.contents).items()
    )


def _is_sentence(title: str) -> bool:
    words = len(title.split())
    return words > LONGEST // 2 or (words > FEWEST_RUN_ON and title.endswith("."))


def _without_sentence(document: Document, head: Head, title: str) -> tuple[str, str]:
    """A title without the sentences that its line goes on with, and these.

    The contents say where it ends; where they don't, a line longer than any title has its first sentence for one.
    """
    folded = fold(title)
    for said, where in sorted(listed(document.contents).items(), key=lambda pair: -len(pair[0])):
        if where != (head.level, head.code) or not folded.startswith(said):
            continue
        if folded == said:
            break
        cut = _cut_at(title, said)
        rest = title[cut:].lstrip(". ")
        if len(rest.split()) >= FEWEST_RUN_ON and rest[0].isupper() and rest.endswith((".", ":")):
            return title[:cut], title[cut:]
        return title, ""
    if len(title.split()) > LONGEST and (ended := SENTENCE.search(title)) and head.parted:
        return title[: ended.start()], title[ended.start() :]
    return title, ""


def _without_text(document: Document, number: int, title: str) -> tuple[str, str]:
    """A title without the text of the activity where all of it stands on the heading's line.

    A title may have several sentences too ("Fair of ropes. Second edition"); what follows the first is text where it
    is longer than any title, or where nothing else is told before the next heading.
    """
    first, rest = first_sentence(title)
    if len(rest.split()) > LONGEST_SECOND or (rest and _nothing_below(document, number)):
        return first, rest
    return title, ""


def first_sentence(title: str) -> tuple[str, str]:
    """The first sentence of a line, and the others where they are told as such.

    >>> first_sentence("Fair of ropes. It will be held in May.")
    ('Fair of ropes.', ' It will be held in May.')
    >>> first_sentence("Fair of ropes. Second edition")
    ('Fair of ropes. Second edition', '')
    """
    end = sentences(title)[0][1]
    rest = title[end:]
    told = rest.endswith((".", "!", ")")) and len(rest.split()) >= FEWEST_TOLD
    return (title[:end], rest) if told else (title, "")


def _nothing_below(document: Document, number: int) -> bool:
    """True where the next line of text opens another heading, or there is none."""
    for line in document.lines[number + 1 :]:
        if line.kind == "text":
            at = MARK.match(document.text, line.start).end()  # type: ignore[union-attr]  # it matches nothing too
            head = find_head(document.text, at, line.end) or code_head(document.text, at, line.end)
            opens = head and head.opens(document.text, head.end, line.end)
            return bool(opens) or plain(document.text[at : line.end]).isupper()
        if line.kind == "table":
            return False
    return True


def _cut_at(title: str, said: str) -> int:
    """How much of a title has this folded form."""
    return next(n for n in range(len(title) + 1) if len(fold(title[:n])) >= len(said))
