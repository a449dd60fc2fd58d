"""However a document is laid out, its activities are the same: titles, codes, order and what they belong to."""

from __future__ import annotations

from itertools import zip_longest
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.metadata import read_document
from ingest.outline.tree import read_outline

TOLD = (
    "The harbour masters of the coast met and told each other which cranes had stood still in the storms of the year",
    "Those who came had brought the books in which they note when a ship is moored and who paid for the ropes",
)
OUTLINES = {  # level, code, title
    "codes that say it all": (
        ("area", "I", "TRADE OF THE SEA"), ("programme", "I", "HARBOURS"), ("project", "I.1", "PIERS AND BRIDGES"),
        ("activity", "I.1.1", "Meeting of harbour masters"), ("activity", "I.1.2", "Course on cranes: Phase II"),
        ("project", "I.2", "SHIPS"), ("activity", "I.2.1", "Forum: who builds ships in 2031"),
        ("area", "II", "LAND"), ("programme", "II", "ROADS AND RAILS"), ("project", "II.1", "ROADS"),
        ("activity", "II.1.1", "XII Seminar on roads to the sea"),
    ),
    "numbers that restart": (
        ("area", "I", "TRADE OF THE SEA"), ("programme", "I", "HARBOURS"), ("project", "A", "PIERS AND BRIDGES"),
        ("activity", "1", "Meeting of harbour masters"), ("activity", "2", "Course on cranes"),
        ("project", "B", "SHIPS"), ("activity", "1", "Forum on sails"), ("activity", "2", "Fair of rope makers"),
        ("programme", "II", "LAND"), ("project", "A", "ROADS"), ("activity", "1", "Seminar on roads to the sea"),
    ),
    "numbers doubled and left out": (
        ("project", "A", "PIERS AND BRIDGES"), ("activity", "1", "Meeting of harbour masters"),
        ("activity", "3", "Course on cranes"), ("activity", "3", "Forum on sails"), ("project", "C", "SHIPS"),
        ("project", "D", "ROADS"), ("activity", "7", "Seminar on roads to the sea"),
    ),
    "numbers without letters": (
        ("area", "1", "TRADE OF THE SEA"), ("project", "1.1", "PIERS"), ("activity", "1.1.1", "Course on cranes"),
        ("activity", "1.1.2", "Forum on sails"), ("project", "1.2", "SHIPS"), ("activity", "1.2.1", "Fair of ropes"),
    ),
}  # fmt: skip
WORDS = {
    "area": ("THEMATIC AREA", "Thematic area", "ÁREA TEMÁTICA", "AREA", "Área", "EJE TEMÁTICO", "DOMAINE"),
    "programme": ("PROGRAMME", "Programme", "PROGRAMA", "Programa"),
    "project": ("PROJECT", "Project", "PROYECTO", "Proyecto", "PROJETO", "PROJET"),
    "activity": ("ACTIVITY", "Activity", "ACTIVIDAD", "Actividad", "ATIVIDADE", "ACTIVITÉ"),
}
CONTENTS = ("CONTENTS", "C O N T E N T S", "# Contents", "CONTENIDO", "ÍNDICE", "**Tabla de contenido**", "SUMÁRIO")
SEPARATORS = (". ", ".  ", ": ", " – ", " - ", ".- ", ".\t", ".\u00a0", ".** **")
ENTRIES = ("{} ........ {}", "{} . . . . . {}", "{}\t\t{}", "{}", "{} {}", "{1} {0}", "| {} | {} |", "{}   {}")
PLAIN, BOLD = ("{}", "# {}", "###### {}", "> {}"), ("**{}**", "## **{}**", "<b>{}</b>")
PAGES = ("12", "# 12", "**12**", "- 12 -", "xii", "<b>12</b>")
NOTES = ("<sup>3</sup> See the law of the harbours.", "[^3]: See the law of the harbours.")
TABLE = "Place\tCrane\nACTIVITY 9\tThe big one\tLima\n\tProject Z. The small one\tQuito"
STATUS = (". This activity was suspended.", " (suspended)", ". Rescheduled for 2032.", ". Actividad reprogramada.")


def expected(outline):
    """Each activity with the titles above it."""
    above: dict[str, str | None] = {}
    levels = ("area", "programme", "project")
    for level, code, title in outline:
        if level == "activity":
            yield (code, title, *(above.get(each) for each in levels))
        else:
            above = {each: above.get(each) for each in levels[: levels.index(level)]} | {level: title}


def found(text: str):
    units = read_outline(read_document("report.txt", text)).activities
    return [
        (u.code, u.title, *(above and above.title for above in map(u.ancestor, ("area", "programme", "project"))))
        for u in units
    ]


class Layout:
    """Writes a document in ways that are drawn by lot."""

    def __init__(self, outline, lot: Random) -> None:
        self.outline, self.lot = outline, lot
        self.words = {level: lot.choice(names) for level, names in WORDS.items()}

    def sometimes(self, *values: str) -> str:
        return self.lot.choice(("", *values)) if self.lot.random() < 0.4 else ""

    def text(self) -> str:
        text = self.contents()
        for level, code, title in self.outline:
            printed = self.heading(f"{self.words[level]} {code}", title, activity=level == "activity")
            glued = text.endswith("**") and printed.startswith("**")
            text += (
                printed if glued and self.lot.random() < 0.5 else ("\n" if text.endswith("\n") else "\n\n") + printed
            )
            if level == "activity":
                text += self.lot.choice(("", " ", "\n") if printed.endswith("**") else ("\n",)) + self.body()
        if self.lot.random() < 0.3:
            text = text.replace(" the ", " the\u00a0")
        return text.replace("\n", "\r\n") if self.lot.random() < 0.3 else text

    def heading(self, head: str, title: str, *, activity: bool) -> str:
        separator = self.lot.choice(SEPARATORS)
        bold = "**" in separator or self.lot.random() < 0.5
        if not bold and self.lot.random() < 0.2:  # number and title on lines of their own
            dress, end = self.lot.choice(PLAIN), self.lot.choice(("\n", "\n\n"))
            return f"{dress.format(head + self.lot.choice(('.', '', ':')))}{end}{dress.format(title)}"
        final = self.lot.choice(("", ".")) if activity else ""
        status = self.sometimes(*STATUS) if activity and not final else ""
        line = f"{head}{separator}{title}{final}{status}"
        if bold and self.lot.random() < 0.2:
            return f"**12****{line}**"  # a page number got in front
        return ("**{}**" if "**" in separator else self.lot.choice(BOLD if bold else PLAIN)).format(line)

    def body(self) -> str:
        first, second = TOLD
        cut = first.index(" which")
        page = self.sometimes(*(f"\n\n{page}\n\n" for page in PAGES)) or " "
        note = self.sometimes(*(f"\n\n{note}" for note in NOTES))
        table = self.sometimes(f"\n\n{TABLE}")
        last = self.sometimes(*(f"\n\n{page}" for page in PAGES))
        return f"{first[:cut]}{page}{first[cut + 1 :]}.{note}{table}\n\n{second}.{last}\n"

    def contents(self) -> str:
        form = self.lot.choice(("", "columns", *ENTRIES))
        if not form:
            return ""
        entries = [f"{self.words[level]} {code}. {title}" for level, code, title in self.outline]
        half = (len(entries) + 1) // 2
        lines = [form.format(entry, number + 3) for number, entry in enumerate(entries)]
        if form == "columns":
            pairs = zip_longest(entries[:half], entries[half:])
            lines = [f"{one}\t3\t{other}\t4" if other else f"{one}\t3" for one, other in pairs]
        introduction = self.sometimes(f"\n\nINTRODUCTION\n\n{TOLD[1]}.")
        return f"{self.lot.choice(CONTENTS)}\n\n{self.lot.choice((chr(10), chr(10) * 2)).join(lines)}{introduction}\n"


@pytest.mark.parametrize("outline", OUTLINES.values(), ids=OUTLINES.keys())
@settings(max_examples=150, deadline=None)
@given(lot=st.randoms(use_true_random=False))
def test_the_activities_are_the_same_in_every_layout(outline, lot):
    assert found(Layout(outline, lot).text()) == list(expected(outline))


@pytest.mark.parametrize("form", [form for form in ENTRIES if form != "{}"] + ["{}\n{}", "columns"])
def test_contents_pages_are_told_from_the_document_in_every_layout(form):
    entries = ["INTRODUCTION", "AREA I. TRADE OF THE SEA", "Activity I.1.1. Meeting of harbour masters", "ANNEX"]
    lines = [form.format(entry, number + 3) for number, entry in enumerate(entries)]
    if form == "columns":
        lines = [f"{entries[0]}\t3\t{entries[2]}\t5", f"{entries[1]}\t4\t{entries[3]}\t6"]
    body = f"INTRODUCTION\n\n{TOLD[0]}.\n\n{entries[1]}\n\n{entries[2]}\n\n{TOLD[1]}.\n"
    text = f"CONTENTS\n\n{chr(10).join(lines)}\n\n{body}"
    document = read_document("report.txt", text)
    assert set(entries) <= document.contents
    assert text[document.body :].strip() == body.strip()


@pytest.mark.parametrize(
    ("line", "code", "title"),
    [
        ("Activity I.1.1.\n\nMeeting of harbour masters", "I.1.1", "Meeting of harbour masters"),
        ("# ACTIVIDAD 3\n# Meeting of harbour masters", "3", "Meeting of harbour masters"),
        ("ACTIVITY: Meeting of harbour masters", None, "Meeting of harbour masters"),
        ("Activity 1.a. Meeting of harbour masters", "1.a", "Meeting of harbour masters"),
        ("Activity 2b: Meeting of harbour masters", "2b", "Meeting of harbour masters"),
        ("Activity I.1.1. e-tickets for ferries", "I.1.1", "e-tickets for ferries"),
        ("**Activity I.1.1. Meeting of harbour masters and\nof those who row**", "I.1.1",
         "Meeting of harbour masters and of those who row"),
        ("Activity I.1.1. Meeting of harbour masters and\nof those who row", "I.1.1",
         "Meeting of harbour masters and of those who row"),
        ("**Activity I.1.1. [Meeting of harbour masters](#page)**", "I.1.1", "Meeting of harbour masters"),
        ("Activity I.1.1. Meeting of harbour masters<sup>4</sup>", "I.1.1", "Meeting of harbour masters"),
        ("Activity I.1.1. 50<sup>th</sup> Meeting of harbour masters³", "I.1.1", "50th Meeting of harbour masters"),
        ("Activity I.1.1 2030 and after", "I.1.1", "2030 and after"),
    ],
)  # fmt: skip
def test_a_heading_is_read_whatever_happened_to_its_line(line, code, title):
    assert [each[:2] for each in found(f"{line}\n\n{TOLD[0]}.\n")] == [(code, title)]


@pytest.mark.parametrize(
    "line",
    [
        "Activity 1",
        "Project: nets and ropes",
        "activity: rowing",
        "Programme I was written.",
        "Activity I.1.1 was held",
    ],
)
def test_a_line_that_only_looks_like_a_heading_is_none(line):
    assert not read_outline(read_document("report.txt", f"{line}\n\n{TOLD[0]}.\n")).units


def test_the_contents_say_where_a_title_ends_that_runs_into_text():
    contents = "CONTENTS\n\nActivity 1. Meeting of harbour masters\t3\nActivity 2. Fair\t4\n\n"
    body = f"Activity 1. Meeting of harbour masters. {TOLD[0]}.\n\nActivity 2. Fair\n\n{TOLD[1]}.\n"
    assert found(contents + body) == [
        ("1", "Meeting of harbour masters", None, None, None), ("2", "Fair", None, None, None)
    ]  # fmt: skip


def test_a_summary_behind_the_activities_lists_none_again():
    activities = f"ACTIVITY 1. Fair of ropes\n\n{TOLD[0]}.\n\nACTIVITY 2. Ships\n\n{TOLD[1]}.\n\n"
    summary = "ANNEX\n\nActivity 1.\tFair of ropes\nActivity 2.\tShips\n"
    assert [each[:2] for each in found(activities + summary)] == [("1", "Fair of ropes"), ("2", "Ships")]


def test_unscheduled_activities_may_have_the_keyword_too():
    text = f"ACTIVIDADES NO PROGRAMADAS\n\nACTIVIDAD 1. Feria\n\nSITUACIÓN DEL PUERTO\n\n{TOLD[0]}.\n"
    [activity] = read_outline(read_document("report.txt", text)).activities
    assert (activity.code, activity.title, activity.unscheduled) == ("1", "Feria", True)
