"""Interviews and what comes of them, on one connection."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, insert, select, update
from typing_extensions import override

from bot.domain.matching.candidacies import MOST_IDLE, Candidacy
from bot.domain.matching.interviews import (
    Alternative,
    CriterionMet,
    Interview,
    InterviewOutcome,
)
from bot.ports.matching.interviews import Interviews
from bot.storage.connected import Connected
from bot.storage.matching.shapes import INTERVIEWS, interview_of, read_met
from bot.storage.tables import candidacy, criterion_verdict, interview, offered_place

_FIND = INTERVIEWS.where(interview.c.id == bindparam("this"))
_LIST = INTERVIEWS.where(interview.c.candidacy_id == bindparam("candidacy")).order_by(
    interview.c.id
)


class StoredInterviews(Connected, Interviews):
    """Interviews on one connection."""

    @override
    def add(self, candidacy: Candidacy, place_id: int | None, leader_id: int, at: datetime) -> int:
        row = {
            "organisation_id": candidacy.organisation_id,
            "candidacy_id": candidacy.id,
            "place_id": place_id,
            "leader_id": leader_id,
            "made_at": at,
            "changes": 0,
            "feedback": "",
            "alternative_words": "",
        }
        made = insert(interview).returning(interview.c.id)
        return int(self._connection.execute(made, row).scalar_one())

    @override
    def find(self, interview_id: int) -> Interview | None:
        row = self._connection.execute(_FIND, {"this": interview_id}).one_or_none()
        return interview_of(row, read_met(self._connection, [row.id])[row.id]) if row else None

    @override
    def list_of(self, candidacy_id: int) -> Sequence[Interview]:
        rows = self._connection.execute(_LIST, {"candidacy": candidacy_id}).all()
        met = read_met(self._connection, [row.id for row in rows])
        return [interview_of(row, met[row.id]) for row in rows]

    @override
    def plan(self, interview_id: int, leader_id: int, planned_for: datetime) -> None:
        self._change(
            interview_id,
            leader_id=leader_id,
            planned_for=planned_for,
            changes=interview.c.changes + 1,
        )
        self._keep_on(interview_id, planned_for)

    @override
    def call_off(self, interview_id: int, at: datetime) -> None:
        self._change(interview_id, called_off_at=at, changes=interview.c.changes + 1)

    @override
    def say_met(self, interview_id: int, criterion_id: int, met: CriterionMet) -> None:
        own = criterion_verdict.c
        before = delete(criterion_verdict).where(
            own.interview_id == interview_id, own.criterion_id == criterion_id
        )
        self._connection.execute(before)
        found = self.find(interview_id)
        if found is not None:
            row = {
                "organisation_id": found.organisation_id,
                "interview_id": interview_id,
                "criterion_id": criterion_id,
                "met": met.value,
            }
            self._connection.execute(insert(criterion_verdict), row)

    @override
    def say_feedback(self, interview_id: int, words: str) -> None:
        self._change(interview_id, feedback=words)

    @override
    def say_outcome(self, interview_id: int, outcome: InterviewOutcome) -> None:
        self._change(interview_id, outcome=outcome.value)

    @override
    def say_alternative(self, interview_id: int, alternative: Alternative, words: str) -> None:
        self._change(interview_id, alternative=alternative.value, alternative_words=words)

    @override
    def decide(self, interview_id: int, at: datetime) -> None:
        self._change(interview_id, decided_at=at)
        self._keep_on(interview_id, at)

    def _keep_on(self, interview_id: int, since: datetime) -> None:
        """Keep those whose interview it is for longer, where it has not ended for them."""
        for table, column in (
            (candidacy, interview.c.candidacy_id),
            (offered_place, interview.c.place_id),
        ):
            whose = select(column).where(interview.c.id == interview_id).scalar_subquery()
            open_one = update(table).where(table.c.id == whose, table.c.ended_at.is_(None))
            self._connection.execute(open_one.values(erase_at=since + MOST_IDLE))

    def _change(self, interview_id: int, **values: object) -> None:
        this = update(interview).where(interview.c.id == interview_id)
        self._connection.execute(this.values(**values))
