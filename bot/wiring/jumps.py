"""The machine's clock held against others, before photos are taken and people are told."""

import logging
import time
from datetime import datetime, timedelta
from pathlib import Path

from bot.domain.jumps import Beat, Others, is_far, is_suspect, is_wrong
from bot.platforms.line.telling_time import time_at
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.wiring import House

log = logging.getLogger(__name__)

BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
"""Tells one start of a machine from another, on Linux."""


def beat_of(at: datetime) -> Beat:
    """Read how long this machine has run, asleep or not, when its clock shows an instant."""
    try:
        return Beat(at, BOOT_ID.read_text().strip(), time.clock_gettime(time.CLOCK_BOOTTIME))
    except (OSError, AttributeError):
        return Beat(at)


def allowed_jump(house: House) -> timedelta:
    """Tell how far the clock may go ahead without being asked about."""
    return timedelta(hours=house.settings.clock_jump_hours)


def believes(house: House, at: datetime) -> bool:
    """Say whether what the clock shows is believed, and remember it; else ticks are held.

    Only a school can be told or photographed too early: where there is none everything is.
    """
    beat, allowed = beat_of(at), allowed_jump(house)
    with house.reading() as uow:
        school = _has_school(uow)
        last, shown = uow.ticks.find_last(), uow.ticks.read_database_clock()
    if not school:
        _go_on(house, at)
        return True
    others = Others((shown,) if shown else (), (), last.trusted)
    if is_suspect(last.beat, beat, allowed, others):
        others = Others(others.database, _platform_clocks(house), last.trusted)
    if is_wrong(last.beat, beat, allowed, others):
        _hold(house, beat, last.beat, known=last.held_at is not None)
        return False
    with house.transaction() as uow:
        uow.ticks.record(at, beat, last.trusted)
    _go_on(house, at)
    return True


def still_believes(house: House, at: datetime) -> bool:
    """Say the same without asking anybody, where the clock went on as it does."""
    seen = house.clock_seen_at
    if seen is None or abs(at - seen) > allowed_jump(house):
        return believes(house, at)
    return house.clock_problem is None


def trust(house: House, at: datetime) -> None:
    """Believe the clock from now on, also where others show something else."""
    beat = beat_of(at)
    with house.reading() as uow:
        shown = uow.ticks.read_database_clock()
    clocks = [*([shown] if shown else []), *_platform_clocks(house)]
    ahead = max((at - clock for clock in clocks), default=timedelta(0))
    with house.transaction() as uow:
        uow.ticks.record(at, beat, max(ahead, timedelta(0)))


def is_far_ahead(house: House, at: datetime) -> datetime | None:
    """Tell when the last tick was, where an instant is far after it."""
    with house.reading() as uow:
        last = uow.ticks.find_last().at if _has_school(uow) else None
    return last if is_far(last, at, allowed_jump(house)) else None


def note_tick(house: House, at: datetime, now: datetime) -> None:
    """Remember a tick of an instant that somebody named, when the clock shows another one."""
    with house.transaction() as uow:
        if _has_school(uow):
            uow.ticks.record(at, beat_of(now), uow.ticks.find_last().trusted)


def _has_school(uow: StoredUnitOfWork) -> bool:
    return any(not row.sample for row in uow.catalogue.list_organisations())


def _platform_clocks(house: House) -> tuple[datetime, ...]:
    settings = house.settings
    addresses = {"telegram": settings.telegram_api_url, "slack": settings.slack_api_url}
    told = (time_at(addresses[name]) for name, _untimed in house.chats)
    return tuple(at for at in told if at is not None)


def _hold(house: House, beat: Beat, last: Beat | None, *, known: bool) -> None:
    since = f"from {last.at:%Y-%m-%d %H:%M} " if last else ""
    house.clock_seen_at = beat.at
    if house.clock_problem is None:
        log.warning("the clock jumped; photos and messages are held")
    house.clock_problem = (
        f"the clock jumped {since}to {beat.at:%Y-%m-%d %H:%M} UTC: photos and messages are held; "
        "if it is right, 'kompaan clock release'"
    )
    if not known:
        with house.transaction() as uow:
            uow.ticks.hold(beat)


def _go_on(house: House, at: datetime) -> None:
    if house.clock_problem is not None:
        log.warning("the clock is believed again")
    house.clock_problem, house.clock_seen_at = None, at
