"""How many people took part: the number that a line counts, else one that a sentence tells of those who came."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest import patterns
from ingest.activities.telling import other_edition
from ingest.activities.text import ActivityText, Fact
from ingest.activities.years import dated_in
from ingest.dates import find_dates
from ingest.numerals import NUMERAL, number_of
from ingest.words import either

FEW = 10  # experts or delegates; fewer are those who spoke, not those who came

ANYONE: dict[str, str] = {  # whoever comes
    "en": r"participants?|people|persons?|attendees|enrol(?:l)?ees|trainees|students|registrants",
    "es": r"participantes|personas|asistentes|inscritos|alumn[oa]s|estudiantes|cursantes|egresados",
    "pt": r"participantes|pessoas|inscritos|alun[oa]s|estudantes|cursistas|formandos",
    "fr": r"participants?|participantes|personnes|inscrits|stagiaires|[ée]tudiants|auditeurs",
}
PEOPLE: dict[str, str] = {  # who come for what they are
    "en": r"(?:government |public )?officials|officers|representatives|experts|specialists|delegates|entrepreneurs|"
    r"businesspeople|businessmen|advis[eo]rs|consultants|young people|youths|journalists|women|farmers|growers|"
    r"business ?owners|managers|executives|technicians|professionals|civil servants|"
    r"public servants|authorities|researchers|academics|teachers|members|negotiators|observers|visitors|guests",
    "es": r"funcionari[oa]s|representantes|expert[oa]s|especialistas|delegad[oa]s|empresari[oa]s|emprendedor[ea]s|"
    r"emprendedores|gerentes|ejecutiv[oa]s|t[ée]cnic[oa]s|profesionales|servidor[ea]s p[úu]blic[oa]s|"
    r"servidores p[úu]blicos|autoridades|investigador[ea]s|acad[ée]mic[oa]s|docentes|directiv[oa]s|"
    r"microempresari[oa]s|asesor[ea]s|consultor[ea]s|j[óo]venes|periodistas|mujeres|agricultor[ea]s|negociador[ea]s|"
    r"observador[ea]s|invitad[oa]s",
    "pt": r"funcion[áa]ri[oa]s|representantes|peritos|especialistas|delegad[oa]s|empres[áa]ri[oa]s|"
    r"empreendedor[ea]s|gerentes|executiv[oa]s|t[ée]cnic[oa]s|profissionais|servidores p[úu]blicos|servidores|"
    r"autoridades|pesquisador[ea]s|acad[êe]mic[oa]s|docentes|gestor[ea]s|assessor[ea]s|consultor[ea]s|jovens|jornalistas|"
    r"mulheres|agricultor[ea]s|convidad[oa]s",
    "fr": r"fonctionnaires|repr[ée]sentante?s|expert[e]?s|sp[ée]cialistes|d[ée]l[ée]gu[ée]e?s|entrepreneurs|"
    r"dirigeants|cadres|techniciens|professionnels|chercheurs|universitaires|enseignants|n[ée]gociateurs|"
    r"conseillers|consultants|jeunes|journalistes|femmes|agriculteurs|invit[ée]s",
}
# one or two words between the number and the people, and none that begins another phrase
BETWEEN = (
    r"(?:(?!(?:of|from|with|and|in|de|del|con|y|en|por|para|com|e|em|do|da|des?|et|avec|per|percent)\b)[\w'’-]+ ){0,2}?"
)
WHO = rf"{BETWEEN}(?:{either(ANYONE)}|{either(PEOPLE)})"
OF_SOME = r"(?:(?<=aine\s)|(?<=ena\s)|(?<=enar\s))(?:de |d['’])"  # "une trentaine de", "un centenar de"
COUNTED = patterns.spaced(
    rf"(?<![\w$€.,/º°-])(?P<count>{NUMERAL}) (?:{OF_SOME})?{BETWEEN}"
    rf"(?:(?P<anyone>{either(ANYONE)})|(?:{either(PEOPLE)}))(?!\w)"
)
BARE = patterns.spaced(  # "attended by 76", "participants numbered 76": the number needs no people behind it
    rf"(?:attended by|in attendance:?|attendance (?:of|was)|(?:asistencia|presencia) (?:fue )?de|frequ[êe]ncia de)"
    rf" (?:some |about |unos |unas |cerca de )?(?P<count>{NUMERAL})(?=\s*[.;,)\n]|\Z)"
)
TOTALLED = patterns.spaced(  # "the total of participants rose to 76", "the trainees, who numbered 76"
    rf"(?:{either(ANYONE)})(?:(?:, )?(?:who|que|qui))? (?:in all |en total )?(?:"
    + either(
        {
            "en": r"(?:was|were|numbered|totall?ed|rose to|came to|reached|amounted to|stood at)",
            "es": r"(?:fue de|fueron|suman|sumaron|totalizaron|ascendi[óo] a|lleg[óo] a|se elev[óo] a|alcanz[óo])",
            "pt": r"(?:foi de|foram|somaram|totalizaram|ascendeu a|chegou a|elevou-se a|alcan[çc]ou)",
            "fr": r"(?:a [ée]t[ée] de|[ée]taient|s['’](?:est [ée]lev[ée]|[ée]levait) [àa]|a atteint)",
        }
    )
    + rf")(?: (?:some|about|unos|unas|cerca de|quelque))? (?P<count>{NUMERAL})(?! ?(?:%|per ?cent|por ciento))(?!\w)"
)
CAME: dict[str, str] = {
    "en": r"attend(?:ed|ance|ing)|took part|taking part|participated|participation|participating|(?:was|were) present|"
    r"presence|joined|gathered|brought together|bringing together|convened|assembled|drew|attracted|enrolled|"
    r"registered|(?:was|were) trained|trained|benefit(?:ed|ted)|connected|followed|"
    r"passed (?:the|this|it)|took (?:the|this|it)|"
    r"obtained (?:the|a) |competed|welcomed|received|came|"
    r"registration|there were|graduated|completed|comprised|reached",
    "es": r"asisti(?:[óo]|eron)|asistencia|particip(?:[óo]|aron|aci[óo]n)|acudi(?:[óo]|eron)|concurri(?:[óo]|eron)|"
    r"concurrencia|estuv(?:o|ieron) presentes?|presencia|reuni(?:[óo]|eron)|congreg(?:[óo]|aron)|convoc(?:[óo]|aron)|"
    r"cont[óo] con|inscri(?:bi[óo]|bieron|ptos)|inscritos|se dieron cita|capacit(?:[óo]|aron|ad[oa]s?)|"
    r"form(?:[óo]|aron)|benefici(?:[óo]|aron)|conect(?:[óo]|aron)|tom(?:[óo]|aron) parte|sigui(?:[óo]|eron)|"
    r"aprob(?:[óo]|aron) (?:el|la|este|esta)|curs(?:[óo]|aron)|culmin(?:[óo]|aron)|conclu(?:y[óo]|yeron)|obtuvieron|"
    r"proven[íi]an|compitieron|hubo|sum(?:[óo]|aron)|graduaron|egresaron|matricul\w+|recibi[óo]",
    "pt": r"particip(?:ou|aram|a[çc][ãa]o)|assist(?:iu|iram)|compareceram|compareceu|presen[çc]a|estiveram presentes|"
    r"reuni(?:u|ram)|congreg(?:ou|aram)|cont(?:ou|aram) com|inscrev(?:eu|eram)|inscri(?:[çc][õo]es|tos)|"
    r"tom(?:ou|aram) parte|capacit(?:ou|aram|ad[oa]s?)|treinad[oa]s|benefici(?:ou|aram)|houve|conect(?:ou|aram)|"
    r"conclu(?:iu|[íi]ram)(?:-n[oa])?|curs(?:ou|aram)|obtiveram|foram aprovad[oa]s|vieram|vinham|competiram|"
    r"matricul\w+|acolheu|recebeu",
    "fr": r"(?:a|ont) (?:particip[ée]|assist[ée]|pris part|suivi|accueilli|r[ée]uni|rassembl[ée]|compt[ée]|form[ée]|"
    r"re[çc]u|attir[ée])|participation|pr[ée]sence|[ée]taient pr[ée]sente?s|inscrite?s|ont [ée]t[ée] form[ée]e?s|"
    r"(?:l['’]|les )?ont suivi|ont achev[ée]|ont obtenu|ont r[ée]ussi|"
    r"venaient|ont concouru|"
    r"se sont (?:inscrits|r[ée]unis)|r[ée]unissant|rassemblant|il y avait",
}
HAS_COME = patterns.spaced(rf"\b(?:{either(CAME)})(?!\w)")
WITH = patterns.spaced(  # "with 45 attendees", "a total of 45 participants"
    either(
        {
            "en": r"\b(?:with|by|total of|in all|altogether)(?: (?:the )?(?:more than|over|some|about|nearly))? \Z",
            "es": r"\b(?:con|por|total de|en total)(?: (?:m[áa]s de|unos|unas|alrededor de|cerca de|casi))? \Z",
            "pt": r"\b(?:com|por|total de|ao todo)(?: (?:mais de|uns|umas|cerca de|quase))? \Z",
            "fr": r"\b(?:avec|par|total de|au total)(?: (?:plus de|quelque|environ|pr[èe]s de))? \Z",
        }
    )
)
GIVEN_TO = patterns.spaced(  # "the course was offered free of charge to 45 advisers"
    either(
        {
            "en": r"\b(?:offered|given|delivered|taught|run)\b[^.;]{0,160}? (?:to|for)(?: (?:some|about|over))? \Z",
            "es": r"\b(?:dictad|impartid|ofrecid|dirigid)[oa]s?\b[^.;]{0,160}? a(?: (?:unos|unas|cerca de))? \Z",
            "pt": r"\b(?:ministrad|oferecid|dirigid|dad)[oa]s?\b[^.;]{0,160}? a(?: (?:uns|umas|cerca de))? \Z",
            "fr": r"\b(?:dispens|donn|offert|propos)(?:[ée]e?s?|e?s?)\b[^.;]{0,160}? [àa](?: (?:quelque|environ))? \Z",
        }
    )
)
THE = patterns.spaced(r"(?:\A|[.;,] )\W*(?:the|los|las|os|as|les) \Z")  # "The 39 attendees worked in ports."
IN_ALL = patterns.spaced(r"\A (?:altogether|in all|in total|overall|en total|en conjunto|ao todo|no total|au total)\b")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
NOT_SO = patterns.spaced(  # what is expected, aimed at, or a part of those who came
    r"(?:"
    + either(
        {
            "en": r"\b(?:will|would|expected|aim(?:s|ed)?|target|goal|of (?:whom|which|them)|each|per|capacity for|"
            r"according to|not)\b",
            "es": r"\b(?:\w+rán?|espera(?:ba)?|prev[ée]|meta|de l[oa]s cuales|cada|por ciento|seg[úu]n|aforo|"
            r"(?<!-)no (?:se|pud|asist|particip|fue|hubo|lleg)\w*)\b",
            "pt": r"\b(?:espera(?:va)?|prev[êe]|meta|d[oa]s quais|cada|segundo|capacidade para|n[ãa]o)\b",
            "fr": r"\b(?:pr[ée]voit|objectif|dont|chaque|selon|attendus?|capacit[ée] de)\b",
        }
    )
    + r")[^.;:]{0,60}\Z"
)
EXPECTED = patterns.spaced(  # said behind the number: they have not come yet
    either(
        {
            "en": r"\A[^.;:,]{0,20}\b(?:(?:are|is|were) (?:expected|invited|to be)|will|would)\b",
            "es": r"\A[^.;:,]{0,20}\b(?:ser[áa]n|se espera|fueron invitad[oa]s)\b",
            "pt": r"\A[^.;:,]{0,20}\b(?:ser[ãa]o|s[ãa]o esperad[oa]s|foram convidad[oa]s)\b",
            "fr": r"\A[^.;:,]{0,20}\b(?:seront|sont attendu[e]?s|[ée]taient invit[ée]e?s)\b",
        }
    )
)


def read_participants(text: ActivityText) -> Fact | None:
    """The number that a line counts, a total before a part; else the first that a sentence tells of those who came."""
    return _counted_by_line(text) or next(_told(text), None)


def _counted_by_line(text: ActivityText) -> Fact | None:
    counts = list(patterns.PARTICIPANTS.finditer(text.prose, *text.span))
    match = next((count for count in counts if count["total"]), next(iter(counts), None))
    if match is None:
        return None
    line_start = text.prose.rfind("\n", 0, match.start()) + 1
    line = text.prose[line_start : text.span[1]].split("\n", 1)[0]
    end = max(match.end(), line_start + len(line.rstrip()))
    return Fact(re.sub(r"\D", "", match["count"]), line_start, end, "participants-line")


def _told(text: ActivityText) -> Iterator[Fact]:
    if text.planned:
        return
    for start, end in text.sentences:
        sentence = text.prose[start:end]
        found = [match for match in COUNTED.finditer(sentence) if _attended(sentence, match)]
        for match in found or [*BARE.finditer(sentence), *TOTALLED.finditer(sentence)]:
            number = number_of(match["count"])
            if number and not _of_another(text, sentence):
                yield text.fact(str(number), start + match.start(), start + match.end(), "told-as-attending")


def _attended(sentence: str, match: re.Match[str]) -> bool:
    """True in "it gathered 40 pilots' delegates" and "with 12 attendees", not in "a school for 40 people"."""
    before = sentence[: match.start()]
    number = number_of(match["count"])
    few = number is None or number < (2 if match["anyone"] else FEW)
    if few or NOT_SO.search(before) or EXPECTED.search(sentence[match.end() :]):
        return False
    known = match["anyone"] and THE.search(before)
    behind = IN_ALL.search(sentence[match.end() :])
    return bool(known or behind or HAS_COME.search(sentence) or WITH.search(before) or GIVEN_TO.search(before))


def _of_another(text: ActivityText, sentence: str) -> bool:
    """True for a sentence on another edition, or on a date of years that the document doesn't cover."""
    dates = find_dates(sentence)
    past = dates and not any(dated_in(date, text.about) for date in dates)
    years = [int(year) for year in YEAR.findall(sentence)]
    first = text.about.period_start
    early = bool(years and first) and max(years) < int(str(first)[:4])
    return bool(past) or early or other_edition(sentence, text.unit.title)
