"""Countries that took part as subjects of a sentence: "Chile and Peru sent experts", "de Chile asistió un pescador"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.participations.own_sentences import Sentence
from ingest.patterns import EVENT, phrase
from kg.linking.entities import Mention

CAME = phrase(
    r"(?:attended|participated|took part|intervened)(?! by)", r"joined (?:online|remotely|virtually|by video\w*)",
    r"sent (?:\w+ ){1,4}each",
    r"(?:(?:was|were) (?:also )?(?:present|represented|in attendance)|"
    r"sent (?:\w+ ){0,3}?(?:person|people|official|expert|delegate|delegation|representative|observer|speaker)s?|"
    r"will (?:also )?(?:attend|participate|take part|be represented|send))",
    r"particip(?:aron|[óo]|ar[áa]n?)", r"asisti(?:eron|[óo]|r[áa]n?)", r"acudi(?:eron|[óo])", r"concurri(?:eron|[óo])",
    r"intervin(?:ieron|o)", r"tom(?:aron|[óo]) parte", r"estuv(?:o|ieron) (?:presente|representad[oa])s?",
    r"envi(?:aron|[óo]) (?:\w+ ){0,3}?(?:person|funcionari|expert|delegad|representante|observador|ponente|"
    r"delegaci)\w*",
    r"particip(?:aram|ou|ar[áa]|ar[ãa]o)", r"assisti(?:ram|u)", r"comparec(?:eram|eu)", r"tom(?:aram|ou) parte",
    r"(?:estiveram|esteve) (?:presente|representad[oa])s?",
    r"envi(?:aram|ou) (?:\w+ ){0,3}?(?:funcion[áa]ri|perit|delegad|representante|observador|delega[çc])\w*",
    r"(?:ont|a) (?:particip[ée]|assist[ée]|pris part)", r"[ée]tai(?:t|ent) (?:pr[ée]sente?|repr[ée]sent[ée]e?)s?",
    r"(?:ont|a) envoy[ée] (?:\w+ ){0,3}?(?:fonctionnaire|expert|d[ée]l[ée]gu[ée]|repr[ée]sentant|observateur)\w*",
)  # fmt: skip
SHOWED = phrase(  # what they had to tell, each of its own
    r"(?:presented|shared|described|explained|showed|outlined) (?:its|their)",
    r"(?:present|compart|expus|expl?ic|describ|mostr|rese[ñn])(?:[óo]|i[óo]|aron|ieron|o) sus?",
    r"(?:apresent|compartilh|descrev|mostr|explic)(?:ou|aram|eu|eram) (?:o |a |os |as )?(?:seus?|suas?)",
    r"(?:a|ont) (?:pr[ée]sent[ée]|partag[ée]|d[ée]crit|expliqu[ée]|montr[ée]) (?:son|sa|ses|leurs?)",
)
OBJECT = re.compile(r"\s+(?:in|en|em|n[oa]|[àa]u?|al|dans)\s+(?P<words>[^,.;:]{0,60})")
AN_EVENT = re.compile(
    rf"\b(?:{EVENT}|sessions?|sesi[óo]n|sess[ãa]o|s[ée]ance|both|all|ambas|todas|it|this|person)s?\b", re.I
)
ALSO = re.compile(
    r"\s*(?:,?\s*\b(?:also|too|each|both|all|tambi[ée]n|tamb[ée]m|[ée]galement|aussi|se|y|y\s+)\b)?\s*,?\s*", re.I
)
JOINED = re.compile(r"(?:[\s,]|\b(?:and|as well as|y|e|et|the|la|el|las|los|le|les|l['’]|o|a)\b)*", re.I)
SENT = re.compile(r"\b(?:from|del?|d[aou]|du)\s+(?:(?:the|la|el|o|a)\s+)?\Z", re.I)
ASIDE = re.compile(r",\s(?:from|of|del?|d[aou])\s(?:(?:the|la|el|o|a)\s+)?\Z", re.I)
ITS = re.compile(r",\s(?:its|their|sus?|un|una|an?|the|el|la|seus?|suas?|uma?|ses?|son|sa)\b")


def subject_countries(prose: str, sentence: Sentence, countries: Sequence[Mention]) -> Iterator[Mention]:
    """The countries of which a sentence says that they came, sent someone or told of themselves."""
    here = [m for m in countries if sentence.start <= m.start < sentence.end]
    for verb in (*CAME.finditer(prose, *_span(sentence)), *SHOWED.finditer(prose, *_span(sentence))):
        object_ = OBJECT.match(prose, verb.end(), sentence.end)
        if object_ is None or AN_EVENT.search(object_["words"]):
            subjects = _before(prose, verb.start(), here)
            if subjects and ASIDE.search(prose, sentence.start, subjects[0].start) and prose[subjects[-1].end] == ",":
                continue  # "Redsail, from Chile, explained"
            yield from subjects
            if subjects and SENT.search(prose, sentence.start, subjects[0].start):
                yield from (m for m in here if SENT.search(prose[: m.start]) and ITS.match(prose, m.end))


def _span(sentence: Sentence) -> tuple[int, int]:
    return sentence.start, sentence.end


def _before(prose: str, at: int, countries: Sequence[Mention]) -> list[Mention]:
    """The countries of an enumeration that ends at an offset."""
    found: list[Mention] = []
    for mention in reversed(countries):
        if mention.end <= at:
            gap = JOINED if found else ALSO
            if not gap.fullmatch(prose, mention.end, at):
                break
            found.append(mention)
            at = mention.start
    return found[::-1]
