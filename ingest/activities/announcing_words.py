"""The words by which a plan announces: what people come together for, and the verbs of what is still to be held."""

from __future__ import annotations

from ingest.activities.verbs import HOLD, ORGANISE, REALIZAR, TENIR
from ingest.patterns import EVENT, spaced
from ingest.words import either

NAMES: dict[str, str] = {  # beside those of any report; a study, a guide or a project brings nobody together
    "en": r"(?:exercise|drill|simulation|mission|visit|diploma|school|summit|symposium|talk|lecture|round|fora|"
    r"videoconference|conversation|clinic|hackathon|exhibition|internship|retreat|roundtable|table)e?s?",
    "es": r"(?:simulacro|ejercicio|misi[óo]n|visita|diplomado|escuela|cumbre|simposio|charla|conversatorio|rueda|"
    r"sesi[óo]n|webinario|videoconferencia|exposici[óo]n|pasant[íi]a|cl[íi]nica|c[áa]tedra|mesa|panel)(?:e?s)?|"
    r"programas? de (?:formaci[óo]n|capacitaci[óo]n)",
    "pt": r"(?:simulado|exerc[íi]cio|miss[ãa]o|visita|escola|c[úu]pula|simp[óo]sio|palestra|rodada|sess[ãa]o|"
    r"videoconfer[êe]ncia|exposi[çc][ãa]o|est[áa]gio|mesa)s?|(?:reuni|sess|miss)[õo]es",
    "fr": r"(?:simulation|exercice|mission|visite|dipl[ôo]me|[ée]cole|sommet|symposium|causerie|visioconf[ée]rence|"
    r"webinaire|exposition|stage|table|s[ée]ance)s?",
}
EVENTS = rf"(?:(?!stud|estud|[ée]tud|proje|proye){EVENT}(?:e?s)?|{either(NAMES)})"
SEVERAL = (
    r"an?|one|two|three|four|five|several|various|un|una|dos|tres|cuatro|cinco|v[áa]ri[oa]s|uma|dois|duas|três|"
    r"une|deux|trois|quatre|cinq|plusieurs|\d{1,2}|[IVXLC]+"
)
LINKS = (
    r"the|of|to|for|on|in|at|that|which|el|la|los|las|del?|para|sobre|en|que|o|os|as|d[aou]s?|em|les?|des|pour|sur|[àa]"
)
OPENS = spaced(  # "Two virtual workshops ...", "Curso a distancia ...", "II Forum ...", but not "The workshop ..."
    rf"\A\W*(?:(?:[A-Z]|\d+)[.)] )?(?:(?:{SEVERAL}) )?(?:(?!(?:{LINKS})\b)[^\W\d_][\w/-]*,? ){{0,3}}?{EVENTS}\b"
)

SET = (
    r"(?:tentatively |provisionally |now |initially )?(?:foreseen|envisaged|planned|scheduled|expected|due|set|slated)"
)
SERA = rf"(?:{REALIZAR}|reun|congreg|inaugur|sesion|impart|promov|ministr)(?:a|e|i)r(?:á|a|án|ão|ao)"
FORWARD = spaced(  # of what is still to be held
    r"\b(?:"
    + either(
        {
            "en": rf"(?:will|shall)(?: \w+ly| also| then)? (?:be (?:{ORGANISE}|inaugurated)|"
            rf"take place|meet|last|{HOLD}|bring together|gather|assemble)|"
            rf"(?:is|are)(?: \w+ly)? {SET}|to (?:be (?:{ORGANISE})|take place)|"
            rf"{SET} (?:for|to|in|on|between)",
            "es": rf"(?:se )?{SERA}|tendr[áa]n? lugar|(?:se )?llevar[áa]n? a cabo|"
            rf"ser[áa]n? (?:{REALIZAR}|impart)[ai]d[oa]s?|"
            rf"a (?:{REALIZAR}|impart|llev)[ai]rse(?: a cabo)?|"
            r"(?:previst|programad|planificad|fijad)[oa]s? (?:para|en|a|entre)|"
            rf"se (?:prev[ée]|espera|estima|contempla|proyecta) (?:su )?(?:{REALIZAR}|lleva)\w+|durar[áa]|acoger[áa]",
            "pt": rf"(?:se )?{SERA}|(?:{REALIZAR})ar-se-[áa]|ter(?:á|ão) lugar|"
            rf"ser(?:á|ão) (?:{REALIZAR}|ministr|promov)[ai]d[oa]s?|"
            rf"a (?:ser (?:{REALIZAR})ad[oa]s?|(?:{REALIZAR})ar-se)|"
            r"(?:previst|programad|planejad|marcad)[oa]s? (?:para|em|a)|"
            r"durar[áa]|acolher[áa]|sediar[áa]",
            "fr": rf"(?:aura|auront) lieu|se (?:tiendr|d[ée]rouler|r[ée]unir)(?:a|ont)|sera (?:{TENIR})e?|"
            rf"seront (?:{TENIR})e?s|"
            r"(?:organiser|tiendr|r[ée]unir|rassembler|accueiller|durer)(?:a|ont)|"
            r"(?:pr[ée]vu|programm[ée]|planifi[ée]|fix[ée])e?s? (?:pour|en|au|le|du|[àa])|"
            r"devant (?:se tenir|avoir lieu)|"
            rf"[àa] [êe]tre (?:{TENIR})e?",
        }
    )
    + r")(?!\w)"
)
INVITES = spaced(  # "the masters will be invited to a meeting", "se discutirá en un taller"
    "(?:"
    + either(
        {
            "en": r"\b(?:will|shall)\b[^.;]{0,160}? (?:to|at|in|during|through|by|for) (?:an?|one|two|three) "
            r"(?:[\w-]+ ){0,3}?",
            "es": r"\b\w+r(?:á|án)\b[^.;]{0,160}? (?:a|en|durante|mediante|por) (?:una?|dos|tres) (?:[\w-]+ ){0,2}?",
            "pt": r"\b\w+r(?:á|ão)\b[^.;]{0,160}? (?:(?:a|em|durante|mediante|por) uma?|numa?) (?:[\w-]+ ){0,2}?",
            "fr": r"\b\w+r(?:a|ont)\b[^.;]{0,160}? (?:(?:[àa]|dans|pendant|par) |lors d['’])une? (?:[\w-]+ ){0,2}?",
        }
    )
    + rf"){EVENTS}\b"
)
PRONOUN = spaced(r"\A\W*(?:it|both|they|this|[ée]sta?|est[ae]s|el mismo|la misma|ele|ela|il|elle)?(?: also)?\W*\Z")
