"""See what helps a student, as far as the student shares it."""

from collections.abc import Sequence

from bot.domain.school.tracks import Role, Track
from bot.domain.supporting.measures import Measure
from bot.ports import UnitOfWork


def see_measures(uow: UnitOfWork, track: Track) -> Sequence[Measure]:
    """List what the student of a track shares with who meets it; the own for the student."""
    if Role.STUDENT in track.roles:
        return uow.measures.list_own(track.student_id)
    return uow.measures.list_readable(track)
