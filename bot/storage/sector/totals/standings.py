"""What was scored of a photo's students, in the perspectives that are counted for a sector."""

from typing import Any

from sqlalchemy import Connection, bindparam, select

from bot.domain.school.frameworks import CutOff
from bot.domain.school.tracks import Role
from bot.domain.scoring.colours import Counts, colour_of
from bot.domain.sector.totals.book import Photographed
from bot.domain.sector.totals.spread import COUNTED_ROLES, Standing, cover_of
from bot.storage.tables import photo, photo_colour, photo_track, totals_photo, track

_IN_PHOTO = (
    select(track.c.student_id)
    .join(photo_track, photo_track.c.track_id == track.c.id)
    .join(photo, photo.c.id == photo_track.c.photo_id)
    .where(photo.c.period_id == bindparam("period"), photo.c.taken_at.is_not(None))
)
_IS_AS_COUNTED = (
    select(photo.c.id)
    .join(totals_photo, totals_photo.c.period_id == photo.c.period_id)
    .where(photo.c.period_id == bindparam("period"), photo.c.taken_at <= totals_photo.c.frozen_at)
)
_COLOURS = (
    select(
        track.c.student_id, photo_colour.c.competence_id, photo_colour.c.role,
        photo_colour.c.indicators, photo_colour.c.scored, photo_colour.c.acquired,
        photo_colour.c.autonomous, photo_colour.c.covered, photo.c.cut_off,
    )
    .join(track, track.c.id == photo_colour.c.track_id)
    .join(photo, photo.c.id == photo_colour.c.photo_id)
    .where(
        photo.c.period_id == bindparam("period"),
        photo.c.taken_at.is_not(None),
        photo_colour.c.role.in_([role.value for role in COUNTED_ROLES]),
    )
)  # fmt: skip


def is_as_counted(connection: Connection, period_id: int) -> bool:
    """Say whether a period's photo is still the one that was counted, and none taken since."""
    return connection.execute(_IS_AS_COUNTED, {"period": period_id}).first() is not None


def read_standings(connection: Connection, period_id: int) -> Photographed:
    """Read what was scored in a period's photo, of who is known in it today."""
    asked = {"period": period_id}
    found: dict[int, dict[int, dict[Role, Standing]]] = {
        student: {} for student in connection.execute(_IN_PHOTO, asked).scalars()
    }
    for row in connection.execute(_COLOURS, asked):
        own = found[row.student_id].setdefault(row.competence_id, {})
        own[Role(row.role)] = _standing(row)
    return found


def _standing(row: Any) -> Standing:
    counts = Counts(row.scored, row.acquired, row.autonomous, row.covered)
    colour = colour_of(row.indicators, counts, CutOff(row.cut_off))
    return Standing(colour, cover_of(row.indicators, counts))
