"""Plan a talk about an alert at a moment that its coach has chosen."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.divergence.interventions import InterventionKind
from bot.domain.school.naming import in_full
from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork
from bot.ports.divergence import Alert
from bot.use_cases.divergence.record_intervention import record_intervention

AS_LOGGED = "%Y-%m-%d %H:%M"
"""How the log writes the moment of a talk, as the clock of its coach shows it."""


def plan_talk(uow: UnitOfWork, alert: Alert, coach: Person, moment: datetime, at: datetime) -> None:
    """Log that a talk is planned for a moment (aware), as the clock of the coach shows it.

    The same moment chosen once more is not logged again.
    """
    when = moment.astimezone(ZoneInfo(coach.time_zone)).strftime(AS_LOGGED)
    kind = InterventionKind.TALK_PLANNED
    planned = [
        in_full(entry.text)
        for entry in uow.interventions.list_of_track(alert.track_id)
        if entry.alert_id == alert.id and entry.kind == kind.value
    ]
    if planned[-1:] != [when]:
        record_intervention(uow, alert, coach.id, kind, at, when)
