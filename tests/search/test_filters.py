"""Filters and facets over what passages carry."""

import pytest

from kg.errors import InvalidInput
from kg.terms import iri
from search.filters import FacetCount, FacetTable, Filters
from search.passages import Passage

GOAL = "http://metadata.un.org/sdg/"
PASSAGES = [
    Passage("wp-2022", 0, 10, entities=(iri("country", "BR"), iri("org", "caf"), GOAL + "5"), years=(2022, 2023)),
    Passage(
        "wp-2022",
        10,
        20,
        entities=(iri("place", "beijing-cn"), GOAL + "5.5"),
        dates=(("2024-11", "2024-11"),),
    ),
    Passage(
        "ar-2018",
        0,
        10,
        entities=(iri("country", "BR"),),
        dates=(("2018-05-24", "2018-05-26"),),
        themes=("trade",),
    ),
]
TABLE = FacetTable(PASSAGES)


def found(**filters):
    return TABLE.allowed(Filters(**filters)).nonzero()[0].tolist()


@pytest.mark.parametrize(
    ("filters", "numbers"),
    [
        ({}, [0, 1, 2]),
        ({"document": ("wp-2022",)}, [0, 1]),
        ({"document": ("wp-2022", "ar-2018")}, [0, 1, 2]),
        ({"document": ("wp-2022",), "country": ("BR",)}, [0]),
        ({"country": ("CN",)}, [1]),
        ({"organisation": ("caf",)}, [0]),
        ({"sdg": (5,)}, [0, 1]),
        ({"theme": ("trade",)}, [2]),
        ({"year": (2023,)}, [0]),
        ({"country": ("XX",)}, []),
        ({"date_from": "2024-11-15"}, [1]),
        ({"date_from": "2022-06", "date_to": "2022-07"}, [0]),
        ({"date_to": "2018-05-24"}, [2]),
        ({"date_to": "2018-05-23"}, []),
    ],
)
def test_a_filter_takes_one_of_its_values_and_filters_all_apply(filters, numbers):
    assert found(**filters) == numbers


def test_facets_count_the_chosen_passages_the_most_frequent_value_first():
    counts = TABLE.counts(TABLE.allowed(Filters()))
    assert counts["country"] == (FacetCount("BR", 2), FacetCount("CN", 1))
    assert counts["sdg"] == (FacetCount("5", 2),)
    assert TABLE.counts(TABLE.allowed(Filters(year=(2022,))))["document"] == (FacetCount("wp-2022", 1),)


def test_facets_count_a_group_of_passages_once():
    both, each = TABLE.counts_of([[0, 1, 2]]), TABLE.counts_of([[0], [1], [2]])
    assert both["country"] == (FacetCount("BR", 1), FacetCount("CN", 1))
    assert each == TABLE.counts(TABLE.allowed(Filters()))
    assert TABLE.counts_of([])["year"] == ()


@pytest.mark.parametrize("date", ["yesterday", "2024-13", "2024-11-32", "24-11-01", "２０２４"])
def test_what_is_no_date_is_refused(date):
    with pytest.raises(InvalidInput, match="YYYY-MM-DD"):
        found(date_from=date)
