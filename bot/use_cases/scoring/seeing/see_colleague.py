"""See what a colleague in the same role said that counted until now, and counts no more.

Method: scores of mentors, and of co-teachers, share one perspective, in which the newest counts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.scoring.film import Score
from bot.ports import Entry, Seat, UnitOfWork
from bot.ports.scoring import Saying


@dataclass(frozen=True, slots=True)
class Overtaken:
    """What one colleague said otherwise, newest at an instant (aware), by indicator id."""

    author: str
    at: datetime
    said: Mapping[int, Score]


def see_colleague(
    uow: UnitOfWork, seat: Seat, entry: Entry, scores: Mapping[int, Score]
) -> Overtaken | None:
    """See whose scores those of an entry differ from and take the place of; None where of none.

    Of several colleagues it is the one who said something last.
    """
    beside = uow.ledger.list_said_beside(entry, seat, scores) if scores else ()
    overtaken = [
        found
        for indicator, score in scores.items()
        if (found := _overtaken(score, [said for said in beside if said.indicator_id == indicator]))
        and found.author_id != seat.author_id
    ]
    if not overtaken:
        return None
    last = max(overtaken, key=lambda found: (found.score.said_at, found.score.id))
    own = {
        found.indicator_id: found.score for found in overtaken if found.author_id == last.author_id
    }
    return Overtaken(last.author, last.score.said_at, own)


def _overtaken(score: Score, beside: Sequence[Saying]) -> Saying | None:
    """Find what counted before a score, on a scale of it, and differs; None where that is newer."""
    for scale in (_mastery, _coverage):
        counted = next((said for said in beside if scale(said.score) is not None), None)
        if scale(score) is None or counted is None or counted.score.said_at > score.said_at:
            continue
        if scale(counted.score) != scale(score):
            return counted
    return None


def _mastery(score: Score) -> str | None:
    return "not here" if score.not_here else score.mastery


def _coverage(score: Score) -> str | None:
    return None if score.not_here else score.coverage
