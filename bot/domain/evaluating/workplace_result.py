"""The result at the workplace, line by line, and how it stands against the mark to reach.

Source: document 004, chapter 2 §8: an insufficient result at the workplace leads to nomination for
deliberation, and with a shortfall of '10 % or more' the student cannot be qualified, whatever the
scores on campus and the totals are. The source does not say of what these are 10 %: here they are
10 percentage points of the workplace's own total (ours). Everything is counted in exact fractions.
It signals; people decide.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from bot.domain.evaluating.exact import WorkplacePoints
from bot.domain.evaluating.workplace_rule import RuleKind, WorkplaceRule
from bot.domain.scoring.colours import Colour

TOO_FAR_BELOW = Fraction(10)
"""From this shortfall on, in percentage points, a student cannot be qualified."""


class ResultStanding(StrEnum):
    """How a result stands against the mark to reach."""

    REACHED = "reached"
    NOMINATED = "nominated"
    CANNOT_QUALIFY = "cannot qualify"
    UNKNOWN = "unknown"


class NoResult(StrEnum):
    """Why there is no result."""

    NO_RULE = "no rule"
    NO_PLAN = "no plan"
    """No training plan pursues a competence at work."""
    NO_WEIGHT = "no weight"
    """A competence that is pursued at work has no weight."""
    NO_SCORE = "no score"
    """No mentor has scored a competence that is pursued at work."""
    NOT_ENTERED = "not entered"


@dataclass(frozen=True, slots=True)
class ResultLine:
    """One competence that is pursued at work: its colour in the mentor's view, and its weight."""

    competence_id: int
    colour: Colour
    weight: int = 1

    @property
    def counted(self) -> int:
        """How much of its weight counts: all of it once it is acquired, with support or alone."""
        return self.weight if self.colour.acquired else 0


@dataclass(frozen=True, slots=True)
class WorkplaceResult:
    """A result with all that it is made of; `points` out of `total`, unless it is `missing`."""

    rule: WorkplaceRule | None
    lines: tuple[ResultLine, ...] = ()
    points: Fraction = Fraction(0)
    total: Fraction = Fraction(0)
    missing: NoResult | None = None

    @property
    def percent(self) -> Fraction | None:
        """The result in percent of the workplace's total, exactly."""
        return None if self.missing else 100 * self.points / self.total

    @property
    def shortfall(self) -> Fraction:
        """How far below the mark to reach it is, in percentage points, exactly; 0 where reached."""
        if self.rule is None or self.percent is None:
            return Fraction(0)
        return max(Fraction(0), self.rule.to_reach - self.percent)

    @property
    def standing(self) -> ResultStanding:
        """Say how it stands; what that means for somebody, people decide."""
        if self.missing:
            return ResultStanding.UNKNOWN
        if self.shortfall >= TOO_FAR_BELOW:
            return ResultStanding.CANNOT_QUALIFY
        return ResultStanding.NOMINATED if self.shortfall else ResultStanding.REACHED

    @property
    def lacking(self) -> Fraction:
        """How many points, or how much weight, the mark to reach still takes; 0 where reached."""
        return self.shortfall * self.total / 100

    @property
    def open_lines(self) -> tuple[ResultLine, ...]:
        """The competences that are pursued at work and not acquired there yet."""
        return tuple(line for line in self.lines if not line.counted)

    @property
    def fewest_open(self) -> int:
        """How many competences more have to be acquired at least to reach the mark."""
        lacking, fewest = self.lacking, 0
        for weight in sorted((line.weight for line in self.open_lines), reverse=True):
            if lacking <= 0:
                break
            lacking, fewest = lacking - weight, fewest + 1
        return fewest


def result_of(
    rule: WorkplaceRule | None,
    pursued: Mapping[int, Colour],
    entered: WorkplacePoints | None = None,
) -> WorkplaceResult:
    """Work out the result by a programme's rule.

    `pursued` are the competences that the training plans pursue at work, in the order in which they
    are shown, with their colour in the mentor's view; `entered` is what people entered last.
    """
    if rule is None:
        return WorkplaceResult(None, missing=NoResult.NO_RULE)
    if rule.kind is RuleKind.ENTERED:
        if entered is None:
            return WorkplaceResult(rule, missing=NoResult.NOT_ENTERED)
        return WorkplaceResult(rule, (), entered.points, entered.total)
    weights = {competence: rule.weight_of(competence) for competence in pursued}
    lines = tuple(
        ResultLine(competence, colour, weights[competence] or 0)
        for competence, colour in pursued.items()
    )
    missing = None
    if not lines:
        missing = NoResult.NO_PLAN
    elif None in weights.values():
        missing = NoResult.NO_WEIGHT
    elif all(line.colour is Colour.GREY for line in lines):
        missing = NoResult.NO_SCORE
    points = Fraction(sum(line.counted for line in lines))
    return WorkplaceResult(
        rule, lines, points, Fraction(sum(line.weight for line in lines)), missing
    )
