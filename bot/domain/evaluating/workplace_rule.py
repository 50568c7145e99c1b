"""How the result at the workplace comes about: a rule that each programme states for itself.

Source: document 004, chapter 2 §8, which names the result and not how it comes about. So there is
no default: without a rule there is no result, and the bot says so. The three kinds are ours.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

HIGHEST_WEIGHT = 1000


class RuleKind(StrEnum):
    """The ways in which a result comes about."""

    SHARE = "share"
    """The share of the competences of the training plan that are acquired in the mentor's view."""
    WEIGHTED = "weighted"
    """The same, where each competence counts by its weight."""
    ENTERED = "entered"
    """Points out of a total, which people enter."""


@dataclass(frozen=True, slots=True)
class WorkplaceRule:
    """A programme's rule; `to_reach` is the mark in percent of the workplace's total.

    `weights` are whole numbers, by the identity of a competence, where the rule is weighted.
    """

    kind: RuleKind
    to_reach: Fraction
    weights: Mapping[int, int] = field(default_factory=dict)

    def weight_of(self, competence_id: int) -> int | None:
        """Say how much a competence counts; None where the rule does not say."""
        return self.weights.get(competence_id) if self.kind is RuleKind.WEIGHTED else 1


class BrokenRule(StrEnum):
    """What is wrong with a rule."""

    MARK = "mark"
    """The mark to reach is not above 0 % and at most 100 %."""
    NO_WEIGHT = "no weight"
    """A competence of the programme has no weight."""
    NO_COMPETENCE = "no competence"
    """A weight is of no competence of the programme."""
    WEIGHT = "weight"
    """A weight is not from 1 to `HIGHEST_WEIGHT`."""


def check_rule(
    rule: WorkplaceRule, competences: Collection[int]
) -> tuple[BrokenRule, int | None] | None:
    """Find what is wrong with a rule in a programme of these competences, and of which it is."""
    if not 0 < rule.to_reach <= 100:
        return BrokenRule.MARK, None
    if rule.kind is not RuleKind.WEIGHTED:
        return None
    for competence in competences:
        if competence not in rule.weights:
            return BrokenRule.NO_WEIGHT, competence
    for competence, weight in rule.weights.items():
        if competence not in competences:
            return BrokenRule.NO_COMPETENCE, competence
        if not 1 <= weight <= HIGHEST_WEIGHT:
            return BrokenRule.WEIGHT, competence
    return None


@dataclass(frozen=True, slots=True)
class SaidWeights:
    """Weights by the numbers of competences, and the weight of all others where one is said."""

    by_number: Mapping[int, int]
    others: int | None = None


_OTHERS = frozenset({
    "all", "rest", "others", "alle", "alles", "andere", "overige", "tout", "autres", "reste",
    "übrige", "uebrige", "anderen",
})  # fmt: skip
_WEIGHT = re.compile(r"(\w+)\s*=\s*([0-9]{1,4})")
_BETWEEN = re.compile(r"[\s,;]*")


def read_weights(text: str) -> SaidWeights | None:
    """Read weights such as 8=2, 10=3, rest=1; None where a part of it says nothing of that kind.

    Nor is one read that is said twice: it does not say which counts.
    """
    by_number: dict[int, int] = {}
    others: int | None = None
    rest = text.strip().casefold()
    while rest:
        found = _WEIGHT.match(rest)
        if found is None:
            return None
        name, weight = found[1], int(found[2])
        number = int(name) if name.isascii() and name.isdecimal() and len(name) < 5 else None
        if name in _OTHERS and others is None:
            others = weight
        elif number is not None and number not in by_number:
            by_number[number] = weight
        else:
            return None
        rest = _BETWEEN.sub("", rest[found.end() :], count=1)
    return SaidWeights(by_number, others) if by_number or others is not None else None
