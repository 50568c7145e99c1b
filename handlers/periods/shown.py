"""How a programme's periods are shown, with what its coach can tap: moves, and what is proposed."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from zoneinfo import ZoneInfo

from bot.domain.periods.period import Period
from bot.domain.school.tracks import Role, Track
from bot.i18n import Voice
from bot.messages import Button, Day, Reply, Sayable, Text, _, lines
from bot.use_cases.periods.keep_periods import Dates, next_dates
from handlers.periods.phrases import line_of, name_of, plan_line
from handlers.talking.turn import Turn

STEPS = {
    "-w": (timedelta(weeks=-1), _("photo a week earlier")),
    "-d": (timedelta(days=-1), _("a day earlier")),
    "d": (timedelta(days=1), _("a day later")),
    "w": (timedelta(weeks=1), _("a week later")),
}
"""By how much a button moves a photo, and what it says."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A period that a button adds."""

    name: str
    dates: Dates

    @property
    def stamp(self) -> str:
        """Give what tells it from the one that is proposed once it was added."""
        return f"{self.dates.opens_at:%Y%m%d}"


def programmes(turn: Turn) -> list[Track]:
    """Give each programme around this person by one of its tracks, as a coach if possible."""
    found: dict[int, Track] = {}
    for track in sorted(turn.tracks, key=lambda one: Role.COACH not in one.roles):
        found.setdefault(track.programme_id, track)
    return list(found.values())


def coached_programmes(turn: Turn) -> list[Track]:
    """Give each programme of which this person is a coach, by one of its tracks."""
    return [one for one in programmes(turn) if Role.COACH in one.roles]


def show_periods(turn: Turn, track: Track) -> Reply:
    """Show a programme's periods, and to its coach the plan and what can be changed."""
    known = turn.uow.periods.list_of(track.programme_id)
    taken = _taken(turn, track)
    ordered = sorted(known, key=lambda one: (not one.is_open(turn.at), one.opens_at, one.id))
    coach = Role.COACH in track.roles
    return Reply(
        lines(
            turn.programme(track).title,
            *[_line(turn, one, taken) for one in ordered],
            None if known else _("No periods were agreed yet."),
            *(_for_coach(turn, track, ordered) if coach else ()),
        ),
        tuple(_buttons(turn, track, ordered, taken)) if coach else (),
    )


def _line(turn: Turn, period: Period, taken: Collection[int]) -> Sayable:
    return line_of(period, turn.at, turn.person.time_zone, taken=period.id in taken)


def _for_coach(turn: Turn, track: Track, known: Sequence[Period]) -> Iterator[Sayable]:
    yield plan_line(turn.uow.reminders.read_plan(track.programme_id))
    zone = ZoneInfo(turn.uow.periods.read_home(track.programme_id).zone)
    proposal = proposed_next(turn, track, known)
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
    if len(coached_programmes(turn)) > 1:
        code = turn.programme(track).code
        yield _("You coach several programmes: put {code} before add or move.", code=code)


def _taken(turn: Turn, track: Track) -> set[int]:
    return {one.head.period_id for one in turn.uow.photos.list_of_programme(track.programme_id)}


def _buttons(
    turn: Turn, track: Track, known: Sequence[Period], taken: Collection[int]
) -> Iterator[tuple[Button, ...]]:
    standing = [one for one in known if one.standing]
    if not standing:
        yield (Button(_("add the usual three"), f"pu:{track.programme_id}"),)
    for one in standing:
        if one.id not in taken:
            yield (Button(_("change {period}", period=one.name), f"pe:{one.id}"),)
    proposal = proposed_next(turn, track, known)
    if proposal is not None:
        label = _(
            "add {period}: {opens} to {photo}",
            period=proposal.name,
            opens=Day(proposal.dates.opens_at),
            photo=Day(proposal.dates.photo_at or proposal.dates.opens_at),
        )
        yield (Button(label, f"pn:{track.programme_id}:{proposal.stamp}"),)


def show_period(turn: Turn, track: Track, period: Period) -> Reply:
    """Show one period to its coach in place, with what can be done about it."""
    taken = _taken(turn, track)
    text = _line(turn, period, taken)
    if period.id in taken or period.cancelled:
        return Reply(text, edit=True)
    cancelling = Button(_("cancel it"), f"pk:{period.id}:ask")
    return Reply(text, (*_moves(turn, period), (cancelling,)), edit=True)


def _moves(turn: Turn, period: Period) -> Iterator[tuple[Button, ...]]:
    """Offer to move the photo, two steps a row; never to a time that is past."""
    if period.photo_at is None:
        return
    for row in (("-w", "-d"), ("d", "w")):
        steps = [one for one in row if period.photo_at + STEPS[one][0] > turn.at]
        if steps:
            yield tuple(Button(STEPS[one][1], f"pm:{period.id}:{one}") for one in steps)


def proposed_next(turn: Turn, track: Track, known: Sequence[Period]) -> Proposal | None:
    """Propose the period after the last, under the first number that is free."""
    dates = next_dates(known, turn.at, turn.uow.periods.read_home(track.programme_id).zone)
    if dates is None:
        return None
    taken = {one.name.casefold() for one in known}
    names = (own_words(turn, name_of(number)) for number in count(len(known) + 1))
    return Proposal(next(one for one in names if one.casefold() not in taken), dates)


def own_words(turn: Turn, name: Text) -> str:
    """Render a proposed name for whoever adds the period: from then on it is that name."""
    return Voice(turn.person.language, turn.person.time_zone).say(name)
