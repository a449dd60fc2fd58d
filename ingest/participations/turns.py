"""The words at which a sentence turns away from an enumeration of names, the four languages together."""

from __future__ import annotations

import re

THINGS = (  # what a name behind it is not a participant by: "studies of", "the member countries of"
    r"agreements?|books?|countr(?:y|ies)|data|documents?|estimates|figures|framework|laws?|"
    r"(?:member|participating)\s+states|members|methodolog(?:y|ies)|provisions|publications?|reports?|"
    r"stud(?:y|ies)|acuerdos?|datos|documentos?|estimaciones|cifras|estudios?|informes?|leyes|libros?|"
    r"marco|metodolog[íi]as?|miembros|pa[íi]ses|publicaciones|acordos?|dados|estimativas|membros|publica[çc][õo]es|"
    r"relat[óo]rios?|accords?|chiffres|donn[ée]es|[ée]tudes?|livres?|membres|pays|rapports?"
)
PURPOSE = (
    r"in order to|with\s+(?:a view|the\s+(?:purpose|aim|objective|goal|intention))|aim(?:s|ed|ing)|which|"
    r"con\s+(?:el|la)\s+(?:fin|objetivo|prop[óo]sito|finalidad)|a\s+fin\s+de|com\s+o\s+(?:fim|objetivo|prop[óo]sito)|"
    r"a\s+fim\s+de|afin|avec\s+l['’]objectif|dans\s+le\s+but|according\s+to|seg[úu]n|segundo|selon"
)
TURNS = (
    r"making\s+up|comprising|belonging|linked|related|integrantes|pertenecientes|vinculad[oa]s?|ligad[oa]s?|"
    r"appartenant|he|she|they|we|él|ella|ellos|ele|ela|eles|il|elle|ils|that|who|whom|whose|where|was|were|is|are|has|"
    r"have|had|will|would|shall|can|may|held|(?<!addition\s)to|for|during|within|"
    r"under|since|when|while|because|on|at|about|"
    r"in(?!\s+(?:addition|particular|association|collaboration|conjunction|cooperation|coordination|partnership|"
    r"alliance))|"
    r"(?<!well\s)as\s+(?:part|a|an|its|the|observers?|guests?|stated|proposed)|"
    r"que|quien(?:es)?|cuy[oa]s?|donde|fue(?:ron)?|es|son|ha|han|ser[áa]n?|para|durante|sobre|el\s+\d+|entre\s+el|"
    r"en(?!\s+(?:particular|particulier|alianza|asociaci[óo]n|colaboraci[óo]n|conjunto|cooperaci[óo]n|coordinaci[óo]n|"
    r"partenariat|"
    r"collaboration|coop[ée]ration|coordination))|"
    r"quem|cuj[oa]s?|onde|foi|foram|é|s[ãa]o|n[ao]s?|"
    r"em(?!\s+(?:particular|alian[çc]a|associa[çc][ãa]o|colabora[çc][ãa]o|conjunto|coopera[çc][ãa]o|parceria))|"
    r"qui|dont|o[ùu]|a\s+[ée]t[ée]|ont|est|sont|sera|dans|lors|pour|le\s+\d+|du\s+\d+"
)
TURNS_AWAY = re.compile(rf"\b(?:{PURPOSE}|{TURNS}|{THINGS})\b|(?<!\b\w\w)(?<!\b\w\w\w)[:.]\s", re.IGNORECASE)
TURNS_FAR_AWAY = re.compile(rf"\b(?:{PURPOSE}|{THINGS})\b", re.IGNORECASE)
