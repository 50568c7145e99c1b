"""Record what was done about an alert in the log of its track, and read that log back."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.divergence.interventions import InterventionKind
from bot.domain.rights.looking import OpenedKind
from bot.domain.school.tracks import Role, Track
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.ports.divergence import Alert, Intervention
from bot.use_cases.divergence.tell_coaches import show_anew


def record_intervention(
    uow: UnitOfWork,
    alert: Alert,
    author_id: int,
    kind: InterventionKind,
    at: datetime,
    text: str = "",
) -> None:
    """Record one thing that was done, and show the coaches' messages about the alert anew."""
    uow.acts.record(author_id, Act.ALERT, at)
    uow.interventions.record(alert, author_id, kind.value, text, at)
    show_anew(uow, alert.id, at)


def see_log(uow: UnitOfWork, track: Track) -> Sequence[Intervention]:
    """List what was done about a track, the oldest first; nothing for who is not its coach."""
    if Role.COACH not in track.roles:
        return ()
    found = uow.interventions.list_of_track(track.id)
    if found:
        uow.glimpses.count_in([track.id], OpenedKind.VIEWS)
    return found
