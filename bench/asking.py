"""Ask a third, know the whole: how many answers it takes to know the colours of the full form.

Plays one actor after the other, of tracks of a simulated programme, through three periods of twelve
evenings. In the first, all is scored; in each that follows, a share of the indicators is asked,
chosen by the rule of the product (`worth_asking`), in a random order, or those first that were said
longest ago. At each photo the colours are held against those of the full form: the same person
asked everything else as well, on some evening of that period. What these people do stands in
bench/simulated/evenings.py. What the rule expects was chosen on some seeds; the others measure it.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from statistics import fmean

from bench.simulated.evenings import (
    ASSUMED,
    EVENINGS,
    INDICATORS,
    PERIODS,
    PROGRAMME,
    Actor,
    Drift,
    Film,
    evening,
    opens,
    own,
)
from bench.simulated.mentor import ask_everything, ask_few, counted
from bench.simulated.programme import Views
from bot.domain.school.tracks import PERSPECTIVES
from bot.domain.scoring.asking import Occasions, worth_asking
from bot.domain.scoring.colours import Colour, colour_of, counts_of_marks
from bot.domain.scoring.film import Mark, apply

CHOSEN_ON = (1, 2, 3, 4, 5)
"""Seeds on which was chosen what the rule expects."""
UNSEEN = tuple(range(101, 121))
"""Seeds that were not looked at for that: on these it is measured."""
TRACKS = 3
"""Tracks of each seed, with three actors each."""
FEWER = 10
"""So many of the unseen seeds measure the first period, and what follows from the assumptions."""
SHARES = (0.0, 0.1, 0.2, 0.4, 0.6, 1.0)
GOAL_SHARE, GOAL = 0.4, 0.95

VARIED = {
    "as assumed": ASSUMED,
    "a period adds 0.2 step": replace(ASSUMED, growth=0.2),
    "a period adds 0.6": replace(ASSUMED, growth=0.6),
    "a period adds nothing": replace(ASSUMED, growth=0.0),
    "moods spread half as much": replace(ASSUMED, fresh=ASSUMED.fresh / 2),
    "moods spread half more": replace(ASSUMED, fresh=ASSUMED.fresh * 1.5),
    "a mood is new each evening": replace(ASSUMED, keeps=0.0),
    "a mood lasts for months": replace(ASSUMED, keeps=0.95),
    "the last mark holds, 0.15 step": replace(ASSUMED, holds=0.15),
    "the last mark holds, 0.3": replace(ASSUMED, holds=0.3),
}
"""The range over which each assumption is varied, by itself; what the rule expects stays."""


@dataclass(slots=True)
class Sitting:
    """One actor in one period: what stands, what was asked, and a source of chance."""

    period: int
    film: Film
    draw: random.Random
    asked: set[int] = field(default_factory=set)

    def left(self) -> list[int]:
        """List what is open and was not asked."""
        since = opens(self.period)
        return [
            indicator
            for indicator in INDICATORS
            if indicator not in self.asked and self.film.get(indicator, Mark()).is_open(since)
        ]


def by_rule(sitting: Sitting, number: int) -> list[int]:
    """Order what is left by what an answer could change; what could change nothing is left out."""
    occasions = Occasions(evening(sitting.period, number), opens(sitting.period))
    ranked = worth_asking(PROGRAMME, sitting.film, occasions)
    return [worth.indicator for worth in ranked if worth.indicator not in sitting.asked]


def at_random(sitting: Sitting, _number: int) -> list[int]:
    """Order what is left by chance."""
    left = sitting.left()
    return sitting.draw.sample(left, len(left))


def oldest_first(sitting: Sitting, _number: int) -> list[int]:
    """Order what is left by when it was said last, what never was first."""
    never = opens(-1)
    return sorted(sitting.left(), key=lambda i: sitting.film.get(i, Mark()).mastery_at or never)


Order = Callable[[Sitting, int], list[int]]
ORDERS: dict[str, Order] = {
    "rule": by_rule,
    "random": at_random,
    "oldest": oldest_first,
}


@dataclass(frozen=True, slots=True)
class Found:
    """Of one period of one actor: the share asked, and of competences with the right colour."""

    asked: float
    right: float


def played(actor: Actor, order: Order, share: float, first: int = 1) -> list[Found]:
    """Play an actor's periods; before the one with number `first` (from 0) everything is asked."""
    film: Film = {}
    found = []
    for period in range(PERIODS):
        sitting = Sitting(period, film, random.Random(f"{actor.seed} {actor.role} {period}"))
        asks, part = (order, share) if period >= first else (oldest_first, 1.0)
        _score(actor, sitting, asks, part)
        if period >= first:
            found.append(_found(actor, sitting))
    return found


def _score(actor: Actor, sitting: Sitting, asks: Order, share: float) -> None:
    """Ask a share of everything, spread over the evenings."""
    for number in range(EVENINGS):
        quota = round(share * len(INDICATORS) * (number + 1) / EVENINGS) - len(sitting.asked)
        if quota > 0:
            for indicator in asks(sitting, number)[:quota]:
                sitting.asked.add(indicator)
                _answer(actor, sitting, indicator, number)


def _answer(actor: Actor, sitting: Sitting, indicator: int, number: int) -> None:
    before = sitting.film.get(indicator, Mark())
    score = actor.answers(indicator, (sitting.period, number), before)
    if score is not None:
        sitting.film[indicator] = apply(before, score)


def _found(actor: Actor, sitting: Sitting) -> Found:
    """Hold the photo against the full form: everything that was not asked is said, too."""
    full = Sitting(sitting.period, dict(sitting.film), sitting.draw)
    for indicator in INDICATORS:
        number = sitting.draw.randrange(EVENINGS)
        if indicator not in sitting.asked:
            _answer(actor, full, indicator, number)
    same = (
        mine is whole
        for mine, whole in zip(_colours(sitting.film), _colours(full.film), strict=True)
    )
    return Found(len(sitting.asked) / len(INDICATORS), fmean(same))


def _colours(film: Film) -> list[Colour]:
    return [
        colour_of(len(competence.indicators), counts_of_marks(own(film, competence)))
        for competence in PROGRAMME.competences
    ]


def measured(
    seeds: Sequence[int],
    order: Order,
    share: float,
    drift: Drift = ASSUMED,
    tracks: int = TRACKS,
    first: int = 1,
) -> list[Found]:
    """Play all actors; gives the mean of each period from the one with number `first` on."""
    columns = [
        played(Actor(Views(seed, number), role, f"{seed} {number}", drift), order, share, first)
        for seed in seeds
        for number in range(tracks)
        for role in PERSPECTIVES
    ]
    return [
        Found(fmean(found.asked for found in period), fmean(found.right for found in period))
        for period in zip(*columns, strict=True)
    ]


def main() -> None:
    whole = len(INDICATORS)
    print(f"{TRACKS} tracks a seed, {whole} indicators of {len(PROGRAMME.competences)} competences")
    print("What is printed: competences with the colour of the full form, in periods 2 and 3")
    for title, seeds in (("chosen on seeds", CHOSEN_ON), ("unseen seeds", UNSEEN)):
        print(f"\n{title} {seeds[0]} to {seeds[-1]}")
        _print_curves(seeds)
    _print_first(UNSEEN[:FEWER])
    _print_varied(UNSEEN[:FEWER])
    _print_costs()


def _print_curves(seeds: Sequence[int]) -> None:
    names = [f"{name} {period}" for name in ORDERS for period in (2, 3)]
    print(f"{'answers':>8}", *(f"{name:>10}" for name in names), "  asked by the rule in 2, in 3")
    for share in SHARES:
        rows = {name: measured(seeds, order, share) for name, order in ORDERS.items()}
        rights = [found.right for row in rows.values() for found in row]
        asked = ", ".join(f"{found.asked:.0%}" for found in rows["rule"])
        print(f"{share:>8.0%}", *(f"{right:>10.1%}" for right in rights), f"  {asked}", flush=True)
        if share == GOAL_SHARE:
            reached = min(found.right for found in rows["rule"]) >= GOAL
            print(f"{'':8} goal of {GOAL:.0%}: {'reached' if reached else 'missed'}")


def _print_first(seeds: Sequence[int]) -> None:
    print(f"\nthe first period, in which nothing stands yet, seeds {seeds[0]} to {seeds[-1]}")
    print(f"{'answers':>8}", *(f"{name:>10}" for name in ORDERS))
    for share in SHARES[1:]:
        rights = [measured(seeds, order, share, first=0)[0].right for order in ORDERS.values()]
        print(f"{share:>8.0%}", *(f"{right:>10.1%}" for right in rights), flush=True)


def _print_varied(seeds: Sequence[int]) -> None:
    print(f"\nassumptions varied, {GOAL_SHARE:.0%} by the rule, seeds {seeds[0]} to {seeds[-1]}")
    for name, drift in VARIED.items():
        second, third = measured(seeds, by_rule, GOAL_SHARE, drift)
        print(f"{name:34} {second.right:>7.1%} {third.right:>7.1%}", flush=True)


def _print_costs() -> None:
    print("\na whole period of a mentor with three students, counted in the conversation")
    for title, ask in (("everything, one by one", ask_everything), ("the few", ask_few)):
        cost = counted(ask)
        print(
            f"{title:24} {cost.answers:>4} answers {cost.taps:>4} taps"
            f" {cost.typed:>3} typed {cost.messages:>3} messages shown",
            flush=True,
        )


if __name__ == "__main__":
    main()
