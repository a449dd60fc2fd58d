"""Answers as JSON: the objects of the contract, the same for the terminal and for HTTP."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Literal

from api.known import known
from api.shelf import Shelf
from kg.activity import Activity
from kg.errors import InvalidInput
from kg.linking.goal_numbers import goal
from kg.terms import LANGUAGES, PREFIXES, iri
from search.ask.passages import Quotation, answer_from_passages
from search.filters import FacetCount, Filters
from search.goals import suggest_goals
from search.language import detect_language
from search.passages import Passage
from search.ranking import Mode
from search.results import GroupHit, Hit

if TYPE_CHECKING:
    from kg.linking.entities import Mention
    from search.encoders import Encoder

Kind = Literal["passage", "activity", "organisation"]
LONGEST_QUERY = 8_000
UNPAIRED = re.compile("[\ud800-\udfff]")
FACETS = ("document", "country", "organisation", "sdg", "year")


def clean(text: str) -> str:
    """A text without what no text has: unpaired surrogates become U+FFFD.

    >>> clean("a\\ud800b") == "a\\ufffdb"
    True
    """
    return UNPAIRED.sub("\ufffd", text)


def query_text(q: str) -> str:
    """A query, checked: neither empty nor too long; raises InvalidInput."""
    q = clean(q)
    if len(q) > LONGEST_QUERY:
        raise InvalidInput(f"The query has {len(q):,} characters, the limit is {LONGEST_QUERY:,}. Ask for less.")
    if not q.strip("\0 \t\r\n"):
        raise InvalidInput("The query is empty. Say what to look for, for example: port logistics communities.")
    return q


def search(
    shelf: Shelf, q: str, *, kind: Kind = "passage", mode: Mode = "hybrid", limit: int = 20, offset: int = 0,
    filters: Filters = Filters(),  # noqa: B008 - frozen
) -> dict[str, Any]:  # fmt: skip
    """`/api/search`: ranked passages, activities or organisations, with facets."""
    started = time.perf_counter()
    q = query_text(q)
    filters = known(shelf.knowledge, filters)
    if kind == "passage":
        found = shelf.index.search(q, mode=mode, limit=limit, offset=offset, filters=filters)
        results = [_result(shelf, hit) for hit in found.hits]
        language, total, facets = found.language, found.total, found.facets
    else:
        ask = shelf.index.search_activities if kind == "activity" else shelf.index.search_organisations
        grouped = ask(q, mode=mode, limit=limit, offset=offset, filters=filters)
        results = [
            {
                "rank": hit.rank, "score": round(hit.score, 4), "scores": _rounded(hit.best.scores),
                kind: _group(shelf, kind, hit), "document": _document(shelf, hit.best.passage.document),
                "passages": hit.passages,
            }
            for hit in grouped.hits
        ]  # fmt: skip
        language, total, facets = grouped.language, grouped.total, grouped.facets
    return {
        "query": q, "language": language, "mode": mode, "took_ms": _ms(started), "total": total,
        "results": results, "facets": {name: _facet(shelf, name, facets.get(name, ())) for name in FACETS},
    }  # fmt: skip


def _rounded(scores: Mapping[str, float]) -> dict[str, float]:
    return {name: round(score, 4) for name, score in scores.items()}


def _ms(started: float) -> float:
    return round((time.perf_counter() - started) * 1000, 1)


def _document(shelf: Shelf, slug: str) -> dict[str, Any]:
    document = shelf.knowledge.document_list.get(slug)
    return {
        "iri": document.iri, "slug": slug, "title": document.title, "years": list(document.years),
        "source": document.source, "digest": document.digest,
    }  # fmt: skip


def _activity(shelf: Shelf, passage: Passage) -> dict[str, Any] | None:
    if passage.activity is None:
        return None
    return asdict(shelf.knowledge.activity_list.heading(passage.activity, document=passage.document))


def _group(shelf: Shelf, kind: Kind, hit: GroupHit) -> dict[str, Any]:
    """An activity as the document has it that its best passage stands in, or an organisation."""
    if kind == "organisation":
        return _organisation(shelf, hit.key)
    return asdict(shelf.knowledge.activity_list.get(hit.key, document=hit.best.passage.document))


def _organisation(shelf: Shelf, iri: str) -> dict[str, Any]:
    """A regional body with its record; of another organisation, what it is called."""
    body = next((body for body in shelf.directory if body.iri == iri), None)
    if body is not None:
        return asdict(body)
    labels = shelf.knowledge.labels
    name = {language: labels.label(iri, language=language) for language in LANGUAGES}
    return {"iri": iri, "slug": iri.rsplit("/", 1)[-1], "acronym": labels.acronym(iri), "name": name}


def _result(shelf: Shelf, hit: Hit) -> dict[str, Any]:
    passage = hit.passage
    return {
        "rank": hit.rank,
        "score": round(hit.score, 4),
        "scores": _rounded(hit.scores),
        "passage": {
            "iri": passage.iri, "text": hit.text, "start": passage.start, "end": passage.end, "page": passage.page,
            "highlights": [list(span) for span in hit.highlights],
        },
        "document": _document(shelf, passage.document),
        "section": list(passage.section),
        "activity": _activity(shelf, passage),
        "entities": [_entity(shelf, entity) for entity in passage.entities],
    }  # fmt: skip


def _entity(shelf: Shelf, entity: str) -> dict[str, str]:
    return {"iri": entity, "label": shelf.knowledge.labels.label(entity), "type": entity_type(entity)}


def entity_type(entity: str) -> str:
    """What an IRI stands for, by its form."""
    if entity.startswith(PREFIXES["sdg"]):
        return "sdg"
    kind = entity.removeprefix(PREFIXES["id"]).split("/")[0]
    return {"org": "organisation"}.get(kind, kind)


def _facet(shelf: Shelf, name: str, counts: tuple[FacetCount, ...]) -> list[dict[str, Any]]:
    labels: dict[str, Callable[[str], str]] = {
        "country": lambda value: shelf.knowledge.labels.label(iri("country", value)),
        "organisation": lambda value: shelf.knowledge.labels.label(iri("org", value)),
        "sdg": lambda value: shelf.knowledge.labels.label(f"{PREFIXES['sdg']}{value}"),
        "document": lambda value: shelf.knowledge.document_list.get(value).title,
    }
    label = labels.get(name, str)
    return [{"value": each.value, "label": label(each.value), "count": each.count} for each in counts]


def ask(shelf: Shelf, q: str, *, filters: Filters = Filters()) -> dict[str, Any]:  # noqa: B008 - frozen
    """`/api/ask`: for now, what the best passages say, quoted; `confidence` is unknown until it is calibrated."""
    started = time.perf_counter()
    q = query_text(q)
    found = answer_from_passages(shelf.index, q, filters=known(shelf.knowledge, filters))
    mentions = _mentions(q, language=found.language, targets=shelf.knowledge.targets)
    return {
        "question": q,
        "language": found.language,
        "kind": "passages" if found.quotations else "unanswerable",
        "answer": found.answer,
        "items": [],
        "number": None,
        "confidence": None,
        "sparql": None,
        "entities": [
            {"text": q[m.start : m.end], "iri": m.entity.iri,
             "label": shelf.knowledge.labels.label(m.entity.iri, language=found.language)}
            for m in mentions
        ],
        "citations": [_citation(shelf, each) for each in found.quotations],
        "nearest": [],
        "took_ms": _ms(started),
    }  # fmt: skip


def _mentions(text: str, *, language: str, targets: Collection[str] = ()) -> tuple[Mention, ...]:
    from kg.linking.documents import link  # the tables of names take time to load, and a search needs none

    return link(text, language=language, targets=targets).mentions


def _citation(shelf: Shelf, quotation: Quotation) -> dict[str, Any]:
    passage = quotation.hit.passage
    return {
        "passage": passage.iri, "document": shelf.knowledge.document_list.get(passage.document).source,
        "text": quotation.text, "start": quotation.start, "end": quotation.end, "record": None, "source": None,
    }  # fmt: skip


def activities(found: list[Activity], *, limit: int, offset: int) -> dict[str, Any]:
    """`/api/activities`: a page of activities."""
    return {"total": len(found), "items": [asdict(each) for each in found[offset : offset + limit]]}


def annotate(
    text: str, language: str | None = None, *, encoder: Encoder | None = None, targets: Collection[str] = ()
) -> dict[str, Any]:
    """`/api/annotate`: the entities that a text names, with their offsets in it, and the goals that it suggests.

    Without an encoder the goals are scored by terms alone; with one that reads only the most telling parts of a long
    text, `sdgs_sampled` says so.
    """
    said = clean(text)
    spoken = language or detect_language(said)
    mentions = _mentions(said, language=spoken, targets=targets)
    names = [(m.start, m.end) for m in mentions if m.entity.type == "organisation"]
    suggested = suggest_goals(said, language=spoken, apart=names, encoder=encoder)
    return {
        "language": spoken,
        "mentions": [
            {
                "start": m.start, "end": m.end, "text": said[m.start : m.end], "iri": m.entity.iri,
                "label": m.entity.label, "type": m.entity.type, "score": m.score,
            }
            for m in mentions
        ],
        "sdgs": [
            {"goal": each.goal, "iri": goal(each.goal).iri, "score": each.score, "evidence": each.evidence}
            for each in suggested.goals
        ],
        "sdgs_sampled": suggested.sampled,
    }  # fmt: skip


def passage(shelf: Shelf, document: str, start: int, end: int) -> dict[str, Any] | None:
    """One passage with its document, section, activity and entities; None where there is none there."""
    found = shelf.index.find_passage(document, start, end)
    if found is None:
        return None
    shown = _result(shelf, Hit(1, 1.0, {}, found, shelf.index.text(found)))
    return {**shown["passage"], **{k: shown[k] for k in ("document", "section", "activity", "entities")}}
