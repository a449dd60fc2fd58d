"""The verbs by which a text tells that an event is held, and those by which it tells something else, by language.

- `held`, `will`: it was or will be held, said of it or by those who held it
- `bare`: "..., held in Lima", "which was held in Lima": the event is named before, and may be a past one
- `joined`: someone took part in it
- `visited`: someone went somewhere, an event only where the heading is of a visit
- `fronted`: "On 3 May the Office presented ...", an event only where the date opens the sentence
- `moved`: it was held back or put off; the date is one at which it was not held
- `other`: what is done on a day without an event: signing, publishing, deciding
"""

from __future__ import annotations

import re

from ingest.words import either

WHITE = r"\s+"
ORGANISE = (
    r"(?:co-?)?organi[sz]ed|held|carried out|conducted|convened|convoked|(?:co-?)?hosted|delivered|staged|given|"
    r"taught|"
    r"celebrated|offered|run|arranged|imparted"
)
HOLD = r"hold|(?:co-?)?organi[sz]e|conduct|host|convene|carry out|deliver|stage|offer|run|give|teach|arrange"
REALIZAR = r"realiz|celebr|efectu|desarroll|(?:co-?)?organiz|ejecut|dict|convoc|efetu"
TENIR = r"tenu|organis[ée]|r[ée]alis[ée]|d[ée]roul[ée]|dispens[ée]|donn[ée]|anim[ée]|convoqu[ée]|accueilli"
VERBS: dict[str, dict[str, str]] = {
    "moved": {
        "en": rf"(?:was|were|had been) (?:originally |initially |first |also )?(?:scheduled|expected|planned|"
        rf"supposed|"
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
        r"(?:included|incorporated) in(?:to)? the (?:agenda|programme)|form(?:ed|ing|s) part of|"
        r"(?:spoke|intervened|lectured|(?:was|were) (?:a |the )?(?:\w+ )?(?:speakers?|panel(?:l)?ists?|guests?|"
        r"observers?)|"
        r"represented [^.;]{0,60}?|moderated(?: [^.;]{0,40}?)?|gave (?:a|the) (?:\w+ )?(?:lecture|talk|address|"
        r"speech))"
        r"(?= (?:at|in|on) )",
        "es": r"particip(?:[óo]|aron|aci[óo]n)|asisti(?:[óo]|eron)|tom(?:[óo]|aron) parte|fue invitad[oa]|"
        r"(?:incluid|incorporad)[oa] en (?:la agenda|el programa)|form[óo] parte de|intervin(?:o|ieron)|"
        r"concurri(?:[óo]|eron)|acudi(?:[óo]|eron)|represent[óo]|(?:fue|fueron|como) (?:ponente|panelista|orador|"
        r"observador)"
        r"[ae]?s?|disert[óo]|estuvo presente|se hizo presente",
        "pt": r"particip(?:ou|aram|a[çc][ãa]o)|assisti(?:u|ram)|tom(?:ou|aram) parte|foi convidad[oa]|"
        r"inclu[íi]d[oa] (?:na agenda|no programa)|fez parte d[eoa]|interv(?:eio|ieram)|representou|compareceu|"
        r"esteve presente|(?:foi|como) (?:palestrante|painelista|observador[a]?)|proferiu",
        "fr": r"(?:a|ont) (?:particip[ée]|pris part|assist[ée])|participation|a [ée]t[ée] invit[ée]e?|"
        r"inscrite? au programme|a fait partie d[eu]|est intervenue?|a repr[ée]sent[ée]|a pris la parole",
    },
    "bare": {
        "en": rf"(?:which|that) (?:was |were |has been |had been |is |will be )?(?:{ORGANISE}|took place|met)|"
        rf"(?:{ORGANISE})(?= (?:in|on|at|from|during|under|between|for|"
        r"by|jointly|with|within|both|virtually|online|face|through|via|remotely)\b)|taking place|to be held|"
        r"holding(?! of)|"
        r"scheduled (?:to (?:be held|take place)|for)",
        "es": rf"que (?:se (?:{REALIZAR})\w+|se llev\w+ a cabo|tuv\w+ lugar|fue(?:ron)? (?:{REALIZAR})ad[oa]s?)|"
        rf"(?:{REALIZAR})ad[oa]s?|impartid[oa]s?|ofrecid[oa]s?|llevad[oa]s? a cabo|a (?:{REALIZAR})arse|"
        r"(?:programad|previst)[oa]s? (?:para|a)",
        "pt": r"que (?:se (?:realizou|celebrou)|teve lugar|ocorreu|aconteceu|foi (?:realizad|organizad|"
        r"ministrad)[oa])|"
        r"(?:realizad|celebrad|organizad|efetuad|ministrad|oferecid|promovid)[oa]s?|a (?:realizar|celebrar)-se|"
        r"(?:programad|previst)[oa]s? para",
        "fr": r"qui (?:s['’]est (?:tenue?|d[ée]roul[ée]e?)|a eu lieu|a [ée]t[ée] organis[ée]e?)|"
        rf"(?:{TENIR})e?s?|pr[ée]vue?s? (?:pour|le)",
    },
    "will": {
        "en": rf"(?:will|shall)(?: also)? (?:be (?:{ORGANISE})|take place|meet|{HOLD})|"
        rf"(?:is|are|has been|have been)(?: now)? (?:re-?scheduled|planned|expected|due|programmed|scheduled)"
        rf" (?:to (?:be (?:{ORGANISE})|take place|{HOLD})|for)|(?:is|are) being \w+|"
        r"(?:was|were) (?:re-?scheduled|postponed) (?:for|to|until)|"
        r"(?:is|are|has been) set (?:for|down for)|"
        r"(?:is|are) (?:organi[sz]ing|preparing|convening)|to (?:hold|organi[sz]e|conduct)",
        "es": rf"se (?:{REALIZAR})ar[áa]n?|se llevar[áa]n? a cabo|tendr[áa]n? lugar|"
        rf"ser[áa]n? (?:(?:{REALIZAR})ad|impartid)[oa]s?|(?:{REALIZAR})ar[áa]n?|"
        r"(?:est[áa]n?|ha sido|fue) (?:prevista?o?s?|fijad[oa]s?|(?:re)?programad[oa]s?|planificad[oa]s?)|"
        r"se (?:prev[ée]|tiene previsto|ha previsto) (?:su )?(?:realiza|celebra|organiza|lleva)\w+|"
        r"se reprograma|se reunir[áa]n?|est[áa] (?:organizando|siendo \w+)",
        "pt": r"ser[áa](?:o|ão)? (?:realizad|celebrad|organizad)[oa]s?|(?:realizar|celebrar)-se-[áa]|ter[áa] lugar|"
        r"(?:est[áa]|foi) (?:previst|(?:re)?programad|agendad|marcad)[oa]|est[áa] sendo \w+|ser[áa] ministrad[oa]|"
        r"prev[êe]-se (?:a )?(?:realiza|celebra)\w+|organizar[áa]|realizar[áa]",
        "fr": r"(?:aura|auront) lieu|se (?:tiendra|d[ée]roulera|r[ée]unira)|sera (?:organis[ée]|tenu|r[ée]alis[ée]|"
        r"dispens[ée])e?|"
        r"est (?:pr[ée]vu|programm[ée]|fix[ée])e?|organisera|tiendra",
    },
    "held": {
        "en": rf"(?:was|were|has been|have been)(?: \w+ly| also| then)? (?:{ORGANISE}|implemented)|"
        rf"(?:Secretariat|Secretary|SELA|Office)(?: of SELA)?(?:,? (?:also|jointly))? (?:{ORGANISE})|took place|"
        r"(?:conduction|holding) of|met(?! (?:with|by))|(?:ran|lasted)(?= from)|gathered|brought together|"
        r"replaced by|(?:gave|offered|ran)(?= (?:an?|the|two|three|its)\b)|drew together|assembled|"
        r"(?:was|were) (?:also )?the (?:venue|seat|host|scene|setting)|"
        r"(?:was|were) in session|had its? (?:first )?(?:meeting|session)|convened(?! (?:by|in|on|at|under|within|"
        r"during|for)\b)|"
        r"(?:held|(?:co-?)?organi[sz]ed|conducted|convened|(?:co-?)?hosted|carried out|delivered|staged|celebrated)"
        r"(?=,| (?:an?|the|its|his|her|two|three|four|five|six|several|various|[IVXLC]+)\b| ?[“\"«\[(*])",
        "es": rf"se (?:{REALIZAR})(?:[óo]|aron)|se llev(?:[óo]|aron)(?: \w+mente)? a cabo|"
        rf"tuv(?:o|ieron) lugar|se reuni(?:[óo]|eron)|"
        rf"(?:fue|fueron|ha sido|han sido)(?: \w+mente)? (?:{REALIZAR})ad[oa]s?|"
        rf"(?:{REALIZAR})(?:[óo]|aron)|"
        r"llev(?:[óo]|aron) a cabo|sostuv(?:o|ieron)|(?:realiz|celebr)aci[óo]n de|"
        r"congreg[óo]|reuni[óo](?= a)|(?:fue|fueron) impartid[oa]s?|(?:se )?imparti(?:[óo]|eron)|"
        r"ofreci(?:[óo]|eron)|tuvo (?:por|como) sede|fue (?:la )?(?:sede|anfitriona|escenario)|sirvi[óo] de (?:sede|"
        r"escenario)|sesion(?:[óo]|aron)|trascurri[óo]|transcurri[óo]|acogi(?:[óo]|"
        r"eron)|"
        r"(?:sustituid|reemplazad)[oa]s? por",
        "pt": r"realiz(?:ou|aram)(?:-se)?|celebr(?:ou|aram)(?:-se)?|reuni(?:u|ram)-se|"
        r"(?:teve|tiveram) lugar|ocorr(?:eu|eram)|acontec(?:eu|eram)|(?:foi|foram)(?: \w+mente)? (?:realizad|"
        r"organizad|celebrad|convocad|ministrad|oferecid|"
        r"promovid|sediad)[oa]s?|(?:organiz|ministr|convoc|promov|sedi)(?:ou|aram|eu|eram)|ofereceu|"
        r"(?:realiza|celebra)[çc][ãa]o d[eoa]|"
        r"reuniu(?!-se)|(?:se )?efe(?:c)?tu(?:ou|aram)(?:-se)?|foi (?:a )?(?:sede|anfitri[ãa]|palco)|"
        r"serviu de (?:sede|palco)|substitu[íi]d[oa]s? por",
        "fr": r"(?:a|ont)(?: \w+ment)? eu lieu|(?:s['’]est|se sont) (?:tenue?|d[ée]roul[ée]e?|r[ée]unie?)s?|"
        rf"(?:a|ont) [ée]t[ée] (?:{TENIR})e?s?|(?:a|ont) (?:{TENIR})|"
        r"a [ée]t[ée] (?:le si[èe]ge|l['’]h[ôo]te|le cadre)|a servi de (?:si[èe]ge|cadre)|"
        r"(?:tenue|organisation) d[eu]|(?:a|ont) (?:r[ée]uni|rassembl[ée])|remplac[ée]e?s? par",
    },
    "fronted": {
        "en": r"presented|launched|opened|gave",
        "es": r"present(?:[óo]|aron|ad[oa])|lanz(?:[óo]|aron)|inaugur(?:[óo]|aron)|ofreci[óo]",
        "pt": r"apresent(?:ou|aram|ad[oa])|lan[çc](?:ou|aram|ad[oa])|inaugur(?:ou|aram)",
        "fr": r"(?:a|ont) (?:[ée]t[ée] )?(?:pr[ée]sent[ée]|lanc[ée]|inaugur[ée])e?s?",
    },
    "visited": {
        "en": r"visited|toured|travel(?:l)?ed|went|paid an? (?:\w+ )?visit|undertook an? (?:\w+ )?(?:visit|mission|"
        r"tour)",
        "es": r"visit(?:[óo]|aron)|recorri(?:[óo]|eron)|viaj(?:[óo]|aron)|se traslad(?:[óo]|aron)|se desplaz(?:[óo]|"
        r"aron)",
        "pt": r"visit(?:ou|aram)|percorr(?:eu|eram)|viaj(?:ou|aram)|deslocou-se|deslocaram-se",
        "fr": r"(?:a|ont) (?:visit[ée]|parcouru)|s['’]est rendue?|se sont rendue?s",
    },
    "other": {
        "en": r"signed|signing|signature|adoption|approval|subscribed|published|issued|adopted|approved|"
        r"established|created|founded|dated|notified|requested|received|agreed|decided|start(?:ed|s)|began|entered|"
        r"submitted|sent|appointed|elected|"
        r"updated|completed|concluded|released|born|suspended|cancell?ed|expressed|met with|postpone\w*|"
        r"re-?schedul\w+",
        "es": r"(?:firm|public|adopt|aprob|cre|fund|notific|solicit|acord|envi|actualiz|finaliz|design)"
        r"(?:[óo]|aron|ad[oa]s?)|suscri\w+|emiti\w+|estableci\w+|recibi\w+|decidi\w+|"
        r"inici(?:[óo]|aron|ad[oa])|comenz\w+|fechad[oa]|"
        r"firma|suscripci[óo]n|adopci[óo]n|aprobaci[óo]n|suspendi\w+|cancel\w+|pospuest\w+|pospus\w+|aplaz\w+",
        "pt": r"(?:assin|public|adot|adopt|aprov|cri|fund|notific|solicit|acord|envi|atualiz|finaliz)"
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
            r"public(?:[óo]|ad[oa])|actualiz(?:[óo]|ad[oa]|aci[óo]n)|lanz(?:[óo]|ad[oa])|culmin[óo]|ejecut(?:[óo]|"
            r"ad[oa])",
            r"public(?:ou|ad[oa])|atualiz(?:ou|ad[oa]|a[çc][ãa]o)|lan[çc](?:ou|ad[oa])|conclu[íi](?:u|d[oa])|"
            r"executad[oa]",
            r"publi[ée]e?|mise? [àa] jour|lanc[ée]e?|achev[ée]e?|r[ée]alis[ée]e?",
        )
    ).replace(" ", WHITE),
    re.IGNORECASE,
)
