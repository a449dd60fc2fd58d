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
    r"face[- ]to[- ]face", r"in[- ]person", r"on-?site", r"presencial(?:es|mente)?", r"en pr[ée]sentiel",
    r"pr[ée]sentielle?s?",
)  # fmt: skip
VIRTUAL = phrase(
    r"virtual(?:ly|es|mente|is)?", "online", "on-line", "webinar", "remotely", "by internet",
    "distance (?:course|learning)",
    r"(?:video|tele)-?conferences?", r"webinarios?", r"en l[íi]nea", r"a distancia", r"por internet",
    r"(?:video|tele)conferencias?", r"[àa] dist[âa]ncia", r"pela internet", r"(?:video|tele)confer[êe]ncias?",
    "en ligne", "virtuelle?s?", r"webinaires?", r"[àa] distance", r"par internet", r"(?:visio|vid[ée]o)conf[ée]rences?",
)  # fmt: skip
HYBRID = phrase("hybrid", r"h[íi]brid[oa]s?", "hybride")

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
