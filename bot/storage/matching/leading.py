"""Who leads a round while nobody is named: the programme's coaches who take no part in it."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, FromClause, exists, or_

from bot.domain.school.tracks import Role
from bot.storage.tables import candidacy, intake, involvement, offered_place, track


def coaches_it(who: ColumnElement[int], around: Sequence[FromClause] = ()) -> ColumnElement[bool]:
    """Say whether somebody coaches in the programme of a row's intake, and is no student here.

    `around` are tables of the question around it that `who` is a column of.
    """
    coaches = (
        exists()
        .where(
            involvement.c.person_id == who,
            involvement.c.role == Role.COACH.value,
            involvement.c.track_id == track.c.id,
            track.c.programme_id == intake.c.programme_id,
        )
        .correlate(intake, *around)
    )
    own = track.alias("own_track")
    return coaches & ~exists().where(own.c.student_id == who).correlate(*around)


def takes_part(who: ColumnElement[int], around: Sequence[FromClause] = ()) -> ColumnElement[bool]:
    """Say whether somebody is a candidate of a row's intake, or offers a place in it."""
    candidate, place = candidacy.alias("own_candidacy"), offered_place.alias("own_place")
    return or_(
        exists()
        .where(candidate.c.person_id == who, candidate.c.intake_id == intake.c.id)
        .correlate(intake, *around),
        exists()
        .where(place.c.contact_id == who, place.c.intake_id == intake.c.id)
        .correlate(intake, *around),
    )
