"""Hand tracks over to another coach, at once or from a day on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.days import day_of
from bot.domain.school.tracks import Person, Role, Track
from bot.domain.supporting.handovers import FARTHEST_DAYS, HandoverWish
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.use_cases.supporting.handover.carry_out import carry_out
from bot.use_cases.supporting.handover.fit_to_coach import may_coach
from bot.use_cases.supporting.handover.tell_handover import tell_done, tell_planned

AT_ONCE = 25
"""Tracks that change hands while somebody waits; of more the clock does it, in parts."""


class Unfit(Exception):
    """Somebody who cannot be the coach: of another school, a student, a mentor, or the same one."""


class OddDay(Exception):
    """A day that is over, or so far away that it must be a slip."""


class NothingToHandOver(Exception):
    """None of the tracks is coached by who would hand them over."""


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What was stored: the first of those said in one go, the entry to undo, and who is told."""

    first: int
    entry: int
    is_planned: bool
    tracks: Sequence[Track]
    told: Sequence[str]


def list_handed(uow: UnitOfWork, coach_id: int) -> list[Track]:
    """List the running tracks that a coach can hand over."""
    return [
        track
        for track in uow.tracks.list_of(coach_id)
        if Role.COACH in track.roles and track.ended_at is None
    ]


def hand_over(
    uow: UnitOfWork,
    by: Person,
    coach: Person,
    to: Person,
    tracks: Sequence[Track],
    at: datetime,
    first_day: date | None = None,
) -> HandedOver:
    """Hand tracks of a coach over, as the coach or an administrator says at an instant (aware).

    From the first day on, in the school's time zone; at once where it is today, or none is said.
    Of more than AT_ONCE tracks the clock does it from the next minutes on.
    Raises NothingToHandOver, Unfit and OddDay, and stores nothing then.
    """
    wished = {track.id for track in tracks}
    handed = [track for track in list_handed(uow, coach.id) if track.id in wished]
    if not handed:
        raise NothingToHandOver
    if not may_coach(uow, coach, to):
        raise Unfit
    today = day_of(at, uow.worlds.read_zone(handed[0].id))
    if first_day is not None and not 0 <= (first_day - today).days <= FARTHEST_DAYS:
        raise OddDay
    due = first_day if first_day is not None and first_day > today else None
    is_planned = due is not None or len(handed) > AT_ONCE
    _replace_planned(uow, coach, handed, at)
    day = due or today if is_planned else None
    wishes = [
        HandoverWish(by.organisation_id, track.id, coach.id, to.id, by.id, day) for track in handed
    ]
    numbers = [uow.handovers.add(wish, at) for wish in wishes]
    told: Sequence[int] = ()
    if due is not None:
        told = tell_planned(uow, numbers[0], at)
    elif not is_planned:
        told = _carry_out(uow, numbers, at)
    entry = uow.acts.record(by.id, Act.HANDOVER, at, before={"of": numbers[0]})
    names = [known.name for who in told if (known := uow.people.find(who)) is not None]
    return HandedOver(numbers[0], entry, is_planned, handed, names)


def _replace_planned(uow: UnitOfWork, coach: Person, handed: Sequence[Track], at: datetime) -> None:
    for planned in uow.handovers.list_planned([track.id for track in handed]):
        if planned.wish.from_id == coach.id:
            uow.handovers.mark_ended(planned.id, at)


def _carry_out(uow: UnitOfWork, numbers: Sequence[int], at: datetime) -> Sequence[int]:
    for number in numbers:
        carry_out(uow, number, at)
    return tell_done(uow, uow.handovers.list_together(numbers[0]), at)
