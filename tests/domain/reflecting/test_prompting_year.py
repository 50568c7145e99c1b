"""A year of questions, from our own prompts: in the student's hours, in turn, none too soon."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.coaching.methods import Method, distance
from bot.domain.reflecting.prompting import (
    APART,
    GOAL_LASTS,
    Because,
    Chosen,
    Doing,
    Goal,
    PastPrompt,
    Situation,
    choose,
)
from bot.domain.reflecting.weeks import Week, next_week
from bot.domain.scoring.scales import Mastery
from bot.exchange.repertoire_file import read_repertoire

PROMPTS = tuple(read_repertoire().prompts.values())
ZONE = "Europe/Brussels"
BEGINS = datetime(2026, 8, 31, tzinfo=UTC)
YEAR, TERM = timedelta(weeks=52), 12
REMEMBERED = timedelta(weeks=TERM)
X, L, V = Mastery

# First day and number of weeks: autumn, Christmas, spring, Easter.
HOLIDAYS = ((date(2026, 11, 2), 1), (date(2026, 12, 21), 2), (date(2027, 2, 8), 1))
EASTER = (date(2027, 3, 29), 2)


def works(day: date) -> bool:
    away = (*HOLIDAYS, EASTER)
    return not any(first <= day < first + timedelta(weeks=weeks) for first, weeks in away)


@dataclass
class Student:
    """One student who answers, skips, asks for another question and sets goals, by chance."""

    days: frozenset[int]
    masteries: Sequence[Mastery | None]
    done: int = 3
    goals: float = 0.3
    others: float = 0.2
    seed: int = 1
    at: time = time(17)
    asked: list[PastPrompt] = field(default_factory=list)
    chosen: list[Chosen] = field(default_factory=list)
    set_goals: list[Goal] = field(default_factory=list)
    silent: int = 0

    def lives(self) -> "Student":
        chance = random.Random(self.seed)
        week, now = Week(self.days, self.at, ZONE), BEGINS
        while (slot := week.next_slot(now, works)) and slot.begins < BEGINS + YEAR:
            now = slot.begins
            doings = self.does(chance, now)
            for _again in range(1 + (chance.random() < self.others)):
                self.gets(now, doings)
            if chance.random() < self.goals:
                self.set_goals.append(Goal(len(self.set_goals), next_week(now, ZONE)))
        return self

    def gets(self, now: datetime, doings: Sequence[Doing]) -> None:
        lately = [past for past in self.asked if now - past.at <= REMEMBERED]
        found = choose(PROMPTS, Situation(self.seed, now, doings, self.set_goals, lately))
        if found is None:
            self.silent += 1
            return
        self.asked.append(found.asked(now))
        self.chosen.append(found)

    def does(self, chance: random.Random, now: datetime) -> list[Doing]:
        """Do some of forty indicators; the masteries given are gone through over the year."""
        gone = (now - BEGINS) / YEAR * len(self.masteries)
        return [
            Doing(
                indicator,
                self.masteries[min(int(gone + chance.random() / 2), len(self.masteries) - 1)],
                times=chance.randrange(5),
                scored=chance.random() < 0.3,
                disputed=chance.random() < 0.1,
            )
            for indicator in chance.sample(range(40), self.done)
        ]


def terms_of(student: Student) -> list[set[Method]]:
    """The methods of any twelve weeks on end in which ten or more brought two questions."""
    weeks: dict[int, list[Method]] = {}
    for past in student.asked:
        weeks.setdefault((past.at - BEGINS).days // 7, []).append(past.method)
    terms = [[weeks.get(first + week, []) for week in range(TERM)] for first in range(53 - TERM)]
    return [
        {method for week in term for method in week}
        for term in terms
        if sum(len(week) > 1 for week in term) >= TERM - 2
    ]


def check(student: Student) -> None:
    """Check what holds for every student, whatever the year brings."""
    by_key: dict[str, list[datetime]] = {}
    for past in student.asked:
        by_key.setdefault(past.key, []).append(past.at)
    for instants in by_key.values():
        assert all(later - earlier >= APART for earlier, later in pairwise(instants))
    terms = terms_of(student)
    assert terms or student.silent
    assert all(term == set(Method) for term in terms)
    for found in student.chosen:
        fits = distance(found.prompt.method, found.doing.mastery) == 0
        assert fits == (found.because is Because.MASTERY)
    for at in (past.at.astimezone(ZoneInfo(ZONE)) for past in student.asked):
        assert at.weekday() in student.days
        assert at.time() == student.at
        assert works(at.date())


def test_a_year_of_jonas():
    jonas = Student(frozenset({0, 3}), (X, L, V)).lives()
    check(jonas)
    assert jonas.silent == 0
    days = {past.at.date() for past in jonas.asked}
    assert len(days) == 2 * (52 - 6)
    assert len({past.at.utctimetuple().tm_hour for past in jonas.asked}) == 2
    assert sum(chosen.because is Because.MASTERY for chosen in jonas.chosen) > 0.8 * len(
        jonas.chosen
    )

    by_term = [
        [past.method for past in jonas.asked if first <= (past.at - BEGINS) / YEAR < last]
        for first, last in ((0, 1 / 3), (2 / 3, 1))
    ]
    early, late = (
        [sum(distance(method, mastery) == 0 for method in term) for mastery in (X, V)]
        for term in by_term
    )
    assert early[0] > 1.5 * early[1]
    assert late[1] > 1.5 * late[0]

    pairs = zip(jonas.chosen, jonas.asked, strict=True)
    taken_up = {chosen.goal.id: asked.at for chosen, asked in pairs if chosen.goal}
    assert len(taken_up) > 15
    for goal in jonas.set_goals:
        if goal.id in taken_up:
            assert goal.due_at <= taken_up[goal.id] < goal.due_at + GOAL_LASTS


PATTERNS = [frozenset(days) for days in ({0, 1}, {5, 6}, {0, 2, 3, 4})]


@pytest.mark.parametrize("days", PATTERNS, ids=sorted)
@pytest.mark.parametrize("masteries", [(X,), (L,), (V,), (X, L, V)], ids=str)
def test_a_year_in_every_week_and_at_every_mastery(days, masteries):
    student = Student(days, masteries, goals=0).lives()
    check(student)
    assert student.silent == 0


def test_somebody_who_is_at_work_every_day_and_stores_nothing_gets_a_question_each_day():
    student = Student(frozenset(range(5)), (None,), done=0, goals=0, others=0).lives()
    check(student)
    assert student.silent == 0
    assert all(chosen.doing == Doing() for chosen in student.chosen)


def test_with_more_questions_than_there_are_some_days_stay_silent():
    student = Student(frozenset(range(5)), (L,), done=0, others=1).lives()
    check(student)
    assert student.silent > 0


students = st.builds(
    Student,
    days=st.frozensets(st.integers(0, 6), min_size=2),
    masteries=st.lists(st.sampled_from([X, L, V, None]), min_size=1, max_size=4),
    done=st.integers(0, 4),
    goals=st.sampled_from([0, 0.3, 0.6, 1]),
    others=st.sampled_from([0, 0.2, 1]),
    seed=st.integers(1, 10**6),
    at=st.sampled_from([time(6, 30), time(17), time(21, 45)]),
)


@given(students)
@settings(max_examples=10)
def test_any_year(student):
    check(student.lives())


@pytest.mark.long
@given(students)
@settings(max_examples=500)
def test_five_hundred_years(student):
    check(student.lives())


def test_the_same_year_twice_is_the_same_and_another_student_gets_other_questions():
    student = Student(frozenset({0, 3}), (L,), goals=0, others=0)
    first, again, other = (replace(student, asked=[], chosen=[], set_goals=[]) for _ in range(3))
    other.seed = 2
    assert [asked.key for asked in first.lives().asked] == [
        asked.key for asked in again.lives().asked
    ]
    assert [asked.key for asked in first.asked] != [asked.key for asked in other.lives().asked]
