"""Words of a text as names are compared by: folded, one spelling for British and American."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.terms import fold

BRIDGE = "\x1f"  # stands where a page breaks within a sentence (see `kg.linking.breaks`); no text has it
WORD = re.compile(r"[^\W_]+|&")
GAP = re.compile(r"(?:[ \t\u00a0]|\r?\n(?![\r\n])|[-–—/'’`*_&.,()\"“”])*")
SPELLINGS = (
    ("isation", "ization"),
    ("ogramme", "ogram"),
    ("abour", "abor"),
    ("efence", "efense"),
    ("centre", "center"),
)


@dataclass(frozen=True)
class Token:
    """A word: its span and its compared form."""

    start: int
    end: int
    form: str


@lru_cache(maxsize=100_000)
def form(word: str) -> str:
    """The form in which a word is compared.

    >>> form("Organisation"), form("México"), form("&")
    ('organization', 'mexico', 'and')
    """
    if word == "&":
        return "and"
    folded = fold(word)
    for british, american in SPELLINGS:
        if british in folded:
            return folded.replace(british, american)
    return folded


def tokens(text: str) -> list[Token]:
    """The words of a text, in order."""
    return [Token(m.start(), m.end(), form(m.group())) for m in WORD.finditer(text)]


def forms(name: str) -> tuple[str, ...]:
    """The compared words of a name.

    >>> forms("CAF-Development Bank of Latin America")
    ('caf', 'development', 'bank', 'of', 'latin', 'america')
    """
    return tuple(form(word) for word in WORD.findall(name))


def joined(text: str, before: Token, after: Token) -> bool:
    """True where two words may belong to one name: no sentence or list item ends between them."""
    gap = text[before.end : after.start].replace(BRIDGE, "")
    if not GAP.fullmatch(gap) or len(gap) > 6:
        return False
    if ". " in gap or ".\n" in gap:
        return before.end - before.start <= 3  # "St. Lucia"
    return "," not in gap or gap.strip() == ","
