"""Who hears what of an intake: each within the one message of their day."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.domain.matching.candidacies import Candidacy, OfferedPlace
from bot.domain.telling.errands import ErrandKind
from bot.ports import UnitOfWork
from bot.ports.telling.errands import NewErrand

LASTS = timedelta(days=30)
"""How long it waits for whoever is away: /intake shows it in any case."""


REMINDED_AFTER = timedelta(days=7)
"""From when somebody was taken in until they are reminded, once, of questions (ours)."""


def remind_of_questions(uow: UnitOfWork, own: Candidacy | OfferedPlace, at: datetime) -> None:
    """Let somebody be reminded once of questions, if their answers are not sent by then."""
    whose = f"c:{own.id}" if isinstance(own, Candidacy) else f"p:{own.id}"
    person = own.person_id if isinstance(own, Candidacy) else own.contact_id
    due = at + REMINDED_AFTER
    _give(uow, own.organisation_id, [person], ErrandKind.INTAKE_WAITS, whose, own.id, due)


def tell_interview(uow: UnitOfWork, interview_id: int, at: datetime) -> None:
    """Tell candidate and company when an interview is, or that it is not, as it stands by then."""
    _tell_both(uow, interview_id, ErrandKind.INTAKE_INTERVIEW, at)


def tell_outcome(uow: UnitOfWork, interview_id: int, at: datetime) -> None:
    """Tell the candidate what came of it, and the company whether there is a match."""
    _tell_both(uow, interview_id, ErrandKind.INTAKE_OUTCOME, at)


def tell_leaders_of_candidate(
    uow: UnitOfWork, candidacy: Candidacy, what: str, at: datetime
) -> None:
    """Tell who leads the round what a candidate did."""
    leaders = [own.id for own in uow.intakes.list_leaders(candidacy.intake_id)]
    subject = f"{candidacy.id}:{what}"
    _give(uow, candidacy.organisation_id, leaders, ErrandKind.INTAKE_CANDIDATE, subject,
          candidacy.id, at)  # fmt: skip


def tell_leaders_of_place(uow: UnitOfWork, place: OfferedPlace, what: str, at: datetime) -> None:
    """Tell who leads the round what a company did."""
    leaders = [own.id for own in uow.intakes.list_leaders(place.intake_id)]
    subject = f"{place.id}:{what}"
    _give(uow, place.organisation_id, leaders, ErrandKind.INTAKE_PLACE, subject, place.id, at)


def tell_new_leader(uow: UnitOfWork, intake_id: int, person_id: int, at: datetime) -> None:
    """Tell who comes to lead a round which candidates answered before, and wait."""
    for own in uow.candidacies.list_of(intake_id):
        if own.sent_at is not None and own.ended_at is None:
            kind, subject = ErrandKind.INTAKE_CANDIDATE, f"{own.id}:sent"
            _give(uow, own.organisation_id, [person_id], kind, subject, own.id, at)


def _tell_both(uow: UnitOfWork, interview_id: int, kind: ErrandKind, at: datetime) -> None:
    found = uow.interviews.find(interview_id)
    candidacy = uow.candidacies.find(found.candidacy_id) if found else None
    if found is None or candidacy is None:
        return
    place = uow.candidacies.find_place(found.place_id) if found.place_id else None
    people = [candidacy.person_id, *([place.contact_id] if place else ())]
    subject = f"{found.id}:{found.changes}"
    _give(uow, found.organisation_id, people, kind, subject, found.id, at)


def _give(
    uow: UnitOfWork,
    organisation_id: int,
    people: Iterable[int],
    kind: ErrandKind,
    subject: str,
    about_id: int,
    at: datetime,
) -> None:
    uow.errands.give(
        [
            NewErrand(
                organisation_id=organisation_id,
                person_id=person,
                kind=kind,
                subject=subject,
                due_at=at,
                expires_at=at + LASTS,
                about_id=about_id,
            )
            for person in people
        ]
    )
