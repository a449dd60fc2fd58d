"""Linking a whole text: names it introduces itself, names that could mean several things.

Exact names first; then acronyms and organisations that the text introduces ("... (IWEP)"); a name that
stands for several entities is decided by what else the text names, and left alone where that doesn't help.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import pairwise

from kg.linking.entities import Entity, Mention
from kg.linking.fuzzy import nearest, resembles
from kg.linking.goals import find_goals
from kg.linking.names import body_names, is_body, registry
from kg.linking.registry import Registry
from kg.terms import fold, iri, slug

INTRODUCED = re.compile(r"\s?\((?:[A-Z]{2}\s)?(?P<acronym>[A-Z][A-Za-z0-9.&/-]{1,14})(?:[-–,;][^()]{0,40})?\)")
ORGANISATION_WORDS = (
    r"Agency|Alliance|Assembly|Association|Authority|Bank|Bureau|Cent(?:er|re)|Chamber|Coalition|College|"
    r"Commission|Committee|Community|Confederation|Conference|Corporation|Council|Department|Directorate|"
    r"Faculty|Federation|Forum|Foundation|Fund|Group|Institute|League|Ministry|Municipality|Network|"
    r"Observatory|Office|Organi[sz]ation|Parliament|Secretariat|Service|Society|Superintendency|Union|"
    r"University|Agencia|Alianza|Asociaci[óo]n|Autoridad|Banco|C[áa]mara|Centro|Comisi[óo]n|Comit[ée]|"
    r"Comunidad|Confederaci[óo]n|Conferencia|Consejo|Corporaci[óo]n|Departamento|Direcci[óo]n|Facultad|"
    r"Federaci[óo]n|Foro|Fundaci[óo]n|Fondo|Instituto|Ministerio|Oficina|Organizaci[óo]n|Parlamento|Red|"
    r"Secretar[íi]a|Servicio|Sociedad|Uni[óo]n|Universidad|Minist[èe]re|Universit[ée]|Institut|Fonds|"
    r"Associa[çc][ãa]o|Comiss[ãa]o|Conselho|Funda[çc][ãa]o|Minist[ée]rio|Organiza[çc][ãa]o|Universidade"
)
PROPER = r"[A-ZÁÉÍÓÚÑÂÊÔÃÕÇÀÈ][\w'’.-]*"
SMALL = r"of|for|the|and|on|in|de|del|la|las|los|el|y|para|e|do|da|dos|das|des|du|et|pour|to|against|&"
NAME_BEFORE = re.compile(rf"(?:{PROPER})(?:,?\s(?:(?:{SMALL})\s){{0,3}}(?:{PROPER}))*\s?\Z")
HAS_ORGANISATION_WORD = re.compile(rf"\b(?:{ORGANISATION_WORDS})\b")
LEADING = re.compile(  # what leads up to a name: "According to The ..."
    rf"^(?:(?:The|In|And|By|With|For|From|According|El|La|Los|Las|Le|Les|O|A)\s+|(?:{SMALL})\s+)+"
)
PARTED = re.compile(r"\s(?:and|of)\sthe\s|\sy\s(?:el|la)\s|\set\sl[ea]\s")  # where one name ends, another begins
ROMAN = re.compile(r"[IVXLC]+")  # "III" is a number before it is an institute
WORDLIKE = re.compile(r"CAN|WHO|FAR|ARISE|ECHO|US|AU")  # acronyms that are words when stressed: "CAN we?"
NAMED = re.compile(r"(?:[,;/(–-]|\b(?:the|of|by|with|to|and|or|la|el|de|del|y|da|e|du|et))\s*\Z", re.IGNORECASE)
USED = re.compile(r"\s+(?:we|you|they|I|it|he|she|this|that|these|those|the|an?|be|not|from|away|would|could)\b")
REACH = 160  # characters before a bracket in which the name stands that it abbreviates


@dataclass(frozen=True)
class Links:
    """What a text names, in order, and the registry with the names it introduced."""

    mentions: tuple[Mention, ...]
    names: Registry


def link(text: str, *, language: str = "en", targets: Collection[str] = ()) -> Links:
    """All entities that a text names; `targets` are the numbers of the goals' targets that a vocabulary describes."""
    names = Registry(registry(language))
    _introduce(text, names)
    found: list[Mention] = []
    open_cases = []
    for start, end, candidates in names.candidates(text):
        if ROMAN.fullmatch(text, start, end) or _shouted(text, start, end) or _is_word(text, start, end):
            continue
        if len(candidates) == 1:
            found.append(Mention(start, end, candidates[0]))
        else:
            open_cases.append((start, end, candidates))
    counts = Counter(mention.entity for mention in found if text[mention.start : mention.end] != mention.entity.acronym)
    for start, end, candidates in open_cases:
        decided = _decide(candidates, counts)
        if decided:
            found.append(Mention(start, end, decided, 0.8))
    found += find_goals(text, targets=targets)
    return Links(tuple(sorted(found, key=lambda m: (m.start, m.end))), names)


def _decide(candidates: Iterable[Entity], counts: Counter[Entity]) -> Entity | None:
    """The candidate that the text names in full elsewhere; None where that is none or several."""
    named = [candidate for candidate in candidates if counts[candidate]]
    return named[0] if len(named) == 1 else None


def _introduce(text: str, names: Registry) -> None:
    """Add the acronyms and organisations that a text introduces as "Name (ACRONYM)"."""
    for bracket in INTRODUCED.finditer(text):
        acronym = bracket["acronym"].rstrip(".-")
        if sum(c.isupper() for c in acronym) < 2:
            continue
        before = text[max(0, bracket.start() - REACH) : bracket.start()].rstrip("*_ ")
        known = names.find(before)
        if known and len(before) - known[-1].end <= 2 and known[-1].entity.type == "organisation":
            if not names.named(acronym):
                names.add(known[-1].entity, acronym, kind="acronym")
            continue
        name = _abbreviated(before, acronym)
        if name is None or not is_organisation_name(name):
            continue
        entity = _known_as(acronym, name, names) or organisation(name, names, acronym=acronym)
        names.add(entity, name)
        if not names.named(acronym):
            names.add(entity, acronym, kind="acronym")


def _known_as(acronym: str, name: str, names: Registry) -> Entity | None:
    """The body that goes by an acronym, where the name beside it is a variant of the body's own."""
    known = [entity for entity in names.named(acronym) if is_body(entity)]
    if len(known) != 1:
        return None
    own = [other for other, entity in body_names().items() if entity == known[0]]
    return known[0] if resembles(name, own) else None


def is_organisation_name(name: str) -> bool:
    """True where a name says that it is an organisation's, by a word such as Ministry or Universidad."""
    return bool(HAS_ORGANISATION_WORD.search(name))


def _abbreviated(before: str, acronym: str) -> str | None:
    """The name at the end of a text that an acronym abbreviates; None where no name stands there.

    >>> _abbreviated("with the Ministry of Ports and the Regional Pilots' Union", "RPU")
    "Regional Pilots' Union"
    >>> _abbreviated("According to The Coast Guard Service", "CGS")
    'Coast Guard Service'
    """
    match = NAME_BEFORE.search(before)
    if match is None:
        return None
    run = match.group().strip()
    letters = [c for c in fold(acronym) if c.isalpha()]
    for word in reversed(list(re.finditer(PROPER, run))):
        initials = [fold(other)[:1] for other in re.findall(PROPER, run[word.start() :])]
        if initials == letters:
            return run[word.start() :]
    starts = [0, *(parting.end() for parting in PARTED.finditer(run))]
    telling = [start for start, end in pairwise([*starts, len(run)]) if is_organisation_name(run[start:end])]
    return LEADING.sub("", run[telling[-1] if telling else 0 :])


def organisation(name: str, names: Registry, *, acronym: str | None = None) -> Entity:
    """The organisation that a name stands for: a known one, a nearly equal one, else one of its own."""
    known = [entity for entity in names.named(name) if entity.type == "organisation"]
    if len(known) == 1:
        return known[0]
    near = nearest(name, body_names())
    if near:
        return near[0]
    return Entity(iri("org", slug(name)), name, "organisation", acronym)


def _shouted(text: str, start: int, end: int) -> bool:
    """True for a short acronym within words in capitals: there every word looks like one."""
    if end - start > 4:
        return False
    around = text[max(0, start - 30) : start] + text[end : end + 30]
    words = re.findall(r"[^\W\d_]{2,}", around.split("\n\n")[0])
    return len(words) >= 3 and sum(word.isupper() for word in words) >= 0.8 * len(words)


def _is_word(text: str, start: int, end: int) -> bool:
    """True for an acronym that is rather a stressed word, by the words around it."""
    return bool(
        WORDLIKE.fullmatch(text, start, end)
        and USED.match(text, end)
        and not NAMED.search(text[max(0, start - 8) : start])
    )
