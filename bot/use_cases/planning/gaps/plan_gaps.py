"""Plan to tell students and coaches of gaps: once, four weeks before each photo and the end."""

from collections.abc import Sequence

from bot.domain.planning.gaps import BEFORE, gaps_of
from bot.domain.scoring.prior import came_up_before
from bot.domain.telling.errands import ErrandKind
from bot.domain.telling.hours import Works
from bot.ports import UnitOfWork
from bot.ports.planning.gaps import GapTold
from bot.ports.telling.errands import NewErrand
from bot.ports.worlds import People, World
from bot.use_cases.planning.gaps.read_on_campus import read_on_campus
from bot.use_cases.planning.matrix.see_matrix import read_planned


def plan_gaps(
    uow: UnitOfWork, world: World, _works: Works, _zones: Sequence[str], people: People
) -> list[NewErrand]:
    """List an errand for each of these people and each of their tracks with a gap whose time came.

    A gap that comes later is told then, while there is time.
    """
    found = uow.gaps.list_to_tell(world, people, world.at + BEFORE)
    lacking = _list_lacking(uow, world, found) if found else frozenset()
    return [
        NewErrand(
            organisation_id=told.organisation_id,
            person_id=told.person_id,
            kind=ErrandKind.GAP,
            subject=told.subject,
            due_at=world.at,
            expires_at=told.deadline,
            about_id=told.track_id,
        )
        for told in found
        if told.track_id in lacking
    ]


def _list_lacking(uow: UnitOfWork, world: World, found: Sequence[GapTold]) -> frozenset[int]:
    """List the tracks with a gap, in few statements however many there are."""
    programmes = {told.track_id: told.programme_id for told in found}
    planned, counts = read_planned(uow, programmes), uow.gaps.read_counts(programmes)
    coming = uow.gaps.list_coming(programmes, world.at)
    on_campus = read_on_campus(uow, programmes)
    recognised = uow.gaps.list_recognised(programmes)
    lacking = set()
    for track_id, programme_id in programmes.items():
        programme = uow.tracks.read_programme(programme_id)
        cells = {own.id: planned.at_places(track_id, own.id) for own in programme.competences}
        came_up, own_coming = counts.get(track_id, {}), coming.get(track_id, frozenset())
        taught = on_campus.get(track_id, frozenset())
        before = came_up_before(programme, recognised.get(track_id, ()))
        if gaps_of(programme, cells, came_up, own_coming, taught, before):
            lacking.add(track_id)
    return frozenset(lacking)
