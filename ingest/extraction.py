"""Extraction: one document's text to everything that is kept of it. Pure: the same text, the same result."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad

from ingest.activities.facts import ActivityFacts, read_facts
from ingest.activities.goals import goal_numbers, with_goals
from ingest.documents import Document
from ingest.metadata import read_document
from ingest.outline.tree import Outline, Unit, read_outline
from ingest.readers.pages import Pages
from ingest.records.reader import Records, read_records
from ingest.records.triples import all_records, record_iri, record_quads
from ingest.series.accounts import Account, accounts
from ingest.triples import document_quads, unit_slugs
from kg.graph import sorted_nquads
from kg.linking.documents import link
from kg.linking.entities import Mention
from kg.terms import expand
from kg.validation import validate
from search.passages import Passage, Section, cut_passages

NOISE = ("page-number", "rule")
START, PAGE = NamedNode(expand("oa:start")), NamedNode(expand("sela:page"))


@dataclass(frozen=True)
class Extraction:
    """What is kept of a document: its triples, its passages and what the cover says of it.

    `work` names the work that this is a version of (a translation and a digest have the same), `titled` what it is
    called by kind and years where it has a number. `violations` say what the shapes found wrong in the triples;
    nothing of a document with violations is published.
    """

    source: str
    slug: str
    work: str
    language: str
    digest: bool
    title: str
    text: str
    nquads: bytes
    passages: tuple[Passage, ...]
    activities: int
    titled: str | None = None
    pages: tuple[int, ...] = ()
    violations: tuple[str, ...] = ()
    accounts: tuple[Account, ...] = ()


def extract(
    source: str, text: str, *, pages: tuple[int, ...] = (), targets: Collection[str] = (), work: str | None = None
) -> Extraction:
    """Read a document: outline, mentions, facts, triples (checked against the shapes) and passages.

    `pages` are the offsets at which its pages begin, where it has any; `targets` the numbers of the goals' targets that
    a vocabulary describes; `work` names its work in place of its cover.
    """
    document = replace(read_document(source, text), work=work)
    outline = read_outline(document)
    links = link(text, language=document.metadata.language, targets=targets)
    mentions = _in_body(document, links.mentions)
    facts = with_goals(document, outline.units, read_facts(document, outline, links), mentions)
    records = read_records(document, outline, links)
    page_at = Pages(text, pages).page_at
    passages = [
        replace(passage, page=page_at(passage.start))
        for passage in _passages(document, outline, facts, _named(mentions, records))
    ]
    quads = document_quads(document, outline, facts, mentions, passages)
    quads |= record_quads(document, outline, facts, records)
    nquads = sorted_nquads([*quads, *_page_quads(quads, page_at)])
    report = validate(nquads)
    return Extraction(
        source=source,
        slug=document.slug,
        work=document.work_slug,
        language=document.metadata.language,
        digest=document.metadata.digest,
        title=document.metadata.title,
        text=text,
        nquads=nquads,
        passages=tuple(passages),
        activities=len(facts),
        titled=document.titled if document.metadata.number else None,
        pages=pages,
        violations=tuple(f"{v.focus}: {v.message}" for v in report.violations),
        accounts=tuple(accounts(document, facts, mentions, unit_slugs(document, outline.units))),
    )


def _page_quads(quads: Iterable[Quad], page_at: Callable[[int], int | None]) -> Iterator[Quad]:
    """On which page everything begins that is a stretch of the text; nothing for a format without pages."""
    for quad in quads:
        if quad.predicate == START and isinstance(quad.object, Literal):
            page = page_at(int(quad.object.value))
            if page is not None:
                yield Quad(quad.subject, PAGE, Literal(page), quad.graph_name)


def _in_body(document: Document, mentions: tuple[Mention, ...]) -> list[Mention]:
    """Mentions outside the cover and the contents pages."""
    return [mention for mention in mentions if mention.start >= document.body]


def _named(mentions: list[Mention], records: Records) -> list[tuple[int, str]]:
    """What a text names, as offsets and IRIs: entities and records."""
    return [(m.start, m.entity.iri) for m in mentions] + [
        (fact.start, record_iri(record).value) for record in all_records(records) for fact in record.evidence
    ]


def _passages(
    document: Document, outline: Outline, facts: list[ActivityFacts], named: list[tuple[int, str]]
) -> list[Passage]:
    slugs = unit_slugs(document, outline.units)
    by_unit = {each.unit: each for each in facts}
    activity_of = {slugs[unit]: by_unit[unit] for unit in outline.activities}
    sections = [
        Section(s.start, s.end, s.path, slugs[a] if (a := _activity(s.unit)) else None) for s in outline.sections
    ]
    noise = [(line.start, line.end) for line in document.lines if line.kind in NOISE]
    about = document.metadata
    covered = ((about.period_start, about.period_end),) if about.period_start and about.period_end else ()
    passages = []
    for passage in cut_passages(document.text, sections, document=document.slug, noise=noise):
        entities = {iri for start, iri in named if passage.start <= start < passage.end}
        activity = activity_of.get(passage.activity or "")
        dates = tuple((span.start, span.end) for span, _ in activity.dates) if activity else ()
        passages.append(
            replace(
                passage,
                entities=tuple(sorted(entities)),
                years=activity.years if activity else about.years,
                dates=dates or covered,
                goals=goal_numbers(activity) if activity else (),
            )
        )
    return passages


def _activity(unit: Unit | None) -> Unit | None:
    return unit.ancestor("activity") if unit else None


@lru_cache(maxsize=1)
def code_version() -> str:
    """A hash of everything that decides what is extracted: our code and the tables of the ontology."""
    digest = hashlib.sha256()
    for package in ("ingest", "kg", "ontology", "search"):
        folder = Path(str(files(package)))
        for path in sorted(p for p in folder.rglob("*") if p.suffix in (".py", ".ttl", ".csv")):
            digest.update(path.relative_to(folder.parent).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def extraction_key(source: str, pages: Pages, targets: Collection[str] = (), work: str | None = None) -> str:
    """What an extraction is kept under: the document, and the code, tables and vocabulary that read it."""
    starts = " ".join(map(str, pages.starts))
    said = "\0".join((code_version(), " ".join(sorted(targets)), source, starts, work or "", pages.text))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


class ExtractionCache:
    """Extractions kept from earlier builds, a file each; safe to delete."""

    def __init__(self, folder: Path) -> None:
        """A cache in a folder, which is made when something is kept."""
        self._folder = folder

    def find(self, key: str) -> Extraction | None:
        """What was kept under a key; None also where the file is not what was written."""
        try:
            checksum, _, data = (self._folder / f"{key}.json").read_bytes().partition(b"\n")
        except OSError:
            return None
        if checksum.decode("ascii", "replace") != hashlib.sha256(data).hexdigest():
            return None
        said: dict[str, Any] = json.loads(data)
        passages = tuple(Passage(**{k: _tuples(v) for k, v in row.items()}) for row in said["passages"])
        told = tuple(Account(**{k: _tuples(v) for k, v in row.items()}) for row in said["accounts"])
        whole = {
            "passages": passages,
            "nquads": said["nquads"].encode(),
            "pages": tuple(said["pages"]),
            "violations": tuple(said["violations"]),
            "accounts": told,
        }
        return Extraction(**{**said, **whole})

    def keep(self, key: str, extraction: Extraction) -> None:
        """Keep an extraction, behind its checksum; what was kept before stays until it is whole."""
        self._folder.mkdir(parents=True, exist_ok=True)
        said = {**asdict(extraction), "nquads": extraction.nquads.decode()}
        data = json.dumps(said, ensure_ascii=False).encode()
        draft = self._folder / f"{key}.new"
        draft.write_bytes(hashlib.sha256(data).hexdigest().encode() + b"\n" + data)
        draft.replace(self._folder / f"{key}.json")

    def forget_all_but(self, keys: set[str]) -> None:
        """Drop what no document of the knowledge base needs any more."""
        for path in self._folder.glob("*"):
            if path.stem not in keys:
                path.unlink(missing_ok=True)


def _tuples(value: Any) -> Any:
    return tuple(map(_tuples, value)) if isinstance(value, list) else value
