"""How publications are told: the nouns, numbers and marks around a title, languages side by side."""

from __future__ import annotations

import re

from ingest.words import either

# kind -> language -> the noun that leads up to a title
NOUNS: dict[str, dict[str, str]] = {
    "book": {"en": "books?", "es": "libros?", "pt": "livros?", "fr": "livres?|ouvrages?"},
    "study": {"en": "stud(?:y|ies)", "es": "estudios?", "pt": "estudos?", "fr": "[ée]tudes?"},
    "report": {"en": "reports?", "es": "informes?", "pt": "relat[óo]rios?", "fr": "rapports?"},
    "handbook": {"en": "handbook|manual|guide", "es": "manual|gu[íi]a", "pt": "manual|guia", "fr": "manuel|guide"},
    "article": {"en": "papers?|articles?", "es": "art[íi]culos?|ponencias?", "pt": "artigos?", "fr": "articles?"},
    "journal": {"en": "journals?|magazine", "es": "revistas?", "pt": "revistas?", "fr": "revues?"},
    "case-study": {
        "en": "case stud(?:y|ies)", "es": "(?:estudios?|casos?) de (?:caso|estudio)s?", "pt": "estudos? de casos?",
        "fr": "[ée]tudes? de cas",
    },
    "work-document": {"en": "work(?:ing)? documents?", "es": "documentos? de trabajo", "pt": "documentos? de trabalho",
                      "fr": "documents? de travail"},
    "document": {"en": "documents?", "es": "documentos?", "pt": "documentos?", "fr": "documents?"},
    "publication": {"en": "publications?", "es": "publicaci(?:[óo]n|ones)", "pt": "publica(?:[çc][ãa]o|[çc][õo]es)",
                    "fr": "publications?"},
}  # fmt: skip
CODED = {  # what the letters of a document's number say it is
    "DT": "work-document", "DI": "informative-document", "IF": "final-report", "SE": "study",
}  # fmt: skip
PUBLISHED = {
    "en": r"(?:published|publishes|publishing|released|launched|publication)",
    "es": r"(?:public[óo]|publica|publicando|lanz[óo]|publicaci[óo]n|public[óo]se|se\s+public[óo])",
    "pt": r"(?:publicou|publica|publicando|lan[çc]ou|publica[çc][ãa]o)",
    "fr": r"(?:a\s+publi[ée]|publie|publiant|a\s+lanc[ée]|publication)",
}
PUBLISHED_LIST = {
    "en": r"documents\s+published|published\s+documents|(?:list\s+of\s+)?publications",
    "es": r"documentos\s+publicados|(?:lista\s+de\s+)?publicaciones",
    "pt": r"documentos\s+publicados|(?:lista\s+de\s+)?publica[çc][õo]es",
    "fr": r"documents\s+publi[ée]s|(?:liste\s+des\s+)?publications",
}
NUMBER = re.compile(
    r"\b(?:SP|SELA(?:-\w+)?)\s*/\s*(?P<code>[A-Z][\w./ -]{0,40}?)"
    r"(?:N[°ºo]?\.?\s*(?P<ordinal>\d{1,3})\s*-\s*(?P<year>\d{2,4})|(?<=IF)\s*-\s*(?P<if_year>\d{2,4}))\b"
)
SERIES = re.compile(
    r"(?:S[ée]ries?\s+Econ[óo]mi(?:cas?|ques?)|Economic\s+Series)\b[^()\[\]]{0,40}?"
    r"N[°ºo]?\.?\s*(?P<year>(?:19|20)\d\d)\s*-\s*(?P<ordinal>\d{1,3})", re.I
)  # fmt: skip
CASE = re.compile(rf"(?:{either(NOUNS['case-study'])})\s+N[°ºo]?\.?\s*(?P<ordinal>\d{{1,3}})\b", re.I)
TITLE = re.compile(
    r"[\"“]?\[\*{0,2}(?P<linked>(?:[^\]\\\n]|\\.|\n(?!\n)){3,320}?)\*{0,2}\]\([^)\s]*\)"
    r"|(?<![*\w])\*{1,2}(?=[^\s*\[])(?P<marked>(?:[^*\n]|\n(?!\s*\n)){3,320}?)\*{1,2}(?!\w)"
    r"|[\"“](?P<quoted>(?:[^\"“”\n]|\n(?!\s*\n)){8,320}?)[\"”]"
)
CALLED = (
    r"(?:\s*,?\s*(?:(?:entitled|titled|called|named|titulad[oa]s?|denominad[oa]s?|intitulad[oa]s?|intitul[ée]e?s?)"
    r"|(?:for\s+the\s+\w+,?\s+entitled)|containing\s+the|namely))?\s*[:,]?\s*(?:i\)\s*)?[\"“*]{0,3}\s*\Z"
)
NOUN_BEFORE = re.compile(
    r"(?P<pronoun>\b(?:his|her|their)\s+)?(?:\b\w+\s+)?\b(?:"
    + "|".join(f"(?P<{kind.replace('-', '_')}>{either(words)})" for kind, words in NOUNS.items())
    + rf")(?:\s+for\s+the\s+\w+)?{CALLED}",
    re.I,
)
VERB_BEFORE = re.compile(
    rf"\b(?:{either(PUBLISHED)})(?:\s*\([^()]*\))?(?:\s+(?:of|de))?\s+(?:the|del|el|la|los|las|d?[oa]s?|du|des|les?|l['’])?\s*\*?\Z",
    re.I,
)
BESIDE = re.compile(r"[\s.*_\"”]*[(\s,.\n]*(?:of\s+the\s+institution['’]s\s+\*?)?")
PUBLISHES = re.compile(rf"\b(?:{either(PUBLISHED)})\b", re.I)
REACH = 90  # characters in front of a title in which the noun stands, and behind it in which the number does
IN_LIST = 330  # characters behind a listed title in which its number and date stand
BY_OTHERS = re.compile(
    r"[\s*)\]\"”]*,?\s*(?:(?:written|prepared|published|developed)\s+)?(?:by|of|de|del|da|do|du|par|por)\s+"
)
OWN_BOOK = re.compile(
    r"\b(?:publication of this|this|with this title,?[^.\n]{0,80}published[^.\n]{0,40}\ba|"
    r"con este t[íi]tulo[^.\n]{0,80}public[óo][^.\n]{0,40}\bun|(?:la )?publicaci[óo]n de este|"
    r"(?:a )?publica[çc][ãa]o deste|la publication de (?:cet?|cette))\s+"
    rf"(?:{'|'.join(either(NOUNS[kind]) for kind in ('book', 'study', 'document', 'handbook', 'report'))})\b",
    re.I,
)
HEADING = re.compile(r"^\s*(?:[#*_\s]|</?b>)*(?:[IVXLC]+|\d+(?:\.\d+)*)[.)\s–-]+(?P<title>[^\n]{3,80})$", re.M)
