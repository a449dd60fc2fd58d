"""Page breaks within a sentence: bridged, so that a name which goes on behind one is read whole."""

from __future__ import annotations

import re

from kg.linking.organisation_words import SMALL
from kg.linking.tokens import BRIDGE

NUMBER = r"(?:[ \t]*(?:#{1,6}[ \t]*)?(?:\*\*)?\d{1,4}(?:\*\*)?[ \t]*)"
PAGE_NUMBER = rf"(?:[ \t]*\r?\n)+{NUMBER}(?:\r?\n[ \t]*)+"
BREAK = re.compile(
    rf"(?<=[^\W\d])(?P<page>{PAGE_NUMBER})(?=[^\W\d]|\([A-Z])"  # a page number between two words
    rf"|(?<=[^\W\d])(?P<bracket>(?:[ \t]*\r?\n){{2,3}}[ \t]*)(?=\([A-Z][\w/-]*\))"  # "... Affairs" and then "(OCHA)"
    rf"|(?<=\s)(?:{SMALL})(?P<small>(?:[ \t]*\r?\n){{2,3}}[ \t]*)(?=[^\W\d])"  # no paragraph ends with "of"
)


def bridged(text: str) -> str:
    r"""A text of the same length whose sentences go on over page breaks.

    >>> bridged("the Union of\n\n12\n\nPorts").replace(BRIDGE, "~")
    'the Union of~~~~~~Ports'
    """
    parts, at = [], 0
    for match in BREAK.finditer(text):
        group = match.lastgroup or ""
        parts += [text[at : match.start(group)], BRIDGE * (match.end(group) - match.start(group))]
        at = match.end(group)
    return "".join((*parts, text[at:])) if parts else text
