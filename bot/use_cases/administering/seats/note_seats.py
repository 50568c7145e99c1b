"""Note who gained and who lost a role around a student by a roster, and tell who is concerned.

Whoever has a role around a student sees what is said of them, so the log says who got it by whom.
Told are the student and those who were coach before, where somebody becomes coach or is it no
longer: each of them once for a roster, whatever number of students it is about.
"""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.administering.seats import (
    SEAT_ROLES,
    SeatChange,
    Seats,
    list_coached,
    list_seat_changes,
)
from bot.domain.school.tracks import Role
from bot.domain.telling.asks import Asks
from bot.messages import MessageKind
from bot.ports import UnitOfWork
from bot.ports.importing import Catalogue, InvolvementRow, TrackRow
from bot.ports.telling.outbox import Posted


def seats_of(links: Sequence[InvolvementRow]) -> Seats:
    """Say who is around which track in which role."""
    return frozenset((link.track_id, link.person_id, link.role) for link in links)


def note_seats(
    uow: UnitOfWork,
    organisation_id: int,
    tracks: Sequence[TrackRow],
    before: Seats,
    at: datetime,
    by: int | None,
) -> None:
    """Note what changed since `before`, around tracks that were there then; `at` is aware."""
    students = {track.id: track.student_id for track in tracks}
    after = seats_of(_links(uow.catalogue, organisation_id))
    changes = list(list_seat_changes(students, before, after))
    numbers = [_note(uow, organisation_id, change, at, by) for change in changes]
    if not numbers:
        return
    coached = list_coached(changes)
    concerned = {students[track] for track in coached}
    concerned |= {who for track, who, role in before if track in coached and role == Role.COACH}
    for person in sorted(concerned - {by}):
        subject = f"{Asks.SEATS}:{organisation_id} {numbers[0]}"
        told = Posted(person, MessageKind.NOTICE, subject, Asks.SEATS, about_id=numbers[0])
        uow.outbox.post(told, at)


def _links(catalogue: Catalogue, organisation_id: int) -> Sequence[InvolvementRow]:
    return catalogue.involvements.list_all(organisation_id)


def _note(
    uow: UnitOfWork, organisation_id: int, change: SeatChange, at: datetime, by: int | None
) -> int:
    kind = RightsActKind.ROLE_BEGAN if change.began else RightsActKind.ROLE_ENDED
    return uow.rights_acts.note(
        organisation_id,
        kind,
        at,
        by,
        change.person_id,
        student=change.student_id,
        track=change.track_id,
        role=SEAT_ROLES.index(change.role),
    )
