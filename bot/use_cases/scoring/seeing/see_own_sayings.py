"""See what one person said of indicators, apart from colleagues in the same role.

Method: scores of mentors, and of co-teachers, share one perspective. What a colleague said there
counts, yet it is nobody else's saying: only the own one can be said again.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.scoring.film import Mark, Score, fold
from bot.ports import Seat, UnitOfWork
from bot.ports.scoring import Saying


@dataclass(frozen=True, slots=True)
class OwnSayings:
    """One's own marks by indicator id, and the newest saying of a colleague where there is none."""

    marks: Mapping[int, Mark]
    colleagues: Sequence[Saying]


def see_own_sayings(uow: UnitOfWork, seat: Seat, indicators: Collection[int]) -> OwnSayings:
    """See what the person of a seat said of indicators, and where only a colleague did."""
    own: dict[int, list[Score]] = defaultdict(list)
    others: dict[int, Saying] = {}
    for said in uow.ledger.list_said_beside(None, seat, indicators):
        if said.author_id == seat.author_id:
            own[said.indicator_id].append(said.score)
        else:
            others.setdefault(said.indicator_id, said)
    return OwnSayings(
        {indicator: fold(scores) for indicator, scores in own.items()},
        [others[indicator] for indicator in indicators if indicator in others.keys() - own.keys()],
    )
