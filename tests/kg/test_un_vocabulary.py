"""The United Nations' vocabulary: read alike each time, beside what we say of the goals, and nothing else for it."""

from __future__ import annotations

import pytest
from pyoxigraph import BlankNode, NamedNode

from kg.errors import InvalidInput, NotFound
from kg.graph import Graph, sorted_nquads
from kg.targets import targets_in
from kg.terms import iri
from kg.un_vocabulary import NAME, read_un_vocabulary, targets_of
from kg.validation import validate
from kg.vocabularies import Vocabularies
from kg.vocabulary import vocabulary_quads
from tests.kg.un_vocabulary import PREFIXES, made_up


def test_it_stands_in_a_graph_of_its_own_without_nameless_nodes_and_the_same_each_time():
    quads = read_un_vocabulary(made_up())
    assert quads == read_un_vocabulary(made_up())
    assert {quad.graph_name for quad in quads} == {NamedNode(iri("graph", NAME))}
    assert not any(isinstance(term, BlankNode) for quad in quads for term in (quad.subject, quad.object))


def test_the_list_of_goals_is_still_a_list():
    graph = Graph.memory(sorted_nquads(read_un_vocabulary(made_up())))
    query = "SELECT (COUNT(?goal) AS ?goals) { sdg:Goals skos:memberList/rdf:rest*/rdf:first ?goal }"
    assert graph.select(query) == [{"goals": 3}]


def test_there_are_169_targets_and_each_is_found_under_its_goal():
    quads = read_un_vocabulary(made_up())
    graph = Graph.memory(sorted_nquads([*vocabulary_quads(), *quads]))
    assert targets_in(graph) == targets_of(quads)
    assert len(targets_of(quads)) == 169


def test_the_goals_keep_our_titles_and_the_shapes_hold():
    nquads = sorted_nquads([*vocabulary_quads(), *read_un_vocabulary(made_up())])
    assert Graph.memory(nquads).select(
        "SELECT ?name ?other { sdg:5 skos:prefLabel ?name ; skos:altLabel ?other"
        " FILTER(LANG(?name) = 'en' && STRSTARTS(?other, 'Long')) }"
    ) == [{"name": "Gender equality", "other": "Long 5"}]
    assert validate(nquads).conforms


@pytest.mark.parametrize(
    ("turtle", "reason"),
    [
        (b"\x00\xff", "no Turtle"),
        (b"<html><body>not found</body></html>", "no Turtle"),
        (b"", "0 goals"),
        (PREFIXES.encode() + b"sdg:1 a sdgo:Goal .", "1 goals and 0 targets"),
        (made_up("<http://e/1> a sdg:Thing ."), "http://e/1"),
        (made_up("<http://metadata.un.org/sdgs/1> a sdg:Thing ."), "sdgs/1"),
        (made_up("[] a sdg:Thing ."), "nameless"),
        (made_up("_:a sdg:next _:b . _:b sdg:next _:a ."), "nameless"),
        (made_up("sdg:1 sdg:next _:a . sdg:2 sdg:next _:a ."), "nameless"),
        (made_up("sdg:1 sdg:next " + " , ".join(f"[ sdg:x {n} ]" for n in range(1_100)) + " ."), "1,1"),
        (made_up("<<( sdg:1 a sdg:Thing )>> sdg:next sdg:1 ."), "no Turtle"),
    ],
)
def test_what_is_not_that_vocabulary_is_refused(turtle, reason):
    with pytest.raises(InvalidInput, match=reason):
        read_un_vocabulary(turtle)


def test_vocabularies_are_kept_by_name_and_taken_out(tmp_path):
    added = Vocabularies().changed({NAME: made_up()})
    added.write(tmp_path)
    assert Vocabularies.in_snapshot(tmp_path) == added
    assert added.changed({NAME: None}) == Vocabularies.in_snapshot(tmp_path / "nowhere")
    with pytest.raises(NotFound, match="un-sgd"):
        added.changed({"un-sgd": None})


@pytest.mark.documents
def test_the_united_nations_own_file_is_read(sdg_vocabulary):
    quads = read_un_vocabulary(sdg_vocabulary.read_bytes())
    assert len(targets_of(quads)) == 169
    assert validate(sorted_nquads([*vocabulary_quads(), *quads])).conforms
