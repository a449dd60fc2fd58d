"""Datelines: "Face-to-face. Lima, Peru, 3 and 4 May." at the head of a paragraph, without a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest import patterns
from ingest.activities.text import HEADER, PARAGRAPH
from ingest.activities.verbs import VERB
from ingest.dates import find_dates
from ingest.numerals import WORD
from search.passages import Span
from search.sentences import sentences

EMPHASISED = re.compile(r"[\s#]*(?P<mark>\*{1,3}|_)[^*_\n]{12,300}[.:]?(?P=mark)[\s.:]*")
FROM = re.compile(r"[\s*(]*(?:(?i:from|del?|du|le|los\s+d[íi]as|de\s+)\s*)?")
WORDS = re.compile(  # what a dateline is made of beside dates: names, small words between them, stops
    r"(?>[\W\d_]|[A-ZÁÉÍÓÚÑÂÊÔÃÕÇÀÈ][\w'’-]*+|\b(?:of|the|and|from|to|at|open|closed|call|format|mode|de|del|la|las|los|el|y|en|e|"
    r"do|da|dos|das|em|du|des|le|les|et|à|a|formato|modalidad|modalidade|format|convocatoria|abierta|cerrada|"
    r"dates?|place|venue|fechas?|lugar|sede|datas?|local|lieu|"
    r"sessions?|meetings?|seminars?|webinars?|workshops?|editions?|days?|sesi[óo]n(?:es)?|reuni[óo]n(?:es)?|"
    r"seminarios?|webinarios?|talleres|ediciones|jornadas?|encuentros?|d[íi]as?|sess(?:[ãa]o|[õo]es)|"
    r"reuni(?:[ãa]o|[õo]es)|encontros?|oficinas?|edi[çc][õo]es|s[ée]ances?|r[ée]unions?|ateliers?|s[ée]minaires?|"
    rf"rencontres?|jours?|journ[ée]es?|{WORD})\b)*"
)
LONGEST = 14  # words of a fragment; what is longer is a sentence or a title
BEHIND = re.compile(r"[*\s]*(?:[.;(]|\Z|\s+[A-Z])")


def find_datelines(prose: str, span: Span) -> list[Span]:
    """Where a text has datelines, a span each: one for each event that it tells under a title.

    >>> text = "Forum on ports. Virtual. Lima, Peru. 3 May. It was opened by the mayor, on 2 May."
    >>> [text[a:b] for a, b in find_datelines(text, (0, len(text)))]
    ['Virtual. Lima, Peru. 3 May.']
    """
    return [line for start, end in _paragraphs(prose, span) for line in _in_paragraph(prose, start, end)]


def _paragraphs(prose: str, span: Span) -> Iterator[Span]:
    """The paragraphs; what is printed line by line, as "Date: 3 May" and "Place: Lima", is one."""
    start = span[0]
    for match in PARAGRAPH.finditer(prose, *span):
        following = PARAGRAPH.search(prose, match.end(), span[1])
        end = following.start() if following else span[1]
        if not (_is_fragment(prose[start : match.start()]) and _is_fragment(prose[match.end() : end])):
            yield start, match.start()
            start = match.end()
    yield start, span[1]


def _is_fragment(paragraph: str) -> bool:
    return 0 < len(paragraph.strip()) <= HEADER and _fragment(paragraph, goes_on=False) == len(paragraph)


def _in_paragraph(prose: str, start: int, end: int) -> Iterator[Span]:
    title = patterns.LINKED_TITLE.match(prose, start, end) or EMPHASISED.match(prose, start, end)
    if title and find_dates(title.group()):
        title = None
    opening = title.end() if title else start
    run: list[Span] = []
    for number, (a, b) in enumerate(sentences(prose[opening:end])):
        if a > HEADER:
            break
        b = min(b, a + 2 * HEADER)
        fragment = _fragment(prose[opening + a : opening + b], goes_on=bool(run) or bool(title and not number))
        if fragment:
            run.append((opening + a, opening + a + fragment))
        elif run and _dated(prose, run):
            break
        else:
            run = []
            if not number and (title or _is_heading(prose[opening + a : opening + b])):
                yield from _closing_date(prose, opening + a, opening + b)
    if run and _dated(prose, run):
        yield run[0][0], run[-1][1]


def _dated(prose: str, run: list[Span]) -> bool:
    return bool(find_dates(prose[run[0][0] : run[-1][1]]))


def _fragment(sentence: str, *, goes_on: bool) -> int:
    """How much of a sentence belongs to a dateline: all of it, its opening date, or nothing."""
    dates = find_dates(sentence)
    bare = sentence
    for span in dates:
        bare = bare[: span.at] + " " * (span.to - span.at) + bare[span.to :]
    for pattern in (patterns.FACE_TO_FACE, patterns.VIRTUAL, patterns.HYBRID):
        bare = pattern.sub(lambda match: " " * len(match.group()), bare)
    if len(bare.split()) <= LONGEST and WORDS.fullmatch(bare):
        return len(sentence)
    if not dates or FROM.match(sentence).end() < dates[0].at:  # type: ignore[union-attr] # it matches nothing too
        return 0
    behind = sentence[dates[0].to :]
    return dates[0].to if BEHIND.match(behind) or (goes_on and behind.startswith(",")) else 0


def _is_heading(sentence: str) -> bool:
    """True for "Virtual seminar, 3 May.", which tells nothing by a verb."""
    return len(sentence.split()) <= LONGEST and not VERB.search(sentence) and not patterns.LIST_ITEM.match(sentence)


def _closing_date(prose: str, start: int, end: int) -> Iterator[Span]:
    """The date that ends a first sentence: "..., given at the Port School, 3 May."."""
    for span in find_dates(prose[start:end]):
        if start + span.to >= end - 2 and prose[: start + span.at].rstrip().endswith((",", ",”", ',"')):
            yield start + span.at, start + span.to
