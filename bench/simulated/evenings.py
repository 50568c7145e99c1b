"""How one actor's view of a student goes on: from evening to evening, and from period to period.

What somebody sees goes on from bench/simulated/programme.py: the true level grows by as much in
every period, what somebody keeps seeing differently stays, and what each look draws anew there is
here a mood that lasts: it is kept in part from one evening to the next. All parameters are
assumptions, since how often people change their mind of one indicator is not published for dual
learning; `python -m bench asking` varies each of them.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bench.simulated.forms import NEVER_SHARES
from bench.simulated.programme import GROWTH, NOISE_FRESH, OPENED_AT, SIZES, WEEKS, Views
from bot.domain.school.frameworks import Competence, CutOff, Indicator, Programme
from bot.domain.school.tracks import Role
from bot.domain.scoring.film import Mark, Score
from bot.domain.scoring.scales import Coverage, Mastery

PERIODS = 3
"""Periods of a programme: usually three (method)."""
EVENINGS = WEEKS
"""Evenings in a period on which somebody scores: one a week."""

PROGRAMME = Programme(
    1,
    "SIMULATED",
    "Simulated",
    CutOff.AT_LEAST,
    tuple(
        Competence(
            place,
            place + 1,
            "",
            tuple(Indicator(place * 100 + at, at + 1, "") for at in range(size)),
        )
        for place, size in enumerate(SIZES)
    ),
)
INDICATORS = tuple(
    indicator.id for competence in PROGRAMME.competences for indicator in competence.indicators
)


@dataclass(frozen=True, slots=True)
class Drift:
    """How views change; as they stand, the assumptions that are measured first.

    `growth` is what a period adds, in steps of the scale; `fresh` how much moods spread; `keeps`
    which part of a mood is left after a week. `holds` is how far beyond a boundary somebody has to
    see something before they say other than the last time, which the dialogue shows them: 0 is
    somebody who judges anew each time.
    """

    growth: float = GROWTH
    fresh: float = NOISE_FRESH
    keeps: float = 0.8
    holds: float = 0.0


ASSUMED = Drift()


def evening(period: int, number: int) -> datetime:
    """Say when an evening of a period is; both are counted from 0."""
    return OPENED_AT + timedelta(weeks=period * WEEKS + number, hours=12)


def opens(period: int) -> datetime:
    """Say when a period opens."""
    return OPENED_AT + timedelta(weeks=period * WEEKS)


@dataclass(slots=True)
class Actor:
    """One actor of one track; the same seed makes the same moods, whatever is asked."""

    views: Views
    role: Role
    seed: str
    drift: Drift = ASSUMED
    moods: dict[int, list[float]] = field(default_factory=dict)

    def answers(self, indicator: int, at: tuple[int, int], last: Mark) -> Score | None:
        """Say an indicator on an evening, with one's last mark in sight; None skips it."""
        period, number = at
        place, index = divmod(indicator, 100)
        form = (self.role, place)
        said_at = evening(period, number)
        if self.views.never(form, index):
            return self._never(indicator, said_at)
        weeks = period * WEEKS + number
        grown = self.drift.growth * (weeks / WEEKS - 0.5)
        seen = self.views.steadily(form, index) + grown + self._mood(indicator, weeks)
        return Score(said_at, mastery=self._held(seen, last.mastery))

    def _held(self, seen: float, last: Mastery | None) -> Mastery:
        """Judge what is seen; near the last mark, that is said again."""
        masteries = tuple(Mastery)
        if last is not None:
            seen += max(-self.drift.holds, min(self.drift.holds, last.rank - 0.5 - seen))
        return masteries[(seen >= 0) + (seen >= 1)]

    def _mood(self, indicator: int, week: int) -> float:
        if indicator not in self.moods:
            draw = random.Random(f"{self.seed} {self.role} {indicator} mood").gauss
            moods, fresh = [draw(0, self.drift.fresh)], (1 - self.drift.keeps**2) ** 0.5
            for _week in range(PERIODS * WEEKS):
                moods.append(self.drift.keeps * moods[-1] + fresh * draw(0, self.drift.fresh))
            self.moods[indicator] = moods
        return self.moods[indicator][week]

    def _never(self, indicator: int, said_at: datetime) -> Score | None:
        """Say of what this environment never offers the same each time."""
        draw = random.Random(f"{self.seed} {self.role} {indicator} never")
        answers = (
            Score(said_at, not_here=True),
            Score(said_at, Mastery.NOT_SHOWN, Coverage.NOT_YET),
            None,
            Score(said_at, Mastery.NOT_SHOWN),
        )
        return draw.choices(answers, weights=NEVER_SHARES)[0]


Film = dict[int, Mark]


def own(film: Mapping[int, Mark], competence: Competence) -> list[Mark]:
    """List the marks of a competence's indicators."""
    return [film.get(indicator.id, Mark()) for indicator in competence.indicators]
