"""The turns of phrase by which facts are recognised, a table a kind, with the four languages side by side."""

from __future__ import annotations

import re


def phrase(*alternatives: str) -> re.Pattern[str]:
    """A pattern for any of these, as whole words, whatever their case; a space stands for any white space.

    >>> phrase("in person", "virtual").findall("In  person, not virtually")
    ['In  person']
    """
    return spaced(rf"\b(?:{'|'.join(alternatives)})(?!\w)")


def spaced(said: str) -> re.Pattern[str]:
    """A pattern in which a space stands for any white space, whatever the case.

    >>> bool(spaced("in person").match("In  person"))
    True
    """
    return re.compile(said.replace(" ", WHITE), re.IGNORECASE)


WHITE = r"\s+"
EVENT = (  # what an activity is called where it is spoken of
    r"(?:activity|event|seminar|workshop|meeting|course|forum|conference|congress|panel|round ?table|dialogue|"
    r"training|webinar|colloquium|session|fair|study|project|"
    r"actividad|evento|seminario|taller|reuni[óo]n|curso|foro|conferencia|congreso|mesa redonda|di[áa]logo|"
    r"capacitaci[óo]n|coloquio|jornada|encuentro|feria|estudio|proyecto|"
    r"atividade|semin[áa]rio|oficina|reuni[ãa]o|f[óo]rum|confer[êe]ncia|congresso|painel|capacita[çc][ãa]o|"
    r"col[óo]quio|encontro|feira|estudo|projeto|"
    r"activit[ée]|[ée]v[ée]nement|s[ée]minaire|atelier|r[ée]union|conf[ée]rence|congr[èe]s|table ronde|formation|"
    r"colloque|rencontre|foire|[ée]tude|projet|cours)"
)
THE_EVENT = rf"(?:the |el |la |o |a |le |l['’])(?:\w+ ){{0,2}}?{EVENT}"
THIS = rf"(?:(?:this|esta|este|dich[ao]|essa|esse|cette|ce) (?:[ivxlc]+ )?|(?:the|la|el|o|a|l['’]) ?[ivxlc]+ ){EVENT}"

FACE_TO_FACE = phrase(
    r"face[- ]to[- ]face", r"in[- ]person", r"on-?site", r"presencial(?:es|mente)?", r"presenciais",
    r"en pr[ée]sentiel", r"pr[ée]sentielle?s?", r"en personne",
)  # fmt: skip
PLATFORM = r"(?:zoom|(?:microsoft )?teams|webex|google meet|skype|gotomeeting|gotowebinar|youtube|facebook live)"
VIRTUAL = phrase(
    r"virtual(?:ly|es|mente|is)?", "online", "on-line", "webinars?", r"webin[áa]rios?", r"webinaires?",
    r"(?:video|tele)[- ]?conferences?", r"(?:by|over|through|via|on) (?:the )?internet", "remotely",
    r"distance(?=(?: \w+)? (?:course|training|seminar|workshop|programme|learning course)s?)",
    rf"(?:by|via|v[íi]a|through|over|on|por|pel[ao]|mediante|atrav[ée]s d[eao]|par|sur|platform|plat[ae]forma?e?)"
    rf" (?:the |la |a |plat[ae]forma |plate-?forme )?{PLATFORM}",
    r"en l[íi]nea", r"(?:video|tele)conferencias?",
    r"(?:por|v[íi]a|pela) internet", r"(?:forma|modalidad|manera) (?:remota|telem[áa]tica|digital)",
    r"(?:v[íi]a|medios) telem[áa]tic[ao]s?", r"(?<!educaci[óo]n\s)(?<!educa[çc][ãa]o\s)[àa] dist[âa]ncia",
    r"(?:video|tele)confer[êe]ncias?", r"(?:forma|modalidade|maneira) remota", r"remotamente",
    "en ligne", r"virtuelle?s?", r"(?<!enseignement\s)à distance", r"(?:visio|vid[ée]o|t[ée]l[ée])-?conf[ée]rences?",
    "en visio", r"en distanciel", r"(?:par|sur) internet",
)  # fmt: skip
HYBRID = phrase(
    "hybrid", r"h[íi]brid[oa]s?", "hybride", r"semi-?presencial(?:es)?", r"semi-?presenciais", r"blended",
    r"mixed (?:mode|format|modality)", r"(?:modalidad|formato) mixt[oa]", r"(?:modalidade|formato) mist[oa]",
    r"(?:modalit[ée]|format) mixte", "bimodal", "semi-?pr[ée]sentielle?",
)  # fmt: skip

COUNT = r"\d{1,3}(?:[.,]\d{3})+|\d+"
PARTICIPANTS = re.compile(
    rf"(?P<total>total\s+)?(?:(?:of|de|des)\s+)?(?:(?:number|n[úu]mero|nombre)\s+(?:of|de)\s+)?participant(?:e?s)"
    rf"\s*:?[\s*]*:?[\s*]*\(?\+?\s*(?P<count>{COUNT})",
    re.IGNORECASE,
)
ANNOUNCED = phrase(  # a plan tells its own event so, and past ones otherwise
    "will", "shall", r"(?:is|are) (?:scheduled|planned|expected)", r"to be (?:held|organi[sz]ed|delivered)",
    r"(?:this|the present) (?:project|activity|initiative|programme) is being",
    r"se (?:realizar|celebrar|llevar|ejecutar|organizar)[áa]", r"ser[áa]", r"sera", r"aura lieu", "se tiendra",
)  # fmt: skip

BULLET = r"(?:[-•*+]|\(?(?:\d{1,2}|[ivx]{1,5}|[a-z])[.)])[ \t]+"
LIST_ITEM = re.compile(rf"^[ \t]*{BULLET}(?P<item>\S[^\n]*)", re.MULTILINE)
LINKED_TITLE = re.compile(r"[\s*#]*\[(?P<title>(?:[^\]\\]|\\.)+)\]\([^)\s]*\)[\s.*]*")
