"""What becomes of the divergences that stand: raised, updated, closed, reopened, never doubled.

One of each kind stands per track and competence. This compares what is found with what stands and
gives what to write down; nothing here reads or writes.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.domain.divergence.kinds import Divergence, Kind, Route, Sides
from bot.domain.divergence.severity import Severity
from bot.domain.divergence.thresholds import Thresholds


class State(StrEnum):
    """Whether it stands, ended by itself, or was resolved by the coach."""

    OPEN = "open"
    CLOSED = "closed"
    RESOLVED = "resolved"


class Step(StrEnum):
    """What to do with one."""

    RAISE = "raise"
    UPDATE = "update"
    CLOSE = "close"
    REOPEN = "reopen"


@dataclass(frozen=True, slots=True)
class Gist:
    """What of a divergence matters: when this is the same, nothing has to be said anew."""

    sides: Sides
    severity: Severity
    apart: int
    of: int
    disputed: tuple[int, ...]


def gist_of(found: Divergence) -> Gist:
    """Give what matters of a divergence."""
    return Gist(
        sides=found.sides,
        severity=found.severity,
        apart=found.reason.apart,
        of=found.reason.of,
        disputed=tuple(one.indicator for one in found.disputed),
    )


@dataclass(frozen=True, slots=True)
class Standing:
    """What is stored of one kind on a track's competence; `since` is aware."""

    kind: Kind
    state: State
    route: Route
    since: datetime
    gist: Gist

    @property
    def urgency(self) -> tuple[int, datetime]:
        """Order by this: the most severe first, then the one that stands longest."""
        return -self.gist.severity, self.since


@dataclass(frozen=True, slots=True)
class Change:
    """One thing to do: what to store instead of what stood, and what was found (None: it ended).

    An alert stays one until it ends: `standing.route` says so, also where what is left of it would
    not raise one.
    """

    step: Step
    standing: Standing
    before: Standing | None = None
    found: Divergence | None = None

    @property
    def tells(self) -> bool:
        """Say whether the coach hears something new; an update or an end is shown in place."""
        return self.step in (Step.RAISE, Step.REOPEN) and self.standing.route is Route.ALERT


def gathered(told_today: int, thresholds: Thresholds) -> bool:
    """Say whether an alert joins the day's last message, which gathers all that follow.

    That message is edited in place, so nothing waits and a coach gets no more messages than the
    programme allows. `told_today` counts the messages since the day began in the coach's zone.
    """
    return told_today >= thresholds.messages_a_day


def standing_since(standing: Iterable[Standing]) -> dict[Kind, datetime]:
    """Give since when each kind stands that has not ended, for `Case.since`."""
    return {one.kind: one.since for one in standing if one.state is not State.CLOSED}


def changes(found: Iterable[Divergence], standing: Iterable[Standing]) -> tuple[Change, ...]:
    """Say what to do, kind by kind; doing it and asking again gives nothing."""
    now = {one.kind: one for one in found}
    before = {one.kind: one for one in standing}
    steps = (_change(now.get(kind), before.get(kind)) for kind in Kind)
    return tuple(one for one in steps if one is not None)


def _change(found: Divergence | None, stood: Standing | None) -> Change | None:
    if found is None:
        return _ended(stood)
    standing = Standing(found.kind, State.OPEN, found.route, found.since, gist_of(found))
    if stood is not None and stood.state is State.OPEN and stood.route is Route.ALERT:
        standing = replace(standing, route=Route.ALERT)
    step = _step(standing, stood)
    return None if step is None else Change(step, standing, stood, found)


def _step(now: Standing, before: Standing | None) -> Step | None:
    if before is None:
        return Step.RAISE
    if before.state is State.CLOSED:
        return Step.REOPEN
    if before.state is State.RESOLVED:
        return Step.REOPEN if _worse(now.gist, before.gist) else None
    if now.route is not before.route:
        return Step.RAISE
    return None if now.gist == before.gist else Step.UPDATE


def _worse(now: Gist, before: Gist) -> bool:
    """Say whether more came after the coach resolved it: further apart, or someone else is."""
    return now.apart > before.apart or now.sides != before.sides


def _ended(stood: Standing | None) -> Change | None:
    if stood is None or stood.state is State.CLOSED:
        return None
    return Change(Step.CLOSE, replace(stood, state=State.CLOSED), stood)
