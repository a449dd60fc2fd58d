"""Words that make a name an organisation's, a person's, an event's or a state's, the four languages together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.linking.documents import is_organisation_name
from kg.linking.entities import Mention

# beside the words by which an acronym's name is an organisation's (see kg.linking.documents)
FURTHER_WORDS = re.compile(
    r"\b(?:Academy|Administration|Board|Brigade|Cabinet|Compan(?:y|ies)|Court|Division|Embassy|Enterprise|"
    r"Archives?|Facility|Government|Hospital|Incubator|Laborator(?:y|ies)|Library|Machinery|Mechanism|Mission|Museum|Presidency|"
    r"Archivo|Biblioteca|Cl[úu]ster|Incubadora|Mecanismo|Misi[óo]n|Museo|Promotora|Red|"
    r"Arquivo|Miss[ãa]o|Museu|Biblioth[èe]que|H[ôo]pital|M[ée]canisme|Mus[ée]e|School|Treasury|Tribunal|Unit|Universities|"
    r"Academia|Administraci[óo]n|Canciller[íi]a|Compañ[íi]a|Corte|Embajada|Empresa|Escuela|Gabinete|Gobierno|"
    r"Laboratorio|Presidencia|Unidad|Universidades|Alcald[íi]a|Intendencia|Coalici[óo]n|Colegio|"
    r"Cooperativa|Gremio|Junta|Liga|Municipalidad|Municipio|Observatorio|Sindicato|Subsecretar[íi]a|"
    r"Superintendencia|Viceministerio|"
    r"Administra[çc][ãa]o|Companhia|Embaixada|Escola|Governo|Laborat[óo]rio|Presid[êe]ncia|Unidade|Ligue|Syndicat|Coop[ée]rative|Mairie|"
    r"Acad[ée]mie|Ambassade|Banque|Chambre|Commission|Conseil|Cour|[ÉE]cole|Entreprise|F[ée]d[ée]ration|Fondation|"
    r"Gouvernement|Laboratoire|Pr[ée]sidence|Soci[ée]t[ée]|Unit[ée]|Corp|GmbH|Inc|LLC|Ltd)\b"
)
WORD = r"[A-ZÁÉÍÓÚÑÂÊÔÃÕÇÀÈ][\w'’&-]*(?:\.(?=[A-Z])[A-Z]\.?)*"
SMALL = (
    r"(?:of|for|the|and|on|in|against|de|del|la|las|los|el|y|e|para|do|da|dos|das|des|du|et|pour|&|"
    r"d['’]|l['’])"
)
NAME = re.compile(rf"(?:{WORD}|\b[a-z]+(?= government\b))(?:,?\s+(?:{SMALL}\s+){{0,3}}{WORD}|\s[-–/]\s?{WORD})*")
TAIL = re.compile(r"(?:\s[a-z]\w+){1,3}(?=\s?\([A-Z]{2,})|\s+government\b")  # "Port of Ships authority (PSA)"
IN_CITY = re.compile(rf"\s(?:in|en|em|à)\s{WORD}(?:\s{WORD})?\Z")  # "Port Office in Lima", before ", Peru"
PLURAL = re.compile(
    r"(?P<one>Ministr|Minist[èée]r|Secretar)(?P<many>ies|ios|es|iats|[íi]as)(?P<of>\s(?:of|del?|d[aou]s?)\s(?:the\s)?)"
    r"(?P<fields>.+?)(?P<country>\s(?:of|del?|d[aou])\s[A-Z]\w+(?:\s[A-Z]\w+)?)?\Z",
    re.DOTALL,
)
LAST_FIELD = re.compile(r",\s(?:and|y|e|et)\s")
FIELD = re.compile(r"\s(?:and|y|e|et)\s(?:(?:of|de|da|do|du)\s)?")
BYNAME = re.compile(  # "CAF-development bank of Latin America"
    r"\s?[-–]\s?[a-z]+(?:\s[a-z]+){0,3}(?:\s[A-ZÁÉ]\w+){0,2}"
    r"(?:\s(?:and the|y el|e o|e|et des)\s(?:Caribbean|Caribe|Caraïbes))?-?"
)
SINGULAR = {"ies": "y", "ios": "io", "es": "e", "iats": "iat", "ías": "ía", "ias": "ia"}
GOVERNMENT = re.compile(r"\s+government\b")  # the Chilean government
SEPARATOR = re.compile(r",\s+|,?\s+(?:and|y|e|et)\s+")
ARTICLE = re.compile(
    r"(?:(?:and|y|e|et)\s+)?(?:(?:of|del?|d[aou]s?|des)\s+)?(?:(?:the|The|el|la|El|La|los|las|o|a|O|A|le|Le|les)\s+|l['’])?"
)
BESIDE = re.compile(
    rf"(?P<name>{WORD}),?\s(?:and|y|e|et)\s(?:(?:of|from|del?|d[aou])\s)?(?:the|la|el|los|las|o|a|le|l['’])?\s?"
)
PERSON_NEXT = re.compile(  # "Luis Paz, of the Boat Office", beside another
    rf"(?:(?:and|y|e|et)\s)?{WORD}(?:\s{WORD}){{1,3}},\s(?:of|from|del?|d[aou])\s"
)
HEAD = re.compile(r"\s(?:of|for|on|del?|d[aou]s?|des)\s")  # behind it a name says what it is for
GENERIC = re.compile(  # a kind of body, which names none: "the Working Group", "Foreign Ministries"
    r"(?:(?:Working|Technical|Action|Steering|Expert|Executive|General|Regional|National|International|Organi[sz]ing|"
    r"Public|Private|Foreign|Pro|Tempore|Central|Advisory|Joint|Honou?rary|Grupo|de|Trabajo|Trabalho)\s)*"
    r"(?:Group|Committee|Secretariat|Network|Council|Organi[sz]ation|Union|Commission|Centre|Center|Ministry|Ministries|"
    r"Bank|Board|Government|Secretar[íi]a|Trabajo|Trabalho|Comit[ée]|Red|Consejo|Comisi[óo]n|Gobierno|Ministerio)"
    r"(?:\s(?:T[ée]cnic|Ejecutiv|General|Executiv)[ao]?)?(?:\s(?:of|de)\s(?:LAC|Experts|Expertos))?"
)
STATE = re.compile(  # the long form of a country's name
    r"[\w-]+\s(?:Federation|Republic)|"
    r"(?:[\w-]+\s)?(?:Republic|Federation|State|Rep[úu]blica|Federaci[óo]n|Federa[çc][ãa]o|Estado|R[ée]publique|"
    r"F[ée]d[ée]ration)(?:\s[A-Z][\w-]+)?\s(?:of|de|da|do)\s(?:(?:the|la)\s)?[\w-]+(?:\s[\w-]+)?"
)
EVENT = re.compile(
    r"(?:[IVXLC]+\s)?(?:[\w'-]+\s){0,3}?(?:Agenda|Agreement|Congress|Conference|Course|Declaration|Forum|Framework|"
    r"Index|Meeting|Memorandum|Plan|Pro(?:gramme|ject|tocol)|Report|Seminar|Summit|Treaty|Week|Workshop|Area|"
    r"Acuerdo|Congreso|Conferencia|Convenio|Curso|Foro|[ÍI]ndice|Informe|Memorando|Programa|Proyecto|Reuni[óo]n|"
    r"Seminario|Semana|Taller|Cumbre|Acordo|Congresso|Confer[êe]ncia|F[óo]rum|Projeto|Reuni[ãa]o|"
    r"Semin[áa]rio|Accord|Atelier|Congr[èe]s|Conf[ée]rence|Cours|Programme|Projet|R[ée]union|S[ée]minaire)\b"
)
OFFICE = (  # a part that stands for the whole of a body
    r"(?:Secretariat|Secretar[íi]a|Secr[ée]tariat|Presiden\w+|Pr[ée]sidence|Headquarters|Sede|Si[èe]ge|Delegation|"
    r"Delegaci[óo]n|Mission|Misi[óo]n|Representation|Representaci[óo]n|Office|Oficina|Escrit[óo]rio|Bureau|"
    r"Directorate|Direcci[óo]n|Dire[çc][ãa]o|Direction|Facult\w+|School|Escuela|Escola|Department|Departamento)"
)
OFFICE_OF = re.compile(rf"(?:[\w-]+\s)*?{OFFICE}\b.*?\s(?:of|del?|d[aou]s?)\s(?:(?:the|la|el|los|las)\s)?", re.DOTALL)
ITS_OFFICE = re.compile(rf"(?:\s(?:General|Regional|Country))*\s{OFFICE}|(?:'s)?\s(?:Group|System)")
POST = re.compile(  # "Director of", "Representatives of the": not of the name
    r"(?:[\w-]+\s){0,3}?(?:Representatives?|Delegates?|Officials?|Experts?|Specialists?|Authorities|Members|Ministers?|"
    r"Participants?|Directors?|President|Chair(?:man|woman|person)?|Coordinator|Counsellor|Manager|Head|Chief|Rector|"
    r"Dean|Professors?|Researchers?|Secretary|Representantes?|Delegad[oa]s?|Funcionari[oa]s|Expert[oa]s|"
    r"Especialistas?|Autoridades|Miembros|Participantes|Director[ae]?s?|President[ea]|Coordinador[ae]?|Consejer[oa]|"
    r"Jef[ea]|Rector[a]?|Decan[oa]|Profesor[a]?(?:es)?|Secretari[oa]|Diretor[a]?|Coordenador[a]?|Chefe|Reitor[a]?|"
    r"Repr[ée]sentants?|D[ée]l[ée]gu[ée]s?|Fonctionnaires|Directeurs?|Directrice|Pr[ée]sident)(?:[\s-]General)?"
    r"\s(?:of|for|at|in|del?|d[aou]s?|des)\s(?:(?:the|la|el|los|las)\s)?"
)
COMMA_OF = re.compile(
    r",\s(?P<of>(?:from|del?|d[aou])\s(?:la\s|el\s)?)?\Z"
)  # "Port Office, Peru", "Liga de Faros, del Perú"
COMPANY = re.compile(
    r"\b(?:company|compan(?:ies)|firm|firms|start-?up|enterprise|empresas?|compañ[íi]as?|firmas?|consultoras?|"
    r"entreprises?|soci[ée]t[ée]s?)\s[\"“*]*\Z"
)
PERSON = re.compile(
    r"(?:Mrs?|Ms|Dr|Prof|Sra?|Amb|Ambassador|President|Minister|Secretary|Professor|Embajador\w*|Ministr\w+|"
    r"Presidente|Profesor\w*|Embaixador\w*|Monsieur|Madame|M)\b\.?(?:\s|\Z)"
)
PERSON_OF = re.compile(  # "Ana Ruiz of the Ministry of Boats"
    rf"{WORD}(?:\s{WORD}){{1,3}},?\s(?:of|from|del?|d[aou])\s(?:(?:the|la|el|los|las)\s)?"
)
PLACE = re.compile(r"(?:Latin America|Caribbean|Central America|South America|Europe|Asia|Africa|America|Member|LAC\Z)")
PUBLISHERS = re.compile(
    r"(?:Permanent\s+Secretariat|Secretar[íi]a\s+Permanente|Secretaria\s+Permanente|Secr[ée]tariat\s+permanent|"
    r"Latin\s+American\s+Council|Consejo\s+Latinoamericano|Conselho\s+Latino-?Americano|"
    r"Conseil\s+latino-?am[ée]ricain)\b",
    re.IGNORECASE,
)


def reads_as_organisation(name: str) -> bool:
    """True where a name says by a word of its own that it is an organisation's.

    >>> reads_as_organisation("Tribunal of the Coast"), reads_as_organisation("Gulf of the Coast")
    (True, False)
    """
    return is_organisation_name(name) or bool(FURTHER_WORDS.search(name) or GOVERNMENT.search(name))


def is_headed(text: str) -> bool:
    """True where a name is an organisation's by its head, not by what it is for."""
    return reads_as_organisation(HEAD.split(text)[0])


def is_generic(text: str) -> bool:
    """True for the mere kind of a body: "the Embassy", "a Working Group"."""
    return bool(GENERIC.fullmatch(text)) or (" " not in text and not text.isupper() and reads_as_organisation(text))


def is_country(text: str, inside: Sequence[Mention]) -> bool:
    """True for the long form of a country's name."""
    return bool(STATE.fullmatch(text)) and any(m.entity.type == "country" for m in inside)
