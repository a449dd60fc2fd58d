"""What organisations do for an event, as subjects of a sentence: a table of verbs a role, by language.

A deed is a verb, or a verb and what it gives: who "provided the premises" hosted, who "covered the fares" paid. The
verbs of giving say nothing by themselves (a bank provides figures, too), what they give does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.participations.given_things import MONEY, OF_EVENT, ROOM
from ingest.participations.subjects import is_verb, subject_end
from ingest.patterns import phrase

OBJECT = 70  # characters behind a verb in which what it gives is named
ANOTHER = re.compile(  # what is done for another edition
    r"\b(?:next|future|previous|pr[óo]xim[oa]s?|siguientes?|anterior(?:es)?|futur[oa]s?|seguintes?|prochaine?s?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Deed:
    """The role that a verb gives its subject; with `given`, only where something of that kind stands behind it."""

    role: str
    verb: re.Pattern[str]
    given: re.Pattern[str] | None = None

    def found(self, prose: str, start: int, end: int) -> list[int]:
        """The offsets in a part of a text behind which it says so of the names before."""
        return [
            subject_end(prose, start, match.start())
            for match in self.verb.finditer(prose, start, end)
            if is_verb(prose, match.start(), match.end())
            and not ANOTHER.search(_clause(prose, match.end(), end))
            and (self.given is None or self.given.match(_clause(prose, match.end(), end)))
        ]


def _clause(prose: str, at: int, end: int) -> str:
    return re.split(r";|\.\s|, (?:which|who|que|qui)\b", prose[at : min(end, at + OBJECT)])[0]


# endings of finite verbs, in all tenses
ENDS = {
    "en": r"(?:e|es|ed|s|ies|ied)?",
    "es": r"(?:an?|en?|[óo]|aron|i[óo]|ieron|[aei]r[áa]n?|[aei]r[íi]an?|aban?|[íi]an?|ad[oa]|id[oa])",
    "pt": r"(?:am?|em?|ou|aram|eu|eram|iu|iram|[aei]r[áa]|[aei]r[ãa]o|[aei]riam?|avam?|iam?)",
    "fr": r"(?:ent?|era|eront|erai(?:t|ent)|[ée]|i|ira|iront)",
}


def verbs(**stems: str) -> re.Pattern[str]:
    """The finite forms of verbs, their languages side by side.

    >>> bool(verbs(en="host", es="acog").search("y también acogieron"))
    True
    """
    return phrase(*(f"(?:{stem}){ENDS[language]}" for language, stem in stems.items()))


def phrases(*, en: str, es: str, pt: str, fr: str) -> re.Pattern[str]:
    """Turns of phrase behind a subject that are given in full."""
    return phrase(en, es, pt, fr)


ORGANISE = verbs(
    en=r"(?:co-?)?organi[sz]|(?:co-?)?conven|co-?host|co-?sponsor|co-?ordinat|arrang|co-?chair|co-?financ",
    es=r"(?:co-?)?organiz|(?:co-?)?coordin|coauspici|copatrocin|auspici|patrocin|coejecut",
    pt=r"(?:co-?)?organiz|(?:co-?)?coorden|copatrocin|patrocin|coexecut",
    fr=r"(?:co-?)?organis|(?:co-?)?coordonn|coparrain|parrain",
)
HOST = verbs(en="host", es="acog|hosped", pt="acolh|sedi|hosped", fr="accueill|h[ée]berg")
ATTEND = phrases(
    en=r"(?:participate|attend|join)(?:d|ed|s)?(?! by)|take part|took part|taken part|spoke|lectured|talked|"
    r"addressed,?|"
    r"explained|intervened|commented on|(?:was|were|is|are|being|be|been) (?:also )?(?:present|represented(?: by)?|"
    r"in attendance)|"
    r"(?:send|sent) (?:\w+ ){0,3}?(?:person|people|official|expert|delegate|representative|observer|speaker|"
    r"lecturer)s?",
    es=r"particip(?:aron|[óo]|ar[áa]n?)|asisti(?:eron|[óo]|r[áa]n?)|acudi(?:eron|[óo])|concurri(?:eron|[óo])|"
    r"intervin(?:ieron|o)|tom(?:aron|[óo]) parte|(?:estuv(?:o|ieron)) (?:presente|representad[oa])s?(?: por)?|"
    r"(?:envi(?:aron|[óo])) (?:\w+ ){0,3}?(?:person|funcionari|expert|delegad|representante|observador|ponente)\w*|"
    r"expus(?:o|ieron)",
    pt=r"particip(?:aram|ou|ar[áa]|ar[ãa]o)|assisti(?:ram|u)|comparec(?:eram|eu)|intervi(?:eram|eio)|tom(?:aram|"
    r"ou) parte|"
    r"(?:estiveram|esteve) (?:presente|representad[oa])s?(?: por)?|envi(?:aram|ou) (?:\w+ ){0,3}?(?:funcion[áa]ri|"
    r"perit|"
    r"delegad|representante|observador)\w*",
    fr=r"particip(?:[ée]|era|eront|ent)|assist[ée]|[ée]tai(?:t|ent) (?:pr[ée]sente?|repr[ée]sent[ée]e?)s?|pris part|"
    r"sont intervenue?s|envoy[ée] (?:\w+ ){0,3}?(?:fonctionnaire|expert|d[ée]l[ée]gu[ée]|repr[ée]sentant|"
    r"observateur)\w*",
)
INVITED = phrases(
    en=r"be invited|be asked to (?:send|attend|take part|participate|speak)", es=r"ser[áa]n? invitad[oa]s?",
    pt=r"ser(?:[áa]|[ãa]o) convidad[oa]s?", fr=r"ser(?:a|ont) invit[ée]e?s?",
)  # fmt: skip
LEND = phrases(  # that something is given or done, whatever it is
    en=r"(?:provide|offer|supplie|contribute|facilitate|donate|grant|cover|finance|fund|defraye|certifie|prepare|"
    r"design|deliver|conduct|manage|moderate|chair|sponsor|support|assist|back|house)(?:d|s|ed)?|"
    r"supply|defray|certify|lends?|lent|pa(?:id|ys?)|bore|bears?|t(?:aught|each(?:es)?)|g(?:ave|ives?)|runs?|"
    r"ran|carr(?:y|ied|ies) out|ma(?:ke|kes|de) available|placed? at (?:the|their|its|our) disposal|brought|brings?|"
    r"(?:took|takes?) (?:charge|care) of|(?:was|were|is|are|be) (?:in charge of|responsible for)|dealt with|saw to|"
    r"(?:has|have|was|were) (?:also )?been asked for|(?:gathers?|gathered)",
    es=r"(?:facilit|aport|financ|cubr|sufrag|cost|don|otorg|prest|proporcion|suministr|ofrec|brind|ced|dict|impart|"
    r"prepar|moder|certific|apoy|respald|ejecut|reun|contribuy|pag|dirig|dise[ñn])"
    r"(?:an?|en?|[óo]|i?[óo]|aron|ieron|eron|[aei]r[áa]n?|[aei]r[íi]an?|ad[oa]|id[oa])|pus(?:o|ieron) a disposici[óo]n|"
    r"se (?:ocup(?:[óo]|aron|ar[áa]n?)|encarg(?:[óo]|aron|ar[áa]n?)|hi(?:zo|cieron) cargo) del?|"
    r"(?:estuv(?:o|ieron)|tuv(?:o|ieron)) a (?:su )?cargo|corr(?:i[óo]|ieron) con",
    pt=r"(?:facilit|aport|financi|cobr|custe|do|conced|prest|proporcion|forneç|fornec|oferec|ced|ministr|prepar|moder|"
    r"certific|apoi|execut|lev|reun|contribu|pag)(?:am?|em?|ou|aram|eu|eram|iu|[íi]ram|[aei]r[áa]|[aei]r[ãa]o)|"
    r"colocou [àa] disposi[çc][ãa]o|(?:encarreg(?:ou|aram)-se|se encarreg(?:ou|aram)) d[eoa]s?|arc(?:ou|aram) com",
    fr=r"(?:fourni|offert|pr[êe]t[ée]|financ[ée]|couvert|pay[ée]|appuy[ée]|soutenu|pr[ée]par[ée]|anim[ée]|donn[ée]|"
    r"assur[ée]|certifi[ée]|vers[ée]|accord[ée]|r[ée]uni|mis [àa] disposition)|(?:charg[ée]e?s?) d[eu]s?|"
    r"(?:fournira|offrira|pr[êe]tera|financera|couvrira|assurera|animera|appuiera)(?:ent|ont)?",
)


PAY = phrases(
    en=r"(?:(?:co-?)?financ|fund|sponsor|bankroll)(?:e?[ds])?|paid for|pays? for",
    es=r"(?:co)?financi?(?:an?|[óo]|aron|ar[áa]n?|ar[íi]an?)|sufrag(?:an?|[óo]|aron|ar[áa]n?)|coste(?:an?|[óo]|aron|"
    r"ar[áa]n?)",
    pt=r"(?:co)?financi(?:am?|ou|aram|ar[áa]|ar[ãa]o)|custe(?:ia|ou|aram|ar[áa])",
    fr=r"(?:co)?financ(?:e|ent|[ée]|era|eront)",
)


def _being(what: str, en: str, es: str, pt: str, fr: str) -> re.Pattern[str]:
    """ "Acted as host", "is partner", ", co-organiser of", the nouns being given."""
    return phrase(
        rf"(?:act(?:s|ed)?|serve[ds]?|(?:was|were|is|are|be)(?: (?:again|also))?)(?: as)? (?:the |an? |"
        rf"one of the )?{what}(?:{en})s?",
        rf"(?:as|together as) (?:the |an? )?{what}(?:{en})s?",
        rf"(?:act(?:[úu]a|u[óo]|uaron|uar[áa]n?)|fung(?:e|i[óo]|ieron|ir[áa]n?)|fue(?:ron)?|es|son|"
        rf"ser[áa]n?)(?: como)? "
        rf"(?:el |la |l[oa]s |una? )?{what}(?:{es})",
        rf"(?:como|en calidad de) (?:el |la )?{what}(?:{es})",
        rf"(?:atu(?:a|ou|aram|ar[áa])|foi|foram|[ée]|s[ãa]o|ser[áa]|ser[ãa]o)(?: como)? (?:o |a |os |as |"
        rf"uma? )?{what}(?:{pt})",
        rf"(?:a agi|ont agi|[ée]tai(?:t|ent)|est|sont|sera|seront)(?: comme| en tant qu[e'’])? ?(?:le |la |les |l['’]|"
        rf"une? )?{what}(?:{fr})",
    )


DEEDS: tuple[Deed, ...] = (
    Deed("host", _being("", r"host(?: institution| country)?|venue", "anfitri[oó]n[ae]?s?|sedes?",
    r"anfitri[ãaõo][oe]?s?", "h[ôo]tes?")),
    Deed("partner", _being(
        "(?:co-?)?", r"organi[sz]er|partner|counterpart|sponsor|convener|technical secretariat", r"organizador[ae]?s?|"
        r"soci[oa]s?|"
        r"contrapartes?|(?:co)?auspiciador[ae]?s?|(?:co)?patrocinador[ae]?s?",
        r"organizador[ae]?s?|parceir[oa]s?|contrapartes?", r"organisat(?:eur|rice)s?|partenaires?",
    )),
    Deed("funder", _being("", "funder|donor|financer", "financiador[ae]?s?|donantes?", "financiador[ae]?s?|"
    "doador[ae]?s?", "bailleurs? de fonds|donat(?:eur|rice)s?")),
    Deed("participant", _being("", "speaker|observer|guest|panell?ist|lecturer", "ponentes?|observador[ae]?s?|"
    "invitad[oa]s?|panelistas?|expositor[ae]?s?",
                               "palestrantes?|observador[ae]?s?|convidad[oa]s?|panelistas?", "intervenant[es]*|"
                               "observat(?:eur|rice)s?|invit[ée]e?s?")),
    Deed("host", HOST),
    Deed("funder", PAY, OF_EVENT),
    Deed("funder", PAY, MONEY),
    Deed("partner", ORGANISE),
    Deed("host", LEND, ROOM),
    Deed("funder", LEND, MONEY),
    Deed("partner", LEND, OF_EVENT),
    Deed("participant", ATTEND),
    Deed("participant", INVITED),
)  # fmt: skip
