"""How cooperation instruments are told: their names, parties, dates and purposes, languages side by side."""

from __future__ import annotations

import re

from ingest.words import either

# how an instrument is called, by language: what stands for itself, and what needs a telling word beside it
STANDING = {
    "en": r"memorand(?:um|a)\s+of\s+understanding|MOU|letters?\s+of\s+(?:intent|commitment|understanding)"
          r"|exchange\s+of\s+letters(?:\s+of\s+\w+)?",
    "es": r"memor[áa]nd(?:o|um)s?\s+de\s+entendimiento|cartas?\s+de\s+(?:intenci[óo]n(?:es)?|compromiso|entendimiento)"
          r"|(?:intercambio|canje)\s+de\s+(?:cartas|notas)",
    "pt": r"memorandos?\s+de\s+entendimento|cartas?\s+de\s+(?:inten[çc](?:[ãa]o|[õo]es)|compromisso)"
          r"|troca\s+de\s+(?:cartas|notas)",
    "fr": r"m[ée]morandums?\s+d(?:['’]entente|['’]accord|e\s+compr[ée]hension)|protocoles?\s+d['’](?:accord|entente)"
          r"|lettres?\s+d(?:['’]intention|['’]engagement)|[ée]change\s+de\s+lettres",
}  # fmt: skip
TELLING = {
    "en": r"framework|specific|inter-?institutional|institutional|technical|non-?\s?(?:reimbursable|refundable)|"
          r"cooperation|collaboration|bilateral|partnership",
    "es": r"marco|espec[íi]fico|interinstitucional|t[ée]cnica|no\s+reembolsable|(?:de\s+)?cooperaci[óo]n|"
          r"(?:de\s+)?colaboraci[óo]n|bilateral|de\s+asociaci[óo]n",
    "pt": r"quadro|marco|espec[íi]fico|interinstitucional|t[ée]cnica|n[ãa]o\s+reembols[áa]vel|"
          r"(?:de\s+)?coopera[çc][ãa]o|(?:de\s+)?colabora[çc][ãa]o|bilateral|de\s+parceria",
    "fr": r"cadre|sp[ée]cifique|interinstitutionnel|technique|non\s+remboursable|(?:de\s+)?coop[ée]ration|"
          r"(?:de\s+)?collaboration|bilat[ée]ral|de\s+partenariat",
}  # fmt: skip
AGREEMENT = {"en": "agreement", "es": "acuerdo|convenio", "pt": "acordo|conv[êe]nio", "fr": "accord|convention"}
ADDENDUM = {"en": "addendum", "es": "ad[de]+nda|addendum", "pt": "adendo|termo\\s+aditivo", "fr": "avenant"}
_TOLD = rf"(?:(?:{either(TELLING)})[\s-]+){{1,6}}(?:{AGREEMENT['en']})\b(?:\s+of\s+(?:cooperation|collaboration))?"
_TELLS = rf"(?:{either(AGREEMENT)})(?:[\s-]+(?:{either(TELLING)})\b){{1,6}}"
_CALLED = rf"(?:{either(STANDING)}|{_TOLD}|{_TELLS})"
INSTRUMENT = re.compile(
    rf"\b(?:(?:{either(ADDENDUM)})(?:</?i>)?(?:\s*N[°ºo.]*\s*\d+)?[^.\n]{{0,12}}?\s{_CALLED}|{_CALLED})(?!\w)", re.I
)
TYPES = {  # the first that a name has; every further one is a plain cooperation agreement
    "addendum": either(ADDENDUM),
    "exchange-of-letters": r"exchange|intercambio|canje|troca|[ée]change",
    "letter-of-intent": r"letter|carta|lettre",
    "memorandum-of-understanding": r"memor[áa]nd|mou|m[ée]morandum|protocole",
    "framework-agreement": r"framework|marco|quadro|cadre",
    "specific-agreement": r"specific|espec[íi]fic|sp[ée]cifique",
    "technical-cooperation-agreement": r"technical|t[ée]cnica|technique|reimbursable|refundable|reembols|remboursable",
}
PLAIN = "cooperation-agreement"
WITH = re.compile(r"\b(?:between|with|entre|con|com|avec)\b", re.I)
SIGNED = re.compile(
    r"\b(?:sign(?:ed|s|ing|ature)?|concluded|firm(?:ó|ad[oa]s?|a|aron|ar)|suscri(?:bió|t[oa]s?|bieron)|"
    r"assin(?:ou|ad[oa]s?|aram)|celebrad[oa]|sign(?:é|ée|a|és|ées))\b",
    re.I,
)
INTENDED = {  # what is said of an instrument that is still to come, in front of it
    "en": r"view\s+to|plans?|planned|intends?|expect(?:s|ed)?|hopes?|proposal|draft|interest\s+in"
    r"|(?:will|could)\s+sign",
    "es": r"miras\s+a|espera|prev[ée]|planea|propone|propuesta|borrador|inter[ée]s\s+en|firmar[áa]?n?|suscribir",
    "pt": r"vistas\s+a|espera|prev[êe]|pretende|prop[õo]e|proposta|minuta|interesse\s+em|assinar[áa]?",
    "fr": r"vue\s+d[e’']|esp[èe]re|pr[ée]voit|propose|proposition|int[ée]r[êe]t|signera|signer",
}
NOT_YET = re.compile(rf"\b(?:{either(INTENDED)})[^.;]{{0,60}}\Z", re.I)
PURPOSE = re.compile(
    r"(?:\bin order to\b|\b(?:with the (?:purpose|aim|objective) of|aimed at)\b|"
    r"\b(?:con el (?:fin|objetivo|prop[óo]sito|objeto) de|a fin de|com o (?:fim|objetivo) de|a fim de|"
    r"afin d[e’']|en vue d[e’']|visant à)|\bto(?=\s+[a-z])|\b(?:para|pour)(?=\s+\w+(?:[aei]r|re)\b))\s*",
    re.I,
)
BOTH = re.compile(
    r"\b(?:two|both|ambas|ambos|dos|duas|deux)\s+(?:\w+\s+)?(?:institu\w+|organi\w+|part\w+|bod\w+|entit\w+|entidad\w+)",
    re.I,
)
ENDS_PARTIES = re.compile(
    rf"\.(?=\s|\*|\Z)|[;:]|\((?=\s*(?:{SIGNED.pattern}))|\b(?:which|that|whose|within|que|qui|cuyo)\b|\bin\s(?=(?:19|20)\d\d)|"
    rf"\bon\s(?=\d)|{SIGNED.pattern}|{INSTRUMENT.pattern}|{PURPOSE.pattern}",
    re.I,
)
ANY_NAME = re.compile(r"[^.;\n]*?(?:\*\*(?P<bold>[^*\n]+)\*\*|\[(?P<link>[^\]\n]+)\]|(?P<proper>[A-Z][\w.&-]+))")
NEAR = 60  # characters between the signing and its date
ITEM = re.compile(r"[\s*_#-]*(?:\(?[ivx\d]{1,5}[.)])?[\s*_]*(?:</?[bi]>)?\Z")
