"""Tellings: the dates by which a sentence says that an event was held, and not what else was done on a day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest import patterns
from ingest.activities.status_patterns import STATUS
from ingest.activities.verbs import VERB
from ingest.dates import DateSpan, find_dates
from ingest.words import MEETING, either
from search.passages import Span

CLAUSE = re.compile(rf";|\n(?=\s*{patterns.BULLET})|(?<=\s)(?:\(?[ivx]{{1,4}}\)|\(?[a-h]\))(?=\s)")
ITEM = re.compile(r"\([ivx]{1,4}\)\Z|\b[ivx]{1,4}\)\Z")  # "iii)": what is listed is the activity's own
NOT_ON = re.compile(
    r"\b(?:since|until|by|before|after|following|prior to|as of|later than|beginning|starting|dated|desde|hasta|"
    r"a partir de|antes de|despu[ée]s de|at[ée]|ap[óo]s|depuis|jusqu['’][àa]u?|avant|apr[èe]s|[àa] partir d[eu])"
    r"\s+(?:(?:the|el|le|o|l)\s+)?\Z".replace(" ", r"\s+"),
    re.IGNORECASE,
)
COUNCIL = re.compile(either(MEETING), re.IGNORECASE)
EDITION = re.compile(rf"\b(?P<number>[IVXLC]+)\s+(?:[\w-]+\s+){{0,7}}?{patterns.EVENT}\b", re.IGNORECASE)
SUBJECT = re.compile(  # "This seminar, ...", and "The seminar on tides, ..." where the comma says that it is known
    rf"\A\W*(?:\w+:\s*)?(?:(?:\w+\s+){{0,2}}?{patterns.THIS}\b|{patterns.THE_EVENT}\b[^,;]{{0,60}},\s*\Z)",
    re.IGNORECASE,
)
OBLIQUE = re.compile(r"\A\W*(?:at|in|during|after|on|prior|for|en|durante|a|em|na|lors|pendant)\b", re.IGNORECASE)
IS_EVENT = re.compile(rf"\b{patterns.EVENT}\b", re.IGNORECASE)
ORGANISED = re.compile(r"organi|convened|conducted|carried|hosted", re.IGNORECASE)
OWN = re.compile(r"\b(?:SELA|Secretariat)\b")  # "The Secretariat organised in Lima ...": no participle
PRESENTATION = re.compile(  # a heading whose occasion is the day on which a work is shown
    either(
        {
            "en": r"\A\W*(?:presentation|launch(?:ing)?|unveiling|inauguration|opening)\b",
            "es": r"\A\W*(?:presentaci[óo]n|lanzamiento|inauguraci[óo]n)\b",
            "pt": r"\A\W*(?:apresenta[çc][ãa]o|lan[çc]amento|inaugura[çc][ãa]o)\b",
            "fr": r"\A\W*(?:pr[ée]sentation|lancement|inauguration)\b",
        }
    ),
    re.IGNORECASE,
)
SAME_NAME = re.compile(  # an event that bears the name of the heading, after a study told first
    either(
        {
            "en": r"\bof\s+the\s+same\s+(?:name|title)\b",
            "es": r"\b(?:del\s+mismo\s+(?:nombre|t[íi]tulo)|hom[óo]nim[oa])\b",
            "pt": r"\b(?:d[eo]\s+mesmo\s+(?:nome|t[íi]tulo)|hom[ôo]nim[oa])\b",
            "fr": r"\b(?:du\s+m[êe]me\s+(?:nom|titre)|homonyme)\b",
        }
    )
    + r"[^.;]{0,60}\Z",
    re.IGNORECASE,
)
HEADLINE = re.compile(  # "Workshop in two parts, ...": what it is, told without a verb or an article before it
    r"\A\W*(?:(?!(?:the|an?|on|in|at|by|for|to|of|with|after|during|as|el|la|los|las|una?|en|al?|por|para|tras|del?|con|"
    r"durante|como|os?|as|uma?|n[ao]|em|ap[óo]s|com|d[ao]|les?|une?|dans|lors|apr[èe]s|avec|au|du|pour)\b|l['’])"
    rf"[\w-]+\s+){{0,3}}?(?<![\w'’]){patterns.EVENT}\b[^.;]*\Z",
    re.IGNORECASE,
)
TO_COME = re.compile(r"\A(?:to\s+be|scheduled|a\s+\w+(?:arse|ar-se|ir-se)|pr[ée]vue?|programad|previst)", re.IGNORECASE)
DEBATED = re.compile(  # what people do who have met, behind a date that opens the sentence
    either(
        {
            "en": r"\b(?:discussed|debated|exchanged|examined|conversed)\b",
            "es": r"\b(?:debatieron|discutieron|intercambiaron|examinaron|conversaron|dialogaron)\b",
            "pt": r"\b(?:debateram|discutiram|intercambiaram|trocaram|examinaram|conversaram|dialogaram)\b",
            "fr": r"\bont\s+(?:d[ée]battu|discut[ée]|[ée]chang[ée]|examin[ée]|dialogu[ée])\b",
        }
    ),
    re.IGNORECASE,
)
VISIT = re.compile(  # a heading whose occasion is the journey itself
    either(
        {
            "en": r"\b(?:visits?|missions?|tours?|trip|journey)\b",
            "es": r"\b(?:visitas?|misi[óo]n(?:es)?|gira|recorrido|viaje)\b",
            "pt": r"\b(?:miss[ãa]o|miss[õo]es|viagem|turn[êe])\b",
            "fr": r"\b(?:visites?|voyage|tourn[ée]e)\b",
        }
    ),
    re.IGNORECASE,
)
ANEW = re.compile(  # "discussed at an expert meeting that ...": an event that the sentence itself brings up
    either(
        {
            "en": r"\b(?:at|in|during|by) an? ",
            "es": r"\b(?:en|durante) un[ao]? ",
            "pt": r"\b(?:n?uma?|em uma?|durante uma?) ",
            "fr": r"\b(?:lors d['’]|[àa] |au cours d['’]|pendant )une? ?",
        }
    ).replace(" ", r"\s+")
    + rf"(?:[\w-]+\s+){{0,3}}?{patterns.EVENT}\b[^.;]{{0,80}}\Z",
    re.IGNORECASE,
)
NEXT_ONE = re.compile(  # "The next meeting will be held", "The group will meet again": not the one that is told
    either(
        {
            "en": r"\b(?:next|following|coming|subsequent|future) (?:\w+ ){0,3}?EVENT\b|\b(?:again|once more)\b",
            "es": r"\b(?:pr[óo]xim[oa]s?|siguientes?|futur[oa]s?) (?:\w+ ){0,2}?EVENT\b|"
            r"\bEVENT (?:\w+ ){0,2}?(?:siguiente|pr[óo]xim[oa])\b|\b(?:de nuevo|nuevamente|otra vez|volver[áa]n?)\b",
            "pt": r"\b(?:pr[óo]xim[oa]s?|seguintes?|futur[oa]s?) (?:\w+ ){0,2}?EVENT\b|"
            r"\bEVENT (?:\w+ ){0,2}?(?:seguinte|pr[óo]xim[oa])\b|\b(?:de novo|novamente|voltar[áa]|outra vez)\b",
            "fr": r"\b(?:prochaine?s?|suivante?s?|futures?) (?:\w+ ){0,2}?EVENT\b|"
            r"\bEVENT (?:\w+ ){0,2}?(?:suivante?|prochaine?)\b|\b(?:[àa] nouveau|de nouveau)\b",
        }
    )
    .replace("EVENT", patterns.EVENT)
    .replace(" ", r"\s+"),
    re.IGNORECASE,
)
TELLING = ("held", "will", "joined", "visited")
NAME_BEFORE = re.compile(r"[\"”»)*_]\s*\Z")


@dataclass(frozen=True)
class Telling:
    """A date of an event, the clause that tells it, whether as still to come, and whether of someone else's event."""

    date: DateSpan
    clause: Span
    ahead: bool = False
    joined: bool = False


def find_tellings(sentence: str, heading: str) -> Iterator[Telling]:
    """The dates at which a sentence says that the event of a heading was held.

    >>> said = "The bylaws were signed on 2 May, and the IV Meeting of Pilots was held on 3 May."
    >>> [telling.date.start for telling in find_tellings(said, "IV Meeting of Pilots")]
    ['--05-03']
    """
    if other_edition(sentence, heading):
        return
    verbs = list(VERB.finditer(sentence))
    for date in find_dates(sentence):
        before = [verb for verb in verbs if verb.end() <= date.at]
        after = next((verb for verb in verbs if verb.start() >= date.to), None)
        kind = _kind(sentence, before) if before else _fronted(sentence, date, after)
        if kind is None and before and before[-1].lastgroup == "fronted" and PRESENTATION.search(heading):
            kind = "held"
        if kind == "visited":
            kind = "held" if VISIT.search(heading) else None
        clause = clause_around(sentence, date.at, date.to)
        later = kind == "will" and NEXT_ONE.search(sentence)
        if kind and not later and not _elsewhere(sentence, date, clause):
            joined = kind == "joined" and not ITEM.search(sentence[: clause[0]])
            yield Telling(date, clause, ahead=kind == "will", joined=joined)


def _kind(sentence: str, verbs: list[re.Match[str]]) -> str | None:
    """What the verbs before a date make of it: held, will or joined; None where it dates something else."""
    kinds = [str(verb.lastgroup) for verb in verbs]
    last = kinds[-1]
    if last != "bare":
        return last if last in TELLING else None
    own = [kind for kind in kinds[:-1] if kind in TELLING]
    if kinds[-2:-1] == ["moved"]:
        return None
    if own:
        return own[0] if own[0] != "joined" else next((kind for kind in own if kind != "joined"), "joined")
    before = sentence[: verbs[-1].start()]
    if set(kinds) == {"bare"} and _is_headline(sentence, verbs[0].start()):
        return "will" if TO_COME.match(verbs[0].group()) else "held"
    opens = not before.strip(' *_"“')  # "Held in Lima on 3 May, the seminar ..."
    active = len(kinds) == 1 and ORGANISED.match(verbs[0].group()) and OWN.search(before)
    anew = (set(kinds) == {"bare"} and ANEW.search(before)) or SAME_NAME.search(before)
    return "held" if opens or active or anew or (SUBJECT.search(before) and not OBLIQUE.search(before)) else None


def _fronted(sentence: str, date: DateSpan, after: re.Match[str] | None) -> str | None:
    """What the first verb behind an opening date makes of it: "On 3 May the Office presented ... at the forum"."""
    kind = after.lastgroup if after else None
    if kind in (None, "bare") and _is_headline(sentence, date.at):  # "Course, from 3 to 5 May, given with ..."
        return "held"
    if kind is None and DEBATED.search(sentence, date.to):
        return "held" if IS_EVENT.search(sentence) or patterns.VIRTUAL.search(sentence) else None
    if kind == "fronted":
        return "held" if IS_EVENT.search(sentence) else None
    return kind if kind in TELLING else None


def _is_headline(sentence: str, end: int) -> bool:
    """True for "Workshop in two parts: " up to an offset, and not in "Activity moved to 2030"."""
    return bool(HEADLINE.match(sentence[:end])) and not any(said.search(sentence) for said in STATUS.values())


def _elsewhere(sentence: str, date: DateSpan, clause: Span) -> bool:
    """True for "since 3 May", a meeting of the Council, and what stands in brackets behind no name."""
    before = sentence[clause[0] : date.at]
    bracket = before.rfind("(")
    in_brackets = bracket > before.rfind(")")
    return (
        bool(NOT_ON.search(sentence[: date.at]))
        or bool(COUNCIL.search(before))
        or (in_brackets and not NAME_BEFORE.search(before[:bracket]))
    )


def other_edition(sentence: str, heading: str) -> bool:
    """True where a sentence tells of the II Meeting, and the heading is of the III."""
    own = {match["number"].upper() for match in EDITION.finditer(heading)}
    told = {match["number"].upper() for match in EDITION.finditer(sentence)}
    return bool(own and told and not own & told)


def clause_around(sentence: str, start: int, end: int) -> Span:
    """The part of an enumeration that holds a span: "in Chile, on 4 June; in Peru, on 6 June"."""
    stops = list(CLAUSE.finditer(sentence))
    first = max((stop.end() for stop in stops if stop.end() <= start), default=0)
    return first, min((stop.start() for stop in stops if stop.start() >= end), default=len(sentence))
