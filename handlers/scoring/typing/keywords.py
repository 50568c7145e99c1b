"""A typed line that begins with a keyword, and whom it is about."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from bot.domain.school.tracks import Role, Track
from bot.domain.scoring.roles import SETS_FOCUS, TALLIES
from bot.messages import Reply, Text
from handlers.scoring.typing.focus import NO_FOCUS, point_focus
from handlers.scoring.typing.same import say_same
from handlers.scoring.typing.today import NO_TALLY, tally_today
from handlers.talking.meaning.seeking import seek
from handlers.talking.meaning.shorthand import TypedLine, keyword_in_front
from handlers.talking.meaning.whom import Sought, Unclear, nobody
from handlers.talking.meaning.words import keyword_of
from handlers.talking.menu import menu_button
from handlers.talking.routing.answered import Reread
from handlers.talking.routing.route import About
from handlers.talking.turn import Turn


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


def read_keyword(_turn: Turn, text: str) -> About[Any, Any] | None:
    """Find who answers a line by its keyword; None where it has none."""
    keyword, _begin = keyword_in_front(text)
    return KEYWORDS[keyword] if keyword else None


def reread_today(_turn: Turn, words: str) -> Reread:
    """Answer `/today`, with or without a student and indicators behind it."""
    return Reread(f"today {words}")


def reread_focus(_turn: Turn, words: str) -> Reread:
    """Answer `/focus`, with or without a student and indicators behind it."""
    return Reread(f"focus {words}")
