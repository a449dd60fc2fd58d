"""Countries that took part, where a sentence says so and no list does: "experts from Chile, Peru and Spain"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.activities.participants import WHO
from ingest.numerals import NUMERAL
from ingest.participations import attendance
from ingest.participations.country_labels import MEMBERS, OTHERS, PARTICIPATING
from ingest.participations.name_words import is_country
from ingest.participations.own_sentences import Sentence
from ingest.participations.subject_countries import subject_countries
from ingest.patterns import phrase
from kg.countries import get_country
from kg.linking.entities import Mention

FOLLOWING = phrase(  # "two experts from each of the following countries: ..."
    rf"{WHO}[^.;:]{{0,50}}? (?:following|siguientes|seguintes|suivants)(?: \w+)? (?:countries|states|pa[íi]ses|"
    rf"estados|pays)"
    rf"(?: miembros| membros| membres)?(?=:)",
)
PEOPLE_FROM = phrase(rf"{NUMERAL} {WHO} (?:from|provenientes de|procedentes de|vind[oa]s de|venus d[eu]s?)")
FROM = phrase("from", r"(?:provenientes |procedentes |oriundos )?de", r"venus d[eu]s?")
TOPIC = re.compile(r"\b(?:on|about|to|compar\w+|sobre|para|sur|pour)\b", re.IGNORECASE)
SPELT_OUT = re.compile(r"namely|to wit|a saber|nomeadamente|savoir", re.IGNORECASE)
HEADS = (attendance.ATTENDED, attendance.REPRESENTED, FOLLOWING, PEOPLE_FROM)
NUMBERS = {
    2: "two|dos|dois|deux", 3: "three|tres|três|trois", 4: "four|cuatro|quatro|quatre", 5: "five|cinco|cinq",
    6: "six|seis", 7: "seven|siete|sete|sept", 8: "eight|ocho|oito|huit", 9: "nine|nueve|nove|neuf",
    10: "ten|diez|dez|dix", 11: "eleven|once|onze", 12: "twelve|doce|doze|douze",
}  # fmt: skip
NUMBER = rf"(?:\d{{1,2}}|{'|'.join(NUMBERS.values())})"
COUNTED = re.compile(
    rf"\s*(?:the\s|los\s|os\s|les\s)?{NUMBER}\s(?:SELA\s)?(?:member\s)?(?:countries|states|pa[íi]ses|estados|pays|[ée]tats)\b",
    re.IGNORECASE,
)
FARTHEST = 90  # characters behind "participation of ten countries" in which the first is named
AFORESAID = re.compile(
    rf"\s*(?:the|these|those|los|estos|os|estes|les|ces)\s(?:(?:aforementioned|above-mentioned|said|same|"
    rf"mencionados)\s)?"
    rf"(?P<number>{NUMBER})\s(?:countries|pa[íi]ses|pays)\b(?:\s(?:mencionados|antes\smencionados|susmentionn[ée]s))?",
    re.IGNORECASE,
)
INSTITUTIONS = (  # of each of the countries behind them
    r"(?:[\w-]+\s){0,2}?(?:teams|ports|cooperatives|companies|equipos|puertos|cooperativas|empresas|equipes|portos|"
    r"[ée]quipes|coop[ée]ratives|entreprises|ministries|central\sbanks|customs|services|chambers|institutes|agencies|universities|"
    r"offices|"
    r"ministerios|bancos\scentrales|aduanas|servicios|c[áa]maras|institutos|agencias|universidades|minist[ée]rios|"
    r"servi[çc]os|ag[êe]ncias|minist[èe]res|banques\scentrales|services|chambres|instituts|agences|universit[ée]s)"
    r"(?:\s(?:of|de|d[aou]s?|des|du)(?:\s[\w-]+){1,7}?(?=\s(?:of|del?|d[aou]s?|des|du)\b))?"
)
PLAIN = re.compile(  # between "experts from" and the first country
    rf"[\s:(]*(?:(?:{INSTITUTIONS}|and|y|e|et|(?:[\w-]+\s){{1,2}}(?:countries|pa[íi]ses|pays)|the|from|provenientes|procedentes|oriundos|venus|los|las|os|as|les|following|"
    rf"siguientes|seguintes|suivants|governments?|gobiernos?|governos?|"
    r"gouvernements?|countries|pa[íi]ses|pays|of|del?|d[aeou]s?|la|el|o|a)[\s:]+)*",
    re.IGNORECASE,
)
AND = re.compile(
    r"(?:[\s,;*]|\b(?:l|d)['’]|\b(?:(?:together|along)\s+with|junto\s+(?:con|a)|juntamente\s+com|"
    r"of|del?|d[aou]s?|des|from|one|two|three|another|un[oa]?|dos|tres|otr[oa]s?|um|"
    r"dois|outr[oa]s?|autre|deux|and|as\s+well\s+as|also|the|y|as[íi]\s+como|e|bem\s+como|et|ainsi\s+que|la|el|o|a|"
    r"les?|"
    r"(?:[\w-]+\s)?(?:Republic|Federation|State|Rep[úu]blica|Federaci[óo]n|Federa[çc][ãa]o|Estado|R[ée]publique|"
    r"F[ée]d[ée]ration)(?:\s[A-Z][\w-]+)?\s(?:of|de|da|do))\b)*+"
)
NOT_ITSELF = re.compile(r"['’]s?\b|[-–]\w")  # "Chile's", "Chile-Peru"

Attending = tuple[str, Mention]


def attending_countries(
    prose: str, told: Sequence[Sentence], mentions: Sequence[Mention], *, year: int
) -> Iterator[Attending]:
    """Each country that a sentence of the activity's own names as attending, with its role in a year."""
    for role, mention in _attending(prose, told, mentions):
        yield role or _role(mention, year), mention


def _attending(
    prose: str, told: Sequence[Sentence], mentions: Sequence[Mention]
) -> Iterator[tuple[str | None, Mention]]:
    """The same, with the role where a sentence says whether these are Member States."""
    countries = _outside_names(prose, mentions)
    for sentence in told:
        if sentence.own:
            yield from ((None, m) for m in subject_countries(prose, sentence, countries))
            yield from _labelled(prose, sentence, countries)
            yield from _sent(prose, sentence, told, countries)


def _outside_names(prose: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The countries that are no part of an organisation's name."""
    countries = [mention for mention in mentions if mention.entity.type == "country"]
    names = [
        (m.start, m.end)
        for m in mentions
        if m.entity.type == "organisation" and not is_country(prose[m.start : m.end], countries)
    ]
    return [m for m in countries if not any(start <= m.start < end for start, end in names)]


def _labelled(prose: str, sentence: Sentence, countries: Sequence[Mention]) -> Iterator[Attending]:
    """Those behind "experts from the following Member States:", whatever the table of members says."""
    for role, pattern in (("member-country", MEMBERS), ("other-country", OTHERS)):
        for match in pattern.finditer(prose, sentence.start, sentence.end):
            before = sentence.start, match.start()
            if not (SPELT_OUT.search(match.group()) or any(head.search(prose, *before) for head in HEADS)):
                continue
            yield from ((role, mention) for mention in _enumerated(prose, match.end(), sentence.end, countries))


def _sent(
    prose: str, sentence: Sentence, told: Sequence[Sentence], countries: Sequence[Mention]
) -> Iterator[tuple[None, Mention]]:
    """Those behind "representatives of" and "attended by", where these are two at least."""
    span = sentence.start, sentence.end
    heads = [head for pattern in HEADS for head in pattern.finditer(prose, *span)]
    first = min((head.end() for head in heads), default=sentence.end)
    heads += [
        head for head in FROM.finditer(prose, first, sentence.end) if not TOPIC.search(prose, first, head.start())
    ]
    for head in heads:
        found = _behind(prose, head.end(), sentence.end, told, countries)
        alone = attendance.ENVOYS.fullmatch(head.group())
        if len(found) > (0 if alone else 1) and not attendance.AIMED_AT.search(prose[sentence.start : head.start()]):
            yield from ((None, mention) for mention in found)
    for label in PARTICIPATING.finditer(prose, *span):
        yield from ((None, m) for m in _enumerated(prose, label.end(), sentence.end, countries))


def _behind(prose: str, at: int, end: int, told: Sequence[Sentence], countries: Sequence[Mention]) -> list[Mention]:
    """The countries that an offset leads to: named there, counted there, or counted there and named before."""
    aforesaid = AFORESAID.match(prose, at, end)
    if aforesaid:
        before = _named_before(at, _value(aforesaid["number"]), told, countries)
        return [*before, *_enumerated(prose, aforesaid.end(), end, countries)] if before else []
    counted = COUNTED.match(prose, at, end)
    if counted:
        near = (m.start for m in countries if counted.end() < m.start < min(end, counted.end() + FARTHEST))
        return _enumerated(prose, next(near, end), end, countries)
    plain = PLAIN.match(prose, at, end)
    return _enumerated(prose, plain.end() if plain else at, end, countries)


def _named_before(at: int, number: int, told: Sequence[Sentence], countries: Sequence[Mention]) -> list[Mention]:
    """The countries of the last sentence before an offset that names so many."""
    for sentence in reversed([each for each in told if each.end <= at]):
        named = {m.entity: m for m in countries if sentence.start <= m.start < sentence.end}
        if len(named) == number:
            return list(named.values())
    return []


def _value(number: str) -> int:
    return int(number) if number.isdigit() else next(n for n, words in NUMBERS.items() if number.lower() in words)


def _enumerated(prose: str, at: int, end: int, countries: Sequence[Mention]) -> list[Mention]:
    """The countries of an enumeration that begins at an offset."""
    found: list[Mention] = []
    for mention in countries:
        if at <= mention.start < end:
            if not AND.fullmatch(prose, at, mention.start) or NOT_ITSELF.match(prose, mention.end):
                break
            found.append(mention)
            at = mention.end
    return found


def _role(mention: Mention, year: int) -> str:
    member = get_country(mention.entity.slug).belongs_to_sela(in_year=year)
    return "member-country" if member else "other-country"
