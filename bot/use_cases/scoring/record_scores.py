"""Record what one actor says of a track's indicators, and see what comes of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.school.frameworks import Programme
from bot.domain.scoring.film import Mark, Score
from bot.ports import Entry, Seat, UnitOfWork
from bot.use_cases.scoring.see_standing import CompetenceStanding, see_own_counts, standing_of
from bot.use_cases.scoring.store_scores import Occasion, Sayings, store_scores


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was stored of one competence, and how it stands now."""

    standing: CompetenceStanding
    scores: Mapping[int, Score]
    marks: Mapping[int, Mark]
    notes: int

    @property
    def overruled(self) -> int:
        """Count the scores that a later-said one already overrules in the film."""
        return sum(
            mark.said_at is not None and mark.said_at > self.scores[indicator].said_at
            for indicator, mark in self.marks.items()
        )


def record_scores(
    uow: UnitOfWork,
    seat: Seat,
    programme: Programme,
    sayings: Sequence[Sayings],
    occasion: Occasion,
) -> tuple[Entry, list[Recorded]]:
    """Store sayings, and see how their competences stand now; raises as `store_scores` does."""
    entry, stored = store_scores(uow, seat, sayings, occasion)
    counted = see_own_counts(uow, seat)
    recorded = [
        Recorded(
            standing_of(said.competence, counted, programme), said.scores, marks, len(said.notes)
        )
        for said, marks in zip(sayings, stored, strict=True)
    ]
    return entry, recorded
