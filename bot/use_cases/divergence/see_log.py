"""See what was done about a student where views differed, as the log of its coach."""

from collections.abc import Sequence

from bot.domain.rights.looking import OpenedKind
from bot.domain.school.tracks import Role, Track
from bot.ports import UnitOfWork
from bot.ports.divergence import Intervention


def see_log(uow: UnitOfWork, track: Track) -> Sequence[Intervention]:
    """List what was done about a track, the oldest first; nothing for who is not its coach."""
    if Role.COACH not in track.roles:
        return ()
    found = uow.interventions.list_of_track(track.id)
    if found:
        uow.glimpses.count_in([track.id], OpenedKind.VIEWS)
    return found
