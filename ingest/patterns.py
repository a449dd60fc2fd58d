"""The turns of phrase by which facts are recognised, a table a kind, with the four languages side by side."""

from __future__ import annotations

import re


def phrase(*alternatives: str) -> re.Pattern[str]:
    """A pattern for any of these, as whole words, whatever their case; a space stands for any white space.

    >>> phrase("in person", "virtual").findall("In  person, not virtually")
    ['In  person']
    """
    return re.compile(rf"\b(?:{'|'.join(alternatives).replace(' ', WHITE)})(?!\w)", re.IGNORECASE)


WHITE = r"\s+"
TO_YEAR = r"(?:[^.]{0,40}?\b(?P<year_%s>20\d\d))?"

STATUS: dict[str, re.Pattern[str]] = {
    "rescheduled": phrase(
        r"(?:(?:was|is|has been|been|were) )?(?:re-?scheduled|postponed)\b" + TO_YEAR % "en",
        r"(?:se reprogram[aó]|(?:fue )?(?:reprogramad|pospuest)[oa])\b" + TO_YEAR % "es",
        r"(?:foi )?(?:reprogramad|adiad|reagendad)[oa]\b" + TO_YEAR % "pt",
        r"(?:a [ée]t[ée] )?(?:report[ée]|reprogramm[ée])e?\b" + TO_YEAR % "fr",
    ),
    "suspended": phrase(
        r"(?:(?:was|has been|is) )?(?:suspended|cancelled|canceled)",
        r"(?:fue )?(?:suspendid|cancelad)[oa]",
        r"(?:foi )?(?:suspens|cancelad)[oa]",
        r"(?:a [ée]t[ée] )?(?:suspendue?|annul[ée]e?)",
    ),
    "not-implemented": phrase(
        r"(?:was|has been|could) not (?:yet |be )?(?:implemented|carried out|executed|held)",
        r"not implemented",
        r"no (?:se )?(?:fue )?(?:ejecut|realiz)\w+",
        r"n[ãa]o foi (?:execut|realiz)ad[oa]",
        r"n['’]a pas [ée]t[ée] (?:mise? en (?:œ|oe)uvre|r[ée]alis[ée]e?)",
    ),
}
EVENT = (
    r"(?:activity|event|seminar|workshop|meeting|course|forum|actividad|evento|seminario|taller|reuni[óo]n|curso|"
    r"atividade|semin[áa]rio|oficina|reuni[ãa]o|activit[ée]|[ée]v[ée]nement|s[ée]minaire|atelier|r[ée]union)"
)
THIS = rf"(?:(?:this|esta|este|dich[ao]|essa|esse|cette|ce) (?:[ivxlc]+ )?|(?:the|la|el|o|a|l['’]) ?[ivxlc]+ ){EVENT}"
ON = r"[^.\n]{0,200}?\b"
TURNED: dict[str, re.Pattern[str]] = {  # said of the activity in the middle of a report
    "suspended": phrase(
        rf"{THIS}\b{ON}(?:was|is|has been|had to be) (?:suspended|cancell?ed)",
        rf"{THIS}\b{ON}(?:fue|foi|a [ée]t[ée]) (?:suspendid|suspens|cancelad|suspendu|annul[ée])[ao]?e?",
        rf"(?:suspend|cancel|suspender|cancelar|suspendre|annuler) {THIS}",
    ),
    "rescheduled": phrase(
        rf"{THIS}\b{ON}(?:was|is|is being|has been|had to be) (?:re-?scheduled|postponed)\b" + TO_YEAR % "en",
        rf"(?:postpone|re-?schedule) (?:{THIS}|it)\b" + TO_YEAR % "en2",
        rf"{THIS}\b{ON}(?:fue|ha sido|foi|se) (?:reprogram|pospuest|adiad|reagendad)\w+" + TO_YEAR % "es",
        rf"(?:reprogramar|posponer|adiar|reagendar|reporter|reprogrammer) {THIS}\b" + TO_YEAR % "fr",
    ),
    "planned": phrase(
        rf"{THIS}\b{ON}(?:will be held|will take place|is (?:now )?scheduled to (?:be held|take place))",
        rf"{THIS}\b{ON}(?:se (?:realizar|celebrar)[áa]|ser[áa] realizad[ao]|se tiendra|aura lieu)",
    ),
}
STATUS_SUBJECT = re.compile(  # what a status is said of, right before it is said; nothing in "Rescheduled for 2025."
    rf"(?:\A\W*|\b{EVENT}\b[^.;]{{0,30}})\Z", re.IGNORECASE
)

FACE_TO_FACE = phrase(
    r"face[- ]to[- ]face", r"in[- ]person", r"on-?site", r"presencial(?:es|mente)?", r"en pr[ée]sentiel",
    r"pr[ée]sentielle?s?",
)  # fmt: skip
VIRTUAL = phrase(r"virtual(?:ly|es|mente|is)?", "online", "on-line", "webinar", "en ligne", "virtuelle?s?")
HYBRID = phrase("hybrid", r"h[íi]brid[oa]s?", "hybride")

PARTICIPANTS = re.compile(
    r"(?:(?:total\s+)?(?:number\s+of\s+)?participants|(?:total\s+de\s+|n[úu]mero\s+de\s+)?participantes"
    r"|(?:nombre\s+de\s+)?participants)\s*:?[\s*]*:?[\s*]*\(?\+?\s*(?P<count>\d{1,3}(?:[.,]\d{3})+|\d+)",
    re.IGNORECASE,
)


ANNOUNCED = phrase(  # a plan tells its own event so, and past ones otherwise
    "will", "shall", r"(?:is|are) (?:scheduled|planned|expected)", r"to be (?:held|organi[sz]ed|delivered)",
    r"(?:this|the present) (?:project|activity|initiative|programme) is being",
    r"se (?:realizar|celebrar|llevar|ejecutar|organizar)[áa]", r"ser[áa]", r"sera", r"aura lieu", "se tiendra",
)  # fmt: skip

LIST_ITEM = re.compile(r"^[ \t]*(?:[-•*+]|\(?(?:\d{1,2}|[ivx]{1,5}|[a-z])[.)])[ \t]+(?P<item>\S[^\n]*)", re.MULTILINE)
LINKED_TITLE = re.compile(r"[\s*#]*\[(?P<title>(?:[^\]\\]|\\.)+)\]\([^)\s]*\)[\s.*]*")
