"""Tracks that were handed over to another coach, as an import has to know of them."""

from sqlalchemy import Connection, bindparam, select

from bot.domain.school.tracks import Role
from bot.ports.importing import HandedRow
from bot.storage.tables import handover, involvement

_HANDED = (
    select(handover.c.track_id, handover.c.from_id, handover.c.to_id)
    .where(
        handover.c.organisation_id == bindparam("organisation"),
        handover.c.done_at.is_not(None),
        handover.c.ended_at.is_(None),
    )
    .order_by(handover.c.done_at, handover.c.id)
)
_COACHES = (
    select(involvement.c.track_id, involvement.c.person_id)
    .where(
        involvement.c.organisation_id == bindparam("organisation"),
        involvement.c.role == Role.COACH.value,
    )
    .distinct()
)


def list_handed(connection: Connection, organisation_id: int) -> list[HandedRow]:
    """List them, each who handed a track over with whom it came to last."""
    asked = {"organisation": organisation_id}
    handed = connection.execute(_HANDED, asked).all()
    if not handed:
        return []
    coaches = {tuple(row) for row in connection.execute(_COACHES, asked)}
    last = {row.track_id: row.to_id for row in handed}
    return [
        HandedRow(track, who, last[track])
        for track, who in {(row.track_id, row.from_id): None for row in handed}
        if (track, who) not in coaches and (track, last[track]) in coaches
    ]
