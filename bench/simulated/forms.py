"""How the simulated actors score: sittings over a period, with everything that goes wrong in them.

Every actor has a form for each competence and spreads them over a few sittings; some leave all of
it to the last week. Forms are left half filled, filled in again later, filled in for the wrong
student and undone; taps go wrong and are mostly corrected.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bench.simulated.programme import DAY, OPENED_AT, PHOTO_AT, SIZES, WORKING_DAYS, Form, Views
from bot.domain.school.tracks import PERSPECTIVES, Role
from bot.domain.scoring.film import Score
from bot.domain.scoring.scales import Coverage, Mastery

SITTINGS = 5
"""How often an actor sits down, beside coming back for what was left or has changed."""
FIRST_DAY = 5
"""On the working day on which they begin."""
LATE_SHARE, LATE_DAYS = 0.15, 5
"""Actors who do all of it in the last days before the photo."""
HALF_SHARE, FINISHED_SHARE = 0.12, 0.8
"""Forms left halfway, and of these the ones that are finished within three weeks."""
AGAIN_SHARE = 0.4
"""Forms filled in once more within three weeks."""
TOGETHER_SHARE = 0.1
"""Students whose mentor scores while the teacher does."""
DONE_SHARE = 0.6
"""Sittings that end with Done; the others with silence."""
SLIP_SHARE, CORRECTED_SHARE = 0.02, 0.9
"""Taps that go wrong, and of these the ones that are corrected within four minutes."""
WRONG_SHARE, IN_TIME_SHARE = 0.01, 0.9
"""Forms meant for another student, and of these the ones undone within five minutes."""
NO_COVERAGE_SHARE = 0.3
"""Forms on which no coverage is given."""
EARLY_N_SHARE = 0.1
"""X that come with N when the period opens, fewer and fewer until its photo."""
NEVER_SHARES = (60, 25, 10, 5)
"""Of an indicator that an environment never offers: 'not here', X with N, nothing, X alone."""

MASTERIES = tuple(Mastery)


class Act(StrEnum):
    """What an actor does."""

    SAYS = "says"
    UNDOES = "undoes"
    IS_DONE = "is done"


@dataclass(frozen=True, slots=True)
class Event:
    """One act on a track; an undo takes back everything said under its entry."""

    at: datetime
    act: Act
    role: Role
    competence: int = 0
    entry: int = 0
    indicator: int = 0
    score: Score | None = None


def period(views: Views) -> list[Event]:
    """Play one student's period, in the order in which things happen."""
    days = {role: _days(views) for role in PERSPECTIVES}
    if views.chance(TOGETHER_SHARE):
        days[Role.MENTOR] = [at + timedelta(minutes=3) for at in days[Role.TEACHER]]
    events = [event for role in PERSPECTIVES for event in _Actor(views, role).scores(days[role])]
    before = (event for event in events if event.at <= PHOTO_AT)
    return sorted(before, key=lambda event: event.at)


def _days(views: Views) -> list[datetime]:
    late = views.chance(LATE_SHARE)
    days = WORKING_DAYS[-LATE_DAYS:] if late else WORKING_DAYS[FIRST_DAY:]
    return [_hour(views, views.random.choice(days)) for _sitting in range(SITTINGS)]


def _hour(views: Views, day: datetime) -> datetime:
    return day + DAY * views.random.random()


class _Actor:
    """One actor of one track, with a clock."""

    def __init__(self, views: Views, role: Role) -> None:
        self.views = views
        self.role = role
        self._at = OPENED_AT
        self._entry = 0
        self._tells_coverage = [not views.chance(NO_COVERAGE_SHARE) for _competence in SIZES]

    def scores(self, days: list[datetime]) -> Iterator[Event]:
        for at, forms in sorted(self._sittings(days).items()):
            self._at = at
            for competence, indicators in forms:
                yield from self._form(competence, indicators)
            if self.views.chance(DONE_SHARE):
                yield Event(self._after(1, 5), Act.IS_DONE, self.role)

    def _sittings(self, days: list[datetime]) -> dict[datetime, list[tuple[int, range]]]:
        """Divide the forms over the days, and come back for some of them."""
        sittings: dict[datetime, list[tuple[int, range]]] = defaultdict(list)
        for competence, size in enumerate(SIZES):
            at = self.views.random.choice(days)
            stop = self.views.random.randrange(1, size) if self.views.chance(HALF_SHARE) else size
            sittings[at].append((competence, range(stop)))
            if stop < size and self.views.chance(FINISHED_SHARE):
                at = self._later(at)
                sittings[at].append((competence, range(stop, size)))
                stop = size
            if self.views.chance(AGAIN_SHARE):
                sittings[self._later(at)].append((competence, range(stop)))
        return sittings

    def _later(self, at: datetime) -> datetime:
        """Choose a moment within three weeks, before the photo; the same where there is none."""
        days = [day for day in WORKING_DAYS if at < day < at + timedelta(weeks=3)]
        return _hour(self.views, self.views.random.choice(days)) if days else at

    def _form(self, competence: int, indicators: range) -> Iterator[Event]:
        if self.views.chance(WRONG_SHARE):
            yield from self._wrong_form(competence)
        for indicator in indicators:
            score = self._answer(competence, indicator, self._after(4, 20))
            if score is not None and score.mastery and self.views.chance(SLIP_SHARE):
                slip = Score(self._at, self.views.random.choice(MASTERIES), Coverage.SOMETIMES)
                yield self._says(competence, indicator, slip)
                if not self.views.chance(CORRECTED_SHARE):
                    continue
                score = self._answer(competence, indicator, self._after(2, 240))
            if score is not None:
                yield self._says(competence, indicator, score)

    def _wrong_form(self, competence: int) -> Iterator[Event]:
        """Fill in what was meant for another student, and undo it, mostly at once."""
        mastery = self.views.random.choice((Mastery.NOT_SHOWN, Mastery.AUTONOMOUS))
        self._entry += 1
        entry = self._entry
        for indicator in range(SIZES[competence]):
            score = Score(self._after(2, 8), mastery=mastery)
            yield Event(self._at, Act.SAYS, self.role, competence, entry, indicator, score)
        wait = (10, 300) if self.views.chance(IN_TIME_SHARE) else (900, 7200)
        yield Event(self._after(*wait), Act.UNDOES, self.role, competence, entry)

    def _says(self, competence: int, indicator: int, score: Score) -> Event:
        self._entry += 1
        place = (competence, self._entry, indicator)
        return Event(score.said_at, Act.SAYS, self.role, *place, score)

    def _answer(self, competence: int, indicator: int, at: datetime) -> Score | None:
        """Say what is seen, as X, L or V, with or without coverage."""
        form: Form = (self.role, competence)
        if self.views.never(form, indicator):
            return self._never(at)
        seen = self.views.sees(form, indicator, at)
        left = (PHOTO_AT - at) / (PHOTO_AT - OPENED_AT)
        coverage = self.views.random.choice((Coverage.SOMETIMES, Coverage.REGULARLY))
        if seen < 0 and self.views.chance(EARLY_N_SHARE * left):
            coverage = Coverage.NOT_YET
        mastery = MASTERIES[(seen >= 0) + (seen >= 1)]
        return Score(at, mastery, coverage if self._tells_coverage[competence] else None)

    def _never(self, at: datetime) -> Score | None:
        answers = (
            Score(at, not_here=True),
            Score(at, Mastery.NOT_SHOWN, Coverage.NOT_YET),
            None,
            Score(at, Mastery.NOT_SHOWN),
        )
        return self.views.random.choices(answers, weights=NEVER_SHARES)[0]

    def _after(self, least: float, most: float) -> datetime:
        """Let some seconds pass."""
        self._at += timedelta(seconds=self.views.random.uniform(least, most))
        return self._at
