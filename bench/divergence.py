"""How often an alert is right: the default thresholds in a programme whose disagreements are known.

Plays 200 tracks through the rule, with settling, once for each seed, and prints how many alerts
were about a planted case (precision), how many of the planted cases were found (recall), and how
many alerts a coach gets on a working day. What the simulated people do stands in bench/programme.py
and bench/forms.py.
"""

from collections.abc import Callable

from bench.figures import Load, Noise, Right, load_of, noise_of, right_of
from bench.programme import TRACKS, Planted
from bench.track import played
from bot.domain.divergence.thresholds import Thresholds

SEEDS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
"""Those on which the default thresholds were chosen."""

Measured = tuple[Noise, Right, Load]

ROWS: dict[str, Callable[[Noise, Right, Load], str]] = {
    "alerts": lambda _noise, right, _load: f"{right.alerts}",
    "  that were right (precision)": lambda _noise, right, _load: f"{right.precision:.1%}",
    "strong cases": lambda _noise, right, _load: f"{right.count(Planted.STRONG)}",
    "  found (recall)": lambda _noise, right, _load: f"{right.recall(Planted.STRONG):.1%}",
    "weak cases": lambda _noise, right, _load: f"{right.count(Planted.WEAK)}",
    "  found": lambda _noise, right, _load: f"{right.recall(Planted.WEAK):.1%}",
    "alerts per coach and working day": lambda _noise, _right, load: f"{load.mean:.2f}",
    "  on the worst of them": lambda _noise, _right, load: f"{load.most}",
    "  days with more than two": lambda _noise, _right, load: f"{load.busy:.1%}",
    "nothing planted: false alerts": lambda _noise, right, _load: f"{right.false_alarms:.1%}",
    "  verdicts opposed at some time": lambda noise, _right, _load: f"{noise.opposed:.1%}",
    "  student and mentor differ": lambda noise, _right, _load: f"{noise.differing:.1%}",
    "  X against V": lambda noise, _right, _load: f"{noise.at_ends:.1%}",
}
"""What is printed, a column per seed; the last two are of the indicators that both scored."""


def measured(seed: int, tracks: int = TRACKS) -> Measured:
    """Play a programme, and work out its figures."""
    thresholds = Thresholds()
    programme = played(seed, thresholds, tracks)
    return noise_of(programme), right_of(programme), load_of(programme, thresholds)


def main() -> None:
    columns = [measured(seed) for seed in SEEDS]
    print(f"{'seed':34}", *(f"{seed:>7}" for seed in SEEDS))
    for name, row in ROWS.items():
        print(f"{name:34}", *(f"{row(*column):>7}" for column in columns))
