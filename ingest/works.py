"""Works: what a document is a version of, whatever language it is in and whether it is a digest."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.words import DRAFT, FILLERS, KINDS, NUMERALS, either
from kg.terms import fold

NUMERO = re.compile(r"\bN\s*(?:[°ºo]|ro|[úu]m)?\s*\.?\s*(?=\d)", re.IGNORECASE)
DRAFTED = re.compile(rf"\b(?:{either(DRAFT)})\b")
YEARS = r"(?:19|20)\d\d"
SAYS_NOTHING = re.compile(rf"\b(?:{YEARS}|[ivxlc]+|{either(NUMERALS)}|{either(FILLERS)})\b|[\W_]")


def work_name(title: str, *, number: str | None, kind: str | None, years: Sequence[int]) -> str:
    """The name of a work, which its translations have too: its number, else its kind and the years it covers.

    A title that says more than kind, period and publisher names a work of its own, with the years it leaves out.

    >>> work_name("Programa de Trabajo para el año 2031", number="SP/CL/L.O/DT Nº4-30", kind=None, years=[2031])
    'SP/CL/L.O/DT N 4-30'
    >>> work_name("Forty-eighth Annual Report of the Secretariat", number=None, kind="annual-report", years=[2031])
    'annual-report 2031'
    >>> work_name("Annual Report on Harbours", number=None, kind="annual-report", years=[2031])
    'Annual Report on Harbours 2031'
    """
    if number:
        return NUMERO.sub("N ", number)
    by_kind = work_by_kind(title, kind=kind, years=years)
    return by_kind or " ".join([title, *(str(year) for year in years if str(year) not in title)])


def work_by_kind(title: str, *, kind: str | None, years: Sequence[int]) -> str | None:
    """The name of a work by its kind and years; None where its title says more than these, or less.

    >>> work_by_kind("Informe Anual 2031", kind="annual-report", years=[2031])
    'annual-report 2031'
    """
    drafted = _says_only(kind, title) if kind and years else None
    if drafted is None:
        return None
    return f"{drafted}{kind} {'-'.join(dict.fromkeys(str(year) for year in (years[0], years[-1])))}"


def _says_only(kind: str, title: str) -> str | None:
    """ "draft " or nothing for a title that says what kind of document it is and no more, else None."""
    said = fold(title)
    opening = DRAFTED.search(said)
    said = said if opening is None else said[: opening.start()] + said[opening.end() :]
    rest = re.sub(rf"\b(?:{either(KINDS[kind])})\b", "", said, count=1)
    if rest == said or SAYS_NOTHING.sub("", rest):
        return None
    return "" if opening is None else "draft "
