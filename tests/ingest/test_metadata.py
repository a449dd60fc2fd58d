"""What a cover or a front matter says of its document."""

import pytest

from ingest.metadata import read_document
from kg.errors import InvalidInput

COVER = """# Harbour System

**Thirty-first Annual Report of the Harbour Office**

*XXX Regular Meeting of the Latin American Council*
*Bridgetown, Barbados*
*3 and 4 December 2030*

SP/CL/XXX.O/DT N° 7-30

Copyright © SELA, November 2030.

CONTENTS

Introduction\t1

INTRODUCTION

This report tells what was done in the period November 2029 - October 2030, by whom and for whom.
"""


def about(text: str, source: str = "report.txt"):
    return read_document(source, text).metadata


def test_a_cover_says_what_the_document_is():
    said = about(COVER)
    assert said.title == "Thirty-first Annual Report of the Harbour Office"
    assert (said.kind, said.language, said.number) == ("annual-report", "en", "SP/CL/XXX.O/DT N° 7-30")
    assert said.meeting == "XXX Regular Meeting of the Latin American Council"
    assert (said.place, said.meeting_start, said.meeting_end) == ("Bridgetown, Barbados", "2030-12-03", "2030-12-04")
    assert said.published == "2030-11"
    assert (said.period_start, said.period_end, said.years) == ("2029-11", "2030-10", (2030,))
    assert not said.digest


@pytest.mark.parametrize(
    ("title", "kind", "years"),
    [
        ("Work Programme for the year 2031", "work-programme", (2031,)),
        ("Work Programme for 2031-2033", "work-programme", (2031, 2032, 2033)),
        ("Programa de Trabajo 2031", "work-programme", (2031,)),
        ("Programa de Trabalho 2031/2032", "work-programme", (2031, 2032)),
        ("Programme de travail pour 2031", "work-programme", (2031,)),
        ("Informe Anual de la Secretaría 2031", "annual-report", (2031,)),
        ("Relatório Anual da Secretaria 2031", "annual-report", (2031,)),
        ("Rapport annuel du Secrétariat 2031", "annual-report", (2031,)),
        ("Notes on harbours", None, ()),
    ],
)
def test_a_title_says_kind_and_years_in_four_languages(title, kind, years):
    said = about(f"{title}\n\nThe harbours of the coast.\n")
    assert (said.kind, said.years) == (kind, years)


MEETS = "XXX Regular Meeting of the Latin American Council\nBridgetown, Barbados\n3 and 4 {} 2030"


@pytest.mark.parametrize(
    ("cover", "start", "end", "years"),
    [
        (
            "Annual Report\ncorresponding to the period from November 2029 to October 2030",
            "2029-11",
            "2030-10",
            (2030,),
        ),
        ("Annual Report (November 2029 - October 2030)", "2029-11", "2030-10", (2030,)),
        ("Informe Anual\n\nentre noviembre de 2029 y octubre de 2030", "2029-11", "2030-10", (2030,)),
        ("Informe Anual\n\n1 de enero al 31 de diciembre de 2030", "2030-01-01", "2030-12-31", (2030,)),
        ("Relatório Anual\n\nde novembro de 2029 a outubro de 2030", "2029-11", "2030-10", (2030,)),
        ("Rapport annuel\n\ndu 1er novembre 2029 au 31 octobre 2030", "2029-11-01", "2030-10-31", (2030,)),
        (f"Thirtieth Annual Report\n\n{MEETS.format('December')}", "2029-12", "2030-11", (2030,)),
        (f"Thirtieth Annual Report\n\n{MEETS.format('March')}", "2029", "2029", (2029,)),
        (f"Work Programme\n\n{MEETS.format('December')}", "2031", "2031", (2031,)),
        ("Programa de Trabajo\nbienio 2031-2032", "2031", "2032", (2031, 2032)),
        ("Work Programme 2031/32", "2031", "2032", (2031, 2032)),
        ("Programa de Trabajo para los años 2031 y 2032", "2031", "2032", (2031, 2032)),
        ("Informe Anual\nGestión 2030", "2030", "2030", (2030,)),
        ("Annual Report\n\n3 and 4 December 2030", None, None, ()),
    ],
)
def test_a_cover_says_which_period_in_many_ways(cover, start, end, years):
    said = about(f"{cover}\n\nThe harbours of the coast.\n")
    assert (said.period_start, said.period_end, said.years) == (start, end, years)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Plan of Activities for 2031", "work-programme"),
        ("Plano de Trabalho 2031", "work-programme"),
        ("Plan de travail 2031", "work-programme"),
        ("Informe de Actividades 2031", "annual-report"),
        ("Report on the Implementation of the Work Programme 2031", "annual-report"),
        ("Rapport d'activités 2031", "annual-report"),
    ],
)
def test_a_plan_or_report_of_activities_is_one_under_other_names_too(title, kind):
    assert about(f"{title}\n\nThe harbours of the coast.\n").kind == kind


@pytest.mark.parametrize(
    ("body", "language"),
    [
        ("The harbours of the coast met and told each other what they know about ships. " * 3, "en"),
        ("Los puertos de la costa se reunieron y contaron lo que saben de los barcos. " * 3, "es"),
        ("Os portos da costa reuniram-se e contaram o que sabem sobre os navios. " * 3, "pt"),
        ("Les ports de la côte se sont réunis et ont raconté ce qu'ils savent des navires. " * 3, "fr"),
    ],
)
def test_the_language_is_that_of_the_text(body, language):
    assert about(body).language == language


@pytest.mark.parametrize(
    "number",
    [
        "SP/CL/L.O/D N°3-24",
        "SP/CL/XLIV.O/DT N° 4-18",
        "SP/CL/XX. O/Di Nº 12-94",
        "SP/Di No. 5-2031",
        "SP/CL/XXX.O/DT Nro. 7-30",
        "SP/CL/XXX.O/DT n.º 7-30",
        "SP/CL/XXX.O/DT Núm. 7/30",
        "SP/CL/L.O/D N°3-24/Rev.1",
    ],
)
def test_a_number_is_kept_as_printed(number):
    assert about(f"Annual Report\n\n**{number}**\n").number == number


@pytest.mark.parametrize(
    "lines",
    [
        "XXX Reunión Ordinaria del Consejo Latinoamericano Bridgetown, Barbados\n3 y 4 de diciembre de 2030",
        "XXX Reunión Ordinaria del Consejo Latinoamericano, Bridgetown, Barbados, 3 y 4 de diciembre de 2030",
        "XXX Reunión Ordinaria del Consejo Latinoamericano\nBridgetown, Barbados, 3 y 4 de diciembre de 2030",
        "XXX Reunión Ordinaria del Consejo Latinoamericano\nBridgetown, Barbados, del 3 al 4 de diciembre de 2030"
        " SP/CL/XXX.O/DT N° 7-30",
    ],
)
def test_meeting_place_and_date_may_share_a_line(lines):
    said = about(f"Informe Anual de la Secretaría Permanente\n\n{lines}\n")
    assert (said.meeting, said.place) == ("XXX Reunión Ordinaria del Consejo Latinoamericano", "Bridgetown, Barbados")
    assert (said.meeting_start, said.meeting_end) == ("2030-12-03", "2030-12-04")


def test_what_a_cover_leaves_out_is_unknown():
    said = about("Notes on harbours\n\nThe harbours of the coast.\n")
    assert (said.number, said.meeting, said.place, said.published, said.period_start) == (None,) * 5


def test_a_text_without_any_title_is_named_after_its_file():
    assert about("12\n").title == "report.txt"


FRONT_MATTER = """---
title: Work Programme for 2031
number: "SP/CL/XX. O/D N° 4-31"
language: en
meeting: XX Regular Meeting of the Latin American Council
place: Belize City, Belize
date:
  start: "2030-11-29"
  end: "2030-11-30"
published: "2030-11"
years: [2031]
digest: true
---

## THEMATIC AREA: SEA
"""


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_front_matter_says_the_same_as_a_cover(line_end):
    document = read_document("004.md", FRONT_MATTER.replace("\n", line_end))
    said = document.metadata
    assert (said.title, said.kind, said.number) == (
        "Work Programme for 2031",
        "work-programme",
        "SP/CL/XX. O/D N° 4-31",
    )
    assert (said.meeting_start, said.meeting_end, said.published) == ("2030-11-29", "2030-11-30", "2030-11")
    assert (said.years, said.period_start, said.period_end) == ((2031,), "2031", "2031")
    assert said.digest
    assert document.slug == "sp-cl-xx-o-d-n-4-31-digest"
    assert document.work_slug == "sp-cl-xx-o-d-n-4-31"


@pytest.mark.parametrize(
    ("matter", "reason"),
    [
        ("title: [", "not YAML"),
        ("number: 5", "no `title`"),
        ("title: Plan\nkind: poem", "'poem' is no `kind`.*annual-report"),
    ],
)
def test_a_wrong_front_matter_is_refused_with_the_reason(matter, reason):
    with pytest.raises(InvalidInput, match=rf"004\.md: .*{reason}"):
        about(f"---\n{matter}\n---\ntext\n", "004.md")


def test_a_rule_on_the_first_line_opens_no_front_matter():
    assert about("---\n\nAnnual Report 2031\n\n---\n").title == "Annual Report 2031"


def test_a_slug_is_made_of_title_and_years_where_there_is_no_number():
    report = read_document("a.txt", COVER.replace("SP/CL/XXX.O/DT N° 7-30\n", ""))
    assert report.slug == "thirty-first-annual-report-of-the-harbour-office-2030"


def test_a_language_other_than_english_is_in_the_slug_but_not_in_the_work():
    text = "Informe Anual 2031\n\nSP/CL/X. O/D N° 3-31\n\n" + "Los puertos de la costa se reunieron ayer. " * 5
    report = read_document("a.txt", text)
    assert (report.slug, report.work_slug) == ("sp-cl-x-o-d-n-3-31-es", "sp-cl-x-o-d-n-3-31")
