"""Tell the coaches of a track of an incident at once, beside hours, mute and absence."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.school.naming import is_erased
from bot.domain.school.tracks import Person, Track
from bot.domain.supporting.incidents import LONGEST_INCIDENT, Incident
from bot.domain.telling.asks import Asks
from bot.messages import MessageKind
from bot.ports import UnitOfWork
from bot.ports.telling.outbox import Posted


class TooLongIncident(Exception):
    """It would not stand in one message."""


@dataclass(frozen=True, slots=True)
class ToldIncident:
    """To which coaches it went, by name, and those whom nothing reaches here."""

    reached: Sequence[str]
    away: Sequence[str]


def tell_incident(
    uow: UnitOfWork, reporter: Person, track: Track, words: str, at: datetime
) -> ToldIncident:
    """Keep what somebody reports, and send it to every coach of the track but themselves.

    Raises TooLongIncident, and keeps nothing then.
    """
    if len(words) > LONGEST_INCIDENT:
        raise TooLongIncident
    incident = uow.incidents.add(track, reporter.id, words, at)
    uow.rights_acts.note(
        reporter.organisation_id,
        RightsActKind.INCIDENT_TOLD,
        at,
        by=reporter.id,
        about=track.student_id,
        incident=incident,
    )
    reached: list[str] = []
    away: list[str] = []
    for coach, _zone in uow.alerts.list_coaches(track.id):
        known = uow.people.find(coach) if coach != reporter.id else None
        if known is None:
            continue
        uow.incidents.address(incident, coach)
        posted = _post(uow, coach, Asks.INCIDENT, f"{incident}", incident, at)
        (reached if posted is not None and _is_reached(uow, known) else away).append(known.name)
    return ToldIncident(reached, away)


def see_incident(uow: UnitOfWork, coach: Person, incident_id: int, at: datetime) -> Incident | None:
    """Note that a coach saw an incident, and tell who reported it; None where it is not theirs.

    Whoever was erased since is told nothing any more.
    """
    incident = uow.incidents.find(incident_id, coach.id)
    if incident is None or incident.by_id == coach.id:
        return None
    by = uow.people.find(incident.by_id)
    if uow.incidents.see(incident_id, coach.id, at) and by and not is_erased(by.name):
        subject = f"{incident_id}:{coach.id}"
        _post(uow, incident.by_id, Asks.INCIDENT_SEEN, subject, incident_id, at)
    return incident


def _is_reached(uow: UnitOfWork, coach: Person) -> bool:
    """Say whether a chat takes messages for somebody; who never came may never look here."""
    return coach.sample or any(account.reachable for account in uow.accounts.list_of(coach.id))


def _post(
    uow: UnitOfWork, to: int, asks: Asks, subject: str, incident: int, at: datetime
) -> int | None:
    told = Posted(to, MessageKind.ALERT, f"{asks}:{subject}", asks, about_id=incident)
    return uow.outbox.post(told, at)
