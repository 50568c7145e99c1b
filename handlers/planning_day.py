"""What is told unasked on a day, planned and gathered for some people at a time.

Who they are is found by looking, which holds up nobody; only for those is something written, in
transactions of a few of them, each of which looks again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.domain.telling.hours import Works
from bot.ports.topics import Topic
from bot.ports.worlds import People, World
from bot.use_cases.desk.look_at_desks import look_at_desks, note_looks
from bot.use_cases.periods.plan_tellings import plan_tellings, tellings_to_plan
from bot.use_cases.plan_day import list_to_plan, plan_day
from bot.use_cases.telling.gather_errands import (
    drop_expired,
    gather_errands,
    look_around,
)
from handlers.agenda import Agenda
from handlers.slices import Slices

LOOKED_AT = 1000
"""People who are looked at together: while SQLite reads, nobody's commit is let in."""

WRITTEN_FOR = 200
"""People for whom something is written in one transaction."""


def plan(slices: Slices, agenda: Agenda, works: Works) -> None:
    """Plan what is told today, and gather what is due for each who may be spoken to now."""
    world, zones = agenda.world, agenda.zones
    if Topic.PERIODS in agenda.list_topics(slices):
        _plan_tellings(slices, world, works, zones)
    if Topic.DESKS in agenda.list_topics(slices):
        _look_at_desks(slices, agenda, works)
    with slices.reading() as uow:
        everybody = uow.worlds.list_people(world, LOOKED_AT)
    for people in everybody:
        topics = agenda.list_topics(slices)
        with slices.reading() as uow:
            found = list_to_plan(uow, world, works, zones, people, topics)
        for part in _parts(found):
            with slices.writing() as uow:
                plan_day(uow, world, works, zones, part)
    _gather(slices, world, works, zones, everybody)


def _look_at_desks(slices: Slices, agenda: Agenda, works: Works) -> None:
    """Look through the desks whose day has come, some at a time; what they hold is read aside."""
    while True:
        with slices.reading() as uow:
            looks = look_at_desks(uow, agenda.world, works, agenda.zones)
        if not looks:
            return
        with slices.writing() as uow:
            note_looks(uow, agenda.world, looks)


def _plan_tellings(slices: Slices, world: World, works: Works, zones: Sequence[str]) -> None:
    with slices.reading() as uow:
        more = any(tellings_to_plan(uow, world, works, zones))
    while more:
        with slices.writing() as uow:
            more = plan_tellings(uow, world, works, zones)


def _gather(
    slices: Slices, world: World, works: Works, zones: Sequence[str], everybody: Sequence[People]
) -> None:
    with slices.reading() as uow:
        gatherings, late = look_around(uow, world, works, zones)
    while late:
        with slices.writing() as uow:
            late = drop_expired(uow, world) > 0
    for gathering in gatherings:
        for people in everybody:
            with slices.reading() as uow:
                found = uow.errands.list_due_people(replace(gathering, people=people))
            for part in _parts(found):
                with slices.writing() as uow:
                    gather_errands(uow, replace(gathering, people=part))


def _parts(people: Sequence[int]) -> Iterator[People]:
    """Divide people, in the order of their identities."""
    for at in range(0, len(people), WRITTEN_FOR):
        some = people[at : at + WRITTEN_FOR]
        yield People(some[0], some[-1])
