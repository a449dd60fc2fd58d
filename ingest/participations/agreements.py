"""The turns of phrase that tell with whom the publisher signed that they would cooperate, by language."""

from __future__ import annotations

from ingest.patterns import phrase

AGREED = phrase(
    r"(?:(?:co-?operation|collaboration|partnership|framework|specific) [\w* -]{0,40}?agreements?|"
    r"memorand(?:um|a) of understanding|letter of intent)\b[*”\"]*(?:[^.;:]{0,70}?)\b(?:with|between|among|by)",
    r"(?:convenio|acuerdo)s? (?:\w+ ){0,2}?(?:de )?(?:cooperaci[óo]n|colaboraci[óo]n|espec[íi]fico|marco)"
    r"[^.;:]{0,70}?\b(?:con|entre|por)",
    r"memorando de entendimiento[^.;:]{0,70}?\b(?:con|entre|por)",
    r"(?:conv[êe]nio|acordo)s? (?:\w+ ){0,2}?(?:de )?(?:coopera[çc][ãa]o|colabora[çc][ãa]o|marco)"
    r"[^.;:]{0,70}?\b(?:com|entre|por)",
    r"memorando de entendimento[^.;:]{0,70}?\b(?:com|entre|por)",
    r"accord(?:[- ]cadre)? de (?:coop[ée]ration|collaboration|partenariat)[^.;:]{0,70}?\b(?:avec|entre|par)",
    r"m[ée]morandum d['’]entente[^.;:]{0,70}?\b(?:avec|entre|par)",
)
SIGNED_WITH = phrase(
    r"signed (?:\w+ ){0,2}?with", r"(?:suscribi[óo]|firm[óo]) (?:\w+ ){0,2}?con",
    r"(?:assinou|firmou) (?:\w+ ){0,2}?com",
    r"a sign[ée] (?:\w+ ){0,2}?avec",
)  # fmt: skip
AGREEMENT = phrase("agreement", "memorandum", "acuerdo", "convenio", "memorando", r"acordo", r"conv[êe]nio", "accord")
