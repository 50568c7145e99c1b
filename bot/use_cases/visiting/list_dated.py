"""List the visits and promises of a coach that have a date."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bot.domain.dated import Dated, Matter
from bot.domain.days import day_of
from bot.domain.school.tracks import Person, Track
from bot.domain.visiting.visits import PLANNED_WITHIN
from bot.ports import UnitOfWork
from bot.use_cases.visiting.see_visits import VisitStanding, list_minuted, see_visits


def list_dated(
    uow: UnitOfWork, person: Person, tracks: Sequence[Track], until: date, _today: date
) -> list[Dated]:
    """List what is owed, asked for, planned or promised there by a day, or is late."""
    standings = see_visits(uow, tracks)
    found = [*(_of_standing(own, person) for own in standings), *_promises(uow, tracks, standings)]
    return [own for own in found if own.due_on is None or own.due_on <= until]


def _of_standing(standing: VisitStanding, person: Person) -> Dated:
    to_come, due_on, moment = standing.to_come, standing.owed_by, None
    matter = Matter.VISIT_OWED
    if to_come is not None and to_come.planned_for is not None:
        matter, moment = Matter.VISIT_PLANNED, to_come.planned_for
        due_on = day_of(moment, person.time_zone)
    elif to_come is not None:
        asked_on = day_of(to_come.made_at, person.time_zone)
        matter = Matter.VISIT_ASKED
        due_on = min(due_on or date.max, asked_on + timedelta(days=PLANNED_WITHIN))
    placed = standing.placed
    return Dated(
        matter,
        due_on,
        placed.placement_id,
        placed.track_id,
        placed.student,
        placed.workplace,
        moment=moment,
    )


def _promises(
    uow: UnitOfWork, tracks: Sequence[Track], standings: Sequence[VisitStanding]
) -> Iterator[Dated]:
    places = {own.placed.placement_id: own.placed.workplace for own in standings}
    students = {track.id: track.student for track in tracks}
    minuted = list_minuted(tracks)
    if not minuted:
        return
    for promise in uow.visits.list_promises(minuted):
        if promise.due_on is not None:
            yield Dated(
                Matter.PROMISE,
                promise.due_on,
                promise.id,
                promise.track_id,
                students[promise.track_id],
                places.get(promise.placement_id),
                promise.words,
            )
