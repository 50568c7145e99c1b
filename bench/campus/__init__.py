"""The rule of the groups beside the optimum, and how long a plan of a large class takes."""

import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from statistics import median
from typing import TypeVar

from bench.campus.classes import UNSEEN, large, small
from bot.domain.planning.campus.greedy import GreedyRule, Picking, Splitting, arrange
from bot.domain.planning.campus.model import CampusSituation
from bot.domain.planning.campus.opening import open_work
from bot.domain.planning.campus.rule import plan, score

T = TypeVar("T")

LARGE = range(1, 21)
ROUNDS = 3


def main() -> None:
    beside_the_optimum()
    large_classes()


def beside_the_optimum() -> None:
    """Print how many sessions more than the optimum plans of small classes need, and the time."""
    try:
        from bench.campus.exact import fewest
    except ImportError:
        print("no OR-Tools here: the development lock has it; nothing was held against the optimum")
        return
    more: Counter[int] = Counter()
    naive_more: Counter[int] = Counter()
    ours = theirs = 0.0
    for seed in UNSEEN:
        situation = small(seed)
        sessions, took = timed(partial(count_sessions, situation))
        optimum, proving = timed(partial(fewest, situation, sessions))
        ours, theirs = ours + took, theirs + proving
        more[sessions - optimum] += 1
        naive_more[naive(situation) - optimum] += 1
    print(f"{len(UNSEEN)} small classes: how many need so many sessions more than the optimum")
    print(f"  the rule              {spread(more)}   {ours:5.1f} s CPU")
    print(f"  one greedy rule       {spread(naive_more)}")
    print(f"  OR-Tools' CP-SAT      {spread(Counter({0: len(UNSEEN)}))}   {theirs:5.1f} s CPU")


def large_classes() -> None:
    """Print how long plans of thirty students and 23 competences take, beside one greedy rule."""
    ours, greedy = [], []
    for seed in LARGE:
        situation = large(seed)
        ours.append(min(timed(partial(plan, situation))[1] for _round in range(ROUNDS)))
        greedy.append(min(timed(partial(naive, situation))[1] for _round in range(ROUNDS)))
    ratio = median(own / single for own, single in zip(ours, greedy, strict=True))
    print(f"{len(LARGE)} classes of 30 students and 23 competences, CPU")
    print(
        f"  median {median(ours) * 1000:.0f} ms, most {max(ours) * 1000:.0f} ms (goal: below 500)"
    )
    print(f"  {ratio:.0f} times one greedy rule")


def count_sessions(situation: CampusSituation) -> int:
    """Say how many sessions the rule's plan has."""
    return len(plan(situation).sessions)


def naive(situation: CampusSituation) -> int:
    """Plan by one rule: competences as they come, whoever is free; says how many sessions."""
    work = open_work(situation).work
    order = tuple(range(len(work.left)))
    return score(work, arrange(work, GreedyRule(order, Splitting.FREELY, Picking.LOADED)))[0]


def spread(more: Counter[int]) -> str:
    return ", ".join(f"{over}: {classes}" for over, classes in sorted(more.items()))


def timed(act: Callable[[], T]) -> tuple[T, float]:
    """Do something, and say how many seconds of CPU it took."""
    begun = time.process_time()
    return act(), time.process_time() - begun
