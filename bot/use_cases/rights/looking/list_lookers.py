"""List who opened what is kept of a student, by day."""

from collections.abc import Sequence
from datetime import date

from bot.domain.rights.looking import Opened
from bot.domain.school.tracks import Role, Track
from bot.ports import UnitOfWork

SEES_LOOKS = frozenset({Role.STUDENT, Role.COACH})
"""Who around a track sees who opened what of it."""


def list_lookers(uow: UnitOfWork, track_id: int, before: date | None = None) -> Sequence[Opened]:
    """List who opened what of a track, the newest day first, of days before one where it is given.

    For the system: whoever asks on behalf of a person has made sure that it is theirs to see.
    """
    return uow.openings.list_of(track_id, before)


def see_lookers(uow: UnitOfWork, track: Track) -> Sequence[Opened]:
    """List the same for a viewer of a track: its student and its coaches; nothing for others."""
    return list_lookers(uow, track.id) if track.roles & SEES_LOOKS else ()
