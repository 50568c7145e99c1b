"""The sample's own clock: moved forward, through every hour at which something may happen.

A day that is skipped must not swallow what falls into it, so each of those hours gets its tick.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.telling.hours import Works
from bot.messages import MessageKind
from bot.ports import Shown, UnitOfWork
from bot.ports.worlds import Move, SampleClock, World
from bot.use_cases.look_ahead import next_photo, next_telling, next_that_matters, owed_since
from bot.use_cases.move_sample import move_sample
from handlers.clock import Tick, Tools, run_world
from handlers.slices import Transaction

MOST_TICKS = 500
"""Ticks of one move, at two a working day: nearly a year."""

Now = Callable[[], datetime]
Passes = Callable[[datetime, Sequence[tuple[int, Shown]]], None]
"""Told after each tick where the clock is, and what reached whom, by the person's id."""

LINGERS = timedelta(days=4)
"""How long after a photo is waited for everybody to hear of it: over a weekend."""

NextInstant = Callable[[UnitOfWork, World, Works], datetime | None]


def clock_of(
    uow: UnitOfWork, at: datetime, works: Works, language: str = "en"
) -> SampleClock | None:
    """Read a sample's clock at an instant, and what is to come; None where there is no sample."""
    clock = uow.worlds.read_sample_clock(at, language)
    if clock is None:
        return None
    world = World(True, clock.at, language)
    return replace(clock, tells_at=next_telling(uow, world, works), photo_at=next_photo(uow, world))


def move(
    transaction: Transaction,
    by: Move,
    now: Now,
    tools: Tools,
    passes: Passes = lambda _at, _some: None,
    language: str = "en",
) -> list[tuple[int, Shown]]:
    """Move a sample's clock; returns what reached its people on the way, and tells it as it goes.

    It stays where it is where there is no sample, or nothing of that kind is to come.
    """
    with transaction() as uow:
        clock = uow.worlds.read_sample_clock(now(), language)
    if clock is None:
        return []
    walk = _Walk(transaction, now, tools, passes, language, clock.at, clock.zone)
    walk.tick(clock.at)
    _MOVES[by](walk)
    return walk.arrived


@dataclass
class _Walk:
    """One way through time, from tick to tick; `told` is what the last one told."""

    transaction: Transaction
    now: Now
    tools: Tools
    passes: Passes
    language: str
    at: datetime
    zone: str
    arrived: list[tuple[int, Shown]] = field(default_factory=list)
    told: list[tuple[int, Shown]] = field(default_factory=list)
    ticks: int = 0

    @property
    def reminded(self) -> bool:
        """Say whether the last tick told something that does not come every day."""
        return any(shown.kind != MessageKind.PROMPT for _who, shown in self.told)

    def hour(self) -> None:
        """Go an hour on."""
        self._to(self.at + timedelta(hours=1))

    def day(self) -> None:
        """Go on to the same time of the next day."""
        tomorrow = self.at.astimezone(ZoneInfo(self.zone)) + timedelta(days=1)
        self._to(tomorrow.astimezone(UTC))

    def reminder(self) -> None:
        """Go on until somebody is told something beside the questions that every day brings."""
        while not self.reminded and self.ticks < MOST_TICKS:
            goal = self._ask(next_telling)
            if goal is None:
                return
            self._to(goal, until_told=True)

    def photo(self) -> None:
        """Go on to the next photo, and until everybody who is to hear of it has heard."""
        goal = self._ask(lambda uow, world, _works: next_photo(uow, world))
        if goal is None:
            return
        self._to(goal)
        self.reminder()
        until = goal + LINGERS
        while self.at < until and self.ticks < MOST_TICKS:
            owed = self._ask(owed_since)
            if owed is None or owed > until:
                return
            self.told = []
            self.reminder()

    def tick(self, at: datetime) -> None:
        """Set the clock, then do what is due: what is said meanwhile is said later than that."""
        with self.transaction() as uow:
            world, zones = move_sample(uow, at, self.now(), self.language)
        self.told = run_world(self.transaction, Tick(world, self.tools, zones))
        self.arrived += self.told
        self.at = at
        self.ticks += 1
        self.passes(at, self.told)

    def _to(self, goal: datetime, *, until_told: bool = False) -> None:
        while self.at < goal and self.ticks < MOST_TICKS:
            self.tick(min(goal, self._ask(next_that_matters) or goal))
            if self.reminded and until_told:
                return

    def _ask(self, question: NextInstant) -> datetime | None:
        with self.transaction() as uow:
            return question(uow, World(True, self.at, self.language), self.tools.works)


_MOVES: dict[Move, Callable[[_Walk], None]] = {
    Move.HOUR: _Walk.hour,
    Move.DAY: _Walk.day,
    Move.REMINDER: _Walk.reminder,
    Move.PHOTO: _Walk.photo,
}
