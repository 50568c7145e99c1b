"""See on which indicators others say otherwise, where that may be told before answering."""

from collections.abc import Mapping

from bot.domain.divergence.disputes import steps
from bot.domain.school.frameworks import Programme
from bot.domain.school.tracks import PERSPECTIVES, Role, Track
from bot.domain.school.visibility import Level, sight_of
from bot.domain.scoring.film import Mark
from bot.ports import Seat, UnitOfWork


def see_disputed(
    uow: UnitOfWork, seat: Seat, track: Track, programme: Programme, marks: Mapping[int, Mark]
) -> dict[int, Role]:
    """Name by indicator the role that says shown where the own marks say not, or the reverse.

    Nothing where the programme is blind first (the default), and only of perspectives into whose
    indicators this person looks at all.
    """
    if programme.blind_first:
        return {}
    found: dict[int, Role] = {}
    for role in PERSPECTIVES:
        if role is seat.role or sight_of(track.roles, role).level < Level.INDICATORS:
            continue
        theirs = uow.scoring_reads.read_perspective(seat.author_id, track.id, role)
        for indicator in theirs.keys() & marks.keys():
            own, other = marks[indicator].mastery, theirs[indicator].mastery
            if own and other and steps(own.rank, other.rank):
                found.setdefault(indicator, role)
    return found
