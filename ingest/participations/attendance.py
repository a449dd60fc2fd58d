"""The turns of phrase that tell who came and spoke, the four languages side by side."""

from __future__ import annotations

import re

from ingest.patterns import phrase

ATTENDED = phrase(  # behind these stand people, their posts and what they represent
    "attended by", r"(?:opened|closed|inaugurated|chaired|facilitated|led|presided over) by",
    r"(?:conducted|delivered|given|moderated|taught|spoken) by", r"participating in [^.;:]{0,60}? were",
    r"(?:speakers?|panel(?:l)?ists?|lecturers?|teachers?|tutors?|trainers?|delegat(?:es|ions)|experts?|"
    r"others) (?:\w+ ){0,2}?"
    r"(?:came|come|were drawn|hailed) from",
    r"(?:foram|atuaram como) (?:palestrantes|expositores|painelistas|conferencistas|debatedores)",
    r"(?:fueron|actuaron como|fungieron como) (?:ponentes|expositores|panelistas|conferencistas|docentes|instructores)",
    r"(?:palestrantes|expositores|participantes|painelistas|delega[çc][õo]es) (?:\w+ ){0,3}?(?:foram|inclu[íi]ram|"
    r"vieram d[eoa]s?|provinham d[eoa]s?)",
    r"(?:intervenants|participants|conf[ée]renciers|d[ée]l[ée]gations|d[ée]l[ée]gu[ée]s) (?:\w+ ){0,3}?(?:[ée]taient|"
    r"venaient d[eu]s?|comprenaient)",
    r"(?:ponentes|expositores|participantes|delegaciones|delegados|expertos|panelistas) (?:\w+ ){0,3}?(?:ven[íi]an|"
    r"proven[íi]an|proced[íi]an|vinieron|llegaron) del?",
    r"(?:organi[sz]ations|institutions|those|people) (?:present|attending|in attendance) were",
    r"(?:inaugurad|clausurad|presidid|facilitad|abiert)[oa] por", r"estuvieron presentes",
    r"(?:inaugurad|encerrad|presidid|facilitad|abert|feit|conduzid|proferid)[oa]s? (?:por|pel[oa]s?)",
    r"estiveram presentes",
    r"(?:ouvert|cl[ôo]tur[ée]|pr[ée]sid[ée])e? par", r"[ée]taient pr[ée]sents",
    r"(?:participants?|speakers?|panel(?:l)?ists?|lecturers?|attendees)\b[^.;:]{0,60}? (?:included|were|came from)",
    r"(?:with|involves?|involving|count(?:s|ed|ing)? on|in) (?:the )?(?:[\w-]+ ){0,2}?"
    r"(?:participation|presence|attendance) of",
    r"sent (?:\w+ )?(?:delegations|delegates|representatives|experts|officials)(?=:)", r"observers?(?= ?\()",
    r"enviaron (?:\w+ )?(?:delegaciones|delegad[oa]s|representantes|expert[oa]s|funcionarios)(?=:)",
    r"observador(?:es|as)?(?= ?\()",
    r"enviaram (?:\w+ )?(?:delega[çc][õo]es|delegad[oa]s|representantes|perit[oa]s)(?=:)", r"observateurs?(?= ?\()",
    r"ont envoy[ée] (?:\w+ )?(?:d[ée]l[ée]gations|d[ée]l[ée]gu[ée]s|repr[ée]sentants|experts)(?=:)",
    r"will (?:bring together|put in touch|attend|participate|take part)",
    r"(?:pondr[áa] en contacto|reunir[áa]|congregar[áa]) a",
    r"(?:participar|asistir|acudir|concurrir)[áa]n?(?! en\b| al?\b)",
    r"(?:participar|comparecer)(?:á|ão)(?! n?[oa]s?\b| em\b)",
    r"(?:reunir|congregar)[áa]", r"por[áa] em contato", r"y? ?participeront", r"r[ée]unira|rassemblera|mettra en contact",
    "brought together",
    r"(?:team|consortium|group|panel|jury) (?:was |were )?(?:composed|made up|consist(?:ing|ed)) of",
    r"(?:attended|participated|took part|(?:was|were) (?:present|represented|"
    r"in attendance))(?: in [^.;:]{0,60}?)?(?=:)",
    r"(?:estuvieron|estuvo|se encontraban) (?:representad[oa]s?|presentes?)", r"(?:acudi|concurri)(?:eron|"
    r"[óo])(?! al?\b)", r"tom(?:aron|[óo]) parte",
    r"(?:estiveram|esteve) (?:representad[oa]s?|presentes?)", r"comparec(?:eram|eu)", r"tomaram parte",
    r"(?:ont|a) pris part", r"sont intervenue?s", r"[ée]tai(?:t|ent) (?:repr[ée]sent[ée]e?s?|pr[ée]sente?s?)",
    r"equipo (?:compuesto|integrado|conformado|formado) por", r"equipe (?:composta|formada|integrada) por",
    r"[ée]quipe (?:compos[ée]e|form[ée]e) d[eu]s?",
    r"(?:interventions|presentations|lectures|talks|remarks) (?:by|from)",
    r"cont[óo] con (?:la )?(?:participaci[óo]n|presencia|asistencia) del?l?",
    r"con la (?:participaci[óo]n|presencia|asistencia) del?l?",
    r"(?:particip|interv|expu)(?:aron|ieron|inieron|sieron|[óo]|i[óo]|ino|so)", r"asisti(?:eron|[óo])(?! al?\b)",
    r"reuni[óo] a",
    r"(?:participantes|ponentes|panelistas|expositores) (?:\w+ ){0,4}?(?:incluyeron|fueron|provinieron)",
    r"(?:intervenciones|presentaciones|ponencias|exposiciones) (?:del?|por)",
    r"contou com a (?:participa[çc][ãa]o|presen[çc]a) d[eoa]s?", r"com a (?:participa[çc][ãa]o|presen[çc]a) d[eoa]s?",
    r"(?:participaram|assistiram|compareceram)", r"reuniu",
    r"avec la (?:participation|pr[ée]sence) d[eu]s?", r"(?:ont particip[ée]|ont assist[ée]|y assistaient)",
    r"a r[ée]uni",
)  # fmt: skip
REPRESENTED = phrase(  # the people that an organisation sends
    r"(?:representatives?|delegates?|delegations?|experts?|specialists?|officials?|authorities|trainers?|researchers?|"
    r"speakers?|lecturers?|officers?|observers?|negotiators?|technicians?|tutors?|teachers?|ambassadors?|envoys?|"
    r"(?:vice-?)?ministers|directors|members of (?:staff|parliament)|staff|entrepreneurs|business ?(?:people|men|"
    r"women)|professors?|"
    r"economists?|lawyers|scholars|scientists|panell?ists?) (?:of|from|representing)",
    r"(?:representantes?|delegad[oa]s?|delegaci[óo]n(?:es)?|expert[oa]s?|especialistas?|funcionari[oa]s?|autoridades|"
    r"ponentes|capacitadores|investigadores|observador(?:a|es|as)?|negociador(?:es|as)|t[ée]cnic[oa]s|tutor(?:es|as)|"
    r"docentes|profesor(?:es|as)|"
    r"embajador(?:a|es|as)?|enviad[oa]s|(?:vice)?ministr[oa]s|director(?:es|as)|empresari[oa]s|expositor(?:es|as)|"
    r"panelistas|"
    r"conferencistas|acad[ée]micos|parlamentarios) (?:provenientes )?(?:de la|del?|d[aeo]s?)",
    r"(?:delega[çc][ãaõo][oe]s?|perit[oa]s|palestrantes|pesquisador(?:es|as)|observador(?:a|es|as)?|negociador(?:es|"
    r"as)|t[ée]cnic[oa]s|"
    r"professor(?:es|as)|embaixador(?:a|es|as)?|ministr[oa]s|diretor(?:es|as)|empres[áa]ri[oa]s|tutor(?:es|as)|"
    r"painelistas|"
    r"funcion[áa]ri[oa]s) (?:vind[oa]s )?d[eoa]s?",
    r"(?:repr[ée]sentants?|d[ée]l[ée]gu[ée]s?|d[ée]l[ée]gations?|experts?|sp[ée]cialistes?|fonctionnaires|"
    r"intervenante?s?|chercheurs|observat(?:eur|rice)s?|n[ée]gociateurs|techniciens|enseignants|formateurs|"
    r"ambassadeurs?|ministres|directeurs|"
    r"entrepreneurs|professeurs|panélistes|conf[ée]renciers) (?:d[eu]s?|issus d[eu]s?)",
)
POST = phrase(
    r"(?:director|president|vice-president|chair(?:man|woman|person)?|coordinator|counsellor|"
    r"secretary(?:[- ]general)?|head|rector|dean|"
    r"representative|manager|specialist|advisor|adviser)(?: general)? (?:of|for|at|from)",
    r"(?:director[a]?|president[ea]|vicepresident[ea]|coordinador[a]?|consejer[oa]|secretari[oa]|jef[ea]|rector[a]?|"
    r"decan[oa]|"
    r"representante|gerente|especialista|asesor[a]?)(?: general)? (?:del?|en)",
    r"(?:diretor[a]?|secret[áa]ri[oa]|coordenador[a]?|conselheir[oa]|chefe|reitor[a]?|"
    r"assessor[a]?)(?:[- ]geral)? d[eoa]s?",
    r"(?:directeur|directrice|secr[ée]taire|pr[ée]sidente?|coordinateur|coordinatrice|conseill[èe]re?|chef|recteur|"
    r"doyenne?|"
    r"repr[ée]sentante?)(?: g[ée]n[ée]rale?)? d[eu]",
)
SPOKE = phrase(  # of someone at the event
    "stressed", "explained", "spoken", "presented", "said", "spoke", "talked", "noted", "welcomed", "highlighted",
    "addressed",
    "participated", "attended", "delivered", "gave", "intervened", "opened", "moderated", "shared",
    r"(?:destac|explic|present|señal|moder|particip|inaugur)[óo]", "dijo", "intervino", r"expuso", r"asisti[óo]",
    r"(?:destacou|explicou|apresentou|moderou|participou|disse|interveio)",
    r"a (?:soulign[ée]|expliqu[ée]|pr[ée]sent[ée]|dit|particip[ée]|mod[ée]r[ée])",
)  # fmt: skip
ENVOYS = phrase(  # people who stand for a country, though it be the only one
    r"(?:representative|delegate|delegation|observer|ambassador|envoy)s? (?:of|from)",
    r"(?:representante|delegad[oa]|observador[ae]?|embajador[ae]?|enviad[oa])s? (?:de la|del?)",
    r"delegaci[óo]n(?:es)? (?:de la|del?)",
    r"(?:delega[çc][ãaõo][oe]|perit[oa]|observador[ae]?|embaixador[ae]?)s? d[eoa]s?",
    r"(?:repr[ée]sentant|d[ée]l[ée]gu[ée]|d[ée]l[ée]gation|observateur|ambassadeur)e?s? (?:de la|d[eu]s?)",
)
AIMED_AT = re.compile(  # people for whom it is meant, or whose words are cited
    r"\b(?:aimed|addressed|targeted|intended|directed|designed|meant)\b[^.;]{0,60}\Z|\baccording\b[^.;]{0,60}\Z|"
    r"\bse\s(?:dirig|destin|orient)\w+\b[^.;]{0,60}\Z|\bs['’]adresse\w*\b[^.;]{0,60}\Z|"
    r"\b(?:dirigid|destinad|orientad)[oa]s?\b[^.;]{0,60}\Z|\bseg[úu]n\b[^.;]{0,60}\Z|\bsegundo\b[^.;]{0,60}\Z|"
    r"\bdestin[ée]e?s?\b[^.;]{0,60}\Z|\bselon\b[^.;]{0,60}\Z",
    re.IGNORECASE,
)
