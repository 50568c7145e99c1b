"""Plan an interview of a candidate with the company of a place, or call it off."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.matching.candidacies import Candidacy, OfferedPlace
from bot.domain.matching.interviews import Interview
from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.use_cases.matching.tell_intake import tell_interview
from bot.use_cases.telling.personal_questions import is_in_reach


def begin_interview(
    uow: UnitOfWork, candidacy: Candidacy, place: OfferedPlace | None, by: Person, at: datetime
) -> Interview | None:
    """Find the open interview of a candidate about a place, or begin it; None where either ended.

    Without a place it is with the school alone.
    """
    held = uow.candidacies.hold(candidacy.id)
    if held is None or held.ended_at is not None or (place and place.ended_at is not None):
        return None
    wanted = place.id if place else None
    for own in uow.interviews.list_of(candidacy.id):
        if own.is_open and own.place_id == wanted:
            return own
    return uow.interviews.find(uow.interviews.add(held, wanted, by.id, at))


def plan_interview(
    uow: UnitOfWork, interview: Interview, by: Person, moment: datetime, at: datetime
) -> Sequence[str]:
    """Plan an interview for a moment (aware); names whom no message reaches yet."""
    uow.interviews.plan(interview.id, by.id, moment)
    tell_interview(uow, interview.id, at)
    uow.acts.record(by.id, Act.INTAKE, at)
    return [
        name for person, name in taking_part(uow, interview) if not is_in_reach(uow, person, at)
    ]


def call_off_interview(uow: UnitOfWork, interview: Interview, by: Person, at: datetime) -> bool:
    """Call an interview off that is open; False where it is not."""
    if not interview.is_open:
        return False
    uow.interviews.call_off(interview.id, at)
    if interview.planned_for is not None:
        tell_interview(uow, interview.id, at)
    uow.acts.record(by.id, Act.INTAKE, at)
    return True


def taking_part(uow: UnitOfWork, interview: Interview) -> Sequence[tuple[int, str]]:
    """List who an interview is with, beside who leads it: identities and names."""
    candidacy = uow.candidacies.find(interview.candidacy_id)
    place = uow.candidacies.find_place(interview.place_id) if interview.place_id else None
    return [
        *([(candidacy.person_id, candidacy.name)] if candidacy else ()),
        *([(place.contact_id, place.contact)] if place else ()),
    ]
