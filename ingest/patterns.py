"""The turns of phrase by which facts are recognised, a table a kind, with the four languages side by side."""

from __future__ import annotations

import re

I = re.IGNORECASE  # noqa: E741 - the usual short name

STATUS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("rescheduled", re.compile(
        r"\b(?:(?:was|is|has\s+been|been)\s+)?(?:re-?scheduled|postponed)\b(?:[^.]{0,40}?\b(?P<year>20\d\d))?"
        r"|\b(?:se\s+reprograma|(?:fue\s+)?reprogramada|(?:fue\s+)?pospuesta)\b(?:[^.]{0,40}?\b(?P<year_es>20\d\d))?"
        r"|\b(?:foi\s+)?(?:reprogramada|adiada|reagendada)\b(?:[^.]{0,40}?\b(?P<year_pt>20\d\d))?"
        r"|\b(?:a\s+[ée]t[ée]\s+)?(?:report[ée]e|reprogramm[ée]e)\b(?:[^.]{0,40}?\b(?P<year_fr>20\d\d))?", I)),
    ("suspended", re.compile(
        r"\b(?:was|has\s+been|is)?\s*(?:suspended|cancelled)\b|\b(?:fue\s+)?(?:suspendida|cancelada)\b"
        r"|\b(?:foi\s+)?(?:suspensa|cancelada)\b|\b(?:a\s+[ée]t[ée]\s+)?(?:suspendue|annul[ée]e)\b", I)),
    ("not-implemented", re.compile(
        r"\b(?:was|has\s+been)\s+not\s+(?:yet\s+)?(?:implemented|carried\s+out|executed|held)\b"
        r"|\bnot\s+implemented\b|\bno\s+(?:se\s+)?(?:fue\s+)?(?:ejecut|realiz)\w+|\bn[ãa]o\s+foi\s+(?:execut|realiz)ada"
        r"|\bn['’]a\s+pas\s+[ée]t[ée]\s+(?:mise\s+en\s+(?:œ|oe)uvre|r[ée]alis[ée]e)", I)),
)  # fmt: skip
STATUS_SUBJECT = re.compile(
    r"\b(?:activity|actividad|atividade|activit[ée]|event|seminar|workshop|meeting|taller|seminario)\b", I
)

FACE_TO_FACE = re.compile(
    r"\b(?:face-to-face|in[- ]person|on-?site|presencial(?:es|mente)?|en\s+pr[ée]sentiel|pr[ée]sentielle?s?)\b"
    r"|\bin\s+a\s+face\s+to\s+face\b", I)  # fmt: skip
VIRTUAL = re.compile(r"\b(?:virtual(?:ly|es|mente|is)?|online|webinar|en\s+ligne|virtuelle?s?|on-line)\b", I)
HYBRID = re.compile(r"\b(?:hybrid|h[íi]brid[oa]s?|hybride)\b", I)

PARTICIPANTS = re.compile(
    r"(?:(?:total\s+)?(?:number\s+of\s+)?participants|(?:total\s+de\s+|n[úu]mero\s+de\s+)?participantes"
    r"|(?:nombre\s+de\s+)?participants)\s*:?[\s*]*:?[\s*]*\(?\+?\s*(?P<count>\d{1,3}(?:[.,]\d{3})+|\d+)", I)  # fmt: skip

LABEL = r"^[\s#>*-]*(?:{words})[^:\n]{{0,40}}:[\s*]*(?P<items>[^\n]+)"
MEMBER_COUNTRIES = re.compile(
    LABEL.format(words=(
        r"(?:participating\s+)?(?:SELA\s+)?member\s+(?:countries|states)|(?:SELA\s+)?member\s+states|"
        r"(?:pa[íi]ses|estados)\s+miembros?|(?:pa[íi]ses|estados)[- ]membros?|(?:pays|[ÉE]tats)\s+membres")),
    I | re.M,
)  # fmt: skip
OTHER_COUNTRIES = re.compile(
    LABEL.format(words=(
        r"other\s+(?:participating\s+)?countries|non[- ]member\s+(?:countries|states)|otros\s+pa[íi]ses|"
        r"outros\s+pa[íi]ses|autres\s+pays")),
    I | re.M,
)  # fmt: skip
ORGANISATIONS = re.compile(
    LABEL.format(words=(
        r"(?:other\s+)?(?:regional|international|national|academic|private|honduran|multilateral|public|local)"
        r"[\w\s-]{0,30}?(?:organi[sz]ations?|bodies|body|institutions?|entities|agencies)|other\s+\w+\s+entities|"
        r"(?:organi[sz]aciones|organismos|instituciones|entidades)\s+\w+|"
        r"(?:organiza[çc][õo]es|institui[çc][õo]es|entidades|organismos)\s+\w+|"
        r"(?:organisations|organismes|institutions)\s+\w+")),
    I | re.M,
)  # fmt: skip

FUNDER = re.compile(
    r"\b(?:financ(?:ed|ial(?:ly)?)\s+(?:by|support(?:ed)?\s+(?:of|by|from))|funded\s+by|with\s+funding\s+from|"
    r"sponsored\s+by|financiad[oa]\s+por|con\s+el\s+apoyo\s+financiero\s+de|"
    r"com\s+o\s+apoio\s+financeiro\s+d[eoa]|financ[ée]e?\s+par|avec\s+l['’]appui\s+financier\s+d[eu])\b", I)  # fmt: skip
HOST = re.compile(
    r"\b(?:hosted\s+by|with\s+the\s+Government\s+of|organizad[oa]\s+en\s+la\s+sede\s+de|accueillie?\s+par)\b",
    I,
)
PARTNER = re.compile(
    r"\b(?:(?:co-?)?organi[sz]ed\s+(?:\w+\s+){0,3}?(?:with|by)|"
    r"(?:jointly|together|in\s+conjunction|in\s+collaboration|in\s+partnership|in\s+cooperation|in\s+association|"
    r"in\s+coordination|in\s+alliance|joint\s+\w+)\s+(?:\w+\s+)?with|with\s+the\s+(?:\w+\s+){0,2}?(?:support|"
    r"collaboration|cooperation|sponsorship|participation|assistance)\s+of|supported\s+by|"
    r"cooperative\s+effort\s+between|joint\s+project\s+of|"
    r"organizad[oa]\s+(?:\w+\s+){0,3}?(?:con|por)|conjuntamente\s+con|en\s+(?:alianza|conjunto|colaboraci[óo]n|"
    r"cooperaci[óo]n|asociaci[óo]n)\s+con|con\s+el\s+(?:apoyo|auspicio)\s+de|con\s+la\s+(?:colaboraci[óo]n|"
    r"participaci[óo]n|cooperaci[óo]n)\s+de|"
    r"organizad[oa]\s+(?:\w+\s+){0,3}?com|em\s+(?:parceria|conjunto|colabora[çc][ãa]o|coopera[çc][ãa]o)\s+com|"
    r"com\s+o\s+apoio\s+d[eoa]s?|"
    r"organis[ée]e?\s+(?:\w+\s+){0,3}?(?:avec|par)|en\s+(?:partenariat|collaboration|coop[ée]ration)\s+avec|"
    r"avec\s+l['’](?:appui|aide)\s+d[eu])\b", I)  # fmt: skip

HELD = re.compile(
    r"\b(?:held|took\s+place|takes?\s+place|conducted|carried\s+out|organi[sz]ed|was\s+attended|convened|"
    r"celebr[óo]|celebrad[oa]|realiz[óo]|realizad[oa]|tuvo\s+lugar|llev[óo]\s+a\s+cabo|"
    r"teve\s+lugar|ocorreu|s['’]est\s+tenue?|a\s+eu\s+lieu|tenue?|will\s+be\s+held|se\s+realizar[áa])\b", I)  # fmt: skip

LIST_ITEM = re.compile(r"^[ \t]*(?:[-•*+]|\(?(?:\d{1,2}|[ivx]{1,5}|[a-z])[.)])[ \t]+(?P<item>\S[^\n]*)", re.M)
