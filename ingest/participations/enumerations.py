"""Enumerations in prose: the organisations that a turn of phrase opens or closes, up to where the sentence turns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.participations.joint_names import Name
from ingest.participations.name_words import OFFICE
from ingest.participations.turns import TURNS_AWAY, TURNS_FAR_AWAY

NEAR = 70  # characters between two names of one enumeration, brackets aside
FAR = 170  # the same where people and their posts stand between
BRACKETED = re.compile(r"\([^()]*\)")
MARKS = re.compile(r"[\s,;*_“”\"()]+")
JOINT = re.compile(  # nothing but this stands between names that are enumerated
    r"(?:\([^()]*\)|[\s,;*_“”\"()]|\b(?:and|as\s+well\s+as|along\s+with|together\s+with|jointly\s+with|the|with|also|"
    r"of|"
    r"in\s+(?:conjunction|collaboration|cooperation|coordination|partnership|alliance|association)|"
    r"y|e|la|el|los|las|del?|con|as[íi]\s+como|junto\s+con|conjuntamente\s+con|"
    r"en\s+(?:alianza|colaboraci[óo]n|conjunto|cooperaci[óo]n|coordinaci[óo]n|asociaci[óo]n)|"
    r"o|a|os|as|com|bem\s+como|em\s+(?:parceria|colabora[çc][ãa]o|conjunto|coopera[çc][ãa]o)|"
    r"et|le|les|avec|ainsi\s+que|en\s+(?:partenariat|collaboration|coop[ée]ration))\b|\bl['’])*+"
)
ASIDE = re.compile(r",[^,;.]{0,60},")  # ", from Chile,"
RELATIVE = re.compile(  # ", which offers a hall, and with"
    r",\s(?:which|who|que|quien|qui)\b[^,;.]{0,70},(?=\s(?:and|y|e|et)\s(?:also\s)?(?:with|by|con|por|com|pel[oa]|"
    r"avec|par)\b)"
)
OF_PLACE = re.compile(
    r",\s(?:from|of|del?|d[aou])\s(?:la\s|el\s|the\s)?[A-ZÁÉ][\w'-]+(?:\s[A-ZÁÉ][\w'-]+)?,"
)  # ", from Chile,"
SEATED = re.compile(
    r",\s(?:based|located|with\s(?:its\s)?(?:seat|headquarters)|con\ssede|ubicad[oa]|com\ssede|bas[ée]e?|sise?|from|of|del?)\s[^,;.]{2,40},"
)
SUBORDINATE = re.compile(  # "as the OECD explained", "how CAF supports courses", "whose Ministry of Boats lends"
    r"\b(?:as|how|why|whether|whose|c[óo]mo|si|cuy[oa]s?|cuj[oa]s?|segundo|comme|comment|dont)\s+"
    r"(?:(?:the|el|la|los|las|o|a|le|les)\s+|l['’])?\Z",
    re.IGNORECASE,
)
COLON = re.compile(r":[\s*]*(?:(?:the|la|el|los|las|o|a|le|les)\s+|l['’])?\Z")  # "the following bodies: the ..."
AND = re.compile(r"\b(?:and|y|e|et)\b")
UMBRELLA = re.compile(  # "the United Nations system, in particular UNICEF": only that one
    r"(?:\s(?:[Ss]ystem|[Ss]istema))?,?\s(?:particularly|in particular|especially|specifically|namely|through its|"
    r"particularmente|en particular|especialmente|espec[íi]ficamente|a trav[ée]s de su|em particular|"
    r"en particulier|notamment)\b"
)
THROUGH = re.compile(
    r"\b(?:through its|through their|a trav[ée]s de sus?|por (?:medio|interm[ée]dio|conducto) de sus?|"
    r"por meio d[eao]s? su[ao]s?|"
    r"par l['’]interm[ée]diaire de (?:son|sa|ses|leur))\s+\Z",
    re.IGNORECASE,
)
A_PART = re.compile(OFFICE + r"\b|(?:Divisi|Unit|Unidad|Gerenc|Program|Committ|Comit|Branch|Sec[tc]i)")
BOLD = "**"


def opened(
    prose: str, at: int, end: int, names: Sequence[Name], *, people: bool = False, far: bool = False
) -> Iterator[Name]:
    """The names that a phrase opens which ends at an offset.

    `people` is true where the phrase is about people, so that a mere proper name is none of an organisation;
    `far` where their names and posts may part the organisations.
    """
    before: Name | None = None
    for name in names:
        if name.start < at or name.end > end:
            continue
        gap = RELATIVE.sub(",", _without(prose, at, name.start, names))
        gap = COLON.sub("", BRACKETED.sub("", gap))
        turns = TURNS_FAR_AWAY if far else TURNS_AWAY
        if len(gap) > (FAR if far else NEAR) or turns.search(gap):
            return
        if name.certain or _stands_among(prose, at, name, names, before, people=people):
            if not (_stands_for_part(prose, name, names) or _is_part(prose, name)):
                yield name
            before, at = name, name.end
        elif not people:
            return


def _stands_for_part(prose: str, name: Name, names: Sequence[Name]) -> bool:
    """True where a part takes part for the whole: "the United Nations, in particular UNICEF"; no mere office does."""
    umbrella = UMBRELLA.match(prose, name.end)
    part = next((each for each in names if umbrella and each.start >= umbrella.end()), None)
    return umbrella is not None and not (part and _is_part(prose, part))


def _is_part(prose: str, name: Name) -> bool:
    """True for an office through which a body did something: "through its Directorate of Ports"."""
    return bool(THROUGH.search(prose[max(0, name.start - 40) : name.start]) and A_PART.match(prose, name.start))


def _without(prose: str, start: int, end: int, names: Sequence[Name]) -> str:
    """What stands between two offsets, save the names there."""
    between = prose[start:end]
    for name in reversed(names):
        if start <= name.start and name.end <= end:
            between = between[: name.start - start] + between[name.end - start :]
    return between


def _stands_among(prose: str, at: int, name: Name, names: Sequence[Name], before: Name | None, *, people: bool) -> bool:
    """True for a proper name that is enumerated like organisations: bold, abbreviated or between them."""
    if not JOINT.fullmatch(OF_PLACE.sub(",", prose[at : name.start])):
        return False
    bold = prose.startswith(BOLD, name.start - 2) or prose.startswith(BOLD, name.end)
    abbreviated = bool(re.compile(r"\s?\([A-Z]{2,}").match(prose, name.end))
    following = next((each for each in names if each.start >= name.end), None)
    leads_on = following is not None and following.certain and _joined(prose, name, following)
    if people and leads_on and before is not None and " " not in prose[name.start : name.end]:
        return True  # "from ECLAC, Redsail and the University of the Coast": no person has one word for a name
    among = leads_on or (before is not None and bool(AND.search(prose, at, name.start)))
    return bold or abbreviated or (among and not people)


def _joined(prose: str, one: Name, other: Name) -> bool:
    return bool(JOINT.fullmatch(prose, one.end, other.start))


def closed(prose: str, at: int, start: int, names: Sequence[Name]) -> list[Name]:
    """The names whose enumeration ends at an offset, such as the subjects of a verb; only certain ones."""
    found: list[Name] = []
    last = at
    for name in reversed(names):
        if name.end > at or name.start < start:
            continue
        if not name.certain:
            continue  # "the Port Office, of Lima, lent"
        between = SEATED.sub(",", prose[name.end : at])
        between = between if found else ASIDE.sub(" ", between)
        if not JOINT.fullmatch(between) or (";" in between and not AND.search(prose, name.end, last)):
            break  # behind a semicolon without "and" another sentence begins
        found.append(name)
        at = name.start
    return [] if SUBORDINATE.search(prose, max(start, at - 20), at) else found[::-1]


def chains(prose: str, names: Sequence[Name]) -> Iterator[list[Name]]:
    """The names of a sentence, those together that nothing but commas, "and" and the like part."""
    chain: list[Name] = []
    for name in names:
        if chain and not _joined(prose, chain[-1], name):
            yield chain
            chain = []
        chain.append(name)
    if chain:
        yield chain
