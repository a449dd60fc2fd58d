"""Linking a whole text: names it introduces itself, names that could mean several things.

Exact names first; then acronyms and organisations that the text introduces ("... (IWEP)") and names that read
as an organisation's; a name that stands for several entities is decided by its context, and left alone where
that doesn't help.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from kg.linking.breaks import bridged
from kg.linking.context import beside, decide, in_code, is_word, needs_witness, shouted
from kg.linking.entities import Entity, Mention
from kg.linking.fuzzy import resembles
from kg.linking.goals import find_goals
from kg.linking.introductions import Introduction, abbreviated, find_introductions, has_initials
from kg.linking.names import entity_names, is_body, nearest_body, registry
from kg.linking.nations import is_state_organ, nation, own_slug
from kg.linking.recognition import Name, find_names, heads_organisation, is_organisation_name, tells
from kg.linking.registry import Registry
from kg.terms import iri

__all__ = ["Links", "is_organisation_name", "link", "organisation"]

ROMAN = re.compile(r"C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")  # "III" is a number before it is an institute
DECIDED = 0.8  # how sure a mention is that its context decided
READ = 0.7  # and one of a name that only reads as an organisation's
AFTER_COMMA = re.compile(r",\s(?P<words>[^,()]{3,40})\Z")
IN_BRACKETS = re.compile(r"\s?\((?P<words>[^()\n]{3,40})\)")
LONGEST = 20  # words of a name


@dataclass(frozen=True)
class Links:
    """What a text names, in order, and the registry with the names it introduced."""

    mentions: tuple[Mention, ...]
    names: Registry


def link(text: str, *, language: str = "en", targets: Collection[str] = ()) -> Links:
    """All entities that a text names; `targets` are the numbers of the goals' targets that a vocabulary describes."""
    read = bridged(text)
    names = Registry(registry(language))
    organs = _introduce(read, names)
    known = _known(read, names, organs)
    organisations = [mention for mention in known if mention.entity.type == "organisation"]
    unknown = list(_unknown(read, names, organisations))
    within = {mention for larger in unknown for mention in _overlapping(larger, organisations)}
    found = [mention for mention in known if mention not in within]
    found += unknown + find_goals(text, targets=targets)
    return Links(tuple(sorted(found, key=lambda m: (m.start, m.end))), names)


def _known(text: str, names: Registry, organs: list[Mention]) -> list[Mention]:
    """Where a text uses names of the registry, each for what it means there; and the organs it introduces."""
    found = list(organs)
    open_cases = []
    for start, end, candidates in names.candidates(text):
        covered = candidates[0].type == "organisation" and _overlapping(Name(start, end), organs)
        if covered or ROMAN.fullmatch(text, start, end) or _is_none(text, start, end):
            continue
        doubtful = needs_witness(text, start, end) and not names.introduces(text[start:end])
        if doubtful or len(candidates) > 1:
            open_cases.append((start, end, candidates, doubtful))
        else:
            found.append(Mention(start, end, candidates[0]))
    counts = Counter(mention.entity for mention in found if text[mention.start : mention.end] != mention.entity.acronym)
    ends = {mention.end: mention.entity for mention in found}
    spans = sorted((mention.start, mention.end) for mention in found if mention.entity.type == "organisation")
    for start, end, candidates, doubtful in open_cases:
        before = next((ends[at] for at in range(start - 2, start + 1) if at in ends), None)  # "World Trade ... (WTO)"
        decided = before if before in candidates else decide(candidates, text, start, end, counts)
        if decided and not (doubtful and not counts[decided] and not beside(text, start, end, spans)):
            found.append(Mention(start, end, decided, DECIDED))
    return sorted(found, key=lambda mention: mention.start)


def _is_none(text: str, start: int, end: int) -> bool:
    return shouted(text, start, end) or is_word(text, start, end) or in_code(text, start, end)


def _unknown(text: str, names: Registry, known: list[Mention]) -> Iterator[Mention]:
    """Where names stand that read as an organisation's, without those that are a known one's or its organ's."""
    for name in find_names(text):
        inside = _overlapping(name, known)
        if inside and not (inside[0].start > name.start and tells(text[name.start : inside[0].start])):
            continue
        if inside and inside[-1].end > name.end:
            continue
        printed = " ".join(text[name.start : name.end].split()) + _country_behind(text, name, names)
        yield Mention(name.start, name.end, organisation(printed, names), READ)


def _country_behind(text: str, name: Name, names: Registry) -> str:
    """The bracket behind a state's organ that says whose it is: "Ministry of Ports (Chile)"; else nothing."""
    bracket = IN_BRACKETS.match(text, name.end)
    if bracket is None or not is_state_organ(text[name.start : name.end]):
        return ""
    is_country = any(entity.type == "country" for entity in names.named(bracket["words"]))
    return f" ({bracket['words']})" if is_country else ""


def _overlapping(span: Mention | Name, mentions: list[Mention]) -> list[Mention]:
    """Those of some mentions, in order and without overlap, that share a character with a span."""
    at = bisect_left(mentions, span.start, key=lambda mention: mention.end - 1)
    found = []
    while at < len(mentions) and mentions[at].start < span.end:
        found.append(mentions[at])
        at += 1
    return found


def _introduce(text: str, names: Registry) -> list[Mention]:
    """Add the acronyms and organisations that a text introduces as "Name (ACRONYM)".

    What comes back are the names of state organs: "Ministry of Ports (MIPO)" is one ministry there, and may be
    another's where it stands alone.
    """
    seen: dict[tuple[str, str], tuple[Entity, str] | None] = {}
    there: list[Mention] = []
    for each in find_introductions(text):
        said = (each.acronym, each.before)
        if said not in seen and each.before[-1:].isalnum() and not _joint(each.acronym, names):
            seen[said] = _introduce_one(each, names)
        organ = seen.get(said)
        if organ and not (there and there[-1].end > each.end - len(organ[1])):
            there.append(Mention(each.end - len(organ[1]), each.end, organ[0]))
    return there


def _joint(acronym: str, names: Registry) -> bool:
    """True for "WHO/PAHO", which stands for two that are known."""
    parts = acronym.split("/")
    return len(parts) > 1 and all(len(part) > 2 and names.named(part) for part in parts)


def _introduce_one(each: Introduction, names: Registry) -> tuple[Entity, str] | None:
    """Add what an introduction says; the organ of a state and its name, which is not added, come back."""
    each = _without_country(each, names)
    taken = [entity for entity in names.named(each.acronym) if entity.type == "organisation"]
    known = names.find(each.before)
    if known and len(each.before) - known[-1].end <= 2 and known[-1].entity.type == "organisation":
        named = known[-1]
        exact = has_initials(each.before[named.start : named.end], each.acronym)
        if named.entity in taken or exact or not (taken or each.dashed):
            names.add(named.entity, each.acronym, kind="acronym")
        return None
    name = abbreviated(each.before, each.acronym)
    if name is None or len(name.split()) > LONGEST or (each.dashed and not has_initials(name, each.acronym)):
        return None
    entity = _meant(name, each.acronym, taken, names)
    if entity is None:
        return None
    names.add(entity, each.acronym, kind="acronym")
    if not is_body(entity) and is_state_organ(name) and nation(name)[0] is None:
        return entity, name
    names.add(entity, name)
    return None


def _without_country(each: Introduction, names: Registry) -> Introduction:
    """An introduction without the country that stands behind the name: "Institute of Tides, Chile"."""
    tail = AFTER_COMMA.search(each.before)
    if tail is None or not any(entity.type == "country" for entity in names.named(tail["words"])):
        return each
    return replace(each, before=each.before[: tail.start()], end=each.end - len(tail.group()))


def _meant(name: str, acronym: str, taken: list[Entity], names: Registry) -> Entity | None:
    """The organisation that a name beside an acronym stands for; None where it is none's, or not the acronym's."""
    bodies = [entity for entity in taken if is_body(entity) and resembles(name, entity_names(entity))]
    if len(bodies) == 1:
        return bodies[0]
    near = nearest_body(name)
    if near:
        return near[0]
    if not heads_organisation(name) or (taken and not has_initials(name, acronym)):
        return None
    return organisation(name, names, acronym=acronym)


def organisation(name: str, names: Registry, *, acronym: str | None = None) -> Entity:
    """The organisation that a name stands for: a known one, a nearly equal one, else one of its own."""
    known = [entity for entity in names.named(name) if entity.type == "organisation"]
    if len(known) == 1:
        return known[0]
    near = nearest_body(name)
    if near:
        return near[0]
    return names.own(Entity(iri("org", own_slug(name, acronym)), name, "organisation", acronym))
