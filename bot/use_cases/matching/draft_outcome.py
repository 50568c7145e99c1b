"""Write down what comes of an interview, a piece at a time: a draft that only who leads sees."""

from bot.domain.matching.intakes import Intake
from bot.domain.matching.interviews import (
    LONGEST_FEEDBACK,
    Alternative,
    CriterionMet,
    Interview,
    InterviewOutcome,
)
from bot.ports import UnitOfWork


class TooLongOfIntake(Exception):
    """What was written does not stand in one message."""


def say_criterion(
    uow: UnitOfWork, intake: Intake, interview: Interview, criterion_id: int, met: CriterionMet
) -> bool:
    """Keep what is said of a criterion of the round; False where it is none, or all is decided."""
    if not interview.is_open or criterion_id not in {own.id for own in intake.criteria}:
        return False
    uow.interviews.say_met(interview.id, criterion_id, met)
    return True


def say_feedback(uow: UnitOfWork, interview: Interview, words: str) -> bool:
    """Keep the feedback; False where all is decided. Raises TooLongOfIntake."""
    if len(words) > LONGEST_FEEDBACK:
        raise TooLongOfIntake
    if interview.is_open:
        uow.interviews.say_feedback(interview.id, words)
    return interview.is_open


def say_whether(uow: UnitOfWork, interview: Interview, outcome: InterviewOutcome) -> bool:
    """Keep whether it is a match; without a place there is none to match with."""
    matches = outcome is InterviewOutcome.MATCH
    if not interview.is_open or (matches and interview.place_id is None):
        return False
    uow.interviews.say_outcome(interview.id, outcome)
    return True


def say_alternative(
    uow: UnitOfWork, interview: Interview, alternative: Alternative, words: str = ""
) -> bool:
    """Keep another way to go on, with words about it; False for another place where none is free.

    Raises TooLongOfIntake.
    """
    if len(words) > LONGEST_FEEDBACK:
        raise TooLongOfIntake
    if alternative is Alternative.ANOTHER_PLACE and not has_other_place(uow, interview):
        return False
    if interview.is_open:
        uow.interviews.say_alternative(interview.id, alternative, words)
    return interview.is_open


def has_other_place(uow: UnitOfWork, interview: Interview) -> bool:
    """Say whether the round has a place that is free, beside the one of an interview."""
    return any(
        own.ended_at is None and own.id != interview.place_id
        for own in uow.candidacies.list_places(interview.intake_id)
    )
