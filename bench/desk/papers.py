"""The agreements of the year that is played: made, ticked step by step, and renewed."""

import random
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from bench.desk.kept import Kept
from bot.domain.agreeing.agreements import proposed_days
from bot.domain.agreeing.steps import AgreementStep
from bot.domain.dated import Dated, Matter
from bot.domain.days import day_of
from bot.domain.school.tracks import Person, Track
from bot.ports import UnitOfWork
from bot.use_cases.agreeing.agreements.make_agreement import make_agreement
from bot.use_cases.agreeing.agreements.see_agreements import see_agreement_at, see_coached
from bot.use_cases.agreeing.agreements.tick_step import tick_step

SHORT = 0.4
"""How likely an agreement is for some months alone, and has to be renewed."""


class Papers:
    """What a coach does about agreements; it is kept beside the product as well."""

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
        """Keep that each placement needs an agreement by its first day."""
        for own in see_coached(self.uow, self.person, self.tracks, today):
            due = own.place.starts_on
            if due is not None:
                self.kept.begin(Matter.AGREEMENT_MISSING, own.place.placement_id, due, today)

    def pass_day(self, today: date) -> None:
        """Keep that what ended yesterday without a next one is missing from today."""
        yesterday = today - timedelta(days=1)
        ended = [
            thing
            for thing in self.kept.things
            if thing.matter is Matter.AGREEMENT_END
            and thing.due_on == yesterday
            and thing.done_on is None
        ]
        for thing in ended:
            thing.done_on = today
            self.kept.begin(Matter.AGREEMENT_MISSING, thing.about, today, today)
        self.settle(today)

    def settle(self, today: date) -> None:
        """Keep which steps are open by now: what is recognised closes one, and its end opens it."""
        matter = Matter.AGREEMENT_STEP
        owed = {
            (own.place.placement_id, step.due_on)
            for own in see_coached(self.uow, self.person, self.tracks, today)
            for step in own.owed_now(today)
            if step.step is not AgreementStep.RECOGNISED  # which stands there by its workplace
        }
        open_ones = {
            (thing.about, thing.due_on)
            for thing in self.kept.things
            if thing.matter is matter and thing.done_on is None
        }
        for about, day in open_ones - owed:
            self.kept.end(matter, about, today, day)
        for about, day in sorted(owed - open_ones):
            self.kept.begin(matter, about, day, today)

    def agree(self, own: Dated, at: datetime) -> None:
        """Make the agreement that misses, or the next one."""
        today, here = day_of(at, self.person.time_zone), own.about_id
        standing = see_agreement_at(self.uow, self.person, self.tracks, here, today)
        if standing is None:
            return
        first, last = proposed_days(standing, today)
        if self.dice.random() < SHORT:
            last = min(last, first + timedelta(days=self.dice.randint(60, 120)))
        if last <= first:
            return
        make_agreement(self.uow, standing, self.person, (first, last), at)
        self.kept.end(own.matter, here, today)
        self.kept.begin(Matter.AGREEMENT_END, here, last, today)
        self.settle(today)

    def tick(self, own: Dated, at: datetime) -> None:
        """Tick all that is due on one day."""
        today = day_of(at, self.person.time_zone)
        standing = see_agreement_at(self.uow, self.person, self.tracks, own.about_id, today)
        if standing is None:
            return
        for agreement in standing.holding(today):
            for owed in standing.owed(agreement):
                if owed.due_on == own.due_on:
                    step = owed.step
                    tick_step(self.uow, standing, agreement, step, self.person, at, done=True)
        self.settle(today)
