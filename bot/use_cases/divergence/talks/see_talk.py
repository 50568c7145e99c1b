"""See for which moment the talk about an alert was planned last."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.divergence.interventions import InterventionKind
from bot.domain.school.naming import in_full
from bot.ports import UnitOfWork
from bot.ports.divergence import Alert
from bot.use_cases.divergence.talks.plan_talk import AS_LOGGED


def list_talking(uow: UnitOfWork, alerts: Sequence[Alert], zone: str, at: datetime) -> list[Alert]:
    """List the alerts of which a talk after an instant is in the log, be it put off since."""
    moment = at.astimezone(ZoneInfo(zone)).strftime(AS_LOGGED)
    tracks = {alert.track_id for alert in alerts}
    found = uow.interventions.list_talks_after(tracks, moment) if tracks else ()
    return [alert for alert in alerts if alert.id in found]


def see_talk(uow: UnitOfWork, alert: Alert, zone: str) -> datetime | None:
    """Find the moment (aware, in the zone of its coach) of the talk that is in the log; or None."""
    logged = [
        in_full(entry.text)
        for entry in uow.interventions.list_of_track(alert.track_id)
        if entry.alert_id == alert.id and entry.kind == InterventionKind.TALK_PLANNED.value
    ]
    return moment_logged(logged[-1], zone) if logged else None


def moment_logged(text: str, zone: str) -> datetime:
    """Read the moment (aware) of a talk as the log has it, in the zone of its coach."""
    return datetime.strptime(in_full(text), AS_LOGGED).replace(tzinfo=ZoneInfo(zone))
