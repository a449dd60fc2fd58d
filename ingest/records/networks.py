"""Networks and portals that SELA runs, by the words that say so; those of others are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.activities.text import Fact
from ingest.outline.tree import Outline
from ingest.records.reading import Reading, clean, joined
from ingest.words import either
from kg.terms import fold, slug

UPPER = "A-ZÁÉÍÓÚÑÂÊÔÃÕÇÀÈ"
SMALL = r"of|for|the|and|in|on|to|de|del|la|las|los|y|e|en|para|do|da|dos|das|em|du|des|et|pour"
WORD = rf"[{UPPER}][\w'’&-]+"
RUN = rf"(?-i:{WORD}(?:\s+(?:(?:{SMALL})\s+){{0,3}}{WORD}){{0,15}})"
NETWORK_OF = {"en": r"Network\s+(?:of|for|on)", "es": r"Red\s+(?:de|para|sobre)", "pt": r"Rede\s+(?:de|para|sobre)",
              "fr": r"R[ée]seau\s+(?:de|des|pour)"}  # fmt: skip
SPECIALISED = {
    "en": r"(?:specialist|speciali[sz]ed|thematic)\s+(?:sub-?)?portals?|(?-i:Portal)",
    "es": r"(?:sub)?portal(?:es)?\s+(?:especializad|tem[áa]tic)\w+|(?-i:Portal)",
    "pt": r"(?:sub)?porta(?:l|is)\s+(?:especializad|tem[áa]tic)\w+|(?-i:Portal)",
    "fr": r"portails?\s+(?:sp[ée]cialis|th[ée]matique)\w*|(?-i:Portail)",
}
ABOUT = (
    r"\s+(?:(?:on|of|for|about|concerning|dedicated\s+to|sobre|de|del|para|dedicad[oa]s?\s+a|relativ[oa]s?\s+a|"
    r"sur|d[eu]|des|consacr[ée]e?\s+[àa])\s+)(?:(?:the|la|el|los|las|o|a|le|les)\s+)?"
)
LISTED = {
    "en": r"(?:concerning(?:\s+the)?|are|have\s+been\s+\w+|namely|including)?",
    "es": r"(?:relativos\s+a|son|a\s+saber|sobre)?", "pt": r"(?:relativos\s+a|s[ãa]o|a\s+saber|sobre)?",
    "fr": r"(?:relatifs\s+[àa]|sont|[àa]\s+savoir|sur)?",
}  # fmt: skip
PORTAL = re.compile(
    rf"\b(?:{either(SPECIALISED)}){ABOUT}[\"“*]*(?P<name>{RUN}(?:\s*\([A-Z][\w&. -]*\))?(?::\s{RUN})?)", re.I
)
PORTAL_TITLE = re.compile(rf"\b(?:{either(SPECIALISED)}){ABOUT}(?P<name>\S[^\n]+)", re.I)
PORTAL_QUOTED = re.compile(rf"\b(?i:portal|portail){ABOUT}[\"“](?P<name>[^\"”\n]{{4,160}})[\"”]")
PORTAL_LIST = re.compile(
    rf"\b(?:{either(SPECIALISED)})(?:\s+administered\s+by[^.:\n]{{0,40}})?\s*(?:{either(LISTED)})\s*:?\s*"
    r"(?P<items>(?:[^.\n]|\.(?=\w)){20,700})", re.I
)  # fmt: skip
NETWORK = re.compile(rf"\b(?:{either(NETWORK_OF)})\s+(?:(?:the|la|las|los)\s+)?(?P<rest>{RUN}|[a-z]\w+\sand\s\w+\s\w+)")
CREATED = {
    "en": r"creat\w+|strengthen\w+|coordinat\w+|promot\w+|launch\w+|consolidat\w+|operat\w+|organi[sz]ed\s+through",
    "es": r"cre(?:a|ó|ad)\w*|fortalec\w+|coordin\w+|promov\w+|lanz\w+|consolid\w+|a\s+trav[ée]s\s+de",
    "pt": r"cri(?:a|ou|ad)\w*|fortalec\w+|coorden\w+|promov\w+|lan[çc]\w+|consolid\w+|por\s+meio\s+d[ea]",
    "fr": r"cr[ée]{1,2}\w*|renforc\w+|coordonn\w+|promu\w*|lanc\w+|consolid\w+|par\s+l['’]interm[ée]diaire\s+du",
}  # fmt: skip
MAKES = re.compile(
    rf"\b(?:{either(CREATED)})\b(?:\s+(?:of|the|a|de|del|d[oa]s?|la|el|une?|um|uma|un|le|du|Latin|American|and|Caribbean|"
    r"Latinoamericana|Latino-?americana|y|e|et|del|Caribeña|Caribe))*[\s\"“*]*\Z", re.I
)  # fmt: skip
MADE = re.compile(
    rf"[\s\"”*]*(?:\([^()]*\))?[\s,\"”*]*(?:(?:was|is|has\s+been|fue|foi|a\s+[ée]t[ée]|est)\s+)?"
    rf"(?:{either(CREATED)})(?:\s+(?:and|y|e|et)\s+\w+)?\s+(?:by|por|pel[oa]|par)\b",
    re.I,
)
ITEM_MARK = re.compile(r"\(?\b(?:[ivx]{1,4}|[a-h]|\d{1,2})\)\s*|[\"“*]")
AND = re.compile(r"\A\s*(?:(?:and|y|e|et)\s+)?(?:(?:the|la|el|los|las|le|les)\s+)?(?=\S)")
BETWEEN_NAMES = re.compile(r",\s+(?=(?:(?:and|y|e|et)\s)?(?:(?:the|la|el)\s)?[A-Z])")
REGION = re.compile(
    r"\s+(?:in|for|of|en|para|de|na|em|do|en)\s+(?:Latin America and the Caribbean|Am[ée]rica Latina y el Caribe|"
    r"Am[ée]rica Latina e (?:o )?Caribe|Am[ée]rique latine et (?:les|aux) Cara[ïi]bes)\Z", re.I
)  # fmt: skip


@dataclass(frozen=True)
class Network:
    """A network or portal of SELA's: which of the two, its name or its subject, and the places that name it."""

    kind: str
    name: str
    evidence: tuple[Fact, ...]

    @property
    def slug(self) -> str:
        """Kind and name, without the region that all of them are about."""
        name = re.sub(r"\Anetwork (?:on|for) ", "network of ", _key(self.name))
        return slug(f"portal {name}" if self.kind == "portal" else name)


def _key(name: str) -> str:
    """A name as it is compared: without acronym and region.

    >>> _key("Free Ports in Latin America and the Caribbean (FPLAC)")
    'free ports'
    """
    return fold(REGION.sub("", re.sub(r"\s*\([^()]*\)", "", name)))


def read_networks(reading: Reading, outline: Outline) -> list[Network]:
    """The portals and networks that a document says SELA runs, each once."""
    found: dict[str, Network] = {}
    for each in (*_portals(reading, outline), *_networks(reading, outline)):
        known = found.get(each.slug)
        found[each.slug] = replace(known, evidence=joined(known.evidence, each.evidence)) if known else each
    return list(found.values())


def _portals(reading: Reading, outline: Outline) -> Iterator[Network]:
    for unit in outline.units:
        match = PORTAL_TITLE.search(unit.title)
        if match:
            yield Network("portal", clean(match["name"]), (Fact(unit.title, unit.start, unit.body, "portal-heading"),))
    headings = [(unit.start, unit.body) for unit in outline.units]
    for match in (m for pattern in (PORTAL, PORTAL_QUOTED) for m in pattern.finditer(reading.text, reading.start)):
        name = clean(match["name"])
        if not match["name"][0].isupper() or any(a <= match.start() < b for a, b in headings) or _vague(name):
            continue
        yield Network("portal", name, (reading.fact(name, *match.span(), "portal-named"),))
    for match in PORTAL_LIST.finditer(reading.text, reading.start):
        for name in _items(match["items"]):
            yield Network("portal", name, (reading.fact(name, *match.span(), "portal-listed"),))


def _vague(name: str) -> bool:
    """True for a name of one word or of SELA itself: "the portal of the Secretariat" is none of its portals."""
    return (" " not in name and "-" not in name) or name.startswith(("SELA ", "Permanent Secretariat", "Secretar"))


def _items(text: str) -> list[str]:
    """The names of a list in running text: numbered, parted by semicolons, quoted, or by commas.

    >>> _items('"Ports and Seas", "Tolls" and "Free Wharves". More')
    ['Ports and Seas', 'Tolls', 'Free Wharves']
    >>> _items("(i) Ports and Seas; (ii) Tolls of Ports; and (iii) Free Wharves")
    ['Ports and Seas', 'Tolls of Ports', 'Free Wharves']
    >>> _items("whatever comes after it, also with Names")
    []
    """
    quoted = re.findall(r"[\"“]([^\"”]+)[\"”]", text)
    if len(quoted) > 1 and re.match(r"\s*[\"“]", text):
        return [clean(name) for name in quoted]
    if not re.match(rf"[\s(*]*(?:{ITEM_MARK.pattern})?(?:the\s+)?[{UPPER}]", text):
        return []
    parts = text.split(";") if ";" in text else BETWEEN_NAMES.split(text)
    if len(parts) > 1 and not re.match(r"\s*(?:and|y|e|et)\s", parts[-1]):  # "A, B and C", no comma before the last
        parts[-1:] = re.split(r"\s+(?:and|y|e|et)\s+(?=[A-Z])", parts[-1], maxsplit=1)
    names = [clean(AND.sub("", ITEM_MARK.sub("", AND.sub("", part)))) for part in parts]
    return [name for name in names if len(name) > 3] if len(names) > 2 else []


def _networks(reading: Reading, outline: Outline) -> Iterator[Network]:
    """Networks that SELA creates, coordinates or works through, or that a heading of a programme or project names."""
    matches = list(NETWORK.finditer(reading.text, reading.start))
    headed = fold(" ".join(unit.title for unit in outline.units))
    ours = {fold(match.group()) for match in matches if fold(match.group()) in headed or _is_made(reading, match)}
    for unit in outline.units:
        match = re.match(either(NETWORK_OF), unit.title, re.I)
        if match:
            name = unit.title if not unit.title.isupper() else unit.title.title()
            ours.add(fold(clean(name)))
            yield Network("network", _cased(clean(name)), (Fact(name, unit.start, unit.body, "network-heading"),))
    for match in matches:
        if fold(match.group()) in ours:
            yield Network(
                "network", clean(match.group()), (reading.fact(clean(match.group()), *match.span(), "network-named"),)
            )


def _cased(name: str) -> str:
    """A title in capitals with its small words small."""
    return re.sub(rf"\b(?:{SMALL})\b", lambda word: word.group().lower(), name, flags=re.I)


def _is_made(reading: Reading, match: re.Match[str]) -> bool:
    first, last = reading.sentence(*match.span())
    makes = MAKES.search(reading.text[max(first, match.start() - 120) : match.start()])
    made = MADE.match(reading.text, match.end())
    if made:
        return reading.names_us(made.end(), made.end() + 50)
    programme = re.search(
        r"(?i:programme?|programa|project|proyecto|projeto|projet)\b", reading.text[first : match.start()]
    )
    return bool(makes and (programme or reading.names_us(first, last)))
