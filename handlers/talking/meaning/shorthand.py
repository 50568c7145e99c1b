"""A typed line taken apart: 'jonas 10 vvlvxvvvvlvvv', '10: 1-4v 5x 6lr', '10.3 l "why"'.

Reading has two steps, since a marks string is only right or wrong once its competence is known:
`read_line` here finds who and which competences; `handlers.scoring.marks` reads what is said.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.domain.folding import fold, straight
from bot.messages import Sayable, _, words
from handlers.talking.meaning.commas import are_joined, join_decimals, without_ands
from handlers.talking.meaning.tokens import Misread, Token, tokens_of
from handlers.talking.meaning.words import NotHere, keyword_of

_NUMBER = re.compile(r"(\d{1,4})(?:\.(\d{1,4}))?:?")
_SPAN = re.compile(r"(\d{1,4})\.(\d{1,4})-(?:(\d{1,4})\.)?(\d{1,4}):?")
_COMPETENCES = re.compile(r"(\d{1,4})-(\d{1,4})")
_LIKE_A_NUMBER = re.compile(r"\d+\.\d*.|\d+-\d")
_NUMBERED_NAME = re.compile(r"\s*\d{1,4}\w{0,2}\s+([^\W\d_]{2,})[^\"]*\d")
_LETTERS_OR_RANGE = re.compile(r"(\d{1,4}(-\d{1,4})?:?)?([xlvnsr–—-]*|nvt)|all|alles?|tout")
_ONLY_LETTERS = re.compile(r"[xlvnsr\s–—-]+", re.IGNORECASE)
_PUNCTUATION = ("-", "–", "—")

NUMBER_EXPECTED = _("I expected a number here: of a competence, or with a dot of an indicator.")
PROSE = 4
"""From so many words on, something typed may be a sentence."""


@dataclass(frozen=True, slots=True)
class LinePart:
    """A competence's number, perhaps an indicator's or those from one to the last, and what of it.

    Without an indicator it is about the whole competence.
    """

    token: Token
    competence: int
    indicator: int | None
    body: tuple[Token, ...]
    last: int | None = None

    @property
    def number(self) -> str:
        """Write what it is about: '10', '10.3' or '10.1-10.4'."""
        if self.indicator is None:
            return f"{self.competence}"
        to = f"-{self.competence}.{self.last}" if self.last is not None else ""
        return f"{self.competence}.{self.indicator}{to}"


@dataclass(frozen=True, slots=True)
class TypedLine:
    """A line taken apart: keyword, whose name, and the parts that start with a number."""

    text: str
    keyword: str | None
    name: str
    parts: tuple[LinePart, ...]


def keyword_in_front(text: str) -> tuple[str | None, int]:
    """Find the keyword that a line begins with, and where what follows it begins."""
    first = next(iter(text.split(maxsplit=1)), "")
    keyword = keyword_of(first.rstrip(",:;"))
    if keyword in ("today", "same", "focus"):
        return keyword, text.index(first) + len(first)
    return None, 0


# Seven ask for the same line before it is stored.
@lru_cache(maxsize=64)
def read_line(text: str, begin: int = 0) -> TypedLine:
    """Find the keyword, the name and the numbered parts of a line, or of what follows a place.

    Raises Misread, also for a note before any number and for a part that stands twice.
    """
    keyword, after = keyword_in_front(text)
    written = without_ands(tokens_of(text, max(begin, after)))
    tokens = join_decimals(written, text, keyword)
    first = next((i for i, token in enumerate(tokens) if _begins(token, keyword)), len(tokens))
    named = [token for token in tokens[:first] if token.text not in _PUNCTUATION]
    for token in named:
        if token.quoted:
            raise Misread(_("Put a note behind the number that it is about."), token)
        if _LIKE_A_NUMBER.match(token.text):
            raise Misread(NUMBER_EXPECTED, token)
    name = " ".join(_as_named(token, text).rstrip(":") for token in named)
    parts = tuple(_parts(tokens[first:], keyword))
    if keyword is None:
        parts = _sharing(parts, text)
    _refuse_twice(parts)
    return TypedLine(text, keyword, name.strip(), parts)


def _sharing(parts: Sequence[LinePart], text: str) -> tuple[LinePart, ...]:
    """Let indicators that stand bare before a comma or an 'and' have the letters of the next."""
    shared = [*parts]
    for at in range(len(shared) - 2, -1, -1):
        part, coming = shared[at : at + 2]
        bare = not part.body and part.indicator is not None and coming.indicator is not None
        if bare and are_joined(text, part.token, coming.token):
            letters = tuple(token for token in coming.body if not token.quoted)
            shared[at] = replace(part, body=letters)
    return tuple(shared)


def _as_named(token: Token, text: str) -> str:
    """Say a word of a name as it was typed, where it reads as what cannot be seen here."""
    away = token.text == NotHere.NOT_HERE.value
    return fold(text[token.start : token.end]) if away else token.text


def _refuse_twice(parts: Sequence[LinePart]) -> None:
    known: set[str] = set()
    for part in parts:
        if part.number in known:
            raise Misread(_("{number} stands twice in this line.", number=part.number), part.token)
        known.add(part.number)


def lines_of(text: str) -> list[str]:
    """Part a message into its lines; a note may go on in the next, and so may letters alone."""
    found: list[str] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        goes_on = found and straight(found[-1]).count('"') % 2
        if found and (goes_on or _ONLY_LETTERS.fullmatch(line)):
            found[-1] = f"{found[-1]}\n{line}"
        else:
            found.append(line)
    if not any(map(_has_a_number, found)):
        return [text]
    return found


def may_name_others(text: str) -> bool:
    """Say whether words behind a number in front may be a name: '5 Electricity Z 10.3 v'."""
    found = _NUMBERED_NAME.match(text)
    return found is not None and not _LETTERS_OR_RANGE.fullmatch(found[1].casefold())


def _has_a_number(line: str) -> bool:
    try:
        return bool(read_line(line).parts)
    except Misread:
        return True


def reads_as_scores(text: str) -> bool:
    """Say whether a text looks like whole lines of scores."""
    return all(map(_reads_as_scores, lines_of(text)))


def _reads_as_scores(text: str) -> bool:
    try:
        line = read_line(text)
    except Misread:
        return False
    return bool(line.parts) and all(part.body and _all_scores(part) for part in line.parts)


def reads_as_prose(text: str) -> bool:
    """Say whether somebody tells something, rather than giving scores or a command."""
    if len(text.split()) < PROSE or not text[:1].isalpha() or reads_as_scores(text):
        return False
    try:
        parts = read_line(text).parts
    except Misread:
        return True
    return not parts or not all(map(_all_scores, parts))


def _all_scores(part: LinePart) -> bool:
    return all(token.quoted or _is_score(token.text) for token in part.body)


def _is_score(text: str) -> bool:
    return bool(_LETTERS_OR_RANGE.fullmatch(text)) or keyword_of(text) == "except"


def _number(token: Token) -> re.Match[str] | None:
    return None if token.quoted else _NUMBER.fullmatch(token.text)


def _begins(token: Token, keyword: str | None) -> bool:
    """Say whether a token begins the first part: a number, or a range that may stand there."""
    if _number(token):
        return True
    if token.quoted or keyword in ("today", "focus"):
        return False
    return _is_range(token, keyword)


def _is_range(token: Token, keyword: str | None) -> bool:
    """Say whether a range may begin a part: '10.1-10.5', and of competences after 'same'."""
    competences = keyword == "same" and _COMPETENCES.fullmatch(token.text)
    return bool(competences or _SPAN.fullmatch(token.text))


def _parts(tokens: Sequence[Token], keyword: str | None) -> Iterator[LinePart]:
    while tokens:
        head, rest = tokens[0], tokens[1:]
        size = next((i for i, t in enumerate(rest) if _starts_part(t, keyword)), len(rest))
        yield from _headed(head, tuple(rest[:size]))
        tokens = rest[size:]


def _headed(head: Token, body: tuple[Token, ...]) -> Iterator[LinePart]:
    """Make the part of a head, or of each competence where the head is a range of those."""
    found, span = _number(head), _SPAN.fullmatch(head.text)
    competences = _COMPETENCES.fullmatch(head.text)
    if found:
        yield LinePart(head, int(found[1]), int(found[2]) if found[2] else None, body)
    elif span:
        if span[3] and span[3] != span[1]:
            raise Misread(_("A range stays within one competence."), head)
        yield LinePart(head, int(span[1]), int(span[2]), body, int(span[4]))
    elif competences and int(competences[1]) < int(competences[2]) and not body:
        for number in range(int(competences[1]), int(competences[2]) + 1):
            yield LinePart(head, number, None, body)
    else:
        raise Misread(NUMBER_EXPECTED, head)


def _starts_part(token: Token, keyword: str | None) -> bool:
    if token.quoted:
        return False
    found = _number(token)
    # Within '10: 3 x' a bare number is an indicator; only '10.3' or '10:' begins a new part,
    # except where a keyword makes a plain list of numbers ('same 10 11').
    if found:
        return bool(keyword or found[2] or token.text.endswith(":"))
    return _is_range(token, keyword)


def with_place(line: str, token: Token | None) -> Sayable:
    """Show a line with the place marked."""
    if token is None:
        return line
    before, here, after = line[: token.start], line[token.start : token.end], line[token.end :]
    return f"{before[-60:]}▸{here[:60]}◂{after[:60]}"


def complaint(line: str, misread: Misread) -> Sayable:
    """Say what was not understood, where, and that nothing was stored."""
    return words(misread.reason, with_place(line, misread.token), _("Nothing was stored."), by="\n")
