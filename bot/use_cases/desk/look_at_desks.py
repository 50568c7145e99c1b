"""Look through the desks of coaches once a day, for what is to be told of them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.dated import Dated
from bot.domain.days import day_of
from bot.domain.desk.steps import DeskStep, key_of, step_of, wants
from bot.domain.telling.errands import ErrandKind
from bot.domain.telling.hours import Works
from bot.ports import UnitOfWork
from bot.ports.telling.errands import NewErrand
from bot.ports.worlds import Hearer, World
from bot.use_cases.desk.list_desk import list_desk
from bot.use_cases.telling.school_days import school_days

AT_ONCE = 20
"""Desks that are looked through in one transaction: each costs a few statements of every topic."""

LASTS = timedelta(days=21)
"""How long it waits for somebody who is away, and is then on the desk alone."""


@dataclass(frozen=True, slots=True)
class DeskLook:
    """What was found on somebody's desk, on a day of theirs."""

    hearer: Hearer
    day: date
    errands: tuple[NewErrand, ...]


def look_at_desks(
    uow: UnitOfWork, world: World, works: Works, zones: Sequence[str]
) -> list[DeskLook]:
    """Look through some of the desks whose day has come; nothing is written.

    On a day off nothing is told, so nothing is looked for.
    """
    works_of = school_days(uow, works)
    days = {zone: day_of(world.at, zone) for zone in zones}
    return [
        _look(uow, hearer, days[hearer.zone], world.at, works_of(hearer.organisation_id))
        for hearer in uow.desks.list_to_look(world, days, AT_ONCE)
    ]


def note_looks(uow: UnitOfWork, world: World, looks: Sequence[DeskLook]) -> None:
    """Plan an errand for each thing that was found, once, and note that these desks were looked at.

    Nobody else plans for this world meanwhile.
    """
    uow.worlds.hold(world)
    uow.errands.give([errand for look in looks for errand in look.errands])
    for look in looks:
        uow.desks.note_look(look.hearer, look.day)


def settle_looks(uow: UnitOfWork, people: Collection[int], at: datetime) -> None:
    """Let what waits of people's desks at an instant (aware) have been told by then.

    A sample is loaded as a school that lives: its coaches do not begin with what was due long ago.
    """
    for person_id in people:
        waits = uow.errands.list_of_message(person_id, 0, at + LASTS, at)
        uow.errands.close([own.id for own in waits if own.kind == ErrandKind.DESK], at)


def subject_of(dated: Dated, step: DeskStep) -> str:
    """Name what is told of it: it is told once."""
    return f"{key_of(dated)}:{step}"


def key_within(subject: str) -> str:
    """Read from a subject what it is about, without the step."""
    return subject.rpartition(":")[0]


def _look(uow: UnitOfWork, hearer: Hearer, day: date, at: datetime, works: Works) -> DeskLook:
    person = uow.people.find(hearer.person_id)
    if person is None or not works(day):
        return DeskLook(hearer, day, ())
    desk = list_desk(uow, person, uow.tracks.list_of(person.id), day)
    profile = uow.people.read_preferences(person.id).profile
    steps = ((dated, step_of(dated, desk.span)) for dated in desk.everything)
    told = [(dated, step) for dated, step in steps if step is not None and wants(profile, step)]
    return DeskLook(hearer, day, tuple(_errands(hearer, told, at)))


def _errands(
    hearer: Hearer, told: Sequence[tuple[Dated, DeskStep]], at: datetime
) -> list[NewErrand]:
    return [
        NewErrand(
            organisation_id=hearer.organisation_id,
            person_id=hearer.person_id,
            kind=ErrandKind.DESK,
            subject=subject_of(dated, step),
            due_at=at,
            expires_at=at + LASTS,
            about_id=dated.about_id,
        )
        for dated, step in told
    ]
