"""Partner lists: the organisations that a document lists as those it carried out activities with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.activities.text import Fact
from ingest.records.reading import Reading, clean
from ingest.words import either
from kg.linking.documents import organisation
from kg.linking.entities import Entity

PARTNERS = {
    "en": r"partner\s+(?:organi[sz]ations|institutions|entities|bodies|agencies)"
          r"|(?:institutional|strategic)\s+partners",
    "es": r"(?:organizaciones|instituciones|organismos|entidades)\s+(?:soci[ao]s|aliad[ao]s|asociad[ao]s|cooperantes)"
          r"|(?:socios|aliados)\s+(?:institucionales|estrat[ée]gicos)",
    "pt": r"(?:organiza[çc][õo]es|institui[çc][õo]es|organismos|entidades)\s+parceir[ao]s"
          r"|parceiros\s+(?:institucionais|estrat[ée]gicos)",
    "fr": r"(?:organisations|institutions|organismes|entit[ée]s)\s+partenaires"
          r"|partenaires\s+(?:institutionnels|strat[ée]giques)",
}  # fmt: skip
CAPTION = re.compile(rf"^[^\n]{{0,60}}\b(?:{either(PARTNERS)})\b[^\n]{{0,120}}$", re.I | re.M)
ROW = re.compile(r"[\s*_-]*\d{1,3}(?P<mark>[.)]?)(?:\t+|[\s*_]+(?=[^\W\d_]))(?P<name>[^\t\n]+)")
LINE = re.compile(r"[^\n]+")
LONGEST_CAPTION = 160  # characters; more is a sentence
LONGEST_BREAK = 12  # lines between two rows: what was held with a partner, subheadings, turned pages
LONGEST_NAME = 120

Partner = tuple[Entity, Fact]


def read_partners(reading: Reading) -> list[Partner]:
    """The organisations of a document's lists of partners, each once, with the row that names it."""
    found: dict[str, Partner] = {}
    for caption in CAPTION.finditer(reading.text, reading.start):
        if _is_caption(caption.group()):
            for entity, fact in _rows(reading, caption.end()):
                found.setdefault(entity.iri, (entity, fact))
    return list(found.values())


def _is_caption(line: str) -> bool:
    """True for a heading or a table's title; a sentence ends with a stop."""
    return "\t" in line or not (len(line.strip()) > LONGEST_CAPTION or line.rstrip(" *").endswith((".", ",")))


def _rows(reading: Reading, start: int) -> Iterator[Partner]:
    """Numbered rows from an offset on; they end where none follows for a while, or where they begin anew in prose."""
    between, mark = 0, None
    for match in LINE.finditer(reading.text, start):
        first, last = match.span()
        row = ROW.fullmatch(reading.text, first, last)
        mark = row["mark"] if row and mark is None else mark
        if row is None or len(row["name"]) > LONGEST_NAME or row["mark"] != mark:
            between += bool(match.group().strip())
            if between > LONGEST_BREAK:
                return
            continue
        between = 0
        name = clean(re.sub(r"\s*\([^()]*\)\s*[*.]*\s*\Z", "", row["name"]))
        linked = reading.linked(*row.span("name"))
        begins = linked and linked[0].start - row.start("name") <= 4
        entity = linked[0].entity if begins else organisation(name, reading.names)
        if entity.slug:
            yield entity, Fact(entity.label, first, last, "partner-list")
