"""The steps that teachers new to dual learning take, on one connection."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Integer, Row, bindparam, delete, insert, select, update
from typing_extensions import override

from bot.domain.inducting.steps import InductionSession, InductionStep, Starter
from bot.ports.inducting.sessions import Inductions
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.tables import induction_session, induction_words

_SESSIONS = select(
    induction_session.c.id,
    induction_session.c.teacher_id,
    induction_session.c.step,
    induction_session.c.coach_id,
    induction_session.c.asked_at,
    induction_session.c.planned_for,
    induction_session.c.held_on,
    induction_session.c.changed_at,
    induction_session.c.changes,
)
_THIS = induction_session.c.id == bindparam("session")
_FIND = _SESSIONS.where(_THIS)
_LIST = _SESSIONS.where(
    induction_session.c.teacher_id.in_(bindparam("teachers", expanding=True, type_=Integer))
).order_by(induction_session.c.id)
_OF_STEP = _SESSIONS.where(
    induction_session.c.teacher_id == bindparam("teacher"),
    induction_session.c.step == bindparam("which"),
)
_BEGIN = insert(induction_session)
_CHANGE = update(induction_session).where(_THIS)
_WORDS = select(induction_words.c.author_id, induction_words.c.words).where(
    induction_words.c.session_id == bindparam("session")
)
_DROP_WORDS = delete(induction_words).where(
    induction_words.c.session_id == bindparam("session"),
    induction_words.c.author_id == bindparam("author"),
)
_KEEP_WORDS = insert(induction_words).values(
    organisation_id=select(induction_session.c.organisation_id)
    .where(induction_session.c.id == bindparam("of"))
    .scalar_subquery(),
    session_id=bindparam("of"),
    author_id=bindparam("by"),
    words=bindparam("new_words"),
    said_at=bindparam("at", type_=Instant),
)


class StoredInductions(Connected, Inductions):
    """Steps of teachers on one connection."""

    @override
    def begin(self, starter: Starter, step: InductionStep, at: datetime) -> InductionSession:
        asked = {"teacher": starter.person_id, "which": step.value}
        known = self._connection.execute(_OF_STEP, asked).one_or_none()
        if known is not None:
            return _session(known)
        made = {
            "organisation_id": starter.organisation_id,
            "teacher_id": starter.person_id,
            "step": step.value,
            "changed_at": at,
            "changes": 0,
        }
        self._connection.execute(_BEGIN, made)
        return _session(self._connection.execute(_OF_STEP, asked).one())

    @override
    def ask(self, session_id: int, asked_at: datetime) -> None:
        self._change(session_id, asked_at=asked_at)

    @override
    def plan(self, session_id: int, coach_id: int, planned_for: datetime, at: datetime) -> None:
        self._move(session_id, at, coach_id=coach_id, planned_for=planned_for)

    @override
    def call_off(self, session_id: int, at: datetime) -> None:
        self._move(session_id, at, planned_for=None, asked_at=None)

    @override
    def hold(self, session_id: int, coach_id: int, held_on: date) -> None:
        self._change(session_id, coach_id=coach_id, held_on=held_on.isoformat())

    @override
    def reopen(self, session_id: int) -> None:
        self._change(session_id, held_on=None)

    @override
    def find(self, session_id: int) -> InductionSession | None:
        row = self._connection.execute(_FIND, {"session": session_id}).first()
        return _session(row) if row else None

    @override
    def list_of(self, teachers: Collection[int]) -> Sequence[InductionSession]:
        rows = self._connection.execute(_LIST, {"teachers": list(teachers)})
        return [_session(row) for row in rows]

    @override
    def keep_words(self, session_id: int, author_id: int, words: str, at: datetime) -> None:
        self._connection.execute(_DROP_WORDS, {"session": session_id, "author": author_id})
        kept = {"of": session_id, "by": author_id, "new_words": words, "at": at}
        self._connection.execute(_KEEP_WORDS, kept)

    @override
    def read_words(self, session_id: int) -> Mapping[int, str]:
        rows = self._connection.execute(_WORDS, {"session": session_id})
        return {row.author_id: row.words for row in rows}

    def _move(self, session_id: int, at: datetime, **values: object) -> None:
        once_more = induction_session.c.changes + 1
        self._change(session_id, **values, changed_at=at, changes=once_more)

    def _change(self, session_id: int, **values: object) -> None:
        self._connection.execute(_CHANGE.values(**values), {"session": session_id})


def _session(row: Row[*tuple[Any, ...]]) -> InductionSession:
    return InductionSession(
        row.id,
        row.teacher_id,
        InductionStep(row.step),
        row.coach_id,
        row.asked_at,
        row.planned_for,
        date.fromisoformat(row.held_on) if row.held_on else None,
        row.changed_at,
        row.changes,
    )
