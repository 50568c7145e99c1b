"""What is still open, told unasked: how many, for whom, how long there is, and a way to begin."""

from collections.abc import Sequence
from typing import Any

from bot.domain.periods.period import Period
from bot.domain.school.tracks import Role, Track
from bot.messages import (
    Button,
    MessageKind,
    Moment,
    Reply,
    Sayable,
    _,
    _n,
    colon,
    lines,
    listed,
    words,
)
from bot.ports.telling.errands import Errand
from bot.ports.telling.outbox import OutboxMessage
from bot.use_cases.periods.ask_again import ask_in_two_hours, ask_tomorrow, list_open_periods
from bot.use_cases.scoring.seeing.list_open import OpenTrack, list_open
from bot.use_cases.scoring.seeing.see_unchanged import see_unchanged
from handlers.periods.taps import AskAgain
from handlers.periods.tell_periods import list_periods
from handlers.talking.phrases import ALL_OPEN, first_name, has_more, more_students, say_few
from handlers.talking.routing.doors import BeginFew, ShowUnchanged
from handlers.talking.routing.tap import button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Replies, Turn

BUTTONS = 8
NAMED = 12
"""Students named in one message; of more only the number."""

LINES = 4
"""Lines about students in one message: those with the same to begin with share one."""

SOON = 2
"""Days before the photo from which on there is no week left."""


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
    said = _say_few(turn, waiting, periods)
    named = said[:LINES]
    more = len(waiting) - sum(students for _line, students in named)
    left = [_say_time_left(turn, period) for period in periods if period.photo_at]
    text = lines(
        *(line for line, _students in named),
        more_students(more) if more else None,
        ALL_OPEN if any(map(has_more, waiting)) else None,
        *left,
    )
    short = words(
        _n(
            "Something is still open for {count} student: /open",
            "Something is still open for {count} students: /open",
            len(waiting),
        ),
        *left,
        by=" · ",
    )
    buttons = (*_offer_starts(turn, waiting), _offer_later())
    return MessagePart(text, buttons, MessageKind.REMINDER, brief=short if len(waiting) > 1 else "")


def _list_waiting(turn: Turn, period: Period) -> list[OpenTrack]:
    found = [
        list_open(
            turn.uow, turn.seat(track), track, turn.programme(track), turn.at, period.opens_at
        )
        for track in turn.here(turn.scored_tracks)
        if track.programme_id == period.programme_id
    ]
    return [open_ for open_ in found if open_.count]


def _say_few(
    turn: Turn, waiting: Sequence[OpenTrack], periods: Sequence[Period]
) -> list[tuple[Sayable, int]]:
    """Say what to begin with, a line for those with the same; gives how many students it names."""
    soon = {
        period.programme_id
        for period in periods
        if period.photo_at and (turn.day_of(period.photo_at) - turn.today).days <= SOON
    }
    same: dict[tuple[Any, ...], list[OpenTrack]] = {}
    for open_ in waiting[:NAMED]:
        few = tuple((part.competence.id, len(part.waiting)) for part in open_.few)
        own = open_.track.scoring_role is Role.STUDENT
        same.setdefault((own, has_more(open_), few), []).append(open_)
    return [
        (_say_same(alike, soon=alike[0].track.programme_id in soon), len(alike))
        for alike in same.values()
    ]


def _say_same(alike: Sequence[OpenTrack], *, soon: bool) -> Sayable:
    track = alike[0].track
    names = listed(first_name(open_.track) for open_ in alike)
    whose = _("Your own view:") if track.scoring_role is Role.STUDENT else colon(names)
    return words(whose, say_few(alike[0], soon=soon))


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


def _offer_starts(turn: Turn, waiting: Sequence[OpenTrack]) -> list[tuple[Button, ...]]:
    """Offer to begin with each, and to say that nothing changed where something was said before."""
    rows = []
    for open_ in waiting[:BUTTONS]:
        track = open_.track
        begin = button(_label(track), BeginFew(track.id))
        programme = turn.programme(track)
        found = see_unchanged(turn.uow, turn.seat(track), track, programme, turn.at, open_)
        same = (button(_("nothing changed"), ShowUnchanged(track.id)),) if found.sayings else ()
        rows.append((begin, *same))
    return rows


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
