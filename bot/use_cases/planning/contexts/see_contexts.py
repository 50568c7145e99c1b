"""See the contexts of a student: what comes up, what that would train, how much came up at work."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.planning.contexts import (
    ComingContext,
    ContextCovered,
    ContextInTurn,
    alone_numbers,
    covered_by_context,
    in_order_of_time,
    in_turn,
    met_numbers,
)
from bot.domain.school.frameworks import Context, Programme
from bot.domain.school.tracks import Placement, Role, Track
from bot.domain.scoring.colours import Counts
from bot.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class SeenContexts:
    """What comes up, each beside what it would do, the soonest first; and what came up of each.

    `planned` are the placements for which the viewer may say what comes up.
    """

    coming: tuple[tuple[ComingContext, ContextInTurn], ...]
    covered: Sequence[ContextCovered]
    planned: Sequence[Placement]


def see_contexts(
    uow: UnitOfWork, viewer_id: int, track: Track, programme: Programme, at: datetime
) -> SeenContexts:
    """Read what comes up in a track and what it would train, by what came up at work so far.

    All of it as the viewer may see it; `at` is aware.
    """
    at_work: dict[int, dict[Role, Counts]] = defaultdict(dict)
    for colour in uow.reads.read_colours(viewer_id, track.id):
        at_work[colour.competence_id][colour.role] = colour.counts
    ordered = in_order_of_time(programme, uow.contexts.list_coming(viewer_id, track.id, at))
    turns = in_turn(
        (context for context, _when in ordered),
        met_numbers(programme, at_work),
        alone_numbers(programme, at_work),
    )
    coming = zip((when for _context, when in ordered), turns, strict=True)
    planned = uow.contexts.list_planned(viewer_id, track.id)
    return SeenContexts(tuple(coming), covered_by_context(programme, at_work), planned)


def list_coming(
    uow: UnitOfWork, viewer_id: int, track: Track, programme: Programme, at: datetime
) -> tuple[Context, ...]:
    """List the contexts that come up in a track, the soonest first, each once."""
    coming = uow.contexts.list_coming(viewer_id, track.id, at)
    return tuple(dict.fromkeys(own for own, _when in in_order_of_time(programme, coming)))


def list_now_first(
    uow: UnitOfWork, track: Track, programme: Programme, at: datetime
) -> tuple[Context, ...]:
    """List the contexts of a programme, those first that come up in a track at an instant."""
    running = uow.contexts.list_running(track.id, at)
    return tuple(sorted(programme.contexts, key=lambda context: context.id not in running))


def find_planned(
    uow: UnitOfWork, person_id: int, tracks: Sequence[Track], placement_id: int
) -> Track | None:
    """Find the track, among these, of a placement for which somebody may say what comes up."""
    track_id = uow.contexts.find_planned(person_id, placement_id)
    return next((track for track in tracks if track.id == track_id), None)


def list_planned(uow: UnitOfWork, person_id: int, track: Track) -> Sequence[Placement]:
    """List the placements of a track for which somebody may say what comes up."""
    return uow.contexts.list_planned(person_id, track.id)
