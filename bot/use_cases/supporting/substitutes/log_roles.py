"""Note in the log of acts who got a role around which student for a while, or lost it again."""

from datetime import datetime

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.administering.seats import SEAT_ROLES
from bot.domain.supporting.substitutes import Substitution
from bot.ports import UnitOfWork


def log_roles(
    uow: UnitOfWork, named: Substitution, by: int | None, at: datetime, *, began: bool
) -> None:
    """Note it for each track, as a person, or the clock and the command line (None)."""
    first = named.first
    for track, student in {own.track_id: own.student_id for own in named.parts}.items():
        uow.rights_acts.note(
            first.organisation_id,
            RightsActKind.ROLE_BEGAN if began else RightsActKind.ROLE_ENDED,
            at,
            by,
            first.person_id,
            student=student,
            track=track,
            role=SEAT_ROLES.index(first.role),
        )
