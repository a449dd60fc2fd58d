"""Look-up: which bodies a string names, by acronym or by name, with typos and things around the name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import process
from rapidfuzz.distance import OSA

from kg.linking.tokens import WORD, form
from kg.terms import fold

LONGEST_NAME = 240  # letters; a longer string is a text, which names nothing
SHORTEST_WITH_TYPO = 6  # letters; under it, one letter's difference is as often another name
WRAPPED = 0.95  # the name stands in "the secretariat of ..." or "who is ...?"
REORDERED = 0.9  # the same telling words, in another order or with other small words
UNCLEAR = 0.79  # a typo away from several bodies: all are shown, none is certain


def word_set(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


SMALL_WORDS = word_set("""
    the a an of for and in on to at by with
    la el los las un una de del y e en para por con
    o os as da do das dos em no na um uma
    le les l des du d et au aux un une pour dans
""")
QUESTION_WORDS = word_set("""
    who what which where when is are was does do s
    que quien quienes cual cuales donde es son
    quem qual quais onde sao
    qui quel quelle quels est sont c ce
""")
SECRETARIATS = word_set("secretariat secretaria secretariado secretary secretario")
SECRETARIAT_WORDS = (SECRETARIATS | SMALL_WORDS) | word_set("""
    general geral executive ejecutiva executiva executif permanent permanente technical tecnica technique
    pro tempore
""")

LEADING = SECRETARIAT_WORDS | QUESTION_WORDS

# One letter away from CARICAD, CARPHA, CARTAC, CASSOS, CELADE, COMMCA, FLACSO, IMPACS, OREALC, PARLATINO,
# PROSUR, REGULATEL, and no typo of them: words of the four languages, and a company.
ORDINARY_WORDS = word_set("""
    caridad carpa carta cartas casos cassis celada comma flaco flacos impact impacts oreal palatino prosus
    regulate regulated
""")

Basis = Literal["acronym", "name", "keyword"]


@dataclass(frozen=True)
class Match:
    """Why a body was found: what of it answers the query, and how sure that is (0..1)."""

    on: Basis
    text: str
    score: float


@dataclass(frozen=True)
class Called:
    """One thing that a body is called."""

    slug: str
    text: str
    on: Basis
    rank: int = 0  # 0 for the main acronym and for names, 1 for other acronyms


def plain(text: str) -> str:
    """A name's words in lower case without accents and marks, in the spelling of its author.

    >>> plain("Centre – ILO/CINTERFOR")
    'centre ilo cinterfor'
    """
    return " ".join(WORD.findall(fold(text)))


class Lookup:
    """Names and acronyms of bodies, and how people write them.

    >>> lookup = Lookup([Called("can", "CAN", "acronym"), Called("can", "Comunidad Andina", "name")])
    >>> lookup.find("la Comunidad  ANDINA")
    {'can': Match(on='name', text='Comunidad Andina', score=1.0)}
    >>> lookup.find("Secretaría General de la Comunidad Andnia")["can"].score
    0.933
    >>> lookup.find("Comunidad")
    {}
    """

    def __init__(self, called: Iterable[Called], *, others: Iterable[str] = ()) -> None:
        """Names to be found; `others` name what is not in the directory and must not be taken for it."""
        self._exact: dict[str, list[Called]] = defaultdict(list)
        self._telling: dict[tuple[str, ...], list[Called]] = defaultdict(list)
        self._near: dict[str, list[Called]] = defaultdict(list)
        for name in called:
            words = _words(name.text)
            self._exact[_key(words)].append(name)
            self._near["".join(words)].append(name)
            if name.on == "name" and len(_telling(words)) > 1:
                self._telling[_telling(words)].append(name)
        for other in others:
            self._near.setdefault("".join(_words(other)), [])  # a name, and nobody's here
        self._near_names = [name for name in self._near if len(name) >= SHORTEST_WITH_TYPO]

    def find(self, query: str) -> dict[str, Match]:
        """The bodies that a string names, by slug; several where they share it, none where it names none."""
        if not 2 <= len(query.strip()) <= LONGEST_NAME:
            return {}
        ways = list(_ways(query))
        # Word for word first: "la CAC" is CAC, not LACAC.
        for same_words in (True, False):
            for words, worth in ways:
                if found := self._named(words, worth, same_words=same_words):
                    return found
        return self._both_parts(query) or self._reordered(_words(query)) or self._misspelt(ways)

    def named(self, name: str) -> list[str]:
        """The bodies that have exactly this acronym or name, but for case, accents and marks."""
        return list(dict.fromkeys(called.slug for called in self._exact.get(_key(_words(name)), ())))

    def _named(self, words: tuple[str, ...], worth: float, *, same_words: bool = False) -> dict[str, Match]:
        found = sorted(self._exact.get(_key(words), ()), key=lambda called: (called.on, called.rank))
        return {
            called.slug: Match(called.on, called.text, worth)
            for called in reversed(found)
            if not same_words or len(_words(called.text)) == len(words)
        }

    def _both_parts(self, query: str) -> dict[str, Match]:
        """A name with its acronym beside it, either way round: both must name the same body."""
        words = _words(query)
        for cut in range(1, len(words)):
            before, after = self._named(words[:cut], 1.0), self._named(words[cut:], 1.0)
            if shared := {slug: match for slug, match in before.items() if slug in after}:
                return shared
        return {}

    def _reordered(self, words: tuple[str, ...]) -> dict[str, Match]:
        found = self._telling.get(_telling(words), [])
        if len({called.slug for called in found}) != 1:
            return {}
        return {called.slug: Match("name", called.text, REORDERED) for called in found}

    def _misspelt(self, ways: list[tuple[tuple[str, ...], float]]) -> dict[str, Match]:
        for words, worth in dict.fromkeys([*ways[:2], *ways[-1:]]):  # each costs a pass over all names
            if found := self._near_to(words, worth):
                return found
        return {}

    def _near_to(self, words: tuple[str, ...], worth: float) -> dict[str, Match]:
        letters = "".join(words)
        if letters in self._near or letters in ORDINARY_WORDS:
            return {}
        if not SHORTEST_WITH_TYPO - 1 <= len(letters) <= LONGEST_NAME:
            return {}
        most = 1 if len(letters) < 12 else 2 if len(letters) < 30 else 3
        near = process.extract(letters, self._near_names, scorer=OSA.distance, score_cutoff=most, limit=20)
        close = [(name, int(typos)) for name, typos, _ in near]
        least = min((typos for _, typos in close), default=0)
        first = [called for name, typos in close if typos == least for called in self._near[name]]
        if any(typos == least and not self._near[name] for name, typos in close):
            return {}  # as near to a name of something else
        fitting = [called for called in first if least == 1 or _few_typos_a_word(words, called.text)]
        unclear = len({called.slug for called in fitting}) > 1
        found: dict[str, Match] = {}
        for called in fitting:
            score = min(UNCLEAR if unclear else worth, 1 - least / max(len(letters), SHORTEST_WITH_TYPO))
            found.setdefault(called.slug, Match(called.on, called.text, round(score, 3)))
        return found


def _words(text: str) -> tuple[str, ...]:
    return tuple(plain(text).split())


def _key(words: tuple[str, ...]) -> str:
    """Words without the spaces, which people put as they like: Inter-American, Interamerican."""
    return "".join(map(form, words))


def _telling(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(form(word) for word in words if word not in SMALL_WORDS))


def _ways(query: str) -> Iterator[tuple[tuple[str, ...], float]]:
    """The query as it is, then with ever more of the article, secretariat or question around it cut off."""
    words = _words(query)
    ends = [(words[cut:], words[:cut]) for cut in range(_run(words, LEADING) + 1)]
    ends += [
        (kept, words[len(words) - cut :])
        for cut in range(1, _run(words[::-1], SECRETARIAT_WORDS) + 1)
        for kept in (words[: len(words) - cut], words[1 : len(words) - cut])
        if len(kept) == len(words) - cut or words[0] in SMALL_WORDS
    ]
    for kept, cut_off in ends:
        if not kept:
            continue
        if not set(cut_off) - SMALL_WORDS:
            yield kept, 1.0
        elif SECRETARIATS & set(cut_off) or not set(cut_off) - SMALL_WORDS - QUESTION_WORDS:
            yield kept, WRAPPED


def _run(words: tuple[str, ...], among: frozenset[str]) -> int:
    """How many words at the beginning are among these."""
    return next((number for number, word in enumerate(words) if word not in among), len(words))


def _few_typos_a_word(words: tuple[str, ...], name: str) -> bool:
    """Whether each word has one typo at most: more in one word make it another word."""
    meant = plain(name).split()
    return len(meant) == len(words) and all(
        OSA.distance(written, word, score_cutoff=1) <= 1 for written, word in zip(words, meant, strict=True)
    )
