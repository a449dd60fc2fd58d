"""The organisations that a sentence names: known ones, and others whose names read like one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.participations.capital_runs import parts_of, pieces
from ingest.participations.joint_names import Name, both_names, several_names
from ingest.participations.name_words import (
    ARTICLE,
    BESIDE,
    BYNAME,
    COMPANY,
    EVENT,
    ITS_OFFICE,
    NAME,
    OFFICE_OF,
    PERSON,
    PERSON_OF,
    PLACE,
    PLURAL,
    POST,
    PUBLISHERS,
    is_country,
    is_generic,
    is_headed,
    reads_as_organisation,
)
from ingest.participations.organisation_finder import OrganisationFinder
from kg.linking.entities import Entity, Mention
from kg.linking.names import is_body
from kg.terms import iri, slug
from search.passages import Span


def names_in(prose: str, span: Span, mentions: Sequence[Mention], finder: OrganisationFinder) -> list[Name]:
    """The organisations that a part of a text names, in order, without overlap."""
    here = [m for m in mentions if span[0] <= m.start < span[1]]
    countries = [m for m in here if m.entity.type == "country"]
    known = [
        _with_byname(prose, m) for m in here if m in countries or not is_country(prose[m.start : m.end], countries)
    ]
    found: dict[int, Name] = {}
    for first, end in (part for run in NAME.finditer(prose, *span) for part in parts_of(prose, run, span[1], known)):
        for name in several_names(prose, first, end, finder):
            found[name.start] = name
        for start, stop in pieces(prose, first, end, known):
            if PLURAL.match(prose, first, end):
                break
            inside = [m for m in known if m.start < stop and m.end > start]
            for name in _read(prose, start, stop, inside, finder):
                found.setdefault(name.start, name)
    for mention in known:
        if mention.entity.type == "organisation" and not any(
            each.start <= mention.start < each.end for each in found.values()
        ):
            found[mention.start] = Name(mention.start, mention.end, mention.entity)
    for name in list(found.values()):
        found |= {part.start: part for part in both_names(prose, name, finder)}
    return _without_acronyms([found[start] for start in sorted(found)], prose)


def _with_byname(prose: str, mention: Mention) -> Mention:
    """A mention with what a hyphen adds to it in lower case: "CAF-development bank of Latin America"."""
    byname = BYNAME.match(prose, mention.end) if mention.entity.type == "organisation" else None
    return Mention(mention.start, byname.end(), mention.entity) if byname else mention


def _without_acronyms(names: Sequence[Name], prose: str) -> list[Name]:
    """The names without the acronyms in brackets behind them; these tell whose name it is where it is many bodies'."""
    kept: list[Name] = []
    for name in names:
        if kept and re.fullmatch(r"\*{0,2}\s?\(", prose[kept[-1].end : name.start]) and prose[name.end] == ")":
            one = kept[-1]
            if not one.certain and (is_body(name.entity) or " " in prose[name.start : name.end]):
                kept[-1] = name  # "Ana Ruiz (ECLAC)"
            elif name.certain and not is_body(one.entity):
                kept[-1] = Name(one.start, one.end, name.entity)
            continue
        kept.append(name)
    return kept


def _read(prose: str, start: int, end: int, inside: Sequence[Mention], finder: OrganisationFinder) -> Iterator[Name]:
    """What a run of capital words names: a body, a part that stands for it, or an organisation of its own."""
    for leading in (ARTICLE, POST):
        lead = leading.match(prose, start, end)
        start = lead.end() if lead else start
    bodies = [m for m in inside if m.entity.type == "organisation" and m.end > start]
    bodies = [m for m in bodies if not any(prose[m.end : other.start].isspace() for other in bodies)]  # "UN Women's"
    if not bodies:
        yield from _unknown(prose, start, end, inside, finder)
        return
    first, last = bodies[0], bodies[-1]
    before, after = prose[start : first.start], prose[last.end : end]
    own = bool(after.strip()) and not is_body(last.entity)  # of another country, of more than ports
    beside = BESIDE.fullmatch(before)
    if beside:  # "Redsail and the University of the Coast"
        yield from _unknown(prose, start, start + beside.end("name"), inside, finder)
        before = ""
    if before.strip() and OFFICE_OF.fullmatch(before) and not EVENT.match(before):
        yield Name(start, max(end, first.end), first.entity)
    elif not EVENT.match(before) and (
        reads_as_organisation(before)
        or (len(bodies) == 1 and (own or (reads_as_organisation(after) and not ITS_OFFICE.fullmatch(after))))
    ):
        yield Name(start, end, finder.find(prose[start:end]))
    else:
        yield from (Name(m.start, m.end, m.entity) for m in bodies)


def _unknown(prose: str, start: int, end: int, inside: Sequence[Mention], finder: OrganisationFinder) -> Iterator[Name]:
    text = " ".join(prose[start:end].split())
    event = EVENT.match(text)
    if event:  # "Programme of the University of the Coast"
        of = re.compile(r"\s(?:of|del?|d[aou]s?)\s(?:(?:the|la|el)\s)?").match(prose, start + event.end(), end)
        if of and is_headed(prose[of.end() : end]):
            yield from _unknown(prose, of.end(), end, inside, finder)
        return
    sent_by = PERSON_OF.match(prose, start, end)
    if sent_by and not reads_as_organisation(sent_by.group()) and is_headed(prose[sent_by.end() : end]):
        yield from _unknown(prose, sent_by.end(), end, inside, finder)
        return
    if len(text) < 3 or PUBLISHERS.match(text) or is_generic(text) or is_country(text, inside):
        return
    certain = is_headed(text) or bool(COMPANY.search(prose[max(0, start - 20) : start]))
    country = any(m.entity.type == "country" and m.start <= start + 1 for m in inside)
    if certain or not (country or PERSON.match(text) or PLACE.search(text)):
        entity = finder.find(text) if certain else Entity(iri("org", slug(text)), text, "organisation")
        yield Name(start, end, entity, certain)
