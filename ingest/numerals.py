"""Numbers as words or digits, in four languages: "fifty-eight", "treinta y dos", "quatre-vingt-dix", "1,204"."""

from __future__ import annotations

import re

from ingest.words import either
from kg.terms import fold

# value -> the words for it in any language; folded
WORDS: dict[int, str] = {
    1: "one uno un una um uma une", 2: "two dos dois duas deux", 3: "three tres trois", 4: "four cuatro quatro quatre",
    5: "five cinco cinq", 6: "six seis", 7: "seven siete sete sept", 8: "eight ocho oito huit",
    9: "nine nueve nove neuf", 10: "ten diez dez dix decena dezena", 11: "eleven once onze",
    12: "twelve doce doze douze dozen",
    13: "thirteen trece treze treize", 14: "fourteen catorce quatorze", 15: "fifteen quince quinze quinzaine",
    16: "sixteen dieciseis dezesseis dezasseis seize", 17: "seventeen diecisiete dezessete dezassete",
    18: "eighteen dieciocho dezoito", 19: "nineteen diecinueve dezenove dezanove",
    20: "twenty veinte vinte vingt vingts veintena vingtaine", 21: "veintiun veintiuno veintiuna", 22: "veintidos",
    23: "veintitres", 24: "veinticuatro", 25: "veinticinco", 26: "veintiseis", 27: "veintisiete", 28: "veintiocho",
    29: "veintinueve", 30: "thirty treinta trinta trente treintena trentaine",
    40: "forty cuarenta quarenta quarante cuarentena quarantaine",
    50: "fifty cincuenta cinquenta cinquante cincuentena cinquantaine",
    60: "sixty sesenta sessenta soixante sesentena soixantaine", 70: "seventy setenta",
    80: "eighty ochenta oitenta", 90: "ninety noventa",
    100: "hundred cien ciento cem cento cent cents centenar centena centaine",
    200: "doscientos doscientas duzentos duzentas",
    300: "trescientos trescientas trezentos trezentas", 400: "cuatrocientos cuatrocientas quatrocentos quatrocentas",
    500: "quinientos quinientas quinhentos quinhentas",
}  # fmt: skip
VALUES = {word: value for value, words in WORDS.items() for word in words.split()}
# language -> what stands between the words of a number
JOINED = {"en": "and", "es": "y", "pt": "e", "fr": "et"}
ACCENTED = str.maketrans({letter: f"[{letter}{accented}]" for letter, accented in zip("aeiou", "áéíóú", strict=True)})
WORD = rf"(?:{'|'.join(word.translate(ACCENTED) for word in sorted(VALUES, key=len, reverse=True))})\b"
DIGITS = r"(?:\d{1,3}(?:[.,]\d{3})+(?!\d)|\d+)"
NUMERAL = rf"(?:{DIGITS}|{WORD}(?:(?:\s+|-)(?:(?:{either(JOINED)})(?:\s+|-))?{WORD})*)"
IN_WORDS = re.compile(WORD, re.IGNORECASE)


def number_of(numeral: str) -> int | None:
    """The value of a numeral; None for words that make no number.

    >>> [number_of(said) for said in ("1,204", "fifty-eight", "ciento veintidós", "quatre-vingt-dix-sept", "two one")]
    [1204, 58, 122, 97, None]
    """
    if numeral[0].isdigit():
        return int(re.sub(r"\D", "", numeral))
    total, last = 0, 1000
    for value in (VALUES[fold(word)] for word in IN_WORDS.findall(numeral)):
        if 0 < total < 10 <= value:  # "two hundred", "quatre-vingt", "une trentaine"
            total *= value
        elif value < last and (not total or last >= 20 or last == 10):  # "quarenta e dois", "dix-sept"
            total += value
        else:
            return None
        last = value
    return total
