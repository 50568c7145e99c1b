"""How often an alert is right: the default thresholds in a programme whose disagreements are known.

Plays 200 tracks through the rule, with settling, once for each seed, and prints how many alerts
were about a planted case (precision), how many of the planted cases were found (recall), and how
many alerts a coach gets on a working day. Thresholds are chosen on some seeds; what is published is
measured on the others. What the simulated people do stands in bench/simulated/programme.py and
bench/simulated/forms.py.
"""

from collections.abc import Callable, Sequence
from itertools import chain

from bench.simulated.fairness import Fairness, watched
from bench.simulated.figures import Load, Noise, Right, load_of, noise_of, right_of
from bench.simulated.programme import TRACKS, Planted
from bench.simulated.track import played
from bot.domain.divergence.thresholds import Thresholds

CHOSEN_ON = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
"""Seeds on which the default thresholds were chosen."""

UNSEEN = (11, 12, 13, 14, 15, 16, 17, 18, 19, 20)
"""Seeds that were not looked at for that: on these they are measured."""

FEW = 5
"""Competences of at most so many indicators are looked at by themselves, too."""

FRESH = tuple(range(101, 121))
"""Seeds on which leniency is measured; the parameters were chosen on seeds 21 to 24."""

SPREADS = (2.0, 2.2, 2.3, 2.4, 2.5, 2.6, 2.8)
"""Spreads of the curve; 2.4 is the default."""

Measured = tuple[Noise, Right, Load, Right]
"""The figures of one programme, the last ones of its competences with few indicators."""

ROWS: dict[str, Callable[[Noise, Right, Load, Right], str]] = {
    "alerts": lambda _noise, right, _load, _few: f"{right.alerts}",
    "  that were right (precision)": lambda _noise, right, _load, _few: f"{right.precision:.1%}",
    "strong cases": lambda _noise, right, _load, _few: f"{right.count(Planted.STRONG)}",
    "  found (recall)": lambda _noise, right, _load, _few: f"{right.recall(Planted.STRONG):.1%}",
    "weak cases": lambda _noise, right, _load, _few: f"{right.count(Planted.WEAK)}",
    "  found": lambda _noise, right, _load, _few: f"{right.recall(Planted.WEAK):.1%}",
    "on 3 to 5 indicators: alerts": lambda _noise, _right, _load, few: f"{few.alerts}",
    "  that were right": lambda _noise, _right, _load, few: f"{few.precision:.1%}",
    "  strong cases found": lambda _noise, _right, _load, few: f"{few.recall(Planted.STRONG):.1%}",
    "  weak cases found": lambda _noise, _right, _load, few: f"{few.recall(Planted.WEAK):.1%}",
    "alerts per coach and working day": lambda _noise, _right, load, _few: f"{load.mean:.2f}",
    "  on the worst of them": lambda _noise, _right, load, _few: f"{load.most}",
    "  days with more than two": lambda _noise, _right, load, _few: f"{load.busy:.1%}",
    "nothing planted: false alerts": lambda _noise, right, _load, _few: f"{right.false_alarms:.1%}",
    "  verdicts opposed at some time": lambda noise, _right, _load, _few: f"{noise.opposed:.1%}",
    "  student and mentor differ": lambda noise, _right, _load, _few: f"{noise.differing:.1%}",
    "  X against V": lambda noise, _right, _load, _few: f"{noise.at_ends:.1%}",
}
"""What is printed, a column per seed; the last two are of the indicators that both scored."""


def measured(seed: int, tracks: int = TRACKS) -> Measured:
    """Play a programme, and work out its figures."""
    thresholds = Thresholds()
    programme = played(seed, thresholds, tracks)
    return (
        noise_of(programme),
        right_of(programme),
        load_of(programme, thresholds),
        right_of(programme, FEW),
    )


def together(rights: Sequence[Right]) -> Right:
    """Add up what several programmes brought."""
    return Right(
        alerts=sum(right.alerts for right in rights),
        planted_alerts=sum(right.planted_alerts for right in rights),
        unplanted=sum(right.unplanted for right in rights),
        cases=[*chain.from_iterable(right.cases for right in rights)],
    )


def compare_leniency(seeds: Sequence[int] = FRESH, tracks: int = TRACKS) -> None:
    """Print what knowing leniency changes: both rules on the same seeds, at several spreads."""
    rules = {(spread, lenient): Fairness() for spread in SPREADS for lenient in (False, True)}
    for seed in seeds:
        programme = watched(seed, tracks)
        for (spread, lenient), fairness in rules.items():
            fairness.add(programme, spread, lenient=lenient)
    print(
        f"leniency, {len(seeds)} seeds from {seeds[0]}: spread, alerts, right, strong, weak, busy"
    )
    for (spread, lenient), fairness in rules.items():
        print(
            f"{'with   ' if lenient else 'without'} {spread:.1f} {fairness.alerts:>6}"
            f" {fairness.precision:>7.1%} {fairness.recall(Planted.STRONG):>7.1%}"
            f" {fairness.recall(Planted.WEAK):>7.1%} {fairness.busy / fairness.days:>7.1%}"
        )


def main() -> None:
    compare_leniency()
    for title, seeds in (("chosen on seed", CHOSEN_ON), ("unseen seed", UNSEEN)):
        columns = [measured(seed) for seed in seeds]
        print(f"{title:34}", *(f"{seed:>7}" for seed in seeds))
        for name, row in ROWS.items():
            print(f"{name:34}", *(f"{row(*column):>7}" for column in columns))
        for name, rights in (
            ("together", [column[1] for column in columns]),
            ("together, on 3 to 5 indicators", [column[3] for column in columns]),
        ):
            said = together(rights)
            print(
                f"{name}: {said.precision:.1%} right of {said.alerts};"
                f" strong {said.recall(Planted.STRONG):.1%},"
                f" weak {said.recall(Planted.WEAK):.1%} found\n"
            )
