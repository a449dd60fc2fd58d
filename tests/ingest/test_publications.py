"""Publications: titles behind a noun, before a number, in a list."""

import pytest

from tests.ingest.records import records_of


def told(text, **options):
    return [(each.title, each.kind, each.number, each.date) for each in records_of(text, **options).publications]


@pytest.mark.parametrize(
    ("language", "sentence", "kind"),
    [
        ("en", "SELA published the book *Reefs and their lights* (May, 2030).", "book"),
        ("es", "El SELA publicó el libro *Los faros y sus luces* (mayo, 2030).", "book"),
        ("pt", "O SELA publicou o estudo *Os faróis e suas luzes* (maio, 2030).", "study"),
        ("fr", "Le SELA a publié l'étude *Les phares et leurs lampes* (mai, 2030).", "study"),
    ],
)
def test_a_title_behind_its_noun_is_read_in_four_languages(language, sentence, kind):
    ((_, said, number, date),) = told(sentence, language=language)
    assert (said, number, date) == (kind, None, "2030-05")


def test_a_number_beside_a_link_says_what_it_is():
    text = "SELA handed out [*Buoys, a primer*](#) (SP/BP/DT N° 2-30)."
    assert told(text) == [("Buoys, a primer", "work-document", "SP/BP/DT N° 2-30", "2030")]


def test_a_paper_of_the_series_is_one_by_either_way_of_numbering():
    text = "The study [Sand bars](#) (Series Económicas. July, N° 2030-2).\n\nThe study *Sand bars* (SP/SE No. 2-30)."
    (paper,) = records_of(text).publications
    assert (paper.slug, paper.date) == ("sp-se-2-30", "2030-07")


def test_a_chapter_lists_what_was_published():
    text = (
        "V. DOCUMENTS PUBLISHED\n\n1. Informative documents\n\n"
        "[Tolls of the strait.](#) Caracas, Venezuela. October 2030. SP/Di N° 4-30\n\n"
        "2. Publications\n\nLights of the reef. Case Study N° 7\n"
    )
    assert told(text) == [
        ("Tolls of the strait", "informative-document", "SP/Di N° 4-30", "2030-10"),
        ("Lights of the reef", "case-study", "Case Study N° 7", None),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "As the report *Tides of the world* by ECLAC shows, water rises.",
        'The speaker praised the book "The old man of the harbour".',
        "UNCTAD published the study *Ships of the world*.",
        "The Minister quoted from his book *My life at sea*.",
        "The [Meeting of pilots and harbour masters](#) took place in Lima.",
        'He called it "a wonderful day for harbours".',
    ],
)
def test_titles_of_others_and_of_events_are_none(sentence):
    assert told(sentence) == []
