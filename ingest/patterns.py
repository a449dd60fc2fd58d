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


def labelled(*labels: str) -> re.Pattern[str]:
    """A pattern for a list that a label opens; it goes on behind a turned page.

    >>> labelled("other countries").search("**Other countries (2):** Spain and\\n\\nPortugal.")["items"]
    'Spain and\\n\\nPortugal.'
    """
    words = "|".join(labels).replace(" ", WHITE)
    return re.compile(
        rf"^[\s#>*-]*(?:{words})[^:\n]{{0,40}}:[\s*]*(?P<items>[^\n]+(?:{UNFINISHED}\s*\n\s*[^\n]+)*)",
        re.IGNORECASE | re.MULTILINE,
    )


UNFINISHED = r"(?:(?<=[,;])|(?<=\s(?:of|de|et))|(?<=\sand)|(?<=\sy))"

MEMBER_COUNTRIES = labelled(
    r"(?:participating )?(?:SELA )?member (?:countries|states)", r"(?:pa[íi]ses|estados) miembros?",
    r"(?:pa[íi]ses|estados)[- ]membros?", r"(?:pays|[ÉE]tats) membres",
)  # fmt: skip
OTHER_COUNTRIES = labelled(
    r"other (?:participating )?countries", r"non[- ]member (?:countries|states)", "otros pa[íi]ses",
    "outros pa[íi]ses", "autres pays",
)  # fmt: skip
ORGANISATIONS = labelled(
    r"(?:other )?(?:regional|international|national|academic|private|multilateral|public|local)[\w\s-]{0,30}?"
    r"(?:organi[sz]ations?|bodies|body|institutions?|entities|agencies)",
    r"other \w+ entities",
    r"(?:organi[sz]aciones|organismos|instituciones|entidades) \w+",
    r"(?:organiza[çc][õo]es|institui[çc][õo]es) \w+",
    r"(?:organisations|organismes|institutions) \w+",
)

FUNDER = phrase(
    r"financ(?:ed|ial(?:ly)?) (?:by|support(?:ed)? (?:of|by|from))", "funded by", "with funding from",
    "sponsored by", r"financiad[oa] por", "con el apoyo financiero de", r"com o apoio financeiro d[eoa]",
    r"financ[ée]e? par", r"avec l['’]appui financier d[eu]",
)  # fmt: skip
HOST = phrase(
    "hosted by", "with the Government of", "organizad[oa] en la sede de", "acogid[oa] por", "sediad[oa] por",
    "accueillie? par",
)  # fmt: skip
PARTNER = phrase(
    r"(?:co-?)?organi[sz]ed (?:\w+ ){0,3}?(?:with|by)",
    r"(?:delivered|taught|co-?hosted) (?:jointly )?(?:with|by)",
    r"(?:jointly|together|in conjunction|in collaboration|in partnership|in cooperation|in association|"
    r"in coordination|in alliance|joint \w+) (?:\w+ )?with",
    r"with the (?:\w+ ){0,2}?(?:support|collaboration|cooperation|sponsorship|participation|assistance) of",
    "supported by", "cooperative effort between", "joint project of",
    r"organizad[oa] (?:\w+ ){0,3}?(?:con|por)", "conjuntamente con",
    r"en (?:alianza|conjunto|colaboraci[óo]n|cooperaci[óo]n|asociaci[óo]n) con",
    r"con el (?:apoyo|auspicio) de", r"con la (?:colaboraci[óo]n|participaci[óo]n|cooperaci[óo]n) de",
    r"organizad[oa] (?:\w+ ){0,3}?com",
    r"em (?:parceria|conjunto|colabora[çc][ãa]o|coopera[çc][ãa]o) com", r"com o apoio d[eoa]s?",
    r"organis[ée]e? (?:\w+ ){0,3}?(?:avec|par)", r"en (?:partenariat|collaboration|coop[ée]ration) avec",
    r"avec l['’](?:appui|aide) d[eu]",
)  # fmt: skip

ANNOUNCED = phrase(  # a plan tells its own event so, and past ones otherwise
    "will", "shall", r"(?:is|are) (?:scheduled|planned|expected)", r"to be (?:held|organi[sz]ed|delivered)",
    r"(?:this|the present) (?:project|activity|initiative|programme) is being",
    r"se (?:realizar|celebrar|llevar|ejecutar|organizar)[áa]", r"ser[áa]", r"sera", r"aura lieu", "se tiendra",
)  # fmt: skip

LIST_ITEM = re.compile(r"^[ \t]*(?:[-•*+]|\(?(?:\d{1,2}|[ivx]{1,5}|[a-z])[.)])[ \t]+(?P<item>\S[^\n]*)", re.MULTILINE)
LINKED_TITLE = re.compile(r"[\s*#]*\[(?P<title>(?:[^\]\\]|\\.)+)\]\([^)\s]*\)[\s.*]*")
