"""How a programme's periods are shown, with what its coach can tap: moves, and what is proposed."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from bot.domain.periods.period import Dates, Period, propose_next
from bot.domain.school.tracks import Role, Track
from bot.i18n import voice_of
from bot.messages import Button, Day, Reply, Sayable, Text, _, lines
from handlers.periods.phrases import name_of, say_period, say_plan
from handlers.periods.taps import (
    AddProposedPeriod,
    AddUsualPeriods,
    CancelPeriod,
    MarkLast,
    MovePhoto,
    PhotoStep,
    ShowPeriod,
)
from handlers.talking.routing.tap import button
from handlers.talking.turn import Turn

STEPS = {
    PhotoStep.WEEK_EARLIER: (timedelta(weeks=-1), _("photo a week earlier")),
    PhotoStep.DAY_EARLIER: (timedelta(days=-1), _("a day earlier")),
    PhotoStep.DAY_LATER: (timedelta(days=1), _("a day later")),
    PhotoStep.WEEK_LATER: (timedelta(weeks=1), _("a week later")),
}
"""By how much a button moves a photo, and what it says."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A period that a button adds."""

    name: str
    dates: Dates

    @property
    def opens(self) -> date:
        """The day in UTC on which it opens; what is proposed once it was added has another."""
        return self.dates.opens_at.date()


def list_programmes(turn: Turn) -> list[Track]:
    """List the programmes around this person, each by one of its tracks, as a coach if possible."""
    found: dict[int, Track] = {}
    for track in sorted(turn.tracks, key=lambda track: Role.COACH not in track.roles):
        found.setdefault(track.programme_id, track)
    return list(found.values())


def list_coached_programmes(turn: Turn) -> list[Track]:
    """List the programmes of which this person is a coach, each by one of its tracks."""
    return [track for track in list_programmes(turn) if Role.COACH in track.roles]


def show_periods(turn: Turn, track: Track) -> Reply:
    """Show a programme's periods, and to its coach the plan and what can be changed."""
    known = turn.uow.periods.list_of(track.programme_id)
    taken = _list_taken(turn, track)
    ordered = sorted(
        known, key=lambda period: (not period.is_open(turn.at), period.opens_at, period.id)
    )
    coach = Role.COACH in track.roles
    return Reply(
        lines(
            turn.programme(track).title,
            *[_say(turn, period, taken) for period in ordered],
            None if known else _("No periods were agreed yet."),
            *(_explain(turn, track, ordered) if coach else ()),
        ),
        tuple(_offer(turn, track, ordered, taken)) if coach else (),
    )


def _say(turn: Turn, period: Period, taken: Collection[int]) -> Sayable:
    return say_period(period, turn.at, turn.person.time_zone, taken=period.id in taken)


def _explain(turn: Turn, track: Track, known: Sequence[Period]) -> Iterator[Sayable]:
    """Tell a coach the plan of reminders, and what can be typed."""
    yield say_plan(turn.uow.reminders.read_plan(track.programme_id))
    zone = ZoneInfo(turn.uow.periods.read_home(track.programme_id).zone)
    proposal = propose_period(turn, track, known)
    if proposal is not None and proposal.dates.photo_at is not None:
        photo_at = proposal.dates.photo_at.astimezone(zone)
        yield _(
            "To add one exactly, type: /periods add {name}; {opens}; {photo}. "
            "To move its photo: /periods move {name}; photo {later}",
            name=proposal.name,
            opens=f"{proposal.dates.opens_at.astimezone(zone):%Y-%m-%d}",
            photo=f"{photo_at:%Y-%m-%d %H:%M}",
            later=f"{photo_at + timedelta(weeks=1):%Y-%m-%d %H:%M}",
        )
    if len(list_coached_programmes(turn)) > 1:
        code = turn.programme(track).code
        yield _("You coach several programmes: put {code} before add or move.", code=code)


def _list_taken(turn: Turn, track: Track) -> set[int]:
    photos = turn.uow.photos.list_of_programme(track.programme_id)
    return {photo.head.period_id for photo in photos}


def _offer(
    turn: Turn, track: Track, known: Sequence[Period], taken: Collection[int]
) -> Iterator[tuple[Button, ...]]:
    standing = [period for period in known if period.standing]
    if not standing:
        yield (button(_("add the usual three"), AddUsualPeriods(track.programme_id)),)
    for period in standing:
        if period.id not in taken:
            yield (button(_("change {period}", period=period.name), ShowPeriod(period.id)),)
    proposal = propose_period(turn, track, known)
    if proposal is not None:
        label = _(
            "add {period}: {opens} to {photo}",
            period=proposal.name,
            opens=Day(proposal.dates.opens_at),
            photo=Day(proposal.dates.photo_at or proposal.dates.opens_at),
        )
        yield (button(label, AddProposedPeriod(track.programme_id, proposal.opens)),)


def show_period(turn: Turn, track: Track, period: Period) -> Reply:
    """Show one period to its coach in place, with what can be done about it."""
    taken = _list_taken(turn, track)
    text = _say(turn, period, taken)
    if period.id in taken or period.cancelled:
        return Reply(text, edit=True)
    label = _("it is not the last photo") if period.last else _("this is the last photo")
    marking = button(label, MarkLast(period.id, int(not period.last)))
    cancelling = button(_("cancel it"), CancelPeriod(period.id, "ask"))
    return Reply(text, (*_offer_moves(turn, period), (marking,), (cancelling,)), edit=True)


def _offer_moves(turn: Turn, period: Period) -> Iterator[tuple[Button, ...]]:
    """Offer to move the photo, two steps a row; never to a time that is past."""
    if period.photo_at is None:
        return
    for row in (
        (PhotoStep.WEEK_EARLIER, PhotoStep.DAY_EARLIER),
        (PhotoStep.DAY_LATER, PhotoStep.WEEK_LATER),
    ):
        steps = [step for step in row if period.photo_at + STEPS[step][0] > turn.at]
        if steps:
            yield tuple(button(STEPS[step][1], MovePhoto(period.id, step)) for step in steps)


def propose_period(turn: Turn, track: Track, known: Sequence[Period]) -> Proposal | None:
    """Propose the period after the last, under the first number that is free."""
    dates = propose_next(known, turn.at, turn.uow.periods.read_home(track.programme_id).zone)
    if dates is None:
        return None
    taken = {period.name.casefold() for period in known}
    names = (say_for_good(turn, name_of(number)) for number in count(len(known) + 1))
    return Proposal(next(name for name in names if name.casefold() not in taken), dates)


def say_for_good(turn: Turn, name: Text) -> str:
    """Render a proposed name for whoever adds the period: from then on it is that name."""
    return voice_of(turn.person).say(name)
