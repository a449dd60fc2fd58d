"""The directory: every name finds its body, no other string does, and filters say what they take."""

import random
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.body_records import Headquarters
from kg.directory import Directory
from kg.directory_table import bodies
from kg.errors import InvalidInput, NotFound
from kg.graph import Graph, sorted_nquads
from kg.terms import fold
from kg.vocabulary import vocabulary_quads

TABLE = [body for body in bodies() if body.regional]
ACRONYMS = [(acronym, body.slug) for body in TABLE for acronym in body.acronyms]
NAMES = [(name, body.slug) for body in TABLE for name in body.names.values()]
SHARED = {"CCJ": {"ccj", "ccj-sica"}, "IADB": {"idb", "iadb-defense"}}

NO_BODY = """
the Bank | Latin America | Plan | the Caribbean | Central America | the Court | Microsoft
Petrobras | L'Oréal | OREAL | Simón Bolívar | the Ministry of Foreign Affairs | Universidad de Chile
European Union | World Bank | FAO | ASEAN | Asian Development Bank | World Health Organization
the Secretariat | Secretaría General | Comisión | Comunidad | Corte Suprema | Banco Central de Chile
Banco de Desarrollo | Organization of African Unity | Caribbean Commodity | impact | casos | carta
regulate | annual report | Panama | Dominica | Uruguay | Mercado Libre | John Smith
Economic Commission for Africa | Inter-American | Iberoamericana | integration | Montevideo
Amazonia | United Nations
"""


@pytest.fixture(scope="module")
def directory():
    return Directory(Graph.memory(sorted_nquads(vocabulary_quads())))


def first(directory, q):
    items = directory.find(q, limit=1).items
    return items[0] if items else None


def slugs(directory, q="", **filters):
    return [body.slug for body in directory.find(q, limit=1000, **filters).items]


def missed(directory, named, change=lambda name: name, *, least=0.8):
    """What does not find its body at rank 1, or not surely."""
    wrong = []
    for name, slug in named:
        found = first(directory, change(name))
        if name not in SHARED and (found is None or found.slug != slug or found.match.score < least):
            wrong.append((change(name), slug, found and (found.slug, found.match)))
    return wrong


def test_a_record_says_what_the_table_says(directory):
    record = directory.get("aladi")
    row = next(body for body in TABLE if body.slug == "aladi")
    assert (record.iri, record.acronym, record.other_acronyms) == (row.iri, "ALADI", ("LAIA",))
    assert (record.name.es, record.name.pt) == (row.name_es, row.name_pt)
    assert (record.headquarters, record.founded) == (Headquarters("Montevideo", "UY"), 1980)
    assert (record.members, record.website, record.match) == (row.members, "https://aladi.org", None)
    assert (record.purpose, record.predecessors, record.same_as, record.activities) == (None, (), (), 0)


def test_all_records_say_what_the_table_says(directory):
    assert len(directory.all) == len(TABLE)
    for row in TABLE:
        record = directory.get(row.slug)
        for field in (
            "acronym",
            "kind",
            "scope",
            "founded",
            "founding_instrument",
            "parent",
            "status",
            "source",
        ):
            assert getattr(record, field) == getattr(row, field), (row.slug, field)
        for field in ("other_acronyms", "members", "observers", "themes"):
            assert sorted(getattr(record, field)) == sorted(getattr(row, field)), (row.slug, field)
        assert list(record.name) == list(row.names.values())


@pytest.mark.parametrize("change", [str, str.upper, fold, "  {}? ".format])
def test_an_acronym_finds_its_body_first_and_surely(directory, change):
    assert missed(directory, ACRONYMS, change, least=1.0) == []


@pytest.mark.parametrize("change", [str, str.upper, fold, "the {}".format, "la {}".format])
def test_a_name_in_any_language_finds_its_body_first_and_surely(directory, change):
    assert missed(directory, NAMES, change, least=1.0) == []


@pytest.mark.parametrize(
    "change",
    [
        "the {}",
        "la {}",
        "Secretariat of the {}",
        "Secretaría General de la {}",
        "{} Secretariat",
        "What is {}?",
    ],
)
def test_what_people_put_around_a_name_does_not_hide_it(directory, change):
    assert missed(directory, ACRONYMS + NAMES, change.format) == []


def test_a_name_with_its_acronym_beside_it_is_that_body(directory):
    for form in ("{0} ({1})", "{1} – {0}"):
        both = [(form.format(body.name_en, body.acronym), body.slug) for body in TABLE]
        assert missed(directory, both) == []


def test_shared_acronyms_find_all_who_use_them(directory):
    for acronym, users in SHARED.items():
        sure = {body.slug for body in directory.find(acronym).items if body.match.score == 1.0}
        assert sure == users
        assert {body.match.on for body in directory.find(acronym).items[:2]} == {"acronym"}


def with_a_typo(name, chance):
    at, letter = chance.randrange(len(name)), chance.choice(string.ascii_lowercase)
    typos = (name[:at] + name[at + 1 :], name[:at] + letter + name[at:], name[:at] + letter + name[at + 1 :])
    return chance.choice(typos)


def test_names_are_found_with_a_typo(directory):
    chance = random.Random(1)
    long = [(name, slug) for name, slug in ACRONYMS + NAMES if len(name) >= 6]
    assert len(missed(directory, long, lambda name: with_a_typo(name, chance))) <= 0.03 * len(long)


@pytest.mark.parametrize(
    ("q", "slug"),
    [
        ("Latn American Integration Asociation", "aladi"),
        ("interamerican development bank", "idb"),
        ("Organizacion de los Estados Americanso", "oas"),
        ("MERCOSURR", "mercosur"),
        ("Parliament, Andean", "parlandino"),
        ("Organisation for American States", "oas"),
    ],
)
def test_ways_of_writing(directory, q, slug):
    found = first(directory, q)
    assert (found.slug, found.match.score >= 0.8) == (slug, True)


@pytest.mark.parametrize("q", [q.strip() for line in NO_BODY.strip().splitlines() for q in line.split("|")])
def test_what_names_no_body_is_never_sure(directory, q):
    assert [body.slug for body in directory.find(q).items if body.match.score >= 0.8] == []


@pytest.mark.parametrize(
    ("q", "expected"),
    [
        ("energy Central America", {"ceac", "crie", "eor"}),
        ("Montevideo", {"aladi", "mercosur", "iin"}),
        ("organismos con sede en Montevideo", {"aladi", "mercosur", "iin"}),
        ("bancos de desarrollo", {"idb", "caf", "cdb", "cabei"}),
        ("bancos centrais", {"eccb"}),
        ("santé Caraïbes", {"carpha"}),
        ("fisheries Caribbean", {"crfm"}),
    ],
)
def test_keywords_find_by_theme_kind_seat_and_place(directory, q, expected):
    found = directory.find(q, limit=100).items
    assert expected <= {body.slug for body in found}
    assert {body.match.on for body in found} == {"keyword"}
    assert max(body.match.score for body in found) < 0.8


def test_without_a_query_all_are_listed_by_acronym(directory):
    page = directory.find(limit=1000)
    assert page.total == len(page.items) == len(TABLE)
    acronyms = [fold(body.acronym) for body in page.items]
    assert acronyms == sorted(acronyms)


def test_pages_join_to_the_whole_list(directory):
    pages = [directory.find("Caribbean", limit=7, offset=offset) for offset in range(0, 140, 7)]
    assert [body for page in pages for body in page.items] == list(directory.find("Caribbean", limit=140).items)
    assert directory.find("Caribbean", offset=10_000).items == ()


@pytest.mark.parametrize(
    ("filters", "holds"),
    [
        ({"letter": "a"}, lambda body: body.acronym[0] in "Aa"),
        ({"country": "uy"}, lambda body: "UY" in body.members),
        ({"hq": "UY"}, lambda body: body.hq_country == "UY"),
        ({"theme": "energy"}, lambda body: "energy" in body.themes),
        ({"kind": "court"}, lambda body: body.kind == "court"),
        ({"scope": "Andean"}, lambda body: body.scope == "andean"),
        ({"status": "inactive"}, lambda body: body.status == "inactive"),
        ({"theme": ["energy", "water"]}, lambda body: {"energy", "water"} & set(body.themes)),
        (
            {"theme": "trade", "country": "UY", "status": "active", "kind": ""},
            lambda body: "trade" in body.themes and "UY" in body.members and body.status == "active",
        ),
    ],
)
def test_filters_keep_what_fits_all_of_them(directory, filters, holds):
    expected = {body.slug for body in TABLE if holds(body)}
    assert expected
    assert set(slugs(directory, **filters)) == expected


def test_a_query_and_a_filter_together(directory):
    assert "idb" in slugs(directory, "development bank", hq="US")
    assert "cabei" not in slugs(directory, "development bank", hq="US")
    assert slugs(directory, "ALADI", hq="US") == []


def test_a_country_without_bodies_is_no_mistake(directory):
    assert slugs(directory, country="FJ") == []


@pytest.mark.parametrize(
    ("name", "value", "offered"),
    [
        ("country", "ZZ", "UY"),
        ("hq", "Uruguay", "UY"),
        ("theme", "enegry", "energy"),
        ("kind", "bank", "development-bank"),
        ("scope", "europe", "caribbean"),
        ("status", "alive", "active, inactive"),
        ("letter", "AB", "A, B, C"),
        ("theme", "x" * 5000, "energy"),
    ],
)
def test_an_unknown_filter_value_is_refused_with_those_there_are(directory, name, value, offered):
    with pytest.raises(InvalidInput, match=offered) as error:
        directory.find(**{name: value})
    assert name in str(error.value)
    assert len(str(error.value)) < 700


def test_get_takes_slugs_and_acronyms_in_any_case(directory):
    names = ("aladi", "ALADI", " laia ", "CIM", "OEA", "cip-oas")
    assert [directory.get(name).slug for name in names] == [
        "aladi",
        "aladi",
        "aladi",
        "cim",
        "oas",
        "cip-oas",
    ]


def test_get_names_the_nearest(directory):
    with pytest.raises(NotFound) as error:
        directory.get("aladdi")
    assert "aladi" in error.value.similar
    with pytest.raises(NotFound) as error:
        directory.get("IADB")
    assert set(error.value.similar) == SHARED["IADB"]


@pytest.mark.parametrize("name", ["", " ", "(.*", "x" * 10_000, "\0", "\ud800", "ﷺ" * 20])
def test_get_of_anything_else_is_not_found(directory, name):
    with pytest.raises(NotFound) as error:
        directory.get(name)
    assert len(str(error.value)) < 300


def test_completion_offers_acronyms_then_names_then_words(directory):
    assert directory.complete("ala")[0].slug == "aladi"
    assert "can" in [found.slug for found in directory.complete("comunidad an")]
    assert directory.complete("integración latino", 3) == ()
    assert "aladi" in [found.slug for found in directory.complete("de integracao", 50)]
    assert len(directory.complete("ca", 4)) == 4


@pytest.mark.parametrize("q", ["", " ", "a", " a ", "..", "\0"])
def test_completion_begins_with_two_characters(directory, q):
    assert directory.complete(q) == ()


def test_every_acronym_is_completed_from_its_first_two_letters(directory):
    for body in TABLE:
        assert body.slug in {found.slug for found in directory.complete(body.acronym[:2], 1000)}


@pytest.mark.parametrize("q", ["(.*)+[", "\0\x01\x1b[2J", "\ud800", "ﷺ" * 20, "%_\\", "the of la de", "?" * 8000])
def test_hostile_strings_find_nothing(directory, q):
    assert directory.find(q).total == 0


@given(q=st.text(max_size=60))
def test_any_string_has_an_answer(directory, q):
    page = directory.find(q)
    scores = [body.match.score for body in page.items if body.match]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    directory.complete(q)


def test_a_query_that_is_too_long_is_refused(directory):
    assert directory.find("q" * 8000).total == 0
    for call in (directory.find, directory.complete):
        with pytest.raises(InvalidInput, match=r"10,000 characters.*8,000"):
            call("(" * 10_000)


ACTIVITIES = """
<{a}/1> <{rdf}type> <{sela}Activity> <{a}> .
<{a}/1> <{sela}involves> <{id}org/aladi> <{a}> .
<{a}/1> <{sela}involves> <{id}org/aladi> <{a}-es> .
<{a}/2> <{rdf}type> <{sela}Activity> <{a}> .
<{a}/2> <{sela}involves> <{id}org/aladi> <{a}> .
<{a}/2> <{sela}involves> <{id}country/UY> <{a}> .
"""


def test_activities_that_involve_a_body_are_counted_once():
    ours = ACTIVITIES.format(
        a="https://w3id.org/sela-kg/id/activity",
        rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        sela="https://w3id.org/sela-kg/ontology#",
        id="https://w3id.org/sela-kg/id/",
    )
    directory = Directory(Graph.memory(sorted_nquads(vocabulary_quads()) + ours.encode()))
    assert (directory.get("aladi").activities, directory.get("can").activities) == (2, 0)


def test_a_graph_without_bodies_is_an_empty_directory():
    directory = Directory(Graph.memory(b""))
    assert (directory.find().total, directory.find("ALADI").total, directory.complete("al")) == (0, 0, ())
