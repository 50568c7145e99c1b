"""The machine's clock held against others, before photos are taken and people are told."""

import logging
import time
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from bot.domain.jumps import (
    Beat,
    Others,
    is_asked,
    is_far,
    is_wrong,
    noted,
    run_on,
    trusted_now,
    trusted_still,
    unproved_after,
)
from bot.platforms.line.telling_time import time_at
from bot.ports.ticks import ServerClock
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
        _go_on(house, beat)
        return True
    unproved = unproved_after(last.beat, beat, last.unproved)
    others = replace(_others(house, shown, last.trusted), unproved=unproved)
    if is_asked(last.beat, beat, allowed, others):
        others = _with_platforms(house, others)
    if is_wrong(last.beat, beat, allowed, others):
        _hold(house, beat, last.beat, known=last.held_at is not None)
        return False
    remembered = noted(last.beat, beat, agreed=bool(others.platforms))
    with house.transaction() as uow:
        # Where nobody could speak it proves nothing that nobody did.
        left = unproved if others.silent and not others.speak else timedelta(0)
        uow.ticks.record(at, remembered, trusted_still(beat, allowed, others), left)
    _go_on(house, beat)
    return True


def still_believes(house: House, at: datetime) -> bool:
    """Say the same without asking anybody, where the clock went on as it does."""
    seen = house.clock_seen_at
    if seen is None or abs(at - seen) > allowed_jump(house):
        return believes(house, at)
    return house.clock_problem is None


def hearing_time(house: House, at: datetime) -> datetime:
    """Tell what to write beside what was tapped when the clock shows an instant.

    While the clock is held that is what it would show had it gone on as it was last believed.
    """
    believed = house.clock_believed
    if house.clock_problem is None or believed is None:
        return at
    return run_on(believed, beat_of(at)) or at


def trust(house: House, at: datetime) -> None:
    """Believe the clock from now on, also where others show something else."""
    beat = beat_of(at)
    with house.reading() as uow:
        shown = uow.ticks.read_database_clock()
    others = _with_platforms(house, _others(house, shown, timedelta(0)))
    with house.transaction() as uow:
        uow.ticks.record(at, beat, trusted_now(beat, allowed_jump(house), others))


def is_far_ahead(house: House, at: datetime) -> datetime | None:
    """Tell when the last tick was, where an instant is far after it."""
    with house.reading() as uow:
        last = uow.ticks.find_last().at if _has_school(uow) else None
    return last if is_far(last, at, allowed_jump(house)) else None


def note_tick(house: House, at: datetime) -> None:
    """Remember a tick of an instant that somebody named; the clock stays believed or held."""
    with house.transaction() as uow:
        if _has_school(uow):
            uow.ticks.note(at)


def _has_school(uow: StoredUnitOfWork) -> bool:
    return any(not row.sample for row in uow.catalogue.list_organisations())


def _others(house: House, shown: ServerClock | None, trusted: timedelta) -> Others:
    """Gather what is known of other clocks before any platform is asked."""
    if shown is None:
        return Others(trusted=trusted, silent=bool(house.chats))
    return Others((shown.at,), (), trusted, near=shown.near, silent=bool(house.chats))


def _with_platforms(house: House, others: Others) -> Others:
    told = _platform_clocks(house)
    return replace(others, platforms=told, silent=others.silent and not told)


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


def _go_on(house: House, beat: Beat) -> None:
    if house.clock_problem is not None:
        log.warning("the clock is believed again")
    house.clock_problem, house.clock_seen_at, house.clock_believed = None, beat.at, beat
