"""Works: a document and its translation have one name, and no other document has it."""

import pytest

from ingest.metadata import read_document

TOLD = {
    "en": "The harbours of the coast met and told each other what they know about ships. ",
    "es": "Los puertos de la costa se reunieron y contaron lo que saben de los barcos. ",
    "pt": "Os portos da costa reuniram-se e contaram o que sabem sobre os navios. ",
    "fr": "Les ports de la côte se sont réunis et ont raconté ce qu'ils savent des navires. ",
}


def document(title: str, language: str = "en"):
    return read_document("a.txt", f"{title}\n\n{TOLD[language] * 4}\n")


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Work Programme 2022-2026"),
        ("en", "Work Programme for the years 2022-2026"),
        ("es", "Programa de Trabajo 2022-2026"),
        ("es", "Programa de Trabajo del SELA para el período 2022 - 2026"),
        ("pt", "Programa de Trabalho 2022-2026"),
        ("fr", "Programme de travail pour les années 2022-2026"),
    ],
)
def test_a_work_programme_is_one_work_in_four_languages(language, title):
    found = document(title, language)
    assert found.work_slug == "work-programme-2022-2026"
    assert found.slug == found.work_slug + ("" if language == "en" else f"-{language}")


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Forty-eighth Annual Report of the Permanent Secretariat of SELA 2024"),
        ("en", "48th Annual Report 2024"),
        ("es", "Cuadragésimo Octavo Informe Anual de la Secretaría Permanente del SELA 2024"),
        ("es", "XLVIII Informe Anual de la Secretaría Permanente 2024"),
        ("pt", "Quadragésimo Oitavo Relatório Anual da Secretaria Permanente 2024"),
        ("fr", "Quarante-huitième Rapport annuel du Secrétariat permanent 2024"),
    ],
)
def test_an_annual_report_is_one_work_in_four_languages(language, title):
    assert document(title, language).work_slug == "annual-report-2024"


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Draft Work Programme for the year 2021"),
        ("es", "Proyecto de Programa de Trabajo para el año 2021"),
        ("pt", "Proposta de Programa de Trabalho para o ano 2021"),
        ("fr", "Projet de programme de travail pour l'année 2021"),
    ],
)
def test_a_draft_is_a_work_beside_the_final_one(language, title):
    assert document(title, language).work_slug == "draft-work-programme-2021"


@pytest.mark.parametrize("number", ["SP/CL/L.O/DT N° 3-24", "SP/CL/L.O/DT Nº3-24", "SP/CL/L.O/DT No. 3-24"])
def test_a_number_names_the_work_however_it_is_printed(number):
    assert document(f"Annual Report\n\n{number}").work_slug == "sp-cl-l-o-dt-n-3-24"


@pytest.mark.parametrize(
    "title",
    [
        "Annual Report on Health 2024",
        "Annual Report 2024: Statistical Annex",
        "Annual Report of the Working Groups 2024",
        "Report on the Annual Report 2024 and the Work Programme",
        "Harbours 2024",
    ],
)
def test_a_title_that_says_more_names_another_work(title):
    assert document(title).work_slug != "annual-report-2024"


def test_other_years_are_another_work():
    assert document("Work Programme 2024").work_slug != document("Programa de Trabajo 2025", "es").work_slug
