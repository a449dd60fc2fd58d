"""The graph: what queries see, how values go in and come out, and that opening it changes nothing."""

import copy
import pickle
import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Store, Variable, parse

from kg.bindings import Text, bind
from kg.disk import files_in, sha256
from kg.errors import Damaged, InvalidInput
from kg.graph import Graph, sorted_nquads, write_store
from kg.terms import PREFIXES

DATA = """
@prefix e: <http://e/> . @prefix dcterms: <http://purl.org/dc/terms/> .
@prefix sela: <https://w3id.org/sela-kg/ontology#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix schema: <https://schema.org/> .
e:g1 { e:forum dcterms:title "Forum"@en , "Foro"@es ; sela:involves e:UY , e:BR ; sela:position 2 ;
               e:code "I.1" .
       e:fair dcterms:title "Fair"@en ; sela:involves e:UY ; sela:position 5 .
       e:UY e:name "Uruguay" . }
e:g2 { e:UY e:name "Uruguay" .
       e:forum e:score 0.5 ; e:open true ;
               e:day "2024-08-27"^^xsd:date ; e:month "2024-08"^^xsd:gYearMonth . }
"""
NQUADS = sorted_nquads(parse(DATA, RdfFormat.TRIG))


@pytest.fixture(params=["memory", "disk"])
def graph(request, tmp_path):
    if request.param == "memory":
        return Graph.memory(NQUADS)
    write_store(tmp_path, NQUADS)
    return Graph.open(tmp_path)


def test_a_triple_of_two_graphs_counts_once(graph):
    assert graph.select("SELECT (COUNT(*) AS ?n) { ?country <http://e/name> ?name }") == [{"n": 1}]


def test_each_graph_can_be_asked_alone(graph):
    query = "SELECT ?source { GRAPH ?source { ?country <http://e/name> ?name } } ORDER BY ?source"
    assert graph.select(query, country="http://e/UY") == [
        {"source": "http://e/g1"},
        {"source": "http://e/g2"},
    ]


def test_values_come_out_as_python_has_them(graph):
    query = "SELECT ?value { <http://e/forum> ?property ?value }"
    value = {
        name: graph.select(query, property=f"http://e/{name}")[0]["value"]
        for name in ("code", "score", "open", "day", "month")
    }
    assert value == {"code": "I.1", "score": 0.5, "open": True, "day": "2024-08-27", "month": "2024-08"}


def test_a_text_knows_its_language(graph):
    rows = graph.select("SELECT ?title { ?activity dcterms:title ?title }", activity="http://e/forum")
    assert {row["title"].language: row["title"] for row in rows} == {"en": "Forum", "es": "Foro"}


def test_rows_are_the_terms_themselves_and_none_where_nothing_is_bound(graph):
    query = "SELECT ?n ?score { ?a sela:position ?n OPTIONAL { ?a <http://e/score> ?score } } ORDER BY ?n"
    assert graph.rows(query)[1] == {"n": Literal(5), "score": None}


def test_what_came_out_goes_in_again(graph):
    title = graph.select('SELECT ?title { ?a dcterms:title ?title FILTER(?title = "Foro"@es) }')[0]["title"]
    assert graph.select("SELECT ?a { ?a dcterms:title ?title }", title=title) == [{"a": "http://e/forum"}]


@pytest.mark.parametrize(
    ("query", "bindings", "rows"),
    [
        ("SELECT ?a { ?a sela:involves ?c }", {"c": "http://e/BR"}, [{"a": "http://e/forum"}]),
        ("SELECT $a { $a sela:involves $c }", {"c": "http://e/BR"}, [{"a": "http://e/forum"}]),
        ("SELECT ?c ?a { ?a sela:involves ?c }", {"c": "http://e/BR"}, [{"c": "http://e/BR", "a": "http://e/forum"}]),
        ("SELECT (COUNT(?a) AS ?n) { ?a sela:involves ?c }", {"c": "http://e/nowhere"}, [{"n": 0}]),
        ("SELECT ?c (COUNT(?a) AS ?n) { ?a sela:involves ?c } GROUP BY ?c", {"c": "http://e/UY"},
         [{"c": "http://e/UY", "n": 2}]),
        ("SELECT ?a { ?a sela:position ?p FILTER(?p >= ?least) }", {"least": 3}, [{"a": "http://e/fair"}]),
        ("SELECT ?a { ?a <http://e/day> ?day FILTER(?day < ?end) }", {"end": date(2024, 9, 1)}, [{"a": "http://e/forum"}]),
        ("SELECT ?a { ?a sela:position ?p FILTER NOT EXISTS { ?a sela:involves ?c } }", {"c": "http://e/BR"},
         [{"a": "http://e/fair"}]),
        ("SELECT ?n { { SELECT (COUNT(?a) AS ?n) { ?a sela:involves ?c } } }", {"c": "http://e/UY"},
         [{"n": 2}]),
        ("SELECT ?a { ?a sela:involves ?c ; sela:position ?p } ORDER BY ?c DESC(?p) LIMIT 1", {"c": "http://e/UY"},
         [{"a": "http://e/fair"}]),
        ("# which ?c\nSELECT ?a { ?a sela:involves ?c FILTER('?c' = \"?c\") }", {"c": "http://e/BR"},
         [{"a": "http://e/forum"}]),
        ("SELECT ?a { ?a <http://e/code> ?code }", {"code": Text("I.1")}, [{"a": "http://e/forum"}]),
        ("SELECT ?a { ?a <http://e/code> ?code }", {"code": Literal("I.1")}, [{"a": "http://e/forum"}]),
    ],
)  # fmt: skip
def test_a_value_stands_wherever_its_variable_does(graph, query, bindings, rows):
    assert graph.select(query, **bindings) == rows


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?c ?a ?p { ?a sela:involves ?c ; sela:position ?p }",
        "SELECT ?p ?c (COUNT(?a) AS ?n) { ?a sela:involves ?c ; sela:position ?p } GROUP BY ?p ?c",
        "SELECT DISTINCT ?c { ?a sela:involves ?c FILTER(?c != <http://e/AR>) }",
        "SELECT ?c ?t { { ?a sela:involves ?c ; dcterms:title ?t } UNION { ?c <http://e/name> ?t } }",
        "SELECT ?c ?a ?t { ?a sela:involves ?c OPTIONAL { ?a dcterms:title ?t . ?c <http://e/name> ?n } }",
    ],
)
def test_it_answers_like_pyoxigraphs_own_substitutions(graph, query):
    country = NamedNode("http://e/UY")
    plain = graph.store.query(query, prefixes=PREFIXES, substitutions={Variable("c"): country})
    names = [variable.value for variable in plain.variables]
    expected = [dict(zip(names, row, strict=True)) for row in plain]
    assert sorted(map(str, graph.rows(query, c=country))) == sorted(map(str, expected))


def test_ask_and_construct_take_values_too(graph):
    assert graph.ask("ASK { ?a sela:involves ?c }", c="http://e/BR")
    assert not graph.ask("ASK { ?a sela:involves ?c }", c="http://e/AR")
    made = graph.construct("CONSTRUCT { ?c <http://e/in> ?a } WHERE { ?a sela:involves ?c }", c="http://e/BR")
    assert [str(triple) for triple in made] == ["<http://e/BR> <http://e/in> <http://e/forum>"]
    assert len(graph.construct("DESCRIBE ?c", c="http://e/UY")) == 1


def test_each_method_takes_its_own_kind_of_query(graph):
    with pytest.raises(TypeError, match="SELECT"):
        graph.select("ASK {}")
    with pytest.raises(TypeError, match="ASK"):
        graph.ask("SELECT * {}")
    with pytest.raises(TypeError, match="CONSTRUCT"):
        graph.construct("ASK {}")


def test_a_value_for_no_variable_is_a_slip():
    with pytest.raises(ValueError, match=r"no variable \?contry"):
        bind("SELECT ?a { ?a sela:involves ?country }", {"contry": "http://e/UY"})


@pytest.mark.parametrize("text", ["CAF", "http://e/x> } #", "http://e/ x", 'http://e/"', "", "\\u003e"])
def test_a_text_that_is_no_iri_is_refused_as_one(graph, text):
    with pytest.raises(InvalidInput, match="is not an IRI"):
        graph.select("SELECT ?p { ?s ?p ?o }", s=text)


awkward = st.text(st.sampled_from("\\u0022\"'<>{}?c#\n\r\t\0n\u2028é") | st.characters(exclude_categories=["Cs"]))


@given(awkward, st.sampled_from([None, "en", "pt"]))
def test_a_text_goes_in_as_it_is_whatever_it_contains(value, language):
    literal = Literal(value, language=language)
    quad = Quad(NamedNode("http://e/s"), NamedNode("http://e/p"), literal, NamedNode("http://e/g"))
    graph = Graph.memory(sorted_nquads([quad]))
    rows = graph.select("SELECT ?s ?text { ?s ?p ?text FILTER(?text = ?text) }", text=Text(value, language))
    assert rows == [{"s": "http://e/s", "text": value}]
    assert rows[0]["text"].language == language


@given(awkward)
def test_no_text_breaks_out_of_its_place(value):
    assert Graph(Store()).select("SELECT (?text AS ?same) {}", text=Text(value)) == [{"same": value}]


def test_a_text_can_be_copied_and_pickled_with_its_language():
    for text in (copy.copy(Text("Foro", "es")), pickle.loads(pickle.dumps(Text("Foro", "es")))):
        assert (text, text.language) == ("Foro", "es")


iris = st.sampled_from("abcd").map(lambda name: NamedNode(f"http://e/{name}"))
literals = awkward.map(Literal) | st.integers().map(Literal) | st.builds(Literal, awkward, language=st.just("es"))
quads = st.builds(Quad, iris, iris, iris | literals, iris)


@given(st.lists(quads), st.randoms())
def test_sorted_nquads_say_the_same_set_the_same_way(some, random):
    nquads = sorted_nquads(some)
    shuffled = some + some[:2]
    random.shuffle(shuffled)
    assert sorted_nquads(iter(shuffled)) == nquads
    assert sorted_nquads(parse(nquads, RdfFormat.N_QUADS)) == nquads
    assert set(parse(nquads, RdfFormat.N_QUADS)) == set(some)
    lines = nquads.split(b"\n")
    assert lines[:-1] == sorted(set(lines[:-1]))
    assert lines[-1] == b""


def test_a_blank_node_is_refused():
    with pytest.raises(ValueError, match="blank node"):
        sorted_nquads([Quad(NamedNode("http://e/s"), NamedNode("http://e/p"), BlankNode())])


def test_two_processes_read_at_once_and_the_folder_stays_as_it_was(tmp_path):
    write_store(tmp_path, NQUADS)
    before = {name: sha256(tmp_path / name) for name in files_in(tmp_path)}
    code = (
        "import sys; from pathlib import Path; from kg.graph import Graph\n"
        "graph = Graph.open(Path(sys.argv[1]))\n"
        "print(len(graph.select('SELECT ?a { ?a sela:involves ?c }')), flush=True)\n"
        "sys.stdin.readline()"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    processes = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    answers = [process.stdout.readline() for process in processes]  # both are open now
    here = Graph.open(tmp_path).select("SELECT ?a { ?a sela:involves ?c }")
    for process in processes:
        process.communicate("\n")
    assert answers == ["3\n", "3\n"]
    assert len(here) == 3
    assert {name: sha256(tmp_path / name) for name in files_in(tmp_path)} == before
    assert not {"LOG", "LOCK"} & {path.name for path in (tmp_path / "store").iterdir()}


def test_a_store_is_built_from_a_file_as_from_bytes(tmp_path):
    (tmp_path / "graph.nq").write_bytes(NQUADS)
    write_store(tmp_path, tmp_path / "graph.nq")
    assert sorted_nquads(Graph.open(tmp_path).store.quads_for_pattern(None, None, None, NamedNode("http://e/g1")))
    assert Graph.open(tmp_path).ask("ASK { ?a sela:position 5 }")


def test_a_missing_or_broken_store_is_said(tmp_path):
    with pytest.raises(Damaged, match="no store"):
        Graph.open(tmp_path)
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "CURRENT").write_text("nonsense")
    with pytest.raises(Damaged, match="can't be read"):
        Graph.open(tmp_path)
