"""Scores activity series against tables made by reading, without a knowledge base or a service.

    python -m tests.gold.series

Pairs of activities of one series are compared with those of `series-same.csv`; a pair that stands there in no
row, nor among the unclear ones of `series-unclear.csv`, is an error, and so is each of `series-apart.csv`.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

from ingest.series.accounts import Account
from ingest.series.grouping import Series, find_series

HERE = Path(__file__).parent
Pair = frozenset[str]


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table of this folder."""
    with (HERE / f"series-{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def same_pairs() -> set[Pair]:
    """Pairs of activities that are one undertaking."""
    return {frozenset(pair) for row in rows("same") for pair in combinations(row["activities"].split(), 2)}


def listed_pairs(name: str) -> set[Pair]:
    """Pairs of a table that lists pairs."""
    return {frozenset((row["one"], row["other"])) for row in rows(name)}


def unclear_pairs() -> set[Pair]:
    """Pairs that a reader can't decide, and so all pairs of the series of the one and the other."""
    series: dict[str, set[str]] = {}
    for row in rows("same"):
        members = set(row["activities"].split())
        series |= dict.fromkeys(members, members)
    listed = [tuple(pair) for pair in listed_pairs("unclear")]
    return {frozenset((x, y)) for a, b in listed for x in series.get(a, {a}) for y in series.get(b, {b})}


def names_of(accounts: Iterable[tuple[str, Account]]) -> dict[str, str]:
    """The name of each activity in the tables, by its slug; accounts come with the name of their file."""
    told = {name for pair in same_pairs() | listed_pairs("apart") | listed_pairs("unclear") for name in pair}
    found = {}
    for source, account in accounts:
        own = [n for n in told if source.startswith(n[:3]) and account.activity.endswith(f"-{n[4:]}")]
        found[account.activity] = own[0] if own else f"{source[:3]}:{account.activity}"
    missing = told - set(found.values())
    if missing:
        raise ValueError(f"no activity has the name {', '.join(sorted(missing))}")
    return found


def found_pairs(series: Iterable[Series], names: dict[str, str]) -> set[Pair]:
    """The pairs of activities that share a series."""
    return {
        frozenset((names[a.undertaking.first.activity], names[b.undertaking.first.activity]))
        for each in series
        for a, b in combinations(each.members, 2)
    }


def main() -> int:
    """Print precision and recall of pairs, with each that is missing or wrong."""
    from tests.gold.__main__ import DOCUMENTS, _extract

    told = [(path.name, account) for path in sorted(DOCUMENTS.glob("*.txt")) for account in _extract(path).accounts]
    names = names_of(told)
    found = found_pairs(find_series(account for _, account in told), names)
    same, judged = same_pairs(), found - unclear_pairs()
    for word, pairs in (("missing", same - found), ("wrong", judged - same), ("apart", found & listed_pairs("apart"))):
        for pair in sorted(map(sorted, pairs)):
            print(word, *pair)
    print(f"precision {len(judged & same) / len(judged):.3f}  recall {len(found & same) / len(same):.3f}  "
          f"pairs {len(same)}  unclear {len(found & unclear_pairs())}")  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
