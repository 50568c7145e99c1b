"""One competence of one track as three perspectives see it, and what of it can be compared."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property

from bot.domain.divergence.kinds import (
    FURTHEST,
    Disputed,
    Divergence,
    DivergenceKind,
    RouteReason,
    Sides,
    Stand,
)
from bot.domain.divergence.raters import Leniency
from bot.domain.divergence.severity import Extent, weigh
from bot.domain.divergence.thresholds import Thresholds
from bot.domain.school.frameworks import CutOff
from bot.domain.school.tracks import PERSPECTIVES, Role
from bot.domain.scoring.colours import colour_of, counts_of_marks
from bot.domain.scoring.film import Mark, Score
from bot.domain.scoring.scales import Coverage, Mastery


@dataclass(frozen=True, slots=True)
class Said:
    """One score of one perspective on one indicator."""

    role: Role
    indicator: int
    score: Score


@dataclass(frozen=True)
class Case:
    """What the rule looks at: one competence of one track at an instant `now`.

    `indicators` are the competence's ids in the order of their numbers; `marks` the film, by role
    and indicator id. `opened_at` is when the period opened: what was said before it waits for a new
    answer, so it is compared with nothing; None compares the film as it stands. `photo_at` is None
    where no photo is coming. `said` are the scores of this period, where they are known; `since` is
    when what stands already began. `leniencies` are how two perspectives lean against each other on
    the track's other competences, where that is known. All instants are aware.
    """

    indicators: tuple[int, ...]
    marks: Mapping[Role, Mapping[int, Mark]]
    now: datetime
    cut_off: CutOff
    thresholds: Thresholds
    opened_at: datetime | None = None
    photo_at: datetime | None = None
    said: Sequence[Said] = ()
    since: Mapping[DivergenceKind, datetime] = field(default_factory=dict)
    leniencies: Mapping[tuple[Role, Role], Leniency] = field(default_factory=dict)

    @property
    def photo_is_near(self) -> bool:
        """Say whether a photo is coming soon."""
        if self.photo_at is None:
            return False
        return timedelta() < self.photo_at - self.now <= self.thresholds.near

    def own(self, role: Role) -> dict[int, Mark]:
        """Read what a perspective says of these indicators, by id, where it says something."""
        marks = self.marks.get(role, {})
        return {indicator: marks[indicator] for indicator in self.indicators if indicator in marks}

    def enough(self, part: int) -> bool:
        """Say whether so many indicators are at least half of the competence."""
        return 2 * part >= len(self.indicators)

    def answered(self, role: Role) -> int:
        """Count the indicators on which a perspective has answered in this period."""
        return sum(not mark.is_open(self.opened_at) for mark in self.own(role).values())

    @cached_property
    def masteries(self) -> dict[Role, dict[int, Mastery]]:
        """What can be compared: scored in this period, and neither N nor 'not here'."""
        return {
            role: {
                indicator: mark.mastery
                for indicator, mark in self.own(role).items()
                if mark.mastery is not None
                and mark.coverage is not Coverage.NOT_YET
                and not mark.is_open(self.opened_at)
            }
            for role in PERSPECTIVES
        }

    @cached_property
    def coverages(self) -> dict[Role, dict[int, Coverage]]:
        """What each said of coverage in this period, 'not here' left out."""
        return {
            role: {
                indicator: mark.coverage
                for indicator, mark in self.own(role).items()
                if mark.coverage is not None and not mark.not_here and self._recent(mark)
            }
            for role in PERSPECTIVES
        }

    def _recent(self, mark: Mark) -> bool:
        if self.opened_at is None:
            return True
        return mark.said_at is not None and mark.said_at >= self.opened_at

    def verdict(self, role: Role, among: Iterable[int]) -> bool | None:
        """Say whether these indicators count as acquired; None where fewer than half are scored."""
        own = self.masteries[role]
        shown = [own[indicator].acquired for indicator in among if indicator in own]
        if not shown or not self.enough(len(shown)):
            return None
        return self.cut_off.reached(sum(shown), len(shown))

    def stand(self, role: Role, among: Iterable[int]) -> Stand:
        """Say where a perspective stands, on the whole competence and on what is compared."""
        marks = self.own(role)
        counts = counts_of_marks(marks.values())
        shared = [indicator for indicator in among if indicator in self.masteries[role]]
        return Stand(
            role=role,
            colour=colour_of(len(self.indicators), counts, self.cut_off),
            counts=counts,
            compared=counts_of_marks(marks[i] for i in shared),
            of=len(shared),
            acquired=self.verdict(role, shared),
            said_at=max((mark.said_at for mark in marks.values() if mark.said_at), default=None),
        )


def divergence_of(
    case: Case,
    kind: DivergenceKind,
    sides: Sides,
    reason: RouteReason,
    since: datetime,
    disputed: tuple[Disputed, ...] = (),
    compared: tuple[int, ...] = (),
) -> Divergence:
    """Put a divergence together: where everybody stands, and how much it weighs."""
    extent = Extent(
        steps=sum(indicator.distance for indicator in disputed),
        of=reason.of,
        opposite=sum(indicator.distance == FURTHEST for indicator in disputed),
        stands_for=case.now - since,
        photo_in=None if case.photo_at is None else case.photo_at - case.now,
    )
    return Divergence(
        kind=kind,
        sides=sides,
        stands=tuple(case.stand(role, compared) for role in PERSPECTIVES),
        compared=compared,
        disputed=disputed,
        reason=reason,
        weight=weigh(extent, case.thresholds),
        since=since,
    )
