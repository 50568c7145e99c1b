"""How taking part in a round ends: from then on its days count, after which it is erased."""

from datetime import datetime, timedelta

from bot.domain.matching.candidacies import (
    Candidacy,
    CandidacyEnding,
    OfferedPlace,
    PlaceEnding,
)
from bot.domain.matching.intakes import Intake
from bot.domain.matching.interviews import Interview, InterviewOutcome
from bot.ports import UnitOfWork
from bot.use_cases.matching.plan_interview import begin_interview
from bot.use_cases.matching.tell_intake import tell_interview


def end_candidacy(
    uow: UnitOfWork, intake: Intake, candidacy: Candidacy, ending: CandidacyEnding, at: datetime
) -> None:
    """Note how it ended; interviews that were still to come are called off, and that is told."""
    uow.candidacies.end(candidacy.id, ending, at, at + timedelta(days=intake.keep_days))
    for own in uow.interviews.list_of(candidacy.id):
        if own.is_open:
            _call_off(uow, own, at)


def end_place(
    uow: UnitOfWork, intake: Intake, place: OfferedPlace, ending: PlaceEnding, at: datetime
) -> None:
    """Note the same of a place; what was written of other candidates there stays theirs."""
    uow.candidacies.end_place(place.id, ending, at, at + timedelta(days=intake.keep_days))
    for candidacy in uow.candidacies.list_of(intake.id):
        for own in uow.interviews.list_of(candidacy.id):
            if own.is_open and own.place_id == place.id:
                _call_off(uow, own, at)
                _take_along(uow, candidacy, own, at)


def _call_off(uow: UnitOfWork, own: Interview, at: datetime) -> None:
    uow.interviews.call_off(own.id, at)
    if own.planned_for is not None and own.planned_for > at:
        tell_interview(uow, own.id, at)


def _take_along(uow: UnitOfWork, candidacy: Candidacy, was: Interview, at: datetime) -> None:
    """Let a draft go on without the company: a match alone needs its place.

    What stands in a talk without a company already stays as it is.
    """
    if not (was.met or was.feedback or was.alternative):
        return
    leads = list(uow.intakes.list_leaders(candidacy.intake_id))
    leader = next((own for own in leads if own.id == was.leader_id), leads[0] if leads else None)
    if leader is None:
        return
    now = begin_interview(uow, candidacy, None, leader, at)
    if now is None or now.met or now.feedback or now.outcome:
        return
    for criterion, met in was.met.items():
        uow.interviews.say_met(now.id, criterion, met)
    if was.feedback:
        uow.interviews.say_feedback(now.id, was.feedback)
    if was.outcome is InterviewOutcome.NO_MATCH:
        uow.interviews.say_outcome(now.id, was.outcome)
    if was.alternative is not None:
        uow.interviews.say_alternative(now.id, was.alternative, was.alternative_words)
