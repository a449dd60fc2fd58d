"""Status: what became of an activity, as its text says, and the year that it was moved to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.activities.narration import Occasion
from ingest.activities.text import ActivityText, Fact
from ingest.activities.verbs import VERB
from ingest.date_words import ORDINAL, PART, RELATIVE_YEARS
from ingest.patterns import EVENT, THE_EVENT, THIS, phrase
from ingest.words import MONTH, either
from kg.terms import fold
from search.passages import Span

SHORT = 1_200  # characters: an activity so short is all header where its status is concerned

NEXT_YEAR = either(RELATIVE_YEARS["next"]).replace(r"\s+", " ")
TO_YEAR = rf"(?:[^.]{{0,60}}?\b(?:20\d\d|{NEXT_YEAR}))?"

# language -> a time that something is moved to, so that "moved to Lima" is none
WHEN: dict[str, str] = {
    "en": rf"(?:the )?(?:(?:{ORDINAL}) (?:{PART}) of )?(?:(?:{MONTH}) (?:of )?)?(?:20\d\d|{NEXT_YEAR})",
    "es": rf"(?:el )?(?:(?:{ORDINAL}) (?:{PART}) de )?(?:(?:mes de )?(?:{MONTH}) de )?(?:20\d\d|{NEXT_YEAR})",
    "pt": rf"(?:o )?(?:(?:{ORDINAL}) (?:{PART}) de )?(?:(?:{MONTH}) de )?(?:20\d\d|{NEXT_YEAR})",
    "fr": rf"(?:l[ea'’] ?)?(?:(?:{ORDINAL}) (?:{PART}) (?:de )?)?(?:(?:{MONTH}) (?:de )?)?(?:20\d\d|{NEXT_YEAR})",
}
MOVED = phrase(  # said without a word that means nothing else: moved, left, carried over to another year
    rf"(?:moved|left|transferred|carried (?:over|forward)|pushed back|put off|postponed) (?:to|for|until|into) {WHEN['en']}",
    rf"(?:propose[ds]?|offered|agreed|decided|planned) to (?:hold|organi[sz]e|conduct|carry out) it (?:in|for|during) {WHEN['en']}",
    rf"(?:se )?(?:traslad|transfir|pas|dej|qued|corr)(?:[óoaá]|i[óo]|ad[oa]|ar|arl[oa])(?: pendiente)? (?:a|para|hasta) {WHEN['es']}",
    rf"(?:trasladar|posponer|aplazar|diferir|postergar|reprogramar|realizar|celebrar|dejar)l[oa] (?:a|para|en|hasta) "
    rf"{WHEN['es']}",
    rf"(?:transferid|deixad|mudad|remarcad|passad)[oa] para {WHEN['pt']}|fic(?:ou|a) para {WHEN['pt']}",
    rf"(?:adi[áa]|transferi|deix[áa]|realiz[áa]|mud[áa]|reprogram[áa])-l[oa] (?:para|em) {WHEN['pt']}",
    rf"(?:d[ée]plac[ée]|transf[ée]r[ée]|renvoy[ée]|repouss[ée]|remis|laiss[ée])e? (?:[àa]|au|pour|en) {WHEN['fr']}",
    rf"l(?:e |a |['’])(?:reporter|organiser|tenir|diff[ée]rer|renvoyer) (?:[àa]|au|en) {WHEN['fr']}",
)

STATUS: dict[str, re.Pattern[str]] = {
    "rescheduled": phrase(
        r"(?:(?:was|is|has been|been|were) )?(?:re-?scheduled|postponed|deferred|put off)\b" + TO_YEAR,
        r"(?:se (?:reprogram(?:a|[óo]|ar[áa])|pospus?o|difiri[óo]|aplaz[óo])|"
        r"(?:fue |ha sido )?(?:reprogramad|pospuest|diferid|aplazad|postergad)[oa])\b" + TO_YEAR,
        r"(?:foi )?(?:reprogramad|adiad|reagendad|postergad)[oa]\b" + TO_YEAR,
        r"(?:a [ée]t[ée] |est )?(?:report[ée]|reprogramm[ée]|ajourn[ée]|diff[ée]r[ée])e?\b" + TO_YEAR,
    ),
    "suspended": phrase(
        r"(?:(?:was|has been|is) )?(?:suspended|cancelled|canceled)",
        r"(?:fue |ha sido |qued[óo] )?(?:suspendid|cancelad)[oa]|se (?:suspendi[óo]|cancel[óo])",
        r"(?:foi )?(?:suspens|cancelad)[oa]",
        r"(?:a [ée]t[ée] )?(?:suspendue?|annul[ée]e?)",
    ),
    "not-implemented": phrase(
        r"(?:was|has been|could|did) not (?:yet |be )?(?:implemented|carried out|executed|held|conducted|take place)",
        r"(?:could|can) not be (?:started|begun|launched|prepared|undertaken|organi[sz]ed|completed|given|delivered)",
        r"not (?:yet )?(?:implemented|carried out|executed|held|conducted|undertaken)",
        r"no (?:se )?(?:fue |pudo (?:ser )?|ha sido )?(?:ejecut|realiz|celebr|efectu)\w+|"
        r"no (?:se |pud\w+ )(?:inici|comenz|organiz|dict)\w+",
        r"no (?:se llev[óo] a cabo|pudo llevarse a cabo|tuvo lugar)",
        r"n[ãa]o (?:foi |p[ôo]de ser |chegou a ser )?(?:execut|realiz|implement|organiz|inici)ad[oa]|n[ãa]o se realizou",
        r"n['’]a (?:pas|pu) (?:[ée]t[ée] |[êe]tre )?(?:mise? en (?:œ|oe)uvre|r[ée]alis[ée]e?|tenue?|eu lieu)",
        r"non (?:r[ée]alis|ex[ée]cut|organis)[ée]e?|n['’]a pas pu (?:d[ée]marrer|commencer|se tenir|avoir lieu)",
    ),
    "planned": phrase(
        r"(?:still |yet )to be (?:held|carried out|conducted|implemented|organi[sz]ed)",
        r"(?:por|pendiente de) (?:realizar|celebrar|ejecutar|efectuar)(?:se)?",
        r"(?:ainda )?por (?:realizar|celebrar|executar)(?:-se)?|a realizar-se",
        r"(?:encore )?[àa] (?:tenir|r[ée]aliser|organiser)",
    ),
}
STATUS_SUBJECT = re.compile(  # what a status is said of, right before it is said; nothing in "Rescheduled for 2025."
    rf"(?:\A\W*|\b{EVENT}\b[^.;]{{0,30}}|\A\W*(?:{THIS}|{THE_EVENT})\b[^.;,]{{0,60}},[^.;,]{{0,120}},\s*)\Z",
    re.IGNORECASE,
)

ON = r"(?:[^.\n]|\n(?!\s*\n)|\.(?=[^.“”]{0,90}”)){0,300}?\b"  # a stop within a quoted title ends no sentence
HOLD = r"(?:conduct|hold|carry out|organi[sz]e|implement)"
TURNED: dict[str, re.Pattern[str]] = {  # said of the activity in the middle of a report
    "suspended": phrase(
        rf"{THIS}\b{ON}(?:was|is|has been|had to be) (?:suspended|cancell?ed)",
        rf"{THIS}\b{ON}(?:fue|foi|a [ée]t[ée]) (?:suspendid|suspens|cancelad|suspendu|annul[ée])[ao]?e?",
        rf"{THIS}\b{ON}se (?:suspendi[óo]|cancel[óo])",
        rf"(?:suspend|cancel|suspender|cancelar|suspendre|annuler) {THIS}",
    ),
    "rescheduled": phrase(
        rf"{THIS}\b{ON}(?:was|is|is being|has been|had to be) (?:re-?scheduled|postponed|deferred)\b" + TO_YEAR,
        rf"(?:postpone|re-?schedule|defer) (?:{THIS}|it)\b" + TO_YEAR,
        rf"(?:agreed|decided|planned) to {HOLD} {THIS}\b[^.]{{0,60}}?\b(?:20\d\d|{NEXT_YEAR})",
        rf"{THIS}\b{ON}(?:fue|ha sido|foi|se) (?:reprogram|pospu|pospon|difi|aplaz|adiad|reagendad)\w+" + TO_YEAR,
        rf"(?:reprogramar|posponer|diferir|aplazar|adiar|reagendar|reporter|reprogrammer) {THIS}\b" + TO_YEAR,
        rf"(?:acord(?:[óo]|aron|amos|ou|aram)|decidi(?:[óo]|eron|mos|u|ram)|convin(?:o|ieron)|concord(?:ou|aram)|"
        rf"(?:a|ont) (?:d[ée]cid[ée]|convenu))(?: en| em| de)? "
        rf"(?:realizar|celebrar|llevar a cabo|tenir|organiser|r[ée]aliser) {THIS}\b"
        rf"[^.]{{0,60}}?\b(?:20\d\d|{NEXT_YEAR})",
    ),
    "planned": phrase(
        rf"{THIS}\b{ON}(?:will be held|will take place|(?:is|are) (?:now )?scheduled to (?:be held|take place))",
        r"(?:is|are) (?:organi[sz]ing|preparing) [^.\n]{0,200}?, (?:scheduled )?to be held",
        rf"{THIS}\b{ON}(?:se (?:realizar|celebrar|llevar)[áa]|tendr[áa] lugar|est[áa] (?:previst|programad)[oa])",
        rf"{THIS}\b{ON}(?:ser[áa] realizad[ao]|realizar-se-[áa]|se tiendra|aura lieu|est pr[ée]vue?)",
    ),
}
NAMED = re.compile(
    r"\W*(?:(?:the|el|la|los|las|o|a|os|as|le|les)\s+|l['’]|(?:work|works|los trabajos|os trabalhos|les travaux)\s+"
    r"(?:on|of|del?|d[oae]l?|de la|du|sur l[ea])\s+(?:(?:the|el|la)\s+)?)(?P<noun>\w{4,})\s*",
    re.IGNORECASE,
)
YEAR = re.compile(r"20\d\d\Z")
MOVED_ON = re.compile(rf"(?:{either(RELATIVE_YEARS['next'])})\Z", re.IGNORECASE)


def read_status(text: ActivityText, occasions: list[Occasion]) -> tuple[Fact, Fact | None]:
    """What became of an activity, and the year that it was moved to where one is said.

    What is said of it right at the start counts, else what a report says anywhere, else whether its occasions are
    still to come, else what kind of document it is.
    """
    said = _said_at_start(text) if not text.structured else None
    if said is None and not (text.planned or text.structured):
        said = _turned(text) or _moved(text)
    if said is None:
        return _still_to_come(text, occasions) or _by_kind(text), None
    if said[0] == "not-implemented" and (moved := MOVED.search(text.prose, said[1].end(), text.span[1])):
        said = "rescheduled", moved, "turned"
    status, match, rule = said
    fact = text.fact(status, *match.span(), f"{rule}-{status}")
    year = _year(text, match) if status == "rescheduled" else None
    return fact, Fact(year, fact.start, fact.end, "rescheduled-to-year") if year else None


def _by_kind(text: ActivityText) -> Fact:
    status = "planned" if text.planned else "implemented"
    return Fact(status, text.unit.start, text.unit.body, f"{text.about.kind or 'document'}-lists-it")


def _still_to_come(text: ActivityText, occasions: list[Occasion]) -> Fact | None:
    """Planned, where a report tells of nothing but what will be held at the end of the years that it covers."""
    dated = [each for each in occasions if each.date]
    end = text.about.period_end
    if text.planned or not dated or not end or not all(each.ahead for each in occasions):
        return None
    first = min(dated, key=lambda each: each.date.start)  # type: ignore[union-attr] # they are dated
    if first.date and first.date.end[: len(end)] >= end and int(first.date.end[:4]) in text.about.years:
        return text.fact("planned", *first.at, "told-as-ahead")
    return None


def _said_at_start(text: ActivityText) -> tuple[str, re.Match[str], str] | None:
    whole = text.span[1] - text.span[0] <= SHORT
    for status, pattern in STATUS.items():
        for match in pattern.finditer(text.prose, *(text.span if whole else text.header)):
            opening = text.fact(status, *match.span(), "").start
            before = text.prose[opening : match.start()]
            if status == "planned" and before.strip():
                continue
            if (
                STATUS_SUBJECT.search(before)
                or _is_named(before, text.unit.title)
                or (status == "rescheduled" and _not_held(before))
            ):
                return status, match, "says"
    return None


def _is_named(before: str, heading: str) -> bool:
    """True where a sentence opens with a noun of the heading: "The observatory", "Work on the observatory".

    >>> _is_named("The regatta ", "First regatta of pilots"), _is_named("The harbour of Lima ", "Harbour lamps")
    (True, False)
    """
    named = NAMED.fullmatch(before)
    return bool(named) and fold(named["noun"]) in re.findall(r"\w{4,}", fold(heading))  # type: ignore[index] # it is


def _not_held(before: str) -> bool:
    """True in "the congress could not be held, and was rescheduled", where the subject stands far before."""
    return any(STATUS_SUBJECT.search(before[: match.start()]) for match in STATUS["not-implemented"].finditer(before))


def _turned(text: ActivityText) -> tuple[str, re.Match[str], str] | None:
    """What a report says, wherever it does, that became of the activity; the last word counts."""
    found = [(match.start(), status, match) for status, match in _turns(text, text.span)]
    _, status, match = max(found, key=lambda each: each[0], default=(0, "", None))
    return (status, match, "turned") if match else None


def _moved(text: ActivityText) -> tuple[str, re.Match[str], str] | None:
    """Where a short text, whose first sentence tells of what was foreseen, says that it was moved to another year."""
    if text.span[1] - text.span[0] > SHORT:
        return None
    match = MOVED.search(text.prose, *text.span)
    if match is None:
        return None
    before = text.prose[text.span[0] : match.start()]
    foreseen = any(verb.lastgroup == "moved" for verb in VERB.finditer(before))
    return ("rescheduled", match, "turned") if foreseen or STATUS_SUBJECT.fullmatch(before.strip("*# \n")) else None


def _turns(text: ActivityText, span: Span) -> Iterator[tuple[str, re.Match[str]]]:
    for status, pattern in TURNED.items():
        for match in pattern.finditer(text.prose, *span):
            yield status, match


def _year(text: ActivityText, match: re.Match[str]) -> str | None:
    """The year that ends a match: printed, or the one after those that the document covers."""
    if MOVED_ON.search(match.group()) and text.about.years:
        return str(text.about.years[-1] + 1)
    year = YEAR.search(match.group())
    return year.group() if year else None
