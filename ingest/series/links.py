"""Links between activities that are one undertaking: the rules, in their order, each with a score and a reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from ingest.series.likeness import Comparison, Likeness
from ingest.series.undertakings import Undertaking

TELLING = 0.4  # what a name weighs, at least, that links by itself
TELLING_MORE = 0.8  # where the other name is not quite the same
NEAR = 0.75  # the overlap of two names that differ in a word that hardly matters
LEAD = 0.06  # over the second most alike activity of the same document; with less it is a guess
ALIKE = 0.38  # in name, content and place together
ALIKE_IN_PLACE = 0.25
CONTENT = 0.4  # of two texts that are about the same
CONTENT_OF_PLAN = 0.3  # of a plan and a report of its year
CONTENT_OF_FRAME = 0.2  # of two texts whose titles begin alike and go on otherwise
KEYS = 4  # rare words of a name, or twice as many of a text, by which others are looked for
WINDOW = 12  # others that an undertaking is compared with under one key, the next in time

Taken = Callable[[Undertaking, Undertaking], bool]
Pair = tuple[Undertaking, Undertaking]


@dataclass(frozen=True)
class Link:
    """Two activities that are one undertaking, how sure that is (0 to 1), and why."""

    one: Undertaking
    other: Undertaking
    score: float
    reason: str


class Links:
    """Finds links among undertakings: which pairs may be one, how alike they are, who is next to whom."""

    def __init__(self, undertakings: Sequence[Undertaking]) -> None:
        """Compare the undertakings that share a rare word; they come earliest first."""
        self._comparison = Comparison(undertakings)
        self._near: dict[tuple[Undertaking, str], list[tuple[float, Undertaking]]] = defaultdict(list)
        self._sure: list[Link] = []
        self._likely: list[tuple[Link, float]] = []
        for one, other in _candidates(undertakings, self._comparison):
            likeness = self._comparison.compare(one, other)
            self._near[one, other.work].append((likeness.total, other))
            self._near[other, one.work].append((likeness.total, one))
            if not apart(one, other):
                self._judge(one, other, likeness)

    def _judge(self, one: Undertaking, other: Undertaking, likeness: Likeness) -> None:
        """Keep the link of a pair by the first rule that holds."""
        if sure := self._across_languages(one, other) or _by_name(one, other, likeness):
            self._sure.append(Link(one, other, *sure))
        elif likely := _by_likeness(one, other, likeness):
            self._likely.append((Link(one, other, *likely), likeness.total))

    def find(self, taken: Taken) -> list[Link]:
        """The links, surest first, where `taken(each, one)` says who is linked into one's document already."""
        leading = (
            link
            for link, total in self._likely
            if self._leads(link.one, link.other, total, taken) and self._leads(link.other, link.one, total, taken)
        )
        return sorted([*self._sure, *leading], key=lambda link: (-link.score, link.one.order, link.other.order))

    def _across_languages(self, one: Undertaking, other: Undertaking) -> tuple[float, str] | None:
        """Names in two languages share few words, but acronyms and numbers."""
        if not one.languages.isdisjoint(other.languages):
            return None
        shared = sorted(self._comparison.own_acronyms(one) & self._comparison.own_acronyms(other))
        if shared:
            return 0.9, f"same acronym in another language: {', '.join(shared)}"
        same_number = one.numbers & other.numbers and one.first.code == other.first.code != ""
        if same_number and not set(one.first.years).isdisjoint(other.first.years):
            return 0.8, f"same number, code and year in another language: {one.first.code}"
        return None

    def _leads(self, one: Undertaking, other: Undertaking, own: float, taken: Taken) -> bool:
        """True where nothing else of the other's document, but what is taken, is nearly as much like the one."""
        near = self._near[one, other.work]
        rivals = [total for total, each in near if each is not other and not taken(each, one)]
        return own - max(rivals, default=0.0) >= LEAD


def apart(one: Undertaking, other: Undertaking) -> bool:
    """True for two activities of one document, which lists each once, unless only a number parts their titles."""
    return one.work == other.work and (one.title != other.title or one.numbers == other.numbers)


def _by_name(one: Undertaking, other: Undertaking, likeness: Likeness) -> tuple[float, str] | None:
    if likeness.name < 1.0 or likeness.weight < TELLING:
        return None
    if one.printed == other.printed:
        return 1.0, "same title"
    if one.title == other.title:
        return 1.0, "same title without its number"
    if _is_frame(likeness, one, other):
        return None
    return 0.95, f"same by name: {', '.join(likeness.shared[:3])}"


def _is_frame(likeness: Likeness, one: Undertaking, other: Undertaking) -> bool:
    """True for a shared name that may be a mere frame ("Digital ports: ..."): not all of a title, nor of meetings."""
    if frozenset(likeness.shared) in one.full_names | other.full_names or (one.is_meeting and other.is_meeting):
        return False
    return not likeness.same_place and likeness.content < CONTENT_OF_FRAME


def _by_likeness(one: Undertaking, other: Undertaking, likeness: Likeness) -> tuple[float, str] | None:
    names, texts = ", ".join(likeness.shared[:3]), ", ".join(likeness.telling)
    score = round(likeness.total, 2)
    if likeness.name >= NEAR and likeness.weight >= TELLING_MORE and not _is_frame(likeness, one, other):
        return round(0.95 * likeness.name, 2), f"nearly the same name: {names}"
    content = CONTENT_OF_PLAN if _plan_and_report(one, other) else CONTENT
    if likeness.content >= content and likeness.total >= ALIKE:
        return score, f"same content: {texts}"
    if not likeness.same_place or likeness.weight < TELLING_MORE:
        return None
    if _plan_and_report(one, other) and likeness.total >= ALIKE_IN_PLACE:
        return score, f"nearest in the same project: {names}"
    if one.first.alone and other.first.alone and likeness.total >= ALIKE:
        return score, f"only activity of the same project: {names}"
    return None


def _plan_and_report(one: Undertaking, other: Undertaking) -> bool:
    """True where one is planned for a year that the other reports of."""
    return one.first.planned != other.first.planned and not set(one.first.years).isdisjoint(other.first.years)


def _candidates(undertakings: Sequence[Undertaking], comparison: Comparison) -> Iterator[Pair]:
    """Pairs that share a rare word of a name or two of a text, each once; near in time where many share it."""
    blocks: dict[object, list[int]] = defaultdict(list)
    for at, each in enumerate(undertakings):
        for key in _keys(each, comparison):
            blocks[key].append(at)
    pairs = {
        (one, other)
        for block in blocks.values()
        for at, one in enumerate(block)
        for other in block[at + 1 : at + 1 + WINDOW]
    }
    for one, other in sorted(pairs):
        yield undertakings[one], undertakings[other]


def _keys(each: Undertaking, comparison: Comparison) -> set[object]:
    """What others must share, one of it, to be compared with an undertaking."""
    vector = comparison.vector(each)
    telling = sorted(vector, key=lambda word: (-vector[word], word))[: 2 * KEYS]
    found: set[object] = {*each.names, *each.acronyms, *combinations(sorted(telling), 2)}
    for name in each.names:
        found.update(comparison.rarest(name)[:KEYS])
    return found | {(each.first.code, number) for number in each.numbers if each.first.code}
