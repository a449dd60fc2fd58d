"""Organisations that only documents name: one IRI, and all names in use, across the documents of a knowledge base."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from ingest.extraction import Extraction
from kg.linking.merging import Organisation, merged
from kg.terms import BASE, expand, iri

ORGANISATION = re.compile(rf"<({re.escape(BASE)}id/org/[^>]*)>")
ABOUT = re.compile(  # the lines that say what organisations are called, and by whom they are named
    rf"^<{re.escape(BASE)}id/(?:org|mention|participation)/[^>]*> <(?:"
    + "|".join(
        re.escape(expand(name))
        for name in (
            "rdf:type", "skos:prefLabel", "sela:acronym", "oa:exact", "sela:mentions", "sela:participant",
            "sela:printedName", "sela:role", "sela:inActivity",
        )
    )
    + r")> .*\n",
    re.MULTILINE,
)  # fmt: skip
UNCOMMON = 4  # words of a ministry's name, small ones apart, that hardly two have
NAMING = ("skos:prefLabel", "sela:acronym")  # what is said anew, of the whole group


@dataclass
class _Named:
    """What one document calls an organisation that no table holds."""

    labels: list[str] = field(default_factory=list)
    acronyms: list[str] = field(default_factory=list)
    printed: list[str] = field(default_factory=list)


def merge_organisations(extractions: Sequence[Extraction]) -> list[Extraction]:
    """The extractions, with one IRI for each organisation that several of them, or one in several ways, name.

    An organ of a state that nothing says to be of one country is its document's own. The order of the extractions
    makes no difference.
    """
    named = {each.slug: _named(each) for each in extractions}
    renamed = {slug: _own_names(slug, found) for slug, found in named.items()}
    one = merged(_organisations(extractions, named, renamed))
    choices: dict[str, list[tuple[str, _Named]]] = defaultdict(list)
    final: dict[str, dict[str, str]] = {}
    for each in extractions:
        final[each.slug] = {old: one[new] for old, new in renamed[each.slug].items()}
        for old, new in final[each.slug].items():
            choices[new].append((each.language, named[each.slug][old]))
    return [_rewritten(each, final[each.slug], choices) for each in extractions]


def _named(extraction: Extraction) -> dict[str, _Named]:
    found: dict[str, _Named] = {}
    exact: dict[str, str] = {}
    names: dict[str, str] = {}
    lines = "".join(match.group() for match in ABOUT.finditer(extraction.nquads.decode()))
    quads = list(parse(lines, RdfFormat.N_QUADS))
    for quad in quads:
        subject, name, value = quad.subject.value, quad.predicate.value, quad.object.value
        if name == expand("rdf:type") and value == expand("org:Organization"):
            found[subject] = _Named()
        elif name in (expand("oa:exact"), expand("sela:printedName")):
            exact[subject] = " ".join(value.split())
        elif name in (expand("sela:mentions"), expand("sela:participant")):
            names[subject] = value
    for quad in quads:
        about = found.get(quad.subject.value)
        if about and quad.predicate.value == expand("skos:prefLabel"):
            about.labels.append(quad.object.value)
        elif about and quad.predicate.value == expand("sela:acronym"):
            about.acronyms.append(quad.object.value)
    for subject, organisation in sorted(names.items()):
        if organisation in found and subject in exact:
            found[organisation].printed.append(exact[subject])
    return found


def _own_names(document: str, found: Mapping[str, _Named]) -> dict[str, str]:
    """The IRI of each organisation of a document; that of a state's organ without a country is the document's own.

    Where the document says in one other place whose it is, and the name is no common one, it is that.
    """
    taken = {}
    organs = {organisation: _organisation(organisation, each) for organisation, each in found.items()}
    for organisation, each in organs.items():
        words = {words for _, words in each.said if len(words.split()) >= UNCOMMON}
        same = [other for other, its in organs.items() if not its.anyones and words & {said for _, said in its.said}]
        if not each.anyones:
            taken[organisation] = organisation
        elif len(same) == 1:
            taken[organisation] = same[0]
        else:
            taken[organisation] = iri("org", f"{organisation.rsplit('/', 1)[-1]}-{document}")
    return taken


def _organisation(organisation: str, named: _Named, languages: tuple[str, ...] = ()) -> Organisation:
    return Organisation(organisation, tuple(sorted(set(named.labels))), tuple(sorted(set(named.acronyms))), languages)


def _organisations(
    extractions: Iterable[Extraction],
    named: Mapping[str, Mapping[str, _Named]],
    renamed: Mapping[str, Mapping[str, str]],
) -> list[Organisation]:
    """Every organisation by its IRI, with what all documents say of it."""
    together: dict[str, _Named] = defaultdict(_Named)
    languages: dict[str, set[str]] = defaultdict(set)
    for extraction in extractions:
        for old, new in renamed[extraction.slug].items():
            together[new].labels += named[extraction.slug][old].labels
            together[new].acronyms += named[extraction.slug][old].acronyms
            languages[new].add(extraction.language)
    return [_organisation(each, said, tuple(sorted(languages[each]))) for each, said in together.items()]


def _rewritten(
    extraction: Extraction, final: Mapping[str, str], choices: Mapping[str, list[tuple[str, _Named]]]
) -> Extraction:
    """An extraction under the shared IRIs, with the shared names."""
    if not final:
        return extraction
    dropped = tuple(f" <{expand(name)}> " for name in NAMING)
    lines = set()
    for line in extraction.nquads.decode().split("\n"):
        own = ORGANISATION.match(line)
        if not line or (own and own[1] in final and any(name in line for name in dropped)):
            continue
        lines.add(ORGANISATION.sub(lambda old: f"<{final.get(old[1], old[1])}>", line))
    graph = NamedNode(iri("graph", extraction.slug))
    for organisation in sorted(set(final.values())):
        lines |= {f"{quad} ." for quad in _naming(NamedNode(organisation), extraction, choices[organisation], graph)}
    twice = _said_twice(lines)
    kept = [line for line in sorted(lines) if not any(node in line for node in twice)] if twice else sorted(lines)
    passages = tuple(
        replace(passage, entities=tuple(sorted({final.get(each, each) for each in passage.entities})))
        for passage in extraction.passages
    )
    return replace(extraction, nquads="".join(f"{line}\n" for line in kept).encode(), passages=passages)


def _naming(
    subject: NamedNode, extraction: Extraction, said: list[tuple[str, _Named]], graph: NamedNode
) -> Iterable[Quad]:
    """The name of an organisation in a document's language, its other names, and its acronyms."""
    label = _commonest(name for language, each in said if language == extraction.language for name in each.labels)
    acronyms = {acronym for _, each in said for acronym in each.acronyms}
    names = {name for _, each in said for name in (*each.labels, *each.printed)}
    yield Quad(subject, _name("skos:prefLabel"), Literal(label, language=extraction.language), graph)
    for name in sorted(names - acronyms - {label}):
        yield Quad(subject, _name("skos:altLabel"), Literal(name), graph)
    for acronym in sorted(acronyms):
        yield Quad(subject, _name("skos:notation"), Literal(acronym), graph)
    if acronyms:
        best = _commonest(acronym for _, each in said for acronym in each.acronyms)
        yield Quad(subject, _name("sela:acronym"), Literal(best), graph)


def _commonest(names: Iterable[str]) -> str:
    """The name that is said most often; of several the longest, then the first of the alphabet."""
    counts = Counter(names)
    return min(counts, key=lambda name: (-counts[name], -len(name), name))


def _said_twice(lines: Iterable[str]) -> tuple[str, ...]:
    """Participations of what has become one organisation in one role of one activity, but for the first."""
    said: dict[str, list[str]] = defaultdict(list)
    for line in sorted(lines):
        if line.startswith(f"<{BASE}id/participation/"):
            subject, predicate, value = line.split(" ", 2)
            if predicate[1:-1] in (expand("sela:inActivity"), expand("sela:participant"), expand("sela:role")):
                said[subject].append(value)
    first: dict[tuple[str, ...], str] = {}
    return tuple(
        subject for subject, values in sorted(said.items()) if first.setdefault(tuple(values), subject) != subject
    )


def _name(prefixed: str) -> NamedNode:
    return NamedNode(expand(prefixed))
