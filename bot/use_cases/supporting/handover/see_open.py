"""See what stands open on tracks that change hands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.divergence.kinds import Route
from bot.domain.school.tracks import Person
from bot.domain.visiting.promises import Promise
from bot.domain.visiting.visits import Visit
from bot.ports import UnitOfWork
from bot.use_cases.divergence.talks.plan_talk import AS_LOGGED


@dataclass(frozen=True, slots=True)
class OpenMatters:
    """What stands open: counts, and the visits and promises themselves.

    `questions` are this coach's that await an answer, `incidents` those that went to this coach
    and that stay with them.
    """

    alerts: int
    talks: int
    questions: int
    incidents: int
    visits: Sequence[Visit]
    promises: Sequence[Promise]

    @property
    def goes_along(self) -> bool:
        """Say whether anything goes along."""
        return bool(self.alerts or self.talks or self.questions or self.visits or self.promises)


def see_open_matters(
    uow: UnitOfWork, coach: Person, tracks: Sequence[int], at: datetime
) -> OpenMatters:
    """Read what stands open on tracks, for their coach, at an instant (aware)."""
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
    )
