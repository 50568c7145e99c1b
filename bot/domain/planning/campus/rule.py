"""The rule of the groups: several greedy rules side by side, of which the best plan is taken.

How many are tried hangs on the size of the class alone, so that a plan is the same on any machine.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice, product

from bot.domain.planning.campus.greedy import GreedyRule, Picking, Splitting, arrange
from bot.domain.planning.campus.model import CampusPlan, CampusSituation, Need
from bot.domain.planning.campus.opening import open_work
from bot.domain.planning.campus.seating import seat
from bot.domain.planning.campus.work import CampusBlock, Work, places

Score = tuple[int, tuple[int, ...], int]
"""How good a plan is, the lowest being the best: its sessions; by need, when it is given (the
numbers of the sessions of all students added); its blocks."""

MOVES, MOST_MOVES = 12_000, 60
"""Moves of a competence in the order that are tried to better a plan: `MOVES` divided by the
students and the competences, at most `MOST_MOVES`."""


def plan(situation: CampusSituation) -> CampusPlan:
    """Plan the sessions until everybody has had what they lack, and all present have work."""
    opened = open_work(situation)
    differing = tuple(
        (student.track, number)
        for student in opened.students
        for number in opened.competences
        if number in student.lacks and student.lacks[number].differs
    )
    return CampusPlan(seat(situation, opened, arrange_best(opened.work)), differing)


def arrange_best(work: Work) -> tuple[CampusBlock, ...]:
    """Arrange what is left by each of the rules, then move competences in the best one's order."""
    best = min((_try(work, rule) for rule in list_rules(work)), key=_score)
    left = count_moves(work)
    while left > 0:
        before = best
        for order in islice(_moves(best.rule.order), left):
            left -= 1
            best = min(best, _try(work, replace(best.rule, order=order)), key=_score)
            if best is not before:
                break
        else:
            break
    return best.blocks


def count_moves(work: Work) -> int:
    """Say how many moves are tried in all."""
    size = len(work.left) * len(work.left[0]) if work.left else 0
    return min(MOST_MOVES, MOVES // max(size, 1))


def list_rules(work: Work) -> Iterator[GreedyRule]:
    """List the rules that are tried; whom to pick matters only where a group can be full."""
    some = any(work.lacking(number).bit_count() > work.size for number in range(len(work.left)))
    pickings = Picking if some else (Picking.LOADED,)
    for order, splitting, picking in product(list_orders(work), Splitting, pickings):
        yield GreedyRule(order, splitting, picking)


def list_orders(work: Work) -> list[tuple[int, ...]]:
    """List the orders of competences that are tried, each by itself and after the need."""
    traits = [_traits(work, number) for number, row in enumerate(work.left) if any(row)]
    orders = [
        tuple(trait.competence for trait in sorted(traits, key=key))
        for by in _ORDERS
        for key in (by, lambda trait, by=by: (trait.need, *by(trait)))
    ]
    return list(dict.fromkeys(orders))


@dataclass(frozen=True, slots=True)
class _Traits:
    """What orders look at."""

    competence: int
    need: int
    """The first of those that lack it."""
    length: int
    students: int
    most: int
    """What the one of them that lacks most lacks in all."""


_ORDERS: tuple[Callable[[_Traits], tuple[int, ...]], ...] = (
    lambda trait: (-trait.length, -trait.students, trait.competence),
    lambda trait: (-trait.students, -trait.length, trait.competence),
    lambda trait: (-trait.most, -trait.length, trait.competence),
)
"""The longest first; what most lack; what those lack who lack most."""


def _traits(work: Work, competence: int) -> _Traits:
    who = list(places(work.lacking(competence)))
    return _Traits(
        competence,
        need=min(work.needs[competence][student] for student in who),
        length=max(work.left[competence]),
        students=len(who),
        most=max(sum(row[student] for row in work.left) for student in who),
    )


@dataclass(frozen=True, slots=True)
class _Tried:
    rule: GreedyRule
    blocks: tuple[CampusBlock, ...]
    score: Score


def _try(work: Work, rule: GreedyRule) -> _Tried:
    blocks = arrange(work, rule)
    return _Tried(rule, blocks, score(work, blocks))


def _score(tried: _Tried) -> Score:
    return tried.score


def _moves(order: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """List the orders in which one competence stands elsewhere, the nearest first."""
    for away, at in product(range(1, len(order)), range(len(order))):
        rest = order[:at] + order[at + 1 :]
        for to in (at - away, at + away):
            if 0 <= to < len(order):
                yield (*rest[:to], order[at], *rest[to:])


def score(work: Work, blocks: tuple[CampusBlock, ...]) -> Score:
    """Say how good a plan is."""
    ends = work.together_to
    given = dict.fromkeys(Need, 0)
    for block in blocks:
        row, needs = work.left[block.competence], work.needs[block.competence]
        ends = max(ends, block.starts + work.length(block.competence, block.students))
        for student in places(block.students):
            n = row[student]
            given[Need(needs[student])] += n * block.starts + n * (n - 1) // 2
    return ends, tuple(given.values()), len(blocks)
