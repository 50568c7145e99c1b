"""The year that is played: the clock ticks, the coach does a part of what is told, and it is kept.

Each day at noon it is looked whether what stands open is on the desk, and each thing's own day
whether it was told before.
"""

import random
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import count

from sqlalchemy import Connection, select

from bench.desk.coach import Coach
from bench.desk.figures import WeekFigures
from bench.desk.kept import Kept, Thing
from bench.desk.school import HOLIDAYS, found
from bot.domain.desk.steps import key_of
from bot.domain.school.tracks import Person
from bot.domain.telling.errands import ErrandKind
from bot.domain.telling.holidays import SchoolDays
from bot.messages import Incoming, MessageKind
from bot.ports import Shown
from bot.ports.periods.photos import Seal
from bot.storage.school.programmes import Cache
from bot.storage.tables import errand, outbox
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.desk.look_at_desks import key_within
from bot.wiring.composing import composer, working_days
from handlers.answering import answer
from handlers.clock import Tools
from tests.dialogues.clock import tick_and_look

BELGIUM = working_days("BE")
TOOLS = Tools(BELGIUM, lambda digest: Seal("key", digest), composer(BELGIUM))
OURS = SchoolDays(BELGIUM, HOLIDAYS)
TICKS = (time(4), time(11, 15), time(16))
"""In UTC: a day begins, and the two stretches in which people may be spoken to."""

DONE_AT_ONCE, DONE_ON_FRIDAY = 0.5, 0.8
"""How likely the coach does what is told the same day, and on Friday what stands on the desk."""

FRIDAY = 4


@dataclass(frozen=True, slots=True)
class Stretch:
    """From and until when it is played."""

    begins: date
    ends: date


A_YEAR = Stretch(date(2026, 8, 24), date(2027, 7, 1))
TEN_WEEKS = Stretch(date(2026, 8, 24), date(2026, 11, 1))


@dataclass
class DeskYear:
    """What came of it."""

    stretch: Stretch
    kept: Kept = field(default_factory=Kept)
    told: dict[str, list[datetime]] = field(default_factory=dict)
    messages: Counter[date] = field(default_factory=Counter)
    with_desk: Counter[date] = field(default_factory=Counter)
    alerts: Counter[date] = field(default_factory=Counter)
    on_desk: dict[date, int] = field(default_factory=dict)
    forgotten: list[str] = field(default_factory=list)

    def weeks(self) -> Iterator[WeekFigures]:
        """Count week by week."""
        monday = self.stretch.begins
        while monday < self.stretch.ends:
            days = [monday + timedelta(days=ahead) for ahead in range(7)]
            due = [thing for thing in self.kept.things if thing.due_on in days and _counts(thing)]
            late = [
                thing
                for thing in self.kept.things
                if thing.due_on <= days[-1] and thing.stands(days[-1]) and _counts(thing)
            ]
            yield WeekFigures(
                monday,
                len(due),
                sum(thing.done_on is not None and thing.done_on <= thing.due_on for thing in due),
                sum(self.was_told(thing) for thing in due),
                sum(not _could_be_told(thing) for thing in due),
                len(late),
                max((self.on_desk.get(day, 0) for day in days), default=0),
                sum(self.messages[day] for day in days),
                sum(self.with_desk[day] for day in days),
                max(self.messages[day] for day in days),
                sum(self.alerts[day] for day in days),
            )
            monday += timedelta(weeks=1)

    def was_told(self, thing: Thing) -> bool:
        """Say whether a message told of it, before its day was over."""
        return any(at.date() <= thing.due_on for at in self.told.get(thing.key, ()))


def _counts(thing: Thing) -> bool:
    return thing.done_on is None or thing.done_on > thing.made_on


class _Play:
    """The ticks of one stretch."""

    def __init__(self, connection: Connection, dice: random.Random, year: DeskYear) -> None:
        self.connection, self.dice, self.year = connection, dice, year
        self.cache: Cache = {}
        self.keys = count(1)
        self.papers = count(1)
        self.coach: Person | None = None

    @contextmanager
    def transaction(self) -> Iterator[StoredUnitOfWork]:
        """Open one on the connection that stays."""
        with self.connection.begin():
            yield StoredUnitOfWork(self.connection, self.cache)

    def run(self) -> None:
        """Found the school, and let every day pass."""
        with self.transaction() as uow:
            found(uow, self.dice)
            self.coach = next(who for who in uow.people.list_all() if who.school_id == "c1")
            self._coach(uow).begin(self.year.stretch.begins)
        day = self.year.stretch.begins
        while day < self.year.stretch.ends:
            self._pass(day)
            day += timedelta(days=1)

    def _pass(self, day: date) -> None:
        for clock in TICKS:
            at = datetime.combine(day, clock, UTC)
            arrived = tick_and_look(self.transaction, at, TOOLS)
            self._count(day, [shown for who, shown in arrived if who == self._person.id])
            self._read_told()
        noon = datetime.combine(day, time(17), UTC)
        with self.transaction() as uow:
            coach = self._coach(uow)
            coach.pass_day(day)
            self._look(coach, day)
            if OURS(day):
                self._work(uow, coach, noon)
            coach.forget_ended_talks(day)
        if OURS(day):
            self._disagree(noon + timedelta(minutes=5))

    def _work(self, uow: StoredUnitOfWork, coach: Coach, at: datetime) -> None:
        """Let the coach do a part of what was told today, and on Fridays of what is there."""
        day = at.date()
        told = {key for key, times in self.year.told.items() if times[-1].date() == day}
        desk = coach.desk(day)
        friday = day.weekday() == FRIDAY
        for own in desk.everything:
            likely = DONE_AT_ONCE if key_of(own) in told else 0.0
            if friday and own in desk.late:
                likely = DONE_ON_FRIDAY
            over = own.moment is not None and own.due_on is not None and own.due_on <= day
            if self.dice.random() < (DONE_AT_ONCE if over else likely):
                coach.do(own, at)
        coach.plan_talks(at)
        if self.dice.random() < 1 / 10:
            coach.write_note(at, next(self.papers))
        if self.dice.random() < 1 / 5:
            coach.be_asked(at)

    def _disagree(self, at: datetime) -> None:
        """Let a mentor and a student score the same very differently, once in two weeks."""
        if self.dice.random() > 1 / 10:
            return
        number = self.dice.randrange(25)
        with self.transaction() as uow:
            people = {person.school_id: person.id for person in uow.people.list_all()}
            for who, line in (
                (f"m{number % 15}", f"Student{number} Peeters 1 xxxx"),
                (f"s{number}", "1 vvvv"),
            ):
                key = f"k{next(self.keys)}"
                answer(uow, Incoming(key, people[who], at, text=line, ref=key))

    def _count(self, day: date, arrived: list[Shown]) -> None:
        for shown in arrived:
            if shown.kind == MessageKind.ALERT:
                self.year.alerts[day] += not shown.edited
            else:
                self.year.messages[day] += 1
                self.year.with_desk[day] += "n your desk" in shown.text

    def _read_told(self) -> None:
        """Read which things were told by messages that arrived."""
        told = (
            select(errand.c.subject, errand.c.settled_at)
            .join(outbox, outbox.c.id == errand.c.outbox_id)
            .where(errand.c.kind == ErrandKind.DESK.value, outbox.c.state == "sent")
            .order_by(errand.c.settled_at)
        )
        with self.connection.begin():
            found_ = self.connection.execute(told).all()
        self.year.told.clear()
        for subject, at in found_:
            self.year.told.setdefault(key_within(subject), []).append(at)

    def _look(self, coach: Coach, day: date) -> None:
        """See whether what stands open is on the desk, and was told before its day is over."""
        desk = coach.desk(day)
        shown = {key_of(own) for own in desk.everything}
        self.year.on_desk[day] = len(shown)
        for thing in self.year.kept.things:
            if not thing.stands(day):
                continue
            if thing.due_on <= day + timedelta(days=14) and thing.key not in shown:
                self.year.forgotten.append(f"{day}: not on the desk: {thing.key}")
            if thing.due_on == day and _could_be_told(thing) and not self.year.was_told(thing):
                self.year.forgotten.append(f"{day}: not told before: {thing.key}")

    @property
    def _person(self) -> Person:
        if self.coach is None:
            raise ValueError("nobody was founded")
        return self.coach

    def _coach(self, uow: StoredUnitOfWork) -> Coach:
        return Coach(uow, self._person, self.year.kept, self.dice)


def _could_be_told(thing: Thing) -> bool:
    """Say whether a working day began between the day on which it came to be, and its own."""
    between = range(1, (thing.due_on - thing.made_on).days + 1)
    return any(OURS(thing.made_on + timedelta(days=ahead)) for ahead in between)


def play(connection: Connection, seed: int, stretch: Stretch) -> DeskYear:
    """Play a stretch of it on an empty database."""
    year = DeskYear(stretch)
    _Play(connection, random.Random(f"desk {seed}"), year).run()
    return year
