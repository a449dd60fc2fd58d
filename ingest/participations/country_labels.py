"""The words in prose behind which countries are enumerated: Member States, others, participating ones; by language."""

from __future__ import annotations

from ingest.patterns import phrase

CAME = r"(?: (?:attended|participated|took part|asistieron|participaron|assistiram|participaram|ont particip[ée]))?"
NAMELY = CAME + r"(?: ?\(\d{1,2}\))?(?::|,? (?:namely|to wit|a saber|nomeadamente|[àa] savoir):?)"
MEMBERS = phrase(
    rf"member (?:states|countries)(?: of (?:the )?SELA)?{NAMELY}",
    rf"(?:estados|pa[íi]ses) miembros(?: del? SELA)?{NAMELY}",
    rf"(?:estados|pa[íi]ses)[- ]membros(?: d[oa] SELA)?{NAMELY}",
    rf"(?:[ée]tats|pays) membres(?: du SELA)?{NAMELY}",
)
OTHERS = phrase(
    rf"(?:countries outside the region|(?:non-member|extra-?regional|other|observer) (?:countries|states)){NAMELY}",
    rf"pa[íi]ses (?:de )?fuera de la regi[óo]n{NAMELY}",
    rf"(?:(?:pa[íi]ses|estados) (?:no miembros|extrarregionales|observadores)){NAMELY}",
    rf"otros (?:pa[íi]ses|estados){NAMELY}",
    rf"pa[íi]ses de fora da regi[ãa]o{NAMELY}",
    rf"(?:(?:pa[íi]ses|estados) (?:n[ãa]o[- ]membros|extrarregionais|observadores)){NAMELY}",
    rf"outros (?:pa[íi]ses|estados){NAMELY}",
    rf"pays (?:hors|ext[ée]rieurs [àa]) (?:de )?la r[ée]gion{NAMELY}",
    rf"(?:(?:pays|[ée]tats) (?:non membres|observateurs)){NAMELY}",
    rf"autres (?:pays|[ée]tats){NAMELY}",
)
PARTICIPATING = phrase(  # of members and others alike
    r"(?:participating|attending) countries(?: were| are)?(?: ?\(\d{1,2}\))?:",
    r"pa[íi]ses (?:participantes|asistentes)(?: fueron| son)?(?: ?\(\d{1,2}\))?:",
    r"pa[íi]ses participantes(?: foram| s[ãa]o)?(?: ?\(\d{1,2}\))?:",
    r"pays participants(?: [ée]taient| sont)?(?: ?\(\d{1,2}\))? ?:",
    r"countries (?:taking part|participating|attending|that will take part) (?:are|were|will be):?",
    r"pa[íi]ses (?:participantes|que participar[áa]n|que tomar[áa]n parte) (?:son|ser[áa]n|fueron):?",
    r"pa[íi]ses (?:participantes|que participar[ãa]o) (?:s[ãa]o|ser[ãa]o|foram):?",
    r"pays (?:participants|qui participeront) (?:sont|seront|[ée]taient) ?:?",
)
