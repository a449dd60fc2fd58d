"""How a document is laid out changes nothing: the same activities under any surface."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.activities.facts import read_facts
from ingest.extraction import extract
from ingest.metadata import read_document
from ingest.outline.tree import read_outline
from kg.linking.documents import link

WORK = (
    ("area", "I", "TRADE OF THE SEA"),
    ("programme", "I", "HARBOURS"),
    ("project", "I.1", "PIERS AND BRIDGES"),
    ("activity", "I.1.1", "Meeting of harbour masters"),
    ("activity", "I.1.2", "Course on cranes"),
    ("project", "I.2", "SHIPS"),
    ("activity", "I.2.1", "Forum: who builds ships?"),
    ("area", "II", "LAND"),
    ("project", "II.1", "ROADS"),
    ("activity", "II.1.1", "Seminar on roads to the sea"),
)
EXPECTED = [
    ("I.1.1", "Meeting of harbour masters", "PIERS AND BRIDGES"),
    ("I.1.2", "Course on cranes", "PIERS AND BRIDGES"),
    ("I.2.1", "Forum: who builds ships?", "SHIPS"),
    ("II.1.1", "Seminar on roads to the sea", "ROADS"),
]
WORDS = {
    "area": ("THEMATIC AREA", "ÁREA TEMÁTICA", "AREA"),
    "programme": ("PROGRAMME", "PROGRAMA", "PROGRAM"),
    "project": ("PROJECT", "PROYECTO", "Project"),
    "activity": ("ACTIVITY", "ACTIVIDAD", "Activity"),
}
SENTENCE = "Those who came told each other what had worked in their harbours during the last years"
WHERE = "It took place in Lima, Peru, on 3 and 4 May 2031, face-to-face"

MARKS = st.sampled_from(["", "# ", "###### ", "## ", "> "])
BOLD = st.sampled_from(["{}", "**{}**", "<b>{}</b>"])
DOTS = st.sampled_from([". ", " ", ".  ", ": ", ".\u00a0"])
PAGES = st.sampled_from(["", "", "\n\n12", "\n\n# 12", "\n\n**12**", "\n\n- 12 -"])


@st.composite
def surfaces(draw):
    parts = []
    for level, code, title in WORK:
        word = draw(st.sampled_from(WORDS[level]))
        final = draw(st.sampled_from(["", "."])) if not title.endswith("?") else ""
        space = draw(st.sampled_from([" ", "\u00a0"]))
        heading = BOLD_OF(draw).format(f"{word}{space}{code}{draw(DOTS)}{title}{final}")
        parts.append(draw(MARKS) + heading + draw(PAGES))
        if level == "activity":
            where = f"{WHERE}{draw(st.sampled_from(['', '', chr(10) * 2 + '7' + chr(10) * 2 + 'in a hall']))}."
            parts += [where, SENTENCE + draw(PAGES) + "\n\nand went home."]
    text = "\n\n".join(parts) + draw(st.sampled_from(["", "\n"]))
    return text.replace("\n", "\r\n") if draw(st.booleans()) else text


def BOLD_OF(draw):  # noqa: N802 - a strategy's value, drawn
    return draw(BOLD)


@settings(max_examples=150, deadline=None)
@given(surfaces())
def test_the_same_activities_under_any_surface(text):
    units = read_outline(read_document("report.txt", text)).activities
    assert [(unit.code, unit.title, unit.ancestor("project").title) for unit in units] == EXPECTED


@settings(max_examples=60, deadline=None)
@given(surfaces())
def test_the_same_facts_under_any_surface(text):
    document = read_document("report.txt", text)
    for facts in read_facts(document, read_outline(document), link(text)):
        assert [(span.start, span.end) for span, _ in facts.dates] == [("2031-05-03", "2031-05-04")]
        assert [(city, country.slug) for city, country, _ in facts.places] == [("Lima", "PE")]
        assert [modality.value for modality in facts.modality] == ["face-to-face"]


@settings(max_examples=10, deadline=None)
@given(surfaces())
def test_passages_are_verbatim_slices_and_the_graph_keeps_to_its_shapes(text):
    extraction = extract("report.txt", text)
    assert extraction.violations == ()
    assert extraction.activities == len(EXPECTED)
    assert all(0 <= p.start < p.end <= len(text) for p in extraction.passages)
