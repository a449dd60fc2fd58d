"""The words by which a name says that it is an organisation's, a table a language.

A further language is a further row in each table; patterns are joined over the languages, since a document in
one names the ministries and universities of others.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kg.linking.tokens import forms

# a word that makes a name of what it stands with: "Ministry of Ports"
STRONG = {
    "en": (
        "Academy|Agency|Association|Authority|Bank|Chamber|Commission|Confederation|Corporation|Council|Court|"
        "Department|Directorate|Embassy|Government|Faculty|Federation|Foundation|Institute|Institution|Ministry|Municipality|"
        "Observatory|Parliament|Secretariat|Superintendence|Superintendency|Undersecretariat|University|"
        "Vice[- ]?[Mm]inistry"
    ),
    "es": (
        "Academia|Agencia|Asociaci[óo]n|Autoridad|Banco|C[áa]mara|Comisi[óo]n|Confederaci[óo]n|Consejo|"
        "Corporaci[óo]n|Corte|Departamento|Direcci[óo]n|Embajada|Facultad|Gobierno|Federaci[óo]n|Fundaci[óo]n|Instituto|Ministerio|"
        "Municipalidad|Observatorio|Secretar[íi]a|Subsecretar[íi]a|Superintendencia|Universidad|Viceministerio"
    ),
    "pt": (
        "Ag[êe]ncia|Associa[çc][ãa]o|Autoridade|Comiss[ãa]o|Confedera[çc][ãa]o|Conselho|Corpora[çc][ãa]o|"
        "Diretoria|Embaixada|Faculdade|Governo|Federa[çc][ãa]o|Funda[çc][ãa]o|Minist[ée]rio|Observat[óo]rio|Prefeitura|Secretaria|"
        "Superintend[êe]ncia|Universidade"
    ),
    "fr": (
        "Acad[ée]mie|Agence|Ambassade|Autorit[ée]|Banque|Chambre|Conf[ée]d[ée]ration|Conseil|Cour|F[ée]d[ée]ration|"
        "Fondation|Gouvernement|Institut|Minist[èe]re|Observatoire|Secr[ée]tariat|Universit[ée]"
    ),
}
# a word that takes more beside it: many a network, centre or group is none with a name of its own
WEAK = {
    "en": (
        "Alliance|Assembly|Board|Bureau|Cent(?:er|re)|Coalition|College|Committee|Community|Company|Consortium|"
        "Fund|Group|Laboratory|League|Network|Office|Organi[sz]ation|School|Service|Society|Team|Tribunal|Union"
    ),
    "es": (
        "Alianza|Asamblea|Centro|Coalici[óo]n|Colegio|Comit[ée]|Comunidad|Consorcio|Empresa|Escuela|Fondo|Grupo|Junta|"
        "Laboratorio|Liga|Oficina|Organizaci[óo]n|Parlamento|Servicio|Sociedad|Tribunal|Uni[óo]n"
    ),
    "pt": (
        "Alian[çc]a|Assembleia|Comit[êe]|Comunidade|Cons[óo]rcio|Escola|Fundo|Organiza[çc][ãa]o|Rede|Servi[çc]o|"
        "Sociedade|Uni[ãa]o"
    ),
    "fr": (
        "Assembl[ée]e|Association|Bureau|Centre|Coll[èe]ge|Commission|Comit[ée]|Communaut[ée]|[ÉE]cole|Fonds|Groupe|"
        "Office|Organisation|R[ée]seau|Service|Soci[ée]t[ée]|Union"
    ),
}
# words that lead from one part of a name to the next, the languages together
SMALL = (
    r"of|for|on|against|and|&|the|de|del|la|las|los|el|y|e|para|por|contra|do|da|dos|das|du|des|et|le|les|pour|"
    r"sur|a|al|en|in"
)
AND = r"and|&|y|e|et"
OF = {
    "en": r"of(?:\s+the)?|for(?:\s+the)?|on(?:\s+the)?|against",
    "es": r"de(?:\s+l[ao]s?)?|del|para(?:\s+(?:el|l[ao]s?))?|contra(?:\s+(?:el|l[ao]s?))?|sobre",
    "pt": r"d[oae]s?|para(?:\s+[oa]s?)?",
    "fr": r"d(?:e|u|es)(?:\s+la)?|pour(?:\s+l(?:a|es?))?",
}
# words with which an organisation has no name yet: "the National Commission", "a Regional Development Bank"
GENERIC = {
    "en": (
        "ad administrative advisory annual associated autonomous catholic central chair civil commerce commercial "
        "committees community consultative cooperation coordinating coordination councils countries country "
        "department development digital directive directors drafting editorial executive expert experts external "
        "federal financial first foreign forum general global governing government governmental governments group "
        "groups heads high hoc hub hubs implementation industries industry information institutional "
        "intergovernmental internal international investment issues joint level local management matters meeting "
        "member members ministerial ministers ministry mixed monitoring multilateral municipal national network "
        "networks new open organising organizing parties permanent planning polytechnic pontifical preparatory "
        "presidency president press private pro programme programs project projects provincial public region "
        "regional regions representatives research royal scientific second secretariat secretaries sectoral "
        "senior special specialised state states steering strategic study subregional superior support supreme "
        "sustainable task technical technological technology tempore third training united universities "
        "university work working world"
    ),
    "es": (
        "academica asesor autonoma autonomo catolica central comercial comercio comunicacion consultivo "
        "cooperacion coordinacion coordinador desarrollo directiva directivo ejecutiva ejecutivo estado estados "
        "estatal expertos federal general gobierno gobiernos industria industrias intergubernamental "
        "interinstitucional internacional investigacion local mesa miembro miembros ministerial ministras "
        "ministros mixta mixto mundial municipal nacional nueva organizador permanente planificacion politecnica "
        "pontificia prensa preparatorio presidencia privada privado programa programas proyecto proyectos publica "
        "publico region regional seguimiento social subregional superior suprema tecnica tecnico tecnologica "
        "trabajo universitario"
    ),
    "pt": (
        "assessor autonoma catolica comercio comunicacao cooperacao coordenacao desenvolvimento diretor "
        "especialistas estado estados estadual executiva executivo governo governos internacional membros "
        "ministros mundial municipal nacional organizador permanente pesquisa planejamento presidencia projeto "
        "projetos publica publico regional tecnica tecnico trabalho"
    ),
    "fr": (
        "administratif catholique central centrale commerce communication consultatif cooperation coordination "
        "developpement directeur etat etats executif experts gouvernement gouvernements international "
        "internationale locale membres ministres mondial mondiale national nationale nouvelle organisateur "
        "permanent permanente pilotage presidence projet projets public publique recherche regional regionale "
        "suivi superieur supreme technique travail"
    ),
}
# a region says where a network is, not which it is
REGIONS = (
    "latin america american americas caribbean central south north lac latinoamerica latinoamericana "
    "latinoamericano america latina caribe caribena caribeno caribenha centroamerica centroamericana "
    "centroamericano sudamericana sudamericano suramericana latino americana americano amerique latine caraibes "
    "caraibe latinoamericanas sur sul sud"
)
# what a meeting, a paper or a person is called, which an organisation's name ends before
OTHER_THINGS = {
    "en": (
        "Act|Action|Advisor|Agenda|Agreement|Articles?|Award|Bulletin|Call|Chair|Charter|Committee Meeting|"
        "Competition|Course|Decisions?|Declaration|Director|Document|Edition|Events?|Framework|Guide|Guidelines|"
        "Head|Index|Law|Manager|Manual|Meetings?|Members?|Minister|Model|Plan|Platform|Policy|Portal|President|"
        "Principles|Programmes?|Programs?|Projects?|Protocol|Regulations?|Report|Representative|Resolutions?|"
        "Seminar|Session|Specialist|Statute|Strategy|Study|Summit|Survey|Toolkit|Training|Treaty|Workshop"
    ),
    "es": (
        "Acuerdo|Curso|Decisi[óo]n|Declaraci[óo]n|Directora?|Documento|Foro|Gu[íi]a|[ÍI]ndice|Informe|Ley|Memorando|"
        "Ministr[oa]|Plataforma|Pol[íi]tica|President[ea]|Programa|Protocolo|Proyecto|Reglamento|Resoluci[óo]n|"
        "Reuni[óo]n|Seminario|Sesi[óo]n|Taller|Tratado"
    ),
    "pt": (
        "Acordo|Decis[ãa]o|Declara[çc][ãa]o|Diretora?|F[óo]rum|Guia|Lei|Plano|Projeto|Relat[óo]rio|Resolu[çc][ãa]o|"
        "Reuni[ãa]o|Semin[áa]rio|Sess[ãa]o"
    ),
    "fr": (
        "Accord|Atelier|Cours|D[ée]cision|D[ée]claration|Directeur|Directrice|Indice|Loi|Ministre|Plateforme|Projet|"
        "Protocole|Rapport|R[ée]solution|R[ée]union|S[ée]minaire|Trait[ée]"
    ),
}
# what stands before a name without being of it
LEADING = {
    "en": (
        "According|Additionally|After|Also|Although|Ambassador|Among|An|And|As|At|Before|Between|Both|But|By|"
        "Chairman|Chairperson|Chief|Counsel(?:l)?or|Delegate|Deputy|Director|Dr|During|Each|"
        "Executive Director|First|For|Former|From|Furthermore|General Director|Head|Hon|Honou?rable|However|If|In|Its|"
        "Likewise|Manager|Meanwhile|Minister|Moreover|Mr|Mrs|Ms|On|Or|Our|Over|President|Prof|Professor|"
        "Rector|Representatives?|Second|Secretary|Similarly|Since|Some|Specialist|Such|That|The|Their|Then|"
        "These|This|Through|To|Today|Under|Undersecretary|Until|Vice-?[Mm]inister|Vice-?[Pp]resident|When|"
        "Where|While|With|Within|"
        "[IVX]+|[A-Z]"
    ),
    "es": "Con|El|En|La|Las|Los|Por|Seg[úu]n",
    "pt": "As|Com|Em|Os|Pela|Pelo",
    "fr": "Avec|Le|Les|Par|Selon",
}

# acronyms that are words, or stand for other things as well, in one of the four languages
WORDLIKE = re.compile(
    r"A[CPU]|ALBA|ARISE|BIS|CAB|CAC|CAN|CARE|CAS|CCC|CEA|CEDA|CFC|CIM|CIP|CIS|CLARA|CLE|COE|CPU|CRM|CSM|CSR|DAC|ECHO|"
    r"EDB|EIF|ESA|ESTE|FAR|FES|IAF|ICE|IDA|IDEA|INI|ISA|ISM|ISO|KF|MAR|MIF|MIT|NAM|NDB|NIB|OMA|PA|PAM|PARE|PIF|PM|PMA|RCM|"
    r"RED|RG|RSS|SCO|SELA|SPC|UN|US|WHO"
)
NEVER_ALONE = re.compile(r"A[CP]|CAS|CEA|CLE|CPU|CRM|CSR|CFC|DAC|EDB|ESTE|ISM|IDEA|INI|MAR|OMA|PARE|PM|RED|RG|RSS|III?")


def pattern(*tables: dict[str, str]) -> str:
    """The words of tables, of all their languages, as alternatives."""
    return "|".join(words for table in tables for words in table.values())


@lru_cache(maxsize=1)
def generic_words() -> frozenset[str]:
    """Every generic word in compared form."""
    return frozenset(form for words in GENERIC.values() for form in forms(words))


@lru_cache(maxsize=1)
def region_words() -> frozenset[str]:
    """Every word that names the region, in compared form."""
    return frozenset(forms(REGIONS))
