"""An explanation as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from api.text import tidy, wrapped
from kg.why import Evidence, ExplainedFact, Explanation

LONGEST_QUOTE = 6  # lines


def explanation(found: Explanation, *, offset: int = 0) -> str:
    """Each fact with the rule that read it and the sentences that it came from."""
    made_by = found.snapshot
    head = f"{tidy(found.label)}\n{found.iri}\nsnapshot {made_by.id} of {made_by.created}, sela-kg {made_by.version}"
    if not found.total:
        return f"{head}\n\nNo document states anything of it, and none names it."
    last = offset + len(found.facts)
    more = f"; `--offset {last}` shows the next" if last < found.total else ""
    facts = ["\n".join(_fact(fact, found.iri)) for fact in found.facts]
    return "\n\n".join([head, *facts, f"{offset + 1 if facts else offset}-{last} of {found.total} facts{more}."])


def _fact(fact: ExplainedFact, about: str) -> Iterator[str]:
    of = "" if fact.subject.iri == about else f"{tidy(fact.subject.label)}\n   "
    yield f"{of}{fact.property}  {tidy(fact.label)}" + _how(fact)
    if fact.corrected:
        did = "corrected to" if fact.corrected.superseded else "is a correction to"
        said = fact.corrected
        yield wrapped(f"{did} {said.field} = {said.value or 'none'} by {said.who} on {said.when}: {said.reason}")
    for evidence in fact.evidence:
        yield _place(evidence)
        yield wrapped(f"“{evidence.text}”", indent="      ", lines=LONGEST_QUOTE)


def _how(fact: ExplainedFact) -> str:
    known = [fact.basis, fact.rule and f"rule {fact.rule}", None if fact.score is None else f"score {fact.score}"]
    return f"  [{', '.join(part for part in known if part)}]"


def _place(evidence: Evidence) -> str:
    page = f", page {evidence.page}" if evidence.page else ""
    return f"   {evidence.source}, characters {evidence.start}-{evidence.end}{page}"
