"""What the graph knows before any document: all there, in one order, and refused when it is wrong."""

from __future__ import annotations

import csv
from collections import Counter
from importlib.resources import files

import pyshacl
import pytest
from pyoxigraph import BlankNode, NamedNode, RdfFormat, serialize
from rdflib import Graph

from kg.countries import countries, get_country
from kg.directory_table import REGIONAL_COLUMNS, WORLD_COLUMNS, bodies, read_bodies
from kg.errors import InvalidInput, NotFound
from kg.sela_members import read_members
from kg.terms import BASE, expand, iri
from kg.vocabulary import vocabulary_quads

BODY = {
    "slug": "ombu",
    "acronym": "OMBU",
    "name_en": "Office for Many Beautiful Unions",
    "kind": "other",
    "scope": "lac",
    "status": "active",
    "source": "invented",
    "confidence": "unchecked",
}
WORLD_BODY = {"slug": "omo", "acronym": "OMO", "name_en": "Open Mountain Office", "kind": "other"}


@pytest.fixture(scope="module")
def quads():
    return vocabulary_quads()


@pytest.fixture
def tables(tmp_path):
    """Writes a table of each kind from rows that differ from a sound one, and reads them."""

    def table(name, columns, rows):
        with (tmp_path / name).open("w", encoding="utf-8") as file:
            writer = csv.DictWriter(file, columns)
            writer.writeheader()
            writer.writerows(rows)
        return tmp_path / name

    def read(*regional, world=()):
        return read_bodies(
            table("regional.csv", REGIONAL_COLUMNS, [BODY | row for row in regional]),
            table("world.csv", WORLD_COLUMNS, [WORLD_BODY | row for row in world]),
        )

    return read


def instances(quads, name):
    kind = NamedNode(expand(name))
    return {q.subject.value for q in quads if q.predicate.value == expand("rdf:type") and q.object == kind}


def test_bodies_countries_and_goals_are_all_there(quads):
    assert len(instances(quads, "sela:RegionalBody")) == 213
    assert len(instances(quads, "schema:Country")) == 249
    assert len(instances(quads, "sela:Goal")) == 17
    assert len(instances(quads, "org:Organization")) == len(bodies()) > 213


def test_each_part_has_its_graph(quads):
    graphs = {quad.graph_name.value.removeprefix(BASE + "id/graph/") for quad in quads}
    assert graphs == {"ontology", "shapes", "themes", "goals", "countries", "directory"}


def test_it_comes_in_one_order_without_blank_nodes_and_repetition(quads):
    assert quads == vocabulary_quads() == sorted(quads, key=str)
    assert not [q for q in quads if isinstance(q.subject, BlankNode) or isinstance(q.object, BlankNode)]
    assert max(Counter(quad.triple for quad in quads).values()) == 1


def test_it_conforms_to_the_shapes(quads):
    lines = serialize([quad.triple for quad in quads], format=RdfFormat.N_TRIPLES)
    shapes = Graph().parse(data=(files("ontology") / "shapes.ttl").read_bytes(), format="turtle")
    conforms, _, text = pyshacl.validate(Graph().parse(data=lines, format="nt"), shacl_graph=shapes)
    assert conforms, text


def test_every_country_named_is_a_country_of_the_graph(quads):
    named = {q.object.value for q in quads if isinstance(q.object, NamedNode)}
    countries_named = {name for name in named if name.startswith(BASE + "id/country/")}
    assert countries_named <= instances(quads, "schema:Country")


def test_twenty_five_states_are_members_of_sela_today():
    members = [country for country in countries() if country.sela_member]
    assert len(members) == 25
    assert sum(country.sela_since == 1975 for country in members) == 22
    assert get_country("VE").sela_since == 1975
    assert get_country("BZ").sela_member and get_country("BZ").sela_since is None


def test_a_former_member_is_known_as_such_but_no_member_in_the_graph(quads):
    assert (get_country("CR").sela_since, get_country("CR").sela_member) == (1975, False)
    assert iri("membership", "sela-CR") not in instances(quads, "org:Membership")
    assert iri("membership", "sela-VE") in instances(quads, "org:Membership")


def test_an_unknown_country_is_not_found():
    with pytest.raises(NotFound, match="XX"):
        get_country("XX")


def test_a_body_has_all_its_columns_parsed():
    (sela,) = [body for body in bodies() if body.slug == "sela"]
    assert (sela.acronyms, sela.founded, sela.regional) == (("SELA", "LAES"), 1975, True)
    assert (sela.parent, sela.observers, len(sela.members)) == (None, (), 25)
    assert sela.names["pt"] == "Sistema Econômico Latino-Americano e do Caribe"
    assert sela.iri == "https://w3id.org/sela-kg/id/org/sela"


def test_sound_tables_are_read_by_slug(tables):
    assert [(body.slug, body.regional) for body in tables({}, world=[{}])] == [("ombu", True), ("omo", False)]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"slug": ""}, "line 2, column slug: '' must not be blank"),
        ({"slug": "Ombú"}, "line 2, column slug: 'Ombú' should be lower-case letters"),
        ({"name_en": " "}, "column name_en"),
        ({"founded": "c. 1975"}, "column founded: 'c. 1975' should be a year of four digits"),
        ({"members": "VE|Brazil"}, "column members: 'VE|Brazil' holds 'Brazil', which should be an alpha-2"),
        ({"members": "VE|VE"}, "column members: 'VE|VE' names something twice"),
        ({"hq_city": "Caracas"}, "column hq_city: 'Caracas' and hq_country need each other"),
        ({"website": "see below"}, "column website: 'see below' should be a host name"),
        ({"parent": "nobody"}, "column parent: 'nobody' is no slug of these tables"),
        ({"status": "asleep"}, "column status: 'asleep' should be one of active, inactive"),
        ({"confidence": ""}, "column confidence: '' must not be blank"),
    ],
)
def test_a_wrong_value_is_refused_by_line_column_and_reason(tables, wrong, message):
    with pytest.raises(InvalidInput) as caught:
        tables(wrong)
    assert message in str(caught.value) and str(caught.value).startswith("regional.csv")


def test_a_slug_stands_once_in_both_tables(tables):
    with pytest.raises(InvalidInput, match=r"world\.csv, line 2, column slug: 'ombu' is taken"):
        tables({}, world=[{"slug": "ombu"}])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "line 1: the columns should be"),
        ("country,since\n", "line 1: the columns should be country,since,until,listed,note,source"),
        ("country,since,until,listed,note,source\nVE,1975\n", "line 2: 2 cells where there should be 6"),
        ("country,since,until,listed,note,source\nVE,75,,,,x\n", "line 2, column since: '75' should be a year"),
        ("country,since,until,listed,note,source\nVE,1975,1974,,,x\n", "column until: '1974' is before since, 1975"),
        ("country,since,until,listed,note,source\nVE,,,,,x\nVE,,,,,x\n", "line 3, column country: 'VE' has a row"),
        ("country,since,until,listed,note,source\nVE,,,,,\n", "line 2, column source: '' must not be blank"),
        ('country,since,until,listed,note,source\nVE,,,,"a"b,x\n', "line 2: "),
    ],
)
def test_a_wrong_table_of_members_is_refused(tmp_path, text, message):
    table = tmp_path / "members.csv"
    table.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidInput) as caught:
        read_members(table)
    assert message in str(caught.value)
