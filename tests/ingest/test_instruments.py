"""Cooperation instruments: what counts as one, with whom, when and what for."""

import pytest

from tests.ingest.records import records_of


def told(text, **options):
    return [
        (each.type, [party.slug for party in each.counterparts], each.date)
        for each in records_of(text, **options).instruments
    ]


@pytest.mark.parametrize(
    ("language", "sentence", "type"),
    [
        ("en", "On 4 May 2030, SELA signed a Memorandum of Understanding with CAF.", "memorandum-of-understanding"),
        ("es", "El 4 de mayo de 2030, el SELA firmó un Convenio de Cooperación con CAF.", "cooperation-agreement"),
        ("es", "El SELA suscribió el 4 de mayo de 2030 una Carta de Intención con CAF.", "letter-of-intent"),
        ("pt", "Em 4 de maio de 2030, o SELA assinou um Acordo Quadro de Cooperação com CAF.", "framework-agreement"),
        ("fr", "Le 4 mai 2030, le SELA a signé un Protocole d'accord avec CAF.", "memorandum-of-understanding"),
    ],
)
def test_an_instrument_is_read_in_four_languages(language, sentence, type):
    assert told(sentence, language=language) == [(type, ["caf"], "2030-05-04")]


def test_a_list_names_type_counterpart_day_and_objective():
    (letter,) = records_of(
        "- 1) *Letter of Intent*. Signed on 3 June with the **Guild of Pilots** to mark reefs."
    ).instruments
    assert (letter.type, letter.date, letter.objective) == ("letter-of-intent", "2030-06-03", "mark reefs")
    assert [party.label for party in letter.counterparts] == ["Guild of Pilots"]


def test_a_row_of_a_table_is_the_instrument_that_the_list_tells():
    text = (
        "- 1) *Specific Cooperation Agreement*. Signed on 3 June with **CAF** to buy buoys.\n\n"
        "\tInstrument / date\tCounterpart\tObjective\n"
        "\tSpecific Cooperation Agreement 03-06-30\tCAF\tBuoys for every reef.\n"
    )
    assert told(text) == [("specific-agreement", ["caf"], "2030-06-03")]


def test_who_is_named_before_is_the_counterpart_of_an_agreement_between_both_institutions():
    sentence = "ALADI and we dredged together, under the Framework Agreement signed between both institutions in 2027."
    assert told(sentence) == [("framework-agreement", ["aladi"], "2027")]


@pytest.mark.parametrize(
    "sentence",
    [
        "SELA met CAF with a view to signing a Framework Cooperation Agreement with CAF.",
        "SELA y CAF se reunieron con el fin de firmar un Convenio de Cooperación con CAF.",
        "CAF took part, as the framework agreement has it, said SELA.",
        "Se espera que el SELA firme un Acuerdo Marco con CAF.",
        "A Framework Cooperation Agreement between CAF and ECLAC was signed.",
        "The trade agreement between Chile and Peru was in the news, said SELA.",
        "Agreements of cooperation are useful to SELA.",
    ],
)
def test_what_is_only_intended_or_of_others_or_no_instrument_is_none(sentence):
    assert told(sentence) == []


def test_an_instrument_told_with_less_is_the_one_told_with_more():
    text = (
        "SELA and CAF sign cooperation agreement (4 May 2030).\n\n"
        "The Framework Agreement between SELA and CAF (signed on 4 May 2030) holds."
    )
    assert told(text) == [("framework-agreement", ["caf"], "2030-05-04")]
