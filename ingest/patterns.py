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
VIRTUAL = phrase(r"virtual(?:ly|es|mente|is)?", "online", "on-line", "webinar", "en ligne", "virtuelle?s?")
HYBRID = phrase("hybrid", r"h[íi]brid[oa]s?", "hybride")

COUNT = r"\d{1,3}(?:[.,]\d{3})+|\d+"
PARTICIPANTS = re.compile(
    rf"(?P<total>total\s+)?(?:(?:of|de|des)\s+)?(?:(?:number|n[úu]mero|nombre)\s+(?:of|de)\s+)?participant(?:e?s)"
    rf"\s*:?[\s*]*:?[\s*]*\(?\+?\s*(?P<count>{COUNT})",
    re.IGNORECASE,
)
PEOPLE = (
    r"(?:\w+ ){0,2}?(?:participants|people|persons|officials|representatives|experts|specialists|delegates|attendees|"
    r"participantes|personas|funcionarios|representantes|expertos|especialistas|delegados|asistentes|pessoas|"
    r"funcion[áa]rios|personnes|fonctionnaires|repr[ée]sentants|sp[ée]cialistes|d[ée]l[ée]gu[ée]s)"
)
ABOUT = (
    r"(?: (?:a )?total (?:of|de)| un total de| um total de| more than| over| some| about| m[áa]s de| mais de| plus de)?"
)
ATTENDED = phrase(
    rf"(?:attended by|(?:participation|attendance|presence) of|brought together|gathered){ABOUT} (?:{COUNT}) {PEOPLE}",
    rf"(?:asisti(?:[óo]|eron)|particip(?:[óo]|aron)|(?:participaci[óo]n|asistencia|presencia) de|reuni[óo] a){ABOUT} "
    rf"(?:{COUNT}) {PEOPLE}",
    rf"(?:particip(?:ou|aram)|(?:participa[çc][ãa]o|presen[çc]a) de|reuniu){ABOUT} (?:{COUNT}) {PEOPLE}",
    rf"(?:(?:participation|pr[ée]sence) de|a r[ée]uni){ABOUT} (?:{COUNT}) {PEOPLE}",
    rf"(?:{COUNT}) participant(?:e?s)(?= (?:from|de|des|provenientes|attended|took part|venus))",
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

BULLET = r"(?:[-•*+]|\(?(?:\d{1,2}|[ivx]{1,5}|[a-z])[.)])[ \t]+"
LIST_ITEM = re.compile(rf"^[ \t]*{BULLET}(?P<item>\S[^\n]*)", re.MULTILINE)
LINKED_TITLE = re.compile(r"[\s*#]*\[(?P<title>(?:[^\]\\]|\\.)+)\]\([^)\s]*\)[\s.*]*")
