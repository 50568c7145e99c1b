"""See what somebody could say again where nothing changed since the last time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.periods.period import current, fresh_from
from bot.domain.school.frameworks import Programme
from bot.domain.school.tracks import Track
from bot.domain.scoring.film import Mark, Score, apply, said_again
from bot.ports import Seat, UnitOfWork
from bot.use_cases.scoring.seeing.list_open import OpenTrack, list_open
from bot.use_cases.scoring.seeing.see_own_marks import see_own_marks
from bot.use_cases.scoring.seeing.see_own_sayings import see_own_sayings
from bot.use_cases.scoring.store_scores import Sayings


@dataclass(frozen=True, slots=True)
class Unchanged:
    """What can be said again of each competence, and how many open indicators are better asked."""

    sayings: Sequence[Sayings]
    asked: int

    @property
    def count(self) -> int:
        """Count the indicators that can be said again."""
        return sum(len(said.scores) for said in self.sayings)


def see_unchanged(
    uow: UnitOfWork,
    seat: Seat,
    track: Track,
    programme: Programme,
    at: datetime,
    open_: OpenTrack | None = None,
) -> Unchanged:
    """See which of the open indicators of a track can be said again as the person of a seat did.

    Left out, to be asked: a competence on which the views differ, what only a colleague said, what
    is older than a period, and what contradicts what stands by now. Ours; the method asks that
    nobody's view is ever filled in without them. Whoever knows what is open hands it on.
    """
    periods = uow.periods.list_of(programme.id)
    period, fresh = current(periods, at), fresh_from(periods, at)
    since = period.opens_at if period else None
    open_ = open_ or list_open(uow, seat, track, programme, at, since)
    disputed = {alert.competence_id for alert in uow.alerts.list_open([track.id])}
    calm = {
        waits.competence.id: waits
        for waits in open_.competences
        if waits.competence.id not in disputed
    }
    ids = [own for waits in calm.values() for own in waits.waiting]
    clear = _said_again(uow, seat, ids, at, fresh) if ids else {}
    found = [
        Sayings(waits.competence, {own: clear[own] for own in clear.keys() & waits.waiting})
        for waits in calm.values()
    ]
    sayings = [said for said in found if said.scores]
    return Unchanged(sayings, open_.count - sum(len(said.scores) for said in sayings))


def _said_again(
    uow: UnitOfWork, seat: Seat, indicators: list[int], at: datetime, fresh: datetime | None
) -> dict[int, Score]:
    """Say own marks again that are not older than `fresh`, and contradict nothing that stands."""
    marks = see_own_sayings(uow, seat, indicators).marks
    again = {
        own: score
        for own, score in said_again(marks, at).items()
        if fresh is None or (marks[own].mastery_at or at) >= fresh
    }
    stands = see_own_marks(uow, seat) if again else {}
    return {
        own: score
        for own, score in again.items()
        if not apply(stands.get(own, Mark()), score).contradictory
    }
