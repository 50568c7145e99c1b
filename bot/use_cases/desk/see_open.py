"""See what stands open on tracks that change hands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.dated import Dated, Matter
from bot.domain.days import day_of
from bot.domain.divergence.kinds import Route
from bot.domain.school.tracks import Person, Track
from bot.domain.visiting.promises import Promise
from bot.domain.visiting.visits import Visit
from bot.ports import UnitOfWork
from bot.use_cases.desk.list_desk import list_desk
from bot.use_cases.divergence.talks.plan_talk import AS_LOGGED
from bot.use_cases.recognising.decide_claim import list_waiting

AGREEMENTS = (Matter.AGREEMENT_MISSING, Matter.AGREEMENT_STEP, Matter.AGREEMENT_END)
_COMES_ALONG = frozenset({*AGREEMENTS, Matter.RECOGNITION, Matter.MENTOR_COURSE, Matter.VISIT_OWED})
"""What a desk shows of a student that is not counted otherwise."""


@dataclass(frozen=True, slots=True)
class OpenMatters:
    """What stands open: counts, and the visits and promises themselves.

    `questions` are this coach's that await an answer, `incidents` those that went to this coach
    and that stay with them. `dated` is what their desk shows of agreements, recognitions and visits
    that are due, and `claims` how many of what was learned before wait for them.
    """

    alerts: int
    talks: int
    questions: int
    incidents: int
    visits: Sequence[Visit]
    promises: Sequence[Promise]
    dated: Sequence[Dated]
    claims: int

    @property
    def goes_along(self) -> bool:
        """Say whether anything goes along."""
        return bool(
            self.alerts
            or self.talks
            or self.questions
            or self.visits
            or self.promises
            or self.dated
            or self.claims
        )

    def count_dated(self, *matters: Matter) -> int:
        """Count what has a date, of these sorts."""
        return sum(own.matter in matters for own in self.dated)


def see_open_matters(
    uow: UnitOfWork, coach: Person, around: Sequence[Track], at: datetime
) -> OpenMatters:
    """Read what stands open on tracks, for their coach, at an instant (aware)."""
    tracks = [own.id for own in around]
    now = at.astimezone(ZoneInfo(coach.time_zone)).strftime(AS_LOGGED)
    alerts = uow.alerts.list_open(tracks)
    talks = uow.interventions.list_talks_after(tracks, now)
    return OpenMatters(
        sum(alert.standing.route is Route.ALERT for alert in alerts),
        len(talks),
        uow.handovers.count_questions(tracks, coach.id),
        uow.handovers.count_incidents(tracks, coach.id),
        uow.visits.list_to_come(tracks),
        uow.visits.list_promises(tracks),
        _list_due(uow, coach, around, at),
        len(list_waiting(uow, coach, around)),
    )


def _list_due(
    uow: UnitOfWork, coach: Person, around: Sequence[Track], at: datetime
) -> Sequence[Dated]:
    desk = list_desk(uow, coach, around, day_of(at, coach.time_zone))
    return [own for own in (*desk.late, *desk.coming) if own.matter in _COMES_ALONG]
