"""Which letters a file's bytes stand for; what would turn names into others is refused.

Spreadsheets write UTF-8, and older ones cp1252. Nearly every byte is a sign in cp1252, so a file
of another encoding would be read without an error, and rename people: `Zoë` of a Macintosh is
`Zo‘` there. A detector says what else a file may be, and no sign may stand where no word has it.
"""

import codecs
import re

from bot.domain.importing.letters import LOST, garbled

_MARKED = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Line ends, tabs and form feeds belong in a text; DOS ends one with 1A.
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f]")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_WORD = re.compile(r"[^\W\d_]+")
_LETTER = r"[^\W\d_]"
# Where another encoding has an accented letter, cp1252 often has one of these beside letters.
_SIGNS = b"\x82\x84\x86\x87\x88\x89\x98\xa2\xa3\xa4\xa5\xa6\xa8\xaf\xb4\xb6\xb8\xbc\xbd\xbe"
_BEFORE = _SIGNS.decode("cp1252")
_AFTER = _BEFORE + b"\x8b\x91\x93\xa1\xa7\xaa\xab\xac\xb9\xbf".decode("cp1252")
_STRAY = re.compile(
    f"{_LETTER}[{_AFTER}]|[{_BEFORE}]{_LETTER}"
    rf"|{_LETTER}[^\x00-\x7f\w\s’—€°²³™®©»·×]{_LETTER}|[\x80-\x9f]"
    # Where cp1252 has the letters of Iceland, Turkish has ğ, ş and İ: Ayþe is Ayşe. Whoever
    # does bear such a letter saves the file as UTF-8; ý ends Czech names, as in Novotný.
    rf"|[ÐðÞþ]|ý(?={_LETTER})|\bÝ(?={_LETTER})"
)


class Garbled(ValueError):
    """No encoding makes names of these bytes; `line` has the first that shows it."""

    def __init__(self, line: int) -> None:
        """Name the line, counted from 1."""
        super().__init__(line)
        self.line = line


def decoded(data: bytes) -> str | None:
    """Read bytes as text, or None where they are none.

    Raises Garbled where the letters cannot be known surely.
    """
    marked = [encoding for mark, encoding in _MARKED if data.startswith(mark)]
    text = _tried(data, *marked or ("utf-8", "cp1252"))
    if text is None or _NOT_TEXT.search(text):
        return None
    place = text.index(LOST) if LOST in text else None
    first = None if marked else _not_utf8(data)
    if first is not None:
        if garbled(text) is not None:
            raise Garbled(data[:first].count(b"\n") + 1)
        place = _strange(text)
        if place is None and _rather_a_macintosh(data, text):
            place = next(found.start() for found in _FOREIGN.finditer(text))
    if place is not None:
        raise Garbled(len(text[: place + 1].splitlines()))
    return text


def _tried(data: bytes, *encodings: str) -> str | None:
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _not_utf8(data: bytes) -> int | None:
    try:
        data.decode()
    except UnicodeDecodeError as error:
        return error.start
    return None


def _strange(text: str) -> int | None:
    """Find the first place in a text read as cp1252 that no word has."""
    stray = _STRAY.search(text)
    turned = (found.start() for found in _WORD.finditer(text) if _turned(found.group()))
    places = (stray and stray.start(), next(turned, None))
    return min((place for place in places if place is not None), default=None)


def _turned(word: str) -> bool:
    """Say whether an accented capital stands inside a word of small letters: JosŽ for José."""
    return not word.isupper() and any(
        letter.isupper() and not letter.isascii() for letter in word[1:]
    )


def _rather_a_macintosh(data: bytes, text: str) -> bool:
    from charset_normalizer import from_bytes  # only a file that is not UTF-8 pays for loading it

    best = from_bytes(data, cp_isolation=["cp1252", "mac_roman"]).best()
    if best is None or best.encoding != "mac_roman":
        return False
    other = str(best)
    return other != text and _strange(other) is None
