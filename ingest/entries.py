"""Entries: the documents of a knowledge base with their extractions, kept or made by several processes."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from multiprocessing import get_context

from ingest.extraction import Extraction, ExtractionCache, extract, extraction_key
from ingest.readers.pages import Pages
from kg.errors import SelaError

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Source:
    """A text to make a document of: a file's, or one that the live snapshot was made from."""

    name: str
    pages: Pages
    replaces: str | None = None
    targets: frozenset[str] = frozenset()
    work: str | None = None

    @cached_property
    def key(self) -> str:
        """What its extraction is kept under."""
        return extraction_key(self.name, self.pages, self.targets, self.work)


@dataclass(frozen=True)
class Entry:
    """A document that the next snapshot will hold."""

    key: str
    extraction: Extraction
    replaces: str | None = None


def extract_all(
    sources: Sequence[Source], cache: ExtractionCache, workers: int | None, tell: Progress
) -> tuple[dict[str, Entry], list[tuple[Source, str]]]:
    """Every document of the next snapshot by slug, and what can't be one; a later source replaces an earlier."""
    found = _read(sources, cache, workers, tell)
    named = _named_by_number(sources, found)
    found |= _read([source for source in named if source.key not in found], cache, workers, tell)
    entries: dict[str, Entry] = {}
    failed = []
    for source, known in zip(sources, named, strict=True):
        read = found[known.key]
        if isinstance(read, SelaError):
            failed.append((source, str(read)))
        elif read.violations:
            reason = f"what was read of it breaks a rule of the ontology ({read.violations[0]})."
            failed.append((source, f"{source.name}: {reason}"))
        else:
            previous = entries.get(read.slug)
            replaces = source.replaces or (previous.replaces if previous else None)
            entries[read.slug] = Entry(known.key, read, replaces)
    return entries, failed


def _read(
    sources: Sequence[Source], cache: ExtractionCache, workers: int | None, tell: Progress
) -> dict[str, Extraction | SelaError]:
    """What is read of each source, by its key: kept from before, or read now and kept."""
    found: dict[str, Extraction | SelaError] = {
        source.key: extraction for source in sources if (extraction := cache.find(source.key))
    }
    missing = list({source.key: source for source in sources if source.key not in found}.values())
    for number, (source, result) in enumerate(zip(missing, _extracted(missing, workers), strict=True), 1):
        tell("reading", number, len(missing))
        found[source.key] = result
        if isinstance(result, Extraction) and not result.violations:
            cache.keep(source.key, result)
    return found


def _named_by_number(sources: Sequence[Source], found: Mapping[str, Extraction | SelaError]) -> list[Source]:
    """The sources; one without a number that translates a document with one is of that document's work."""
    numbered: dict[str, set[tuple[str, str]]] = {}
    for read in found.values():
        if isinstance(read, Extraction) and read.titled:
            numbered.setdefault(read.titled, set()).add((read.work, read.language))
    named = []
    for source in sources:
        read = found[source.key]
        same = numbered.get(read.work, set()) if isinstance(read, Extraction) else set()
        works = {work for work, language in same if isinstance(read, Extraction) and _is_other(read, language)}
        named.append(replace(source, work=works.pop()) if len(works) == 1 else source)
    return named


def _is_other(read: Extraction, language: str) -> bool:
    return read.digest or read.language != language


def _extracted(sources: Sequence[Source], workers: int | None) -> Iterator[Extraction | SelaError]:
    """Extractions in the order of their sources, by several processes where there are several."""
    processes = min(workers or os.cpu_count() or 1, len(sources))
    if processes < 2:
        yield from map(_attempt, sources)
        return
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        with _children_ignore_interrupts():
            results = pool.map(_attempt, sources)
        yield from results


def _attempt(source: Source) -> Extraction | SelaError:
    """What is read of a source, or why nothing is."""
    try:
        return extract(
            source.name, source.pages.text, pages=source.pages.starts, targets=source.targets, work=source.work
        )
    except SelaError as error:
        return error


@contextmanager
def _children_ignore_interrupts() -> Iterator[None]:
    """Ctrl-C reaches every process of a terminal; the one that was asked ends the others."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def without_replaced_digests(entries: dict[str, Entry]) -> tuple[dict[str, Entry], list[str]]:
    """An official document takes its digest's place, and remembers it."""
    digests = {(e.extraction.work, e.extraction.language): s for s, e in entries.items() if e.extraction.digest}
    kept: dict[str, Entry] = {}
    gone = []
    for slug, entry in entries.items():
        same = digests.get((entry.extraction.work, entry.extraction.language))
        if entry.extraction.digest:
            continue
        kept[slug] = Entry(entry.key, entry.extraction, same or entry.replaces)
        if same:
            gone.append(same)
    kept |= {slug: entry for slug, entry in entries.items() if entry.extraction.digest and slug not in gone}
    return kept, gone
