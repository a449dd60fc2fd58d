"""The turns of phrase that set an activity beside a body: part of its congress, held with it; by language."""

from __future__ import annotations

import re

from ingest.patterns import phrase

EVENT_OF = phrase(  # the event of another, in which this activity took place
    r"(?:framework of|participat(?:ion|ed|ing)\b[^.;]{0,30}? in|agenda of|part of|occasion of)[^.;,]{0,90}?"
    r"\b(?:anniversary|assembly|conference|congress|dialogue|forum|fair|meeting|platform|seminar|week|summit) of",
    r"(?:marco|agenda|ocasi[óo]n) del?[^.;,]{0,90}?\b(?:aniversario|asamblea|conferencia|congreso|di[áa]logo|foro|"
    r"feria|reuni[óo]n|plataforma|seminario|semana) del?",
    r"particip(?:aci[óo]n|[óo])\b[^.;]{0,30}? en[^.;,]{0,90}?"
    r"\b(?:asamblea|conferencia|congreso|foro|feria|reuni[óo]n) del?",
    r"(?:[âa]mbito|marco|agenda|ocasi[ãa]o) d[aeo][^.;,]{0,90}?\b(?:anivers[áa]rio|assembleia|confer[êe]ncia|congresso|"
    r"di[áa]logo|f[óo]rum|reuni[ãa]o|semin[áa]rio|semana) d[eoa]",
    r"(?:cadre|occasion) d[eu][^.;,]{0,90}?\b(?:anniversaire|assembl[ée]e|conf[ée]rence|congr[èe]s|dialogue|forum|"
    r"r[ée]union|s[ée]minaire|semaine) d[eu]",
)
PLACED = phrase("at the", r"en (?:el|la)", r"n[oa]", r"[àa] l[ae]", "au")  # a body named right behind it hosts
WITH = phrase("with", "con", "com", "avec")  # a body named right behind it is a partner, in a sentence on the event
WITH_WHOM = re.compile(  # between the verb and "with": relations, aims and what is compared
    r"\b(?:to|para|pour|that|que|between|entre|relations?|relaciones|rela[çc][õo]es|agreement|acuerdo|acordo|accord|"
    r"trade|comercio|"
    r"links|v[íi]nculos|parallel|paralelo|parall[èe]le|coincid\w+|along|line|accordance|dialogue|di[áa]logo|compar\w+|negotiat\w+|negocia\w+|deal\w*|meeting|"
    r"reuni[óo]n)\b",
    re.IGNORECASE,
)
