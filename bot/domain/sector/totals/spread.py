"""What is counted of a student's competence, and when students are too much alike to be told of.

Of who all have the same colour a total tells everybody's; and where one is different, that one
knows the others'. So numbers are told of students of whom two at least are not as most are; and
that has to hold of those alone who have a colour, since others may know who was scored.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.school.tracks import Role
from bot.domain.scoring.colours import Colour, Counts

OTHERWISE = 2
"""How many of those who stay together have to be other than most."""

Spread = Mapping[str, int]
"""How many students have each value."""


class Measure(StrEnum):
    """What is counted of a competence in one perspective."""

    COLOUR = "colour"
    COVERAGE = "coverage"


class Cover(StrEnum):
    """How much of a competence's indicators came up for a student."""

    NONE = "none"
    PART = "part"
    ALL = "all"


VALUES: Mapping[Measure, tuple[StrEnum, ...]] = {
    Measure.COLOUR: tuple(Colour),
    Measure.COVERAGE: tuple(Cover),
}
"""What can be counted of each, in the order in which it is shown."""

COUNTED_ROLES = (Role.MENTOR, Role.TEACHER)
"""Whose perspective is counted: how students see themselves stays in the school."""


@dataclass(frozen=True, slots=True)
class Aspect:
    """What is counted, in whose eyes."""

    role: Role
    measure: Measure


ASPECTS = tuple(Aspect(role, measure) for role in COUNTED_ROLES for measure in Measure)
"""Everything that is counted of a competence."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How it stands with one student's competence in one perspective."""

    colour: Colour = Colour.GREY
    cover: Cover = Cover.NONE

    def value(self, measure: Measure) -> str:
        """Read what is counted of it."""
        return str(self.colour if measure is Measure.COLOUR else self.cover)


UNSCORED = Standing()

Standings = Mapping[Role, Standing]
"""One student's competence, in every perspective in which it was scored."""


def cover_of(indicators: int, counts: Counts) -> Cover:
    """Say how much of a competence's indicators came up."""
    if not counts.covered:
        return Cover.NONE
    return Cover.ALL if counts.covered >= indicators else Cover.PART


def spread_of(standings: Iterable[Standings], aspect: Aspect) -> Counter[str]:
    """Count the values of some students in one aspect."""
    return Counter(own.get(aspect.role, UNSCORED).value(aspect.measure) for own in standings)


def is_mixed(spread: Spread) -> bool:
    """Say whether numbers may be told of them: two at least are other than most.

    So it has to be among those who have a colour as well, where there are any.
    """
    scored = [count for value, count in spread.items() if value != Colour.GREY]
    return _differ(spread.values()) and (not any(scored) or _differ(scored))


def _differ(counts: Collection[int]) -> bool:
    return sum(counts) - max(counts, default=0) >= OTHERWISE
