"""Keywords: the bodies that a few words describe, by what they work on, where they sit and what they are."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from kg.linking.tokens import forms
from kg.lookup import QUESTION_WORDS, SMALL_WORDS, Match, word_set

MOST_WORDS, LONGEST = (
    40,
    1_000,
)  # words and characters of a query; what comes after them is a text, not keywords
CERTAINTY = 0.75  # the score where every word is in a body's name: words describe, they don't name
LEAST_SHARE = 0.5  # of the query's weight that must fit where no body has all of it

# What people say around their keywords, in four languages.
FILLER = (SMALL_WORDS | QUESTION_WORDS) | word_set("""
    body bodies organisation organisations organization organizations institution institutions entity
    entities agency agencies mechanism mechanisms that work works working have has their its based seat seated
    headquarters headquartered located about from there region regional list all me show find
    organismo organismos organizacion organizaciones institucion instituciones entidad entidades
    agencia agencias mecanismo mecanismos trabaja trabajan trabajo tiene tienen sede sedes su sus se ubicado
    ubicados sobre hay lista todos todas
    organizacao organizacoes instituicao instituicoes entidade entidades trabalham trabalha tem com sua seus
    sediado sediados sediada sediadas
    organisme organismes agence agences travaillent travaille ont siege sieges leur leurs base bases dont sur
""")

KIND_NAMES: Mapping[str, tuple[str, ...]] = {
    "court": ("court", "tribunal", "corte", "cour"),
    "development-bank": (
        "development bank", "banco de desarrollo", "banco de desenvolvimento", "banque de développement",
    ),
    "financial-body": ("financial fund finance", "fondo financiero", "fundo financeiro", "fonds financier"),
    "health-body": ("health body", "organismo de salud", "organismo de saúde", "organisme de santé"),
    "integration-mechanism": (
        "integration mechanism", "mecanismo de integración",
        "mecanismo de integração", "mécanisme d'intégration",
    ),
    "oas-body": (
        "OAS Organization of American States", "OEA Organización de los Estados Americanos",
        "Organização dos Estados Americanos", "Organisation des États américains",
    ),
    "parliament": ("parliament parliamentary", "parlamento", "parlement"),
    "political-forum": ("political forum", "foro político", "fórum político", "forum politique"),
    "research-or-training-centre": (
        "research centre training centre institute",
        "centro de investigación capacitación formación instituto",
        "centro de pesquisa formação instituto", "centre de recherche formation institut",
    ),
    "specialised-agency": (
        "specialised agency", "organismo especializado", "agência especializada", "agence spécialisée",
    ),
    "technical-network": ("technical network", "red técnica", "rede técnica", "réseau technique"),
    "un-body": (
        "UN United Nations", "ONU Naciones Unidas", "Nações Unidas", "Nations Unies",
    ),
}  # fmt: skip
"""By what words a kind of the directory's table is asked for; to name a new one, add a line."""

SCOPE_NAMES: Mapping[str, tuple[str, ...]] = {
    "amazon": ("Amazon Amazonian", "Amazonia amazónico", "Amazônia", "Amazonie"),
    "andean": ("Andes Andean", "andino andina", "andin andine"),
    "caribbean": ("Caribbean", "Caribe caribeño", "Caribe caribenho", "Caraïbes"),
    "central-america": (
        "Central America Central American", "Centroamérica América Central centroamericano",
        "América Central centro-americano", "Amérique centrale",
    ),
    "hemispheric": (
        "hemispheric Americas inter-American", "hemisférico Américas interamericano panamericano",
        "interamericano", "hémisphérique Amériques interaméricain",
    ),
    "ibero-america": ("Ibero-America", "Iberoamérica iberoamericano", "Ibero-América", "Amérique ibérique"),
    "lac": (
        "Latin America and the Caribbean", "América Latina y el Caribe Latinoamérica",
        "América Latina e Caribe", "Amérique latine et Caraïbes",
    ),
    "latin-america": ("Latin America", "América Latina Latinoamérica", "Amérique latine"),
    "southern-cone": ("Southern Cone South America", "Cono Sur América del Sur", "Cone Sul", "Cône Sud"),
}  # fmt: skip
"""By what words a scope of the directory's table is asked for."""


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A word without its plural and gender, roughly and alike in four languages.

    >>> [stem(word) for word in ("bancos", "banco", "energía", "energy", "universities", "red", "redes")]
    ['banc', 'banc', 'energi', 'energi', 'universiti', 'red', 'red']
    """
    folded = "".join(forms(word))
    if len(folded) > 4 and folded.endswith("s"):
        folded = folded[:-1]
    if len(folded) > 3 and folded.endswith("y"):
        return folded[:-1] + "i"
    return folded[:-1] if len(folded) > 3 and folded[-1] in "aeo" else folded


class Keywords:
    """Which words describe which bodies, each with a weight: a name tells more than a member.

    >>> keywords = Keywords({"caf": [("Banco", 1.0)], "idb": [("Banco", 1.0), ("Washington", 0.8)]})
    >>> keywords.find("bancos con sede en Washington")
    {'idb': Match(on='keyword', text='bancos washington', score=0.658)}
    """

    def __init__(self, described: Mapping[str, Iterable[tuple[str, float]]]) -> None:
        """Texts about each body, with their weights."""
        self._weights: dict[str, dict[str, float]] = defaultdict(dict)
        for slug, texts in described.items():
            for text, weight in texts:
                for word in forms(text):
                    if word not in SMALL_WORDS:
                        bodies = self._weights[stem(word)]
                        bodies[slug] = max(weight, bodies.get(slug, 0.0))
        self._stems = sorted(self._weights)
        self._rarity = {word: math.log(1 + len(described) / len(has)) for word, has in self._weights.items()}

    def find(self, query: str, *, least_share: float = LEAST_SHARE) -> dict[str, Match]:
        """The bodies that all known words of a query describe, else those that most of them do."""
        words = [word for word in dict.fromkeys(forms(query[:LONGEST])[:MOST_WORDS]) if word not in FILLER]
        known = {word: found for word in words if (found := self._known(word))}
        rarity = {word: max(map(self._rarity.__getitem__, found)) for word, found in known.items()}
        total = sum(rarity.values())
        # A word that describes no body finds none, but makes all that is found less certain.
        unknown = (len(words) - len(known)) * max(rarity.values(), default=0.0)
        score: dict[str, float] = defaultdict(float)
        share: dict[str, float] = defaultdict(float)
        said: dict[str, list[str]] = defaultdict(list)
        for word, stems in known.items():
            best: dict[str, float] = defaultdict(float)
            for each in stems:
                for slug, weight in self._weights[each].items():
                    best[slug] = max(best[slug], weight)
            for slug, weight in best.items():
                score[slug] += weight * rarity[word] / (total + unknown)
                share[slug] += rarity[word] / total
                said[slug].append(word)
        least = 0.999 if max(share.values(), default=0.0) >= 0.999 else least_share
        return {
            slug: Match("keyword", " ".join(said[slug]), round(CERTAINTY * score[slug], 3))
            for slug in score
            if share[slug] >= least
        }

    def _known(self, word: str) -> list[str]:
        """The stems that a word stands for: its own, else those it begins, else those a typo away."""
        wanted = stem(word)
        if wanted in self._weights:
            return [wanted]
        if len(wanted) >= 4:
            start = bisect_left(self._stems, wanted)
            longer = [found for found in self._stems[start : start + 20] if found.startswith(wanted)]
            if longer:
                return longer
        if not 5 <= len(wanted) <= 30:
            return []
        near = process.extract(wanted, self._stems, scorer=OSA.distance, score_cutoff=1, limit=3)
        return [found for found, _, _ in near]
