"""When and where an event was held, and what became of it, in reports of four languages full of other dates."""

from pathlib import Path

import pytest
import yaml

from ingest.activities.facts import ActivityFacts, read_facts
from ingest.metadata import read_document
from ingest.outline.tree import read_outline
from kg.linking.documents import link

OPENINGS = {
    "en": "Annual Report of the Harbour Office\n\nThis tells of the period November 2029 - October 2030.\n\nACTIVITY",
    "es": "Informe Anual de la Oficina\n\nEste informe abarca el período noviembre 2029 - octubre 2030.\n\nACTIVIDAD",
    "pt": "Relatório Anual do Escritório\n\nEste relatório abrange novembro de 2029 - outubro de 2030.\n\nATIVIDADE",
    "fr": "Rapport annuel du Bureau\n\nCe rapport couvre la période novembre 2029 - octobre 2030.\n\nACTIVITÉ",
}
REPORTS = yaml.load(  # without YAML's dates: they are compared as they are printed
    (Path(__file__).parent / "texts" / "occasions.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
)


def read(text: str, language: str) -> ActivityFacts:
    document = read_document("a.txt", text)
    [facts] = read_facts(document, read_outline(document), link(text, language=language))
    return facts


@pytest.mark.parametrize("report", REPORTS, ids=[f"{each['language']}-{each['title']}" for each in REPORTS])
def test_an_invented_report_is_read_as_a_careful_reader_would(report):
    facts = read(f"{OPENINGS[report['language']]} 1. {report['title']}\n\n{report['told']}\n", report["language"])
    spans = [(span.start, span.end) for span, _ in facts.dates]
    found = {
        "status": facts.status.value,
        "dates": sorted(start if start == end else f"{start}/{end}" for start, end in spans),
        "places": sorted(f"{city}, {country.slug}" if city else country.slug for city, country, _ in facts.places),
    }
    assert found == {**found, **{field: report[field] for field in found if field in report}}


def test_there_are_invented_reports_in_every_language():
    languages = [report["language"] for report in REPORTS]
    assert all(languages.count(language) >= 10 for language in OPENINGS)
