"""See the gaps of one student: what is planned nowhere and came up nowhere."""

from collections import defaultdict
from datetime import datetime

from bot.domain.planning.gaps import Gap, gaps_of
from bot.domain.school.frameworks import Programme
from bot.domain.school.tracks import Role, Track
from bot.domain.scoring.colours import Counts
from bot.domain.scoring.prior import came_up_before
from bot.ports import UnitOfWork
from bot.use_cases.planning.gaps.read_on_campus import read_on_campus
from bot.use_cases.planning.matrix.see_matrix import read_planned


def see_gaps(
    uow: UnitOfWork, viewer_id: int, track: Track, programme: Programme, at: datetime
) -> tuple[Gap, ...]:
    """Read a track's gaps, by what the viewer may see of scores, and what comes up (aware)."""
    counts: dict[int, dict[Role, Counts]] = defaultdict(dict)
    for colour in uow.reads.read_colours(viewer_id, track.id):
        counts[colour.competence_id][colour.role] = colour.counts
    planned = read_planned(uow, [track.id])
    cells = {own.id: planned.at_places(track.id, own.id) for own in programme.competences}
    coming = {own.context_id for own in uow.contexts.list_coming(viewer_id, track.id, at)}
    on_campus = read_on_campus(uow, [track.id]).get(track.id, frozenset())
    recognised = uow.claim_reads.list_recognised(viewer_id, [track.id]).get(track.id, ())
    before = came_up_before(programme, recognised)
    return gaps_of(programme, cells, counts, coming, on_campus, before)
