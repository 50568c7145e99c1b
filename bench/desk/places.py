"""The recognitions and the mentors' trainings of the year that is played."""

import random
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from bench.desk.kept import Kept
from bot.domain.agreeing.mentor_courses import CourseState
from bot.domain.agreeing.steps import wanted_by
from bot.domain.dated import Dated, Matter
from bot.domain.days import day_of
from bot.domain.school.tracks import Person, Track
from bot.ports import UnitOfWork
from bot.use_cases.agreeing.mentor_courses.note_course import note_course
from bot.use_cases.agreeing.mentor_courses.see_mentor_courses import see_mentor_courses
from bot.use_cases.agreeing.recognitions.keep_recognition import recognise_until
from bot.use_cases.agreeing.recognitions.see_recognitions import (
    see_recognition_at,
    see_recognitions,
)


class Places:
    """What a coach does about recognitions and trainings; it is kept beside the product as well."""

    def __init__(
        self,
        uow: UnitOfWork,
        person: Person,
        tracks: Sequence[Track],
        kept: Kept,
        dice: random.Random,
    ) -> None:
        """Act in one transaction."""
        self.uow, self.person, self.tracks = uow, person, tracks
        self.kept, self.dice = kept, dice

    def begin(self, today: date) -> None:
        """Keep that both have to be there for the first student, a recognition weeks before."""
        for place in see_recognitions(self.uow, self.person.id, self.tracks, today):
            starts = [learner.starts_on for learner in place.learners if learner.starts_on]
            here = place.learners[0].placement_id
            self.kept.begin(Matter.RECOGNITION, here, wanted_by(min(starts)), today)
        for mentor in see_mentor_courses(self.uow, self.person.id, self.tracks, today):
            if mentor.starts_on is not None:
                self.kept.begin(Matter.MENTOR_COURSE, mentor.person_id, mentor.starts_on, today)

    def pass_day(self, today: date) -> None:
        """Keep that the day of a warning is over, and another one comes."""
        for thing in list(self.kept.things):
            if thing.matter is not Matter.RECOGNITION or thing.done_on or thing.due_on >= today:
                continue
            comes = self._next_day(thing.about, today)
            if comes is not None and comes != thing.due_on:
                thing.done_on = today
                self.kept.begin(Matter.RECOGNITION, thing.about, comes, today)

    def recognise(self, own: Dated, at: datetime) -> None:
        """Say until when a workplace is recognised: some end within the year."""
        today = day_of(at, self.person.time_zone)
        place = see_recognition_at(self.uow, self.person.id, self.tracks, own.about_id)
        if place is None:
            return
        days = 1800 if place.recognition.until else self.dice.randint(30, 900)
        until = today + timedelta(days=days)
        recognise_until(self.uow, self.person, place.key, until, at)
        self.kept.end(own.matter, own.about_id, today)
        comes = self._next_day(own.about_id, today)
        if comes is not None:
            self.kept.begin(Matter.RECOGNITION, own.about_id, comes, today)

    def train(self, own: Dated, at: datetime) -> None:
        """Plan a mentor's training, or say that it was followed once its day is there."""
        today = day_of(at, self.person.time_zone)
        if own.ends_on is None:
            day = today + timedelta(days=self.dice.randint(5, 40))
            note_course(self.uow, self.person, own.about_id, (CourseState.PLANNED, day), at)
            self.kept.end(own.matter, own.about_id, today)
            self.kept.begin(own.matter, own.about_id, day, today)
        elif own.ends_on <= today:
            done = (CourseState.DONE, own.ends_on)
            note_course(self.uow, self.person, own.about_id, done, at)
            self.kept.end(own.matter, own.about_id, today)

    def _next_day(self, placement_id: int, today: date) -> date | None:
        place = see_recognition_at(self.uow, self.person.id, self.tracks, placement_id)
        return place.recognition.next_day(today) if place else None
