"""Answer a questionnaire: with one's name, or so that nobody knows what somebody answered."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.asking.questionnaires import AskingRound
from bot.domain.asking.tallies import add_sheet
from bot.domain.questions import AnswerSheet, SheetPurpose, list_missing
from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork
from bot.use_cases.talking.answer_questions import open_sheet, read_sheet


def list_open(uow: UnitOfWork, person: Person, at: datetime) -> Sequence[AskingRound]:
    """List what waits for somebody's answers, what closes first in front."""
    return uow.questionnaires.list_open_for(person.id, at)


def may_send(uow: UnitOfWork, person: Person, sheet: AnswerSheet, at: datetime) -> bool:
    """Say whether a sheet can still be sent, once all of it is answered."""
    return any(own.id == sheet.for_id for own in list_open(uow, person, at))


def begin_answering(
    uow: UnitOfWork, person: Person, round_id: int, at: datetime
) -> tuple[AskingRound, AnswerSheet] | None:
    """Begin a sheet, or go on with it; None where it is not open, or was answered."""
    asked = next((own for own in list_open(uow, person, at) if own.id == round_id), None)
    if asked is None:
        return None
    own = asked.questionnaire
    purpose = SheetPurpose.QUESTIONNAIRE
    sheet = open_sheet(uow, person, own.list_id, purpose, asked.id, quiet=own.anonymous)
    return asked, sheet


def send_answers(uow: UnitOfWork, person: Person, sheet: AnswerSheet, at: datetime) -> bool:
    """Send a sheet; False where the round is over, or something is missing.

    Without a name its answers are counted in, and the sheet is gone: nothing leads from one to the
    other.
    """
    asked = uow.questionnaires.hold_round(sheet.for_id)
    if asked is None or not asked.is_open(at):
        return False
    if uow.questionnaires.has_answered(asked.id, person.id):
        return False
    if not uow.questionnaires.is_asked(asked.id, person.id):
        return False
    questions, given = read_sheet(uow, sheet)
    if list_missing(questions, [*given.values()]):
        return False
    if not asked.questionnaire.anonymous:
        uow.question_lists.send_sheet(sheet.id, at)
        return True
    tally = add_sheet(uow.questionnaires.read_tally(asked.id), [*given.values()])
    uow.questionnaires.put_tally(asked, tally)
    uow.questionnaires.note_answered(asked, person.id)
    uow.question_lists.drop_sheets([sheet.id])
    return True
