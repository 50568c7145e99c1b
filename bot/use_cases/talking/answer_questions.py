"""Fill in a sheet of answers to a school's questions: nothing counts before it is sent."""

from collections.abc import Sequence

from bot.domain.questions import (
    AnswerSheet,
    GivenAnswer,
    SchoolQuestion,
    SheetPurpose,
    is_answer,
)
from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork


def open_sheet(
    uow: UnitOfWork,
    person: Person,
    list_id: int,
    purpose: SheetPurpose,
    for_id: int,
    *,
    quiet: bool = False,
) -> AnswerSheet:
    """Find somebody's sheet for one thing of a purpose, or begin it; who calls knows they may."""
    found = uow.question_lists.find_sheet_for(person.id, purpose, for_id)
    if found is not None:
        return found
    new = uow.question_lists.begin_sheet(
        person.id, person.organisation_id, list_id, purpose, for_id, quiet=quiet
    )
    return AnswerSheet(new, person.organisation_id, person.id, list_id, purpose, for_id, quiet)


def find_unsent_sheet(uow: UnitOfWork, person: Person, sheet_id: int) -> AnswerSheet | None:
    """Find a sheet that this person is still filling in."""
    sheet = uow.question_lists.find_sheet(sheet_id)
    own = sheet is not None and sheet.person_id == person.id and sheet.sent_at is None
    return sheet if own else None


def read_sheet(
    uow: UnitOfWork, sheet: AnswerSheet
) -> tuple[Sequence[SchoolQuestion], dict[int, GivenAnswer]]:
    """Read the questions of a sheet, and what was answered so far by their numbers."""
    questions = uow.question_lists.read_list(sheet.list_id)
    given = uow.question_lists.read_answers(sheet.id)
    return questions, {answer.number: answer for answer in given}


def keep_answer(
    uow: UnitOfWork, sheet: AnswerSheet, question: SchoolQuestion, given: GivenAnswer
) -> bool:
    """Put an answer on a sheet that was not sent; False where it fits the question not at all."""
    if not is_answer(question, given):
        return False
    uow.question_lists.answer(sheet, given)
    return True


def skip_question(uow: UnitOfWork, sheet: AnswerSheet, question: SchoolQuestion) -> None:
    """Leave out a question that may be left out, whatever was said to it before."""
    if question.optional:
        uow.question_lists.unanswer(sheet.id, question.number)


def drop_sheet(uow: UnitOfWork, sheet: AnswerSheet) -> None:
    """Throw away a sheet that was not sent, with all that stands on it."""
    uow.question_lists.drop_sheets([sheet.id])
