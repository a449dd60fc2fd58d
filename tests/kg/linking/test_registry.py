"""The registry: which names a text uses, and for what."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.linking.entities import Entity
from kg.linking.names import body_entity, is_body, registry
from kg.linking.registry import Registry

PORTS = Entity("https://example.org/org/ports", "Union of Ports", "organisation", "UPA")
PILOTS = Entity("https://example.org/org/pilots", "Union of Ports and Pilots", "organisation", "UPA")


def found(text: str, *named: tuple[Entity, str, str]) -> list[tuple[str, str]]:
    names = Registry()
    for entity, name, kind in named:
        names.add(entity, name, kind=kind)
    return [(text[m.start : m.end], m.entity.slug) for m in names.find(text)]


def test_the_longest_name_wins():
    named = [(PORTS, "Union of Ports", "name"), (PILOTS, "Union of Ports and Pilots", "name")]
    assert found("The Union of Ports and Pilots met the Union of Ports.", *named) == [
        ("Union of Ports and Pilots", "pilots"),
        ("Union of Ports", "ports"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Unión of Ports",
        "UNION OF PORTS",
        "Union\nof Ports",
        "Union of\u00a0Ports",
        "**Union** of Ports",
        "Union-of-Ports",
    ],
)
def test_accents_case_and_line_ends_make_no_difference_to_a_name(text):
    assert found(text, (PORTS, "Union of Ports", "name")) == [(text.removeprefix("**"), "ports")]


@pytest.mark.parametrize(
    "text", ["union of ports", "Union. Of Ports", "Union\n\nof Ports", "Reunion of Ports", "Union of Portsmouth"]
)
def test_what_only_looks_like_a_name_is_none(text):
    assert found(text, (PORTS, "Union of Ports", "name")) == []


@pytest.mark.parametrize(
    ("text", "count"), [("UPA", 1), ("the UPA's", 1), ("(UPA)", 1), ("upa", 0), ("Upa", 0), ("UPAs", 0)]
)
def test_an_acronym_is_written_as_such(text, count):
    assert len(found(text, (PORTS, "UPA", "acronym"))) == count


def test_a_name_of_two_is_left_to_those_who_know_more():
    assert found("UPA met.", (PORTS, "UPA", "acronym"), (PILOTS, "UPA", "acronym")) == []


def test_a_documents_own_names_come_before_the_shared_ones():
    shared = Registry()
    shared.add(PORTS, "UPA", kind="acronym")
    own = Registry(shared)
    own.add(PILOTS, "Pilots' Union")
    assert own.named("upa") == (PORTS,)
    assert own.named("pilots union") == (PILOTS,)
    assert shared.named("pilots union") == ()


NAMES = registry()


@given(st.text(st.sampled_from("SELACFN aeilnor.,\n-()&'") | st.characters(exclude_categories=["Cs"])))
def test_mentions_are_in_order_and_never_overlap(text):
    mentions = NAMES.find(text)
    assert all(0 <= m.start < m.end <= len(text) for m in mentions)
    assert all(one.end <= other.start for one, other in pairwise(mentions))


def test_a_body_of_the_directory_is_one():
    assert is_body(body_entity("aladi"))
    assert not is_body(PORTS)
