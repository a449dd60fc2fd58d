"""What one sentence says of the organisations it names: who organised, paid, hosted or came."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.activities.verbs import VERB
from ingest.participations import agreements, attendance, roles, surroundings
from ingest.participations.deeds import DEEDS
from ingest.participations.enumerations import chains, closed, opened
from ingest.participations.joint_names import Name
from ingest.participations.labels import LABELS
from ingest.participations.name_words import HEAD, PUBLISHERS
from ingest.participations.own_sentences import Sentence
from ingest.words import MONTH
from kg.linking.names import body_entity
from search.passages import Span

PUBLISHER = "sela"
TITLED = re.compile(r"(?<!\*)\*(?!\*)[^*]+(?<!\*)\*(?!\*)|“[^”]*”|\"[^\"]*\"|«[^»]*»")
CAPTION = re.compile(  # "University of the Coast, 3 May 2031."
    rf"[^.;:]{{4,160}},\W*\d{{1,2}}(?:\s+de)?\s+(?:{MONTH})(?:\s+de)?\s+\d{{4}}\.?\s*", re.IGNORECASE
)
MEMBERS = re.compile(r"\s+(?:member|participating|Estados|pa[íi]ses)\b", re.IGNORECASE)
OF_MEMBERS = re.compile(
    r"(?:countries|states|members|estados|pa[íi]ses|miembros|membros|pays|[ée]tats|membres)(?:\s+miembros)?\s+"
    r"(?:of|del?|d[aou]s?)\s+(?:(?:the|la|el|le)\s+)?\Z",
    re.IGNORECASE,
)
BY_NATURE = {
    "funder": re.compile(r"\b(?:Fund|Fondo|Fundo|Fonds)\b"),
    "host": re.compile(r"\b(?:[Gg]overnment|Gobierno|Governo|Gouvernement)\b"),
}
HELD = ("held", "will", "bare")  # what `VERB` says of an event
MARKED = 3  # characters, such as a space and two stars
DETERMINER = re.compile(r"[\s*“\"]+(?:(?:the|la|el|los|las|o|a|os|as|le|les)\s+|l['’])?[*“\"]*", re.IGNORECASE)
OF = re.compile(r"\b(?:of|del?|d[aeo]s?)\s+(?:(?:the|la|los|las)\s+)?\Z")  # "Council of Ministers of"
COMPOUND = re.compile(r"[-/–]")

Told = tuple[str, Name]


def told_roles(prose: str, sentence: Sentence, names: Sequence[Name], *, planned: bool) -> Iterator[Told]:
    """Each organisation that a sentence gives a role, with the role; the first of two for one counts more."""
    titled = [(m.start(), m.end()) for m in TITLED.finditer(prose, sentence.start, sentence.end)]
    plain = [name for name in names if not any(start <= name.start < end for start, end in titled)]
    if sentence.own:
        yield from _doing(prose, sentence, plain)
        yield from _opened(prose, sentence, plain)
        yield from _beside_event(prose, sentence, plain)
        yield from _attending(prose, sentence, plain, planned=planned)
        yield from _hosting(prose, sentence, names, titled)
    if not sentence.past:
        yield from _closed(prose, sentence, plain, planned=planned)
        yield from _beside_publisher(prose, sentence, plain)
    yield from _agreeing(prose, sentence, plain)
    yield from _compound(prose, names)


def _opened(prose: str, sentence: Sentence, names: Sequence[Name]) -> Iterator[Told]:
    """Those behind "organised with", "with the support of", "financed by"."""
    heads = [
        (m, role) for role, pattern in roles.OPENING for m in pattern.finditer(prose, sentence.start, sentence.end)
    ]
    for match, role in sorted(heads, key=lambda head: -head[0].end()):  # the nearest says most
        for name in opened(prose, match.end(), sentence.end, names):
            yield _by_nature(prose, name) or role, name


def _by_nature(prose: str, name: Name) -> str | None:
    """What a body does that lends its support, by what it is: a fund pays, a country's government hosts."""
    for role, pattern in BY_NATURE.items():
        if pattern.search(HEAD.split(prose[name.start : name.end])[0]):
            return role
    return None


def _beside_event(prose: str, sentence: Sentence, names: Sequence[Name]) -> Iterator[Told]:
    """Those with whom it was held: "It took place in Lima with the League"; or that a label names."""
    for role, label in LABELS.items():
        if match := label.match(prose, sentence.start, sentence.end):
            yield from ((role, name) for name in opened(prose, match.end(), sentence.end, names))
    held = next((v for v in VERB.finditer(prose, sentence.start, sentence.end) if v.lastgroup in HELD), None)
    for match in surroundings.WITH.finditer(prose, sentence.start, sentence.end):
        alone = not re.search(r"\w", prose[sentence.start : match.start()])
        behind = held is not None and held.end() <= match.start()
        if alone or (held and behind and not surroundings.WITH_WHOM.search(prose, held.end(), match.start())):
            with_them = list(opened(prose, match.end(), sentence.end, names))
            if with_them and DETERMINER.fullmatch(prose, match.end(), with_them[0].start):
                yield from (("partner", name) for name in with_them)


def _doing(prose: str, sentence: Sentence, names: Sequence[Name]) -> Iterator[Told]:
    """Those that are the subjects of a deed: "ALADI provided the premises", "CAF, which was the host"."""
    for deed in DEEDS:
        for at in deed.found(prose, sentence.start, sentence.end):
            yield from ((deed.role, name) for name in closed(prose, at, sentence.start, names))


def _attending(prose: str, sentence: Sentence, names: Sequence[Name], *, planned: bool) -> Iterator[Told]:
    """Those behind "attended by", "representatives of", and of people who spoke."""
    span = sentence.start, sentence.end
    heads = [(match, True) for match in attendance.ATTENDED.finditer(prose, *span)]
    heads += [(match, False) for match in attendance.REPRESENTED.finditer(prose, *span)]
    if not planned and attendance.SPOKE.search(prose, *span):
        heads += [(match, False) for match in attendance.POST.finditer(prose, *span)]
    for match, far in heads:
        of_body = prose[match.start()].isupper() and OF.search(prose, sentence.start, match.start())
        if not of_body and not attendance.AIMED_AT.search(prose[sentence.start : match.start()]):
            for name in opened(prose, match.end(), sentence.end, names, people=True, far=far):
                yield "participant", name


def _closed(prose: str, sentence: Sentence, names: Sequence[Name], *, planned: bool) -> Iterator[Told]:
    """Those before "approved a grant", "will participate", "explained"."""
    for role, pattern in roles.CLOSING:
        if role == "participant" and planned:
            continue
        for match in pattern.finditer(prose, sentence.start, sentence.end):
            yield from ((role, name) for name in closed(prose, match.start(), sentence.start, names))


def _hosting(prose: str, sentence: Sentence, names: Sequence[Name], titled: Sequence[Span]) -> Iterator[Told]:
    """The one whose congress or week it was part of; the ones that a caption places it at."""
    for match in surroundings.EVENT_OF.finditer(prose, sentence.start, sentence.end):
        yield from (("host", name) for name in list(opened(prose, match.end(), sentence.end, names))[:1])
    if any(verb.lastgroup in HELD for verb in VERB.finditer(prose, sentence.start, sentence.end)):
        for match in surroundings.PLACED.finditer(prose, sentence.start, sentence.end):
            yield from (("host", name) for name in names if name.certain and 0 < name.start - match.end() <= MARKED)
    if CAPTION.fullmatch(prose, sentence.start, sentence.end):
        yield from (("host", name) for name in names if name.certain)


def _beside_publisher(prose: str, sentence: Sentence, names: Sequence[Name]) -> Iterator[Told]:
    """Those named in one breath with the publisher: "SELA and ALADI", "between CAF and SELA"."""
    publishers = [
        Name(*match.span(), body_entity(PUBLISHER))
        for match in PUBLISHERS.finditer(prose, sentence.start, sentence.end)
        if not any(name.start < match.end() and name.end > match.start() for name in names)
    ]
    for chain in chains(prose, sorted([*names, *publishers], key=lambda name: name.start)):
        own = [name for name in chain if name.entity.slug == PUBLISHER]
        before = prose[sentence.start : chain[0].start]
        if own and not OF_MEMBERS.search(before) and not MEMBERS.match(prose, chain[-1].end):
            yield from (("partner", name) for name in chain if name.certain and name not in own)


def _agreeing(prose: str, sentence: Sentence, names: Sequence[Name]) -> Iterator[Told]:
    """Those with whom the publisher signed that they would cooperate."""
    span = sentence.start, sentence.end
    if not (PUBLISHERS.search(prose, *span) or any(name.entity.slug == PUBLISHER for name in names)):
        return
    heads = list(agreements.AGREED.finditer(prose, *span))
    heads += list(agreements.SIGNED_WITH.finditer(prose, *span)) if agreements.AGREEMENT.search(prose, *span) else []
    for match in heads:
        yield from (("partner", name) for name in opened(prose, match.end(), sentence.end, names))


def _compound(prose: str, names: Sequence[Name]) -> Iterator[Told]:
    """Those whose names a hyphen joins with the publisher's: "the ALADI-SELA project"."""
    for one, other in pairwise(names):
        if COMPOUND.fullmatch(prose, one.end, other.start):
            joined = {one.entity.slug: one, other.entity.slug: other}
            if PUBLISHER in joined and len(joined) == 2:
                yield "partner", next(name for slug, name in joined.items() if slug != PUBLISHER)
