"""Values put into a query, as terms: an address as an IRI, a text as a literal, whatever they contain.

pyoxigraph has `substitutions` for this, but (0.5.13) only for variables that a SELECT projects, and
after the query was optimised: a look-up of one activity's country took 125 ms for 2. So a variable of
the query gives way to its term, token by token; the term is written by pyoxigraph, which escapes it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from pyoxigraph import Literal, NamedNode

from kg.errors import InvalidInput
from kg.terms import expand

TOKENS = re.compile(
    r'''
      \#[^\n\r]*                                                # a comment
    | """(?:[^"\\]|\\.|"{1,2}(?!"))*""" | \'\'\'(?:[^'\\]|\\.|'{1,2}(?!'))*\'\'\'
    | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*'
    | <[^<>"{}|^`\\\x00-\x20]*>                                 # an IRI
    | (?P<word>[A-Za-z_:][\w:.-]*)                              # a keyword or a prefixed name
    | [?$](?P<variable>\w+)
    | (?P<mark>[(){}])
    ''',
    re.VERBOSE | re.DOTALL,
)
CLAUSES = {"SELECT": "select", "GROUP": "order", "ORDER": "order"}
CLAUSE_ENDS = {"WHERE", "FROM", "LIMIT", "OFFSET", "HAVING", "VALUES"}


class Text(str):
    """A text of the graph, with its language where it has one; as a value of a query, a literal.

    >>> Text("Uruguai", "pt"), Text("Uruguai", "pt").language
    ('Uruguai', 'pt')
    """

    language: str | None

    def __new__(cls, value: str, language: str | None = None) -> Text:
        """A text in this language, or in none."""
        text = super().__new__(cls, value)
        text.language = language
        return text

    def __getnewargs__(self) -> tuple[str, str | None]:  # type: ignore[override]  # str's has one item
        return str(self), self.language


Value = str | bool | int | float | date | NamedNode | Literal


def to_term(value: Value) -> NamedNode | Literal:
    """The term for a Python value: a `str` is an IRI, a `Text` a literal.

    >>> [str(to_term(value)) for value in ("http://metadata.un.org/sdg/5", Text("CAF"), date(2024, 8, 27))]
    ['<http://metadata.un.org/sdg/5>', '"CAF"', '"2024-08-27"^^<http://www.w3.org/2001/XMLSchema#date>']
    """
    match value:
        case NamedNode() | Literal():
            return value
        case Text():
            return Literal(str(value), language=value.language)
        case str():
            try:
                return NamedNode(value)
            except ValueError as error:
                raise InvalidInput(f"{value!r} is not an IRI ({error}).") from None
        case date():
            return Literal(value.isoformat(), datatype=NamedNode(expand("xsd:date")))
        case _:
            return Literal(value)


def bind(query: str, values: Mapping[str, Value]) -> str:
    """The query with these variables standing for these values: it can be run, and shown, as it is.

    A bound variable that the query selects stays in its answer; one that it doesn't have is a slip of ours.

    >>> bind("SELECT ?a ?c { ?a sela:involves ?c }", {"c": "http://e/UY"})
    'SELECT ?a (<http://e/UY> AS ?c) { ?a sela:involves <http://e/UY> }'
    """
    terms = {name: str(to_term(value)) for name, value in values.items()}
    unused = set(terms)
    clause, depth = "", 0

    def replaced(token: re.Match[str]) -> str:
        nonlocal clause, depth
        if word := token["word"]:
            clause = "" if word.upper() in CLAUSE_ENDS else CLAUSES.get(word.upper(), clause)
        elif mark := token["mark"]:
            clause, depth = ("", 0) if mark in "{}" else (clause, depth + (1 if mark == "(" else -1))
        elif (name := token["variable"]) in terms:
            unused.discard(name)
            if clause and not depth:  # a bare term may not stand here, an expression may
                return f"({terms[name]} AS ?{name})" if clause == "select" else f"({terms[name]})"
            return terms[name]
        return token[0]

    bound = TOKENS.sub(replaced, query) if terms else query
    if unused:
        raise ValueError(f"the query has no variable ?{', ?'.join(sorted(unused))}:\n{query}")
    return bound
