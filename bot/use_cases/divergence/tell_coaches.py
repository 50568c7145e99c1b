"""Writing to coaches about alerts: a message for the first ones of a day, then into the last one.

What a message says is composed when it is sent, so whatever changed until then is in it.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.days import opening
from bot.domain.divergence.alerts import gathered
from bot.domain.divergence.kinds import Route
from bot.domain.school.tracks import Role
from bot.domain.telling.asks import Asks
from bot.messages import MessageKind
from bot.ports import UnitOfWork
from bot.ports.divergence import Alert
from bot.ports.telling.outbox import Posted


def tell_coaches(uow: UnitOfWork, alert: Alert, at: datetime) -> None:
    """Tell every coach of a track of an alert: in a message of its own, or with today's last."""
    for coach, zone in uow.alerts.list_coaches(alert.track_id):
        message = _message(uow, alert, coach, zone, at)
        if message is not None:
            uow.alerts.record_told(alert, coach, message)


def tell_returned(uow: UnitOfWork, coach_id: int, at: datetime) -> None:
    """Tell a coach who could not be reached of the alerts that stand and were not told them."""
    coach = uow.people.find(coach_id)
    tracks = [track.id for track in uow.tracks.list_of(coach_id) if Role.COACH in track.roles]
    if coach is None or not tracks:
        return
    for alert in uow.alerts.list_open(tracks):
        loud = alert.standing.route is Route.ALERT and not alert.is_snoozed(at)
        if loud and coach_id not in uow.alerts.read_messages_of(alert.id):
            message = _message(uow, alert, coach_id, coach.time_zone, at)
            if message is not None:
                uow.alerts.record_told(alert, coach_id, message)


def show_anew(uow: UnitOfWork, alert_id: int, at: datetime) -> None:
    """Show what became of an alert in the messages that told of it."""
    for message in uow.alerts.read_messages_of(alert_id).values():
        uow.outbox.say_anew(message, at)


def _message(uow: UnitOfWork, alert: Alert, coach: int, zone: str, at: datetime) -> int | None:
    today = opening(at.astimezone(ZoneInfo(zone)).date(), zone)
    so_far = uow.alerts.list_messages_since(coach, today)
    if so_far and gathered(len(so_far), uow.thresholds.read_of_track(alert.track_id)):
        uow.outbox.say_anew(so_far[-1], at)
        return so_far[-1]
    subject = f"{alert.id} {at.isoformat()}"
    return uow.outbox.post(Posted(coach, MessageKind.ALERT, subject, Asks.ALERT), at)
