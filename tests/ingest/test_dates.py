"""Dates as four languages write them."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.dates import find_dates, find_period
from ingest.words import MONTHS


def found(text: str) -> list[str]:
    return [f"{span.start}/{span.end}" if span.start != span.end else span.start for span in find_dates(text)]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("30 October to 2 November", ["--10-30/--11-02"]),
        ("from 30 October to 2 November 2023", ["2023-10-30/2023-11-02"]),
        ("October 14-16, 2024", ["2024-10-14/2024-10-16"]),
        ("October 30 to November 2, 2024", ["2024-10-30/2024-11-02"]),
        ("28 December 2023 to 3 January 2024", ["2023-12-28/2024-01-03"]),
        ("30 December – 2 January 2024", ["2023-12-30/2024-01-02"]),
        ("11 and 30 October", ["--10-11", "--10-30"]),
        ("1, 2 and 9 to 11 July 2021", ["2021-07-01/2021-07-02", "2021-07-09/2021-07-11"]),
        ("1st to 3rd June 2020", ["2020-06-01/2020-06-03"]),
        ("between 3 and 7 May 2022", ["2022-05-03/2022-05-07"]),
        ("27 August, 3 September 2024", ["--08-27", "2024-09-03"]),
        ("27\u00a0and 28\nAugust 2024", ["2024-08-27/2024-08-28"]),
        ("del 28 de noviembre al 1 de diciembre de 2017", ["2017-11-28/2017-12-01"]),
        ("entre el 3 y el 7 de mayo de 2022", ["2022-05-03/2022-05-07"]),
        ("27 y 28 de agosto del 2024", ["2024-08-27/2024-08-28"]),
        ("14 a 16 de outubro de 2024", ["2024-10-14/2024-10-16"]),
        ("1º de março de 2023", ["2023-03-01"]),
        ("du 14 au 16 février 2024", ["2024-02-14/2024-02-16"]),
        ("1er au 3 août 2024", ["2024-08-01/2024-08-03"]),
        ("le 5 et 6 décembre 2019", ["2019-12-05/2019-12-06"]),
        ("enero de 2019; fevereiro de 2020, décembre 2021", ["2019-01", "2020-02", "2021-12"]),
        ("29 February", ["--02-29"]),
        ("entre el 30 de junio y el 2 de julio de 2022", ["2022-06-30/2022-07-02"]),
        ("between 30 June and 2 July 2022", ["2022-06-30/2022-07-02"]),
        ("entre os dias 5 e 9 de julho de 2022", ["2022-07-05/2022-07-09"]),
        ("los días 27 y 28 de agosto", ["--08-27/--08-28"]),
        ("du 3 au 5 juin", ["--06-03/--06-05"]),
        ("10, 11 and 12 September", ["--09-10/--09-12"]),
        ("from July to September 2024", ["2024-07/2024-09"]),
        ("de julio a septiembre de 2024", ["2024-07/2024-09"]),
        ("the second half of 2024", ["2024-07/2024-12"]),
        ("the first quarter of 2019", ["2019-01/2019-03"]),
        ("el segundo semestre de 2024", ["2024-07/2024-12"]),
        ("o terceiro trimestre de 2019", ["2019-07/2019-09"]),
        ("le premier semestre 2019", ["2019-01/2019-06"]),
        ("the last quarter of the year", ["--10/--12"]),
        ("during October", ["--10"]),
        ("en el mes de mayo", ["--05"]),
        ("no mês de maio", ["--05"]),
        ("au mois de mai", ["--05"]),
    ],
)
def test_dates_and_ranges(text, dates):
    assert found(text) == dates


@pytest.mark.parametrize(
    "text",
    ["30 February", "32 May", "0 June", "we march 3 times", "2 may apply", "The Mayor of 12", "5.10 October", "May"],
)
def test_what_is_no_date_gives_none(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "relative"),
    [
        ("3 and 4 May of this year", "this"),
        ("20 al 22 de junio del presente año", "this"),
        ("6 e 7 de março do corrente ano", "this"),
        ("du 3 au 5 juin de cette année", "this"),
        ("3 May of the same year", "same"),
        ("el 3 de mayo del mismo año", "same"),
        ("el 3 de mayo del próximo año", "next"),
        ("3 May of last year", "last"),
        ("3 May", None),
    ],
)
def test_a_year_may_be_told_by_its_place(text, relative):
    [span] = find_dates(text)
    assert (span.has_year, span.relative) == (False, relative)


@pytest.mark.parametrize(("text", "month"), [("31 November 2024", "2024-11"), ("29 February 2023", "2023-02")])
def test_a_day_that_no_month_has_leaves_the_month(text, month):
    assert found(text) == [month]


@given(st.dates(date(1975, 1, 1), date(2060, 12, 31)), st.sampled_from(sorted(MONTHS)), st.booleans())
def test_every_day_is_read_in_every_language(day, language, capital):
    month = MONTHS[language][day.month - 1]
    month = month.capitalize() if capital or language == "en" else month
    of = {"en": " ", "fr": " ", "es": " de ", "pt": " de "}[language]
    assert found(f"Lima, {day.day}{of}{month}{of}{day.year}.") == [day.isoformat()]


@given(st.text(st.sampled_from("0123456789 -–,JunejuloctbradyfA/") | st.characters(exclude_categories=["Cs"])))
def test_whatever_is_found_is_a_date(text):
    for span in find_dates(text):
        assert re.fullmatch(r"(?:\d{4}|-)-\d\d(?:-\d\d)?", span.start), span
        assert 0 <= span.at < span.to <= len(text)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("in the period November 2017 - October 2018", ("2017-11", "2018-10")),
        ("de noviembre de 2018 a octubre de 2019", ("2018-11", "2019-10")),
        ("between December and November 2020", ("2019-12", "2020-11")),
        ("from January to June 2020", ("2020-01", "2020-06")),
    ],
)
def test_a_period_runs_from_month_to_month(text, period):
    assert find_period(text) == period
