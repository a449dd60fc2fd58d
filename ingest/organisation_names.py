"""What reads as an organisation's name, in four languages."""

from __future__ import annotations

import re

from kg.linking.documents import is_organisation_name

# beside those that make a name with an acronym an organisation's (see kg.linking.documents)
FURTHER_WORDS = re.compile(
    r"\b(?:Academy|Administration|Board|Brigade|Cabinet|Compan(?:y|ies)|Court|Division|Embassy|Enterprise|"
    r"Government|Laborator(?:y|ies)|Lyceum|Ministries|Presidency|School|Treasury|Tribunal|Unit|Universities|"
    r"Academia|Administraci[óo]n|Cancillería|Compañ[íi]a|Corte|Embajada|Empresa|Escuela|Gabinete|Gobierno|"
    r"Laboratorio|Ministerios|Presidencia|Unidad|Universidades|Alcald[íi]a|Intendencia|"
    r"Administra[çc][ãa]o|Companhia|Embaixada|Escola|Governo|Laborat[óo]rio|Minist[ée]rios|Presid[êe]ncia|Unidade|"
    r"Acad[ée]mie|Ambassade|Banque|Chambre|Conseil|Cour|[ÉE]cole|Entreprise|F[ée]d[ée]ration|Fondation|"
    r"Gouvernement|Laboratoire|Minist[èe]res|Pr[ée]sidence|Soci[ée]t[ée]|Unit[ée])\b"
)


def reads_as_organisation(name: str) -> bool:
    """True where a name says by a word of its own that it is an organisation's.

    >>> reads_as_organisation("Tribunal of the Coast"), reads_as_organisation("Gulf of the Coast")
    (True, False)
    """
    return is_organisation_name(name) or bool(FURTHER_WORDS.search(name))
