"""See how competences stand in somebody's own perspective: counts and colour."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.domain.school.frameworks import Competence, Programme
from bot.domain.scoring.colours import Colour, Counts, colour_of
from bot.domain.scoring.film import Mark, Score
from bot.ports import Seat, UnitOfWork
from bot.use_cases.scoring.store_scores import Sayings


@dataclass(frozen=True, slots=True)
class CompetenceStanding:
    """How a competence stands in one perspective."""

    competence: Competence
    counts: Counts
    colour: Colour


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was stored of one competence, and how it stands now."""

    standing: CompetenceStanding
    scores: Mapping[int, Score]
    marks: Mapping[int, Mark]
    notes: int
    noted: Mapping[int | None, str] = field(default_factory=dict)

    @property
    def overruled(self) -> int:
        """Count the scores that a later-said one already overrules in the film."""
        return sum(
            mark.said_at is not None and mark.said_at > self.scores[indicator].said_at
            for indicator, mark in self.marks.items()
        )


def see_standing(
    uow: UnitOfWork, seat: Seat, programme: Programme, competence: Competence
) -> CompetenceStanding:
    """See how a competence stands in the seat's own perspective."""
    return standing_of(competence, see_own_counts(uow, seat), programme)


def see_own_counts(uow: UnitOfWork, seat: Seat) -> Mapping[int, Counts]:
    """See the counts of a track's competences in the seat's own perspective, by competence."""
    seen = uow.scoring_reads.read_colours(seat.author_id, seat.track_id)
    return {colour.competence_id: colour.counts for colour in seen if colour.role is seat.role}


def standing_of(
    competence: Competence, counted: Mapping[int, Counts], programme: Programme
) -> CompetenceStanding:
    """Work out a competence's colour from the counts, by the programme's cut-off."""
    counts = counted.get(competence.id, Counts())
    colour = colour_of(len(competence.indicators), counts, programme.cut_off)
    return CompetenceStanding(competence, counts, colour)


def see_recorded(
    uow: UnitOfWork,
    seat: Seat,
    programme: Programme,
    sayings: Sequence[Sayings],
    stored: Sequence[Mapping[int, Mark]],
) -> list[Recorded]:
    """See what `store_scores` stored, saying by saying, and how their competences stand now."""
    counted = see_own_counts(uow, seat)
    return [
        Recorded(
            standing_of(said.competence, counted, programme),
            said.scores,
            marks,
            len(said.notes),
            said.notes,
        )
        for said, marks in zip(sayings, stored, strict=True)
    ]
