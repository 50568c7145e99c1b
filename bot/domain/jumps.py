"""Whether a clock that went far ahead is right: what was taken of the future cannot be untaken."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from statistics import median_low

NONE = timedelta(0)


@dataclass(frozen=True, slots=True)
class Beat:
    """What the machine's clock showed at a tick, and for how many seconds it had run by then.

    `boot` tells one start of one machine from another; it is empty where that is not known. What
    the machine slept counts.
    """

    at: datetime
    boot: str = ""
    up: float = 0.0


@dataclass(frozen=True, slots=True)
class Others:
    """What other clocks showed at that moment: the database server's, and the platforms'.

    `near` says that the database may stand on this machine, `silent` that there are platforms and
    none said what time it is. `trusted` is how far ahead of them ours may be: a person said so.
    `unproved` is how much of what passed nothing has borne out.
    """

    database: Sequence[datetime] = ()
    platforms: Sequence[datetime] = ()
    trusted: timedelta = NONE
    near: bool = False
    silent: bool = False
    unproved: timedelta = NONE

    @property
    def speak(self) -> bool:
        """Say whether any other clock is known that is not this machine's own."""
        return bool(self.platforms or (self.database and not self.near))


def is_far(last: datetime | None, at: datetime, allowed: timedelta) -> bool:
    """Say whether an instant is farther after the last tick than is allowed without asking."""
    return last is not None and at - last > allowed


def is_suspect(last: Beat | None, beat: Beat, allowed: timedelta, others: Others) -> bool:
    """Say whether other clocks must be asked.

    So it is at the very first tick, where it went far at once or in many steps, and where the
    database's shows less.
    """
    if last is None or is_far(last.at, beat.at, allowed):
        return True
    stepped = stepped_ahead(last, beat) or NONE
    return stepped > allowed or _is_ahead(beat, others.database, allowed, others)


def is_asked(last: Beat | None, beat: Beat, allowed: timedelta, others: Others) -> bool:
    """Say whether the platforms are asked: where it is suspect, and hourly while it is trusted.

    Hourly, too, once more has passed without any proof than may be gone ahead at once.
    """
    if is_suspect(last, beat, allowed, others) or _is_long_unproved(allowed, others):
        return True
    hourly = others.trusted > NONE or others.unproved > allowed
    return hourly and last is not None and _hour(last.at) != _hour(beat.at)


def is_wrong(last: Beat | None, beat: Beat, allowed: timedelta, others: Others) -> bool:
    """Say whether nothing bears out a clock that is suspect.

    Where a platform answers most of the other clocks decide, and the earlier of two. Else the
    database's must not contradict, nor the time for which this machine has run; one of the two must
    be known. A database on this machine that shows the same is no other clock. Before the first
    tick there is nothing that it jumped from: it is believed, unless a platform could say more. So
    is what passed without any proof in many steps, of which each may be a restart.
    """
    if not others.platforms and not is_suspect(last, beat, allowed, others):
        return others.silent and not others.speak and _is_long_unproved(allowed, others)
    contradicted = _is_ahead(beat, others.database, allowed, others)
    if others.platforms:
        database = others.database if contradicted or not others.near else ()
        decides = median_low([*others.platforms, *database])
        return _is_ahead(beat, [decides], allowed, others)
    if contradicted:
        return True
    if last is None:
        return others.silent
    stepped = stepped_ahead(last, beat)
    if stepped is not None:
        return stepped > allowed
    return others.near or not others.database


def stepped_ahead(last: Beat, beat: Beat) -> timedelta | None:
    """Tell how far a clock was set ahead since it was borne out; None where that is not known."""
    if not beat.boot or beat.boot != last.boot:
        return None
    return max(NONE, (beat.at - last.at) - timedelta(seconds=beat.up - last.up))


def unproved_after(last: Beat | None, beat: Beat, unproved: timedelta) -> timedelta:
    """Tell how much of what passed nothing bears out by now: this machine's run does, if known."""
    if last is None or stepped_ahead(last, beat) is not None:
        return unproved
    return unproved + max(NONE, beat.at - last.at)


def noted(last: Beat | None, beat: Beat, *, agreed: bool) -> Beat:
    """Make what is remembered of a beat that is believed.

    Until others agree what it was set ahead by counts as time that the machine ran, so that many
    small steps add up to a large one.
    """
    stepped = stepped_ahead(last, beat) if last is not None and not agreed else None
    return replace(beat, up=beat.up + stepped.total_seconds()) if stepped else beat


def trusted_now(beat: Beat, allowed: timedelta, others: Others) -> timedelta:
    """Tell how far ahead of others the clock is; nothing where they agree."""
    shown = [*others.database, *others.platforms]
    ahead = max((beat.at - at for at in shown), default=NONE)
    return ahead if ahead > allowed else NONE


def trusted_still(beat: Beat, allowed: timedelta, others: Others) -> timedelta:
    """Tell how much is left of what a person trusted, which falls to what the others show."""
    if others.silent or not (others.platforms or others.database):
        return others.trusted
    return min(others.trusted, trusted_now(beat, allowed, others))


def run_on(believed: Beat, beat: Beat) -> datetime | None:
    """Tell what time it would be by a beat that was believed; None where that is not known."""
    if not beat.boot or beat.boot != believed.boot:
        return None
    return believed.at + timedelta(seconds=beat.up - believed.up)


def _is_long_unproved(allowed: timedelta, others: Others) -> bool:
    """Say whether the platforms were asked in vain for as long as may be gone ahead at once."""
    return others.unproved > 2 * allowed


def _hour(at: datetime) -> datetime:
    return at.replace(minute=0, second=0, microsecond=0)


def _is_ahead(beat: Beat, shown: Sequence[datetime], allowed: timedelta, others: Others) -> bool:
    return any(beat.at - at - others.trusted > allowed for at in shown)
