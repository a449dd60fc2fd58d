"""SHACL: what is checked, what is reported, and that our store of triples finds what rdflib's own finds."""

import subprocess
import sys
from importlib.resources import files

import pyshacl
import pytest
from rdflib import Graph

from kg.terms import expand
from kg.validation import Violation, validate

SHAPES = b"""
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix dcterms: <http://purl.org/dc/terms/> . @prefix sela: <https://w3id.org/sela-kg/ontology#> .
@prefix e: <http://e/> .
e:Activity a sh:NodeShape ; sh:targetClass sela:Activity ; sh:property e:title , e:position , e:country .
e:title a sh:PropertyShape ; sh:path dcterms:title ; sh:minCount 1 ; sh:message "Give a title." .
e:position a sh:PropertyShape ; sh:path sela:position ; sh:datatype xsd:integer ; sh:message "A number." .
e:country a sh:PropertyShape ; sh:path sela:involves ; sh:class sela:Country ; sh:message "A country." .
"""


def activity(*lines: str) -> bytes:
    subject = "<http://e/forum>"
    triples = [f"{subject} <{expand('rdf:type')}> <{expand('sela:Activity')}> <http://e/g> ."]
    triples += [f"{subject} {line} <http://e/g> ." for line in lines]
    return ("\n".join(triples) + "\n").encode()


TITLE = f'<{expand("dcterms:title")}> "Forum"'


def test_a_graph_that_keeps_to_its_shapes_conforms():
    report = validate(activity(TITLE, f'<{expand("sela:position")}> "1"^^<{expand("xsd:integer")}>'), shapes=SHAPES)
    assert report.conforms
    assert report.violations == ()


def test_a_violation_names_the_node_the_path_the_reason_and_the_value():
    report = validate(activity(f'<{expand("sela:position")}> "first"'), shapes=SHAPES)
    assert not report.conforms
    assert report.violations == (
        Violation("http://e/forum", expand("dcterms:title"), "Give a title.", "violation", None),
        Violation("http://e/forum", expand("sela:position"), "A number.", "violation", "first"),
    )


def test_a_triple_of_two_graphs_is_checked_once():
    nquads = activity(TITLE, f'<{expand("sela:position")}> "first"')
    report = validate(nquads + nquads.replace(b"<http://e/g>", b"<http://e/h>"), shapes=SHAPES)
    assert len(report.violations) == 1


def test_it_finds_what_pyshacl_finds_over_a_graph_that_rdflib_read():
    country = f"<http://e/c3> <{expand('rdf:type')}> <{expand('sela:Country')}> <http://e/g> .\n"
    nquads = (
        country.encode()
        + b"".join(
            activity(
                TITLE if n % 2 else "<http://e/p> <http://e/o>",
                f"<{expand('sela:involves')}> <http://e/c{n}>",
            ).replace(b"forum", b"forum-%d" % n)
            for n in range(30)
        )
        + b"<http://e/c3> <%s> <%s> <http://e/g> .\n"
        % (
            expand("rdf:type").encode(),
            expand("sela:Country").encode(),
        )
    )
    triples = nquads.replace(b" <http://e/g> .", b" .").decode()
    _, _, plain = pyshacl.validate(Graph().parse(data=triples, format="nt"), shacl_graph=Graph().parse(data=SHAPES))
    report = validate(nquads, shapes=SHAPES)
    assert len(report.violations) == plain.count("Constraint Violation in") == 15 + 29


SAID = b"""
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix e: <http://e/> .
@prefix sela: <https://w3id.org/sela-kg/ontology#> .
e:Activity a sh:NodeShape ; sh:property e:position .
e:position a sh:PropertyShape ; sh:targetClass sela:Activity ; sh:path sela:position ; sh:sparql e:said .
e:said sh:message "Who says so?" ; sh:select "SELECT $this ?value WHERE { $this $PATH ?value . FILTER NOT EXISTS { \
?said rdf:subject $this ; rdf:predicate $PATH ; rdf:object ?value } }" .
""".replace(b"\\\n", b"")


def test_a_constraint_in_sparql_finds_what_pyshacl_finds():
    facts = b"".join(activity(f'<{expand("sela:position")}> "{n}"').replace(b"forum", b"f%d" % n) for n in range(9))
    statement = b"".join(
        b"<http://e/s> <%s> %s <http://e/g> .\n" % (expand(name).encode(), value)
        for name, value in (
            ("rdf:subject", b"<http://e/f3>"),
            ("rdf:predicate", f"<{expand('sela:position')}>".encode()),
            ("rdf:object", b'"3"'),
        )
    )
    triples = (facts + statement).replace(b" <http://e/g> .", b" .").decode()
    _, _, plain = pyshacl.validate(Graph().parse(data=triples, format="nt"), shacl_graph=Graph().parse(data=SAID))
    report = validate(facts + statement, shapes=SAID)
    assert not report.conforms
    assert len(report.violations) == plain.count("Constraint Violation in") == 8
    assert report.violations[0] == Violation("http://e/f0", expand("sela:position"), "Who says so?", "violation", "0")


def test_a_constraint_in_sparql_that_would_not_be_asked_is_no_report():
    with pytest.raises(ValueError, match="target class"):
        validate(activity(TITLE), shapes=SAID.replace(b"sh:targetClass sela:Activity ;", b""))


def test_the_ontologys_own_shapes_are_the_default():
    if not files("ontology").joinpath("shapes.ttl").is_file():
        pytest.skip("the ontology has no shapes yet")
    assert not validate(activity()).conforms


def test_shapes_that_make_no_sense_are_no_report():
    with pytest.raises(Exception, match=r"shape|path"):
        validate(activity(), shapes=SHAPES.replace(b"sh:path dcterms:title", b'sh:path "title"'))


def test_importing_validation_loads_neither_rdflib_nor_pyshacl():
    code = "import sys, kg.validation; print(sorted({'rdflib', 'pyshacl'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
