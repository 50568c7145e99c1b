"""What becomes of the divergences that stand: raised, updated, closed, reopened, never doubled.

One of each kind stands per track and competence. This compares what is found with what stands and
gives what to write down; nothing here reads or writes.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.domain.divergence.kinds import Divergence, DivergenceKind, Route, Sides
from bot.domain.divergence.severity import Severity
from bot.domain.divergence.thresholds import Thresholds


class AlertState(StrEnum):
    """Whether it stands, ended by itself, or was resolved by the coach."""

    OPEN = "open"
    CLOSED = "closed"
    RESOLVED = "resolved"


class AlertStep(StrEnum):
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
    """Take from a divergence what matters of it."""
    return Gist(
        sides=found.sides,
        severity=found.severity,
        apart=found.reason.apart,
        of=found.reason.of,
        disputed=tuple(disputed.indicator for disputed in found.disputed),
    )


@dataclass(frozen=True, slots=True)
class AlertStanding:
    """What is stored of one kind on a track's competence; `since` is aware."""

    kind: DivergenceKind
    state: AlertState
    route: Route
    since: datetime
    gist: Gist

    @property
    def urgency(self) -> tuple[int, datetime]:
        """Order by this: the most severe first, then the one that stands longest."""
        return -self.gist.severity, self.since


@dataclass(frozen=True, slots=True)
class AlertChange:
    """One thing to do: what to store instead of what stood, and what was found (None: it ended).

    An alert stays one until it ends: `standing.route` says so, also where what is left of it would
    not raise one.
    """

    step: AlertStep
    standing: AlertStanding
    before: AlertStanding | None = None
    found: Divergence | None = None

    @property
    def tells(self) -> bool:
        """Say whether the coach hears something new; an update or an end is shown in place."""
        return (
            self.step in (AlertStep.RAISE, AlertStep.REOPEN) and self.standing.route is Route.ALERT
        )


def gathered(told_today: int, thresholds: Thresholds) -> bool:
    """Say whether an alert joins the day's last message, which gathers all that follow.

    That message is edited in place, so nothing waits and a coach gets no more messages than the
    programme allows. `told_today` counts the messages since the day began in the coach's zone.
    """
    return told_today >= thresholds.messages_a_day


def standing_since(standing: Iterable[AlertStanding]) -> dict[DivergenceKind, datetime]:
    """Say since when each kind stands that has not ended, for `Case.since`."""
    return {stood.kind: stood.since for stood in standing if stood.state is not AlertState.CLOSED}


def changes(
    found: Iterable[Divergence], standing: Iterable[AlertStanding]
) -> tuple[AlertChange, ...]:
    """Say what to do, kind by kind; doing it and asking again gives nothing."""
    now = {divergence.kind: divergence for divergence in found}
    before = {stood.kind: stood for stood in standing}
    todo = (_change(now.get(kind), before.get(kind)) for kind in DivergenceKind)
    return tuple(change for change in todo if change is not None)


def _change(found: Divergence | None, stood: AlertStanding | None) -> AlertChange | None:
    if found is None:
        return _ended(stood)
    standing = AlertStanding(found.kind, AlertState.OPEN, found.route, found.since, gist_of(found))
    if stood is not None and stood.state is AlertState.OPEN and stood.route is Route.ALERT:
        standing = replace(standing, route=Route.ALERT)
    step = _step(standing, stood)
    return None if step is None else AlertChange(step, standing, stood, found)


def _step(now: AlertStanding, before: AlertStanding | None) -> AlertStep | None:
    if before is None:
        return AlertStep.RAISE
    if before.state is AlertState.CLOSED:
        return AlertStep.REOPEN
    if before.state is AlertState.RESOLVED:
        return AlertStep.REOPEN if _worse(now.gist, before.gist) else None
    if now.route is not before.route:
        return AlertStep.RAISE
    return None if now.gist == before.gist else AlertStep.UPDATE


def _worse(now: Gist, before: Gist) -> bool:
    """Say whether more came after the coach resolved it: further apart, or someone else is."""
    return now.apart > before.apart or now.sides != before.sides


def _ended(stood: AlertStanding | None) -> AlertChange | None:
    if stood is None or stood.state is AlertState.CLOSED:
        return None
    return AlertChange(AlertStep.CLOSE, replace(stood, state=AlertState.CLOSED), stood)
