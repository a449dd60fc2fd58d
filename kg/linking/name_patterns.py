"""Patterns of names that read as an organisation's: what joins their words, and where they end.

Languages stand side by side, since a document in one names the ministries of others.
"""

from __future__ import annotations

import re

from kg.linking.organisation_words import AND, OF, SMALL, pattern

WITHIN = r"(?:[ \u00a0]{1,2}|[ ]?\r?\n(?![ \t\r\n]))"
SPACE = rf"(?:{WITHIN}|\x1f+)"  # a page may break between two parts of a name (see `kg.linking.breaks`)
CAPITAL = "A-ZÀ-ÖØ-Þ"
PROPER = rf"(?:St\.|[{CAPITAL}][\w&]*(?:-\w+|['’](?!s\b)\w+)*)"
PHRASE = rf"{PROPER}(?:{WITHIN}{PROPER}){{0,5}}"
LEADS_ON = rf"(?:{pattern(OF)})"
HEAD = re.compile(rf"(?<!\w)[{CAPITAL}]\w+(?:(?<=Vice)[- ][Mm]inistry)?\b(?![-'’]\w)")
OF_PHRASE = re.compile(rf"{SPACE}(?:(?:{LEADS_ON}){SPACE}|(?:de{SPACE})?[dl]['’])(?P<phrase>{PHRASE})")
AND_PHRASE = re.compile(rf"{SPACE}(?:{AND})(?:{SPACE}(?:{LEADS_ON}))?{SPACE}(?P<phrase>{PHRASE})")
LIST = re.compile(
    rf"(?P<phrase>(?:,{SPACE}{PROPER}(?:{SPACE}{PROPER}){{0,2}}){{1,5}},?{SPACE}(?:{AND}){SPACE}{PROPER}(?:{SPACE}{PROPER})?)"
)
DIRECT = re.compile(rf"(?:{WITHIN}(?!(?:{AND})\b){PROPER}){{1,6}}")
ANY = re.compile(  # what stands before a kind of organisation rather than one
    r"\b(?:an?|any|another|each|every|no|some|una?|cada|alg[úu]na?|ning[úu]na?|uma?|algum|qualquer|une|chaque|quelque)"
    r"\s+\Z",
    re.IGNORECASE,
)
OWNED = re.compile(r"['’]s?\s")
NEXT = re.compile(rf"[ \u00a0](?P<word>{PROPER})")
NO_FIELD = (  # words that no ministry is for
    r"(?:cette|notre|votre|leurs|chaque|quelque|nuestr[oa]s?|vuestr[oa]s?|aquel(?:la|los|las)?|estos|estas|dich[oa]s?|tod[oa]s|amb[oa]s|cada|"
    r"noss[oa]s?|qualquer|cualquier)\b"
)
COUNTRY_WITH_AND = re.compile(
    r"\b(?:Trinidad|Trinit[ée]|Antigua|Bosnia|Bosnie|S[ãa]o Tom[ée]|(?:Saint|St\.?|San|S[ãa]o)[ -](?:Kitts|"
    r"Crist[óo]bal|Crist[óo]v[ãa]o|Christophe|Vincent|Vicente))\Z"
)
REST_OF_COUNTRY = re.compile(rf"{SPACE}(?:and|y|e|et){SPACE}(?:(?:the|las|le|les|as){SPACE})?{PHRASE}")
LOWER_TAIL = re.compile(
    rf"{SPACE}(?:étrangères|extérieures?|sociales|sociaux|publiques?|publics|exteriores|públic[oa]s?|sociais)\b"
)
LOWER_CASE = re.compile(  # French, and slack Spanish and Portuguese, write what a ministry is for in lower case
    rf"{SPACE}(?:(?:d[eou]s?|da|del|des)(?:{SPACE}la)?{SPACE}|de{SPACE}l['’])(?!{NO_FIELD})[a-zà-ÿ]{{5,}}"
    rf"(?:{SPACE}(?:étrangères|exteriores|exterior|públicas|publiques))?"
    rf"(?:{SPACE}(?:et|y|e){SPACE}(?:(?:de{SPACE}la|d[eou]s?|da|del|des){SPACE}|(?:de{SPACE}l|d)['’])?(?!{NO_FIELD})[a-zà-ÿ]{{5,}})?"
)
LOWER_ADJECTIVE = re.compile(rf"{SPACE}(?:nationale?|centrale?|régionale?|supérieure?|nacional|central|superior)\b")
REGION = re.compile(
    rf"{SPACE}(?:in|en|na){SPACE}(?=Latin|América|Amérique|Central|the{SPACE}(?:Americas|Caribbean))(?:the{SPACE})?{PHRASE}"
    rf"|{SPACE}(?:and{SPACE}the|y{SPACE}el|e{SPACE}o|et{SPACE}les){SPACE}(?:Caribbean|Caribe|Caraïbes)\b"
)
FIELD = re.compile(r"(?:vice[- ]?)?minist|s(?:ub|under)?secret|chambre|c[áa]mara", re.IGNORECASE)
PORTFOLIO = re.compile(  # names that go on with "and": what they are in charge of
    r"(?:Vice[- ]?)?[Mm]inist|Secret|Sub|Under|Dep|Dire|Chamb|C[áa]mara|Inst|Commis|Com[ií]s|Super|Council|Cons|Fac|"
    r"Agenc|Ag[êe]nc|Assoc|Asoc|Fed|Conf|Working|Gr|Comm|Found|Fun|Acad|Serv|Cent|Obs|Auth|Aut"
)
ONE_TELLS = re.compile(r"Universit|Universi[dt]a|Foundation|College")  # "Boston University": one word is a name
NOT_THE_FRONT = re.compile(rf"\s(?:{SMALL}|to)\s(?<!\sand\s)(?<!\s&\s)|[,(]|\sd['’]")
ADJECTIVE = re.compile(r"(?:al|ic|an|ish|ese|ive|ary|ean)$")
WORD = re.compile(r"[^\s\x1f]+")
PLURAL_POSSESSIVE = re.compile(r"(?:Women|Men|Children|People)['’]s|\w+s['’]")
LONGEST_ANY = 12  # characters of such a word and the space behind it
FARTHEST = 130  # characters before a word for an organisation in which its name begins
MOST_PARTS = 5  # a name goes on over at most so many "of" and "and"
