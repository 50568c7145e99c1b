"""Single indicators on which perspectives are apart, and by how many steps of a scale."""

from collections.abc import Iterable, Mapping
from itertools import combinations

from bot.domain.divergence.kinds import Disputed
from bot.domain.school.tracks import PERSPECTIVES, Role
from bot.domain.scoring.scales import Coverage, Mastery

Pair = tuple[Role, Role]
PAIRS: tuple[Pair, ...] = tuple(combinations(PERSPECTIVES, 2))

SaidByRole = Mapping[Role, Mapping[int, Mastery]] | Mapping[Role, Mapping[int, Coverage]]
"""Values of one scale, by role and indicator id."""


def list_disputed(
    said: SaidByRole, among: Iterable[int], pairs: Iterable[Pair], least: int
) -> tuple[Disputed, ...]:
    """List the indicators on which any of these pairs is so far apart, the furthest first."""
    pairs = tuple(pairs)
    found = []
    for indicator in among:
        own = {role: said[role][indicator] for role in PERSPECTIVES if indicator in said[role]}
        both = ((own[a].rank, own[b].rank) for a, b in pairs if a in own and b in own)
        distance = max((abs(steps(*ranks)) for ranks in both), default=0)
        if distance >= least:
            found.append(Disputed(indicator, tuple(own.items()), distance))
    return tuple(sorted(found, key=lambda disputed: -disputed.distance))


def steps(rank: int, other: int) -> int:
    """Count the steps from one rank up to another where one is the lowest and the other is not.

    That is where acquired meets not acquired; L against V is no dispute.
    """
    return 0 if min(rank, other) else other - rank
