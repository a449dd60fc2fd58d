"""Indicators: the indices that SELA's Secretariat develops, updates or applies; those of others are left out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice

from ingest.activities.text import Fact
from ingest.outline.tree import Outline
from ingest.records.reading import MOST_EVIDENCE, Reading, clean, joined
from ingest.words import either
from kg.terms import fold, slug

UPPER = "A-ZÁÉÍÓÚÑÂÊÔÃÕÇÀÈ"
SMALL = r"of|for|the|and|in|on|to|de|del|la|las|los|el|y|e|en|para|do|da|dos|das|em|du|des|le|les|et|pour|d['’]"
PROPER = rf"[{UPPER}][\w'’&-]*"
TAIL = rf"(?:\s+(?:(?:{SMALL})\s+){{0,3}}{PROPER}(?<=\w\w)){{0,12}}"
ACRONYM = r"\s*\\?\((?P<%s>[A-Z][A-Z0-9-]{1,9})\\?\)"
# language -> the noun, where it stands behind the words that it is told apart by, and where before them
INDEX = {
    "en": r"Index|Indicator|Barometer",
    "es": r"[ÍI]ndice|Indicador",
    "pt": r"[ÍI]ndice|Indicador",
    "fr": r"Indice|Indicateur",
}
MAINTAINED = {
    "en": r"develop\w*|creat\w*|updat\w*|prepar\w*|estimat\w*|construct\w*|elaborat\w*|design\w*|implement\w*|"
          r"calculat\w*|improv\w*|propos\w*|build\w*|measur\w*|carry\s+out|meeting\s+on|continue\s+\w+",
    "es": r"desarroll\w*|cre(?:ó|ad[oa]|ar|aci[óo]n)|actualiz\w*|prepar\w*|estim\w*|constru\w*|elabor\w*|diseñ\w*|"
          r"implement\w*|calcul\w*|mejor\w*|propuso|propuest\w*|aplic\w*|presentar",
    "pt": r"desenvolv\w*|cri(?:ou|ad[oa]|ar|a[çc][ãa]o)|atualiz\w*|prepar\w*|estim\w*|constru\w*|elabor\w*|"
          r"implement\w*|calcul\w*|melhor\w*|prop[ôo]s\w*|aplic\w*",
    "fr": r"d[ée]velopp\w*|cr[ée]{1,2}\w*|actualis\w*|pr[ée]par\w*|estim\w*|constru\w*|[ée]labor\w*|con[çc]\w*|"
          r"mise?\s+[àa]\s+jour|mis\s+en\s+œuvre|calcul\w*|am[ée]lior\w*|propos\w*|appliqu\w*",
}  # fmt: skip
OF = r"(?:of|de\s+la|de\s+los|de\s+las|del|de|do|da|du|des|para|pour)"
OPENERS = r"(?:The|This|These|An?|In|Los?|Las?|El|Le|Les)\s"
NAMED = re.compile(
    # "Port Depth Index for Lagoons (PDI)"; "Port depth index (PDI)"; "Índice de calado (IC)"; "Index of Depth"
    rf"\b(?P<before>(?!{OPENERS}){PROPER}(?:\s+(?:(?:{SMALL})\s+)?{PROPER}){{0,8}}\s+(?:{INDEX['en']}))\b"
    rf"(?P<tail>(?:\s+(?:of|for|on)\s+(?:the\s+)?{PROPER}{TAIL})?)(?:{ACRONYM % 'a1'})?"
    rf"|\b(?P<lower>[{UPPER}]\w+(?:\s\w+){{0,3}}\s(?:{INDEX['en'].lower()})(?:\s+(?:of|for)\s+{PROPER}{TAIL})?)"
    rf"{ACRONYM % 'a2'}"
    rf"|\b(?P<first>(?:{either(INDEX)})\s+{OF}\s+\w(?:[^.,;:()\n\[\]*\"”]|\n(?!\s*\n)){{2,110}}?){ACRONYM % 'a3'}"
    rf"|\b(?P<proper>(?:{either(INDEX)})\s+{OF}\s+{PROPER}{TAIL})"
)
ACRONYM_ALONE = re.compile(r"\b[A-Z][A-Z0-9-]{1,9}\b")
OTHERS = {  # what says whose an index is, behind it
    "en": r"(?:measured|developed|prepared|published|created|elaborated|extracted|calculated|computed)\s+(?:by|from)",
    "es": r"(?:elaborad|publicad|desarrollad|calculad|medid|tomad|cread)[oa]\s+(?:por|de|del)",
    "pt": r"(?:elaborad|publicad|desenvolvid|calculad|medid|criad)[oa]\s+(?:por|pel[oa])",
    "fr": r"(?:[ée]labor|publi|d[ée]velopp|calcul|mesur|cr[ée])[ée]e?\s+par",
}
BY_OTHERS = re.compile(
    rf"(?:[^.;\n]{{0,40}}?\b(?:{either(OTHERS)})|\s*(?:of|del?|d[oa]|du))\s+"
    r"(?:(?:the|el|la|o|le)\s+|l['’])?(?=[A-Z])"
)
MOST_NAMED = 2_000  # places that name an index; a document with more is none of ours
REACH = 700  # characters before an index in which SELA is named as the one who acts


@dataclass(frozen=True)
class Indicator:
    """An index of SELA's: its name and acronym, with each place that names it."""

    name: str
    acronym: str | None
    evidence: tuple[Fact, ...]

    @property
    def slug(self) -> str:
        """The acronym, else the name."""
        return slug(self.acronym or self.name)


def read_indicators(reading: Reading, outline: Outline) -> list[Indicator]:
    """The indices that a document says SELA keeps, each once, in its order."""
    matches = islice(NAMED.finditer(reading.text, reading.start), MOST_NAMED)
    named = [(match, *_called(match)) for match in matches]
    headings = " ".join(clean(unit.title) for unit in outline.units)
    groups = _grouped([(name, acronym) for _, name, acronym in named if name])
    found: dict[str, Indicator] = {}
    ours: set[str] = set()
    for match, name, acronym in named:
        known = groups.get((name, acronym))
        if known is None:
            continue
        evidence = found[known.slug].evidence if known.slug in found else ()
        if known.slug in ours or len(evidence) == MOST_EVIDENCE:
            pass  # known, or looked at often enough
        elif _is_ours(reading, match) or (acronym and acronym in headings) or name in headings:
            ours.add(known.slug)
        fact = reading.fact(name, *match.span(), "index-named")
        found[known.slug] = replace(known, evidence=joined(evidence, (fact,)))
    kept = [each for each in found.values() if each.slug in ours]
    told = _by_acronym(reading, {each.acronym for each in kept if each.acronym})
    return [_with_acronyms(each, told.get(each.acronym or "", ())) for each in kept]


def _called(match: re.Match[str]) -> tuple[str, str | None]:
    name = next(filter(None, (match[n] for n in ("before", "lower", "first", "proper"))))
    acronym = next((match[n] for n in ("a1", "a2", "a3") if match[n]), None)
    return clean(name + (match["tail"] or "")), acronym


def _grouped(named: list[tuple[str, str | None]]) -> dict[tuple[str, str | None], Indicator]:
    """The index that each name and acronym stands for: a short name is the one longer name's that holds it."""
    whole: dict[str, Indicator] = {}
    for name, acronym in named:
        key = acronym or _words(name)
        known = whole.get(key)
        if known is None or (len(name) > len(known.name) and acronym):
            whole[key] = Indicator(name, acronym, ())
    aliases = {_words(name): acronym for name, acronym in named if acronym}
    groups: dict[tuple[str, str | None], Indicator] = {}
    for name, acronym in named:
        key = acronym or aliases.get(_words(name)) or _words(name)
        holding = [each for each in whole.values() if _words(name) in _words(each.name)]
        told = [each for each in holding if each.acronym] or [each for each in holding if each.name != name]
        groups[name, acronym] = told[0] if (len(told) == 1 and key not in whole) or _alone(key, told) else whole[key]
    return groups


def _alone(key: str, told: list[Indicator]) -> bool:
    """True where a name without acronym is held by one other name."""
    return len(told) == 1 and not key.isupper()


def _words(name: str) -> str:
    """The telling words of a name, so that "of" and "for" make no difference."""
    return f" {' '.join(word for word in fold(name).split() if not re.fullmatch(SMALL, word))} "


def _is_ours(reading: Reading, match: re.Match[str]) -> bool:
    """True where SELA acts on an index in its sentence, and no one else is named as the one whose it is."""
    first, last = reading.sentence(*match.span())
    paragraph = reading.paragraph(*match.span())[0]
    acts = re.search(rf"\b(?:{either(MAINTAINED)})\b", reading.text[first:last], re.I)
    names_us = reading.names_us(max(paragraph, match.start() - REACH), last)
    others = BY_OTHERS.match(reading.text, match.end())
    beside = any(m.end + 3 >= match.start() for m in reading.linked(max(0, match.start() - 60), match.start()))
    foreign = others is not None and not reading.names_us(others.end(), others.end() + 40)
    elsewhere = reading.linked(max(first, match.start() - 60), match.start()) and not reading.names_us(first, last)
    return bool(acts and names_us) and not (foreign or beside or elsewhere)


def _with_acronyms(indicator: Indicator, told: tuple[Fact, ...]) -> Indicator:
    """With the places that name it by its acronym alone."""
    facts = {(fact.start, fact.end): fact for fact in (*told, *indicator.evidence)}
    return replace(indicator, evidence=tuple(facts[span] for span in sorted(facts))[:MOST_EVIDENCE])


def _by_acronym(reading: Reading, acronyms: set[str]) -> dict[str, tuple[Fact, ...]]:
    """Where each acronym stands, in one pass."""
    found: dict[str, list[Fact]] = {acronym: [] for acronym in acronyms}
    for match in ACRONYM_ALONE.finditer(reading.text, reading.start):
        facts = found.get(match.group())
        if facts is not None and len(facts) < MOST_EVIDENCE:
            facts.append(reading.fact(match.group(), *match.span(), "index-acronym"))
    return {acronym: tuple(facts) for acronym, facts in found.items()}
