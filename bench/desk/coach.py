"""The coach of the year that is played: does a part of what the desk shows, and the rest later."""

import random
from datetime import date, datetime, timedelta

from bench.desk.kept import Kept
from bench.desk.papers import Papers
from bench.desk.places import Places
from bot.domain.dated import Dated, Matter
from bot.domain.days import day_of, instant, months_on
from bot.domain.school.tracks import Person, Role
from bot.domain.visiting.promises import PromiseOutcome
from bot.domain.visiting.visits import MONTHS_BETWEEN, PLANNED_WITHIN
from bot.ports import UnitOfWork
from bot.ports.acts import Doer
from bot.use_cases.desk.keep_note import end_note, keep_note
from bot.use_cases.desk.list_desk import Desk, coached_by, list_desk
from bot.use_cases.divergence.resolve_alert import resolve_alert
from bot.use_cases.divergence.talks.plan_talk import plan_talk
from bot.use_cases.visiting.ask_for_visit import ask_for_visit
from bot.use_cases.visiting.end_promise import end_promise
from bot.use_cases.visiting.hold_visit import hold_visit, keep_promise
from bot.use_cases.visiting.plan_visit import plan_visit
from bot.use_cases.visiting.see_visits import see_visits, see_visits_at

PROMISES = 0.6
"""How likely something is promised at a visit."""


class Coach:
    """Somebody with 25 students; what is done is kept beside the product as well."""

    def __init__(self, uow: UnitOfWork, person: Person, kept: Kept, dice: random.Random) -> None:
        """Act in one transaction."""
        self.uow, self.person, self.kept, self.dice = uow, person, kept, dice
        self.tracks = coached_by(uow.tracks.list_of(person.id))
        self.papers = Papers(uow, person, self.tracks, kept, dice)
        self.places = Places(uow, person, self.tracks, kept, dice)

    def desk(self, today: date) -> Desk:
        """Look at the desk."""
        return list_desk(self.uow, self.person, self.tracks, today)

    def begin(self, today: date) -> None:
        """Keep what is owed at first: a visit and an agreement before each start."""
        self.papers.begin(today)
        self.places.begin(today)
        for own in see_visits(self.uow, self.tracks):
            if own.placed.starts_on is None:
                raise ValueError("a workplace without a first day")
            self.kept.begin(Matter.VISIT_OWED, own.placed.placement_id, own.placed.starts_on, today)

    def write_note(self, at: datetime, number: int) -> None:
        """Write something down that is due in some weeks."""
        today = self._today(at)
        due = today + timedelta(days=self.dice.randint(3, 60))
        note = keep_note(self.uow, self.person, f"paper {number}", due, (today, at))
        self.kept.begin(Matter.OWN, note.id, due, today)

    def be_asked(self, at: datetime) -> None:
        """Let a student ask for a visit, where none is to come."""
        own = self.dice.choice(see_visits(self.uow, self.tracks))
        student = next(track for track in self.tracks if track.id == own.placed.track_id)
        who = self.uow.people.find(student.student_id)
        if who is None or own.to_come is not None or own.owed_by is None:
            return
        ask_for_visit(self.uow, own, who, at)
        today, here = self._today(at), own.placed.placement_id
        self.kept.end(Matter.VISIT_OWED, here, today)
        due = min(own.owed_by, today + timedelta(days=PLANNED_WITHIN))
        self.kept.begin(Matter.VISIT_ASKED, here, due, today)

    def plan_talks(self, at: datetime) -> None:
        """Plan a talk about each alert that has none."""
        ids = {track.id: track for track in self.tracks}
        planned = self.uow.interventions.list_talks_planned(ids)
        for alert in self.uow.alerts.list_open(list(ids)):
            if alert.id not in planned:
                day = self._today(at) + timedelta(days=self.dice.randint(2, 12))
                moment = instant(day, at.time().replace(hour=14), self.person.time_zone)
                plan_talk(self.uow, alert, self.person, moment, at)
                self.kept.begin(Matter.TALK, alert.id, day, self._today(at))

    def do(self, own: Dated, at: datetime) -> None:
        """Do what one line of the desk asks."""
        ways = {
            Matter.VISIT_OWED: self._plan,
            Matter.VISIT_ASKED: self._plan,
            Matter.VISIT_PLANNED: self._hold,
            Matter.PROMISE: self._keep_promise,
            Matter.OWN: self._end_note,
            Matter.TALK: self._talk,
            Matter.AGREEMENT_MISSING: self.papers.agree,
            Matter.AGREEMENT_END: self.papers.agree,
            Matter.AGREEMENT_STEP: self.papers.tick,
            Matter.RECOGNITION: self.places.recognise,
            Matter.MENTOR_COURSE: self.places.train,
        }
        if (way := ways.get(own.matter)) is not None:
            way(own, at)
        if own.matter is Matter.RECOGNITION:
            self.papers.settle(self._today(at))

    def _keep_promise(self, own: Dated, at: datetime) -> None:
        by = Doer(self.person.id, at)
        end_promise(self.uow, self.tracks, own.about_id, PromiseOutcome.KEPT, by)
        self.kept.end(own.matter, own.about_id, self._today(at))

    def _end_note(self, own: Dated, at: datetime) -> None:
        end_note(self.uow, self.person, own.about_id, at, done=True)
        self.kept.end(own.matter, own.about_id, self._today(at))

    def _talk(self, own: Dated, at: datetime) -> None:
        alert = self.uow.alerts.find(own.about_id)
        if alert is None or own.due_on is None or own.due_on > self._today(at):
            return
        resolve_alert(self.uow, alert, self.person.id, "We talked.", at)
        self.kept.end(own.matter, own.about_id, self._today(at))

    def pass_day(self, today: date) -> None:
        """Keep what a new day changes by itself."""
        self.papers.pass_day(today)
        self.places.pass_day(today)

    def forget_ended_talks(self, today: date) -> None:
        """Keep that a talk that is over is no task any more once its alert has ended by itself."""
        planned = self.uow.interventions.list_talks_planned([track.id for track in self.tracks])
        for thing in self.kept.things:
            talk = thing.matter is Matter.TALK and thing.done_on is None
            stands = thing.about in planned and planned[thing.about].stands
            if talk and thing.due_on <= today and not stands:
                thing.done_on = today

    def _plan(self, own: Dated, at: datetime) -> None:
        today = self._today(at)
        standing = see_visits_at(self.uow, self.tracks, own.about_id)
        if standing is None:
            return
        day = today + timedelta(days=self.dice.randint(1, 20))
        moment = instant(day, at.time().replace(hour=10), self.person.time_zone)
        plan_visit(self.uow, standing, self.person, moment, at)
        self.kept.end(own.matter, own.about_id, today)
        self.kept.begin(Matter.VISIT_PLANNED, own.about_id, day, today)

    def _hold(self, own: Dated, at: datetime) -> None:
        today, day = self._today(at), own.due_on
        standing = see_visits_at(self.uow, self.tracks, own.about_id)
        if standing is None or day is None or day > today:
            return
        visit = hold_visit(self.uow, standing, self.person, day, at)
        self.kept.end(Matter.VISIT_PLANNED, own.about_id, today)
        starts = standing.placed.starts_on or day
        due = months_on(max(day, starts), MONTHS_BETWEEN)
        self.kept.begin(Matter.VISIT_OWED, own.about_id, due, today)
        held = self.uow.visits.find(visit, [track.id for track in self.tracks])
        if held is not None and self.dice.random() < PROMISES:
            until = today + timedelta(days=self.dice.randint(2, 40))
            said, by = (f"promise {visit}", until), Doer(self.person.id, at)
            promise = keep_promise(self.uow, held, Role.MENTOR, said, by)
            self.kept.begin(Matter.PROMISE, promise, until, today)

    def _today(self, at: datetime) -> date:
        return day_of(at, self.person.time_zone)
