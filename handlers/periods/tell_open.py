"""What is still open, told unasked: how many, for whom, how long there is, and a way to begin."""

from collections.abc import Sequence
from datetime import timedelta

from bot.domain.days import opening
from bot.domain.periods.period import Period, current
from bot.domain.school.tracks import Role, Track
from bot.domain.telling.errands import ErrandKind
from bot.messages import Button, MessageKind, Moment, Reply, Sayable, _, _n, lines
from bot.ports.telling.errands import ASKS_AGAIN, Errand, NewErrand
from bot.ports.telling.outbox import Content, MessageDraft, OutboxMessage
from bot.use_cases.scoring.list_open import OpenTrack, list_open
from handlers.talking.phrases import first_name
from handlers.talking.telling import MessagePart, day_of, periods_of
from handlers.talking.turn import Replies, Turn

BUTTONS = 8
NAMED = 12
"""Students named in one message; of more only the number."""

LATER = timedelta(hours=2)
LATER_LASTS = timedelta(days=4)
TOMORROW_LASTS = timedelta(days=5)
"""How long what was put off makes sense: over a long weekend, to the next hours of the person."""


def reminder(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Say what is open in the periods that these errands are about."""
    return _asked(turn, periods_of(turn, errands))


def again(turn: Turn, _message: OutboxMessage) -> MessagePart | None:
    """Say what is open now in every period, since somebody wanted to be asked later."""
    return _asked(turn, _open_periods(turn))


def _asked(turn: Turn, periods: Sequence[Period]) -> MessagePart | None:
    asked = [one for period in periods if period.standing for one in _waiting(turn, period)]
    if not asked:
        return None
    named = [_line(turn, one) for one in asked[:NAMED]]
    more = len(asked) - len(named)
    text = lines(
        *named,
        _n("and {count} more student", "and {count} more students", more) if more else None,
        *[_time_left(turn, one) for one in periods if one.photo_at],
    )
    return MessagePart(text, (*_starts(asked), _aside()), MessageKind.REMINDER)


def _waiting(turn: Turn, period: Period) -> list[OpenTrack]:
    found = [
        list_open(
            turn.uow, turn.seat(track), track, turn.programme(track), turn.at, period.opens_at
        )
        for track in turn.scored_tracks
        if track.programme_id == period.programme_id
    ]
    return [one for one in found if one.count]


def _line(turn: Turn, one: OpenTrack) -> Sayable:
    if one.track.scoring_role is Role.STUDENT:
        return _n(
            "{count} indicator still waits for your own view.",
            "{count} indicators still wait for your own view.",
            one.count,
        )
    return _n(
        "{student}: {count} indicator still waits for you.",
        "{student}: {count} indicators still wait for you.",
        one.count,
        student=first_name(one.track),
    )


def _time_left(turn: Turn, period: Period) -> Sayable:
    at = period.photo_at or turn.at
    days = (day_of(turn, at) - day_of(turn, turn.at)).days
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


def _starts(asked: Sequence[OpenTrack]) -> list[tuple[Button, ...]]:
    return [(Button(_start(one.track), f"fo:{one.track.id}"),) for one in asked[:BUTTONS]]


def _start(track: Track) -> Sayable:
    if track.scoring_role is Role.STUDENT:
        return _("start")
    return _("start: {student}", student=first_name(track))


def _aside() -> tuple[Button, ...]:
    return (Button(_("in two hours"), "ag:later"), Button(_("not today"), "ag:tomorrow"))


def tapped_again(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Put a reminder off: for two hours, or until tomorrow, always within the person's hours."""
    if arguments[0] == "later":
        _ask_later(turn)
        said = _("All right, I ask again in two hours, if it is still open.")
    else:
        _ask_tomorrow(turn)
        said = _("All right, not today. I ask again on the next working day, if it is still open.")
    return [Reply(said, edit=True)]


def _ask_later(turn: Turn) -> None:
    """Write a message of its own: whoever asks for it is not spoken to unasked."""
    platform, address = turn.uow.accounts.read_chat(turn.person.id)
    at = turn.at + LATER
    draft = MessageDraft(
        organisation_id=turn.person.organisation_id,
        person_id=turn.person.id,
        platform=platform,
        address=address,
        kind=MessageKind.REMINDER,
        subject=f"again:{at.isoformat(timespec='minutes')}",
        content=Content(""),
        not_before=at,
        expires_at=at + LATER_LASTS,
        asks=ASKS_AGAIN,
    )
    turn.uow.outbox.write([draft], turn.at)


def _ask_tomorrow(turn: Turn) -> None:
    tomorrow = opening(day_of(turn, turn.at) + timedelta(days=1), turn.person.time_zone)
    last = tomorrow + TOMORROW_LASTS
    turn.uow.errands.give(
        [
            NewErrand(
                organisation_id=turn.person.organisation_id,
                person_id=turn.person.id,
                kind=ErrandKind.REMINDER,
                subject=f"again:{period.id}:{tomorrow.isoformat()}",
                due_at=tomorrow,
                expires_at=min(period.photo_at or last, last),
                about_id=period.id,
            )
            for period in _open_periods(turn)
            if period.photo_at is None or period.photo_at > tomorrow
        ]
    )


def _open_periods(turn: Turn) -> list[Period]:
    programmes = {track.programme_id for track in turn.scored_tracks}
    found = (current(turn.uow.periods.list_of(one), turn.at) for one in sorted(programmes))
    return [one for one in found if one is not None]
