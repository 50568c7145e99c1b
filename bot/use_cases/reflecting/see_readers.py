"""Who is there to read what a student shares."""

from bot.domain.school.tracks import Role
from bot.ports import UnitOfWork


def see_readers(uow: UnitOfWork, track_id: int) -> frozenset[Role]:
    """Tell in which roles anybody is around a student: shared with a role is with these people."""
    roles = {role for _person, role in uow.interventions.list_scorers(track_id)}
    if uow.alerts.list_coaches(track_id):
        roles.add(Role.COACH)
    return frozenset(roles - {Role.STUDENT})
