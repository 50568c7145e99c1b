"""Plan what periods tell: an errand for each person it is for, on the day on which it is due."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.days import day_begins
from bot.domain.periods.reminders import AUDIENCE, Due, list_dues
from bot.domain.telling.hours import Hours, Rhythm, Works
from bot.domain.telling.profiles import Profile
from bot.ports import UnitOfWork
from bot.ports.periods.reminders import PeriodReminder, Watched
from bot.ports.worlds import World
from bot.use_cases.telling.school_days import school_days


@dataclass(frozen=True, slots=True)
class Planned:
    """How many people something was planned for, and how many came too late for it."""

    people: int = 0
    dropped: int = 0


def plan_tellings(uow: UnitOfWork, world: World, works: Works, zones: Sequence[str]) -> Planned:
    """Plan errands for everything whose day has come; each is planned once, by one process.

    What was of use only while nobody looked is dropped, and counted.
    """
    all_watched = uow.reminders.list_watched(world)
    if not all_watched:
        return Planned()
    works_of = school_days(uow, works)
    done = uow.reminders.list_planned_keys([watched.period.id for watched in all_watched])
    people = dropped = 0
    for watched in all_watched:
        own = works_of(watched.period.organisation_id)
        for key, falls in _falls(watched, zones, own).items():
            known = key in done.get(watched.period.id, ())
            if known or not _has_come(watched, falls, world):
                continue
            if uow.reminders.claim(watched.period, key, world.at):
                reached, missed = _plan(uow, watched, key, falls, world)
                people, dropped = people + reached, dropped + missed
    return Planned(people, dropped)


Falls = Sequence[tuple[Rhythm, Due]]
"""When one thing falls, for each rhythm of life."""


def _falls(
    watched: Watched, zones: Sequence[str], works: Works
) -> dict[str, list[tuple[Rhythm, Due]]]:
    found: dict[str, list[tuple[Rhythm, Due]]] = defaultdict(list)
    for zone in zones:
        for hours in Hours:
            rhythm = Rhythm(zone, hours, works)
            for due in list_dues(watched.period, watched.plan, rhythm, watched.taken_at):
                found[due.key].append((rhythm, due))
    return found


def _has_come(watched: Watched, falls: Falls, world: World) -> bool:
    """Say whether the school's day has begun on which something is due first."""
    first = min(due.due_at for _rhythm, due in falls)
    return day_begins(first, watched.zone) <= world.at


def _plan(
    uow: UnitOfWork, watched: Watched, key: str, falls: Falls, world: World
) -> tuple[int, int]:
    period = watched.period
    told = [
        PeriodReminder(period, due, rhythm, AUDIENCE[due.kind], _profiles(due))
        for rhythm, due in falls
    ]
    in_time = [reminder for reminder in told if reminder.due.until > world.at]
    people = sum(uow.reminders.give_errands(reminder) for reminder in in_time)
    too_late = [reminder for reminder in told if reminder not in in_time]
    late = sum(uow.reminders.count_people(reminder) for reminder in too_late)
    uow.reminders.record(period, key, people or late, dropped=not in_time and late > 0)
    return people, late


def _profiles(due: Due) -> list[Profile]:
    return [profile for profile in Profile if due.is_for(profile)]
