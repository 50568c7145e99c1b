"""Answers with names for one reader: `ANSWERS_SEEN_BY` is the only way others read them."""

from collections.abc import Sequence

from sqlalchemy import BindParameter, Select, and_, bindparam, or_, select, union
from typing_extensions import override

from bot.domain.questions import GivenAnswer, SheetPurpose
from bot.domain.rights.looking import OpenedKind
from bot.domain.school.tracks import Role
from bot.domain.school.visibility import ANSWERS_SEEN_BY
from bot.ports.asking.named_answers import NamedAnswers, NamedSheet
from bot.storage.asking.asked import IN_SCOPE
from bot.storage.connected import ReadForPeople
from bot.storage.tables import (
    answer_sheet,
    asking_round,
    given_answer,
    involvement,
    person,
    questionnaire,
    questionnaire_role,
    track,
)

_READER: BindParameter[int] = bindparam("reader")
_author = involvement.alias("author")
_SENT = (
    select(answer_sheet.c.id, track.c.id.label("track_id"), questionnaire_role.c.role)
    .select_from(answer_sheet)
    .join(asking_round, asking_round.c.id == answer_sheet.c.for_id)
    .join(questionnaire, questionnaire.c.id == asking_round.c.questionnaire_id)
    .join(questionnaire_role, questionnaire_role.c.questionnaire_id == questionnaire.c.id)
    .join(track, IN_SCOPE)
    .join(involvement, involvement.c.track_id == track.c.id)
    .outerjoin(
        _author,
        and_(
            _author.c.track_id == track.c.id,
            _author.c.person_id == answer_sheet.c.person_id,
            _author.c.role == questionnaire_role.c.role,
        ),
    )
    .where(
        answer_sheet.c.purpose == SheetPurpose.QUESTIONNAIRE.value,
        answer_sheet.c.sent_at.is_not(None),
        involvement.c.person_id == _READER,
    )
)


def _seen_of(role: Role) -> Select[tuple[int, int, str]]:
    """Choose what those see of answers given in a role who see them by the table."""
    readers = sorted(reader.value for reader in ANSWERS_SEEN_BY[role])
    wrote = (
        track.c.student_id == answer_sheet.c.person_id
        if role is Role.STUDENT
        else _author.c.person_id.is_not(None)
    )
    return _SENT.where(
        questionnaire_role.c.role == role.value, wrote, involvement.c.role.in_(readers)
    )


_OTHERS = union(*map(_seen_of, Role)).subquery("others")
_OWN = and_(
    answer_sheet.c.purpose == SheetPurpose.QUESTIONNAIRE.value,
    answer_sheet.c.sent_at.is_not(None),
    answer_sheet.c.person_id == _READER,
)
_SHEETS = (
    select(answer_sheet.c.id, answer_sheet.c.for_id, answer_sheet.c.person_id, person.c.name)
    .join(person, person.c.id == answer_sheet.c.person_id)
    .where(or_(_OWN, answer_sheet.c.id.in_(select(_OTHERS.c.id))))
    .order_by(person.c.name, answer_sheet.c.id)
)
_THIS = _SHEETS.where(answer_sheet.c.id == bindparam("sheet"))
_TRACKS = select(_OTHERS.c.track_id).where(
    _OTHERS.c.id == bindparam("sheet"), _OTHERS.c.role == Role.STUDENT.value
)
_GIVEN = (
    select(given_answer.c.number, given_answer.c.value, given_answer.c.words)
    .where(given_answer.c.sheet_id == bindparam("sheet"))
    .order_by(given_answer.c.number)
)


class VisibleNamedAnswers(ReadForPeople, NamedAnswers):
    """Answers with names on one connection, for whoever may see them."""

    @override
    def list_seen(self, reader_id: int) -> Sequence[NamedSheet]:
        return [
            NamedSheet(*row) for row in self._connection.execute(_SHEETS, {"reader": reader_id})
        ]

    @override
    def read_seen(self, reader_id: int, sheet_id: int) -> Sequence[GivenAnswer] | None:
        asked = {"reader": reader_id, "sheet": sheet_id}
        row = self._connection.execute(_THIS, asked).first()
        if row is None:
            return None
        if row.person_id != reader_id:
            tracks = set(self._connection.execute(_TRACKS, asked).scalars())
            self._glimpses.count_in(tracks, OpenedKind.ANSWERS)
        given = self._connection.execute(_GIVEN, {"sheet": sheet_id})
        return [GivenAnswer(own.number, own.value, own.words or "") for own in given]
