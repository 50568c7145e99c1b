"""What is still open, told unasked: how many, for whom, how long there is, and a way to begin."""

from collections.abc import Sequence

from bot.domain.periods.period import Period
from bot.domain.school.tracks import Role, Track
from bot.messages import Button, MessageKind, Moment, Reply, Sayable, _, _n, lines
from bot.ports.telling.errands import Errand
from bot.ports.telling.outbox import OutboxMessage
from bot.use_cases.periods.ask_again import ask_in_two_hours, ask_tomorrow, list_open_periods
from bot.use_cases.scoring.list_open import OpenTrack, list_open
from handlers.periods.taps import AskAgain
from handlers.periods.tell_periods import list_periods
from handlers.talking.phrases import first_name, more_students
from handlers.talking.routing.doors import BeginScoring
from handlers.talking.routing.tap import button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Replies, Turn

BUTTONS = 8
NAMED = 12
"""Students named in one message; of more only the number."""


def remind(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Say what is open in the periods that these errands are about."""
    return _ask(turn, list_periods(turn, errands))


def remind_again(turn: Turn, _message: OutboxMessage) -> MessagePart | None:
    """Say what is open now in every period, since somebody wanted to be asked later."""
    return _ask(turn, list_open_periods(turn.uow, turn.scored_tracks, turn.at))


def _ask(turn: Turn, periods: Sequence[Period]) -> MessagePart | None:
    waiting = [
        open_ for period in periods if period.standing for open_ in _list_waiting(turn, period)
    ]
    if not waiting:
        return None
    named = [_say_open(open_) for open_ in waiting[:NAMED]]
    more = len(waiting) - len(named)
    text = lines(
        *named,
        more_students(more) if more else None,
        *[_say_time_left(turn, period) for period in periods if period.photo_at],
    )
    return MessagePart(text, (*_offer_starts(waiting), _offer_later()), MessageKind.REMINDER)


def _list_waiting(turn: Turn, period: Period) -> list[OpenTrack]:
    found = [
        list_open(
            turn.uow, turn.seat(track), track, turn.programme(track), turn.at, period.opens_at
        )
        for track in turn.scored_tracks
        if track.programme_id == period.programme_id
    ]
    return [open_ for open_ in found if open_.count]


def _say_open(open_: OpenTrack) -> Sayable:
    if open_.track.scoring_role is Role.STUDENT:
        return _n(
            "{count} indicator still waits for your own view.",
            "{count} indicators still wait for your own view.",
            open_.count,
        )
    return _n(
        "{student}: {count} indicator still waits for you.",
        "{student}: {count} indicators still wait for you.",
        open_.count,
        student=first_name(open_.track),
    )


def _say_time_left(turn: Turn, period: Period) -> Sayable:
    at = period.photo_at or turn.at
    days = (turn.day_of(at) - turn.today).days
    when = Moment(at)
    if days <= 0:
        return _("The photo of {period} is today: {when}.", period=period.name, when=when)
    if days == 1:
        return _("The photo of {period} is tomorrow: {when}.", period=period.name, when=when)
    return _n(
        "{count} day until the photo of {period}: {when}.",
        "{count} days until the photo of {period}: {when}.",
        days,
        period=period.name,
        when=when,
    )


def _offer_starts(waiting: Sequence[OpenTrack]) -> list[tuple[Button, ...]]:
    tracks = [open_.track for open_ in waiting[:BUTTONS]]
    return [(button(_label(track), BeginScoring(track.id)),) for track in tracks]


def _label(track: Track) -> Sayable:
    if track.scoring_role is Role.STUDENT:
        return _("start")
    return _("start: {student}", student=first_name(track))


def _offer_later() -> tuple[Button, ...]:
    return (
        button(_("in two hours"), AskAgain("later")),
        button(_("not today"), AskAgain("tomorrow")),
    )


def tapped_again(turn: Turn, tap: AskAgain) -> Replies:
    """Put a reminder off: for two hours, or until tomorrow, always within the person's hours."""
    if tap.when == "later":
        ask_in_two_hours(turn.uow, turn.person, turn.at)
        said = _("All right, I ask again in two hours, if it is still open.")
    else:
        ask_tomorrow(turn.uow, turn.person, turn.scored_tracks, turn.at)
        said = _("All right, not today. I ask again on the next working day, if it is still open.")
    return [Reply(said, edit=True)]
