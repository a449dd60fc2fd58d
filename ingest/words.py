"""The words by which SELA's documents are recognised, a table a language.

A further language is a further row in each table. Patterns are joined over the languages: a
document often mixes them (an "ACTIVIDAD" left in an English report).
"""

from __future__ import annotations

import re

from kg.terms import LANGUAGES

# level -> language -> the keyword that opens such a heading
LEVELS: dict[str, dict[str, str]] = {
    "area": {
        "en": r"(?:THEMATIC\s+)?(?:AREA|AXIS)",
        "es": r"(?:[ÁA]REA|EJE)(?:\s+TEM[ÁA]TIC[AO])?",
        "pt": r"(?:[ÁA]REA|EIXO)(?:\s+TEM[ÁA]TIC[AO])?",
        "fr": r"(?:DOMAINE|AXE|VOLET)(?:\s+TH[ÉE]MATIQUE)?",
    },
    "programme": {"en": "PROGRAMME|PROGRAM", "es": "PROGRAMA", "pt": "PROGRAMA", "fr": "PROGRAMME"},
    "project": {"en": "PROJECT", "es": "PROYECTO", "pt": "PROJETO", "fr": "PROJET"},
    "activity": {"en": "ACTIVITY", "es": "ACTIVIDAD", "pt": "ATIVIDADE", "fr": "ACTIVIT[ÉE]"},
}

# kind of section -> language -> its heading
SECTIONS: dict[str, dict[str, str]] = {
    "background": {
        "en": r"background(?:\s+and\s+(?:justification|rationale))?|justification(?:\s+and\s+background)?|rationale",
        "es": r"antecedentes(?:\s+y\s+justificaci[óo]n)?|justificaci[óo]n(?:\s+y\s+antecedentes)?|fundamentaci[óo]n",
        "pt": r"antecedentes(?:\s+e\s+(?:justifica[çc][ãa]o|justificativa))?|justificativa|justifica[çc][ãa]o",
        "fr": r"(?:contexte|ant[ée]c[ée]dents)(?:\s+et\s+justification)?|justification",
    },
    "objectives": {
        "en": r"(?:(?:general|specific|main)\s+)?(?:objectives?|aims?)(?:\s+of\s+the\s+activity)?",
        "es": r"objetivos?(?:\s+(?:general|generales|espec[íi]ficos?|principal|principales|de\s+la\s+actividad))?",
        "pt": r"objetivos?(?:\s+(?:geral|gerais|espec[íi]ficos?|principal|principais|da\s+atividade))?",
        "fr": r"objectifs?(?:\s+(?:g[ée]n[ée]ral|g[ée]n[ée]raux|sp[ée]cifiques?|principal|principaux|"
        r"de\s+l['’]activit[ée]))?",
    },
    "expected-results": {
        "en": r"expected\s+(?:results?|outcomes?|outputs?)",
        "es": r"(?:resultados?|productos?)\s+esperados?",
        "pt": r"(?:resultados?|produtos?)\s+esperados?",
        "fr": r"(?:r[ée]sultats?|produits?)\s+(?:attendus?|escompt[ée]s?|esp[ée]r[ée]s?)",
    },
    "budget": {"en": "budget", "es": "presupuesto", "pt": "or[çc]amento", "fr": "budget"},
    "format": {
        "en": r"format(?:\s+of\s+the\s+activity)?",
        "es": r"(?:formato|modalidad)(?:\s+de\s+la\s+actividad)?",
        "pt": r"(?:formato|modalidade)(?:\s+da\s+atividade)?",
        "fr": r"(?:format|modalit[ée])(?:\s+de\s+l['’]activit[ée])?",
    },
}

CONTENTS = {
    "en": r"contents|table\s+of\s+contents|index",
    "es": r"(?:tabla\s+de\s+)?contenidos?|[íi]ndice(?:\s+(?:general|de\s+contenidos?))?",
    "pt": r"(?:tabela\s+de\s+)?conte[úu]dos?|sum[áa]rio|[íi]ndice(?:\s+geral)?",
    "fr": r"table\s+des\s+mati[èe]res|sommaire|contenu",
}

UNSCHEDULED = {
    "en": r"(?:un|non-?)(?:scheduled|programmed|planned)\s+activities|"
    r"activities\s+not\s+(?:scheduled|planned|programmed|included\s+in\s+the\s+work\s+programme)",
    "es": r"actividades\s+no\s+(?:programadas|previstas|planificadas|contempladas|incluidas)"
    r"(?:\s+en\s+el\s+programa\s+de\s+trabajo)?",
    "pt": r"atividades\s+n[ãa]o\s+(?:programadas|previstas|planejadas|inclu[íi]das)"
    r"(?:\s+no\s+programa\s+de\s+trabalho)?",
    "fr": r"activit[ée]s\s+non\s+(?:programm[ée]es|pr[ée]vues|planifi[ée]es|inscrites\s+au\s+programme\s+de\s+travail)",
}

# The heading of a list or the head of a table's column of activities; folded
ACTIVITIES = {
    "en": r"(?:(?:list|table) of )?(?:(?:main|planned|proposed|scheduled|programmed) )?activit(?:y|ies)"
    r"(?: (?:planned|proposed|scheduled|programmed|carried out|implemented|to be carried out|to be implemented))?",
    "es": r"(?:(?:lista|listado|cuadro) de )?(?:principales )?actividad(?:es)?"
    r"(?: (?:principales|previstas|propuestas|programadas|planificadas|realizadas|ejecutadas|"
    r"a (?:realizar|desarrollar|ejecutar)))?",
    "pt": r"(?:(?:lista|quadro) de )?(?:principais )?atividades?"
    r"(?: (?:principais|previstas|propostas|programadas|planejadas|realizadas|executadas|"
    r"a (?:realizar|desenvolver|executar)))?",
    "fr": r"(?:(?:liste|tableau) des )?(?:principales )?activites?"
    r"(?: (?:principales|prevues|proposees|programmees|planifiees|realisees|executees|a (?:realiser|mener|executer)))?",
}

# What a heading's line may say of its activity behind the title: the activity, and what became of it
THIS_ACTIVITY = {
    "en": r"(?:this\s+)?activity",
    "es": r"(?:esta\s+)?actividad",
    "pt": r"(?:esta\s+)?atividade",
    "fr": r"(?:cette\s+)?activit[ée]",
}
BECAME = {
    "en": r"(?:(?:was|has\s+been|is(?:\s+being)?)\s+)?(?:re-?scheduled|postponed|suspended|cancell?ed|replaced|"
    r"not\s+(?:yet\s+)?(?:implemented|executed|carried\s+out|held))",
    "es": r"(?:(?:fue|ha\s+sido|se)\s+)?(?:reprogram[aó]d?[oa]?|pospuest[oa]|suspend(?:id[oa]|e|i[óo])|cancelad[oa]|"
    r"reemplazad[oa]|no\s+(?:(?:fue|se)\s+)?(?:ejecut|realiz)(?:ad[oa]|[óo]))",
    "pt": r"(?:(?:foi|est[áa]\s+sendo)\s+)?(?:(?:reprogramad|adiad|reagendad|suspens|cancelad|substitu[íi]d)[oa]|"
    r"n[ãa]o\s+(?:foi\s+)?(?:executad|realizad)[oa])",
    "fr": r"(?:(?:a\s+[ée]t[ée]|est)\s+)?(?:(?:report|reprogramm|annul)[ée]e?|suspendue?|remplac[ée]e?|"
    r"(?:n['’]a\s+pas\s+[ée]t[ée]|non)\s+r[ée]alis[ée]e?)",
}

KINDS: dict[str, dict[str, str]] = {
    "annual-report": {
        "en": r"annual\s+report|(?:report\s+on|implementation\s+of)\s+the\s+(?:activities|work\s+programme?)|"
        r"activit(?:y|ies)\s+report",
        "es": r"(?:informe|memoria)\s+(?:anual|(?:sobre\s+las|de(?:\s+las?)?)\s+(?:actividades|gesti[óo]n))|"
        r"(?:ejecuci[óo]n|cumplimiento)\s+del\s+programa\s+de\s+trabajo",
        "pt": r"relat[óo]rio\s+anual|relat[óo]rio\s+(?:sobre\s+as|d[ea]s?)\s+(?:atividades|gest[ãa]o)|"
        r"execu[çc][ãa]o\s+do\s+programa\s+de\s+trabalho",
        "fr": r"rapport\s+annuel|rapport\s+(?:d['’]|sur\s+les\s+|des\s+)activit[ée]s|"
        r"ex[ée]cution\s+du\s+programme\s+de\s+travail",
    },
    "work-programme": {
        "en": r"(?:work|activit(?:y|ies))\s+(?:programme?|plan)|(?:programme?|plan)\s+of\s+(?:work|activities)",
        "es": r"(?:programa|plan)\s+(?:anual\s+)?de\s+(?:trabajo|actividades)",
        "pt": r"(?:programa|plano)\s+(?:anual\s+)?de\s+(?:trabalho|atividades)",
        "fr": r"(?:programme|plan)\s+(?:annuel\s+)?(?:de\s+travail|d['’]activit[ée]s)",
    },
}

# What a line of a cover says that only says which period the document covers; folded
PERIODS = {
    "en": r"\b(?:for|of|in|the|from|to|and|until|between|through|corresponding|covering|covered|period|fiscal|years?|"
    r"months?|biennium|triennium|two-year|three-year|january|february|march|april|may|june|july|august|september|"
    r"october|november|december)\b",
    "es": r"\b(?:para|el|la|los|las|del?|desde|hasta|al?|y|en|entre|correspondientes?|comprendidos?|que|cubre|"
    r"periodo|anos?|gestion|ejercicio|mes(?:es)?|bienio|trienio|enero|febrero|marzo|abril|mayo|junio|julio|agosto|"
    r"sep?tiembre|octubre|noviembre|diciembre)\b",
    "pt": r"\b(?:para|o|d[oae]|ate|ao?|e|em|entre|correspondente|compreendido|periodo|anos?|exercicio|mes(?:es)?|"
    r"bienio|trienio|janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro)\b",
    "fr": r"\b(?:pour|l[ae]|les|l|d[ue]|des|aux?|a|et|entre|jusqu|correspondant|comprise?|couvrant|periode|annees?|"
    r"exercice|mois|bienn(?:al|ium)|1er|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)\b",
}

MEETING = {
    "en": r"meeting\s+of\s+the\s+latin\s+american\s+council",
    "es": r"reuni[óo]n\s+(?:\w+\s+)?del\s+consejo\s+latinoamericano",
    "pt": r"reuni[ãa]o\s+(?:\w+\s+)?do\s+conselho\s+latino-?americano",
    "fr": r"r[ée]union\s+(?:\w+\s+)?du\s+conseil\s+latino-?am[ée]ricain",
}

# What a title has beside kind and period that says nothing of which work it is; without accents
DRAFT = {
    "en": r"draft|proposed",
    "es": r"proyecto\s+de|borrador\s+del?|propuesta\s+de",
    "pt": r"projeto\s+de|minuta\s+d[eo]|proposta\s+de",
    "fr": r"projet\s+de|avant-projet\s+de|proposition\s+de",
}
NUMERALS = {
    "en": r"(?:first|second|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|(?:thir|four|fif|six|seven|eigh|"
    r"nine)teen)th|(?:twent|thirt|fort|fift|sixt|sevent)(?:y|ieth)|\d+(?:st|nd|rd|th))",
    "es": r"\w*(?:gesim|decim)[oa]|primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|sext[oa]|septim[oa]|"
    r"octav[oa]|noven[oa]|\d+[oa°]",
    "pt": r"primeir[oa]|terceir[oa]|quart[oa]|setim[oa]|oitav[oa]|non[oa]",
    "fr": r"premiere?|seconde?|\w+ieme|vingt|trente|quarante|cinquante|soixante|\d+e(?:me)?",
}
FILLERS = {
    "en": "for|the|of|its|and|years?|period|permanent|secretariat|sela|latin|american|caribbean|economic|system",
    "es": "para|el|la|los|del?|su|y|anos?|periodo|permanente|secretaria|sistema|economico|latinoamericano|caribe",
    "pt": "o|a|d[oa]|e|latino|americano",
    "fr": "pour|le|les|l|du|et|annees?|periode|secretariat|systeme|economique|americain|caribeen",
}

MONTHS: dict[str, tuple[str, ...]] = {
    "en": ("january", "february", "march", "april", "may", "june", "july", "august", "september",
           "october", "november", "december"),
    "es": ("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
           "octubre", "noviembre", "diciembre"),
    "pt": ("janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro",
           "outubro", "novembro", "dezembro"),
    "fr": ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
           "octobre", "novembre", "décembre"),
}  # fmt: skip

SMALL_WORDS = frozenset(  # that make no difference between names
    ("a", "an", "the", "of", "for", "and", "in", "on", "to", "de", "del", "la", "las", "los", "el", "y", "e", "en",
     "para", "o", "os", "as", "do", "da", "dos", "das", "em", "du", "des", "le", "les", "et", "pour")
)  # fmt: skip


LEADING = SMALL_WORDS | {  # after which a sentence never ends; "a" and "o" are letters of lists too
    "from", "by", "with", "at", "between", "during", "con", "por", "al", "desde", "hasta", "entre", "durante", "com",
    "pelo", "pela", "até", "no", "na", "avec", "par", "au", "aux", "dans", "sur", "chez", "depuis", "pendant", "que",
} - {"a", "o", "e", "y"}  # fmt: skip


def either(table: dict[str, str]) -> str:
    """One pattern for a row of any language."""
    return "|".join(dict.fromkeys(table[language] for language in LANGUAGES))


MONTH_NUMBERS = {name: number for names in MONTHS.values() for number, name in enumerate(names, 1)}
MONTH_NUMBERS |= {"setiembre": 9, "marco": 3, "fevrier": 2, "aout": 8, "decembre": 12}
MONTH = "|".join(sorted(map(re.escape, MONTH_NUMBERS), key=len, reverse=True))

# language -> the region that SELA is for; nearly every title has it, so it tells no title from another
REGION = {
    "en": r"latin[\s-]american?\s+and\s+(?:the\s+)?caribbean|LAC",
    "es": r"am[ée]rica\s+latina\s+y\s+(?:el\s+)?caribe|latinoamerican[oa]s?\s+y\s+(?:del\s+caribe|caribeñ[oa]s?)|ALC",
    "pt": r"am[ée]rica\s+latina\s+e\s+(?:o\s+|do\s+)?caribe|latino-?american[oa]s?\s+e\s+caribenh[oa]s?",
    "fr": r"am[ée]rique\s+latine\s+et\s+(?:les\s+|des\s+)?cara[ïi]bes?|latino-?am[ée]ricaine?s?\s+et\s+carib[ée]\w+",
}

# language -> words for people coming together, which say nothing of what it is about; folded, singular
MEETINGS = {
    "en": """meeting seminar workshop forum conference webinar panel dialogue session training course round table
        roundtable""",
    "es": """reunion seminario taller foro conferencia webinario panel dialogo sesion capacitacion curso mesa redonda
        jornada encuentro""",
    "pt": """reuniao seminario oficina forum conferencia webinario painel dialogo sessao capacitacao curso mesa redonda
        jornada encontro""",
    "fr": """reunion seminaire atelier forum conference webinaire panel dialogue session formation cour table ronde
        journee rencontre""",
}

# language -> words that say which of several it is, or for whom and how often; folded, singular
EDITIONS = {
    "en": "activity event edition issue phase virtual regional annual",
    "es": "actividad evento edicion fase virtual regional anual",
    "pt": "atividade evento edicao fase virtual regional anual",
    "fr": "activite evenement edition phase virtuel virtuelle regional regionale annuel annuelle",
}

# language -> the first ten ordinals, with their genders; folded
ORDINALS = {
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth",
    "es": """primer/primero/primera segundo/segunda tercer/tercero/tercera cuarto/cuarta quinto/quinta sexto/sexta
        septimo/septima octavo/octava noveno/novena decimo/decima""",
    "pt": """primeiro/primeira segundo/segunda terceiro/terceira quarto/quarta quinto/quinta sexto/sexta setimo/setima
        oitavo/oitava nono/nona decimo/decima""",
    "fr": """premier/premiere deuxieme/second/seconde troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme
        dixieme""",
}

# the heading of what SELA did beside an activity, which is told at its end
OTHER_ACTIVITIES = {
    "en": r"(?:other|additional|related|complementary)\s+(?:activities|actions|events)",
    "es": r"otr[ao]s\s+(?:actividades|acciones|eventos)|actividades\s+(?:complementarias|relacionadas)",
    "pt": r"outr[ao]s\s+(?:atividades|a[çc][õo]es|eventos)|atividades\s+(?:complementares|relacionadas)",
    "fr": r"autres\s+(?:activit[ée]s|actions|[ée]v[ée]nements)|activit[ée]s\s+(?:compl[ée]mentaires|connexes)",
}
