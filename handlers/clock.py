"""One tick of the clock: what is due is done, for each world by its own time."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.telling.hours import Works
from bot.ports import Shown, UnitOfWork
from bot.ports.periods.photos import Sign
from bot.ports.telling.errands import HERE, SAMPLE_HERE
from bot.ports.worlds import World
from bot.use_cases.divergence.settle_divergences import (
    carry_alerts,
    settle_divergences,
    wake_alerts,
)
from bot.use_cases.joining.end_placements import end_over
from bot.use_cases.periods.take_photos import take_photos
from bot.use_cases.plan_day import plan_day
from bot.use_cases.telling.deliver_here import deliver_here
from bot.use_cases.telling.deliver_outbox import Compose


@dataclass(frozen=True, slots=True)
class Tools:
    """What a tick may use: the school's working days, a key, who composes, and the platforms.

    `lines` are the platforms on which people talk, each with whether its taps carry no time.
    """

    works: Works
    sign: Sign
    compose: Compose
    lines: Sequence[tuple[str, bool]] = ()


@dataclass(slots=True)
class Tick:
    """One tick in one world; `arrived` collects what reached people on our own platforms."""

    world: World
    tools: Tools
    zones: Sequence[str]
    arrived: list[tuple[int, Shown]] = field(default_factory=list)


def photograph(uow: UnitOfWork, tick: Tick) -> bool:
    """Take a step of a photo that is due."""
    # The sample's people are reached by no platform that could hold something back.
    lines = () if tick.world.sample else tick.tools.lines
    return take_photos(uow, tick.world, uow.looks.list_of(lines), tick.tools.sign)


def settle(uow: UnitOfWork, tick: Tick) -> bool:
    """Compare what was said on tracks whose scorers have finished, and write to the coaches."""
    wake_alerts(uow, tick.world)
    more_ended = carry_alerts(uow, tick.world)
    return settle_divergences(uow, tick.world) or more_ended


def plan(uow: UnitOfWork, tick: Tick) -> bool:
    """Plan what is told today, and gather what is due for each who may be spoken to now."""
    plan_day(uow, tick.world, tick.tools.works, tick.zones)
    return False


def deliver(uow: UnitOfWork, tick: Tick) -> bool:
    """Deliver on our own platforms; the others have workers of their own."""
    platform = SAMPLE_HERE if tick.world.sample else HERE
    shown = deliver_here(uow, platform, tick.world.at, tick.tools.compose)
    tick.arrived.extend(shown or ())
    return shown is not None


def end(uow: UnitOfWork, tick: Tick) -> bool:
    """End the placements whose agreed last day is over, before anybody is told anything."""
    end_over(uow, tick.world, tick.zones)
    return False


Work = Callable[[UnitOfWork, Tick], bool]

TICKS: dict[str, Work] = {
    "endings": end,
    "photos": photograph,
    "divergence": settle,
    "plan": plan,
    "deliver": deliver,
}
"""What each tick does, in this order; each is called again, in a new transaction, while it says so.
"""

Transaction = Callable[[], AbstractContextManager[UnitOfWork]]


def run_tick(transaction: Transaction, at: datetime, tools: Tools) -> list[tuple[int, Shown]]:
    """Do everything that is due at an instant; returns what reached people on our own platforms.

    What fails holds up nothing else; the first error is raised at the end.
    """
    with transaction() as uow:
        worlds = uow.worlds.list_at(at)
        ticks = [Tick(world, tools, uow.worlds.list_zones(world)) for world in worlds]
    errors: list[Exception] = []
    for tick in ticks:
        errors += _do_all(transaction, tick)
    if errors:
        raise errors[0]
    return [arrival for tick in ticks for arrival in tick.arrived]


def run_world(transaction: Transaction, tick: Tick) -> list[tuple[int, Shown]]:
    """Do everything that is due in one world; returns what reached people there."""
    errors = _do_all(transaction, tick)
    if errors:
        raise errors[0]
    return tick.arrived


def _do_all(transaction: Transaction, tick: Tick) -> list[Exception]:
    """Do all kinds of work in one world; returns what went wrong meanwhile."""
    errors: list[Exception] = []
    for work in TICKS.values():
        try:
            _do(transaction, work, tick)
        except Exception as error:
            errors.append(error)
    return errors


def _do(transaction: Transaction, work: Work, tick: Tick) -> None:
    more = True
    while more:
        with transaction() as uow:
            more = work(uow, tick)
