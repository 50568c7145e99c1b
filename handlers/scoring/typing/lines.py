"""A typed line, brought to who answers it: by its keyword, else as scores."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from bot.domain.school.tracks import Role, Track
from bot.domain.scoring.roles import SETS_FOCUS, TALLIES
from bot.messages import Reply, Sayable, Text
from handlers.scoring.typing.focus import NO_FOCUS, point_focus
from handlers.scoring.typing.line import SCORES
from handlers.scoring.typing.plain_line import read_plainly
from handlers.scoring.typing.remark import offer_remark
from handlers.scoring.typing.same import say_same
from handlers.scoring.typing.several import read_several
from handlers.scoring.typing.today import NO_TALLY, tally_today
from handlers.talking.help import not_understood
from handlers.talking.meaning.ended import say_ended, say_left_in
from handlers.talking.meaning.names import meant_by
from handlers.talking.meaning.seeking import seek
from handlers.talking.meaning.shorthand import TypedLine, keyword_in_front, read_line
from handlers.talking.meaning.target import Target, groups_of, in_front, name_of
from handlers.talking.meaning.tokens import Misread
from handlers.talking.meaning.whom import Sought, Unclear, misread_line, nobody
from handlers.talking.meaning.words import keyword_of
from handlers.talking.menu import menu_button
from handlers.talking.routing.answered import Reread
from handlers.talking.routing.route import About
from handlers.talking.turn import Replies, Turn


def typed_line(turn: Turn, text: str) -> About[Any, Any] | Replies | Reread:
    """Find who answers a line; one that names nobody and has no number is not understood."""
    early = read_plainly(turn, text) or read_several(turn, text)
    if early is not None:
        return early
    keyword, _begin = keyword_in_front(text)
    remark = offer_remark(turn, text)
    if remark is not None:
        return turn.table.prose(turn, text) or remark
    if keyword:
        return KEYWORDS[keyword]
    among: list[Target] = [*turn.scored_tracks, *groups_of(turn)]
    if in_front(text, among)[0]:
        return SCORES
    try:
        line = read_line(text)
    except Misread as misread:
        asked = turn.table.prose(turn, text) if text[:1].isalpha() else None
        return asked or misread_line(turn, text, misread)
    if line.parts or _names_somebody(line.name, among):
        return SCORES
    asked = turn.table.prose(turn, text)
    if asked is None and (left := _say_left(turn, text)) is not None:
        return [Reply(left)]
    return asked or not_understood(turn)


def _say_left(turn: Turn, text: str) -> Sayable | None:
    """Say who has left, where a text names them or this person has nobody else any more."""
    left = say_left_in(turn, text)
    return left if left or turn.scored_tracks or turn.coached_tracks else say_ended(turn)


def _names_somebody(name: str, among: Sequence[Target]) -> bool:
    if not name:
        return False
    meant = meant_by(name, among, name_of)
    return bool(meant.sure or meant.several or meant.near)


def _seek(turn: Turn, text: str) -> Sought[Track, TypedLine]:
    """Read whom a keyword's line is about."""
    sought = seek(text, turn.scored_tracks)
    if sought.sure is not None:
        return sought
    named = [word for word in sought.name.split() if keyword_of(word) not in ("context", "none")]
    return replace(sought, name=" ".join(named))


def _seek_for(
    roles: frozenset[Role], refusal: Text
) -> Callable[[Turn, str], Sought[Track, TypedLine]]:
    """Read whom a line is about that is for some roles: nobody else is asked first, and refused.

    Without a name it is about those for whom this person has such a role.
    """

    def seek_fitting(turn: Turn, text: str) -> Sought[Track, TypedLine]:
        fitting = [track for track in turn.scored_tracks if track.scoring_role in roles]
        if turn.tracks and not turn.scored_tracks and not turn.coached_tracks:
            raise Unclear(Reply(nobody(turn)))
        if turn.tracks and not fitting:
            raise Unclear(Reply(refusal, menu_button(turn)))
        sought = _seek(turn, text)
        return sought if sought.name else replace(sought, among=fitting)

    return seek_fitting


KEYWORDS = {
    "today": About(_seek_for(TALLIES, NO_TALLY), tally_today),
    "same": About(_seek, say_same),
    "focus": About(_seek_for(SETS_FOCUS, NO_FOCUS), point_focus),
}


def reread_today(_turn: Turn, words: str) -> Reread:
    """Answer `/today`, with or without a student and indicators behind it."""
    return Reread(f"today {words}")


def reread_focus(_turn: Turn, words: str) -> Reread:
    """Answer `/focus`, with or without a student and indicators behind it."""
    return Reread(f"focus {words}")
