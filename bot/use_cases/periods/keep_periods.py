"""Keep a programme's evaluation periods: add one, move it, cancel it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.domain.periods.period import Period, PeriodRule, broken_rule, proposed, proposed_after
from bot.ports import UnitOfWork


class Unfit(Exception):
    """A period breaks a rule; `other` names the period that it meets, if any."""

    def __init__(self, rule: PeriodRule, other: str = "") -> None:
        """Name the rule."""
        super().__init__(rule.value)
        self.rule = rule
        self.other = other


class AlreadyTaken(Exception):
    """The photo of this period was taken, or is being taken: the period stays as it is."""


@dataclass(frozen=True, slots=True)
class Dates:
    """When a period opens, its photo is taken, and the choice is open; aware instants."""

    opens_at: datetime
    photo_at: datetime | None = None
    choose_from: datetime | None = None
    choose_until: datetime | None = None


def add_period(
    uow: UnitOfWork, organisation_id: int, programme_id: int, name: str, dates: Dates
) -> Period:
    """Add a period to a programme. Raises Unfit."""
    period = Period(
        0,
        organisation_id,
        programme_id,
        " ".join(name.split()),
        dates.opens_at,
        dates.photo_at,
        dates.choose_from,
        dates.choose_until,
    )
    _refuse_unfit(uow, period)
    return uow.periods.add(period)


def move_period(uow: UnitOfWork, period: Period, dates: Dates, at: datetime) -> Period:
    """Give a period other dates; who had heard of it is told once. Raises Unfit, AlreadyTaken."""
    _refuse_taken(uow, period)
    moved = replace(
        period,
        opens_at=dates.opens_at,
        photo_at=dates.photo_at,
        choose_from=dates.choose_from,
        choose_until=dates.choose_until,
    )
    if moved == period:
        return period
    _refuse_unfit(uow, moved)
    if period.opens_at <= at:
        moved = replace(moved, moves=period.moves + 1, changed_at=at)
    uow.periods.change(moved)
    return moved


def cancel_period(uow: UnitOfWork, period: Period, at: datetime) -> Period:
    """Cancel a period; who had heard of it is told once. Raises AlreadyTaken."""
    _refuse_taken(uow, period)
    if period.cancelled:
        return period
    cancelled = replace(period, cancelled=True, changed_at=at)
    uow.periods.change(cancelled)
    return cancelled


def add_proposed(
    uow: UnitOfWork, organisation_id: int, programme_id: int, names: tuple[str, ...], today: date,
    zone: str,
) -> list[Period]:  # fmt: skip
    """Add the three periods of a school year, under these names. Raises Unfit."""
    return [
        add_period(uow, organisation_id, programme_id, name, Dates(opens_at, photo_at))
        for name, (opens_at, photo_at) in zip(names, proposed(today, zone), strict=True)
    ]


def next_dates(known: Sequence[Period], at: datetime, zone: str) -> Dates | None:
    """Propose when the period after the last is; None where there is no last, or it never ends."""
    ends = [one.photo_at for one in known if one.standing]
    last = max((end for end in ends if end is not None), default=None)
    if last is None or None in ends:
        return None
    return Dates(*proposed_after(last, at, zone))


def find_period(uow: UnitOfWork, programme_id: int, name: str) -> Period | None:
    """Find a period by its name, in capitals or not: one that stands before a cancelled one."""
    called = name.strip().casefold()
    fitting = [one for one in uow.periods.list_of(programme_id) if one.name.casefold() == called]
    return min(fitting, key=lambda one: one.cancelled, default=None)


def _refuse_unfit(uow: UnitOfWork, period: Period) -> None:
    broken = broken_rule(period, uow.periods.list_of(period.programme_id))
    if broken is not None:
        raise Unfit(*broken)


def _refuse_taken(uow: UnitOfWork, period: Period) -> None:
    # Held first: nobody may begin its photo between this look and the change.
    uow.periods.hold(period.id)
    if uow.photos.is_begun(period.id):
        raise AlreadyTaken
