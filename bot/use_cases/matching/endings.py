"""How taking part in a round ends: from then on its days count, after which it is erased."""

from datetime import datetime, timedelta

from bot.domain.matching.candidacies import (
    Candidacy,
    CandidacyEnding,
    OfferedPlace,
    PlaceEnding,
)
from bot.domain.matching.intakes import Intake
from bot.ports import UnitOfWork
from bot.use_cases.matching.tell_intake import tell_interview


def end_candidacy(
    uow: UnitOfWork, intake: Intake, candidacy: Candidacy, ending: CandidacyEnding, at: datetime
) -> None:
    """Note how it ended; interviews that were still to come are called off, and that is told."""
    uow.candidacies.end(candidacy.id, ending, at, at + timedelta(days=intake.keep_days))
    for own in uow.interviews.list_of(candidacy.id):
        if own.is_open:
            uow.interviews.call_off(own.id, at)
            if own.planned_for is not None:
                tell_interview(uow, own.id, at)


def end_place(
    uow: UnitOfWork, intake: Intake, place: OfferedPlace, ending: PlaceEnding, at: datetime
) -> None:
    """Note the same of a place."""
    uow.candidacies.end_place(place.id, ending, at, at + timedelta(days=intake.keep_days))
    for candidacy in uow.candidacies.list_of(intake.id):
        for own in uow.interviews.list_of(candidacy.id):
            if own.is_open and own.place_id == place.id:
                uow.interviews.call_off(own.id, at)
                if own.planned_for is not None:
                    tell_interview(uow, own.id, at)
