"""What a cell says of a person, told apart from what a spreadsheet made of it."""

import re
import unicodedata
from decimal import Decimal

from bot.domain.folding import fold
from bot.domain.school.names import begins_family_name

_NOBODY = frozenset(
    {
        "null", "none", "nan", "n/a", "n.a.", "nvt", "n.v.t.", "undefined", "true", "false",
        "waar", "onwaar", "onbekend", "unknown", "inconnu", "unbekannt", "tbd", "geen",
        "(blank)", "(leeg)", "(empty)",
    }
)  # fmt: skip
# Initials, where they are an id.
_NO_NAME = _NOBODY | {"na", "x", "xx", "xxx", "todo", "niemand", "nobody", "personne"}
_ERROR = re.compile(r"#\S*[!?/]\S*|#\w+!?")
_ALIKE = re.compile(r"0*([0-9]+)(?:[.,]0+)?")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{3})+")
_EXPONENT = re.compile(r"[0-9]+(?:[.,][0-9]+)?e[+-]?[0-9]{1,3}")
_MONTHS = "jan|feb|mrt|mar|apr|mei|may|jun|jul|aug|sep|sept|okt|oct|nov|dec"
_CHANGED = re.compile(
    r"[0-9]+[.,]0+|[0-9]+(?:[.,][0-9]+)?e\+[0-9]{1,3}|[0-9]{4}-[0-9]{2}-[0-9]{2}(?: .*)?"
    rf"|[0-9]{{1,2}}-(?:{_MONTHS})\.?(?:-[0-9]{{2,4}})?|(?:{_MONTHS})\.?-[0-9]{{2,4}}|=.*"
)
_MONTH = (
    r"(?:jan(?:uari|uary|uar|v|vier)?|feb(?:ruari|ruary|ruar)?|fev(?:r|rier)?|mrt|maart|mar(?:ch|s|z)?"
    r"|apr(?:il)?|avr(?:il)?|mei|may|mai|jun[ie]?|juin|jul[iy]?|juil(?:let)?|aug(?:ust|ustus)?|aout"
    r"|sept?(?:ember|embre)?|o[kc]t(?:ober|obre)?|nov(?:ember|embre)?|de[cz](?:ember|embre)?)"
)
_DAY_FIRST = rf"[0-9]{{1,4}}(?:st|nd|rd|th|er|e)?[ ./-]+{_MONTH}\.?(?:[ ./-]+[0-9]{{2,4}})?"
_MONTH_FIRST = rf"{_MONTH}[ ./-]+[0-9]{{1,4}}(?:[ ,./-]+[0-9]{{2,4}})?"
_TIME = r"[0-9]{1,2}(?:[:.][0-9]{2}){1,2} ?(?:am|pm|uur|uhr)|[0-9]{1,2} ?[uh] ?[0-9]{2}"
_SHOWN = re.compile(rf"(?:\w{{2,10}}[ .,]+)?{_DAY_FIRST}|{_MONTH_FIRST}|{_TIME}")
"""Dates and times as they are shown, a day of the week in front."""

_NO_ID = re.compile(r"[\s,;\\&|]|(?<=\w)/(?=\w)|(?<=.)\+")
_SEVERAL = re.compile(r"[;|/&\\]|\s(?:en|et|und|and)\s|,[^,]*,|(?<=\S)\s*\+", re.IGNORECASE)
_WORD = re.compile(r"\w+")


def says_nobody(cell: str) -> bool:
    """Say whether a cell holds an error or a filler of a spreadsheet: #N/A, NULL, 0, -."""
    seen = cell.casefold()
    return bool(seen) and (
        seen in _NOBODY or _ERROR.fullmatch(seen) is not None or not seen.strip("0.,-–—_*?/'\"# ")
    )


def is_no_name(cell: str) -> bool:
    """Say whether a cell names nobody: a filler, or nothing that could be said aloud."""
    letters = any(unicodedata.category(sign)[0] == "L" for sign in cell)
    return says_nobody(cell) or cell.casefold() in _NO_NAME or not letters


def changed_by_a_spreadsheet(cell: str) -> bool:
    """Say whether a spreadsheet took an id for a number or a date: 1E+05, 123.0, 1-feb."""
    return _CHANGED.fullmatch(cell.casefold()) is not None


def is_a_time(cell: str) -> bool:
    """Say whether a cell is a date or a time, as a spreadsheet shows them: 3 jan, 1-feb, 12u30."""
    seen = fold(cell)
    shown = _SHOWN.fullmatch(seen) is not None
    return shown or (seen[:1] != "=" and changed_by_a_spreadsheet(seen))


def holds_several(school_id: str) -> bool:
    """Say whether an id has a sign that parts several: a blank, a comma, a slash."""
    return _NO_ID.search(school_id) is not None


def names_several(name: str) -> bool:
    """Say whether a name has a sign or a word that joins several people."""
    if _SEVERAL.search(name) is not None:
        return True
    family, _comma, given = (part.split() for part in name.partition(","))
    whole = len(family) > 1 and len(given) > 1
    return whole and not begins_family_name(family[0])


_SAME_LOOK = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455"
    "\u043a\u043c\u0442\u0432\u043d\u0501\u04bb\u03b1\u03bf"
    "\u03c1\u03bd\u03b9\u03ba\u03c4\u03c5\u03c7\u03b2\u03b5",
    "aeopcyxijskmtbhdhaopviktuxbe",
)
"""Letters of Cyrillic and Greek that cannot be told from Latin ones on a screen."""


def alike(school_id: str) -> str:
    """Write an id so that those are equal which a spreadsheet, or a hand, makes of one another.

    Zeros before a number, .0 behind it, signs between thousands, an exponent, capitals, quotes,
    accents and a sign at the end do not count, nor in which script a letter is that looks the same.
    """
    whole = unicodedata.normalize("NFKD", school_id).casefold().translate(_SAME_LOOK)
    plain = "".join(sign for sign in whole if not unicodedata.combining(sign))
    plain = "".join(plain.replace("'", "").replace('"', "").split())
    plain = plain.rstrip(".,;:-_") or plain
    if _EXPONENT.fullmatch(plain):
        return str(int(Decimal(plain.replace(",", "."))))
    if _THOUSANDS.fullmatch(plain):
        plain = plain.replace(".", "").replace(",", "")
    number = _ALIKE.fullmatch(plain)
    return number[1] if number else plain


def name_words(name: str) -> frozenset[str]:
    """Fold a name to its words, in any order: Verlinde, Jonas is Jonas Verlinde."""
    return frozenset(_WORD.findall(fold(name)))
