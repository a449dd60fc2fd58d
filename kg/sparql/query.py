"""What a query's text says before anything runs: its form, and whether it is one we answer.

The engine's own grammar decides what is a query. These checks come first so that what is never answered
(updates, SERVICE) gets a reason a person can act on; `kg.sparql.sandbox` sees to it that nothing reaches out.
"""

from __future__ import annotations

import re

from kg.errors import InvalidInput
from kg.terms import PREFIXES


class Refused(InvalidInput):
    """It was understood, and this service never does it."""


FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
ANY_FORM = "SELECT, ASK, CONSTRUCT or DESCRIBE"
NO_SERVICE = "SERVICE is refused: nothing is fetched from elsewhere. Ask that endpoint itself."
NOT_OFFERED = ("SERVICE", "LATERAL", "VERSION")  # which the engine would have taken, too
UPDATES = ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH")

READ_CLOSELY = 100_000  # characters, some 50 ms; more would hold up the service for others

# Every token is closed or runs to where it must end, and none backtracks (`*+`): length alone costs time.
_TOKENS = r"""
    (?P<comment>\#[^\n\r]*+)
  | (?P<string> '''(?:[^'\\]|\\.|'(?!''))*+''' | \"""(?:[^"\\]|\\.|"(?!""))*+\"""
              | (?!'''|\""") (?: '(?:[^'\\\n\r]|\\.)*+' | "(?:[^"\\\n\r]|\\.)*+" ) )
  | (?P<open>   '''(?:[^'\\]|\\.|'(?!''))*+ | \"""(?:[^"\\]|\\.|"(?!""))*+
              | '(?:[^'\\\n\r]|\\.)*+ | "(?:[^"\\\n\r]|\\.)*+ )
  | (?P<iri><[^<>"{}|^`\x00-\x20%s]*+>)
  | (?P<variable>[?$]\w++)
  | (?P<language>@[A-Za-z]++(?:-[A-Za-z0-9]++)*+)
  | (?P<name>(?P<prefix>(?:[^\W\d][\w.-]*+)?+):(?:[\w.:%%-]|\\[^\w\s])*+)
  | (?P<word>[^\W\d][\w.-]*+)
"""
# In `1<2)SERVICE#>` the `<` compares; an IRI may hold `)` too. Text alone can't tell.
_READINGS = tuple(re.compile(_TOKENS % excluded, re.VERBOSE | re.DOTALL) for excluded in ("", ")"))
_TARGET = r"(?:<[^<>]*+>|[?$]\w*+|[\w.-]{0,100}+:[^\s{]{0,300}+)"
_SERVICE = re.compile(rf"SERVICE\s*+(?:SILENT\s*+)?+{_TARGET}\s*+\{{", re.IGNORECASE)
_KEYWORD = re.compile(rf"({'|'.join(FORMS)})|({'|'.join(UPDATES)})$", re.IGNORECASE)
_DECLARED = re.compile(r"PREFIX\s*+([\w.-]{0,100}+):", re.IGNORECASE)


def check_query(text: str) -> None:
    """Refuse what is never answered, before it runs.

    >>> check_query("SELECT * { ?service <http://x/service> 'SERVICE <x:y> {' } # SERVICE <x:y> {")
    >>> check_query("SELECT * { ?s ?p 1SERVICE <http://elsewhere/> { ?s ?p ?o } }")
    Traceback (most recent call last):
    ...
    kg.sparql.query.Refused: SERVICE is refused: nothing is fetched from elsewhere. Ask that endpoint itself.
    >>> check_query("LOAD <http://elsewhere/>")
    Traceback (most recent call last):
    ...
    kg.sparql.query.Refused: LOAD is an update; this is read-only. Use SELECT, ASK, CONSTRUCT or DESCRIBE.
    >>> check_query("  ")
    Traceback (most recent call last):
    ...
    kg.errors.InvalidInput: The query is empty. Begin with SELECT, ASK, CONSTRUCT or DESCRIBE.
    """
    if not text.strip():
        raise InvalidInput(f"The query is empty. Begin with {ANY_FORM}.")
    if "\0" in text:
        raise InvalidInput(f"The query holds a NUL character (position {text.index(chr(0)) + 1}). Remove it.")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise InvalidInput(
            f"The query holds half a surrogate pair (position {error.start + 1}), no character. Send UTF-8."
        ) from None
    keyword = _first_keyword(text)
    if keyword in UPDATES:
        raise Refused(f"{keyword} is an update; this is read-only. Use {ANY_FORM}.")
    if "service" in text.lower() and _asks_elsewhere(text):
        raise Refused(NO_SERVICE)


def query_form(text: str) -> str | None:
    """`SELECT`, `ASK`, `CONSTRUCT` or `DESCRIBE`; None where the text is no query.

    >>> query_form("PREFIX select: <http://x/> # DESCRIBE\\nask { ?s select:ed ?o }")
    'ASK'
    >>> query_form("give me everything") is None
    True
    """
    keyword = _first_keyword(text)
    return keyword if keyword in FORMS else None


def undeclared_prefixes(text: str) -> list[str]:
    """Prefixes that a query uses and doesn't declare, in order of use.

    >>> undeclared_prefixes("PREFIX a: <http://x/> SELECT * { ?s a:b c:d, 'e:f' }")
    ['c']
    """
    text = text[:READ_CLOSELY]
    used = dict.fromkeys(m["prefix"] for m in _READINGS[0].finditer(text) if m["name"] and m["prefix"] != "_")
    declared = set(_DECLARED.findall(_bare(text, _READINGS[0], names=True)))
    return [prefix for prefix in used if prefix not in declared]


def explain_syntax(text: str, found: str) -> str:
    """The engine's complaint (`error at 2:7: expected ...`) for the person who wrote the query.

    >>> explain_syntax("SELECT *\\n{ ?s ?p }", "error at 2:9: expected OPTIONAL")
    "The query has a syntax error at line 2, column 9: expected OPTIONAL. The line reads: '{ ?s ?p }'."
    """
    place = re.match(r"error at (\d+):(\d+): (.*)", found, re.DOTALL)
    if place is None:
        return f"The query has a syntax error: {found}."
    line, column, complaint = int(place[1]), int(place[2]), _plain(place[3])
    lines = re.split(r"\r\n|\n|\r", text)
    there = lines[line - 1] if line <= len(lines) else ""
    start = max(0, column - 60)
    shown = there[start : start + 120].strip()
    message = f"The query has a syntax error at line {line}, column {column}: {complaint}."
    advice = [_advice(prefix) for prefix in undeclared_prefixes(text)[:3]]
    return " ".join([message, f"The line reads: {shown!r}.", *advice])


def _advice(prefix: str) -> str:
    iri = PREFIXES.get(prefix, "...")
    return f"The prefix {prefix}: isn't declared; begin with PREFIX {prefix}: <{iri}>."


def _plain(complaint: str) -> str:
    """The engine lists every token and character class it would have taken; a reader wants the words."""
    listed = complaint.removeprefix("expected one of ")
    if listed == complaint:
        single = complaint.strip().removeprefix("expected ")
        return single if " " in single else f"expected {single}"
    # quoted tokens, words and sentences; never the character classes, which stand in brackets
    options = re.findall(r'"[^"]*"|[A-Za-z][^,\[\]]*', re.sub(r"\[[^\]]*\]", "", listed))
    options = [option for option in options if option.strip() not in NOT_OFFERED]
    sentences = [option.strip() for option in options if " " in option.strip()]
    if sentences:
        return ", ".join(sentences)
    few = [option.strip() for option in options[:8]]
    return f"expected one of {', '.join(few)}" if few else "something else was expected"


def _first_keyword(text: str) -> str | None:
    words = (token[0] for token in _READINGS[0].finditer(text, 0, READ_CLOSELY) if token.lastgroup == "word")
    return next((found[0].upper() for found in map(_KEYWORD.match, words) if found), None)


def _asks_elsewhere(text: str) -> bool:
    if len(text) > READ_CLOSELY:
        return bool(_SERVICE.search(text))  # also within a string: better than seconds of our time
    return any(_SERVICE.search(_bare(text, reading)) for reading in _READINGS)


def _bare(text: str, reading: re.Pattern[str], *, names: bool = False) -> str:
    """The text with comments, strings, IRIs and names blanked: what is left are keywords and signs."""

    def blank(token: re.Match[str]) -> str:
        kind = token.lastgroup
        if kind == "comment":
            return " "
        if kind == "string":
            return "''"
        if kind == "iri":
            return "<>"
        if kind == "variable":
            return "?"
        if kind == "language":
            return "@"
        if kind == "name" and not names:
            # the engine reads `SERVICEx:y {` as SERVICE x:y where no triple can begin there
            hidden = "service" in token["prefix"].lower() and not _names_a_graph(text, token.start())
            return "SERVICE:" if hidden else ":"
        return token[0]

    return reading.sub(blank, text)


def _names_a_graph(text: str, start: int) -> bool:
    return text[max(0, start - 40) : start].rstrip().upper().endswith("GRAPH")
