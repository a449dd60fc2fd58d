"""The organisations that a sentence names: known ones, and others whose names read like one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.linking.documents import is_organisation_name, organisation
from kg.linking.entities import Entity, Mention
from kg.linking.names import is_body
from kg.linking.registry import Registry
from search.passages import Span

# beside the words by which an acronym's name is an organisation's (see kg.linking.documents)
FURTHER_WORDS = re.compile(
    r"\b(?:Academy|Administration|Board|Brigade|Cabinet|Compan(?:y|ies)|Court|Division|Embassy|Enterprise|"
    r"Government|Laborator(?:y|ies)|Presidency|School|Treasury|Tribunal|Unit|Universities|"
    r"Academia|Administraci[óo]n|Canciller[íi]a|Compañ[íi]a|Corte|Embajada|Empresa|Escuela|Gabinete|Gobierno|"
    r"Laboratorio|Presidencia|Unidad|Universidades|Alcald[íi]a|Intendencia|Coalici[óo]n|Colegio|"
    r"Cooperativa|Gremio|Junta|Liga|Municipalidad|Municipio|Observatorio|Sindicato|Subsecretar[íi]a|"
    r"Superintendencia|Viceministerio|"
    r"Administra[çc][ãa]o|Companhia|Embaixada|Escola|Governo|Laborat[óo]rio|Presid[êe]ncia|Unidade|"
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
    r"Especialistas?|Autoridades|Miembros|Participantes|Director[ae]?s?|Presidente|Coordinador[ae]?|Consejer[oa]|"
    r"Jef[ea]|Rector[a]?|Decan[oa]|Profesor[a]?(?:es)?|Secretari[oa]|Diretor[a]?|Coordenador[a]?|Chefe|Reitor[a]?|"
    r"Repr[ée]sentants?|D[ée]l[ée]gu[ée]s?|Fonctionnaires|Directeurs?|Directrice|Pr[ée]sident)(?:[\s-]General)?"
    r"\s(?:of|for|at|in|del?|d[aou]s?|des)\s(?:(?:the|la|el|los|las)\s)?"
)
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


@dataclass(frozen=True)
class Name:
    """A name of an organisation in a text; not certain where it is a proper name that could be anything's."""

    start: int
    end: int
    entity: Entity
    certain: bool = True
    label: str | None = None  # where the text runs several names together


def reads_as_organisation(name: str) -> bool:
    """True where a name says by a word of its own that it is an organisation's.

    >>> reads_as_organisation("Tribunal of the Coast"), reads_as_organisation("Gulf of the Coast")
    (True, False)
    """
    return is_organisation_name(name) or bool(FURTHER_WORDS.search(name) or GOVERNMENT.search(name))


def names_in(prose: str, span: Span, mentions: Sequence[Mention], registry: Registry) -> list[Name]:
    """The organisations that a part of a text names, in order, without overlap."""
    known = [_with_byname(prose, m) for m in mentions if span[0] <= m.start < span[1]]
    found: dict[int, Name] = {}
    for run in NAME.finditer(prose, *span):
        end = _end(prose, run, span[1], known)
        for name in _several(prose, run.start(), end, registry):
            found[name.start] = name
        for start, stop in _pieces(prose, run.start(), end, known):
            if PLURAL.match(prose, run.start(), end):
                break
            inside = [m for m in known if m.start < stop and m.end > start]
            for name in _read(prose, start, stop, inside, registry):
                found.setdefault(name.start, name)
    for mention in known:
        if mention.entity.type == "organisation" and not any(
            each.start <= mention.start < each.end for each in found.values()
        ):
            found[mention.start] = Name(mention.start, mention.end, mention.entity)
    for name in list(found.values()):
        found |= {part.start: part for part in _both(prose, name, registry)}
    return _without_acronyms([found[start] for start in sorted(found)], prose)


def _heads(text: str) -> bool:
    """True where a name is an organisation's by its head, not by what it is for."""
    return reads_as_organisation(HEAD.split(text)[0])


def _is_generic(text: str) -> bool:
    """True for the mere kind of a body: "the Embassy", "a Working Group"."""
    return bool(GENERIC.fullmatch(text)) or (" " not in text and not text.isupper() and reads_as_organisation(text))


def _is_country(text: str, inside: Sequence[Mention]) -> bool:
    return bool(STATE.fullmatch(text)) and any(m.entity.type == "country" for m in inside)


def _with_byname(prose: str, mention: Mention) -> Mention:
    """A mention with what a hyphen adds to it in lower case: "CAF-development bank of Latin America"."""
    byname = BYNAME.match(prose, mention.end) if mention.entity.type == "organisation" else None
    return Mention(mention.start, byname.end(), mention.entity) if byname else mention


def _both(prose: str, name: Name, registry: Registry) -> Iterator[Name]:
    """The two bodies of "WHO/PAHO", though a text may introduce that as one's acronym."""
    start = name.start
    parts = prose[name.start : name.end].split("/")
    bodies = [[e for e in registry.named(part) if is_body(e)] for part in parts if part]
    if len(parts) > 1 and parts[0] not in ("UN", "ONU") and all(len(found) == 1 for found in bodies):  # nor UN/ISDR
        for part, found in zip(parts, bodies, strict=True):
            yield Name(start, start + len(part), found[0])
            start += len(part) + 1


def _several(prose: str, start: int, end: int, registry: Registry) -> Iterator[Name]:
    """The organisations that a plural names: the Ministries of Ports, and of Boats and Sails of Chile."""
    match = PLURAL.match(prose, start, end)
    if match is None:
        return
    first = match.start("fields")
    fields = match["fields"]
    separator = LAST_FIELD.search(fields) or FIELD.search(fields)
    parts = [(0, separator.start()), (separator.end(), len(fields))] if separator else [(0, len(fields))]
    for one, other in parts:
        label = f"{match['one']}{SINGULAR[match['many']]}{match['of']}{fields[one:other]}{match['country']}"
        begin = start if one == 0 else first + one
        yield Name(begin, first + other, organisation(" ".join(label.split()), registry), label=label)


def _end(prose: str, run: re.Match[str], last: int, known: Sequence[Mention]) -> int:
    """Where the names of a run end: with a lower-case tail, without the city and country where they are."""
    tail = TAIL.match(prose, run.end(), last)
    countries = (m.start - 2 for m in known if m.entity.type == "country" and prose[m.start - 2 : m.start] == ", ")
    at = next((at for at in countries if run.start() < at <= run.end()), None)
    city = IN_CITY.search(prose, run.start(), at) if at else None
    return city.start() if city else tail.end() if tail else run.end()


def _without_acronyms(names: Sequence[Name], prose: str) -> list[Name]:
    """The names without the acronyms in brackets behind them; these tell whose name it is where it is many bodies'."""
    kept: list[Name] = []
    for name in names:
        if kept and re.fullmatch(r"\*{0,2}\s?\(", prose[kept[-1].end : name.start]) and prose[name.end] == ")":
            one = kept[-1]
            if name.certain and not is_body(one.entity):
                kept[-1] = Name(one.start, one.end, name.entity)
            continue
        kept.append(name)
    return kept


def _pieces(prose: str, start: int, end: int, known: Sequence[Mention]) -> Iterator[Span]:
    """The names that a run of capital words holds: parted where both sides are names of their own."""
    at = start
    for separator in SEPARATOR.finditer(prose, start, end):
        within = any(m.start < separator.start() and m.end > separator.end() for m in known)
        following = SEPARATOR.search(prose, separator.end(), end)
        right = prose[separator.end() : following.start() if following else end]
        if within or not _parts(prose, at, separator, right, known, end):
            continue
        yield at, separator.start()
        at = ARTICLE.match(prose, separator.end()).end()  # type: ignore[union-attr] # it matches nothing too
    yield at, end


def _parts(prose: str, at: int, separator: re.Match[str], right: str, known: Sequence[Mention], end: int) -> bool:
    """True where a comma or "and" stands between two names, not in one as "Ministry of Ports, Boats and Sails"."""
    comma = separator.group().strip() == ","
    if POST.match(right) or (comma and any(m.end == separator.start() and is_body(m.entity) for m in known)):
        return True
    left = prose[at : separator.start()]
    if not (reads_as_organisation(left) or any(at < m.end <= separator.start() for m in known)):
        return False
    begin = ARTICLE.match(right).end()  # type: ignore[union-attr] # it matches nothing too
    if _heads(right[begin:]) or any(
        m.start == separator.end() + begin and m.entity.type == "organisation" for m in known
    ):
        return True
    return comma and not re.search(r"\s(?:and|y|e|et|&)\s", prose[separator.end() : end])


def _read(prose: str, start: int, end: int, inside: Sequence[Mention], registry: Registry) -> Iterator[Name]:
    """What a run of capital words names: a body, a part that stands for it, or an organisation of its own."""
    for leading in (ARTICLE, POST):
        lead = leading.match(prose, start, end)
        start = lead.end() if lead else start
    bodies = [m for m in inside if m.entity.type == "organisation" and m.end > start]
    bodies = [m for m in bodies if not any(prose[m.end : other.start].isspace() for other in bodies)]  # "UN Women's"
    if not bodies:
        yield from _unknown(prose, start, end, inside, registry)
        return
    first, last = bodies[0], bodies[-1]
    before, after = prose[start : first.start], prose[last.end : end]
    own = bool(after.strip()) and not is_body(last.entity)  # of another country, of more than ports
    if before.strip() and OFFICE_OF.fullmatch(before) and not EVENT.match(before):
        yield Name(start, max(end, first.end), first.entity)
    elif not EVENT.match(before) and (
        reads_as_organisation(before)
        or (len(bodies) == 1 and (own or (reads_as_organisation(after) and not ITS_OFFICE.fullmatch(after))))
    ):
        yield Name(start, end, organisation(" ".join(prose[start:end].split()), registry))
    else:
        yield from (Name(m.start, m.end, m.entity) for m in bodies)


def _unknown(prose: str, start: int, end: int, inside: Sequence[Mention], registry: Registry) -> Iterator[Name]:
    text = " ".join(prose[start:end].split())
    event = EVENT.match(text)
    if event:  # "Programme of the University of the Coast"
        of = re.compile(r"\s(?:of|del?|d[aou]s?)\s(?:(?:the|la|el)\s)?").match(prose, start + event.end(), end)
        if of and _heads(prose[of.end() : end]):
            yield from _unknown(prose, of.end(), end, inside, registry)
        return
    sent_by = PERSON_OF.match(prose, start, end)
    if sent_by and not reads_as_organisation(sent_by.group()) and _heads(prose[sent_by.end() : end]):
        yield from _unknown(prose, sent_by.end(), end, inside, registry)
        return
    if len(text) < 3 or PUBLISHERS.match(text) or _is_generic(text) or _is_country(text, inside):
        return
    certain = _heads(text) or bool(COMPANY.search(prose[max(0, start - 20) : start]))
    country = any(m.entity.type == "country" and m.start <= start + 1 for m in inside)
    if certain or not (country or PERSON.match(text) or PLACE.search(text)):
        yield Name(start, end, organisation(text, registry), certain)
