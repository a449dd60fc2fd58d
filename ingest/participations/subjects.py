"""Where the subject of a verb ends, and whether a word is a verb there at all; the four languages together."""

from __future__ import annotations

import re

LEADS = {  # what stands between a subject and its verb
    "en": r"which|who|that|will|would|shall|may|has|have|had|is|are|to|agreed|offered|also|both|jointly|together|then|"
    r"therefore|"
    r"thus|again|in\s+turn|kindly|generously|actively|each",
    "es": r"que|quien(?:es)?|(?:la|el|las|los)\s+cual(?:es)?|lo|la|los|las|le|se|nos|ha|han|hab[íi]an?|tambi[ée]n|"
    r"conjuntamente|"
    r"adem[áa]s|a\s+su\s+vez|igualmente|gentilmente",
    "pt": r"quem|[ao]s?\s+qua(?:l|is)|o|a|os|as|tamb[ée]m|por\s+sua\s+vez",
    "fr": r"a|qui|l[ea]s?quel(?:le)?s?|les|y|en|ont|avai(?:t|ent)|est|sont|[ée]galement|aussi|conjointement|ensemble",
}
LEAD = re.compile(rf"(?:\b(?:{'|'.join(LEADS.values())})\s+|\b[ls]['’])+\Z", re.IGNORECASE)
NOUN = re.compile(  # "the support", "de apoyo": no verb stands there
    r"\b(?:the|an|its|their|his|our|of|with|for|from|el|del?|un|sus?|con|por|um|d[oae]s?|seus?|com|le|du|des|son|ses|"
    r"leurs?|avec)\s+\Z",
    re.IGNORECASE,
)
BY = re.compile(r"\s+(?:by|por|pel[oa]s?|par)\b")  # "financed by": what comes behind did it
LONGEST_LEAD = 50  # characters


def is_verb(prose: str, start: int, end: int) -> bool:
    """False for a noun that only looks like one, "the support", and for "financed by", whose subject stands behind."""
    return not NOUN.search(prose, max(0, start - LONGEST_LEAD), start) and not BY.match(prose, end)


def subject_end(prose: str, start: int, verb: int) -> int:
    """Where the words begin that lead on from a subject to its verb."""
    lead = LEAD.search(prose, max(start, verb - LONGEST_LEAD), verb)
    return lead.start() if lead else verb
