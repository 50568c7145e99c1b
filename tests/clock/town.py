"""A programme of forty tracks whose people live by their own hours, for a year of ticks."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from itertools import count

from sqlalchemy import Connection, Engine

from bot.domain.coaching.repertoire import Repertoire
from bot.domain.importing.drafts import RosterRow
from bot.domain.periods.period import current
from bot.domain.school.tracks import Person
from bot.domain.telling.hours import Hours, Rhythm
from bot.domain.telling.profiles import Profile
from bot.messages import Incoming
from bot.ports import Preferences, Shown
from bot.ports.importing import OrganisationRow
from bot.ports.periods.photos import Seal
from bot.storage.school.programmes import Cache
from bot.storage.tables import person
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.importing.import_framework import import_framework
from bot.use_cases.importing.import_roster import import_roster
from bot.use_cases.scoring.seeing.list_open import list_open
from bot.wiring.composing import composer, working_days
from handlers.answering import answer
from handlers.clock import Tools
from handlers.routes import TABLE
from handlers.talking.turn import Turn
from tests.dialogues.clock import NIGHT, tick_and_look
from tests.dialogues.school import FRAMEWORK
from tests.dialogues.settled import let_it_be_told

BELGIUM = working_days("BE")
TOOLS = Tools(BELGIUM, lambda digest: Seal("key", digest), composer(BELGIUM))
ZONES = (None, None, None, None, None, "Europe/London", "Asia/Kolkata")
HOURS = (*[Hours.DAY] * 3, Hours.MORNING, Hours.NOON, Hours.EVENING)
PROFILES = (*[Profile.STANDARD] * 3, Profile.LIGHT, Profile.ACTIVE)


@dataclass
class Town:
    """Everybody around forty tracks, on one connection that stays open."""

    connection: Connection
    dice: random.Random
    students: int = 40
    keys: Iterator[int] = field(default_factory=lambda: count(1))
    cache: Cache = field(default_factory=dict)
    people: dict[int, Person] = field(default_factory=dict)
    wishes: dict[int, Preferences] = field(default_factory=dict)
    repertoire: Repertoire = field(default_factory=Repertoire)

    def unit(self) -> StoredUnitOfWork:
        return StoredUnitOfWork(self.connection, self.cache, lambda: self.repertoire)

    @contextmanager
    def transaction(self):
        with self.connection.begin():
            yield self.unit()

    def found(self) -> "Town":
        with self.transaction() as uow:
            school = uow.catalogue.add_organisation(
                OrganisationRow("School", "nl", "Europe/Brussels")
            )
            import_framework(uow.catalogue, school.id, FRAMEWORK)
            assert not import_roster(uow.catalogue, school, self.roster()).rejected
            for person in uow.people.list_all():
                self.settle_in(uow, person)
            self.people = {person.id: person for person in uow.people.list_all()}
            let_it_be_told(uow, date(2026, 1, 5))
        return self

    def roster(self) -> list[RosterRow]:
        return [
            RosterRow(
                line=number + 2,
                framework="ELEC-1",
                class_group=f"6{'ABCD'[number % 4]}",
                student_id=f"s{number}",
                student=f"Student{number} Peeters",
                workplace=f"Company {number % 15}",
                mentor_id=f"m{number % 15}",
                mentor=f"Mentor{number % 15} Haddad",
                teacher_id=f"t{number % 4}",
                teacher=f"Teacher{number % 4} Wouters",
                coach_id=f"c{number % 2}",
                coach=f"Coach{number % 2} Martens",
                lessons="mon 8:30, thu 13:00" if number % 4 == 0 else "",
            )
            for number in range(self.students)
        ]

    def settle_in(self, uow: StoredUnitOfWork, one: Person) -> None:
        """Settle somebody's hours, profile and zone."""
        wish = Preferences(self.dice.choice(PROFILES), self.dice.choice(HOURS))
        self.wishes[one.id] = wish
        uow.people.set_preferences(one.id, wish)
        zone = self.dice.choice(ZONES)
        self.connection.execute(person.update().where(person.c.id == one.id).values(time_zone=zone))

    def tick(self, at: datetime) -> list[tuple[int, Shown]]:
        return tick_and_look(self.transaction, at, TOOLS)

    def rhythm(self, who: int) -> Rhythm:
        return Rhythm(self.people[who].time_zone, self.wishes[who].hours, BELGIUM)

    def open_of(self, who: int, at: datetime) -> int:
        """Count what is open for somebody in the current period."""
        with self.transaction() as uow:
            turn = Turn(
                Incoming("", who, at), self.people[who], uow, uow.dialogues.read(who), TABLE
            )
            total = 0
            for track in turn.scored_tracks:
                period = current(uow.periods.list_of(track.programme_id), at)
                if period is not None:
                    total += list_open(
                        uow, turn.seat(track), track, turn.programme(track), at, period.opens_at
                    ).count
            return total

    def says_something(self, who: int, at: datetime) -> None:
        """Let somebody score one whole competence of one student, and sometimes think again."""
        with self.transaction() as uow:
            tracks = [track for track in uow.tracks.list_of(who) if track.scoring_role]
            if not tracks:
                return
            track = self.dice.choice(tracks)
            competence = self.dice.choice(uow.tracks.read_programme(track.programme_id).competences)
            marks = "".join(self.dice.choice("xlvv") for _one in competence.indicators)
            name = "" if track.student_id == who else f"{track.student} "
            self.say(uow, who, at, f"{name}{competence.number} {marks}")
            if self.dice.random() < 0.05:
                self.say(uow, who, at + timedelta(seconds=30), "/undo")

    def say(self, uow: StoredUnitOfWork, who: int, at: datetime, line: str) -> None:
        key = f"k{next(self.keys)}"
        answer(uow, Incoming(key, who, at, text=line, ref=key))

    def goes_away(self, who: int, at: datetime) -> None:
        """Let somebody mute the bot, or be away for some weeks."""
        wish = self.wishes[who]
        if self.dice.random() < 0.3:
            wish = replace(wish, muted=not wish.muted)
        else:
            wish = replace(wish, absent_until=at + timedelta(weeks=self.dice.randint(1, 3)))
        self.wishes[who] = wish
        with self.transaction() as uow:
            uow.people.set_preferences(who, wish)


@contextmanager
def town(engine: Engine, seed: int, students: int = 40):
    """Found a town on one connection."""
    with engine.connect() as connection:
        yield Town(connection, random.Random(seed), students).found()


def ticks(first: date, last: date) -> Iterator[datetime]:
    """Each hour between two days; each third one by night, when nobody is spoken to."""
    at = datetime(first.year, first.month, first.day, tzinfo=UTC)
    while at.date() < last:
        if at.hour not in NIGHT or at.hour % 3 == 0:
            yield at
        at += timedelta(hours=1)


__all__ = ["Town", "ticks", "town"]
