"""Look ahead from an instant: when something is told next, by the rules by which it is told."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from bot.domain.periods.period import LONGEST
from bot.domain.periods.reminders import list_dues
from bot.domain.telling.hours import Rhythm, Works
from bot.ports import UnitOfWork
from bot.ports.worlds import World
from bot.use_cases.divergence.plan_digests import digests_ahead
from bot.use_cases.planning.lessons.plan_lessons import lessons_ahead
from bot.use_cases.reflecting.prompting.plan_prompts import next_question

HORIZON = LONGEST + timedelta(days=60)
"""How far is looked: over the longest period, and the days off after it."""


class _Coming(NamedTuple):
    """Something to tell people of one rhythm, from when and until when."""

    rhythm: Rhythm
    due_at: datetime
    until: datetime


def next_telling(uow: UnitOfWork, world: World, works: Works) -> datetime | None:
    """Say when something is told next, as far as it is known; None where nothing is to come.

    Whoever is done by then is not told, so it may turn out that nobody is.
    """
    told = [
        at
        for rhythm, due_at, until in _coming(uow, world, works)
        if (at := rhythm.next_allowed(max(due_at, world.at))) < until
    ]
    put_off = uow.outbox.read_next_due(world.here, world.at)
    return min((at for at in [*told, put_off] if at and at > world.at), default=None)


def owed_since(uow: UnitOfWork, world: World, _works: Works) -> datetime | None:
    """Say since when something waits to be told, or from when on it may be; None: nothing does.

    It waits for hours that did not come yet, or for another day, since a day has one message.
    """
    return min((waiting.due_at for waiting in uow.errands.list_waiting(world)), default=None)


def next_photo(uow: UnitOfWork, world: World) -> datetime | None:
    """Say when the next photo is taken; None where none is agreed."""
    watched = uow.reminders.list_watched(world, world.at + HORIZON)
    periods = (known.period for known in watched)
    photos = (period.photo_at for period in periods if period.standing)
    return min((at for at in photos if at and at > world.at), default=None)


def next_that_matters(uow: UnitOfWork, world: World, works: Works) -> datetime | None:
    """Say when a tick does something next that a later one would do too late.

    Somebody's hours begin, a student's own hour comes, a photo is taken, or what was put off is
    due; None where nothing is to come.
    """
    begin = [rhythm.next_beginning(world.at) for rhythm in _rhythms(uow, world, works)]
    others = [
        next_question(uow, world, works),
        next_photo(uow, world),
        uow.outbox.read_next_due(world.here, world.at),
    ]
    return min((at for at in [*begin, *others] if at), default=None)


def _rhythms(uow: UnitOfWork, world: World, works: Works) -> list[Rhythm]:
    return [Rhythm(zone, hours, works) for zone, hours in uow.worlds.list_rhythms(world)]


def _coming(uow: UnitOfWork, world: World, works: Works) -> Iterator[_Coming]:
    yield from _of_periods(uow, world, works)
    for waiting in uow.errands.list_waiting(world):
        rhythm = Rhythm(waiting.zone, waiting.hours, works)
        yield _Coming(rhythm, waiting.due_at, waiting.expires_at)
    for table, errand in lessons_ahead(uow, world, works):
        yield _Coming(Rhythm(table.own_zone, table.hours, works), errand.due_at, errand.expires_at)
    yield from _digests(uow, world, works)


def _digests(uow: UnitOfWork, world: World, works: Works) -> Iterator[_Coming]:
    """Look at the digests of the coaches, as long as a photo is to come."""
    if next_photo(uow, world) is None:
        return
    for zone, errand in digests_ahead(uow, world, uow.worlds.list_zones(world)):
        hours = uow.people.read_preferences(errand.person_id).hours
        yield _Coming(Rhythm(zone, hours, works), errand.due_at, errand.expires_at)


def _of_periods(uow: UnitOfWork, world: World, works: Works) -> Iterator[_Coming]:
    """Look at what periods tell and nobody planned yet, as if each photo is taken in time."""
    watched = uow.reminders.list_watched(world, world.at + HORIZON)
    done = uow.reminders.list_planned_keys([known.period.id for known in watched])
    rhythms = _rhythms(uow, world, works)
    for known in watched:
        period, photo_at = known.period, known.taken_at or known.period.photo_at
        for rhythm in rhythms:
            for due in list_dues(period, known.plan, rhythm, photo_at):
                if due.key not in done.get(period.id, ()):
                    yield _Coming(rhythm, due.due_at, due.until)
