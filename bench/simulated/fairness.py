"""Alerts with and without what is known of leniency, at several spreads, from one play of a seed.

Only opposed verdicts are looked at, since by the default thresholds nothing else is an alert.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from typing_extensions import override

from bench.simulated.figures import Case as Planting
from bench.simulated.figures import is_expressed
from bench.simulated.programme import TRACKS, WORKING_DAYS, Planted, Views
from bench.simulated.track import Track
from bot.domain.divergence.comparison import Case
from bot.domain.divergence.disputes import PAIRS
from bot.domain.divergence.raters import Leniency
from bot.domain.divergence.thresholds import Thresholds
from bot.domain.divergence.verdicts import find_against_both, oppose


@dataclass(frozen=True, slots=True)
class Apart:
    """Two opposed verdicts: by how many steps, on how many indicators, with which leniency."""

    steps: int
    of: int
    leniency: Leniency | None


@dataclass(frozen=True, slots=True)
class Judged:
    """One competence once everybody has finished; `always` where one stands against both others."""

    at: datetime
    competence: int
    always: bool
    pairs: tuple[Apart, ...]

    def alerts(self, spread: float, *, lenient: bool) -> bool:
        """Say whether it is an alert, with what is known of leniency or without."""
        thresholds = Thresholds(verdict_spread=spread)
        return self.always or any(
            apart.steps >= thresholds.verdict_from(apart.of, apart.leniency if lenient else None)
            for apart in self.pairs
        )


@dataclass(slots=True, eq=False)
class Watched(Track):
    """A track of which is written down what is apart each time."""

    judged: list[Judged] = field(default_factory=list)

    @override
    def judge(self, competence: int, case: Case) -> None:
        found = (oppose(case, *pair) for pair in PAIRS)
        pairs = tuple(Apart(apart.steps, apart.of, apart.leniency) for apart in found if apart)
        always = find_against_both(case) is not None
        self.judged.append(Judged(case.now, competence, always, pairs))


@dataclass(slots=True)
class Fairness:
    """How fair alerts are, added up over seeds."""

    alerts: int = 0
    right: int = 0
    cases: list[Planting] = field(default_factory=list)
    days: int = 0
    busy: int = 0

    @property
    def precision(self) -> float:
        """The share of the alerts that were about a planted case, 0 to 1."""
        return self.right / self.alerts

    def recall(self, how: Planted) -> float:
        """Work out the share of the expressed cases that were found, 0 to 1."""
        found = [case.found for case in self.cases if case.how is how and case.expressed]
        return sum(found) / len(found)

    def add(self, programme: Sequence[Watched], spread: float, *, lenient: bool) -> None:
        """Add a programme, with a rule."""
        raised: Counter[tuple[int, date]] = Counter()
        for track in programme:
            told = list(_tell(track.judged, spread, lenient=lenient))
            raised.update((track.views.coach, judged.at.date()) for judged in told)
            about = {judged.competence for judged in told}
            self.alerts += len(told)
            self.right += sum(judged.competence in track.views.planted for judged in told)
            for competence, (role, how) in track.views.planted.items():
                expressed = is_expressed(track, competence, role)
                self.cases.append(Planting(how, expressed, competence in about))
        self.days += len({track.views.coach for track in programme}) * len(WORKING_DAYS)
        self.busy += sum(count > Thresholds().messages_a_day for count in raised.values())


def _tell(history: Iterable[Judged], spread: float, *, lenient: bool) -> Iterable[Judged]:
    """Go through what was judged: an alert stays one until nothing is opposed any more."""
    loud: set[int] = set()
    for judged in history:
        if not judged.always and not judged.pairs:
            loud.discard(judged.competence)
        elif judged.competence not in loud and judged.alerts(spread, lenient=lenient):
            loud.add(judged.competence)
            yield judged


def watched(seed: int, tracks: int = TRACKS) -> list[Watched]:
    """Play a programme's period, and only write down."""
    programme = [Watched(Views(seed, number)) for number in range(tracks)]
    for track in programme:
        track.play(Thresholds())
    return programme
