"""The turns of phrase that say as what organisations take part, the four languages side by side.

`OPENING` ones stand before the names, `CLOSING` ones behind; to read another, add it to its role.
"""

from __future__ import annotations

import re

from ingest.participations.doing_words import (
    DOING,
    DONE_BY,
    ES_ACTS,
    ES_DOING,
    ES_HELP,
    ES_LENT,
    FEW,
    FR_DOING,
    FR_HELP,
    FR_LENT,
    HELP,
    JOINTLY,
    LENT,
    PASSIVES,
    PT_DOING,
    PT_HELP,
    PT_LENT,
    passive,
)
from ingest.participations.given_things import NEEDED
from ingest.patterns import EVENT, phrase

FUNDER = phrase(
    r"financ(?:ed|ial(?:ly)?) (?:by|support(?:ed)? (?:of|by|from))", "funded by", r"with (?:the )?funding (?:from|of)",
    r"financial (?:assistance|backing|contribution) (?:of|from)",
    r"(?:aporte|contribuci[óo]n) financier[oa] del?", r"contribui[çc][ãa]o financeira d[eoa]s?",
    r"contribution financi[èe]re d[eu]",
    r"(?:a|an|generous|thanks to the) (?:grant|donation|contribution) (?:of|from|by)",
    r"(?:un|una|gracias al?|gracias a la) (?:aporte|donaci[óo]n|contribuci[óo]n|subvenci[óo]n) del?",
    r"uma? (?:contribui[çc][ãa]o|doa[çc][ãa]o|aporte) d[eoa]s?", r"une? (?:contribution|don|subvention) d[eu]s?",
    r"paid (?:for )?by", r"(?:pagad|sufragad|costead)[oa]s? por",
    r"(?:pag|custead)[oa]s? (?:por|pel[oa]s?)", r"(?:pay[ée]e?s?|pris(?:e|es)? en charge) par",
    r"(?:with|and) the (?:financing|funding) of", r"y (?:el )?financiamiento del?", r"e (?:o )?financiamento d[eoa]s?",
    r"et (?:le )?financement d[eu]",
    r"sponsored by", r"sponsors (?:are|were|included)", r"(?:apoyo|aporte|auspicio) financiero del?",
    r"(?:apoio|aporte) financeiro d[eoa]s?", r"(?:appui|soutien|concours) financier d[eu]",
    r"(?:costs?|fares?|expenses|tickets|fees)\b[^.;:]{0,60}? (?:covered|borne|met|defrayed) by",
    r"(?:costos?|gastos?|pasajes?|boletos?)\b[^.;:]{0,60}? cubiert[oa]s? por",
    r"(?:custos?|despesas?|passage(?:m|ns))\b[^.;:]{0,60}? cobert[oa]s? (?:por|pel[oa]s?)",
    r"(?:co[ûu]ts?|frais|billets?)\b[^.;:]{0,60}? couvert(?:e?s?) par",
    r"at the expense of", r"a (?:cargo|expensas) del presupuesto del?", r"aux frais d[eu]",
    r"with (?:the )?(?:financial )?(?:resources|financing|funds) (?:from|of|by|provided by)",
    r"(?:financing|funding|funds|money) (?:\w+ )?(?:came|comes|provided|will come) (?:from|by)",
    r"(?:financiamiento|fondos|recursos|dinero) (?:\w+ )?(?:provin|proced|vin|provien)\w+ del?",
    r"(?:financiamento|fundos|recursos) (?:vieram|veio|provieram|proveio) d[eoa]s?",
    r"com (?:o )?financiamento d[eoa]s?",
    r"avec le financement d[eu]", r"(?:grant|funds) (?:from|of|by|provided by)",
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
    r"(?:serv\w+|sirvi\w+|fung\w+|actu\w+|act[úu]a\w*) (?:as|como|de) (?:the )?(?:sede|venue|anfitri[óo]n[ae]?s?)",
    r"thanks to the hospitality of", r"gracias a la hospitalidad del?", r"gra[çc]as [àa] hospitalidade d[aeo]s?",
    r"gr[âa]ce [àa] l['’]hospitalit[ée] d[eu]", "hosted by", "convened by",
    r"(?:at|thanks to) (?:the |an )?offer (?:of|from|by)",
    r"(?:por|gracias al?) (?:el )?ofrecimiento del?", r"por (?:oferta|oferecimento) d[eoa]s?",
    r"sur l['’]offre d[eu]", "with the Government of", r"at the invitation of", r"invited by",
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
    *(passive(**row) for row in PASSIVES.values()), r"at the request of", r"(?:a solicitud|a pedido|"
    r"a petici[óo]n) del?",
    r"(?:a pedido|por solicita[çc][ãa]o) d[eoa]s?", r"[àa] la demande d[eu]",
    r"(?:(?:collaborat|co-?operat|work|partner)(?:e[sd]?|ed|ing|s)?|join(?:ed|ing)? forces) (?:\w+ )?with",
    r"(?:colabor|trabaj|cooper)(?:[óo]|aron|ar|ando|ar[áa]n?)(?: conjuntamente)? con",
    r"(?:colabor|trabalh|cooper)(?:ou|aram|ar|ando|ar[áa])(?: conjuntamente)? com",
    r"(?:collabor|travaill|coop[ée]r)(?:[ée]|er|era) avec",
    rf"the (?:[\w-]+ ){{0,2}}?{LENT} (?:of|from|by)", rf"{ES_LENT}(?: \w+)? del?", rf"{PT_LENT}(?: \w+)? d[eoa]s?",
    rf"{FR_LENT}(?: \w+)? d[eu]s?", r"contar[áa]n? con", r"contar[áa] com", r"will count on",
    r"partners (?:of [^.;:,]{0,40}? )?(?:are|were|will be)",
    r"soci[oa]s (?:de [^.;:,]{0,40}? )?(?:son|ser[áa]n|fueron)",
    r"parceir[oa]s (?:d[aeo] [^.;:,]{0,40}? )?(?:s[ãa]o|ser[ãa]o|foram)",
    r"partenaires (?:d[eu] [^.;:,]{0,40}? )?(?:sont|seront|[ée]taient)",
    r"partners? [^.;:,]{0,30}?with", r"soci[oa]s? [^.;:,]{0,30}?con", r"parceir[oa]s? [^.;:,]{0,30}?com",
    r"partenaires? [^.;:,]{0,30}?avec",
    r"(?:corr(?:i[óo]|er[áa])|est(?:uvo|uvieron|ar[áa]n?)|qued[óo]|fic(?:ou|ar[áa])) a cargo d(?:el?|[ao]s?)",
    r"entrusted to",
    r"(?:was|were|is|are|be) (?:in the hands|the responsibility|in charge) of", r"encomendad[oa]s? al?",
    r"confi[ée]e?s? [àa]u?",
    rf"{EVENT} l[oa]s? {ES_ACTS}", rf"(?<![\w,;)”\"][ ])(?:l[oa]s? )?{ES_ACTS} (?:conjuntamente )?(?:(?:el|la|est[ea]|"
    rf"dich[oa]) {EVENT} )?(?:la|el|las|los)",
    rf"(?:{NEEDED})s? (?:[\w-]+ ){{0,4}}?(?:provided|supplied|offered|lent|donated|facilitated) by",
    rf"(?:{NEEDED}) (?:[\w-]+ ){{0,4}}?(?:facilitad|proporcionad|ofrecid|brindad|prestad|donad|certificad)[oa]s? por",
    rf"(?:{NEEDED})s? (?:[\w-]+ ){{0,4}}?(?:fornecid|oferecid|prestad|cedid|certificad)[oa]s? (?:por|pel[oa]s?)",
    rf"(?:{NEEDED})s? (?:[\w-]+ ){{0,4}}?(?:fourni|offert|pr[êe]t[ée]|certifi[ée])e?s? par",
    rf"(?:{NEEDED}) l[oa]s? {ES_ACTS}", r"support (?:\w+ ){0,2}?(?:from|by)",
    r"had as (?:its )?(?:[\w-]+ )?(?:partner|organi[sz]er)s?",
    r"tuvo como (?:[\w-]+ )?(?:soci[oa]s?|coorganizador(?:a|es)?|contrapartes?)(?: al?)?",
    r"teve como (?:parceir[oa]s?|coorganizador(?:a|es)?)",
    r"avait (?:comme|pour) partenaires?",
    "collaboration with", r"our (?:counterpart|partner)s?,?",
    rf"{ES_DOING} {FEW}(?:con|por)", r"(?:conjuntamente|junto|en conjunto|de manera conjunta|mancomunadamente) con",
    r"en (?:alianza|colaboraci[óo]n|cooperaci[óo]n|asociaci[óo]n|coordinaci[óo]n|articulaci[óo]n|conjunci[óo]n) con",
    rf"(?:con|bajo|contando con|gracias a|y|cont[óo] con) (?:el|la|los) (?:[\w-]+ ){{0,2}}?{ES_HELP} del?",
    rf"(?<=y\s){ES_HELP} del?",
    rf"gracias al {ES_HELP} del?", rf"gra[çc]as a[o]? {PT_HELP} d[eoa]s?",
    rf"gr[âa]ce [àa] (?:la |l['’]){FR_HELP} d[eu]s?",
    r"(?:co-?)?(?:apoyad|auspiciad|patrocinad|respaldad)[oa]s? por",
    r"(?:esfuerzo|trabajo|proyecto) conjunto (?:de|entre)",
    r"colaboraci[óo]n con", r"nuestr[oa]s? (?:contraparte|soci[oa])s?,?",
    rf"{PT_DOING} {FEW}(?:com|por|pel[oa]s?)", r"(?:conjuntamente|juntamente|junto) com",
    r"em (?:parceria|conjunto|colabora[çc][ãa]o|coopera[çc][ãa]o|alian[çc]a|associa[çc][ãa]o) com",
    rf"(?:com|sob|contando com|e|contou com) (?:o|a|os) (?:[\w-]+ ){{0,2}}?{PT_HELP} d[eoa]s?",
    rf"(?<=e\s){PT_HELP} d[eoa]s?",
    r"(?:co-?)?(?:apoiad|patrocinad)[oa]s? (?:por|pel[oa]s?)",
    r"(?:esfor[çc]o|trabalho|projeto) conjunto (?:d[eoa]|entre)",
    rf"{FR_DOING} {FEW}(?:avec|par)", r"(?:conjointement|de concert) avec",
    r"en (?:partenariat|collaboration|coop[ée]ration|association|coordination|alliance) avec",
    rf"(?:avec|sous|et|re[çc]u) (?:le |la |l['’]){FR_HELP} (?:[\w-]+ )?d[eu]s?",
    r"(?:parrain|soutenu|appuy)[ée]?e?s? par", r"(?:effort|travail|projet) (?:conjoint|commun) (?:d[eu]|entre)",
)  # fmt: skip
INVITING = phrase(
    r"(?:will|shall) (?:also )?invite", r"(?:se )?invitar[áa]n? (?:tambi[ée]n )?al?", r"ser[áa]n? invitad[oa]s?",
    r"convidar[áa]", r"ser[áa]o? convidad[oa]s?", r"(?:invitera|seront invit[ée]e?s)",
)  # fmt: skip
OPENING: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("funder", FUNDER), ("host", HOST), ("partner", PARTNER), ("participant", INVITING),
)  # fmt: skip
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
        r"(?:also )?(?:participated|took part|attended|joined)(?! by)",
        r"(?:addressed,?|explained|talked|spoke|lectured)",
        r"(?:tambi[ée]n )?(?:particip(?:aron|[óo])|asisti(?:eron|[óo])|intervin(?:ieron|o))",
        r"(?:tamb[ée]m )?(?:participaram|assistiram)", r"(?:ont|a) (?:particip[ée]|assist[ée])",
    )),
)  # fmt: skip
