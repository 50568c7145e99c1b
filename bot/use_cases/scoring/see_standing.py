"""See how competences stand in somebody's own perspective: counts and colour."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.school.frameworks import Competence, Programme
from bot.domain.scoring.colours import Colour, Counts, colour_of
from bot.ports import Seat, UnitOfWork


@dataclass(frozen=True, slots=True)
class CompetenceStanding:
    """How a competence stands in one perspective."""

    competence: Competence
    counts: Counts
    colour: Colour


def see_standing(
    uow: UnitOfWork, seat: Seat, programme: Programme, competence: Competence
) -> CompetenceStanding:
    """See how a competence stands in the seat's own perspective."""
    return standing_of(competence, see_own_counts(uow, seat), programme)


def see_own_counts(uow: UnitOfWork, seat: Seat) -> Mapping[int, Counts]:
    """See the counts of a track's competences in the seat's own perspective, by competence."""
    seen = uow.reads.read_colours(seat.author_id, seat.track_id)
    return {colour.competence_id: colour.counts for colour in seen if colour.role is seat.role}


def standing_of(
    competence: Competence, counted: Mapping[int, Counts], programme: Programme
) -> CompetenceStanding:
    """Work out a competence's colour from the counts, by the programme's cut-off."""
    counts = counted.get(competence.id, Counts())
    colour = colour_of(len(competence.indicators), counts, programme.cut_off)
    return CompetenceStanding(competence, counts, colour)
