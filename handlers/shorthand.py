"""The shorthand read into marks: 'jonas 10 vvlvxvvvvlvvv', '10: 1-4v 5x 6lr', '10.3 l "why"'.

Reading has two steps, since a marks string is only right or wrong once its competence is known:
`read_line` finds who and which competences; `read_marks` reads what is said of them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bot.domain.folding import fold, straight
from bot.domain.frameworks import Competence
from bot.domain.scales import Coverage, Mastery, contradicts
from bot.messages import Sayable, Text, _, _n, words
from handlers.words import LETTERS, UNTOUCHED, keyword_of

_TOKEN = re.compile(r"""\"[^\"]*\"?|'[^']+'(?=[\s,;]|$)|[^\s,;\"]+""")
_QUOTES = "\"'"
_NUMBER = re.compile(r"(\d{1,4})(?:\.(\d{1,4}))?:?")
_LIKE_A_NUMBER = re.compile(r"\d+\.\d*.")
_GLUED = re.compile(r"(\d{1,4}:)(?=\S)")
_RANGE = re.compile(r"(\d{1,4})(?:-(\d{1,4}))?([a-z]*)")
_MARKS = re.compile(r"[a-z-]+")
_LETTERS_OR_RANGE = re.compile(r"(\d{1,4}(-\d{1,4})?)?[xlvnsr-]*|all|alles?|tout")


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
class Part:
    """A competence's number, perhaps an indicator's, and what is said of it."""

    token: Token
    competence: int
    indicator: int | None
    body: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line taken apart: keyword, whose name, and the parts that start with a number."""

    text: str
    keyword: str | None
    name: str
    parts: tuple[Part, ...]


@dataclass
class Said:
    """What is said of one competence: marks and notes by indicator number.

    `named` holds the scales that were said of one indicator by name, which 'all' does not.
    """

    marks: dict[int, tuple[Mastery | None, Coverage | None]] = field(default_factory=dict)
    named: set[tuple[int, type]] = field(default_factory=set)
    notes: dict[int | None, str] = field(default_factory=dict)


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


def read_line(text: str) -> Line:
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
    return Line(text, keyword, name, tuple(_parts(tokens[first:], keyword)))


def reads_as_scores(text: str) -> bool:
    """Say whether a text looks like a whole line of scores."""
    try:
        line = read_line(text)
    except Misread:
        return False
    return bool(line.parts) and all(
        part.body and all(_LETTERS_OR_RANGE.fullmatch(one.text) or one.quoted for one in part.body)
        for part in line.parts
    )


def _number(token: Token) -> re.Match[str] | None:
    return None if token.quoted else _NUMBER.fullmatch(token.text)


def _parts(tokens: Sequence[Token], keyword: str | None) -> Iterator[Part]:
    while tokens:
        head, rest = tokens[0], tokens[1:]
        found = _number(head)
        if not found:
            raise Misread(_("I expected a number here, such as 10 or 10.3."), head)
        size = next((i for i, t in enumerate(rest) if _starts_part(t, keyword)), len(rest))
        indicator = int(found[2]) if found[2] else None
        yield Part(head, int(found[1]), indicator, tuple(rest[:size]))
        tokens = rest[size:]


def _starts_part(token: Token, keyword: str | None) -> bool:
    found = _number(token)
    # Within '10: 3 x' a bare number is an indicator; only '10.3' or '10:' begins a new part,
    # except where a keyword makes a plain list of numbers ('same 10 11').
    return bool(found and (keyword or found[2] or token.text.endswith(":")))


def read_marks(part: Part, competence: Competence) -> Said:
    """Read what a part says of its competence.

    Raises Misread with the place for a wrong length, an unknown indicator or letter, or L or V
    together with N.
    """
    read = _of_many if part.indicator is None else _of_one
    said = read(part, competence)
    for number, (mastery, coverage) in said.marks.items():
        if contradicts(mastery, coverage):
            raise Misread(
                _(
                    "{number} cannot be shown and never have come up: with 'never' (n) goes x.",
                    number=f"{competence.number}.{number}",
                ),
                part.body[-1],
            )
    return said


def _of_one(part: Part, competence: Competence) -> Said:
    number = _known(int(part.indicator or 0), competence, part.token)
    said = Said()
    for token in part.body:
        if token.quoted:
            _note(said, number, token)
        else:
            _set(said, number, _letters(token), token)
    return said


def _of_many(part: Part, competence: Competence) -> Said:
    said = Said()
    strings: list[Token] = []
    body = list(part.body)
    latest: int | None = None
    while body:
        token = body.pop(0)
        span = _RANGE.fullmatch(token.text)
        if token.quoted:
            _note(said, latest, token)
        elif keyword_of(token.text) == "all":
            _set_all(said, competence, _take_letters(body, token))
        elif span:
            letters = token if span[3] else _take_letters(body, token)
            latest = _set_range(said, competence, span, letters)
        elif _MARKS.fullmatch(token.text):
            strings.append(token)
        else:
            raise Misread(_("I do not understand this."), token)
    _set_strings(said, competence, strings)
    return said


def _take_letters(body: list[Token], after: Token) -> Token:
    taken: list[Token] = []
    while body and _are_letters(body[0]):
        taken.append(body.pop(0))
    if not taken:
        raise Misread(_("A letter is missing after this: x, l or v, or n, s or r."), after)
    return Token("".join(token.text for token in taken), taken[0].start, taken[-1].end)


def _are_letters(token: Token) -> bool:
    return not (token.quoted or keyword_of(token.text)) and bool(_MARKS.fullmatch(token.text))


def _set_all(said: Said, competence: Competence, letters: Token) -> None:
    for indicator in competence.indicators:
        _set(said, indicator.number, _letters(letters), letters, for_all=True)


def _set_range(said: Said, competence: Competence, span: re.Match[str], letters: Token) -> int:
    first = _known(int(span[1]), competence, letters)
    last = _known(int(span[2] or first), competence, letters)
    if last < first:
        raise Misread(_("This range runs backwards."), letters)
    text = span[3] or letters.text
    piece = Token(text, letters.start, letters.end)
    for number in range(first, last + 1):
        _set(said, number, _letters(piece), letters)
    return last


def _set_strings(said: Said, competence: Competence, strings: Sequence[Token]) -> None:
    total = len(competence.indicators)
    if not strings:
        return
    whole = "".join(token.text for token in strings)
    place = Token(whole, strings[0].start, strings[-1].end)
    if len(whole) == total:
        _spread(said, competence, place)
    elif len(strings) > 1 and all(len(token.text) == total for token in strings):
        for token in strings:
            _spread(said, competence, token)
    else:
        raise Misread(
            _n(
                "Competence {number} has {total} indicators, and here I count {count} letter.",
                "Competence {number} has {total} indicators, and here I count {count} letters.",
                len(whole),
                number=competence.number,
                total=total,
            ),
            place,
        )


def _spread(said: Said, competence: Competence, token: Token) -> None:
    marks = [_letter(letter, token) for letter in token.text]
    kinds = {type(mark) for mark in marks if mark is not None}
    if len(kinds) > 1:
        raise Misread(
            _("One string holds one scale: x l v, or n s r. Write them after each other."), token
        )
    for indicator, mark in zip(competence.indicators, marks, strict=True):
        if mark is not None:
            _set(said, indicator.number, [mark], token)


def _letters(token: Token) -> list[Mastery | Coverage]:
    marks = [_letter(letter, token) for letter in token.text]
    return [mark for mark in marks if mark is not None]


def _letter(letter: str, token: Token) -> Mastery | Coverage | None:
    if letter == UNTOUCHED:
        return None
    if letter not in LETTERS:
        raise Misread(
            _("I do not know the letter '{letter}': use x l v, n s r or a hyphen.", letter=letter),
            token,
        )
    return LETTERS[letter]


def _set(
    said: Said,
    number: int,
    marks: Sequence[Mastery | Coverage],
    token: Token,
    *,
    for_all: bool = False,
) -> None:
    mastery, coverage = said.marks.get(number, (None, None))
    kinds = [type(mark) for mark in marks]
    if len(set(kinds)) < len(kinds) or any((number, kind) in said.named for kind in kinds):
        raise Misread(_("Two values for one indicator."), token)
    if not for_all:
        said.named.update((number, kind) for kind in kinds)
    for mark in marks:
        if isinstance(mark, Mastery):
            mastery = mark
        else:
            coverage = mark
    said.marks[number] = (mastery, coverage)


def _note(said: Said, number: int | None, token: Token) -> None:
    if not token.text:
        raise Misread(_("The note is empty."), token)
    said.notes[number] = token.text


def _known(number: int, competence: Competence, token: Token) -> int:
    if competence.indicator(number) is None:
        raise Misread(
            _(
                "Competence {competence} has no indicator {number}; it has 1 to {last}.",
                competence=competence.number,
                number=number,
                last=competence.indicators[-1].number,
            ),
            token,
        )
    return number


def with_place(line: str, token: Token | None) -> Sayable:
    """Show a line with the place marked."""
    if token is None:
        return line
    before, here, after = line[: token.start], line[token.start : token.end], line[token.end :]
    return f"{before[-60:]}▸{here[:60]}◂{after[:60]}"


def complaint(line: str, misread: Misread) -> Sayable:
    """Say what was not understood, where, and that nothing was stored."""
    return words(misread.reason, with_place(line, misread.token), _("Nothing was stored."), by="\n")
