"""Record what was done about an alert in the log of its track, and read that log back."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.domain.divergence.interventions import NOTED, InterventionKind
from bot.domain.intervening.interventions import InterventionAbout, InterventionTarget
from bot.domain.rights.looking import OpenedKind
from bot.domain.school.tracks import Person, Role, Track
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


def see_log(uow: UnitOfWork, coach: Person, track: Track) -> Sequence[Intervention]:
    """List what was done about a track, the oldest first; nothing for whoever is not its coach.

    What coaches did about alerts, and what anybody noted as an intervention about the student.
    """
    if Role.COACH not in track.roles:
        return ()
    found = [*uow.interventions.list_of_track(track.id), *_list_noted(uow, coach, track)]
    if found:
        uow.glimpses.count_in([track.id], OpenedKind.VIEWS)
    return sorted(found, key=lambda entry: entry.at)


def _list_noted(uow: UnitOfWork, coach: Person, track: Track) -> Iterator[Intervention]:
    about = InterventionTarget(InterventionAbout.STUDENT, track.id)
    seen = uow.own_interventions.list_seen(coach.id, coach.organisation_id, (), [track.id])
    for own in seen:
        if own.target == about:
            yield Intervention(
                track.id, None, own.by, NOTED, own.words, own.said_at, None, None, own.role,
                own.helped,
            )  # fmt: skip
