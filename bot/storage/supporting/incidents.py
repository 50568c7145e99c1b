"""Incidents at work, on one connection."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from sqlalchemy import bindparam, exists, insert, literal_column, or_, select, update
from typing_extensions import override

from bot.domain.school.tracks import Track
from bot.domain.supporting.incidents import Incident, IncidentTrail
from bot.ports.supporting.incidents import Incidents
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.tables import incident, incident_coach, person, track

_ORGANISATION = (
    select(track.c.organisation_id).where(track.c.id == bindparam("new_track")).scalar_subquery()
)
_ADD = (
    insert(incident)
    .values(
        organisation_id=_ORGANISATION,
        track_id=bindparam("new_track"),
        by_id=bindparam("new_by"),
        words=bindparam("new_words"),
        told_at=bindparam("at", type_=Instant),
    )
    .returning(incident.c.id)
)
_ADDRESS = insert(incident_coach).from_select(
    ["organisation_id", "incident_id", "coach_id"],
    select(incident.c.organisation_id, incident.c.id, bindparam("coach", type_=incident.c.id.type))
    .where(incident.c.id == bindparam("incident")),
)  # fmt: skip
_WENT = exists(literal_column("1")).where(
    incident_coach.c.incident_id == incident.c.id,
    incident_coach.c.coach_id == bindparam("reader"),
)
_FIND = (
    select(
        incident.c.id,
        incident.c.track_id,
        track.c.student_id,
        person.c.name.label("student"),
        incident.c.by_id,
        incident.c.words,
        incident.c.told_at,
    )
    .join(track, track.c.id == incident.c.track_id)
    .join(person, person.c.id == track.c.student_id)
    .where(
        incident.c.id == bindparam("incident"), or_(incident.c.by_id == bindparam("reader"), _WENT)
    )
)
_SEE = (
    update(incident_coach)
    .where(
        incident_coach.c.incident_id == bindparam("incident"),
        incident_coach.c.coach_id == bindparam("coach"),
        incident_coach.c.seen_at.is_(None),
    )
    .values(seen_at=bindparam("at", type_=Instant))
)
_SEEN = (
    select(incident_coach.c.coach_id, incident_coach.c.seen_at)
    .where(
        incident_coach.c.incident_id == bindparam("incident"),
        incident_coach.c.seen_at.is_not(None),
    )
    .order_by(incident_coach.c.seen_at, incident_coach.c.coach_id)
)

_coach = person.alias("coach")
_TRAILS = (
    select(
        incident.c.id,
        person.c.name.label("student"),
        incident.c.told_at,
        _coach.c.name.label("coach"),
        incident_coach.c.seen_at,
    )
    .join(track, track.c.id == incident.c.track_id)
    .join(person, person.c.id == track.c.student_id)
    .outerjoin(incident_coach, incident_coach.c.incident_id == incident.c.id)
    .outerjoin(_coach, _coach.c.id == incident_coach.c.coach_id)
    .where(incident.c.organisation_id == bindparam("organisation"))
    .order_by(incident.c.told_at.desc(), incident.c.id.desc(), _coach.c.name)
)


class StoredIncidents(Connected, Incidents):
    """Incidents on one connection."""

    @override
    def add(self, track: Track, by: int, words: str, at: datetime) -> int:
        new = {"new_track": track.id, "new_by": by, "new_words": words, "at": at}
        return int(self._connection.execute(_ADD, new).scalar_one())

    @override
    def address(self, incident_id: int, coach_id: int) -> None:
        self._connection.execute(_ADDRESS, {"incident": incident_id, "coach": coach_id})

    @override
    def find(self, incident_id: int, reader_id: int) -> Incident | None:
        asked = {"incident": incident_id, "reader": reader_id}
        row = self._connection.execute(_FIND, asked).one_or_none()
        return Incident(**row._mapping) if row else None

    @override
    def see(self, incident_id: int, coach_id: int, at: datetime) -> bool:
        asked = {"incident": incident_id, "coach": coach_id, "at": at}
        return self._connection.execute(_SEE, asked).rowcount == 1

    @override
    def list_seen(self, incident_id: int) -> Sequence[tuple[int, datetime]]:
        rows = self._connection.execute(_SEEN, {"incident": incident_id})
        return [(row.coach_id, row.seen_at) for row in rows]

    @override
    def list_trails(self, organisation_id: int) -> Sequence[IncidentTrail]:
        rows = self._connection.execute(_TRAILS, {"organisation": organisation_id}).all()
        found = []
        for identity, own in groupby(rows, lambda row: row.id):
            these = list(own)
            coaches = tuple((row.coach, row.seen_at) for row in these if row.coach is not None)
            found.append(IncidentTrail(identity, these[0].student, these[0].told_at, coaches))
        return found
