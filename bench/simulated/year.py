"""A year of students and mentors who answer, forget, tire and mute, message by message.

When reminders fall, when somebody may be spoken to, and how often students are asked is not
simulated: the product's own rules say so. What people do with it is drawn from the seed.
"""

import math
import random
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bench.simulated.assumptions import Assumptions
from bot.domain.periods.period import Period, propose_periods
from bot.domain.periods.reminders import Plan, list_dues
from bot.domain.reflecting.pace import comes_on, next_day
from bot.domain.school.tracks import Role
from bot.domain.telling.errands import ErrandKind
from bot.domain.telling.hours import Hours, Rhythm
from bot.wiring.composing import working_days

TRACKS = 200
STUDENTS = (1, 2, 3, 4)
"""How many students a mentor may have, each as likely."""

ZONE = "Europe/Brussels"
RHYTHM = Rhythm(ZONE, Hours.DAY, working_days("BE"))
YEAR = 2026
MONTH = 30.44
WEEK = timedelta(days=7)
SCORING_TAPS = 15
"""More taps than that in one sitting tire."""


OURS = Plan()
ASKED_AN_EVENING = 3
"""Indicators that are asked along with a student's question, where the few are asked."""


@dataclass(frozen=True, slots=True)
class Way:
    """How a school asks: with which plan of reminders, if any, and with which of our parts."""

    name: str
    plan: Plan | None = OURS
    few: bool = True
    unchanged: bool = True
    one_a_day: bool = True


@dataclass(slots=True)
class Person:
    """Somebody who scores: how willing, what is still to be said, and what was done."""

    role: Role
    students: int
    willing: float
    left: float = 0.0
    muted: bool = False
    tired: float = 0.0
    recent: deque[date] = field(default_factory=deque)
    unanswered: list[date] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Message:
    """One that comes at an instant; one that is answered in words asks of so many indicators."""

    at: datetime
    of: int | None = None


@dataclass(slots=True)
class Year:
    """What came of a year, by period where it says so."""

    people: int = 0
    days: int = 0
    muted: int = 0
    most_a_day: int = 0
    complete: list[float] = field(default_factory=list)
    sent: Counter[int] = field(default_factory=Counter)
    answered: Counter[int] = field(default_factory=Counter)
    taps: Counter[int] = field(default_factory=Counter)

    @property
    def a_day(self) -> float:
        """Messages per person and working day."""
        return self.sent.total() / (self.people * self.days)

    @property
    def lasting(self) -> float:
        """The share of messages answered in the last period, beside that in the first."""
        first, last = (self.answered[at] / max(self.sent[at], 1) for at in (0, 2))
        return last / first if first else 0.0


def play(way: Way, given: Assumptions, seed: int, tracks: int = TRACKS) -> Year:
    """Play a year; the same seed draws the same people whatever the way."""
    people = list(_people(given, random.Random(f"{seed} people"), tracks))
    dice = random.Random(f"{seed} days")
    year = Year(people=len(people))
    for number, (opens_at, photo_at) in enumerate(propose_periods(date(YEAR, 9, 1), ZONE)):
        period = Period(1, 1, 1, str(number), opens_at, photo_at)
        asked = _asked_on(period, way)
        for person in people:
            person.left = person.students * _needed(way, given, number)
        for day in _working(period):
            year.days += 1
            for person in people:
                _live(person, day, asked.get(day), (way, given, year, number, dice))
        year.complete.append(sum(person.left <= 0 for person in people) / len(people))
    year.muted = sum(person.muted for person in people)
    return year


def _people(given: Assumptions, dice: random.Random, tracks: int) -> Iterator[Person]:
    """Draw the students, and mentors for all of them."""
    for _track in range(tracks):
        yield Person(Role.STUDENT, 1, max(0.0, dice.gauss(1, given.spread)))
    while tracks > 0:
        students = min(dice.choice(STUDENTS), tracks)
        tracks -= students
        yield Person(Role.MENTOR, students, max(0.0, dice.gauss(1, given.spread)))


def _needed(way: Way, given: Assumptions, period: int) -> float:
    """Say how many taps a student takes until nothing is open; at first nothing is known."""
    whole = given.indicators * given.taps_each
    if period == 0:
        return whole
    said = min([1.0, *([given.changing] if way.unchanged else []), *_few(way, given)])
    return whole * said + (2 if way.unchanged else 0)


def _few(way: Way, given: Assumptions) -> Sequence[float]:
    return [given.in_the_few] if way.few else []


def _asked_on(period: Period, way: Way) -> dict[date, datetime]:
    """List the days with a reminder, and its instant."""
    if way.plan is None:
        return {}
    dues = list_dues(period, way.plan, RHYTHM)
    return {RHYTHM.day_of(due.due_at): due.due_at for due in dues if due.kind in _ASKING}


_ASKING = {ErrandKind.REMINDER, ErrandKind.REHEARSAL}


def _working(period: Period) -> Iterator[date]:
    assert period.photo_at is not None
    day = RHYTHM.day_of(period.opens_at)
    while day <= RHYTHM.day_of(period.photo_at):
        if RHYTHM.works(day):
            yield day
        day += timedelta(days=1)


Setting = tuple[Way, Assumptions, Year, int, random.Random]


def _live(person: Person, day: date, reminded: datetime | None, setting: Setting) -> None:
    """Let somebody live a working day: what comes, what is answered, what is done unasked."""
    way, given, year, period, dice = setting
    if not person.muted:
        messages = _messages(person, day, reminded, way)
        year.most_a_day = max(year.most_a_day, len(messages))
        answers = [_answers(person, message, setting) for message in messages]
        if messages and person.role == Role.STUDENT:
            person.unanswered = [] if any(answers) else [*person.unanswered, day]
    months = (day - date(YEAR, 9, 1)).days / MONTH
    a_day = given.unasked_first / 5 * given.unasked_kept**months * person.willing
    if person.left > 0 and dice.random() < a_day:
        year.taps[period] += _sit(person, given, dice)


def _messages(person: Person, day: date, reminded: datetime | None, way: Way) -> list[Message]:
    """List the messages of a day: a reminder where something is open, a student's question.

    With one a day the question goes along with the reminder.
    """
    came = [Message(reminded)] if reminded is not None and person.left > 0 else []
    if person.role == Role.STUDENT and comes_on(day, next_day(person.unanswered), RHYTHM.works):
        evening = datetime.combine(day, time(17), ZoneInfo(ZONE)).astimezone(UTC)
        came.append(Message(evening, of=ASKED_AN_EVENING if way.few else 0))
    return came[:1] if way.one_a_day else came


def _answers(person: Person, message: Message, setting: Setting) -> bool:
    """Send a message; says whether it was answered, and lets its reader score, tire or mute."""
    _way, given, year, period, dice = setting
    year.sent[period] += 1
    day = RHYTHM.day_of(message.at)
    person.recent.append(day)
    while day - person.recent[0] >= WEEK:
        person.recent.popleft()
    noisy = len(person.recent) > given.tolerated
    person.muted = dice.random() < (given.muting_noisy if noisy else given.muting)
    months = (day - date(YEAR, 9, 1)).days / MONTH
    willing = person.willing * given.answered_kept**months
    answered: bool = dice.random() < _rate(message.at, given) * willing - person.tired
    person.tired = 0.0
    if answered:
        year.answered[period] += 1
        most = math.inf if message.of is None else message.of * given.taps_each
        year.taps[period] += _sit(person, given, dice, most)
    return answered


def _rate(at: datetime, given: Assumptions) -> float:
    hour = at.astimezone(ZoneInfo(ZONE)).hour
    if hour < 12:
        return given.answered_morning
    return given.answered_noon if hour < 14 else given.answered_evening


def _sit(person: Person, given: Assumptions, dice: random.Random, most: float = math.inf) -> int:
    """Score for as long as one sitting lasts, or until `most` taps; gives the taps."""
    most = min(most, dice.lognormvariate(0, 0.5) * given.taps_at_once)
    taps = round(min(most, max(person.left, 0.0)))
    person.left = 0.0 if most >= person.left else person.left - taps
    person.tired = given.tiring * max(0, taps - SCORING_TAPS)
    return taps
