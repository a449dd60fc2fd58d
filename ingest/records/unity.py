"""Unity: the same record under one IRI, where one document names it with less than another does.

A document that prints a study's title only, an index without its acronym, or the year of an agreement, can't know
its number, acronym or day; the documents of a knowledge base together can.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ingest.extraction import Extraction
from ingest.words import SMALL_WORDS
from kg.terms import BASE, expand, fold, slug

RECORD = re.compile(rf"<({re.escape(BASE)}id/(?:publication|indicator|instrument)/[^>]+)>")
STATED = re.compile(
    rf"<(?P<record>{re.escape(BASE)}id/(?P<kind>publication|indicator)/[^>]+)> <(?P<property>[^>]+)> "
    r'"(?P<value>(?:[^"\\]|\\.)*)"'
)
NAMES = {expand("dcterms:title"), expand("skos:prefLabel")}
CODES = {"publication": expand("dcterms:identifier"), "indicator": expand("sela:acronym")}
SIGNED = expand("sela:signed")
DATED = re.compile(r"(?P<stem>.+?)(?:-(?P<date>(?:19|20)\d\d(?:-\d\d){0,2}))?")


def other_names(documents: Iterable[bytes]) -> dict[str, str]:
    """For records that are named with less: their IRI, and the IRI of the one that they are.

    `documents` are N-Quads. Where several could be meant, a record stays what it is.
    """
    names: dict[str, set[str]] = defaultdict(set)
    coded: set[str] = set()
    instruments: set[str] = set()
    for nquads in documents:
        text = nquads.decode()
        for line in STATED.finditer(text):
            if line["property"] in NAMES:
                names[line["record"]].add(f"{line['kind']} {compared(line['value'])}")
            elif line["property"] == CODES[line["kind"]]:
                coded.add(line["record"])
        instruments |= {iri for iri in RECORD.findall(text) if "/id/instrument/" in iri}
    return dict(sorted([*_by_name(names, coded), *_by_date(instruments)]))


def compared(name: str) -> str:
    r"""The telling words of a name, without what stands in brackets behind it.

    >>> compared("Depth Index of the Harbours (DIH)") == compared("Depth Index for Harbours")
    True
    """
    words = slug(re.sub(r"\s*\([^()]*\)\s*\Z", "", fold(name)), longest=300).split("-")
    return " ".join(word for word in words if word not in SMALL_WORDS)


def _by_name(names: Mapping[str, set[str]], coded: set[str]) -> Iterator[tuple[str, str]]:
    """Records without number or acronym whose name is that of one record with it."""
    called: dict[str, set[str]] = defaultdict(set)
    for record in coded:
        for name in names[record]:
            called[name].add(record)
    for record in set(names) - coded:
        same = {other for name in names[record] for other in called[name]}
        if len(same) == 1:
            yield record, same.pop()


def _by_date(instruments: set[str]) -> Iterator[tuple[str, str]]:
    """Instruments whose date is the beginning of the date of one other, the rest being the same."""
    dated: dict[str, set[str]] = defaultdict(set)
    for iri in instruments:
        match = DATED.fullmatch(iri)
        if match and match["date"]:
            dated[match["stem"]].add(match["date"])
    for stem, dates in dated.items():
        for date in dates:
            longer = [other for other in dates if other != date and other.startswith(f"{date}-")]
            if len(longer) == 1:
                yield f"{stem}-{date}", f"{stem}-{longer[0]}"


def unite_records(extractions: Sequence[Extraction]) -> list[Extraction]:
    """The extractions with every record under its one IRI; the less exact date of signing gives way."""
    names = other_names(each.nquads for each in extractions)
    return [_united(each, names) for each in extractions] if names else list(extractions)


def _united(extraction: Extraction, names: Mapping[str, str]) -> Extraction:
    passages = tuple(
        replace(passage, entities=tuple(sorted({names.get(iri, iri) for iri in passage.entities})))
        for passage in extraction.passages
    )
    return replace(extraction, nquads=_renamed(extraction.nquads.decode(), names).encode(), passages=passages)


def _renamed(text: str, names: Mapping[str, str]) -> str:
    dropped = tuple(f"<{iri}> <{SIGNED}> " for iri in names)
    kept = "\n".join(line for line in text.split("\n") if not line.startswith(dropped))
    return RECORD.sub(lambda match: f"<{names.get(match[1], match[1])}>", kept)
