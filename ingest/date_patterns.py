"""How dates are laid out: days, ranges, months and parts of years, in words and in digits."""

from __future__ import annotations

import re

from ingest.date_words import MONTH_ALONE, ORDINAL, PART, RELATIVE_YEAR, RELATIVE_YEARS, WEEKDAY
from ingest.words import MONTH, either

DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th|º|°|er|ro|o\b)?(?!\d)"
OF = r"(?:\s+(?:(?:of|de|du|del|do)(?:\s+(?:the\s+month\s+of|mes\s+de|m[êe]s\s+de))?)?\s*)"
THE = rf"(?:\s+(?:the|el|le|o|los|os|les)\b)?(?:\s+d[íi]as?\b)?(?:\s+(?:{WEEKDAY})\b,?)?"
RANGE = rf"(?:-|–|—|to|until|a|al|hasta|até|au|à){THE}"
AND = rf"(?:,|and|y|e|et|&){THE}"
FROM = rf"(?P<between>\b(?:between|entre){THE}\s+)?"
TO = rf"(?(between)(?:{RANGE}|{AND})|{RANGE})"  # "between 30 June and 2 July"
YEAR = r"(?:19|20)\d\d"
IN_YEAR = rf"(?:,?{OF}(?P<year>{YEAR})\b|,?\s+(?P<relative>{RELATIVE_YEAR})\b)"

DAYS = rf"{DAY}(?:\s*(?:{RANGE}|{AND}|,\s*and)\s*{DAY})*"
DAY_FIRST = re.compile(
    rf"{FROM}(?<![\d.])\b(?P<days>{DAYS}){OF}(?P<month>{MONTH})\b"
    rf"(?:\s*{TO}\s*(?P<day2>{DAY}){OF}(?P<month2>{MONTH})\b(?:,?{OF}(?P<year2>{YEAR})\b)?"
    rf"|{IN_YEAR}(?:\s*{TO}\s*(?P<day3>{DAY}){OF}(?P<month3>{MONTH})\b(?:,?{OF}(?P<year3>{YEAR})\b)?)?)?",
    re.I,
)
MONTH_FIRST = re.compile(
    rf"\b(?P<month>{MONTH})\s+(?P<days>{DAYS})(?:,?\s*(?P<year>{YEAR})\b|,?\s+(?P<relative>{RELATIVE_YEAR})\b)?"
    rf"(?:\s*{RANGE}\s*(?P<month2>{MONTH})\s+(?P<day2>{DAY})(?:,\s*(?P<year2>{YEAR})\b)?)?",
    re.I,
)
PERIOD = re.compile(
    rf"\b(?P<month>{MONTH})\s*(?:of|de)?\s*(?P<year>{YEAR})?\s*(?:-|–|to|and|until|a|al|y|hasta|e|até|et|à|au)\s*"
    rf"(?P<month2>{MONTH})\s*(?:of|de)?\s*(?P<year2>{YEAR})\b",
    re.I,
)
MONTH_ONLY = re.compile(rf"\b(?P<month>{MONTH}){IN_YEAR}", re.I)
NO_YEAR = re.compile(rf"\b{MONTH_ALONE}\b(?!\s+\d)", re.I)
MONTH_OF_DIGITS = r"(?:0?[1-9]|1[0-2])"
IN_DIGITS = re.compile(  # day first, as the whole region writes
    rf"(?<![\d./-]){FROM}(?P<days>{DAYS})(?P<stop>[/.-])(?P<month>{MONTH_OF_DIGITS})(?P=stop)(?P<year>{YEAR})(?![\d/-])"
    rf"(?:\s*{TO}\s*(?P<day2>{DAY})(?P=stop)(?P<month2>{MONTH_OF_DIGITS})(?P=stop)(?P<year2>{YEAR})(?![\d/-]))?",
    re.I,
)
ISO = re.compile(
    rf"(?<![\d./-]){FROM}(?P<year>{YEAR})-(?P<month>{MONTH_OF_DIGITS})-(?P<days>{DAY})(?![\d/-])"
    rf"(?:\s*{TO}\s*(?P<year2>{YEAR})-(?P<month2>{MONTH_OF_DIGITS})-(?P<day2>{DAY})(?![\d/-]))?",
    re.I,
)
PART_OF_YEAR = re.compile(
    rf"\b(?P<ordinal>{ORDINAL})\s+(?P<part>{PART})(?:{OF}(?:(?:the|el|l['’]|o)\s*)?(?:year\s+|año\s+|ano\s+|ann[ée]e\s+)?"
    rf"(?P<year>{YEAR})\b|\s+(?P<relative>{RELATIVE_YEAR})\b)",
    re.I,
)
NUMBER = re.compile(r"(\d+)(?:st|nd|rd|th|º|°|er|ro|o\b)?")
IS_RANGE = re.compile(rf"\s*{RANGE}\s*", re.I)
RELATIVE = {name: re.compile(either(said), re.I) for name, said in RELATIVE_YEARS.items()}
ALL = (IN_DIGITS, ISO, DAY_FIRST, MONTH_FIRST, PERIOD, PART_OF_YEAR, MONTH_ONLY, NO_YEAR)  # the first that fits counts
