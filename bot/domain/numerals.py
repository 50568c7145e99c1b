"""Numbers up to a hundred that are said in words, with a half behind them, in four languages."""

import re
from collections.abc import Iterator
from fractions import Fraction

from bot.domain.folding import every_way, fold

_ONES = (
    ("zero", "nul", "null"),
    ("one", "een", "un", "une", "ein", "eins"),
    ("two", "twee", "deux", "zwei"),
    ("three", "drie", "trois", "drei"),
    ("four", "vier", "quatre"),
    ("five", "vijf", "cinq", "fünf"),
    ("six", "zes", "sechs"),
    ("seven", "zeven", "sept", "sieben"),
    ("eight", "acht", "huit"),
    ("nine", "negen", "neuf", "neun"),
    ("ten", "tien", "dix", "zehn"),
    ("eleven", "elf", "onze"),
    ("twelve", "twaalf", "douze", "zwölf"),
    ("thirteen", "dertien", "treize", "dreizehn"),
    ("fourteen", "veertien", "quatorze", "vierzehn"),
    ("fifteen", "vijftien", "quinze", "fünfzehn"),
    ("sixteen", "zestien", "seize", "sechzehn"),
    ("seventeen", "zeventien", "dixsept", "siebzehn"),
    ("eighteen", "achttien", "dixhuit", "achtzehn"),
    ("nineteen", "negentien", "dixneuf", "neunzehn"),
)
_TENS = {
    20: ("twenty", "twintig", "vingt", "zwanzig"),
    30: ("thirty", "dertig", "trente", "dreißig"),
    40: ("forty", "veertig", "quarante", "vierzig"),
    50: ("fifty", "vijftig", "cinquante", "fünfzig"),
    60: ("sixty", "zestig", "soixante", "sechzig"),
}
_HALF = re.compile(
    r"(?: 1/2"
    r"|[ -]?(?:en|and|et|und)[ -]?(?:een |a |ein |une? )?(?:half|halve|demie?|halbe?)"
    r"|[ -]?(?:eneenhalf|einhalb|enhalf))\b"
)
"""A half behind a whole number: 'en een half', 'and a half', 'et demie', 'einhalb'."""

_BETWEEN = re.compile(r"[\s-]+")


def read_number(text: str) -> Fraction | None:
    """Read a number in words or digits, and nothing else: 'negentien en een half' is 19.5."""
    said = fold(text.replace("½", " 1/2")).strip()  # which folding would take apart
    whole, halves = _HALF.subn(" ", said, count=1)
    word = _BETWEEN.sub("", whole)
    if word.isdecimal() and word.isascii() and len(word) <= len("100"):
        number: int | None = int(word)
    else:
        number = _NUMBERS.get(word)
    return None if number is None else Fraction(number) + Fraction(halves, 2)


def _named() -> Iterator[tuple[str, int]]:
    for number, words in enumerate(_ONES):
        yield from ((word, number) for word in words)
    for tens, (english, dutch, french, german) in _TENS.items():
        yield from ((word, tens) for word in (english, dutch, french, german))
        for unit, words in enumerate(_ONES[1:10], start=1):
            number = tens + unit
            yield english + words[0], number
            yield words[1] + "en" + dutch, number
            yield french + words[2], number
            yield "ein" + "und" + german if unit == 1 else words[-1] + "und" + german, number
        yield french + "etun", tens + 1
        yield french + "etune", tens + 1


_NUMBERS = {way: number for word, number in _named() for way in every_way((word,))}
