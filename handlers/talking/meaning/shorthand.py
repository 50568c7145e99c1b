"""A typed line taken apart: 'jonas 10 vvlvxvvvvlvvv', '10: 1-4v 5x 6lr', '10.3 l "why"'.

Reading has two steps, since a marks string is only right or wrong once its competence is known:
`read_line` here finds who and which competences; `handlers.scoring.marks` reads what is said.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.folding import fold, straight
from bot.messages import Sayable, Text, _, words
from handlers.talking.meaning.words import keyword_of

_TOKEN = re.compile(r"""\"[^\"]*\"?|'[^']+'(?=[\s,;]|$)|[^\s,;\"]+""")
_QUOTES = "\"'"
_NUMBER = re.compile(r"(\d{1,4})(?:\.(\d{1,4}))?:?")
_LIKE_A_NUMBER = re.compile(r"\d+\.\d*.")
_GLUED = re.compile(r"(\d{1,4}:)(?=\S)")
_LETTERS_OR_RANGE = re.compile(r"(\d{1,4}(-\d{1,4})?)?[xlvnsr-]*|all|alles?|tout")

PROSE = 4
"""From so many words on, something typed may be a sentence."""


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the line with its place in it."""

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


@dataclass(frozen=True, slots=True)
class LinePart:
    """A competence's number, perhaps an indicator's, and what is said of it."""

    token: Token
    competence: int
    indicator: int | None
    body: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class TypedLine:
    """A line taken apart: keyword, whose name, and the parts that start with a number."""

    text: str
    keyword: str | None
    name: str
    parts: tuple[LinePart, ...]


def tokens_of(text: str) -> list[Token]:
    """Take a line apart; quoted notes stay whole, '10:1-4v' becomes two pieces."""
    return list(_pieces(straight(text), text))


def _pieces(plain: str, original: str) -> Iterator[Token]:
    for found in _TOKEN.finditer(plain):
        start, end = found.span()
        if found[0][0] in _QUOTES and (found[0][0] == '"' or found[0][-1] == "'" != found[0]):
            if len(found[0]) < 2 or found[0][-1] != found[0][0]:
                raise Misread(_("A closing quote is missing."), Token("", start, end))
            yield Token(original[start + 1 : end - 1].strip(), start, end, quoted=True)
            continue
        if found[0] == ":":
            continue
        glued = _GLUED.match(found[0])
        if glued:
            yield Token(glued[1], start, start + glued.end())
            start += glued.end()
        yield Token(fold(original[start:end]), start, end)


def read_line(text: str) -> TypedLine:
    """Find the keyword, the name and the numbered parts of a line."""
    tokens = tokens_of(text)
    keyword = keyword_of(tokens[0].text) if tokens and not tokens[0].quoted else None
    if keyword in ("today", "same", "focus"):
        tokens = tokens[1:]
    else:
        keyword = None
    first = next((i for i, token in enumerate(tokens) if _number(token)), len(tokens))
    for token in tokens[:first]:
        if _LIKE_A_NUMBER.match(token.text):
            raise Misread(_("I expected a number here, such as 10 or 10.3."), token)
    name = " ".join(token.text.rstrip(":") for token in tokens[:first] if not token.quoted)
    return TypedLine(text, keyword, name, tuple(_parts(tokens[first:], keyword)))


def reads_as_scores(text: str) -> bool:
    """Say whether a text looks like a whole line of scores."""
    try:
        line = read_line(text)
    except Misread:
        return False
    return bool(line.parts) and all(part.body and _all_scores(part) for part in line.parts)


def reads_as_prose(text: str) -> bool:
    """Say whether somebody tells something, rather than giving scores or a command."""
    if len(text.split()) < PROSE or not text[:1].isalpha():
        return False
    try:
        parts = read_line(text).parts
    except Misread:
        return True
    return not parts or not all(map(_all_scores, parts))


def _all_scores(part: LinePart) -> bool:
    return all(_LETTERS_OR_RANGE.fullmatch(one.text) or one.quoted for one in part.body)


def _number(token: Token) -> re.Match[str] | None:
    return None if token.quoted else _NUMBER.fullmatch(token.text)


def _parts(tokens: Sequence[Token], keyword: str | None) -> Iterator[LinePart]:
    while tokens:
        head, rest = tokens[0], tokens[1:]
        found = _number(head)
        if not found:
            raise Misread(_("I expected a number here, such as 10 or 10.3."), head)
        size = next((i for i, t in enumerate(rest) if _starts_part(t, keyword)), len(rest))
        indicator = int(found[2]) if found[2] else None
        yield LinePart(head, int(found[1]), indicator, tuple(rest[:size]))
        tokens = rest[size:]


def _starts_part(token: Token, keyword: str | None) -> bool:
    found = _number(token)
    # Within '10: 3 x' a bare number is an indicator; only '10.3' or '10:' begins a new part,
    # except where a keyword makes a plain list of numbers ('same 10 11').
    return bool(found and (keyword or found[2] or token.text.endswith(":")))


def with_place(line: str, token: Token | None) -> Sayable:
    """Show a line with the place marked."""
    if token is None:
        return line
    before, here, after = line[: token.start], line[token.start : token.end], line[token.end :]
    return f"{before[-60:]}▸{here[:60]}◂{after[:60]}"


def complaint(line: str, misread: Misread) -> Sayable:
    """Say what was not understood, where, and that nothing was stored."""
    return words(misread.reason, with_place(line, misread.token), _("Nothing was stored."), by="\n")
