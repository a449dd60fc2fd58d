"""Questions that the ontology must be able to answer, over a small world; and no term without a question."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, Store

from kg.terms import BASE, ONTOLOGY, expand

HERE = Path(__file__).parent
QUERIES = {path.stem: path.read_text(encoding="utf-8") for path in sorted(HERE.glob("*.rq"))}

COURSE = "Course on solar roofs for fishing ports"
STUDY = "Study on cold storage run by the wind"
BRIEFING = "Briefing after the hurricane"
PLAN_ES = "Programa de Trabajo para el año 2031"
PLAN, REPORT = "Work Programme for the Year 2031", "Fifty-sixth Annual Report"

ANSWERS: dict[str, list[tuple[str | None, ...]]] = {
    "agreements-signed": [
        ("letter-of-intent", "org/sica", None, None),
        ("memorandum-of-understanding", "org/olade", "2031-05-04", "Train port managers together"),
    ],
    "decisions-and-their-meetings": [("731", "LVI", "regular", "2030-11-26")],
    "indices-and-where-they-stand": [("QDI", "Quay Daylight Index", "300"), ("QDI", "Quay Daylight Index", "600")],
    "listed-partners": [("document/report-2031", "org/caf"), ("document/report-2031", "org/olade")],
    "networks-and-portals": [
        ("network", "Network of Sunlit Ports", "document/plan-2031"),
        ("network", "Network of Sunlit Ports", "document/report-2031"),
        ("portal", "Fishing Ports", "document/report-2031"),
    ],
    "publications-of-activities": [(COURSE, "The Roof as a Power Plant", "handbook", "SP/SRP/DT N° 3-31")],
    "activities-by-status": [("sela:implemented", "2"), ("sela:rescheduled", "1")],
    "activities-in-order": [("I.1.1", COURSE), ("I.1.2", STUDY), (None, BRIEFING)],
    "activities-of-a-country": [(BRIEFING,), (COURSE,)],
    "bodies-by-theme": [("OLADE", "lac", "specialised-agency")],
    "bodies-no-longer-active": [("Rio Group", "1986")],
    "body-by-acronym": [("Organização Latino-Americana de Energia", "Quito", "Equador", "Lima Convention")],
    "budget-of-activities": [(COURSE, "USD 18,000, shared with the host")],
    "contradicted-figures": [
        (COURSE, "46", "The bank paid; a paper by SICA was on every one of 46 chairs"),
        (COURSE, "64", "Uruguay opened its doors to 64 port managers, whom OLADE had invited by letter."),
    ],
    "contradicted-totals": [(COURSE, "member_countries", "3", "1", "Member States that sent people: three.")],
    "corrected-values": [
        (
            BRIEFING,
            "sela:face-to-face",
            "sela:virtual",
            "Within a week 120 officials met online to hear from Honduras",
        )
    ],
    "corrections": [
        (
            BRIEFING,
            "modality",
            "virtual",
            "records office",
            "2032-05-02",
            "An officials' hall of the time held 40 people",
        )
    ],
    "countries-of-the-places": [("UY", "Montevideo", COURSE)],
    "digests-replaced": [(REPORT, "document/report-2031-digest")],
    "digests-to-be-replaced": [(PLAN, "5200")],
    "documents-of-a-meeting": [
        (
            "SP/CL/LVI.O/DT N° 4-30",
            "LVI Regular Meeting of the Latin American Council",
            "Bridgetown, Barbados",
            "plan-2031.md",
        ),
        (
            "SP/CL/LVII.O/DT N° 2-31",
            "LVII Regular Meeting of the Latin American Council",
            "Caracas, Venezuela",
            "report-2031.txt",
        ),
    ],
    "documents-of-a-year": [("annual-report", REPORT)],
    "doubtful-mentions": [("SICA", "406", "org/sica")],
    "event-titles": [("I.1.1", "Ports under the Sun")],
    "funders": [(COURSE, "the Development Bank of Latin America", "org/caf")],
    "goals-at-any-level": [("7", COURSE), ("7", "Energy for small producers"), ("8", PLAN), ("14", COURSE)],
    "goals-inherited": [("9", COURSE, "Energy for small producers")],
    "goals-suggested": [
        ("9", "0.71", COURSE, "Teachers learned how a port's cables are laid."),
        ("4", "0.62", COURSE, "Teachers learned how a port's cables are laid."),
    ],
    "goals-of-activities": [
        ("7", "Énergie propre et d’un coût abordable", COURSE),
        ("13", "Mesures relatives à la lutte contre les changements climatiques", BRIEFING),
    ],
    "hybrid-activities": [(COURSE,)],
    "members-and-observers": [("HN", "sela:member", "1991"), ("UY", "sela:observer", "2017")],
    "merely-mentioned": [(COURSE, "SICA")],
    "objectives-and-results": [
        (
            COURSE,
            "Teach port managers to plan, buy and keep up solar panels.",
            "Twenty ports with a costed plan of their own ready",
        )
    ],
    "organisations-by-any-name": [("League of Harbour Pilots", "LHP", "Harbour Pilots League")],
    "outline": [("Productive integration", "Energy for small producers", "Sun on the roof")],
    "pages-of-evidence": [(COURSE, "64", "4")],
    "passages-about-a-body": [
        ("280", "500", "AREA I > PROGRAMME I > Project 1 > Activity I.1.1", COURSE),
        ("580", "700", "AREA I > PROGRAMME I > Project 1 > Activity I.1.2", STUDY),
    ],
    "period-of-documents": [(REPORT, "2031-02", "2032-01"), (PLAN, "2031-01-01", "2031-12-31")],
    "planned-and-reported": [(COURSE, "sela:implemented")],
    "records-to-check": [
        ("partial", "SICA", "a hand-made example"),
        ("unchecked", "Rio Group", "a hand-made example"),
    ],
    "recurring-activities": [(COURSE, "2")],
    "rescheduled-activities": [(STUDY, "2032")],
    "translations": [(PLAN_ES, "en", PLAN), (PLAN, "es", PLAN_ES)],
    "targets-stated": [("http://metadata.un.org/sdg/9.1", "Energy for small producers")],
    "unscheduled-activities": [(BRIEFING, "120")],
    "what-became-of-plans": [(COURSE, "sela:implemented", "0.95", "same title")],
    "when-was-it-held": [(COURSE, "2031-03-11", "2031-03-13")],
    "who-took-part": [
        ("funder", "the Development Bank of Latin America"),
        ("host", "the Government of Uruguay"),
        ("listed as a member country", "Honduras"),
        ("listed as another country", "Spain"),
        ("partner", "OLADE"),
    ],
    "why-this-status": [
        (
            STUDY,
            "sela:rescheduled",
            "The study waits for SICA to lend its data; it moves to 2032.",
            "moves-to-year",
        )
    ],
}


def ontology() -> Store:
    store = Store()
    store.load((files("ontology") / "sela.ttl").read_bytes(), format=RdfFormat.TURTLE)
    return store


def terms_of(store: Store) -> list[str]:
    kinds = ("owl:Class", "owl:ObjectProperty", "owl:DatatypeProperty")
    found = [
        quad.subject.value
        for kind in kinds
        for quad in store.quads_for_pattern(None, NamedNode(expand("rdf:type")), NamedNode(expand(kind)))
    ]
    return sorted(found)


TERMS = terms_of(ontology())


def world() -> Store:
    store = ontology()
    for text in (
        (HERE / "world.ttl").read_bytes(),
        (files("ontology") / "goals.ttl").read_bytes(),
        (files("ontology") / "themes.ttl").read_bytes(),
    ):
        store.load(text, format=RdfFormat.TURTLE)
    return store


def answer(store: Store, query: str) -> list[tuple[str | None, ...]]:
    """The rows in order, with IRIs of ours in their short form."""
    rows = store.query(query)
    return [
        tuple(term and term.value.replace(f"{BASE}id/", "").replace(ONTOLOGY, "sela:") for term in row) for row in rows
    ]


@pytest.fixture(scope="module")
def graph() -> Store:
    return world()


def test_every_question_has_its_answer_here():
    assert sorted(QUERIES) == sorted(ANSWERS)
    assert len(QUERIES) >= 24


@pytest.mark.parametrize("name", ANSWERS)
def test_the_world_answers(name, graph):
    assert answer(graph, QUERIES[name]) == ANSWERS[name]


@pytest.mark.parametrize("name", QUERIES)
def test_a_question_begins_with_its_title(name):
    first = QUERIES[name].splitlines()[0]
    assert first.startswith("# ") and first.endswith("?")


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.removeprefix(ONTOLOGY))
def test_a_question_needs_the_term(term):
    """Without the statements that use the term, one of the answers is another."""
    graph, word = world(), NamedNode(term)
    for quad in [
        *graph.quads_for_pattern(None, word, None),
        *graph.quads_for_pattern(None, NamedNode(expand("rdf:type")), word),
    ]:
        graph.remove(quad)
    named = {name: query for name, query in QUERIES.items() if f"sela:{term.removeprefix(ONTOLOGY)}" in query}
    assert any(answer(graph, query) != ANSWERS[name] for name, query in named.items())


def test_every_term_has_labels_in_four_languages_and_a_comment():
    store = ontology()
    label, comment = NamedNode(expand("rdfs:label")), NamedNode(expand("rdfs:comment"))
    own = {quad.subject for quad in store if quad.subject.value.startswith(ONTOLOGY)}
    for term in own:
        labels = [quad.object.language for quad in store.quads_for_pattern(term, label, None)]
        comments = [quad.object.language for quad in store.quads_for_pattern(term, comment, None)]
        assert (sorted(labels), comments) == (["en", "es", "fr", "pt"], ["en"]), term
    assert {term.value for term in own} >= set(TERMS)
