"""Questions over the real storage: in each student's days and hours, methods in turn.

The year is the long form; each time it is nine weeks, one more than those for which no question
comes again.
"""

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from bot.domain.coaching.methods import Method
from bot.domain.reflecting.prompting import APART
from bot.exchange.repertoire_file import read_repertoire
from bot.messages import Incoming
from bot.ports import Preferences
from bot.ports.periods.period import Home
from bot.ports.reflecting.prompts import Wishes
from bot.storage.tables import answer, asked, goal, person, track
from bot.use_cases.periods.add_period import add_usual_periods
from bot.use_cases.reflecting.prompting.plan_prompts import LASTS, SATURDAY
from handlers.answering import answer as converse
from tests.clock.town import BELGIUM, Town

ZONE = "Europe/Brussels"


@dataclass(frozen=True, slots=True)
class Stretch:
    """What is played: from and until when, in which terms, and how much it must bring."""

    begins: date
    ends: date
    terms: tuple[date, ...]
    otherwise: int
    """Days at most on which something that cannot wait is told before the question's hour."""
    answered: int
    taken_up: int


NINE_WEEKS = Stretch(
    date(2026, 8, 31), date(2026, 11, 2), (date(2026, 9, 1), date(2026, 11, 2)), 5, 30, 8
)
A_YEAR = Stretch(
    date(2026, 8, 31),
    date(2027, 6, 30),
    (date(2026, 9, 1), date(2026, 12, 21), date(2027, 4, 1), date(2027, 6, 30)),
    25,
    150,
    40,
)
WEEKS = (
    Wishes(),
    Wishes(frozenset({0, 3}), time(17)),
    Wishes(frozenset({1, 5}), time(21)),
    Wishes(frozenset({5, 6}), time(12, 30)),
    Wishes(frozenset({2, 3, 4}), time(19)),
    Wishes(frozenset(), time(17)),
)


LESSONS = frozenset({0, 3})

EVENING = range(14, 21)


class Questions:
    """Looks at every question as it arrives, and lets its student do something with it."""

    def __init__(self, people: Town) -> None:
        self.people = people
        self.dice = random.Random(5)
        self.weeks: dict[int, Wishes] = {}
        self.days: defaultdict[int, list[date]] = defaultdict(list)
        self.broken: list[str] = []
        self.unanswered: defaultdict[int, int] = defaultdict(int)

    def settle(self) -> None:
        """Settle each student's week."""
        with self.people.transaction() as uow:
            self.people.connection.execute(person.update().values(time_zone=None))
            rows = self.people.connection.execute(select(track).order_by(track.c.id)).all()
            for (student, group), wishes in zip(
                [(row.student_id, row.class_group_id) for row in rows], WEEKS, strict=True
            ):
                # The first class group has lessons; on those days the students are at school.
                lessons = LESSONS if group == rows[0].class_group_id else frozenset()
                self.weeks[student] = replace(wishes, lessons=lessons)
                uow.people.set_preferences(student, Preferences())
                if wishes != Wishes():
                    uow.prompts.set_wishes(1, student, wishes)

    def see(self, who: int, at: datetime) -> None:
        here, wishes = at.astimezone(ZoneInfo(ZONE)), self.weeks[who]
        begins = datetime.combine(here.date(), wishes.at, here.tzinfo)
        if here.weekday() not in wishes.work_days or not begins <= here < begins + LASTS:
            self.broken.append(f"{who} at {here}: not the student's day and hour")
        if here.weekday() < SATURDAY and not BELGIUM(here.date()):
            self.broken.append(f"{who} at {here}: a holiday")
        self.days[who].append(here.date())
        self.live(who, at + timedelta(minutes=3))

    def live(self, who: int, at: datetime) -> None:
        """Answer, skip, want another question, set a goal."""
        with self.people.transaction() as uow:
            question = uow.prompts.find_latest(who, at - timedelta(hours=1))
            assert question is not None
            # Nobody leaves three in a row unanswered: else fewer would come.
            done = 0.5 if self.unanswered[who] == 2 else self.dice.random()
            self.unanswered[who] = 0 if 0.3 <= done < 0.9 else self.unanswered[who] + 1
            if done < 0.2:
                self.tap(uow, who, at, f"ro:{question.id}")
            elif done < 0.3:
                self.tap(uow, who, at, f"rs:{question.id}")
            elif done < 0.9:
                self.tap(uow, who, at, f"ra:{question.id}")
                self.people.say(uow, who, at, "It went as I meant it to go")
                question = uow.prompts.find(who, question.id)
                assert question is not None
                self.tap(uow, who, at, f"rd:{question.answer_id}")
                if done > 0.7:
                    self.tap(uow, who, at, f"rg:{question.answer_id}")
                    self.people.say(uow, who, at, "Ask before I begin")

    def tap(self, uow, who: int, at: datetime, code: str) -> None:
        converse(uow, Incoming(f"k{next(self.people.keys)}", who, at, tap=code))

    def tally(self, who: int, at: datetime) -> None:
        """Let a student tally or score a few indicators."""
        with self.people.transaction() as uow:
            numbers = self.dice.sample(range(1, 14), 3)
            line = "today " + " ".join(f"10.{number}" for number in numbers)
            if self.dice.random() < 0.4:
                line = " ".join(f"10.{number} {self.dice.choice('xllvv')}" for number in numbers)
            self.people.say(uow, who, at, line)


def hours(first: date, last: date) -> Iterator[datetime]:
    """Each day's morning, and some instants at which anybody could be asked something."""
    for day in range((last - first).days):
        midnight = datetime.combine(first + timedelta(days=day), time(), UTC)
        yield midnight + timedelta(hours=5)
        yield from (midnight + timedelta(hours=hour, minutes=37) for hour in (9, 10, 11, *EVENING))


@pytest.mark.parametrize(
    "stretch",
    [
        pytest.param(NINE_WEEKS, id="nine weeks", marks=pytest.mark.slow),
        pytest.param(A_YEAR, id="a year", marks=pytest.mark.long),
    ],
)
def test_a_year_of_questions(sqlite_engine, stretch):
    with sqlite_engine.connect() as connection:
        # Nothing here outlives the test, so nothing need reach the disk.
        connection.connection.cursor().execute("PRAGMA synchronous = OFF")
        people = Town(connection, random.Random(3), len(WEEKS), repertoire=read_repertoire())
        watch = Questions(people.found())
        watch.settle()
        with people.transaction() as uow:
            add_usual_periods(uow, Home(1, ZONE), 1, ("One", "Two", "Three"), date(2026, 9, 1))
        for at in hours(stretch.begins, stretch.ends):
            for who, shown in people.tick(at):
                if who in watch.weeks and any("ra:" in str(row) for row in shown.buttons):
                    watch.see(who, at)
            if at.hour == 9:
                for student in watch.weeks:
                    watch.tally(student, at)
        assert watch.broken == []
        assert_days(watch, stretch)
        assert_questions(watch, stretch)


def days_of(stretch: Stretch) -> Iterator[date]:
    for day in range((stretch.ends - stretch.begins).days):
        yield stretch.begins + timedelta(days=day)


def assert_days(watch: Questions, stretch: Stretch) -> None:
    for student, wishes in watch.weeks.items():
        days = watch.days[student]
        assert len(days) == len(set(days))
        wanted = [
            day
            for day in days_of(stretch)
            if day.weekday() in wishes.work_days and (day.weekday() >= SATURDAY or BELGIUM(day))
        ]
        assert len(wanted) - stretch.otherwise <= len(days) <= len(wanted)


def assert_questions(watch: Questions, stretch: Stretch) -> None:
    connection = watch.people.connection
    with connection.begin():
        rows = connection.execute(
            select(track.c.student_id, asked.c.key, asked.c.method, asked.c.at)
            .join(track, track.c.id == asked.c.track_id)
            .order_by(asked.c.at)
        ).all()
        answered = connection.execute(select(answer.c.id)).scalars().all()
        taken_up = connection.execute(select(goal.c.taken_up_id)).scalars().all()
    for student, wishes in watch.weeks.items():
        own = [row for row in rows if row.student_id == student]
        by_key: defaultdict[str, list[datetime]] = defaultdict(list)
        for row in own:
            by_key[row.key].append(row.at)
        for instants in by_key.values():
            assert all(later - earlier >= APART for earlier, later in pairwise(instants))
        for first, last in pairwise(stretch.terms):
            methods = {row.method for row in own if first <= row.at.date() < last}
            assert methods == (set(Method) if wishes.work_days else set())
    assert len(answered) > stretch.answered
    assert sum(other is not None for other in taken_up) > stretch.taken_up
