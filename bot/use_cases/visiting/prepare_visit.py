"""Prepare a visit: what stands open about a student, on one page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.planning.gaps import Gap
from bot.domain.school.tracks import Track
from bot.domain.visiting.promises import Promise
from bot.domain.visiting.visits import MinutePart, Visit
from bot.ports import UnitOfWork
from bot.use_cases.divergence.see_divergence import Seen, order_alerts, see_alerts
from bot.use_cases.divergence.see_silence import Silence, list_silence
from bot.use_cases.planning.gaps.see_gaps import see_gaps
from bot.use_cases.visiting.see_visits import VisitStanding


@dataclass(frozen=True, slots=True)
class VisitPreparation:
    """What a coach takes along: disputes, gaps, silence, and the last visit with its promises."""

    disputes: Sequence[Seen]
    gaps: Sequence[Gap]
    silent: Sequence[Silence]
    last: Visit | None
    minutes: Mapping[MinutePart, str]
    promises: Sequence[Promise]


def prepare_visit(
    uow: UnitOfWork, coach_id: int, track: Track, standing: VisitStanding, at: datetime
) -> VisitPreparation:
    """Read what stands open on a track, as its coach may see it, at an instant (aware)."""
    alerts = uow.alerts.list_open([track.id])
    programme = uow.tracks.read_programme(track.programme_id)
    silent, _unseen = list_silence(uow, [track], at)
    here = standing.placed.placement_id
    return VisitPreparation(
        see_alerts(uow, [track], order_alerts(uow, [track], alerts, at), at),
        see_gaps(uow, coach_id, track, programme, at),
        [silence for _track, silence in silent],
        standing.last,
        uow.visits.read_minutes(standing.last.id) if standing.last else {},
        [own for own in uow.visits.list_promises([track.id]) if own.placement_id == here],
    )
