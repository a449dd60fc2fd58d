"""A report and a work programme of our own in four languages: the same outline, the same facts in all."""

import re
from functools import cache
from pathlib import Path

import pytest

from ingest.activities.facts import ActivityFacts, read_facts
from ingest.metadata import read_document
from ingest.outline.tree import read_outline
from kg.linking.documents import link
from kg.terms import LANGUAGES

TEXTS = Path(__file__).parent / "texts"
OTHERS = LANGUAGES[1:]
KINDS = ("report", "programme")
HEADINGS = {  # how the two print their activities; an unscheduled one has no code
    "report": re.compile(r"^(?:\*\*AC?TIVI\w+ (?P<code>\d)\. (?P<title>.+)\*\*|## (?P<free>[^\n.]+))$", re.M),
    "programme": re.compile(r"^Ac?tivi\w+ (?P<code>[IVX.\d]+)\.\t(?P<title>.+)\t\d+(?P<free>)$", re.M),
}


@cache
def read(kind: str, language: str):
    """A document, its outline and the facts of its activities."""
    path = TEXTS / f"{kind}.{language}.md"
    document = read_document(path.name, path.read_text(encoding="utf-8"))
    outline = read_outline(document)
    return document, outline, read_facts(document, outline, link(document.text, language=document.metadata.language))


def printed(kind: str, language: str) -> list[tuple[str | None, str]]:
    text = read(kind, language)[0].text
    scheduled, _, unscheduled = text.partition("\n# II. ")
    found = [m for m in HEADINGS[kind].finditer(scheduled) if not m["free"]]
    found += HEADINGS[kind].finditer(unscheduled)
    return [(m["code"], m["title"] or m["free"]) for m in found]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_activity_is_found_by_the_title_and_code_that_are_printed(kind, language):
    activities = read(kind, language)[1].activities
    assert [(unit.code, unit.title) for unit in activities] == printed(kind, language)
    assert len(activities) == 12


def shape(kind: str, language: str):
    """Level, code and depth of everything in an outline, and the kinds of the sections that hold text."""
    document, outline, _ = read(kind, language)
    units = [(unit.level, unit.code, unit.unscheduled, unit.parent and unit.parent.level) for unit in outline.units]
    kinds = [s.kind for s in outline.sections if document.text[s.start : s.end].strip()]
    return units, kinds


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("kind", KINDS)
def test_the_outline_is_the_same_in_four_languages(kind, language):
    assert shape(kind, language) == shape(kind, "en")


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_cover_says_the_same_in_four_languages(kind, language):
    said, english = read(kind, language)[0].metadata, read(kind, "en")[0].metadata
    same = ("kind", "number", "place", "meeting_start", "meeting_end", "published", "years", "period_start",
            "period_end", "digest")  # fmt: skip
    assert {name: getattr(said, name) for name in same} == {name: getattr(english, name) for name in same}
    assert said.language == language
    assert "LVII" in (said.meeting or "")


FIELDS = {
    "status": lambda facts: facts.status.value,
    "rescheduled_to": lambda facts: facts.rescheduled_to and facts.rescheduled_to.value,
    "modality": lambda facts: [fact.value for fact in facts.modality],
    "dates": lambda facts: [(span.start, span.end) for span, _ in facts.dates],
    "countries of places": lambda facts: [country.slug for _, country, _ in facts.places],
    "countries": lambda facts: sorted(
        (p.role, p.entity.slug) for p in facts.participations if p.entity.type == "country"
    ),
    "organisations": lambda facts: sorted({p.entity.iri for p in facts.participations}),
    "objectives": lambda facts: len(facts.objectives),
    "expected_results": lambda facts: len(facts.expected_results),
    "budget": lambda facts: facts.budget is not None,
    "years": lambda facts: facts.years,
    "goals": lambda facts: sorted(goal.slug for goal, _ in facts.goals),
    "inherited goals": lambda facts: sorted(goal.slug for goal, *_ in facts.inherited_goals),
}


def values(facts: list[ActivityFacts], field: str):
    return [FIELDS[field](each) for each in facts]


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("kind", KINDS)
def test_the_facts_are_the_same_in_four_languages(kind, language, field):
    assert values(read(kind, language)[2], field) == values(read(kind, "en")[2], field)


def test_the_english_facts_are_those_that_the_documents_tell():
    report, programme = read("report", "en")[2], read("programme", "en")[2]
    assert values(report, "status") == [
        "implemented", "rescheduled", "implemented", "implemented", "suspended", "implemented",
        "not-implemented", *["implemented"] * 5,
    ]  # fmt: skip
    assert values(report, "dates")[2] == [("2031-08-06", "2031-08-08")]
    assert values(report, "countries of places") == [
        ["CL"], [], ["MX"], [], [], [], [], ["EC"], ["BB"], [], ["UY"], ["PE"]
    ]  # fmt: skip
    assert [len(each) for each in values(report, "countries")] == [7, 0, 3, 0, 0, 4, 0, 0, 4, 0, 0, 0]
    assert [iris[0].rpartition("/")[2] for iris in values(programme, "organisations") if iris] == [
        "ilo", "aladi", "caricom", "olade", "fao"
    ]  # fmt: skip
    assert values(programme, "objectives") == [2, 1, 1, 2, *[1] * 8]
