"""Lists of questions that a school wrote, and sheets of answers, on one connection."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Integer, Row, bindparam, delete, insert, select, update
from typing_extensions import override

from bot.domain.questions import (
    AnswerSheet,
    GivenAnswer,
    QuestionKind,
    SchoolQuestion,
    SheetPurpose,
)
from bot.ports.questions import QuestionLists
from bot.storage.connected import Connected
from bot.storage.sqlite import forget
from bot.storage.tables import answer_sheet, given_answer, listed_question, question_list

_LIST: BindParameter[int] = bindparam("list")
_SHEETS = bindparam("sheets", expanding=True, type_=Integer)
_ADD_LIST = insert(question_list).returning(question_list.c.id)
_ADD_QUESTIONS = insert(listed_question)
_QUESTIONS = (
    select(
        listed_question.c.number,
        listed_question.c.kind,
        listed_question.c.texts,
        listed_question.c.options,
        listed_question.c.steps,
        listed_question.c.optional,
    )
    .where(listed_question.c.list_id == _LIST)
    .order_by(listed_question.c.number)
)
_OF_LIST = select(answer_sheet.c.id).where(answer_sheet.c.list_id == _LIST)
_DROP_LIST = (
    delete(given_answer).where(given_answer.c.sheet_id.in_(_OF_LIST)),
    delete(answer_sheet).where(answer_sheet.c.list_id == _LIST),
    delete(listed_question).where(listed_question.c.list_id == _LIST),
    delete(question_list).where(question_list.c.id == _LIST),
)
_BEGIN = insert(answer_sheet).returning(answer_sheet.c.id)
_SHEET = select(
    answer_sheet.c.id,
    answer_sheet.c.organisation_id,
    answer_sheet.c.person_id,
    answer_sheet.c.list_id,
    answer_sheet.c.purpose,
    answer_sheet.c.for_id,
    answer_sheet.c.quiet,
    answer_sheet.c.sent_at,
)
_THIS = _SHEET.where(answer_sheet.c.id == bindparam("sheet"))
_FOR = _SHEET.where(
    answer_sheet.c.purpose == bindparam("purpose"), answer_sheet.c.for_id == bindparam("for")
).order_by(answer_sheet.c.id)
_OWN_FOR = _FOR.where(answer_sheet.c.person_id == bindparam("person"))
_GIVEN = (
    select(given_answer.c.number, given_answer.c.value, given_answer.c.words)
    .where(given_answer.c.sheet_id == bindparam("sheet"))
    .order_by(given_answer.c.number)
)
_PUT = insert(given_answer)
_TAKE_OFF = delete(given_answer).where(
    given_answer.c.sheet_id == bindparam("sheet"), given_answer.c.number == bindparam("question")
)
_SEND = update(answer_sheet).where(answer_sheet.c.id == bindparam("sheet"))
_DROP = (
    delete(given_answer).where(given_answer.c.sheet_id.in_(_SHEETS)),
    delete(answer_sheet).where(answer_sheet.c.id.in_(_SHEETS)),
)


class StoredQuestionLists(Connected, QuestionLists):
    """Lists of questions and sheets on one connection."""

    @override
    def add_list(self, organisation_id: int, questions: Sequence[SchoolQuestion]) -> int:
        ours = {"organisation_id": organisation_id}
        new = int(self._connection.execute(_ADD_LIST, ours).scalar_one())
        rows = [
            {
                **ours,
                "list_id": new,
                "number": question.number,
                "kind": question.kind.value,
                "texts": dict(question.texts),
                "options": [dict(option) for option in question.options],
                "steps": question.steps,
                "optional": question.optional,
            }
            for question in questions
        ]
        self._connection.execute(_ADD_QUESTIONS, rows)
        return new

    @override
    def read_list(self, list_id: int) -> Sequence[SchoolQuestion]:
        return [
            SchoolQuestion(
                row.number,
                QuestionKind(row.kind),
                row.texts,
                tuple(row.options),
                row.steps,
                row.optional,
            )
            for row in self._connection.execute(_QUESTIONS, {"list": list_id})
        ]

    @override
    def drop_list(self, list_id: int) -> None:
        for statement in _DROP_LIST:
            self._connection.execute(statement, {"list": list_id})

    @override
    def begin_sheet(
        self,
        person_id: int,
        organisation_id: int,
        list_id: int,
        purpose: SheetPurpose,
        for_id: int,
        *,
        quiet: bool = False,
    ) -> int:
        row = {
            "person_id": person_id,
            "organisation_id": organisation_id,
            "list_id": list_id,
            "purpose": purpose.value,
            "for_id": for_id,
            "quiet": quiet,
        }
        return int(self._connection.execute(_BEGIN, row).scalar_one())

    @override
    def find_sheet(self, sheet_id: int) -> AnswerSheet | None:
        row = self._connection.execute(_THIS, {"sheet": sheet_id}).first()
        return _sheet(row) if row else None

    @override
    def find_sheet_for(
        self, person_id: int, purpose: SheetPurpose, for_id: int
    ) -> AnswerSheet | None:
        asked = {"person": person_id, "purpose": purpose.value, "for": for_id}
        row = self._connection.execute(_OWN_FOR, asked).first()
        return _sheet(row) if row else None

    @override
    def list_sheets_for(self, purpose: SheetPurpose, for_id: int) -> Sequence[AnswerSheet]:
        rows = self._connection.execute(_FOR, {"purpose": purpose.value, "for": for_id})
        return [_sheet(row) for row in rows]

    @override
    def read_answers(self, sheet_id: int) -> Sequence[GivenAnswer]:
        rows = self._connection.execute(_GIVEN, {"sheet": sheet_id})
        return [GivenAnswer(row.number, row.value, row.words or "") for row in rows]

    @override
    def answer(self, sheet: AnswerSheet, given: GivenAnswer) -> None:
        self.unanswer(sheet.id, given.number)
        row = {
            "organisation_id": sheet.organisation_id,
            "sheet_id": sheet.id,
            "number": given.number,
            "value": given.value,
            "words": given.words or None,
        }
        self._connection.execute(_PUT, row)

    @override
    def unanswer(self, sheet_id: int, number: int) -> None:
        self._connection.execute(_TAKE_OFF, {"sheet": sheet_id, "question": number})

    @override
    def send_sheet(self, sheet_id: int, at: datetime) -> None:
        self._connection.execute(_SEND.values(sent_at=at), {"sheet": sheet_id})

    @override
    def drop_sheets(self, sheets: Collection[int]) -> None:
        if sheets:
            forget(self._connection)
            for statement in _DROP:
                self._connection.execute(statement, {"sheets": list(sheets)})


def _sheet(row: Row[*tuple[Any, ...]]) -> AnswerSheet:
    return AnswerSheet(
        row.id,
        row.organisation_id,
        row.person_id,
        row.list_id,
        SheetPurpose(row.purpose),
        row.for_id,
        row.quiet,
        row.sent_at,
    )
