"""Tell the coaches of a track of an incident at once, beside hours, mute and absence.

Where a track has no coach, who runs the school hears it: nobody hearing it would be worse.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, auto

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.school.naming import is_erased
from bot.domain.school.tracks import Person, Track
from bot.domain.supporting.incidents import LONGEST_INCIDENT, Incident
from bot.domain.telling.asks import Asks
from bot.messages import MessageKind
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.ports.telling.outbox import Posted
from bot.use_cases.telling.personal_questions import is_in_reach


class TooLongIncident(Exception):
    """It would not stand in one message."""


@dataclass(frozen=True, slots=True)
class ToldIncident:
    """To which coaches it went, by name.

    `waits` are those who have no chat and were here lately: they find it when they look here again.
    `unreached` are those whom nothing reaches. `away` says until when (aware) which of all these
    are away, as far as others may know it.
    """

    reached: Sequence[str]
    waits: Sequence[str] = ()
    unreached: Sequence[str] = ()
    away: Mapping[str, datetime] = field(default_factory=dict)

    @property
    def is_read_now(self) -> bool:
        """Say whether somebody may be expected to read it today."""
        return any(name not in self.away for name in self.reached)


def tell_incident(
    uow: UnitOfWork,
    reporter: Person,
    track: Track,
    words: str,
    at: datetime,
    *,
    by_school: bool = False,
) -> ToldIncident:
    """Keep what somebody reports, and send it to every coach of the track but themselves.

    `by_school` says that somebody typed it for them at the school. Raises TooLongIncident, and
    keeps nothing then.
    """
    if len(words) > LONGEST_INCIDENT:
        raise TooLongIncident
    incident = uow.incidents.add(track, reporter.id, words, at)
    uow.rights_acts.note(
        reporter.organisation_id,
        RightsActKind.INCIDENT_TOLD,
        at,
        by=None if by_school else reporter.id,
        about=track.student_id,
        incident=incident,
    )
    if not by_school:
        uow.acts.record(reporter.id, Act.TOLD, at)
    told: dict[_Reach, list[str]] = {reach: [] for reach in _Reach}
    hearers = {hearer: uow.people.find(hearer) for hearer in list_hearers(uow, reporter, track)}
    for coach, known in hearers.items():
        if known is None or coach == reporter.id:
            continue
        uow.incidents.address(incident, coach)
        posted = _post(uow, coach, Asks.INCIDENT, f"{incident}", incident, at)
        told[_reach(uow, known, at) if posted is not None else _Reach.NONE].append(known.name)
    until = uow.absences.list_known([*hearers], at)
    away = {known.name: until[who] for who, known in hearers.items() if known and who in until}
    return ToldIncident(told[_Reach.CHAT], told[_Reach.HERE], told[_Reach.NONE], away)


def has_coach(uow: UnitOfWork, track: Track) -> bool:
    """Say whether anybody is coach of a track; else who runs the school hears of an incident."""
    return bool(uow.alerts.list_coaches(track.id))


def list_hearers(uow: UnitOfWork, reporter: Person, track: Track) -> Sequence[int]:
    """List who hears of an incident: the coaches; where there is none, the administrators."""
    coaches = [coach for coach, _zone in uow.alerts.list_coaches(track.id)]
    if coaches:
        return coaches
    return [own.id for own in uow.administrators.list_of(reporter.organisation_id)]


def name_hearers(uow: UnitOfWork, reporter: Person, track: Track) -> Sequence[str]:
    """List, by name, who would read an incident that somebody reports."""
    others = [who for who in list_hearers(uow, reporter, track) if who != reporter.id]
    found = [uow.people.find(who) for who in others]
    return [known.name for known in found if known is not None]


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


class _Reach(Enum):
    """Where somebody finds what is sent to them."""

    CHAT = auto()
    HERE = auto()
    NONE = auto()


def _reach(uow: UnitOfWork, coach: Person, at: datetime) -> _Reach:
    """Say whether a chat takes messages for somebody, or they look here; else nothing does."""
    if coach.sample or any(account.reachable for account in uow.accounts.list_of(coach.id)):
        return _Reach.CHAT
    return _Reach.HERE if is_in_reach(uow, coach.id, at) else _Reach.NONE


def _post(
    uow: UnitOfWork, to: int, asks: Asks, subject: str, incident: int, at: datetime
) -> int | None:
    told = Posted(to, MessageKind.ALERT, f"{asks}:{subject}", asks, about_id=incident)
    return uow.outbox.post(told, at)
