"""The turns of phrase that say as what the organisations behind them take part, the four languages side by side."""

from __future__ import annotations

from ingest.patterns import phrase

FUNDER = phrase(
    r"financ(?:ed|ial(?:ly)?) (?:by|support(?:ed)? (?:of|by|from))", "funded by", "with funding from",
    "sponsored by", r"financiad[oa] por", "con el apoyo financiero de", r"com o apoio financeiro d[eoa]",
    r"financ[ée]e? par", r"avec l['’]appui financier d[eu]",
)  # fmt: skip
HOST = phrase(
    "hosted by", "with the Government of", "organizad[oa] en la sede de", "acogid[oa] por", "sediad[oa] por",
    "accueillie? par",
)  # fmt: skip
PARTNER = phrase(
    r"(?:co-?)?organi[sz]ed (?:\w+ ){0,3}?(?:with|by)",
    r"(?:delivered|taught|co-?hosted) (?:jointly )?(?:with|by)",
    r"(?:jointly|together|in conjunction|in collaboration|in partnership|in cooperation|in association|"
    r"in coordination|in alliance|joint \w+) (?:\w+ )?with",
    r"with the (?:\w+ ){0,2}?(?:support|collaboration|cooperation|sponsorship|participation|assistance) of",
    "supported by", "cooperative effort between", "joint project of",
    r"organizad[oa] (?:\w+ ){0,3}?(?:con|por)", "conjuntamente con",
    r"en (?:alianza|conjunto|colaboraci[óo]n|cooperaci[óo]n|asociaci[óo]n) con",
    r"con el (?:apoyo|auspicio) de", r"con la (?:colaboraci[óo]n|participaci[óo]n|cooperaci[óo]n) de",
    r"organizad[oa] (?:\w+ ){0,3}?com",
    r"em (?:parceria|conjunto|colabora[çc][ãa]o|coopera[çc][ãa]o) com", r"com o apoio d[eoa]s?",
    r"organis[ée]e? (?:\w+ ){0,3}?(?:avec|par)", r"en (?:partenariat|collaboration|coop[ée]ration) avec",
    r"avec l['’](?:appui|aide) d[eu]",
)  # fmt: skip
