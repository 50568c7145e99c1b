"""Work of a tick that goes on, a slice at a time, as long as it finds more."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.ports import UnitOfWork
from bot.ports.topics import Topic
from bot.use_cases.asking.keep_rounds import keep_rounds, list_rounds_due
from bot.use_cases.joining.end_placements import end_over, list_over
from bot.use_cases.joining.end_session import expire_sessions, list_stale
from bot.use_cases.matching.erase_over import erase_intakes_over, list_intakes_over
from bot.use_cases.recognising.decide_claim import list_left_open, settle_left_open
from bot.use_cases.rights.contesting.end_contest import end_changed, list_changed
from bot.use_cases.rights.having.drop_own_data import drop_own_data, is_own_data_over
from bot.use_cases.sector.totals.freeze_totals import freeze_totals, list_to_count
from bot.use_cases.supporting.handover.carry_out import carry_out_due, list_due
from bot.use_cases.supporting.stops.leave_over import leave_over, list_leaving
from bot.use_cases.supporting.substitutes.end_substitution import (
    end_substitutes_over,
    list_substitutes_over,
)
from bot.use_cases.telling.come_back import awaits_nobody, give_up_waiting
from handlers.agenda import Agenda
from handlers.slices import Slices

ENDED_AT_ONCE = 100
"""Placements that end in one transaction."""

ENDED_ROUNDS_AT_ONCE = 10
"""Rounds of questionnaires that begin or end in one transaction."""

EXPIRED_AT_ONCE = 20
"""Sessions that expire in one transaction, and contests and claims that end."""

DROPPED_AT_ONCE = 5
"""Files that are deleted in one transaction: each may be of many megabytes."""

Look = Callable[[UnitOfWork, Agenda], int]


@dataclass(frozen=True, slots=True)
class Sweep:
    """What to look for, and what is done as long as there is more: both count what they find.

    The sample has none of what is not `of_sample`.
    """

    topic: Topic
    looks: Look
    does: Look
    of_sample: bool = True

    def go(self, slices: Slices, agenda: Agenda) -> None:
        """Do it in one world, where there may be something to do."""
        if agenda.world.sample and not self.of_sample:
            return
        if self.topic not in agenda.list_topics(slices):
            return
        with slices.reading() as uow:
            more = self.looks(uow, agenda)
        while more:
            with slices.writing() as uow:
                more = self.does(uow, agenda)


END = Sweep(
    Topic.ENDINGS,
    lambda uow, agenda: len(list_over(uow, agenda.world, agenda.zones, 1)),
    lambda uow, agenda: end_over(uow, agenda.world, agenda.zones, ENDED_AT_ONCE),
)
"""End the placements whose agreed last day is over, before anybody is told anything."""

LEAVE = Sweep(
    Topic.STOPS,
    lambda uow, agenda: len(list_leaving(uow, agenda.world, agenda.zones, 1)),
    lambda uow, agenda: leave_over(uow, agenda.world, agenda.zones, ENDED_AT_ONCE),
)
"""Let mentors go whose placement's last day is over, before anybody is told anything."""

HAND_OVER = Sweep(
    Topic.HANDOVERS,
    lambda uow, agenda: len(list_due(uow, agenda.world, agenda.zones, 1)),
    lambda uow, agenda: carry_out_due(uow, agenda.world, agenda.zones, ENDED_AT_ONCE),
)
"""Let tracks go to another coach on their day, before anybody is told anything."""

LET_SUBSTITUTES_GO = Sweep(
    Topic.SUBSTITUTES,
    lambda uow, agenda: len(list_substitutes_over(uow, agenda.world, 1)),
    lambda uow, agenda: end_substitutes_over(uow, agenda.world, ENDED_AT_ONCE),
)
"""Let those go who stood in for somebody, once their last day is over at the school."""

SETTLE_CLAIMS = Sweep(
    Topic.CLAIMS,
    lambda uow, agenda: len(list_left_open(uow, agenda.world, 1)),
    lambda uow, agenda: settle_left_open(uow, agenda.world, EXPIRED_AT_ONCE),
)
"""Settle the claims of what was learned before for which nobody has to speak any more."""

COUNT_PHOTOS = Sweep(
    Topic.TOTALS,
    lambda uow, agenda: len(list_to_count(uow, agenda.world, 1)),
    lambda uow, agenda: freeze_totals(uow, agenda.world, 1),
)
"""Count the photos that were taken for the sectors that are told of them, each once."""

SETTLE_CONTESTS = Sweep(
    Topic.CONTESTS,
    lambda uow, agenda: len(list_changed(uow, agenda.world)),
    lambda uow, agenda: end_changed(uow, agenda.world, EXPIRED_AT_ONCE),
)
"""End what was contested and has been said otherwise since by who said it."""

KEEP_ROUNDS = Sweep(
    Topic.ROUNDS,
    lambda uow, agenda: list_rounds_due(uow, agenda.world, 1),
    lambda uow, agenda: keep_rounds(uow, agenda.world, ENDED_ROUNDS_AT_ONCE),
)
"""Open and end the rounds of questionnaires, before anybody is told of them."""

EXPIRE = Sweep(
    Topic.SESSIONS,
    lambda uow, agenda: len(list_stale(uow, agenda.world.at, 1)),
    lambda uow, agenda: expire_sessions(uow, agenda.world.at, EXPIRED_AT_ONCE),
    of_sample=False,
)
"""End the sessions of devices that nobody used for long."""

ERASE_INTAKES = Sweep(
    Topic.INTAKES,
    lambda uow, agenda: len(list_intakes_over(uow, agenda.world, 1)),
    lambda uow, agenda: erase_intakes_over(uow, agenda.world, EXPIRED_AT_ONCE),
)
"""Erase what intakes kept long enough; whoever is nothing else here is forgotten behind it."""

DROP = Sweep(
    Topic.OWN_DATA,
    lambda uow, agenda: int(is_own_data_over(uow, agenda.world.at)),
    lambda uow, agenda: drop_own_data(uow, agenda.world.at, DROPPED_AT_ONCE),
    of_sample=False,
)
"""Delete the files with people's own data whose day is over."""

GIVE_BACK = Sweep(
    Topic.UNCOME,
    lambda uow, agenda: int(awaits_nobody(uow, agenda.world.at)),
    lambda uow, agenda: int(give_up_waiting(uow, agenda.world.at)),
    of_sample=False,
)
"""Let what waits for people who never came go back to its writers; the sample's are here."""
