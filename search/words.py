"""Words as the lexical side sees them: without accents, case or stop words, in four languages."""

from __future__ import annotations

import re
import unicodedata

WORD = re.compile(r"[^\W_]+")

LONGEST_HIGHLIGHT = 100  # words of a query that are looked for in a text

# Words that carry grammar, not content; folded. Question words are among them: passages don't ask.
STOP_WORDS = {
    "en": """
        a about after all also an and any are as at be been before being between both but by can could did
        do does during each for from further had has have having he her here him his how i if in into is it
        its just me more most my no nor not of off on once only or other our out over own s same she should
        so some such t than that the their them then there these they this those through to too under until
        up us very was we were what when where which while who whom whose why will with would you your""",
    "es": """
        a al algo algunas algunos ante antes aquel aquella asi aun aunque bajo cada como con contra cual
        cuales cualquier cuando cuanta cuantas cuanto cuantos cuya cuyas cuyo cuyos de del desde donde dos
        durante e el ella ellas ello ellos en entre era eran es esa esas ese eso esos esta estaba estan
        estas este esto estos fue fueron ha haber habia han hasta hay he la las le les lo los mas me
        mediante mi mis mismo mucho muy nada ni no nos nosotros o os otra otras otro otros para pero poco
        por porque pues que quien quienes se sea segun ser si sido siendo sin sobre son su sus tal tambien
        tan tanto te tener tiene tienen toda todas todo todos tras tu u un una unas uno unos y ya yo""",
    "pt": """
        a ao aos aquela aquelas aquele aqueles as ate cada com como da das de dela dele deles depois do dos
        e ela elas ele eles em entre era eram essa essas esse esses esta estao estas estava este estes eu
        foi foram ha isso isto ja la lhe lhes mais mas me mesmo meu minha muito na nao nas nem no nos nossa
        nosso num numa o onde os ou para pela pelas pelo pelos pode por porque quais qual qualquer quando
        quanta quantas quanto quantos que quem sao se seja sem sendo ser sera seu seus so sob sobre sua suas
        tambem tem tendo ter teve tinha toda todas todo todos tudo um uma umas uns voce""",
    "fr": """
        a afin ai ainsi alors apres au aucun aucune aussi autre autres aux avant avec avoir c ce ceci cela
        celle celles celui ces cet cette ceux chaque chez comme comment d dans de depuis des dont du elle
        elles en encore entre est et etaient etait etant ete etre eu fait faut furent fut il ils j je l la
        le les leur leurs lors lui m ma mais me meme memes mes moins mon n ne ni non nos notre nous on ont
        ou par parmi pas pendant peu plus pour pourquoi qu quand quel quelle quelles quels qui quoi s sa
        sans se selon sera seront ses si soit son sont sous sur t ta te tes ton tous tout toute toutes tres
        tu un une vers vos votre vous y""",
}
EVERY_STOP_WORD = frozenset(word for words in STOP_WORDS.values() for word in words.split())


class _Bases(dict[int, str]):
    """The base letter of each character, found at its first use: `str.translate` then runs in C."""

    def __missing__(self, code: int) -> str:
        letters = [c for c in unicodedata.normalize("NFKD", chr(code)) if not unicodedata.combining(c)]
        base = letters[0] if len(letters) == 1 else chr(code)
        lower = base.lower()
        self[code] = lower if len(lower) == 1 else base
        return self[code]


_BASES = _Bases()


def flat(text: str) -> str:
    """Lower case without accents, character for character: offsets stay what they were.

    >>> flat("Ñandú – AÇÃO"), len(flat("ﬁ İ ﷺ")) == len("ﬁ İ ﷺ")
    ('nandu – acao', True)
    """
    return text.translate(_BASES)


def content_words(text: str) -> list[str]:
    """The words that say something, folded, in their order.

    >>> content_words("¿Cuáles son los países de la Comunidad Andina?")
    ['paises', 'comunidad', 'andina']
    """
    composed = unicodedata.normalize("NFKC", text)
    return [word for word in WORD.findall(flat(composed)) if word not in EVERY_STOP_WORD]


def highlights(text: str, query: str) -> list[tuple[int, int]]:
    """Where the query's words stand in the text, also with another ending.

    >>> highlights("Regional ports; the port of Callao", "Which port?")
    [(9, 14), (20, 24)]
    """
    words = content_words(query)[:LONGEST_HIGHLIGHT]
    if not words:
        return []
    # A word may end differently (port, ports): its last two letters are free, from five letters up.
    ways = sorted({word if len(word) < 4 else word[: max(4, len(word) - 2)] + r"[^\W_]{0,4}" for word in words})
    found = re.finditer(rf"(?<![^\W_])(?:{'|'.join(ways)})(?![^\W_])", flat(text))
    return [match.span() for match in found]
