"""Words for doing and helping, of which turns of phrase about organisations are made, the four languages together."""

from __future__ import annotations

DOING = (
    r"(?:co-?)?(?:organi[sz]ed?|organi[sz]ing|convened|convoked|planned|prepared|developed|implemented|executed|"
    r"carried out|conducted|completed|launched|held|undertaken|produced|coordinated|run|designed)"
)
DONE_BY = (
    r"(?:co-?)?(?:organi[sz]ed|coordinated|delivered|taught|given|moderated|conducted|"
    r"held|carried out|hosted|run|managed|arranged|certified)"
)
HELP = (
    r"(?:academic )?(?:auspices|assistance|backing|collaboration|co-?operation|(?:co-?)?sponsorship|"
    r"(?:co-?)?financing|"
    r"contribution|endorsement|help|involvement|participation|support)"
)
JOINTLY = (
    r"(?:jointly|together|in conjunction|in collaboration|in partnership|in cooperation|in association|"
    r"in coordination|in alliance|hand in hand|joint \w+|co-?operation)"
)
ES_DOING = (
    r"(?:co-?)?(?:organiza|desarrolla|realiza|ejecuta|imparti|dicta|celebra|coordina|implementa|elabora|"
    r"lleva)d[oa]s?(?: a cabo)?"
)
ES_ACTS = (  # before its subject
    r"(?:(?:co)?organiz|coauspici|auspici|patrocin|impart|dict|convoc|coordin|financi|respald|apoy|brind|prest|aport|"
    r"prepar|moder|acog)(?:[óo]|i[óo]|aron|"
    r"ieron|ar[áa]n?|ir[áa]n?)"
)
ES_HELP = (
    r"(?:apoyo|auspicios?|ayuda|aporte|asesor[íi]a|concurso|colaboraci[óo]n|cooperaci[óo]n|contribuci[óo]n|copatrocinio|patrocinio|"
    r"participaci[óo]n|respaldo|coauspicio|acompañamiento|aval)(?: \w+)?(?: y \w+)?"
)
PT_DOING = r"(?:co-?)?(?:organiza|desenvolvi|realiza|executa|ministra|coordena|implementa|elabora)d[oa]s?"
PT_HELP = (
    r"(?:apoio|ausp[íi]cios?|ajuda|assessoria|concurso|colabora[çc][ãa]o|coopera[çc][ãa]o|contribui[çc][ãa]o|copatroc[íi]nio|"
    r"patroc[íi]nio|participa[çc][ãa]o)(?: \w+)?(?: e \w+)?"
)
FR_DOING = (
    r"(?:co-?)?(?:organis|d[ée]velopp|r[ée]alis|ex[ée]cut|dispens|coordonn|anim|[ée]labor|donn|assur|lanc|mont|"
    r"pr[ée]par)"
    r"[ée]e?s?"
)
FR_HELP = r"(?:appui|aide|soutien|collaboration|coop[ée]ration|contribution|parrainage|concours|participation)"
FEW = r"(?:[\w-]+,? ){0,3}?"  # words
LENT = r"(?:(?:co-?)?sponsorship|auspices|backing|endorsement|support)"
ES_LENT = r"(?:apoyo|(?:co)?auspicio|(?:co)?patrocinio|respaldo)"
PT_LENT = r"(?:apoio|ausp[íi]cio|(?:co)?patroc[íi]nio)"
FR_LENT = r"(?:appui|soutien|parrainage|concours)"
# language -> what a passive has: its auxiliary, its participle, what may not stand before its "by", and that
PASSIVES = {
    "en": {
        "be": r"(?:was|were|been|be|is|are|being)(?: \w+ly)?", "done": DONE_BY,
        "not": r"to|that|which|\w+(?:ed|en|ught) by", "by": "by",
    },
    "es": {
        "be": r"(?:fue(?:ron)?|ser[áa]n?|sido)(?: \w+mente)?", "done": ES_DOING,
        "not": r"para|que|con|\w+[ai]d[oa]s? por", "by": "por",
    },
    "pt": {
        "be": r"(?:foi|foram|ser[áa]|ser[ãa]o|sido)(?: \w+mente)?", "done": PT_DOING,
        "not": r"para|que|com|\w+[ai]d[oa]s? p", "by": r"(?:por|pel[oa]s?)",
    },
    "fr": {
        "be": r"(?:[ée]t[ée]|sera|seront|est|sont)(?: \w+ment)?", "done": FR_DOING,
        "not": r"pour|qu[ei]|avec|\w+[ée]e?s? par", "by": "par",
    },
}  # fmt: skip


def passive(*, be: str, done: str, by: str, **never: str) -> str:
    """ "was given on 3 May in Lima by", over the day and the place.

    >>> from ingest.patterns import phrase
    >>> phrase(passive(**PASSIVES["en"])).findall("It was given on 3 May by CAF")
    ['was given on 3 May by']
    """
    return rf"{be} {done} (?:(?!\b(?:{never['not']}))[^.;:]){{0,90}}?\b{by}"
