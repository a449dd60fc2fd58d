"""The turns of phrase that say as what organisations take part, the four languages side by side.

`OPENING` ones stand before the names, `CLOSING` ones behind; to read another, add it to its role.
"""

from __future__ import annotations

import re

from ingest.patterns import phrase

DOING = (
    r"(?:co-?)?(?:organi[sz]ed?|organi[sz]ing|convened|convoked|planned|prepared|developed|implemented|executed|"
    r"carried out|conducted|completed|launched|held|undertaken|produced|coordinated|run|designed)"
)
DONE_BY = r"(?:co-?)?(?:organi[sz]ed|coordinated|delivered|taught|given|moderated|conducted|held|carried out|hosted)"
HELP = (
    r"(?:auspices|assistance|backing|collaboration|cooperation|co-?operation|(?:co-?)?sponsorship|(?:co-?)?financing|"
    r"contribution|help|involvement|participation|support)"
)
JOINTLY = (
    r"(?:jointly|together|in conjunction|in collaboration|in partnership|in cooperation|in association|"
    r"in coordination|in alliance|hand in hand|joint \w+|co-?operation)"
)
ES_DOING = (
    r"(?:co-?)?(?:organiza|desarrolla|realiza|ejecuta|imparti|dicta|celebra|coordina|implementa|elabora|"
    r"lleva)d[oa]s?(?: a cabo)?"
)
ES_HELP = (
    r"(?:apoyo|auspicios?|ayuda|aporte|colaboraci[óo]n|cooperaci[óo]n|contribuci[óo]n|copatrocinio|patrocinio|"
    r"participaci[óo]n|respaldo|coauspicio|acompañamiento)"
)
PT_DOING = r"(?:co-?)?(?:organiza|desenvolvi|realiza|executa|ministra|coordena|implementa|elabora)d[oa]s?"
PT_HELP = (
    r"(?:apoio|ausp[íi]cios?|ajuda|colabora[çc][ãa]o|coopera[çc][ãa]o|contribui[çc][ãa]o|copatroc[íi]nio|"
    r"patroc[íi]nio|participa[çc][ãa]o)"
)
FR_DOING = r"(?:co-?)?(?:organis|d[ée]velopp|r[ée]alis|ex[ée]cut|dispens|coordonn|anim|[ée]labor)[ée]e?s?"
FR_HELP = r"(?:appui|aide|soutien|collaboration|coop[ée]ration|contribution|parrainage|concours|participation)"
FEW = r"(?:[\w-]+,? ){0,3}?"  # words

FUNDER = phrase(
    r"financ(?:ed|ial(?:ly)?) (?:by|support(?:ed)? (?:of|by|from))", "funded by", r"with (?:the )?funding (?:from|of)",
    r"financial (?:assistance|backing|contribution) (?:of|from)",
    r"(?:aporte|contribuci[óo]n) financier[oa] del?", r"contribui[çc][ãa]o financeira d[eoa]s?",
    r"contribution financi[èe]re d[eu]",
    r"sponsored by", r"with (?:financial )?resources (?:from|of)", r"(?:grant|funds) (?:from|of|by|provided by)",
    r"non-?re(?:imbursable|fundable) (?:technical |financial )?cooperation[^.;]{0,60}? (?:with|from|of|by)",
    r"financiad[oa]s? (?:por|con (?:recursos|fondos) del?)", "con el apoyo financiero del?",
    r"con (?:recursos|fondos|(?:el )?financiamiento) del?",
    r"cooperaci[óo]n (?:t[ée]cnica |financiera )?no reembolsable[^.;]{0,60}? (?:con|del?|por)",
    r"financiad[oa]s? (?:por|pel[oa]s?)", r"com o apoio financeiro d[eoa]s?", r"com recursos d[eoa]s?",
    r"coopera[çc][ãa]o (?:t[ée]cnica |financeira )?n[ãa]o reembols[áa]vel[^.;]{0,60}? (?:com|d[eoa]|por|pel[oa])",
    r"financ[ée]e?s? par", r"avec l['’](?:appui|aide) financi[èe]re? d[eu]", r"sur des fonds d[eu]",
    r"coop[ée]ration (?:technique |financi[èe]re )?non remboursable[^.;]{0,60}? (?:avec|d[eu]|par)",
)  # fmt: skip
HOST = phrase(
    "hosted by", "convened by", "with the Government of", r"at the invitation of", r"invited by",
    rf"(?:{DONE_BY}|took place|taking place)\b[^.;:()]{{0,120}}? at the"
    r"(?: (?:headquarters|premises|facilities|offices|seat) of)?",
    r"at the (?:\w+ )?(?:headquarters|premises|facilities|offices|seat) of",
    "organizad[oa] en la sede del?", r"acogid[oa]s? por", r"convocad[oa]s? por", r"por invitaci[óo]n del?",
    r"invitad[oa]s? por", r"en la sede (?:\w+ )?de", r"en las (?:instalaciones|oficinas) del?",
    r"(?:acolhid|sediad|convocad|convidad)[oa]s? (?:por|pel[oa]s?)", r"a convite d[eoa]s?",
    r"na sede (?:\w+ )?d[eoa]s?",
    r"nas (?:instala[çc][õo]es|depend[êe]ncias) d[eoa]s?",
    r"(?:accueilli|convoqu[ée]|invit[ée])e?s? par", r"[àa] l['’]invitation d[eu]", r"au si[èe]ge (?:\w+ )?d[eu]",
    r"dans les locaux d[eu]",
)  # fmt: skip
PARTNER = phrase(
    rf"{DOING} (?:[\w-]+ ){{0,3}}?with", rf"{DONE_BY} {FEW}by", rf"{JOINTLY} (?:\w+ )?with", "along with",
    rf"(?:with|under|counting on|thanks to|and|has|had|have) the (?:[\w-]+ (?:and )?){{0,3}}?{HELP} of",
    rf"(?<=and\s){HELP} of",
    r"(?:co-?)?(?:supported|sponsored) by",
    r"(?:(?:cooperative|joint) effort|joint work|joint project|partnership|alliance|commitment) (?:between|among|of)",
    "collaboration with", r"our (?:counterpart|partner)s?,?",
    rf"{ES_DOING} {FEW}(?:con|por)", r"(?:conjuntamente|junto|en conjunto|de manera conjunta|mancomunadamente) con",
    r"en (?:alianza|colaboraci[óo]n|cooperaci[óo]n|asociaci[óo]n|coordinaci[óo]n|articulaci[óo]n|conjunci[óo]n) con",
    rf"(?:con|bajo|contando con|gracias a|y|cont[óo] con) (?:el|la|los) (?:[\w-]+ ){{0,2}}?{ES_HELP} del?",
    rf"(?<=y\s){ES_HELP} del?",
    rf"gracias al {ES_HELP} del?", rf"gra[çc]as a[o]? {PT_HELP} d[eoa]s?",
    rf"gr[âa]ce [àa] (?:la |l['’]){FR_HELP} d[eu]s?",
    r"(?:apoyad|auspiciad|copatrocinad|patrocinad|respaldad)[oa]s? por",
    r"(?:esfuerzo|trabajo|proyecto) conjunto (?:de|entre)",
    r"colaboraci[óo]n con", r"nuestr[oa]s? (?:contraparte|soci[oa])s?,?",
    rf"{PT_DOING} {FEW}(?:com|por|pel[oa]s?)", r"(?:conjuntamente|juntamente|junto) com",
    r"em (?:parceria|conjunto|colabora[çc][ãa]o|coopera[çc][ãa]o|alian[çc]a|associa[çc][ãa]o) com",
    rf"(?:com|sob|contando com|e|contou com) (?:o|a|os) (?:[\w-]+ ){{0,2}}?{PT_HELP} d[eoa]s?",
    rf"(?<=e\s){PT_HELP} d[eoa]s?",
    r"(?:apoiad|copatrocinad|patrocinad)[oa]s? (?:por|pel[oa]s?)",
    r"(?:esfor[çc]o|trabalho|projeto) conjunto (?:d[eoa]|entre)",
    rf"{FR_DOING} {FEW}(?:avec|par)", r"(?:conjointement|de concert) avec",
    r"en (?:partenariat|collaboration|coop[ée]ration|association|coordination|alliance) avec",
    rf"(?:avec|sous|et|re[çc]u) (?:le |la |l['’]){FR_HELP} (?:[\w-]+ )?d[eu]s?",
    r"(?:parrain|soutenu|appuy)[ée]?e?s? par", r"(?:effort|travail|projet) (?:conjoint|commun) (?:d[eu]|entre)",
)  # fmt: skip
ATTENDED = phrase(  # behind these stand people, their posts and what they represent
    "attended by", r"(?:opened|closed|inaugurated|chaired|facilitated|led|presided over) by",
    r"(?:organi[sz]ations|institutions|those|people) (?:present|attending|in attendance) were",
    r"(?:inaugurad|clausurad|presidid|facilitad|abiert)[oa] por", r"estuvieron presentes",
    r"(?:inaugurad|encerrad|presidid|facilitad|abert)[oa] (?:por|pel[oa]s?)", r"estiveram presentes",
    r"(?:ouvert|cl[ôo]tur[ée]|pr[ée]sid[ée])e? par", r"[ée]taient pr[ée]sents",
    r"(?:participants?|speakers?|panel(?:l)?ists?|lecturers?|attendees)\b[^.;:]{0,60}? (?:included|were|came from)",
    r"(?:with|involves?|involving|count(?:s|ed|ing)? on|in) (?:the )?(?:[\w-]+ ){0,2}?"
    r"(?:participation|presence|attendance) of",
    r"brought together", r"(?:team|consortium|group) (?:composed|made up|consisting) of",
    r"(?:participated|took part) in (?:the|this) \w+(?=:)",
    r"(?:participaron|participaram) (?:en|n)(?: el| la|o|a) \w+(?=:)",
    r"equipo (?:compuesto|integrado|conformado|formado) por", r"equipe (?:composta|formada|integrada) por",
    r"[ée]quipe (?:compos[ée]e|form[ée]e) d[eu]s?",
    r"(?:interventions|presentations|lectures|talks|remarks) (?:by|from)",
    r"cont[óo] con (?:la )?(?:participaci[óo]n|presencia|asistencia) del?l?",
    r"con la (?:participaci[óo]n|presencia|asistencia) del?l?",
    r"(?:particip|asist|interv|expu)(?:aron|ieron|inieron|sieron|[óo]|i[óo]|ino|so)", r"reuni[óo] a",
    r"(?:participantes|ponentes|panelistas|expositores) (?:\w+ ){0,4}?(?:incluyeron|fueron|provinieron)",
    r"(?:intervenciones|presentaciones|ponencias|exposiciones) (?:del?|por)",
    r"contou com a (?:participa[çc][ãa]o|presen[çc]a) d[eoa]s?", r"com a (?:participa[çc][ãa]o|presen[çc]a) d[eoa]s?",
    r"(?:participaram|assistiram|compareceram)", r"reuniu",
    r"avec la (?:participation|pr[ée]sence) d[eu]s?", r"(?:ont particip[ée]|ont assist[ée]|y assistaient)",
    r"a r[ée]uni",
)  # fmt: skip
REPRESENTED = phrase(  # the people that an organisation sends
    r"(?:representatives?|delegates?|delegations?|experts?|specialists?|officials?|authorities|trainers?|researchers?|"
    r"speakers?|lecturers?|officers?) (?:of|from|representing)",
    r"(?:representantes?|delegad[oa]s?|delegaci[óo]n(?:es)?|expert[oa]s?|especialistas?|funcionari[oa]s?|autoridades|"
    r"ponentes|capacitadores|investigadores) (?:provenientes )?(?:de la|del?|d[aeo]s?)",
    r"(?:delega[çc][õo]es|peritos|palestrantes|pesquisadores) d[eoa]s?",
    r"(?:repr[ée]sentants?|d[ée]l[ée]gu[ée]s?|d[ée]l[ée]gations?|experts?|sp[ée]cialistes?|fonctionnaires|"
    r"intervenants|chercheurs) (?:d[eu]s?|issus d[eu]s?)",
)
POST = phrase(
    r"(?:director|president|vice-president|chair(?:man|woman|person)?|coordinator|counsellor|head|rector|dean|"
    r"representative|manager|specialist|advisor|adviser)(?: general)? (?:of|for|at|from)",
    r"(?:director[a]?|president[ea]|vicepresident[ea]|coordinador[a]?|consejer[oa]|jef[ea]|rector[a]?|decan[oa]|"
    r"representante|gerente|especialista|asesor[a]?)(?: general)? (?:del?|en)",
    r"(?:diretor[a]?|coordenador[a]?|conselheir[oa]|chefe|reitor[a]?|assessor[a]?)(?:[- ]geral)? d[eoa]s?",
    r"(?:directeur|directrice|pr[ée]sidente?|coordinateur|coordinatrice|conseill[èe]re?|chef|recteur|doyenne?|"
    r"repr[ée]sentante?)(?: g[ée]n[ée]rale?)? d[eu]",
)
SPOKE = phrase(  # of someone at the event
    "stressed", "explained", "presented", "said", "spoke", "talked", "noted", "welcomed", "highlighted", "addressed",
    "participated", "attended", "delivered", "gave", "intervened", "opened", "moderated", "shared",
    r"(?:destac|explic|present|señal|moder|particip|inaugur)[óo]", "dijo", "intervino", r"expuso", r"asisti[óo]",
    r"(?:destacou|explicou|apresentou|moderou|participou|disse|interveio)",
    r"a (?:soulign[ée]|expliqu[ée]|pr[ée]sent[ée]|dit|particip[ée]|mod[ée]r[ée])",
)  # fmt: skip
AGREED = phrase(
    r"(?:(?:co-?operation|collaboration|partnership|framework|specific) [\w* -]{0,40}?agreements?|"
    r"memorand(?:um|a) of understanding|letter of intent)\b[*”\"]*(?:[^.;:]{0,70}?)\b(?:with|between|among|by)",
    r"(?:convenio|acuerdo)s? (?:\w+ ){0,2}?(?:de )?(?:cooperaci[óo]n|colaboraci[óo]n|espec[íi]fico|marco)"
    r"[^.;:]{0,70}?\b(?:con|entre|por)",
    r"memorando de entendimiento[^.;:]{0,70}?\b(?:con|entre|por)",
    r"(?:conv[êe]nio|acordo)s? (?:\w+ ){0,2}?(?:de )?(?:coopera[çc][ãa]o|colabora[çc][ãa]o|marco)"
    r"[^.;:]{0,70}?\b(?:com|entre|por)",
    r"memorando de entendimento[^.;:]{0,70}?\b(?:com|entre|por)",
    r"accord(?:[- ]cadre)? de (?:coop[ée]ration|collaboration|partenariat)[^.;:]{0,70}?\b(?:avec|entre|par)",
    r"m[ée]morandum d['’]entente[^.;:]{0,70}?\b(?:avec|entre|par)",
)
SIGNED_WITH = phrase(
    r"signed (?:\w+ ){0,2}?with", r"(?:suscribi[óo]|firm[óo]) (?:\w+ ){0,2}?con",
    r"(?:assinou|firmou) (?:\w+ ){0,2}?com",
    r"a sign[ée] (?:\w+ ){0,2}?avec",
)  # fmt: skip
AGREEMENT = phrase("agreement", "memorandum", "acuerdo", "convenio", "memorando", r"acordo", r"conv[êe]nio", "accord")
EVENT_OF = phrase(  # the event of another, in which this activity took place
    r"(?:framework of|participat(?:ion|ed|ing)\b[^.;]{0,30}? in|agenda of|part of|occasion of)[^.;,]{0,90}?"
    r"\b(?:anniversary|assembly|conference|congress|dialogue|forum|fair|meeting|platform|seminar|week|summit) of",
    r"(?:marco|agenda|ocasi[óo]n) del?[^.;,]{0,90}?\b(?:aniversario|asamblea|conferencia|congreso|di[áa]logo|foro|"
    r"feria|reuni[óo]n|plataforma|seminario|semana) del?",
    r"particip(?:aci[óo]n|[óo])\b[^.;]{0,30}? en[^.;,]{0,90}?"
    r"\b(?:asamblea|conferencia|congreso|foro|feria|reuni[óo]n) del?",
    r"(?:[âa]mbito|marco|agenda|ocasi[ãa]o) d[aeo][^.;,]{0,90}?\b(?:anivers[áa]rio|assembleia|confer[êe]ncia|congresso|"
    r"di[áa]logo|f[óo]rum|reuni[ãa]o|semin[áa]rio|semana) d[eoa]",
    r"(?:cadre|occasion) d[eu][^.;,]{0,90}?\b(?:anniversaire|assembl[ée]e|conf[ée]rence|congr[èe]s|dialogue|forum|"
    r"r[ée]union|s[ée]minaire|semaine) d[eu]",
)
PLACED = phrase("at the", r"en (?:el|la)", r"n[oa]", r"[àa] l[ae]", "au")  # a body named right behind it hosts
HELD = phrase(
    rf"(?:{DONE_BY}|took place|taking place|met)", r"(?:realiz|celebr|efectu|dict)ad[oa]s?",
    r"(?:realiza|celebra|ministra)d[oa]s?", r"(?:tenue?s?|r[ée]alis[ée]e?s?|eu lieu)",
)  # fmt: skip

OPENING: tuple[tuple[str, re.Pattern[str]], ...] = (("funder", FUNDER), ("host", HOST), ("partner", PARTNER))
CLOSING: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("funder", phrase(
        r"(?:approved|granted|provided) (?:a |the )?(?:non-?re(?:imbursable|fundable)|grant|funds|financing|funding)",
        r"(?:aprob[óo]|otorg[óo]) (?:una? )?(?:cooperaci[óo]n (?:t[ée]cnica )?no reembolsable|financiamiento|fondos)",
        r"(?:aprovou|concedeu) (?:uma? )?(?:coopera[çc][ãa]o (?:t[ée]cnica )?n[ãa]o reembols[áa]vel|financiamento)",
        r"a (?:approuv[ée]|accord[ée]) (?:une? )?(?:coop[ée]ration (?:technique )?non remboursable|financement)",
    )),
    ("partner", phrase(
        r"(?:expressed|informed|confirmed|stated|reiterated)\b[^.;]{0,60}?"
        r" interest in (?:cooperating|collaborating|supporting|participating|hosting|co-?sponsoring)",
        r"will (?:also )?(?:start to )?(?:participate|collaborate|co-?sponsor|support|host)",
        r"(?:expres|inform|confirm|manifest|reiter)[óo]\b[^.;]{0,60}?"
        r" inter[ée]s en (?:cooperar|colaborar|apoyar|participar|auspiciar)",
        r"(?:tambi[ée]n )?(?:participar[áa]n?|colaborar[áa]n?|auspiciar[áa]n?)",
        r"(?:expressou|informou|confirmou|manifestou)\b[^.;]{0,60}?"
        r" interesse em (?:cooperar|colaborar|apoiar|participar)", r"(?:tamb[ée]m )?colaborar[áa]",
        r"a (?:exprim|inform|confirm|manifest)[ée]\b[^.;]{0,60}?"
        r" int[ée]r[êe]t [àa] (?:coop[ée]rer|collaborer|soutenir|participer)", "collaborera",
    )),
    ("participant", phrase(
        r"(?:also )?(?:participated|took part|attended)(?! by)",
        r"(?:addressed,?|explained|talked|spoke|lectured)",
        r"(?:tambi[ée]n )?(?:particip(?:aron|[óo])|asisti(?:eron|[óo])|intervin(?:ieron|o))",
        r"(?:tamb[ée]m )?(?:participaram|assistiram)", r"(?:ont|a) (?:particip[ée]|assist[ée])",
    )),
)  # fmt: skip

AIMED_AT = re.compile(  # people for whom it is meant, or whose words are cited
    r"\b(?:aimed|addressed|targeted|intended|directed|designed)\b[^.;]{0,60}\Z|\baccording\b[^.;]{0,60}\Z|"
    r"\b(?:dirigid|destinad|orientad)[oa]s?\b[^.;]{0,60}\Z|\bseg[úu]n\b[^.;]{0,60}\Z|\bsegundo\b[^.;]{0,60}\Z|"
    r"\bdestin[ée]e?s?\b[^.;]{0,60}\Z|\bselon\b[^.;]{0,60}\Z",
    re.IGNORECASE,
)
