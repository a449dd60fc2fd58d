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
        "en": r"THEMATIC\s+AREA|AREA",
        "es": r"[ÁA]REA\s+TEM[ÁA]TICA|[ÁA]REA",
        "pt": r"[ÁA]REA\s+TEM[ÁA]TICA|[ÁA]REA",
        "fr": r"DOMAINE\s+TH[ÉE]MATIQUE|AXE\s+TH[ÉE]MATIQUE|DOMAINE",
    },
    "programme": {"en": "PROGRAMME|PROGRAM", "es": "PROGRAMA", "pt": "PROGRAMA", "fr": "PROGRAMME"},
    "project": {"en": "PROJECT", "es": "PROYECTO", "pt": "PROJETO", "fr": "PROJET"},
    "activity": {"en": "ACTIVITY", "es": "ACTIVIDAD", "pt": "ATIVIDADE", "fr": "ACTIVIT[ÉE]"},
}

# kind of section -> language -> its heading
SECTIONS: dict[str, dict[str, str]] = {
    "background": {
        "en": r"background(?:\s+and\s+justification)?|justification|rationale",
        "es": r"antecedentes(?:\s+y\s+justificaci[óo]n)?|justificaci[óo]n",
        "pt": r"antecedentes(?:\s+e\s+justifica[çc][ãa]o)?|justificativa",
        "fr": r"contexte(?:\s+et\s+justification)?|ant[ée]c[ée]dents(?:\s+et\s+justification)?",
    },
    "objectives": {"en": "objectives?", "es": "objetivos?", "pt": "objetivos?", "fr": "objectifs?"},
    "expected-results": {
        "en": r"expected\s+results?",
        "es": r"resultados?\s+esperados?",
        "pt": r"resultados?\s+esperados?",
        "fr": r"r[ée]sultats?\s+(?:attendus?|escompt[ée]s?)",
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
    "en": "contents|table of contents",
    "es": "contenido|contenidos|[íi]ndice",
    "pt": "conte[úu]do|sum[áa]rio|[íi]ndice",
    "fr": "table des mati[èe]res|sommaire|contenu",
}

UNSCHEDULED = {
    "en": r"un(?:scheduled|programmed|planned)\s+activities",
    "es": r"actividades\s+no\s+(?:programadas|previstas)",
    "pt": r"atividades\s+n[ãa]o\s+(?:programadas|previstas)",
    "fr": r"activit[ée]s\s+non\s+(?:programm[ée]es|pr[ée]vues)",
}

KINDS: dict[str, dict[str, str]] = {
    "annual-report": {
        "en": r"annual\s+report",
        "es": r"informe\s+anual",
        "pt": r"relat[óo]rio\s+anual",
        "fr": r"rapport\s+annuel",
    },
    "work-programme": {
        "en": r"work\s+programme?",
        "es": r"programa\s+de\s+trabajo",
        "pt": r"programa\s+de\s+trabalho",
        "fr": r"programme\s+de\s+travail",
    },
}

MEETING = {
    "en": r"meeting\s+of\s+the\s+latin\s+american\s+council",
    "es": r"reuni[óo]n\s+(?:ordinaria|extraordinaria)\s+del\s+consejo\s+latinoamericano",
    "pt": r"reuni[ãa]o\s+(?:ordin[áa]ria|extraordin[áa]ria)\s+do\s+conselho\s+latino-?americano",
    "fr": r"r[ée]union\s+(?:ordinaire|extraordinaire)\s+du\s+conseil\s+latino-?am[ée]ricain",
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


def either(table: dict[str, str]) -> str:
    """One pattern for a row of any language."""
    return "|".join(dict.fromkeys(table[language] for language in LANGUAGES))


MONTH_NUMBERS = {name: number for names in MONTHS.values() for number, name in enumerate(names, 1)}
MONTH_NUMBERS |= {"setiembre": 9, "marco": 3, "fevrier": 2, "aout": 8, "decembre": 12}
MONTH = "|".join(sorted(map(re.escape, MONTH_NUMBERS), key=len, reverse=True))

# the heading of what SELA did beside an activity, which is told at its end
OTHER_ACTIVITIES = {
    "en": r"(?:other|additional|related|complementary)\s+(?:activities|actions|events)",
    "es": r"otr[ao]s\s+(?:actividades|acciones|eventos)|actividades\s+(?:complementarias|relacionadas)",
    "pt": r"outr[ao]s\s+(?:atividades|a[çc][õo]es|eventos)|atividades\s+(?:complementares|relacionadas)",
    "fr": r"autres\s+(?:activit[ée]s|actions|[ée]v[ée]nements)|activit[ée]s\s+(?:compl[ée]mentaires|connexes)",
}
