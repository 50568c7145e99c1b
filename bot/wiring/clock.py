"""The clock as the process runs it, and one tick for scripts and tests."""

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from starlette.routing import Route

from bot.platforms.platform import ChatPlatform
from bot.ports import Shown
from bot.ports.worlds import Move, World
from bot.refusal import Refused
from bot.schedule import EVERY, Ticker
from bot.seal import Signet
from bot.storage.rights.cleaning import clean_file
from bot.wiring import House
from bot.wiring.composing import composer, working_days
from bot.wiring.jumps import believes, still_believes
from bot.wiring.sealed.acts import keep_acts, list_signed_acts
from bot.wiring.sealed.decisions import keep_decisions, list_signed
from bot.wiring.sealed.erasing import erase_who_is_back, erasing_tools
from bot.wiring.sealed.photos import keep_photos, known_periods, list_given_up
from handlers.clock import Tick, Tools, deliver, run_tick
from handlers.sample_clock import Passes, move
from handlers.slices import Slices

log = logging.getLogger(__name__)

Arrived = Callable[[Sequence[tuple[int, Shown]]], None]
"""Told what reached people on our own platforms, each with the person's id."""

STUCK = 4 * EVERY
"""Seconds after which a clock that does not tick is a problem."""


SHORTEST, LONGEST = 0.02, 0.1
"""How long a tick rests, in seconds: SQLite asks again after a tenth of a second at the latest."""


class Rests:
    """Rests after each slice of a tick, as long as others had to wait for it."""

    def __init__(self, moves_on: Callable[[], None] = lambda: None) -> None:
        """Begin to work; `moves_on` is told after each slice that the tick goes on."""
        self._since = time.monotonic()
        self._moves_on = moves_on

    def __call__(self) -> None:
        """Leave the database to others; what was done in no time kept nobody waiting."""
        self._moves_on()
        worked = time.monotonic() - self._since
        if worked >= SHORTEST:
            time.sleep(min(worked, LONGEST))
            self._since = time.monotonic()


def tools_of(house: House) -> Tools:
    """Gather what a tick of this installation may use."""
    signet = Signet(Path(house.settings.signing_key_file))
    works = working_days(house.settings.holidays)
    known = partial(known_periods, house)
    given_up = partial(list_given_up, house)
    return Tools(
        works, signet.sign, composer(works), house.chats, house.reading,
        known=known, given_up=given_up, signed=partial(list_signed, house),
        signed_acts=partial(list_signed_acts, house),
        erasing=erasing_tools(house), clean=partial(clean_file, house.engine),
    )  # fmt: skip


def tick_once(house: House, at: datetime, *, held: bool = False) -> list[tuple[int, Shown]]:
    """Do everything that is due at an instant, as one tick of the clock does.

    Where it is held, that is nothing in the school.
    """

    def moves_on() -> None:
        house.ticked_at = max(house.ticked_at, datetime.now(UTC))

    with house.ticking:
        tools = replace(tools_of(house), rest=Rests(moves_on), held=held)
        try:
            if not held:
                _erase_who_is_back(house, at)
            arrived = run_tick(house.transaction, at, tools)
        finally:
            keep_photos(house)
            keep_decisions(house)
            keep_acts(house)
    house.ticked_at = at
    return arrived


def _erase_who_is_back(house: House, at: datetime) -> None:
    """Erase them; where the list cannot be used nothing is erased, and all else goes on."""
    try:
        erase_who_is_back(house, at)
    except Refused as unusable:
        if house.erasures_problem is None:
            log.warning("the list of erasures beside the key cannot be used")
            log.debug("%s", unusable)
        house.erasures_problem = "the list of erasures cannot be used"
    else:
        house.erasures_problem = None


def deliver_sample(house: House, at: datetime, language: str) -> list[tuple[int, Shown]]:
    """Bring what waits for a sample's people; it is theirs within a second, as in a chat."""
    with house.reading() as uow:
        clock = uow.worlds.read_sample_clock(at, language)
    if clock is None:
        return []
    tick = Tick(World(True, clock.at, language), tools_of(house), ())
    with Slices(house.transaction, house.reading) as slices:
        deliver(slices, tick)
    return tick.arrived


def deliver_page(house: House, at: datetime) -> list[tuple[int, Shown]]:
    """Bring what waits for people on the page; it is theirs within a second, as in a chat."""
    # After each message of anybody, so it writes nothing where nothing waits.
    if not still_believes(house, at):
        return []
    tick = Tick(World(False, at), tools_of(house), ())
    with Slices(house.transaction, house.reading) as slices:
        deliver(slices, tick)
    return tick.arrived


def move_sample(house: House, by: Move, passes: Passes, language: str) -> None:
    """Move a sample's clock; what reaches its people on the way is told as it comes."""
    with house.ticking:
        now = partial(datetime.now, UTC)
        move(house.transaction, by, now, tools_of(house), passes, language)


class Clock:
    """The ticker of this process; any number of processes may have one."""

    name = "clock"
    routes: Sequence[Route] = ()

    def __init__(self, house: House, chats: Sequence[ChatPlatform], arrived: Arrived) -> None:
        """Prepare; nothing ticks until start. Raises Refused for a country without holidays."""
        working_days(house.settings.holidays)
        self._house = house
        self._chats = chats
        self._arrived = arrived
        self._ticker = Ticker(self.tick)

    async def start(self) -> None:
        """Begin to tick."""
        self._ticker.start()

    async def stop(self) -> None:
        """Stop ticking; what a tick has begun is done, or done by the next one."""
        self._ticker.stop()

    def problem(self, at: datetime) -> str | None:
        """Say whether the clock stands still, is not believed, or misses a photo."""
        late = (at - self._house.ticked_at).total_seconds()
        stuck = f"no tick for {late:.0f} s" if late > STUCK else None
        return self._house.clock_problem or stuck or self._problem_beside_key()

    def _problem_beside_key(self) -> str | None:
        return self._house.photos_problem or self._house.erasures_problem

    async def tick(self) -> None:
        """Do what is due now; an error of one tick is left to the next one."""
        try:
            self._arrived(await asyncio.to_thread(self._tick, datetime.now(UTC)))
        except Exception as error:
            log.warning("a tick failed: %s", type(error).__name__)

    def _tick(self, now: datetime) -> list[tuple[int, Shown]]:
        if not believes(self._house, now):
            return tick_once(self._house, now, held=True)
        seen = {chat.name: chat.caught_up() for chat in self._chats}
        with self._house.transaction() as uow:
            for name, at in seen.items():
                if at is not None:
                    uow.looks.record(name, at)
        return tick_once(self._house, now)
