"""That a guardian has to say yes first: said to everybody who tries before."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.domain.folding import fold
from bot.domain.school.tracks import Role, Track
from bot.messages import Sayable, _, lines
from handlers.talking.meaning.names import first_words_of, meant_by
from handlers.talking.phrases import first_name
from handlers.talking.turn import Turn

AT_MOST = 3
"""How many are named at once."""


def say_held(turn: Turn) -> Sayable | None:
    """Say to who scores nobody that a guardian has to say yes first; None where none has to."""
    return _say(turn, [track for track in turn.tracks if track.held])


def say_waiting(turn: Turn) -> Sayable | None:
    """Say for whom a guardian has to say yes first, to who asks; None where nobody waits."""
    held = [track for track in turn.tracks if track.held]
    if any(Role.STUDENT in track.roles for track in held):
        return _(
            "Before we begin, a parent or guardian has to say yes: your school asks them. Nobody "
            "scores you until then. Your coach can tell you more."
        )
    return lines(*_waits(held)) if held else None


def say_own_held(turn: Turn) -> Sayable | None:
    """Say it to a student whose own track waits for it; None to everybody else."""
    waits = any(track.held and Role.STUDENT in track.roles for track in turn.tracks)
    return say_held(turn) if waits else None


def say_held_on(turn: Turn, track: Track) -> Sayable | None:
    """Say it of the student of a track; None where that one waits for nothing."""
    return _say(turn, [track]) if track.held else None


def say_held_of(turn: Turn, name: str) -> Sayable | None:
    """Say it of whom a name means; None where nobody is meant who waits for it."""
    held = [track for track in turn.tracks if track.held]
    if not held or not name.strip():
        return None
    meant = meant_by(name, held, lambda track: track.student)
    return _say(turn, [meant.sure] if meant.sure else [*meant.several])


def say_held_in(turn: Turn, text: str) -> Sayable | None:
    """Say it of who is named among other words, by first name."""
    said = [word.strip(".,;:!?'\"()") for word in fold(text).split()]
    held = [track for track in turn.tracks if track.held]
    return _say(turn, [track for track in held if first_words_of(track.student) & {*said}])


def _say(turn: Turn, held: Sequence[Track]) -> Sayable | None:
    if not held:
        return None
    turn.unkept = True  # nothing is stored: that holds for the words themselves
    if any(Role.STUDENT in track.roles for track in held):
        return _(
            "Before we begin, a parent or guardian has to say yes: your school asks them. Nothing "
            "was stored, and nobody scores you until then. Your coach can tell you more."
        )
    return lines(*_waits(held), _("Nothing was stored."))


def _waits(held: Sequence[Track]) -> Iterator[Sayable]:
    for track in held[:AT_MOST]:
        yield _(
            "A parent or guardian of {student} has to say yes first: until then nothing is "
            "scored or asked. The coach notes it.",
            student=first_name(track),
        )


def day_said(on: date, zone: str) -> datetime:
    """Choose an instant of a day, by which it is said as that day in this zone."""
    return datetime.combine(on, time(12), ZoneInfo(zone))
