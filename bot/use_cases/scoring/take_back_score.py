"""Take back one thing that a dialogue said of an indicator; the rest of it stays."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import reduce
from operator import itemgetter

from bot.domain.scoring.film import Mark, Score, apply, says
from bot.ports import Entry, Seat, UnitOfWork
from bot.ports.scoring import SaidScore
from bot.use_cases.scoring.store_scores import Occasion, find_standing_entry, open_entry
from bot.use_cases.scoring.undo_entry import take_back


class Scale(StrEnum):
    """Which of the two things that are said of an indicator."""

    MASTERY = "mastery"
    COVERAGE = "coverage"


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What then stands of the entry, and whether all that it said of the indicator went."""

    entry: Entry | None
    whole: bool


def take_back_score(
    uow: UnitOfWork,
    seat: Seat,
    entry_id: int | None,
    indicator: int,
    scale: Scale,
    at: datetime,
) -> TakenBack | None:
    """Take back what an entry says of an indicator on one scale, at an aware instant.

    The ledger only grows: the entry is undone, and all else that it said stands under a new one, at
    the instants at which it was said. Where the rest would contradict what stood before, it goes
    too. None where no entry stands. Raises LostSight.
    """
    entry = find_standing_entry(uow, entry_id)
    if entry is None or entry.author_id != seat.author_id:
        return None
    kept = [_without(said, indicator, scale) for said in uow.ledger.list_said_in(entry)]
    take_back(uow, entry, at)
    whole = _contradicts(uow, seat, indicator, kept)
    kept = [said for said in kept if says(said.score) and not (whole and said.of == indicator)]
    anew = open_entry(uow, seat, Occasion(entry.said_at, entry.title))
    notes = uow.ledger.carry_notes(entry, anew)
    for competence_id, scores in _rounds(kept):
        uow.ledger.add_scores(anew, seat, competence_id, scores)
    if kept or notes:
        return TakenBack(anew, whole)
    uow.ledger.undo(anew, at)
    return TakenBack(None, whole)


def _without(said: SaidScore, indicator: int, scale: Scale) -> SaidScore:
    if said.of != indicator:
        return said
    if scale is Scale.COVERAGE:
        return replace(said, score=replace(said.score, coverage=None))
    return replace(said, score=replace(said.score, mastery=None, not_here=False))


def _contradicts(uow: UnitOfWork, seat: Seat, indicator: int, kept: Sequence[SaidScore]) -> bool:
    before = uow.ledger.read_and_hold_marks(seat, [indicator]).get(indicator, Mark())
    left = [said.score for said in kept if said.of == indicator and says(said.score)]
    return reduce(apply, left, before).contradictory


def _rounds(kept: Sequence[SaidScore]) -> Iterator[tuple[int, dict[int, Score]]]:
    """Go through what was said in its order, one score of an indicator at a time."""
    rounds: dict[tuple[int, int], dict[int, Score]] = defaultdict(dict)
    count: Counter[int] = Counter()
    for said in kept:
        rounds[count[said.of], said.competence_id][said.of] = said.score
        count[said.of] += 1
    for (_round, competence_id), scores in sorted(rounds.items(), key=itemgetter(0)):
        yield competence_id, scores
