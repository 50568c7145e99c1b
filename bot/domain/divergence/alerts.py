"""What becomes of the divergences that stand: raised, updated, closed, reopened, never doubled.

One of each kind stands per track and competence. This compares what is found with what stands and
gives what to write down; nothing here reads or writes.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.domain.divergence.comparison import Case
from bot.domain.divergence.kinds import Divergence, DivergenceKind, Route, Sides
from bot.domain.divergence.rule import divergences
from bot.domain.divergence.severity import Ages, Severity, calmed, severity_by_now
from bot.domain.divergence.thresholds import Thresholds


class AlertState(StrEnum):
    """Whether it stands, ended by itself, or was resolved by the coach."""

    OPEN = "open"
    CLOSED = "closed"
    RESOLVED = "resolved"


class Ending(StrEnum):
    """What ended one by itself: a new score, or its period."""

    SCORE = "score"
    PERIOD = "period"


class AlertStep(StrEnum):
    """What to do with one."""

    RAISE = "raise"
    UPDATE = "update"
    CLOSE = "close"
    REOPEN = "reopen"


@dataclass(frozen=True, slots=True)
class Gist:
    """What of a divergence matters: when this is the same, nothing has to be said anew.

    `views` are the points of its severity that time does not change; None where they are not known.
    """

    sides: Sides
    severity: Severity
    apart: int
    of: int
    disputed: tuple[int, ...]
    views: int | None = None

    def says(self, other: "Gist") -> bool:
        """Say whether the views are the same as in another, however much they weigh by now."""
        return replace(self, severity=other.severity, views=other.views) == other


def gist_of(found: Divergence) -> Gist:
    """Take from a divergence what matters of it."""
    return Gist(
        sides=found.sides,
        severity=found.severity,
        apart=found.reason.apart,
        of=found.reason.of,
        disputed=tuple(disputed.indicator for disputed in found.disputed),
        views=found.weight.views,
    )


@dataclass(frozen=True, slots=True)
class AlertStanding:
    """What is stored of one kind on a track's competence; `since` is aware.

    `period_id` names the period in which it was compared last, None where none was open; `ended`
    says what ended it, where it is closed.
    """

    kind: DivergenceKind
    state: AlertState
    route: Route
    since: datetime
    gist: Gist
    period_id: int | None = None
    ended: Ending | None = None

    def severity_by_now(self, ages: Ages, thresholds: Thresholds) -> Severity:
        """Say how bad it is by now, as long as nobody has scored since it was compared."""
        if not self.kind.alarms:
            return Severity.NONE
        if self.gist.views is None:  # kept before the points were
            return calmed(self.gist.severity, ages, thresholds)
        return severity_by_now(self.gist.views, ages, thresholds)


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
    found: Iterable[Divergence],
    standing: Iterable[AlertStanding],
    period_id: int | None = None,
    carried: Iterable[Divergence] = (),
) -> tuple[AlertChange, ...]:
    """Say what to do, kind by kind; doing it and asking again gives nothing.

    `period_id` names the period in which was compared; what is `carried` stays of its own.
    """
    own = {divergence.kind: divergence for divergence in found}
    left = {divergence.kind: divergence for divergence in carried}
    before = {stood.kind: stood for stood in standing}
    todo = []
    for kind in DivergenceKind:
        stood = before.get(kind)
        if kind in own:
            todo.append(_change(own[kind], stood, period_id))
        elif kind in left and stood is not None:
            todo.append(_change(left[kind], stood, stood.period_id))
        else:
            todo.append(_ended(stood, Ending.SCORE))
    return tuple(change for change in todo if change is not None)


def carry_on(
    case: Case, standing: Iterable[AlertStanding], period_id: int | None
) -> tuple[Divergence, ...]:
    """Find what stands from before this period, was not answered anew, and is apart in the film.

    A new period asks everybody again. Until all who take part have answered, what they said before
    is what they say: it stands while the film is apart, and ends when it no longer is.
    """
    if case.opened_at is None:
        return ()
    left = [
        stood
        for stood in standing
        if stood.state is not AlertState.CLOSED
        and stood.period_id != period_id
        and not all(case.enough(case.answered(role)) for side in stood.gist.sides for role in side)
    ]
    return in_film(case, left)


def in_film(case: Case, standing: Iterable[AlertStanding]) -> tuple[Divergence, ...]:
    """Find what of these is still apart in the film as it stands, whichever period it was said in.

    A silence is of its own period: when that has ended, it has too.
    """
    kinds = {stood.kind for stood in standing} - {DivergenceKind.SILENCE}
    film = replace(case, opened_at=None)
    return tuple(found for found in divergences(film) if found.kind in kinds) if kinds else ()


def outlived(found: Iterable[Divergence], stood: AlertStanding) -> AlertStanding:
    """Say how one stands whose period has ended: carried on if found in the film, else closed."""
    now = next((divergence for divergence in found if divergence.kind is stood.kind), None)
    if now is None:
        return replace(stood, state=AlertState.CLOSED, ended=Ending.PERIOD)
    return replace(stood, gist=gist_of(now), since=now.since)


def _change(
    found: Divergence, stood: AlertStanding | None, period_id: int | None
) -> AlertChange | None:
    standing = AlertStanding(
        found.kind, AlertState.OPEN, found.route, found.since, gist_of(found), period_id
    )
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
    return None if _same(now, before) else AlertStep.UPDATE


def _same(now: AlertStanding, before: AlertStanding) -> bool:
    return (now.gist, now.since, now.period_id) == (before.gist, before.since, before.period_id)


def _worse(now: Gist, before: Gist) -> bool:
    """Say whether more came after the coach resolved it: further apart, or someone else is."""
    return now.apart > before.apart or now.sides != before.sides


def _ended(stood: AlertStanding | None, ending: Ending) -> AlertChange | None:
    if stood is None or stood.state is AlertState.CLOSED:
        return None
    closed = replace(stood, state=AlertState.CLOSED, ended=ending)
    return AlertChange(AlertStep.CLOSE, closed, stood)
