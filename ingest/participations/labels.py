"""The labels behind which a report names who hosted, organised or paid: "Venue: Pilots' League"; by language."""

from __future__ import annotations

import re

WORDS = {
    "host": {
        "en": r"venue|host", "es": r"sede|lugar|anfitri[óo]n", "pt": r"anfitri[ãa]o|local", "fr": r"lieu|h[ôo]te",
    },
    "partner": {
        "en": r"(?:co-?)?organi[sz]ers?|partners?|counterparts?|(?:co-?)?organi[sz]ed\s+by|with\s+the\s+support\s+of",
        "es": r"(?:co)?organizador(?:es|as?)?|soci[oa]s|contrapartes?|aliad[oa]s|apoyo",
        "pt": r"(?:co)?organizador(?:es|as?)?|parceir[oa]s?|apoio", "fr": r"(?:co)?organisateurs?|partenaires?",
    },
    "funder": {
        "en": r"funders?|donors?|funding|financing|sponsors?",
        "es": r"financiamiento|financiador(?:es)?|donantes?|patrocinador(?:es)?",
        "pt": r"financiamento|financiador(?:es)?|patrocinador(?:es)?", "fr": r"financement|bailleurs?",
    },
}  # fmt: skip
LABELS = {role: re.compile(rf"\W*(?:{'|'.join(words.values())})s?\s?:", re.IGNORECASE) for role, words in WORDS.items()}
