"""How heads, days and what has a date are said on a desk."""

from datetime import date

from bot.domain.dated import Dated, Head
from bot.domain.days import opening
from bot.messages import Day, Moment, Sayable, Text, _, colon, words
from handlers.talking.turn import Turn

HEAD_WORDS: dict[Head, Text] = {
    Head.CONTRACTS: _("contracts"),
    Head.COACHING: _("following, tuning and coaching"),
    Head.DEVELOPING: _("developing dual learning"),
    Head.VISITING: _("visits"),
}
LETTERS = 24
"""Letters of a name or of words on a button among others."""


def say_desk_day(turn: Turn, day: date) -> Day:
    """Show a day to who talks."""
    return Day(opening(day, turn.person.time_zone))


def say_when(turn: Turn, dated: Dated) -> Sayable:
    """Say the moment of an appointment, or the last day in time."""
    if dated.moment is not None:
        return Moment(dated.moment)
    return _("at once") if dated.due_on is None else say_desk_day(turn, dated.due_on)


def say_what(turn: Turn, dated: Dated) -> Sayable:
    """Say what it is, in the words of its topic."""
    return turn.table.dated[dated.matter].says(turn, dated)


def say_line(turn: Turn, dated: Dated) -> Sayable:
    """Say when, and what, of one thing of a student who is named above."""
    late = dated.due_on is not None and dated.due_on < turn.today
    return words("⚠" if late else "•", colon(say_when(turn, dated)), say_what(turn, dated))
