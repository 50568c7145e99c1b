"""The letters of a line: one value, or a string with one for each indicator of a competence."""

import re
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from bot.domain.school.frameworks import Competence
from bot.domain.scoring.scales import Coverage, Mastery
from bot.messages import _, _n
from handlers.talking.meaning.tokens import NO_PLACE_FOR_QUOTES, Misread, Token
from handlers.talking.meaning.words import LETTERS, UNTOUCHED, NotHere, keyword_of

Said = Mastery | Coverage | NotHere
"""What a value says of an indicator."""

RANGE = re.compile(r"(\d{1,4})(?:-(\d{1,4}))?:?([a-z]*)")
"""A number, or a range of them, perhaps with its letters."""

DASHES = (UNTOUCHED, "–", "—")
TWO_VALUES = _("Two values for one indicator.")

WORDS = _(
    "These are words, and no letters that I know. A mark is x (not), l (with support) or v "
    "(alone); what you want to note goes between quotes."
)
UNKNOWN, PART = 2, 3
"""So many letters that are no marks, and that part of all (a third), make a word of a slip."""

_QUOTES = "\"'"
_LONG_DASHES = ("—", "–—")
"""The dashes into which phones make two hyphens: the long one, or both."""


def spell(token: Token, total: int) -> Token | None:
    """Spell a string with a letter for each indicator; a long dash may stand for two hyphens."""
    short = token.text.translate(dict.fromkeys(map(ord, "–—"), UNTOUCHED))
    ways = [short, *(_doubled(token.text, dashes) for dashes in _LONG_DASHES)]
    fitting = next((way for way in ways if len(way) == total), None)
    return None if fitting is None else Token(fitting, token.start, token.end)


def _doubled(text: str, dashes: str) -> str:
    return "".join(
        UNTOUCHED * 2 if char in dashes else UNTOUCHED if char in "–—" else char for char in text
    )


def is_word(token: Token) -> bool:
    """Say whether something is a word, rather than letters with a slip among them."""
    unknown = [char for char in token.text if char.isalpha() and char not in LETTERS]
    return not token.quoted and len(unknown) >= max(UNKNOWN, len(token.text) / PART)


def miscounted(place: Token, competence: Competence) -> Misread:
    """Say that a string has not a letter for each indicator."""
    return Misread(
        _n(
            "Competence {number} has {total} indicators, and here I count {count} letter.",
            "Competence {number} has {total} indicators, and here I count {count} letters.",
            len(place.text),
            number=competence.number,
            total=len(competence.indicators),
        ),
        place,
    )


def read_letters(token: Token) -> list[Said]:
    """Read the letters of one value: a mastery, a coverage or both; a hyphen alone is neither.

    The word for what cannot be seen here stands alone.
    """
    if token.text == NotHere.NOT_HERE.value:
        return [NotHere.NOT_HERE]
    if is_word(token):
        raise Misread(WORDS, token)
    marks = [read_letter(letter, token) for letter in token.text]
    said: list[Said] = [mark for mark in marks if mark is not None]
    if said and len(said) < len(marks):
        raise Misread(TWO_VALUES, token)
    return said


def read_letter(letter: str, token: Token) -> Mastery | Coverage | None:
    """Read one letter; a hyphen is no value. Raises Misread for one that we do not know."""
    if letter in DASHES:
        return None
    if letter in _QUOTES:
        raise Misread(NO_PLACE_FOR_QUOTES, token)
    if letter == "?":
        raise Misread(_("With a question mark I do not know whether this is said or asked."), token)
    if letter not in LETTERS:
        raise Misread(
            _("I do not know the letter '{letter}': use x l v, n s r or a hyphen.", letter=letter),
            token,
        )
    return LETTERS[letter]


def without_dash(tokens: Iterable[Token]) -> list[Token]:
    """Leave out a dash between a number and its letters: '3 - v'."""
    taken = list(tokens)
    return taken[1:] if len(taken) > 1 and taken[0].text in DASHES else taken


def without_dashes(body: Sequence[Token]) -> list[Token]:
    """Leave out dashes before 'all' or a range: '8 – all v', '8: all v - 3x'.

    Where a string stands, a hyphen is one of its letters.
    """
    plain = [token for token in body if token.text not in DASHES]
    if plain and not plain[0].quoted and not _begins_values(plain[0]):
        return list(body)
    return [
        token
        for token, after in zip_longest(body, body[1:])
        if token.quoted or token.text not in DASHES or after is None or not _begins_values(after)
    ]


def _begins_values(token: Token) -> bool:
    return not token.quoted and bool(keyword_of(token.text) == "all" or RANGE.match(token.text))
