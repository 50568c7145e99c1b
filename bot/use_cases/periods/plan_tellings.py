"""Plan what periods tell: an errand for each person it is for, on the day on which it is due."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from bot.domain.days import day_begins
from bot.domain.periods.reminders import AUDIENCE, Due, list_dues
from bot.domain.telling.hours import Hours, Rhythm, Works
from bot.domain.telling.profiles import Profile
from bot.ports import UnitOfWork
from bot.ports.periods.reminders import PeriodReminder, Watched
from bot.ports.worlds import People, World
from bot.use_cases.telling.school_days import school_days

AT_MOST = 500
"""People for whom something is planned in one transaction."""

Falls = Sequence[tuple[Rhythm, Due]]
"""When one thing falls, for each rhythm of life."""


def plan_tellings(uow: UnitOfWork, world: World, works: Works, zones: Sequence[str]) -> bool:
    """Plan errands for a part of the people it is for; True where more may be left to plan.

    Whoever calls commits, and calls again: each thing is planned once for each, in any number of
    processes, and goes on where it stopped. What was of use only while nobody looked is dropped,
    and counted. Nobody else plans for this world meanwhile.
    """
    uow.worlds.hold(world)
    for watched, key, falls in tellings_to_plan(uow, world, works, zones):
        uow.reminders.begin(watched.period, key, world.at)
        people = uow.reminders.take_part(watched.period, key, AT_MOST)
        if people is not None:
            _plan(uow, watched, key, falls, (world, people))
        return True
    return False


def tellings_to_plan(
    uow: UnitOfWork, world: World, works: Works, zones: Sequence[str]
) -> Iterator[tuple[Watched, str, Falls]]:
    """List what has come and is not planned for everybody yet."""
    all_watched = uow.reminders.list_watched(world)
    if not all_watched:
        return
    periods = [watched.period.id for watched in all_watched]
    works_of = school_days(uow, works)
    done = uow.reminders.list_planned_keys(periods, whole=True)
    for watched in all_watched:
        own = works_of(watched.period.organisation_id)
        for key, falls in _falls(watched, zones, own).items():
            if key not in done.get(watched.period.id, ()) and _has_come(watched, falls, world):
                yield watched, key, falls


def _falls(
    watched: Watched, zones: Sequence[str], works: Works
) -> dict[str, list[tuple[Rhythm, Due]]]:
    found: dict[str, list[tuple[Rhythm, Due]]] = defaultdict(list)
    for zone in zones:
        for hours in Hours:
            rhythm = Rhythm(zone, hours, works)
            told = list_dues(
                watched.period, watched.plan, rhythm, watched.taken_at, ruled=watched.ruled
            )
            for due in told:
                found[due.key].append((rhythm, due))
    return found


def _has_come(watched: Watched, falls: Falls, world: World) -> bool:
    """Say whether the school's day has begun on which something is due first."""
    first = min(due.due_at for _rhythm, due in falls)
    return day_begins(first, watched.zone) <= world.at


def _plan(
    uow: UnitOfWork, watched: Watched, key: str, falls: Falls, whom: tuple[World, People]
) -> None:
    world, people = whom
    period = watched.period
    told = [
        PeriodReminder(period, due, rhythm, AUDIENCE[due.kind], _profiles(due), people)
        for rhythm, due in falls
    ]
    in_time = [reminder for reminder in told if reminder.due.until > world.at]
    given = sum(uow.reminders.give_errands(reminder) for reminder in in_time)
    too_late = [reminder for reminder in told if reminder not in in_time]
    late = sum(uow.reminders.count_people(reminder) for reminder in too_late)
    uow.reminders.record(period, key, given or late, dropped=not in_time and late > 0)


def _profiles(due: Due) -> list[Profile]:
    return [profile for profile in Profile if due.is_for(profile)]
