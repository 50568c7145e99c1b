"""What a divergence is: its kind, who stands where, what is in dispute, and why it is told.

Source: document 004, chapter 3 §6 (the coach compares the actors' scores); the kinds are ours.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.divergence.severity import Severity, SeverityPoints
from bot.domain.school.tracks import Role
from bot.domain.scoring.colours import Colour, Counts
from bot.domain.scoring.scales import Coverage, Mastery


class DivergenceKind(StrEnum):
    """How perspectives can be apart; a gap and an overlap are no alarm."""

    VERDICT = "verdict"
    INDICATOR = "indicator"
    COVERAGE = "coverage"
    SILENCE = "silence"
    GAP = "gap"
    OVERLAP = "overlap"

    @property
    def alarms(self) -> bool:
        """Say whether this kind can be an alert at all."""
        return self not in (DivergenceKind.GAP, DivergenceKind.OVERLAP)


class Route(StrEnum):
    """Where it goes: told at once, or in the coach's weekly digest."""

    ALERT = "alert"
    DIGEST = "digest"


Sides = tuple[tuple[Role, ...], ...]
"""The perspectives in groups that say the same, the smallest group first."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Where one perspective stands.

    `colour` and `counts` are over the whole competence, as its report shows them. `compared` counts
    the `of` indicators on which this divergence rests and which this perspective scored too;
    `acquired` is its verdict on those, None where it has none.
    """

    role: Role
    colour: Colour
    counts: Counts
    compared: Counts
    of: int
    acquired: bool | None
    said_at: datetime | None


FURTHEST = 2
"""The steps from one end of a scale to the other: X against V, N against R."""


@dataclass(frozen=True, slots=True)
class Disputed:
    """One indicator on which they are apart: what each says, and by how many steps (1 or 2)."""

    indicator: int
    said: tuple[tuple[Role, Mastery | Coverage], ...]
    distance: int


@dataclass(frozen=True, slots=True)
class RouteReason:
    """Why it goes where it goes: apart on so many `of` the compared, an alert from `needed` on.

    `needed` is None where no number of them makes an alert.
    """

    apart: int
    of: int
    needed: int | None

    @property
    def route(self) -> Route:
        """Where that leads."""
        enough = self.needed is not None and self.apart >= self.needed
        return Route.ALERT if enough else Route.DIGEST


@dataclass(frozen=True, slots=True)
class Divergence:
    """One way in which the perspectives on a competence are apart, as it stands now.

    `sides` has the perspectives that take part; `compared` and `disputed` name indicators by id,
    the disputed ones by how far apart; `since` is aware.
    """

    kind: DivergenceKind
    sides: Sides
    stands: tuple[Stand, ...]
    compared: tuple[int, ...]
    disputed: tuple[Disputed, ...]
    reason: RouteReason
    weight: SeverityPoints
    since: datetime

    @property
    def severity(self) -> Severity:
        """How bad it is; NONE for what is no alarm."""
        return self.weight.severity if self.kind.alarms else Severity.NONE

    @property
    def route(self) -> Route:
        """Where it goes."""
        return self.reason.route

    @property
    def differs(self) -> Role | None:
        """Name the one who stands alone against two; None where there is no such one."""
        alone = [side for side in self.sides if len(side) == 1]
        return alone[0][0] if len(self.sides) == 2 and len(alone) == 1 else None

    @property
    def all_differ(self) -> bool:
        """Say whether each of three says something else."""
        return len(self.sides) == 3
