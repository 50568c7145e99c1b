"""What came of a simulated programme: how noisy it was, how right the alerts, how many a day."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from statistics import fmean

from bench.simulated.programme import SIZES, WORKING_DAYS, Planted
from bench.simulated.track import Track
from bot.domain.divergence.kinds import DivergenceKind
from bot.domain.divergence.thresholds import Thresholds
from bot.domain.school.tracks import PERSPECTIVES, Role
from bot.domain.scoring.scales import Mastery


@dataclass(frozen=True, slots=True)
class Noise:
    """How much differs where nothing was planted, as shares."""

    differing: float
    at_ends: float
    opposed: float


def noise_of(programme: list[Track]) -> Noise:
    """Compare student and mentor on what both have scored, and count the opposed verdicts."""
    distances: Counter[int] = Counter()
    opposed = []
    for track in programme:
        for competence in set(range(len(SIZES))) - track.views.planted.keys():
            student = scored(track, competence, Role.STUDENT)
            mentor = scored(track, competence, Role.MENTOR)
            both = student.keys() & mentor.keys()
            distances.update(abs(student[i].rank - mentor[i].rank) for i in both)
            opposed.append(DivergenceKind.VERDICT in track.standing[competence])
    compared = distances.total()
    return Noise(1 - distances[0] / compared, distances[2] / compared, fmean(opposed))


@dataclass(frozen=True, slots=True)
class Case:
    """A planted case: whether it was expressed, so that it could be found, and whether it was.

    It is expressed once the one who differs and at least one other have scored half of the
    indicators; before that nothing is said that could be compared.
    """

    how: Planted
    expressed: bool
    found: bool


@dataclass(frozen=True, slots=True)
class Right:
    """How right the alerts were: all messages, the ones about a planted case, and the cases."""

    alerts: int
    planted_alerts: int
    unplanted: int
    cases: list[Case]

    @property
    def precision(self) -> float:
        """The share of the alerts that were about a planted case, 0 to 1."""
        return self.planted_alerts / self.alerts

    @property
    def false_alarms(self) -> float:
        """The alerts for each competence on which nothing was planted, however many these are."""
        return (self.alerts - self.planted_alerts) / self.unplanted

    def count(self, how: Planted) -> int:
        """Count the planted cases."""
        return sum(case.how is how for case in self.cases)

    def recall(self, how: Planted) -> float:
        """Work out the share of the expressed cases that were found, 0 to 1."""
        return fmean(case.found for case in self.cases if case.how is how and case.expressed)


def right_of(programme: list[Track], at_most: int = max(SIZES)) -> Right:
    """Hold every alert against what was planted, on competences of at most so many indicators."""
    looked_at = {competence for competence, size in enumerate(SIZES) if size <= at_most}
    alerts = [
        (track, competence)
        for track in programme
        for _at, competence, change in track.changes
        if change.tells and competence in looked_at
    ]
    cases = [
        Case(how, is_expressed(track, competence, role), (track, competence) in alerts)
        for track in programme
        for competence, (role, how) in track.views.planted.items()
        if competence in looked_at
    ]
    return Right(
        alerts=len(alerts),
        planted_alerts=sum(competence in track.views.planted for track, competence in alerts),
        unplanted=len(programme) * len(looked_at) - len(cases),
        cases=cases,
    )


def is_expressed(track: Track, competence: int, who: Role) -> bool:
    """Say whether who differs and another one have scored enough for it to show."""
    enough = [
        role
        for role in PERSPECTIVES
        if 2 * len(scored(track, competence, role)) >= SIZES[competence]
    ]
    return who in enough and len(enough) > 1


def scored(track: Track, competence: int, role: Role) -> dict[int, Mastery]:
    """List the masteries that a perspective has said of a competence, by indicator."""
    marks = track.film[role, competence].items()
    return {indicator: mark.mastery for indicator, mark in marks if mark.mastery is not None}


@dataclass(frozen=True, slots=True)
class Load:
    """Alerts per coach and working day: on average, on the worst day, and the share of busy days.

    A day is busy where more is raised than a coach gets messages: the last one gathers the rest.
    """

    mean: float
    most: int
    busy: float


def load_of(programme: list[Track], thresholds: Thresholds) -> Load:
    """Count what is raised for each coach on each working day."""
    days: Counter[tuple[int, date]] = Counter(
        {(track.views.coach, day.date()): 0 for track in programme for day in WORKING_DAYS}
    )
    days.update(
        (track.views.coach, at.date())
        for track in programme
        for at, _competence, change in track.changes
        if change.tells
    )
    return Load(
        mean=fmean(days.values()),
        most=max(days.values()),
        busy=fmean(times > thresholds.messages_a_day for times in days.values()),
    )
