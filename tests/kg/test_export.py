"""The graph as a file: every format says the same triples."""

import pytest
from pyoxigraph import RdfFormat, Triple, parse

from kg.errors import InvalidInput, SelaError
from kg.export import FORMATS, export

GRAPH = b"""\
<http://e/a> <http://purl.org/dc/terms/title> "F\\u00F3rum\\n\\"x\\""@es <http://e/g1> .
<http://e/a> <http://purl.org/dc/terms/title> "F\\u00F3rum\\n\\"x\\""@es <http://e/g2> .
<http://e/a> <http://e/position> "3"^^<http://www.w3.org/2001/XMLSchema#integer> <http://e/g1> .
<http://e/b> <http://purl.org/dc/terms/language> <https://w3id.org/sela-kg/ontology#planned> <http://e/g1> .
"""


@pytest.fixture
def graph_nq(tmp_path):
    path = tmp_path / "graph.nq"
    path.write_bytes(GRAPH)
    return path


def triples(path, file_format) -> list[Triple]:
    return sorted((quad.triple for quad in parse(path=path, format=file_format)), key=str)


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_format_says_the_same(graph_nq, suffix):
    target = graph_nq.with_name("out" + suffix.upper())
    export(graph_nq, target)
    assert set(triples(target, FORMATS[suffix])) == set(triples(graph_nq, RdfFormat.N_QUADS))
    assert sorted(path.name for path in target.parent.iterdir()) == sorted([target.name, "graph.nq"])


@pytest.mark.parametrize("suffix", [".ttl", ".nt", ".rdf"])
def test_a_triple_of_two_graphs_is_written_once(graph_nq, suffix):
    target = graph_nq.with_name("out" + suffix)
    export(graph_nq, target)
    assert len(triples(target, FORMATS[suffix])) == 3


@pytest.mark.parametrize("suffix", [".nq", ".trig", ".jsonld"])
def test_named_graphs_are_kept_where_the_format_has_them(graph_nq, suffix):
    target = graph_nq.with_name("out" + suffix)
    export(graph_nq, target)
    assert set(parse(path=target, format=FORMATS[suffix])) == set(parse(GRAPH, RdfFormat.N_QUADS))


def test_turtle_reads_well(graph_nq):
    export(graph_nq, graph_nq.with_name("out.ttl"))
    text = graph_nq.with_name("out.ttl").read_text(encoding="utf-8")
    assert "dcterms:title" in text
    assert "dcterms:language sela:planned" in text


def test_an_unknown_suffix_is_refused_with_the_known_ones(graph_nq):
    with pytest.raises(InvalidInput, match=r"'out\.xlsx'.*\.ttl \.nt \.nq \.trig \.jsonld \.rdf"):
        export(graph_nq, graph_nq.with_name("out.xlsx"))


def test_a_missing_folder_is_said(graph_nq):
    with pytest.raises(InvalidInput, match="no folder"):
        export(graph_nq, graph_nq.parent / "nowhere" / "out.ttl")


def test_a_failing_export_leaves_the_earlier_file(graph_nq):
    target = graph_nq.with_name("out.ttl")
    export(graph_nq, target)
    before = target.read_bytes()
    graph_nq.write_bytes(GRAPH + b"broken\n")
    with pytest.raises(SyntaxError):
        export(graph_nq, target)
    assert target.read_bytes() == before


def test_a_folder_in_the_files_place_is_an_error_in_words(graph_nq):
    (graph_nq.parent / "out.ttl").mkdir()
    with pytest.raises(SelaError, match=r"out\.ttl"):
        export(graph_nq, graph_nq.parent / "out.ttl")
