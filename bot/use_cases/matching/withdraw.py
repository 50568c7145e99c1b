"""Withdraw from a round: as a candidate, or with the place that one offers."""

from datetime import datetime

from bot.domain.matching.candidacies import (
    Candidacy,
    CandidacyEnding,
    OfferedPlace,
    PlaceEnding,
)
from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.use_cases.matching.endings import end_candidacy, end_place
from bot.use_cases.matching.tell_intake import tell_leaders_of_candidate, tell_leaders_of_place

WITHDRAWN = "withdrawn"


class OwedWord(Exception):
    """A candidate answered: only they withdraw, and the school tells what comes of it."""


def withdraw_candidacy(uow: UnitOfWork, candidacy: Candidacy, by: Person, at: datetime) -> bool:
    """End one's own candidacy, or as who leads the round; False where it has ended.

    Raises OwedWord for whoever leads once the candidate answered: then feedback ends it.
    """
    held, intake = uow.candidacies.hold(candidacy.id), uow.intakes.find(candidacy.intake_id)
    if held is None or intake is None or held.ended_at is not None:
        return False
    if by.id != held.person_id and held.sent_at is not None:
        raise OwedWord
    end_candidacy(uow, intake, held, CandidacyEnding.WITHDRAWN, at)
    if by.id == held.person_id:
        tell_leaders_of_candidate(uow, held, WITHDRAWN, at)
    uow.acts.record(by.id, Act.TOLD, at)
    return True


def withdraw_place(uow: UnitOfWork, place: OfferedPlace, by: Person, at: datetime) -> bool:
    """End the offer of a place in the same way."""
    held, intake = uow.candidacies.hold_place(place.id), uow.intakes.find(place.intake_id)
    if held is None or intake is None or held.ended_at is not None:
        return False
    end_place(uow, intake, held, PlaceEnding.WITHDRAWN, at)
    if by.id == held.contact_id:
        tell_leaders_of_place(uow, held, WITHDRAWN, at)
    uow.acts.record(by.id, Act.TOLD, at)
    return True
