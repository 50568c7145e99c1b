"""Lists of questions that a school wrote, and what somebody fills in on one."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.questions import AnswerSheet, GivenAnswer, SchoolQuestion, SheetPurpose


class QuestionLists(Protocol):
    """Lists of questions, and sheets of answers, in one transaction."""

    def add_list(self, organisation_id: int, questions: Sequence[SchoolQuestion]) -> int:
        """Keep a list of questions; gives its identity."""

    def read_list(self, list_id: int) -> Sequence[SchoolQuestion]:
        """Read the questions of a list, in their order."""

    def drop_list(self, list_id: int) -> None:
        """Delete a list that nobody answers any more, with all sheets of it."""

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
        """Begin a sheet of somebody's for one thing of a purpose; gives its identity."""

    def find_sheet(self, sheet_id: int) -> AnswerSheet | None:
        """Find a sheet."""

    def find_sheet_for(
        self, person_id: int, purpose: SheetPurpose, for_id: int
    ) -> AnswerSheet | None:
        """Find somebody's sheet for one thing of a purpose."""

    def list_sheets_for(self, purpose: SheetPurpose, for_id: int) -> Sequence[AnswerSheet]:
        """List every sheet for one thing of a purpose."""

    def read_answers(self, sheet_id: int) -> Sequence[GivenAnswer]:
        """Read what a sheet says, in the order of the questions."""

    def answer(self, sheet: AnswerSheet, given: GivenAnswer) -> None:
        """Put an answer on a sheet, in the place of an earlier one."""

    def unanswer(self, sheet_id: int, number: int) -> None:
        """Take the answer to a question off a sheet."""

    def send_sheet(self, sheet_id: int, at: datetime) -> None:
        """Note that a sheet was sent, at an aware instant."""

    def drop_sheets(self, sheets: Collection[int]) -> None:
        """Delete sheets with what they say."""
