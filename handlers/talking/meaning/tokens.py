"""A typed text taken into pieces: words, numbers, ranges, letters, and notes between quotes.

What phones, dictation and our own answers make of a line is read here: a full stop behind a letter,
a dash that stands for hyphens, blanks in a range, the signs in which marks are shown.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.domain.folding import fold, straight
from bot.messages import Text, _
from handlers.talking.meaning.words import NOT_HERE, NotHere, without_told

NO_PLACE_FOR_QUOTES = _(
    "I cannot see where the note begins and where it ends: put it between one pair of quotes, and "
    "none within it."
)

_SIGNS = str.maketrans(dict.fromkeys("✓✔✅☑", "v") | {"◐": "l"} | dict.fromkeys("✗✘✕✖×❌", "x"))
_BETWEEN = r"\s,;·•"
_WORD = re.compile(rf'[^{_BETWEEN}"]+')
_SIDE = re.compile(rf"[{_BETWEEN}]")
_HEAD = re.compile(r"(\d{1,4}(?:\.\d{1,4})?:)(?=\S)")
_NUMBER_AND_LETTERS = re.compile(r"(\d{1,4}\.\d{1,4})(?=(?:[xlvnsr]+|nvt)[.!]*$)", re.IGNORECASE)
_SPELLED = re.compile(r"(?:[xlvnsr-]\.)+[xlvnsr-]")
_LONG = re.compile(r"(?=.*[–—―])[xlvnsr–—―-]+", re.IGNORECASE)
_STOPS = ".!"
_AWAY = re.compile(rf"(?:{NOT_HERE.pattern})(?=[.!]*(?:[{_BETWEEN}]|$))", re.IGNORECASE)
_FROM = r"\d{1,4}(?:\.\d{1,4})?"
_TO = rf"{_FROM}:?[a-z]*"
_RANGE = re.compile(rf"{_FROM}-{_TO}")
_OPEN_RANGE = re.compile(rf"{_FROM}-")
_REST_OF_RANGE = re.compile(rf"-{_TO}")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the line with its place in it; letters keep a long dash, which may be two."""

    text: str
    start: int
    end: int
    quoted: bool = False


class Misread(Exception):
    """Something in a line could not be understood; it says what and where."""

    def __init__(self, reason: Text, token: Token | None = None) -> None:
        """Keep the reason and the place."""
        super().__init__(reason.key)
        self.reason = reason
        self.token = token


def tokens_of(text: str, begin: int = 0) -> list[Token]:
    """Take a line apart from a place on; notes stay whole, '10:1 - 4v' becomes '10:' and '1-4v'.

    Raises Misread where it is not clear where a note begins and ends.
    """
    plain = without_told(straight(text)).translate(_SIGNS)
    notes = sorted(_notes(plain, begin))
    pieces: list[Token] = []
    at = begin
    for start, end in [*notes, (len(plain), len(plain))]:
        pieces += _joined([*_pieces(plain, text, at, start)])
        if start < end:
            pieces.append(Token(text[start + 1 : end - 1].strip(), start, end, quoted=True))
        at = end
    return pieces


def _notes(plain: str, begin: int) -> Iterator[tuple[int, int]]:
    """Find the notes, by pairs of quotes with nothing but blanks or commas outside them."""
    marks = [found.start() for found in re.finditer('"', plain) if found.start() >= begin]
    spans = list(zip(marks[::2], marks[1::2], strict=False))
    if len(marks) == 1:
        raise Misread(_("A closing quote is missing."), Token("", marks[0], len(plain)))
    strict = len(spans) > 1
    if len(marks) % 2 or not all(_stands_apart(plain, *span, strict=strict) for span in spans):
        raise Misread(NO_PLACE_FOR_QUOTES, Token("", marks[0], marks[-1] + 1))
    yield from ((start, end + 1) for start, end in spans)
    at = begin
    for start, end in [*spans, (len(plain), len(plain))]:
        yield from _single_quoted(plain, at, start)
        at = end + 1


def _stands_apart(plain: str, start: int, end: int, *, strict: bool) -> bool:
    """Say whether quotes hold a note; where there are several, no blank may touch them inside."""
    before, after = plain[start - 1 : start], plain[end + 1 :].lstrip(_STOPS)[:1]
    inside = plain[start + 1 : end]
    return (
        (not before or before == ":" or bool(_SIDE.match(before)) or before.isalpha())
        and (not after or bool(_SIDE.match(after)))
        and not (strict and inside != inside.strip())
    )


def _single_quoted(plain: str, begin: int, stop: int) -> Iterator[tuple[int, int]]:
    """Find notes between single quotes; one within a word is an apostrophe."""
    opens = rf"(?<![^{_BETWEEN}:])'(?=[^{_BETWEEN}'])"
    closes = rf"(?<=[^{_BETWEEN}'])'(?=[{_STOPS}]*(?:[{_BETWEEN}]|$))"
    opened: int | None = None
    for found in re.finditer(rf"(?P<opens>{opens})|(?P<closes>{closes})", plain[:stop]):
        if found.start() < begin:
            continue
        if found["opens"]:
            opened = found.start()
        elif opened is not None:
            yield opened, found.end()
            opened = None


def _pieces(plain: str, original: str, begin: int, stop: int) -> Iterator[Token]:
    away_until = begin
    for found in _WORD.finditer(plain, begin, stop):
        start, end = found.span()
        if start < away_until:
            continue
        for glued in (_HEAD, _NUMBER_AND_LETTERS):
            head = glued.match(plain, start, end)
            if head:
                yield Token(head[1], start, start + len(head[1]))
                start += len(head[1])
        if away := _AWAY.match(plain, start, stop):
            away_until = away.end()
            yield Token(NotHere.NOT_HERE.value, start, away_until)
            continue
        text = _as_typed(plain[start:end], original[start:end])
        if text and text != ":":
            yield Token(text, start, end)


def _as_typed(plain: str, original: str) -> str:
    """Fold a word; without the stops that end a sentence, and without signs nobody sees."""
    letters = original.translate(_SIGNS)
    if _LONG.fullmatch(letters):
        return letters.casefold().replace("―", "—")
    seen = "".join(char for char in plain if unicodedata.category(char) not in ("Cf", "Mn"))
    folded = fold(seen).rstrip(_STOPS)
    return folded.replace(".", "") if _SPELLED.fullmatch(folded) else folded


def _joined(pieces: Sequence[Token]) -> list[Token]:
    """Join what blanks part within a range: '3 - 5', '3- 5' and '3 -5' are '3-5'."""
    joined: list[Token] = []
    at = 0
    while at < len(pieces):
        size = next((n for n in (3, 2) if _is_range(pieces[at : at + n], n)), 1)
        first, last = pieces[at], pieces[min(at + size, len(pieces)) - 1]
        text = "".join(piece.text for piece in pieces[at : at + size]) if size > 1 else first.text
        joined.append(replace(first, text=_dashed(text) if size > 1 else text, end=last.end))
        at += size
    return joined


def _is_range(pieces: Sequence[Token], size: int) -> bool:
    texts = [_dashed(piece.text) for piece in pieces]
    if len(texts) < size:
        return False
    if size == 3 and texts[1] != "-":
        return False
    if size == 2 and not (_OPEN_RANGE.fullmatch(texts[0]) or _REST_OF_RANGE.fullmatch(texts[1])):
        return False
    return bool(_RANGE.fullmatch("".join(texts)))


def _dashed(text: str) -> str:
    return text.replace("—", "-").replace("–", "-")
