"""What a part of a line says of its competence: letters, ranges, 'all', and notes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.domain.school.frameworks import Competence, Indicator, Programme
from bot.domain.scoring.scales import Coverage, Mastery, contradicts
from bot.messages import _, _n
from handlers.talking.meaning.shorthand import LinePart
from handlers.talking.meaning.tokens import Misread, Token
from handlers.talking.meaning.words import LETTERS, UNTOUCHED, keyword_of
from handlers.talking.phrases import spans

_RANGE = re.compile(r"(\d{1,4})(?:-(\d{1,4}))?([a-z]*)")
_MARKS = re.compile(r"[a-z-]+")


@dataclass
class SaidOfCompetence:
    """What is said of one competence: marks and notes by indicator number.

    `named` holds the scales that were said of one indicator by name, which 'all' does not.
    """

    marks: dict[int, tuple[Mastery | None, Coverage | None]] = field(default_factory=dict)
    named: set[tuple[int, type]] = field(default_factory=set)
    notes: dict[int | None, str] = field(default_factory=dict)


def read_marks(part: LinePart, competence: Competence) -> SaidOfCompetence:
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


def _of_one(part: LinePart, competence: Competence) -> SaidOfCompetence:
    number = known_indicator(int(part.indicator or 0), competence, part.token).number
    said = SaidOfCompetence()
    for token in part.body:
        if token.quoted:
            _note(said, number, token)
        else:
            _set(said, number, _letters(token), token)
    return said


def _of_many(part: LinePart, competence: Competence) -> SaidOfCompetence:
    said = SaidOfCompetence()
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


def _set_all(said: SaidOfCompetence, competence: Competence, letters: Token) -> None:
    for indicator in competence.indicators:
        _set(said, indicator.number, _letters(letters), letters, for_all=True)


def _set_range(
    said: SaidOfCompetence, competence: Competence, span: re.Match[str], letters: Token
) -> int:
    first = known_indicator(int(span[1]), competence, letters).number
    last = known_indicator(int(span[2] or first), competence, letters).number
    if last < first:
        raise Misread(_("This range runs backwards."), letters)
    text = span[3] or letters.text
    piece = Token(text, letters.start, letters.end)
    for number in range(first, last + 1):
        _set(said, number, _letters(piece), letters)
    return last


def _set_strings(said: SaidOfCompetence, competence: Competence, strings: Sequence[Token]) -> None:
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


def _spread(said: SaidOfCompetence, competence: Competence, token: Token) -> None:
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
    said: SaidOfCompetence,
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


def _note(said: SaidOfCompetence, number: int | None, token: Token) -> None:
    if not token.text:
        raise Misread(_("The note is empty."), token)
    said.notes[number] = token.text


def known_indicator(number: int, competence: Competence, token: Token) -> Indicator:
    """Find an indicator of a competence by its number; raises Misread with the place."""
    indicator = competence.indicator(number)
    if indicator is None:
        raise Misread(
            _(
                "Competence {competence} has no indicator {number}; it has 1 to {last}.",
                competence=competence.number,
                number=number,
                last=competence.indicators[-1].number,
            ),
            token,
        )
    return indicator


def competence_of(part: LinePart, programme: Programme) -> Competence:
    """Find a part's competence in the programme; raises Misread for an unknown number."""
    competence = programme.competence(part.competence)
    if competence is None:
        numbers = ", ".join(spans([known.number for known in programme.competences]))
        raise Misread(
            _(
                "There is no competence {number} in this programme; there are {numbers}.",
                number=part.competence,
                numbers=numbers,
            ),
            part.token,
        )
    return competence
