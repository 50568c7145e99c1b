"""The film: what a perspective says of an indicator now, folded from everything it ever said.

Source: document 004, chapter 3 §6 f (film and photo). The ledger holds the scores; a mark is
their fold in the order (said_at, id), so a correction that arrives late cannot jump the queue.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import reduce

from bot.domain.scoring.scales import Coverage, Mastery, came_up, contradicts, raised_by_tally


@dataclass(frozen=True, slots=True)
class Score:
    """One thing said of one indicator: a mastery, a coverage, a tally, or 'not applicable here'.

    `said_at` is aware; `id` breaks ties among scores said at the same instant.
    """

    said_at: datetime
    mastery: Mastery | None = None
    coverage: Coverage | None = None
    tally: int = 0
    not_here: bool = False
    id: int = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """The film of one indicator in one perspective."""

    mastery: Mastery | None = None
    coverage: Coverage | None = None
    tally: int = 0
    not_here: bool = False
    mastery_at: datetime | None = None
    said_at: datetime | None = None
    coverage_at: datetime | None = field(default=None, compare=False)
    """When a coverage was said last, not tallied; of marks from before it was kept, unknown."""

    @property
    def empty(self) -> bool:
        """Say whether nothing is left of it."""
        return self.mastery is None and self.coverage is None and not self.tally

    @property
    def came_up(self) -> bool:
        """Say whether it came up at least once, as was said of it or as it is shown."""
        return came_up(self.mastery, self.coverage)

    @property
    def contradictory(self) -> bool:
        """Say whether it shows what never came up."""
        return contradicts(self.mastery, self.coverage)

    def is_open(self, since: datetime | None = None) -> bool:
        """Say whether this still waits for an answer (since the period opened, if one did)."""
        if self.mastery is None and not self.not_here:
            return True
        if since is None:
            return False
        return self.mastery_at is None or self.mastery_at < since


def apply(mark: Mark, score: Score) -> Mark:
    """Work out the mark after one more score, said no earlier than the ones before it."""
    if score.not_here:
        return replace(
            mark,
            mastery=None,
            coverage=Coverage.NOT_YET,
            not_here=True,
            mastery_at=score.said_at,
            said_at=score.said_at,
            coverage_at=score.said_at,
        )
    tally = mark.tally + score.tally
    coverage = mark.coverage if score.coverage is None else score.coverage
    if score.tally:
        coverage = raised_by_tally(coverage, tally)
    mastery_said = score.mastery is not None
    still_not_here = mark.not_here and not mastery_said and coverage is Coverage.NOT_YET
    return Mark(
        mastery=score.mastery if mastery_said else mark.mastery,
        coverage=coverage,
        tally=tally,
        not_here=still_not_here,
        mastery_at=score.said_at if mastery_said else mark.mastery_at,
        said_at=score.said_at,
        coverage_at=mark.coverage_at if score.coverage is None else score.said_at,
    )


def says(score: Score) -> bool:
    """Say whether a score says anything."""
    return bool(score.mastery or score.coverage or score.tally or score.not_here)


def fold(scores: Iterable[Score]) -> Mark:
    """Fold scores, in any order, into the mark they give."""
    ordered = sorted(scores, key=lambda score: (score.said_at, score.id))
    return reduce(apply, ordered, Mark())


def open_among(
    indicators: Iterable[int], marks: Mapping[int, Mark], since: datetime | None = None
) -> frozenset[int]:
    """List which of these indicators still wait (since the period opened, if one did)."""
    return frozenset(
        indicator for indicator in indicators if marks.get(indicator, Mark()).is_open(since)
    )


def said_again(marks: Mapping[int, Mark], said_at: datetime) -> dict[int, Score]:
    """Say marks again as they stand, by indicator: nothing changed since the last time."""
    return {
        indicator: Score(
            said_at,
            mastery=mark.mastery,
            coverage=None if mark.not_here else mark.coverage,
            not_here=mark.not_here,
        )
        for indicator, mark in marks.items()
        if mark.mastery is not None or mark.coverage is not None
    }


@dataclass(frozen=True, slots=True)
class Growth:
    """What changed between two moments: deeper (L to V), broader (newly shown), back."""

    deeper: tuple[int, ...] = ()
    broader: tuple[int, ...] = ()
    back: tuple[int, ...] = ()


_DEPTH = {None: 0, Mastery.NOT_SHOWN: 0, Mastery.WITH_SUPPORT: 1, Mastery.AUTONOMOUS: 2}


def growth(before: Mapping[int, Mark], after: Mapping[int, Mark]) -> Growth:
    """Compare two films of the same indicators, by indicator id.

    What came to be 'not here' is not back: nobody says that it is shown less.
    """
    deeper, broader, back = [], [], []
    for indicator in sorted(before.keys() | after.keys()):
        was = _DEPTH[before.get(indicator, Mark()).mastery]
        now = _DEPTH[after.get(indicator, Mark()).mastery]
        if now < was and not after.get(indicator, Mark()).not_here:
            back.append(indicator)
        elif was == 0 and now > 0:
            broader.append(indicator)
        elif now > was:
            deeper.append(indicator)
    return Growth(tuple(deeper), tuple(broader), tuple(back))
