"""The question of a workplace day: an errand for each student, at the own hour."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from bot.domain.days import day_of
from bot.domain.reflecting.pace import comes_on
from bot.domain.reflecting.weeks import Week
from bot.domain.telling.errands import ErrandKind
from bot.domain.telling.holidays import is_closed
from bot.domain.telling.hours import Works
from bot.ports import UnitOfWork
from bot.ports.reflecting.prompts import Wishes
from bot.ports.telling.errands import NewErrand
from bot.ports.worlds import People, World
from bot.use_cases.telling.school_days import school_days

LASTS = timedelta(hours=3)
"""How long a question of today is of use: after an outage it is not asked at night."""

SATURDAY = 5


def plan_prompts(
    uow: UnitOfWork, world: World, works: Works, zones: Sequence[str], people: People
) -> list[NewErrand]:
    """List an errand for each of these students who is at the workplace today."""
    if not uow.repertoire.prompts:
        return []
    days: dict[date, list[str]] = defaultdict(list)
    for zone in zones:
        days[day_of(world.at, zone)].append(zone)
    return [
        errand
        for day, own in days.items()
        if _at_work(works)(day)
        for errand in _on_day(uow, world, works, (day, own), people)
    ]


def next_question(uow: UnitOfWork, world: World, works: Works) -> datetime | None:
    """Find when the hour of somebody's question comes next; None where nobody is asked any."""
    if not uow.repertoire.prompts:
        return None
    slots = [week.next_slot(world.at, _at_work(works)) for week in uow.prompts.list_weeks(world)]
    return min((slot.begins for slot in slots if slot), default=None)


def _at_work(works: Works) -> Works:
    """Tell days at work: the school's calendar knows no Saturdays; who works then has said so."""
    return lambda day: not is_closed(works, day) and (day.weekday() >= SATURDAY or works(day))


def _own_days(wishes: Wishes, works: Works) -> Works:
    """Tell a student's workplace days."""
    at_work = _at_work(works)
    return lambda day: day.weekday() in wishes.work_days and at_work(day)


def _on_day(
    uow: UnitOfWork, world: World, works: Works, here: tuple[date, list[str]], people: People
) -> Iterator[NewErrand]:
    (day, zones), works_of = here, school_days(uow, works)
    for student in uow.prompts.list_to_ask(world, zones, day, people):
        own = works_of(student.organisation_id)
        if not _at_work(own)(day):
            continue
        wishes = student.wishes
        slot = Week(wishes.work_days, wishes.at, student.zone).slot(day)
        if slot and comes_on(day, wishes.next_on, _own_days(wishes, own)):
            yield NewErrand(
                organisation_id=student.organisation_id,
                person_id=student.person_id,
                kind=ErrandKind.PROMPT,
                subject=day.isoformat(),
                due_at=slot.begins,
                expires_at=min(slot.ends, slot.begins + LASTS),
            )
