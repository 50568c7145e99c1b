"""Send one's answers to the questions of a round: from then on who leads it reads them."""

from datetime import datetime

from bot.domain.questions import AnswerSheet, SheetPurpose, list_missing
from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.use_cases.matching.tell_intake import tell_leaders_of_candidate, tell_leaders_of_place
from bot.use_cases.talking.answer_questions import open_sheet, read_sheet

SENT = "sent"


def open_own_sheet(
    uow: UnitOfWork, person: Person, purpose: SheetPurpose, own_id: int
) -> AnswerSheet | None:
    """Find or begin the sheet of one's own candidacy or place; None where there is none any more.

    `own_id` is that of the candidacy, or of the place.
    """
    candidate = purpose is SheetPurpose.INTAKE
    owned = (
        uow.intake_reads.list_own(person.id)
        if candidate
        else uow.intake_reads.list_own_places(person.id)
    )
    own = next((found for found in owned if found.id == own_id), None)
    if own is None or own.ended_at is not None:
        return None
    lists = uow.intakes.read_lists(own.intake_id)
    return open_sheet(uow, person, lists[0 if candidate else 1], purpose, own.id)


def send_answers(uow: UnitOfWork, person: Person, sheet: AnswerSheet, at: datetime) -> bool:
    """Send a sheet of one's own; False where that has ended, or an answer is missing."""
    questions, given = read_sheet(uow, sheet)
    if list_missing(questions, [*given.values()]):
        return False
    if sheet.purpose is SheetPurpose.INTAKE:
        candidacy = uow.candidacies.hold(sheet.for_id)
        if candidacy is None or candidacy.ended_at is not None:
            return False
        uow.candidacies.note_sent(candidacy.id, at)
        tell_leaders_of_candidate(uow, candidacy, SENT, at)
    else:
        place = uow.candidacies.hold_place(sheet.for_id)
        if place is None or place.ended_at is not None:
            return False
        uow.candidacies.note_place_sent(place.id, at)
        tell_leaders_of_place(uow, place, SENT, at)
    uow.question_lists.send_sheet(sheet.id, at)
    uow.acts.record(person.id, Act.TOLD, at)
    return True
