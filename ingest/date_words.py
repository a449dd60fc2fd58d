"""The words of dates beyond the names of months: years told by their place, parts of years, by language."""

from __future__ import annotations

import re

from ingest.words import MONTH, either

# which year, seen from the document ("same": from the date before it) -> language -> how it is said
RELATIVE_YEARS: dict[str, dict[str, str]] = {
    "same": {
        "en": r"of\s+(?:the\s+same|that|said)\s+year",
        "es": r"del\s+mismo\s+año|de\s+(?:ese|dicho)\s+año",
        "pt": r"do\s+mesmo\s+ano|d(?:esse|aquele)\s+ano",
        "fr": r"de\s+(?:la|cette)\s+m[êe]me\s+ann[ée]e",
    },
    "next": {
        "en": r"(?:of\s+)?(?:the\s+)?(?:next|following|coming)\s+year",
        "es": r"d?el\s+(?:pr[óo]ximo\s+año|año\s+(?:pr[óo]ximo|siguiente|entrante))",
        "pt": r"[dn]?o\s+(?:pr[óo]ximo\s+ano|ano\s+(?:seguinte|que\s+vem))",
        "fr": r"(?:de\s+)?l['’](?:ann[ée]e\s+(?:prochaine|suivante)|an\s+prochain)",
    },
    "last": {
        "en": r"(?:of\s+)?(?:the\s+)?(?:last|previous|past)\s+year",
        "es": r"del\s+año\s+(?:pasado|anterior)",
        "pt": r"do\s+ano\s+(?:passado|anterior)",
        "fr": r"de\s+l['’]ann[ée]e\s+(?:derni[èe]re|pass[ée]e|pr[ée]c[ée]dente)|de\s+l['’]an\s+dernier",
    },
    "this": {  # last, since "of the year" opens others too
        "en": r"(?:of\s+)?(?:this|the(?:\s+(?:current|present))?)\s+year",
        "es": r"de\s+este\s+año|del\s+(?:presente|corriente|actual)(?:\s+año)?|del\s+año(?:\s+en\s+curso)?",
        "pt": r"deste\s+ano|do\s+(?:(?:corrente|presente)\s+)?ano(?:\s+em\s+curso)?",
        "fr": r"de\s+(?:cette\s+|l['’])ann[ée]e(?:\s+en\s+cours)?",
    },
}
RELATIVE_YEAR = "|".join(either(names) for names in RELATIVE_YEARS.values())

# which part of a year, from 1 (-1 is the last) -> how it is said
ORDINALS: dict[int, str] = {
    1: r"first|primer[oa]?|primeir[oa]|premi[èe]re?|1er",
    2: r"second|segund[oa]|deuxi[èe]me|seconde?",
    3: r"third|tercer[oa]?|terceir[oa]|troisi[èe]me",
    4: r"fourth|cuart[oa]|quart[oa]|quatri[èe]me",
    -1: r"last|[úu]ltim[oa]|derni[èe]re?",
}
ORDINAL = "|".join(ORDINALS.values())

# months in a part -> how it is said
PARTS: dict[int, str] = {6: r"half|semester|semestre|moiti[ée]|mitad|metade", 3: r"quarter|trimester|trimestre"}
PART = "|".join(PARTS.values())

# a part of a month, which is dated by the month: "the last week of October"
MONTH_PARTS: dict[str, str] = {
    "en": rf"(?:the\s+)?(?:(?:{ORDINAL})\s+(?:week|fortnight|half|days)|beginning|middle|end)\s+of|early|late|mid",
    "es": rf"(?:el|la|los)\s+(?:{ORDINAL})s?\s+(?:semana|quincena|mitad|d[íi]as)\s+de|"
    r"(?:principios|mediados|fin(?:es|ales)?)\s+de",
    "pt": rf"(?:o|a|os)?\s*(?:{ORDINAL})s?\s+(?:semana|quinzena|metade|dias)\s+de|"
    r"(?:in[íi]cios?|meados|fins|final)\s+de",
    "fr": rf"(?:le|la|les)\s+(?:{ORDINAL})s?\s+(?:semaine|quinzaine|moiti[ée]|jours)\s+d['’e]|(?:d[ée]but|mi-?|fin)",
}

# before a month that stands without day and year, so that "May" in a name is none
IN_MONTH: dict[str, str] = {
    "en": r"(?:in|during|for|at|by)(?:\s+the\s+months?\s+of)?",
    "es": r"(?:en|durante|para|a)(?:\s+el\s+mes\s+de)?",
    "pt": r"(?:em|durante|no|na|para|a)(?:\s+(?:o\s+)?m[êe]s\s+de)?",
    "fr": r"(?:en|pendant|durant|au|pour|[àa])(?:\s+(?:le\s+)?mois\s+d['’e]\s?)?",
}
MONTH_ALONE = rf"(?:{either(IN_MONTH)})\s+(?:(?:{either(MONTH_PARTS)})[\s-]*)?(?P<month>{MONTH})"


WEEKDAYS: dict[str, str] = {
    "en": r"(?:mon|tues|wednes|thurs|fri|satur|sun)day",
    "es": r"lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo",
    "pt": r"(?:segunda|ter[çc]a|quarta|quinta|sexta)(?:-feira)?|s[áa]bado|domingo",
    "fr": r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche",
}
WEEKDAY = either(WEEKDAYS)


def months_of(ordinal: str, part: str) -> tuple[int, int]:
    """First and last month of a part of a year.

    >>> months_of("second", "half"), months_of("último", "trimestre")
    ((7, 12), (10, 12))
    """
    number = next(n for n, said in ORDINALS.items() if re.fullmatch(said, ordinal, re.IGNORECASE))
    length = next(n for n, said in PARTS.items() if re.fullmatch(said, part, re.IGNORECASE))
    last = 12 if number == -1 else min(12, number * length)
    return last - length + 1, last
