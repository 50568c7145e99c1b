"""Whose guardian has to say yes, on one connection."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import bindparam, insert, select, update
from typing_extensions import override

from bot.domain.rights.noticing import GuardianState, GuardianWord
from bot.ports.rights.guardians import GuardedStudent, Guardians
from bot.storage.connected import Connected
from bot.storage.tables import guardian_word, person

_GUARDED = (
    select(person.c.id, person.c.organisation_id, person.c.name, person.c.guardian)
    .where(person.c.guardian != GuardianState.NONE.value)
    .order_by(person.c.folded_name, person.c.id)
)
_ONE = _GUARDED.where(person.c.id == bindparam("student"))
_OF_SCHOOL = _GUARDED.where(
    person.c.organisation_id == bindparam("organisation"), person.c.erased_at.is_(None)
)
_NOTE = insert(guardian_word)
_SET = update(person).where(person.c.id == bindparam("student")).values(guardian=bindparam("state"))
_WORDS = (
    select(guardian_word.c.agreed, guardian_word.c.how, guardian_word.c.on_day)
    .where(guardian_word.c.person_id == bindparam("student"))
    .order_by(guardian_word.c.id.desc())
)


class StoredGuardians(Connected, Guardians):
    """Guardians' words on one connection."""

    @override
    def find(self, student_id: int) -> GuardedStudent | None:
        row = self._connection.execute(_ONE, {"student": student_id}).one_or_none()
        return GuardedStudent(*row[:3], GuardianState(row.guardian)) if row else None

    @override
    def list_of(self, organisation_id: int) -> Sequence[GuardedStudent]:
        rows = self._connection.execute(_OF_SCHOOL, {"organisation": organisation_id})
        return [GuardedStudent(*row[:3], GuardianState(row.guardian)) for row in rows]

    @override
    def note(self, student_id: int, word: GuardianWord, by_id: int | None, at: datetime) -> int:
        guarded = self.find(student_id)
        if guarded is None:
            raise LookupError("no guardian is needed")
        row = {
            "organisation_id": guarded.organisation_id,
            "person_id": student_id,
            "agreed": word.agreed,
            "how": word.how,
            "on_day": word.on.isoformat(),
            "by_id": by_id,
            "noted_at": at,
        }
        noted: int = self._connection.execute(_NOTE.returning(guardian_word.c.id), row).scalar_one()
        state = GuardianState.AGREED if word.agreed else GuardianState.REFUSED
        self._connection.execute(_SET, {"student": student_id, "state": state.value})
        return noted

    @override
    def list_words(self, student_id: int) -> Sequence[GuardianWord]:
        rows = self._connection.execute(_WORDS, {"student": student_id})
        return [
            GuardianWord(bool(row.agreed), row.how, date.fromisoformat(row.on_day)) for row in rows
        ]
