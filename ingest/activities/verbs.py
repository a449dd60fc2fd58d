"""The verbs by which a text tells that an event is held, and those by which it tells something else, by language.

- `held`, `will`: it was or will be held, said of it or by those who held it
- `bare`: "..., held in Lima", "which was held in Lima": the event is named before, and may be a past one
- `joined`: someone took part in it
- `fronted`: "On 3 May the Office presented ...", an event only where the date opens the sentence
- `moved`: it was held back or put off; the date is one at which it was not held
- `other`: what is done on a day without an event: signing, publishing, deciding
"""

from __future__ import annotations

import re

from ingest.words import either

WHITE = r"\s+"
ORGANISE = r"organi[sz]ed|held|carried out|conducted|convened|hosted|delivered|staged|given|taught|celebrated"
HOLD = r"hold|organi[sz]e|conduct|host|convene|carry out|deliver"
REALIZAR = r"realiz|celebr|efectu|desarroll|organiz|ejecut|dict"
VERBS: dict[str, dict[str, str]] = {
    "moved": {
        "en": rf"(?:was|were|had been) (?:originally |initially |first |also )?(?:scheduled|expected|planned|supposed|"
        rf"due|foreseen|meant|programmed|to have)|originally|initially|should have|"
        rf"not (?:yet )?(?:be |been )?(?:{ORGANISE}|taken)|"
        r"(?:were|was) forced|(?:re-?scheduled|postponed) from",
        "es": r"estab?an? (?:originalmente |inicialmente )?(?:previst|programad|planificad)\w+|hab[íi]an? sido|"
        r"originalmente|inicialmente|deb[íi]an?|no (?:se|pud\w+|fue|ha)",
        "pt": r"estavam? (?:inicialmente )?(?:previst|programad)\w+|originalmente|inicialmente|dev(?:ia|eria)m?|"
        r"n[ãa]o (?:se|p[ôo]de|foi)",
        "fr": r"[ée]tai(?:t|ent) (?:initialement )?(?:pr[ée]vu|programm[ée])\w*|initialement|devai(?:t|ent)|"
        r"n['’](?:a|ont) (?:pas|pu)",
    },
    "joined": {
        "en": r"participat(?:ed|ion)|took part|attended(?! by)|(?:was|were) (?:also )?(?:invited|represented)|"
        r"(?:included|incorporated) in(?:to)? the (?:agenda|programme)|form(?:ed|ing|s) part of",
        "es": r"particip(?:[óo]|aron|aci[óo]n)|asisti(?:[óo]|eron)|tom(?:[óo]|aron) parte|fue invitad[oa]|"
        r"(?:incluid|incorporad)[oa] en (?:la agenda|el programa)|form[óo] parte de",
        "pt": r"particip(?:ou|aram|a[çc][ãa]o)|assisti(?:u|ram)|tom(?:ou|aram) parte|foi convidad[oa]|"
        r"inclu[íi]d[oa] (?:na agenda|no programa)|fez parte d[eoa]",
        "fr": r"(?:a|ont) (?:particip[ée]|pris part|assist[ée])|participation|a [ée]t[ée] invit[ée]e?|"
        r"inscrite? au programme|a fait partie d[eu]",
    },
    "bare": {
        "en": rf"(?:which|that) (?:was |were |has been |had been |is |will be )?(?:{ORGANISE}|took place|met)|"
        r"(?:held|conducted|carried out|hosted|organi[sz]ed|convened|given)(?= (?:in|on|at|from|during|under|between|"
        r"by|jointly|with|within|both|virtually|online|face|through|via)\b)|taking place|to be held|holding(?! of)|"
        r"scheduled (?:to (?:be held|take place)|for)",
        "es": rf"que (?:se (?:{REALIZAR})\w+|se llev\w+ a cabo|tuv\w+ lugar|fue(?:ron)? (?:{REALIZAR})ad[oa]s?)|"
        rf"(?:{REALIZAR})ad[oa]s?|impartid[oa]s?|llevad[oa]s? a cabo|a (?:{REALIZAR})arse|"
        r"(?:programad|previst)[oa]s? (?:para|a)",
        "pt": r"que (?:se (?:realizou|celebrou)|teve lugar|ocorreu|foi (?:realizad|organizad)[oa])|"
        r"(?:realizad|celebrad|organizad|efetuad)[oa]s?|a (?:realizar|celebrar)-se|"
        r"(?:programad|previst)[oa]s? para",
        "fr": r"qui (?:s['’]est (?:tenue?|d[ée]roul[ée]e?)|a eu lieu|a [ée]t[ée] organis[ée]e?)|"
        r"(?:tenu|organis[ée]|r[ée]alis[ée])e?s?|pr[ée]vue?s? (?:pour|le)",
    },
    "will": {
        "en": rf"(?:will|shall)(?: also)? (?:be (?:{ORGANISE})|take place|meet|{HOLD})|"
        rf"(?:is|are|has been|have been)(?: now)? (?:re-?scheduled|planned|expected|due|programmed|scheduled)"
        rf" (?:to (?:be (?:{ORGANISE})|take place|{HOLD})|for)|(?:is|are) being \w+|"
        r"(?:was|were) (?:re-?scheduled|postponed) (?:for|to|until)|"
        r"(?:is|are) (?:organi[sz]ing|preparing|convening)|to (?:hold|organi[sz]e|conduct)",
        "es": rf"se (?:{REALIZAR})ar[áa]n?|se llevar[áa]n? a cabo|tendr[áa]n? lugar|"
        rf"ser[áa]n? (?:(?:{REALIZAR})ad|impartid)[oa]s?|(?:{REALIZAR})ar[áa]n?|"
        r"(?:est[áa]n?|ha sido|fue) (?:prevista?o?s?|(?:re)?programad[oa]s?|planificad[oa]s?)|"
        r"se (?:prev[ée]|tiene previsto|ha previsto) (?:su )?(?:realiza|celebra|organiza|lleva)\w+|"
        r"se reprograma|se reunir[áa]n?|est[áa] (?:organizando|siendo \w+)",
        "pt": r"ser[áa](?:o|ão)? (?:realizad|celebrad|organizad)[oa]s?|(?:realizar|celebrar)-se-[áa]|ter[áa] lugar|"
        r"(?:est[áa]|foi) (?:previst|(?:re)?programad|agendad)[oa]|est[áa] sendo \w+|"
        r"prev[êe]-se (?:a )?(?:realiza|celebra)\w+|organizar[áa]|realizar[áa]",
        "fr": r"(?:aura|auront) lieu|se (?:tiendra|d[ée]roulera|r[ée]unira)|sera (?:organis[ée]|tenu|r[ée]alis[ée])e?|"
        r"est (?:pr[ée]vu|programm[ée])e?|organisera|tiendra",
    },
    "held": {
        "en": rf"(?:was|were|has been|have been)(?: \w+ly| also| then)? (?:{ORGANISE}|implemented)|"
        rf"(?:Secretariat|Secretary|SELA|Office)(?: of SELA)?(?:,? (?:also|jointly))? (?:{ORGANISE})|took place|"
        r"(?:conduction|holding) of|met(?! (?:with|by))|(?:ran|lasted)(?= from)|gathered|brought together|"
        r"replaced by|convened(?! (?:by|in|on|at|under|within|during|for)\b)|"
        r"(?:held|organi[sz]ed|conducted|convened|hosted|carried out|delivered|staged|celebrated)"
        r"(?=,| (?:an?|the|its|his|her|two|three|four|five|six|several|various|[IVXLC]+)\b| ?[“\"«\[(*])",
        "es": rf"se (?:{REALIZAR})(?:[óo]|aron)|se llev(?:[óo]|aron)(?: \w+mente)? a cabo|"
        rf"tuv(?:o|ieron) lugar|se reuni(?:[óo]|eron)|"
        rf"(?:fue|fueron|ha sido|han sido)(?: \w+mente)? (?:{REALIZAR}|convoc)ad[oa]s?|"
        rf"(?:{REALIZAR}|convoc)(?:[óo]|aron)|"
        r"llev(?:[óo]|aron) a cabo|sostuv(?:o|ieron)|(?:realiz|celebr)aci[óo]n de|"
        r"(?:congreg|convoc)[óo]|reuni[óo](?= a)|(?:fue|fueron) impartid[oa]s?|imparti(?:[óo]|eron)|"
        r"(?:sustituid|reemplazad)[oa]s? por",
        "pt": r"realiz(?:ou|aram)(?:-se)?|celebr(?:ou|aram)(?:-se)?|reuni(?:u|ram)-se|teve lugar|ocorr(?:eu|eram)|"
        r"(?:foi|foram)(?: \w+mente)? (?:realizad|organizad|celebrad|convocad)[oa]s?|organiz(?:ou|aram)|"
        r"(?:realiza|celebra)[çc][ãa]o d[eoa]|"
        r"reuniu(?!-se)|substitu[íi]d[oa]s? por",
        "fr": r"(?:a|ont)(?: \w+ment)? eu lieu|s['’]est (?:tenue?|d[ée]roul[ée]e?|r[ée]unie?)|"
        r"(?:a|ont) [ée]t[ée] (?:organis|tenu|r[ée]alis|convoqu)[ée]?e?s?|(?:a|ont) (?:organis[ée]|tenu|r[ée]alis[ée])|"
        r"(?:tenue|organisation) d[eu]|(?:a|ont) r[ée]uni|remplac[ée]e?s? par",
    },
    "fronted": {
        "en": r"presented|launched|opened|gave",
        "es": r"present(?:[óo]|aron)|lanz(?:[óo]|aron)|inaugur(?:[óo]|aron)|ofreci[óo]",
        "pt": r"apresent(?:ou|aram)|lan[çc](?:ou|aram)|inaugur(?:ou|aram)",
        "fr": r"(?:a|ont) (?:pr[ée]sent[ée]|lanc[ée]|inaugur[ée])",
    },
    "other": {
        "en": r"signed|signing|signature|adoption|approval|subscribed|published|issued|adopted|approved|"
        r"established|created|founded|dated|notified|requested|received|visited|agreed|decided|start(?:ed|s)|began|entered|submitted|sent|appointed|elected|"
        r"updated|completed|concluded|released|born|suspended|cancell?ed|expressed|met with|postpone\w*|re-?schedul\w+",
        "es": r"(?:firm|public|adopt|aprob|cre|fund|notific|solicit|visit|acord|envi|actualiz|finaliz|design)"
        r"(?:[óo]|aron|ad[oa]s?)|suscri\w+|emiti\w+|estableci\w+|recibi\w+|decidi\w+|"
        r"inici(?:[óo]|aron|ad[oa])|comenz\w+|fechad[oa]|"
        r"firma|suscripci[óo]n|adopci[óo]n|aprobaci[óo]n|suspendi\w+|cancel\w+|pospuest\w+|pospus\w+|aplaz\w+",
        "pt": r"(?:assin|public|adot|adopt|aprov|cri|fund|notific|solicit|visit|acord|envi|atualiz|finaliz)"
        r"(?:ou|aram|ad[oa]s?)|emiti\w+|estabelec\w+|receb\w+|decidi\w+|"
        r"assinatura|ado[çc][ãa]o|aprova[çc][ãa]o|inici(?:ou|aram|ad[oa])|come[çc]\w+|suspens[oa]s?|"
        r"cancel\w+|adiad\w+",
        "fr": r"(?:sign|publi|adopt|fond|notifi|d[ée]cid|cré|annul|report)ée?s?|approuvée?s?|[ée]tablie?s?|reçue?s?|"
        r"signature|approbation|datée?|commenc[ée]\w*|suspendue?s?",
    },
}  # fmt: skip
VERB = re.compile(
    rf"\b(?:{'|'.join(f'(?P<{kind}>{either(said)})' for kind, said in VERBS.items()).replace(' ', WHITE)})(?!\w)",
    re.IGNORECASE,
)
MADE = re.compile(  # what is done in a month without an event: a book comes out, a directory is brought up to date
    "|".join(
        rf"\b(?:{said})\b"
        for said in (
            r"publish(?:ed)?|released|launched|updated|update|issued|completed|implemented",
            r"public(?:[óo]|ad[oa])|actualiz(?:[óo]|ad[oa]|aci[óo]n)|lanz(?:[óo]|ad[oa])|culmin[óo]|ejecut(?:[óo]|ad[oa])",
            r"public(?:ou|ad[oa])|atualiz(?:ou|ad[oa]|a[çc][ãa]o)|lan[çc](?:ou|ad[oa])|conclu[íi](?:u|d[oa])|executad[oa]",
            r"publi[ée]e?|mise? [àa] jour|lanc[ée]e?|achev[ée]e?|r[ée]alis[ée]e?",
        )
    ).replace(" ", WHITE),
    re.IGNORECASE,
)
