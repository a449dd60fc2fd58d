"""SELA's own documents: every activity, and each offset true. Skipped where they are not at hand."""

import re
from collections import Counter
from functools import lru_cache

import pytest
from pyoxigraph import RdfFormat, Store

from ingest.extraction import Extraction, extract
from ingest.metadata import read_document
from ingest.outline.heads import find_head
from ingest.outline.tree import read_outline
from ingest.readers import read_text
from kg.terms import PREFIXES

pytestmark = pytest.mark.documents

ACTIVITIES = {"000": 34, "001": 34, "002": 52, "003": 34, "004": 44}


@lru_cache(maxsize=1)
def extractions(paths) -> tuple[Extraction, ...]:
    return tuple(extract(path.name, read_text(path)) for path in paths)


@pytest.fixture
def extracted(official_documents):
    return extractions(tuple(official_documents))


def test_every_activity_is_found_and_none_invented(extracted):
    found = {each.source[:3]: each.activities for each in extracted}
    assert {number: found[number] for number in ACTIVITIES if number in found} == {
        number: count for number, count in ACTIVITIES.items() if number in found
    }


def test_the_codes_are_those_of_the_contents_pages_where_they_list_activities(official_documents):
    for path in official_documents:
        document = read_document(path.name, read_text(path))
        heads = filter(None, map(find_head, document.contents))
        listed = Counter(head.code for head in heads if head.level == "activity")
        found = Counter(unit.code for unit in read_outline(document).activities if unit.code)
        assert not listed or set(found) == set(listed), path.name


def test_each_document_keeps_to_the_shapes(extracted):
    assert {each.source: each.violations for each in extracted} == {each.source: () for each in extracted}


def test_passages_mentions_and_spans_are_verbatim(extracted):
    prologue = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
    query = prologue + "SELECT ?start ?end ?text { GRAPH ?g { ?x oa:start ?start ; oa:end ?end ; oa:exact ?text } }"
    for each in extracted:
        store = Store()
        store.bulk_load(each.nquads, RdfFormat.N_QUADS)
        rows = [[term.value for term in row] for row in store.query(query)]
        assert len(rows) > 100
        assert all(each.text[int(start) : int(end)] == text for start, end, text in rows)
        for passage in each.passages:
            assert each.text[passage.start : passage.end].strip() == each.text[passage.start : passage.end]
            assert 0 < passage.end - passage.start <= 2_500


def test_a_document_read_twice_is_the_same(official_documents, extracted):
    smallest = min(official_documents, key=lambda path: path.stat().st_size)
    [before] = [each for each in extracted if each.source == smallest.name]
    assert extract(smallest.name, read_text(smallest)) == before


def test_other_line_ends_change_no_activity(official_documents):
    for path in official_documents:
        text = read_text(path).replace("\r\n", "\n")
        assert read_activities(path.name, text.replace("\n", "\r\n")) == read_activities(path.name, text)


WORDS = {  # as the official documents print them, and as they would in another language
    "THEMATIC AREA": {"es": "ÁREA TEMÁTICA", "pt": "ÁREA TEMÁTICA", "fr": "DOMAINE THÉMATIQUE"},
    "AREA": {"es": "ÁREA", "pt": "ÁREA", "fr": "DOMAINE"},
    "PROGRAMME": {"es": "PROGRAMA", "pt": "PROGRAMA", "fr": "PROGRAMME"},
    "PROJECT": {"es": "PROYECTO", "pt": "PROJETO", "fr": "PROJET"},
    "ACTIVITY": {"es": "ACTIVIDAD", "pt": "ATIVIDADE", "fr": "ACTIVITÉ"},
    "Project": {"es": "Proyecto", "pt": "Projeto", "fr": "Projet"},
    "Activity": {"es": "Actividad", "pt": "Atividade", "fr": "Activité"},
    "Background and justification": {
        "es": "Antecedentes y justificación", "pt": "Antecedentes e justificação", "fr": "Contexte et justification"
    },
    "Objectives": {"es": "Objetivos", "pt": "Objetivos", "fr": "Objectifs"},
    "Expected results": {"es": "Resultados esperados", "pt": "Resultados esperados", "fr": "Résultats attendus"},
    "Budget": {"es": "Presupuesto", "pt": "Orçamento", "fr": "Budget"},
    "UNSCHEDULED ACTIVITIES": {
        "es": "ACTIVIDADES NO PROGRAMADAS", "pt": "ATIVIDADES NÃO PROGRAMADAS", "fr": "ACTIVITÉS NON PROGRAMMÉES"
    },
    "C O N T E N T S": {"es": "C O N T E N I D O", "pt": "S U M Á R I O", "fr": "S O M M A I R E"},
}  # fmt: skip


@pytest.mark.parametrize("language", ["es", "pt", "fr"])
def test_with_the_words_of_another_language_the_outline_is_the_same(official_documents, language):
    longest_first = sorted(WORDS, key=len, reverse=True)
    pattern = re.compile(rf"\b(?:{'|'.join(longest_first)})(?!\w)")
    for path in official_documents:
        text = read_text(path)
        spoken = pattern.sub(lambda match: WORDS[match.group()][language], text)
        before, after = (read_outline(read_document(path.name, each)) for each in (text, spoken))
        assert len(before.units) == len(after.units), path.name
        for one, other in zip(before.units, after.units, strict=True):
            assert (one.level, one.code, one.unscheduled) == (other.level, other.code, other.unscheduled), one.title
        assert [s.kind for s in before.sections] == [s.kind for s in after.sections]


SURFACES = {
    "no heading is marked": (r"(?m)^#+ ", ""),
    "all headings are of one level": (r"(?m)^#+ ", "# "),
    "bold is HTML's": (r"\*\*(.+?)\*\*", r"<b>\1</b>"),
    "codes end without a dot": (r"((?:Activity|ACTIVITY|PROJECT) (?:[IV]+\.)?[A-Z\d]+(?:\.\d+)*)\. ", r"\1 "),
    "a tab follows the code": (r"((?:Activity|ACTIVITY|PROJECT) (?:[IV]+\.)?[A-Z\d]+(?:\.\d+)*\.?) ", "\\1\t"),
    "spaces do not break": (r"(?<=\d[.:]) (?=\S)", "\u00a0"),
    "page numbers are headings before headings": (r"\n\n(?=(?:Activity|ACTIVITY|PROJECT) )", "\n\n# 77\n\n"),
    "headings stand close": (r"\n\n(?=(?:Activity|ACTIVITY|PROJECT|\*\*|#))", "\n"),
}


@pytest.mark.parametrize("surface", SURFACES)
def test_under_another_surface_the_activities_are_the_same(official_documents, surface):
    pattern, replacement = SURFACES[surface]
    for path in official_documents:
        text = read_text(path)
        assert read_activities(path.name, re.sub(pattern, replacement, text)) == read_activities(path.name, text)


def read_activities(name: str, text: str):
    """Code and title of each activity and of what holds it."""
    levels = ("activity", "project", "programme", "area")
    return [
        [(above.code, above.title) for level in levels if (above := unit.ancestor(level))]
        for unit in read_outline(read_document(name, text)).activities
    ]
