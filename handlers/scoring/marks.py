"""What a part of a line says of its competence: letters, ranges, 'all', and notes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.domain.school.frameworks import Competence, Indicator, Programme
from bot.domain.scoring.scales import Coverage, Mastery, contradicts
from bot.messages import _
from handlers.scoring.letters import (
    DASHES,
    RANGE,
    TWO_VALUES,
    WORDS,
    Said,
    is_word,
    miscounted,
    read_letter,
    read_letters,
    spell,
    without_dash,
    without_dashes,
)
from handlers.talking.meaning.shorthand import LinePart
from handlers.talking.meaning.tokens import Misread, Token
from handlers.talking.meaning.words import NotHere, keyword_of
from handlers.talking.phrases import spans

_MARKS = re.compile(r"[a-z–—-]+")


OF_WHICH = _("Name the indicators that are not here, or write 'all' before it.")
OF_EACH = _("Write the letter right behind each number here, such as 3l.")


@dataclass
class SaidOfCompetence:
    """What is said of one competence: marks and notes by indicator number.

    `not_here` holds what cannot be seen in this place, of which there is no mark. `named` holds the
    scales that were said of one indicator by name, which 'all' does not, and `of_all` those that
    were said of all.
    """

    marks: dict[int, tuple[Mastery | None, Coverage | None]] = field(default_factory=dict)
    not_here: set[int] = field(default_factory=set)
    named: set[tuple[int, type]] = field(default_factory=set)
    of_all: set[type] = field(default_factory=set)
    notes: dict[int | None, str] = field(default_factory=dict)


def read_marks(
    part: LinePart, competence: Competence, said: SaidOfCompetence | None = None
) -> SaidOfCompetence:
    """Read what a part says of its competence, beside what other parts said of it.

    Raises Misread with the place for a wrong length, an unknown indicator or letter, two values
    for one indicator, or L or V together with N.
    """
    said = said or SaidOfCompetence()
    if part.indicator is None:
        _read_many(part, competence, said)
    else:
        _read_named(part, competence, said)
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


def _read_named(part: LinePart, competence: Competence, said: SaidOfCompetence) -> None:
    """Read what is said of one indicator, or of each from one to the last."""
    numbers = [own.number for own in indicators_of(part, competence)]
    letters = without_dash(token for token in part.body if not token.quoted)
    for token in letters:
        for number in numbers:
            _set(said, number, read_letters(token), token)
    for token in part.body:
        if token.quoted:
            add_note(said, numbers[0] if part.last is None else None, token)


def _between(competence: Competence, first: int, last: int, token: Token) -> list[int]:
    first = known_indicator(first, competence, token).number
    last = known_indicator(last, competence, token).number
    if last < first:
        raise Misread(_("This range runs backwards."), token)
    return [own.number for own in competence.indicators if first <= own.number <= last]


def _read_many(part: LinePart, competence: Competence, said: SaidOfCompetence) -> None:
    strings: list[Token] = []
    body = without_dashes(part.body)
    latest: int | None = None
    while body:
        token = body.pop(0)
        span = RANGE.fullmatch(token.text)
        if token.quoted:
            add_note(said, latest, token)
        elif keyword_of(token.text) == "all":
            _set_all(said, competence, _take_letters(body, token))
            latest = None
        elif keyword_of(token.text) == "except":
            _leave_out(said, competence, body, token)
        elif span:
            letters = token if span[3] else _take_letters(body, token)
            latest = _set_range(said, competence, span, letters)
        elif _MARKS.fullmatch(token.text):
            strings.append(token)
            latest = None
        else:
            raise Misread(_("I do not understand this."), token)
    _set_strings(said, competence, strings)


def _take_letters(body: list[Token], after: Token) -> Token:
    taken: list[Token] = []
    while body and _are_letters(body[0]):
        taken.append(body.pop(0))
    taken = without_dash(taken)
    if not taken:
        raise Misread(_("A letter is missing after this: x, l or v, or n, s or r."), after)
    return Token("".join(token.text for token in taken), taken[0].start, taken[-1].end)


def _are_letters(token: Token) -> bool:
    return not (token.quoted or keyword_of(token.text)) and bool(_MARKS.fullmatch(token.text))


def _set_all(said: SaidOfCompetence, competence: Competence, letters: Token) -> None:
    marks = read_letters(letters)
    kinds = {type(mark) for mark in marks}
    if said.of_all & kinds or (NotHere in said.of_all | kinds and said.of_all and kinds):
        raise Misread(TWO_VALUES, letters)
    said.of_all |= kinds
    for indicator in competence.indicators:
        _set(said, indicator.number, marks, letters, for_all=True)


def _leave_out(
    said: SaidOfCompetence, competence: Competence, body: list[Token], after: Token
) -> None:
    """Leave out of 'all' the numbers that follow; those with letters of their own have these."""
    if not said.of_all:
        raise Misread(_("Write 'all' and a letter before this, such as: all v."), after)
    left = _take_bare(body)
    if not left and not (body and RANGE.fullmatch(body[0].text)):
        raise Misread(_("A number is missing after this."), after)
    for span in left:
        for number in _between(competence, int(span[1]), int(span[2] or span[1]), after):
            if any(place == number for place, _kind in said.named):
                raise Misread(TWO_VALUES, after)
            said.marks.pop(number, None)
            said.not_here.discard(number)


def _take_bare(body: list[Token]) -> list[re.Match[str]]:
    """Take the numbers and ranges in front that have no letters; '3 l' has its own."""
    taken: list[re.Match[str]] = []
    while body and not body[0].quoted and (span := RANGE.fullmatch(body[0].text)):
        if span[3] or (not taken and len(body) > 1 and _are_letters(body[1])):
            return taken
        taken.append(span)
        body.pop(0)
    if body and taken and _are_letters(body[0]):
        raise Misread(OF_EACH, body[0])
    return taken


def _set_range(
    said: SaidOfCompetence, competence: Competence, span: re.Match[str], letters: Token
) -> int | None:
    """Set what is said from one to the last; give the number, where it is one."""
    first, last = int(span[1]), int(span[2] or span[1])
    numbers = _between(competence, first, last, letters)
    piece = Token(span[3] or letters.text, letters.start, letters.end)
    for number in numbers:
        _set(said, number, read_letters(piece), letters)
    return None if span[2] else first


def _set_strings(said: SaidOfCompetence, competence: Competence, strings: Sequence[Token]) -> None:
    total = len(competence.indicators)
    if not strings:
        return
    whole = Token("".join(token.text for token in strings), strings[0].start, strings[-1].end)
    if _are_words(strings):
        raise Misread(WORDS, whole)
    spelled = [spell(token, total) for token in strings]
    if not spell(whole, total) and len(strings) > 1 and strings[0].text in DASHES:
        return _set_strings(said, competence, strings[1:])  # a dash before a string: '8 – vvlx'
    for token in [spell(whole, total)] if spell(whole, total) else spelled:
        if any(string.text == NotHere.NOT_HERE.value for string in strings):
            raise Misread(OF_WHICH, whole)
        if token is None:
            raise miscounted(whole, competence)
        _spread(said, competence, token)


def _are_words(strings: Sequence[Token]) -> bool:
    return any(is_word(string) and string.text != NotHere.NOT_HERE.value for string in strings)


def _spread(said: SaidOfCompetence, competence: Competence, token: Token) -> None:
    marks = [read_letter(letter, token) for letter in token.text]
    kinds = {type(mark) for mark in marks if mark is not None}
    if len(kinds) > 1:
        raise Misread(
            _("One string holds one scale: x l v, or n s r. Write them after each other."), token
        )
    for indicator, mark in zip(competence.indicators, marks, strict=True):
        if mark is not None:
            _set(said, indicator.number, [mark], token)


def _set(
    said: SaidOfCompetence,
    number: int,
    marks: Sequence[Said],
    token: Token,
    *,
    for_all: bool = False,
) -> None:
    kinds = [type(mark) for mark in marks]
    before = [kind for place, kind in said.named if place == number]
    apart = kinds and before and NotHere in (*kinds, *before)
    if apart or len({*kinds, *before}) < len(kinds) + len(before):
        raise Misread(TWO_VALUES, token)
    if not for_all:
        said.named.update((number, kind) for kind in kinds)
    if NotHere in kinds:
        said.marks.pop(number, None)
        said.not_here.add(number)
        return
    if kinds:
        said.not_here.discard(number)
    mastery, coverage = said.marks.get(number, (None, None))
    for mark in marks:
        if isinstance(mark, Mastery):
            mastery = mark
        elif isinstance(mark, Coverage):
            coverage = mark
    said.marks[number] = (mastery, coverage)


def add_note(said: SaidOfCompetence, number: int | None, token: Token) -> None:
    """Keep a note in its place. Raises Misread for an empty one, and for a second one there."""
    if not token.text:
        raise Misread(_("The note is empty."), token)
    if number in said.notes:
        raise Misread(_("Here stands a second note in one place: make one of them."), token)
    said.notes[number] = token.text


def indicators_of(part: LinePart, competence: Competence) -> Sequence[Indicator]:
    """List the indicators that a part names; raises Misread for one that is not there."""
    if part.indicator is None:
        return competence.indicators
    last = part.indicator if part.last is None else part.last
    numbers = _between(competence, part.indicator, last, part.token)
    return [own for own in competence.indicators if own.number in numbers]


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
