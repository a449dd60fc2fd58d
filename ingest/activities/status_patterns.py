"""The turns of phrase by which a report says what became of an activity, the four languages side by side."""

from __future__ import annotations

import re

from ingest.date_words import RELATIVE_YEARS
from ingest.patterns import EVENT, THE_EVENT, THIS, phrase, spaced
from ingest.words import MONTH, either

NEXT_YEAR = either(RELATIVE_YEARS["next"]).replace(r"\s+", " ")
TO_YEAR = rf"(?:[^.]{{0,60}}?\b(?:20\d\d|{NEXT_YEAR}))?"
LATER = rf"(?:20\d\d\b|(?:\w+ ){{0,4}}?(?:20\d\d\b|{NEXT_YEAR})|{MONTH}\b)"  # "moved to" this, and not to a hall

BUT = r"(?! (?:[^.;]{0,60} )?but (?:in|on|at|online|virtually|from)\b)"  # "not held in Lima but in Quito"

STATUS: dict[str, re.Pattern[str]] = {
    "rescheduled": phrase(
        r"(?:(?:was|is|has been|been|were|be) )?(?:re-?scheduled|postponed|deferred|put off|re-?programmed|"
        r"adjourned)\b"
        + TO_YEAR,
        rf"(?:(?:was|is|has been|been|were|be) )?(?:moved|transferred|shifted|carried (?:over|forward)|pushed back|"
        rf"delayed|held over)(?: to| until| for| into| over to) (?={LATER})" + TO_YEAR,
        r"(?:se (?:reprogram(?:a|[óo]|ar[áa])|pospus?o|pospondr[áa]|difiri[óo]|aplaz(?:[óo]|ar[áa])|posterg[óo])|"
        r"(?:fue |ha sido |qued[óo] )?(?:reprogramad|pospuest|diferid|aplazad|postergad)[oa])\b" + TO_YEAR,
        rf"(?:se traslad[óo]|se pas[óo]|pas[óo]|(?:fue |ha sido |qued[óo] )?(?:trasladad|transferid|pasad)[oa]|"
        rf"qued[óo])"
        rf" (?:para|a|al) (?={LATER})" + TO_YEAR,
        r"(?:foi |est[áa] )?(?:reprogramad|adiad|reagendad|postergad|remarcad)[oa]\b" + TO_YEAR,
        rf"(?:foi |ficou )?(?:transferid[oa] |passou |ficou )(?:para|ao?) (?={LATER})" + TO_YEAR,
        r"(?:a [ée]t[ée] |est )?(?:report[ée]|reprogramm[ée]|ajourn[ée]|diff[ée]r[ée]|repouss[ée]|d[ée]cal[ée])e?\b"
        + TO_YEAR,
        rf"a [ée]t[ée] (?:remise?|renvoy[ée]e?|transf[ée]r[ée]e?) (?:[àa]|en|au) (?={LATER})" + TO_YEAR,
    ),
    "suspended": phrase(
        r"(?:(?:was|has been|is|were) )?(?:suspended|cancelled|canceled|called off|abandoned|discontinued|withdrawn)",
        r"(?:fue |ha sido |qued[óo] )?(?:suspendid|cancelad|anulad|descartad)[oa]|se (?:suspendi[óo]|cancel[óo]|"
        r"anul[óo])|"
        r"(?:qued[óo]|se dej[óo]|fue dejad[oa]) sin efecto",
        r"(?:foi |ficou )?(?:suspens|cancelad|anulad)[oa]|ficou sem efeito",
        r"(?:a [ée]t[ée] )?(?:suspendue?|annul[ée]e?|abandonn[ée]e?)",
    ),
    "not-implemented": phrase(
        r"(?:was|were|has|have|had|could|did|is) (?:finally |therefore |thus |in the end )?not (?:yet |finally )?"
        r"(?:be |been |able to be )?(?:implemented|carried out|executed|held|conducted|organi[sz]ed|started|begun|"
        r"launched|initiated|undertaken|delivered|take place|taken place|begin|start|go ahead)" + BUT,
        r"not (?:implemented|carried out|executed|held|started)" + BUT, r"failed to (?:take place|start|begin)",
        r"(?:was|proved) (?:not possible|impossible) to (?:hold|carry out|implement|organi[sz]e|start|begin)",
        r"no (?:se |fue |ha |sido |pudo |ser |lleg[óo] a |hab[íi]a |podido )*"
        r"(?:ejecut|realiz|celebr|efectu|inici|concret|organiz|dict|emprend)(?:[óo]|ad[oa]|ar|arse|aron)"
        r"(?![^.;]{0,60} sino\b)|no (?:se llev[óo] a cabo|(?:pudo|lleg[óo] a) llevarse a cabo|tuvo lugar|tuvo inicio|"
        r"pudo tener lugar|fue posible (?:realizar|ejecutar|celebrar|iniciar|llevar a cabo)\w*)",
        r"n[ãa]o (?:se |foi |ter |p[ôo]de |chegou a |ser |sido )*(?:execut|realiz|implement|celebr|efetu|inici|"
        r"organiz|"
        r"concretiz)(?:ou|ad[oa]|ar|ar-se)(?![^.;]{0,60} mas (?:em|no|na)\b)|"
        r"n[ãa]o (?:teve lugar|ocorreu|aconteceu|foi poss[íi]vel (?:realizar|executar|iniciar))",
        r"n['’](?:a|ont) (?:finalement |toujours )?(?:pas|pu)(?: encore| pu)? (?:[ée]t[ée] |[êe]tre |"
        r"avoir )?(?:mise? en "
        r"(?:œ|oe)uvre|r[ée]alis[ée]e?|tenue?|organis[ée]e?|ex[ée]cut[ée]e?|lanc[ée]e?|commenc[ée]e?|entam[ée]e?|"
        r"eu lieu|lieu)|"
        r"ne s['’]est pas (?:tenue?|d[ée]roul[ée]e?)|non (?:r[ée]alis|ex[ée]cut)[ée]e?",
    ),
}  # fmt: skip
MERGED = phrase(  # into another activity, or replaced by it: not done as such, unless a date is told
    r"(?:was|has been|were) (?:merged|integrated|subsumed|absorbed|incorporated|combined|replaced|substituted|"
    r"included) "
    r"(?:in(?:to)?|with|by|under|within) (?:another|other|the activity|activity|that of|those of|project)",
    r"(?:fue|qued[óo]|ha sido|se) (?:fusionad|integrad|incorporad|subsumid|absorbid|reemplazad|sustituid|fusion|"
    r"integr|"
    r"incorpor)(?:[oa]|[óo]) (?:en|con|por|a|dentro de) (?:la actividad|otra|el proyecto|la de)",
    r"foi (?:fundid|incorporad|integrad|absorvid|substitu[íi]d)[oa] (?:em|com|por|pela|na|à) ?(?:outra|atividade|"
    r"projeto)",
    r"a [ée]t[ée] (?:fusionn[ée]|int[ée]gr[ée]|absorb[ée]|remplac[ée]|incorpor[ée])e? (?:dans|avec|par|[àa]) "
    r"(?:une autre|l['’]activit[ée]|celle|le projet)",
)
SUBJECT = re.compile(  # what a status is said of, right before it is said; nothing in "Rescheduled for 2025."
    rf"(?:\A\W*|\b{EVENT}\b[^.;]{{0,30}}|\A\W*(?:{THIS}|{THE_EVENT})\b[^.;,]{{0,60}},[^.;,]{{0,120}},\s*)\Z",
    re.IGNORECASE,
)
THE = r"(?:the|this|el|la|los|las|est[ae]|del|o|os|as?|d[oa]|le|les|cet?|cette|du|l['’])"
THE_WORK = (  # "The atlas", "Work on the port atlas", "La redacción del atlas de puertos": a title's noun as subject
    rf"(?:\A\W*|[,;]\s)(?:[\w-]+\s){{{{0,4}}}}?{THE}\s?(?:[\w-]+\s){{{{0,2}}}}?(?:{{}})"
    r"(?:\s(?:of|on|for|de|del|sobre|para|do|da|sur|du|pour)\s[^.;,]{{0,50}})?(?:\s[\w-]+)?\s*\Z"
)

ON = r"(?:[^.\n]|\n(?!\s*\n)|\.(?=[^.“”]{0,90}”)){0,300}?\b"  # a stop within a quoted title ends no sentence
HOLD = r"(?:conduct|hold|carry out|organi[sz]e|implement)"
IT = rf"(?:{THIS}|it)"
TURNED: dict[str, re.Pattern[str]] = {  # said of the activity in the middle of a report
    "suspended": phrase(
        rf"{THIS}\b{ON}(?:was|is|has been|had to be) (?:suspended|cancell?ed)",
        rf"{THIS}\b{ON}(?:fue|foi|a [ée]t[ée]) (?:suspendid|suspens|cancelad|suspendu|annul[ée])[ao]?e?",
        rf"{THIS}\b{ON}se (?:suspendi[óo]|cancel[óo])",
        rf"(?:suspend|cancel|suspender|cancelar|suspendre|annuler) {THIS}",
    ),
    "rescheduled": phrase(
        rf"{THIS}\b{ON}(?:was|is|is being|has been|had to be) (?:re-?scheduled|postponed|deferred)\b" + TO_YEAR,
        rf"{THIS}\b{ON}(?:was|has been|had to be) (?:moved|transferred|carried over) to (?={LATER})" + TO_YEAR,
        rf"(?:postpone|re-?schedule|defer) {IT}\b" + TO_YEAR,
        rf"it (?:was|has been|had to be) (?:moved|transferred|carried over|postponed|re-?scheduled|deferred|left)"
        rf"(?: to| until| for) (?={LATER})" + TO_YEAR,
        rf"(?:se dej[óo]|se traslad[óo]|qued[óo]|foi deixad[oa]|ficou|a [ée]t[ée] laiss[ée]e?)(?: pendiente)?"
        rf" (?:para|a|pour) (?={LATER})" + TO_YEAR,
        rf"(?:move|transfer|shift) {IT} to (?={LATER})" + TO_YEAR,
        rf"(?:agreed|decided|planned|proposed) to {HOLD} {IT}\b[^.]{{0,60}}?\b(?:20\d\d|{NEXT_YEAR})",
        rf"{THIS}\b{ON}(?:fue|ha sido|foi|se) (?:reprogram|pospu|pospon|difi|aplaz|adiad|reagendad)\w+" + TO_YEAR,
        rf"(?:reprogramar|posponer|diferir|aplazar|postergar|adiar|reagendar|reporter|"
        rf"reprogrammer) {THIS}\b" + TO_YEAR,
        r"(?:reprogram[áa]r|posponer|diferir|aplazar|postergar|trasladar|mover|pasar|adi[áa]-|transferi-|"
        r"reagend[áa]-)l[oa]"
        r"\b" + TO_YEAR,
        r"(?:l[ae] |l['’])(?:reporter|diff[ée]rer|ajourner|repousser|reprogrammer)\b" + TO_YEAR,
        rf"(?:acord(?:[óo]|aron|amos|ou|aram)|decidi(?:[óo]|eron|mos|u|ram)|convin(?:o|ieron)|concord(?:ou|aram)|"
        rf"propuso|prop[ôo]s|(?:a|ont) (?:d[ée]cid[ée]|convenu|propos[ée]))(?: en| em| de)? "
        rf"(?:realizar|celebrar|llevar a cabo|tenir|organiser|r[ée]aliser) {THIS}\b"
        rf"[^.]{{0,60}}?\b(?:20\d\d|{NEXT_YEAR})",
    ),
    "planned": phrase(
        rf"{THIS}\b{ON}(?:will be held|will take place|(?:is|are) (?:now )?scheduled to (?:be held|take place))",
        r"(?:is|are) (?:organi[sz]ing|preparing) [^.\n]{0,200}?, (?:scheduled )?to be held",
        rf"{THIS}\b{ON}(?:se (?:realizar|celebrar|llevar)[áa]|tendr[áa] lugar|est[áa] (?:previst|programad)[oa])",
        rf"{THIS}\b{ON}(?:ser[áa] realizad[ao]|realizar-se-[áa]|se tiendra|aura lieu|est pr[ée]vue?)",
    ),
}
AFTER_ALL = spaced(  # behind "it was not held": that it will be, in a year
    either(
        {
            "en": r"\b(?:will|shall|agreed|decided|proposed|plans?|planned|expected|scheduled|intends?|foreseen)\b",
            "es": r"\b(?:\w{2,}r[áa]n?|acord\w+|convin\w+|decidi\w+|propuso|propusieron|prev[ée]\w*|previst[oa]|"
            r"espera)\b",
            "pt": r"\b(?:\w{2,}r[áa]|acord\w+|decidi\w+|prop[ôo]s|previst[oa]|prev[êe]|espera)\b",
            "fr": r"\b(?:\w{2,}ra|convenu|d[ée]cid[ée]|propos[ée]|pr[ée]vue?|pr[ée]voit)\b",
        }
    )
)
REFERS = phrase(  # to the activity: "it", "celebrarla", "se realizará", and the Work Programme that will have it again
    rf"it|{THIS}|{THE_EVENT}|work programmes?|programa de trabaj?[ol]h?o|programme de travail",
    r"\w+[aei]r-?l[oa]s?|se \w+r[áa]|ser[áa]|\w+-se-[áa]|\w+-l[oa]",
    r"se (?:tiendra|d[ée]roulera)|sera|aura lieu|"
    r"l[ea] \w+er|l['’]\w+er",
)
