"""What stands before an enumeration of countries that came: people of theirs, or a colon behind who attended."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.activities.participants import ANYONE, PEOPLE
from ingest.participations import attendance
from ingest.participations.own_sentences import Sentence
from ingest.patterns import phrase
from ingest.words import either

FURTHER_PEOPLE = {  # whom governments and schools send
    "en": r"directors|ministers|ambassadors|diplomats|inspectors|growers|farmers|consultants|trainers|heads|"
    r"coordinators|delegations|teams|groups",
    "es": r"director[ea]s|directores|ministr[oa]s|embajador[ea]s|embajadores|diplom[áa]ticos|inspector[ea]s|"
    r"productor[ea]s|responsables|coordinador[ea]s|consultor[ea]s|delegaciones|equipos|grupos|gestor[ea]s",
    "pt": r"diretor[ea]s|ministr[oa]s|embaixador[ea]s|diplomatas|inspetor[ea]s|produtor[ea]s|respons[áa]veis|"
    r"coordenador[ea]s|consultor[ea]s|delega[çc][õo]es|equipes|grupos",
    "fr": r"directeurs|ministres|ambassadeurs|diplomates|inspecteurs|producteurs|responsables|coordinateurs|"
    r"consultants|d[ée]l[ée]gations|[ée]quipes|groupes",
}
ANY_PEOPLE = rf"(?:{either(ANYONE)}|{either(PEOPLE)}|{either(FURTHER_PEOPLE)})"
PEOPLE_OF = phrase(
    rf"{ANY_PEOPLE} (?:of|from|in [^.;:,]{{0,40}}? from)",
    rf"{ANY_PEOPLE} (?:[\w-]+[sx] ){{0,2}}?(?:del?|d[aou]s?|des)",  # adjectives follow there
    rf"{ANY_PEOPLE},? (?:venue?s|vind[oa]s|llegad[oa]s) d[aeou]s?",
)
CAME_FROM = phrase(
    rf"(?:{ANY_PEOPLE}|they)\b[^.:]{{0,60}}? (?:came|come|coming|were drawn|drawn|hailed|travelled) from",
    rf"{ANY_PEOPLE}\b[^.:]{{0,60}}? (?:proven[íi]an|proced[íi]an|provinieron|vinieron|ven[íi]an|llegaron) del?",
    rf"{ANY_PEOPLE}\b[^.:]{{0,60}}? (?:provinham|provieram|vieram|vinham|chegaram) d[aeo]s?",
    rf"{ANY_PEOPLE}\b[^.:]{{0,60}}? (?:venaient|provenaient|sont venue?s|[ée]taient venue?s) d[eu]s?",
)
NO_OFFICE = (  # verbs, and what leads to other things
    r"\w+(?:ed|[óé]|ron|ram|ou|eu|iu)|was|were|is|are|has|have|a|ont|est|sont|on|about|to|in|for|at|with|that|who|"
    r"which|sobre|para|que|en|con|em|com|sur|pour|qui|avec|dans"
)
# between the people and the first country, in small letters only: "cooperation of", "sanitary authorities of"
OFFICES = re.compile(
    rf"[\s:]*(?:(?:(?!(?:{NO_OFFICE})\b)"
    r"[a-záéíóúñâêôãõçàè'’-]+\s+){1,8}?)?(?:of|from|del?|d[aou]s?|des)\s+"
    r"(?:(?:the|las?|los|el|os?|as?|les?)\s+|\b(?:d|l)['’])?"
)
STATES = phrase(
    r"(?:countries|states|governments|delegations|members|participants)",
    r"(?:pa[íi]ses|estados|gobiernos|delegaciones|miembros|participantes)", r"(?:governos|delega[çc][õo]es|membros)",
    r"(?:pays|[ée]tats|gouvernements|d[ée]l[ée]gations|membres)",
)  # fmt: skip
CAME = phrase(
    r"(?:attend(?:ed|ing)|took part|taking part|participat(?:ed|ing)|(?:were|was|those|states|countries) present|"
    r"represented|sent|joined|gathered|brought together|in attendance)",
    r"(?:asist|acud|concurr|particip|reun|congreg|env)(?:i?eron|i[óo]|[óo]|aron|iaron|[ií]an)",
    r"(?:estuvieron|presentes|representad[oa]s|tomaron parte|procedentes|provenientes)",
    r"(?:assist|comparec|particip|reun|congreg|envi)(?:iram|eram|aram|iu|ou)|(?:estiveram|tomaram parte|vind[oa]s)",
    r"(?:particip[ée]|assist[ée]|pris part|pr[ée]sents|repr[ée]sent[ée]s|r[ée]uni|envoy[ée]|venus)",
)
COLON = re.compile(r":[\s*]*")


def country_heads(prose: str, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The span of each head in a sentence behind which countries stand that came, if any stand there."""
    for pattern in (PEOPLE_OF, CAME_FROM):
        for match in pattern.finditer(prose, sentence.start, sentence.end):
            gap = OFFICES.match(prose, match.end(), sentence.end)
            yield match.start(), match.end()
            if gap:
                yield match.start(), gap.end()
    for colon in COLON.finditer(prose, sentence.start, sentence.end):
        lead = sentence.start, colon.start()
        if STATES.search(prose, *lead) and CAME.search(prose, *lead):
            yield colon.span()


def aimed_at(prose: str, sentence: Sentence, start: int) -> bool:
    """True where a head tells for whom the event is meant, or who is cited."""
    return bool(attendance.AIMED_AT.search(prose[sentence.start : start]))
