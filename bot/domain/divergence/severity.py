"""How bad a divergence is: points for how far apart, how many, how long and how near the photo.

Each part counts the steps that are reached, so that more of it never weighs less:

| part | a point at each of | at most |
|---|---|---|
| far | 25, 40 and 60 % of the steps that the compared indicators have between them | 3 |
| many | 1 and 3 indicators stand at opposite ends (X against V, N against R) | 2 |
| long | it stands for `Thresholds.long` (two weeks) | 1 |
| near | the photo is within twice `Thresholds.near`, within it (14 and 7 days) | 2 |

0 or 1 points are slight, 2 and 3 clear, 4 and 5 serious, 6 to 8 urgent. Severity orders alerts and
the digest. It does not make an alert of what is none: else the coming photo alone would raise
hundreds in one morning. What urges is news or a date: where the views have not changed for
`Thresholds.long`, it is serious at most until a photo is within `Thresholds.near`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import IntEnum
from typing import TypeVar

from bot.domain.divergence.thresholds import Thresholds

FAR = (25, 40, 60)
MANY = (1, 3)
NEAR = (1, 2)
POINTS = (2, 4, 6)


class Severity(IntEnum):
    """How bad it is; NONE is for what is no alarm."""

    NONE = 0
    SLIGHT = 1
    CLEAR = 2
    SERIOUS = 3
    URGENT = 4


@dataclass(frozen=True, slots=True)
class SeverityPoints:
    """The points of each part, so that a person can be told why it is so bad."""

    far: int = 0
    many: int = 0
    long: int = 0
    near: int = 0

    @property
    def views(self) -> int:
        """Sum what the views alone weigh: this stays while nobody scores."""
        return self.far + self.many

    @property
    def severity(self) -> Severity:
        """Sum the points into a severity."""
        return _severity(self.views + self.long + self.near)


@dataclass(frozen=True, slots=True)
class Ages:
    """How old something is: how long it stands, and how long its views have not changed.

    `photo_in` is the time until the photo; None where none is coming.
    """

    stands_for: timedelta
    unchanged_for: timedelta
    photo_in: timedelta | None


@dataclass(frozen=True, slots=True)
class Extent:
    """What is weighed: so many steps apart over the compared, so many of them at opposite ends.

    `photo_in` is the time until the photo; None where none is coming.
    """

    steps: int
    of: int
    opposite: int
    stands_for: timedelta
    photo_in: timedelta | None


def weigh(extent: Extent, thresholds: Thresholds) -> SeverityPoints:
    """Count the points of each part."""
    return SeverityPoints(
        far=_reached(100 * extent.steps, [percent * 2 * extent.of for percent in FAR]),
        many=_reached(extent.opposite, MANY),
        long=_reached(extent.stands_for, [thresholds.long]),
        near=_nearness(extent.photo_in, thresholds.near),
    )


def severity_by_now(views: int, ages: Ages, thresholds: Thresholds) -> Severity:
    """Say how bad something is by now of which the views weigh so many points."""
    long = _reached(ages.stands_for, [thresholds.long])
    return calmed(
        _severity(views + long + _nearness(ages.photo_in, thresholds.near)), ages, thresholds
    )


def calmed(severity: Severity, ages: Ages, thresholds: Thresholds) -> Severity:
    """Make of urgent serious where nothing has changed for long and no photo is near."""
    if ages.unchanged_for < thresholds.long or _nearness(ages.photo_in, thresholds.near) == len(
        NEAR
    ):
        return severity
    return min(severity, Severity.SERIOUS)


def _severity(points: int) -> Severity:
    return Severity(Severity.SLIGHT + _reached(points, POINTS))


def _nearness(photo_in: timedelta | None, near: timedelta) -> int:
    if photo_in is None or photo_in < timedelta():
        return 0
    return sum(photo_in <= times * near for times in NEAR)


_Amount = TypeVar("_Amount", int, timedelta)


def _reached(amount: _Amount, steps: Sequence[_Amount]) -> int:
    return sum(amount >= step for step in steps)
