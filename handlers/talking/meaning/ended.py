"""What has ended, told to who was in it: its student, and those who were around until then."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.days import opening
from bot.domain.folding import fold
from bot.domain.school.endings import PlacementLife
from bot.domain.school.tracks import Track
from bot.messages import Day, Sayable, _, lines
from handlers.talking.meaning.names import first_words_of, meant_by
from handlers.talking.ordinary.questions import plain_question
from handlers.talking.rights.held import say_held, say_held_in, say_held_of
from handlers.talking.turn import Turn

_AGAIN = {
    (True, False): _("Nothing was stored. /track takes it up again."),
    (True, True): _("/track takes it up again."),
    (False, False): _("Nothing was stored. Is that a mistake? The coach can take it up again."),
    (False, True): _("Is that a mistake? The coach can take it up again."),
}
"""What can be done: for a coach or not, and whether something was only looked up."""

FOR_COUNCIL = _("For the class council you still have /deliberation, /council and /decision.")
"""What is left to who looks back."""

AT_MOST = 3
"""How many who left are named at once, the last ones first."""


STORING = frozenset(("score", "today", "focus"))
"""Commands that store what stands behind them."""


def looks_up(turn: Turn, text: str) -> bool:
    """Say whether a text only looks something up: a command that stores nothing, a question."""
    if text.rstrip().endswith("?") or plain_question(text) is not None:
        return True
    command = turn.table.command(text.removeprefix("/").partition(" ")[0].partition("@")[0])
    return command is not None and command.name not in STORING


def say_ended(turn: Turn) -> Sayable | None:
    """Say to who scores nobody that what they were in has ended; None where nothing has.

    What a guardian has to say yes to first is said before that.
    """
    if (held := say_held(turn)) is not None:
        return held
    ended = [track for track in turn.tracks if track.ended_at is not None]
    if ended:
        day = Day(max(filter(None, (_ended_on(turn, track) for track in ended))))
        return lines(
            _("Your track ended on {day}: nothing is scored any more.", day=day),
            _("You can go on looking: /report, /film")
            if looks_up(turn, turn.said.text)
            else _("Nothing was stored. You can go on looking: /report, /film"),
        )
    former = _latest(turn.uow.endings.list_former(turn.person.id))
    return _say_left(turn, former[:AT_MOST]) if former else None


def _ended_on(turn: Turn, track: Track) -> datetime | None:
    """Find when a track's last day began: the clock ends it on the day after."""
    zone = turn.person.time_zone
    days = [life.last_day(zone) for life in turn.uow.endings.list_of_track(track.id)]
    return opening(max(day), zone) if (day := [own for own in days if own]) else track.ended_at


def say_left(turn: Turn, name: str, text: str = "") -> Sayable | None:
    """Say that whom a name means has left; None where nobody is meant who did.

    `text` is the line or the command that it stands in, where that is not what was typed.
    """
    if not name.strip():
        return None
    if (held := say_held_of(turn, name)) is not None:
        return held
    former = _latest(turn.uow.endings.list_former(turn.person.id))
    meant = meant_by(name, former, lambda life: life.student)
    found = [meant.sure] if meant.sure else [*meant.several]
    return _say_left(turn, found[:AT_MOST], text) if found else None


def say_left_in(turn: Turn, text: str) -> Sayable | None:
    """Say that somebody has left who is named among other words, by first name or whole."""
    if (held := say_held_in(turn, text)) is not None:
        return held
    said = [word.strip(".,;:!?'\"()") for word in fold(text).split()]
    former = _latest(turn.uow.endings.list_former(turn.person.id))
    named = [life for life in former if first_words_of(life.student) & {*said}]
    return _say_left(turn, named[:AT_MOST]) if named else None


def _latest(former: Sequence[PlacementLife]) -> list[PlacementLife]:
    """Keep the last placement of each track."""
    found: dict[int, PlacementLife] = {}
    for life in former:
        found.setdefault(life.track_id, life)
    return [*found.values()]


def _say_left(turn: Turn, lives: Sequence[PlacementLife], text: str = "") -> Sayable:
    mine = {life.id for life in turn.uow.endings.list_coached(turn.person.id)}
    again = any(life.id in mine for life in lives)
    looked_back = {track.id for track in turn.council_tracks if track.looks_back}
    return lines(
        *(
            _(
                "{student} is no longer with you: {workplace} ended on {day}.",
                student=life.student,
                workplace=life.workplace,
                day=Day(opening(last, turn.person.time_zone)),
            )
            for life in lives
            if (last := life.last_day(turn.person.time_zone)) is not None
        ),
        _AGAIN[again, looks_up(turn, text or turn.said.text)],
        FOR_COUNCIL if looked_back & {life.track_id for life in lives} else None,
    )
