"""Writing answers, and what comes of them, on one connection."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, insert, select, text, update
from typing_extensions import override

from bot.domain.reflecting.sharing import Share
from bot.ports.reflecting.answers import AnswerPart, Answers, Feedback, Reflection
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.tables import answer, answer_part, evidence, feedback, goal, person, track

_WHICH = answer.c.id == bindparam("answer")
_AT = bindparam("at", type_=Instant)
_BEGIN = insert(answer).returning(answer.c.id)
_ADD = insert(answer_part)
_SAID_IN = (
    answer_part.c.source == bindparam("said_in"),
    answer_part.c.answer_id.in_(
        select(answer.c.id)
        .join(track, track.c.id == answer.c.track_id)
        .where(track.c.student_id == bindparam("student"))
    ),
)
_SAID_AT = select(answer_part.c.said_at).where(*_SAID_IN)
_CORRECT = (
    update(answer_part)
    .where(*_SAID_IN)
    .values(text=bindparam("words"))
    .returning(answer_part.c.answer_id)
)
_FINISH = update(answer).where(_WHICH, answer.c.done_at.is_(None)).values(done_at=_AT)
_SHARE = update(answer).where(_WHICH).values(share=bindparam("with_whom"))
_WITHDRAW = update(answer).where(_WHICH).values(withdrawn_at=_AT)
# The row stays, and with it that the question was answered; the words go.
_DELETED = tuple(
    delete(table).where(table.c.answer_id == bindparam("answer"))
    for table in (answer_part, evidence, goal)
)
_OF_ANSWER = feedback.c.answer_id == bindparam("answer")
_UNSAY = (
    update(feedback).where(_OF_ANSWER).values(text=None),
    # What a sum has told stays told; what it has not is never told of words that are gone.
    update(feedback).where(_OF_ANSWER, feedback.c.summed_in.is_(None)).values(helped=None),
)
_NO_EVIDENCE = delete(evidence).where(
    evidence.c.answer_id == bindparam("answer"), evidence.c.indicator_id == bindparam("indicator")
)
_EVIDENCE = text(
    "INSERT INTO evidence (answer_id, indicator_id, organisation_id)"
    " VALUES (:answer, :indicator, :organisation)"
)
_GOAL = insert(goal).returning(goal.c.id)
_DROP_GOAL = delete(goal).where(
    goal.c.id == bindparam("goal"),
    goal.c.answer_id.in_(
        select(answer.c.id)
        .join(track, track.c.id == answer.c.track_id)
        .where(track.c.student_id == bindparam("student"))
    ),
)
_ASK = insert(feedback).returning(feedback.c.id)
_SENT = (
    update(feedback)
    .where(feedback.c.id == bindparam("feedback"))
    .values(outbox_id=bindparam("message"))
)
_DROP_FEEDBACK = delete(feedback).where(feedback.c.id == bindparam("feedback"))
_FEEDBACK = (
    select(
        feedback.c.id,
        feedback.c.answer_id,
        feedback.c.giver_id,
        person.c.name.label("giver"),
        feedback.c.asked_at,
        feedback.c.outbox_id,
        feedback.c.text,
        feedback.c.helped,
        feedback.c.summed_in.is_not(None).label("summed"),
    )
    .join(person, person.c.id == feedback.c.giver_id)
    .order_by(feedback.c.id)
)
_ONE_FEEDBACK = _FEEDBACK.where(feedback.c.id == bindparam("feedback"))
_FEEDBACK_ON = _FEEDBACK.where(feedback.c.answer_id == bindparam("answer"))
_GIVE = (
    update(feedback)
    .where(feedback.c.id == bindparam("feedback"), feedback.c.given_at.is_(None))
    .values(text=bindparam("words"), given_at=_AT)
)
_JUDGE = (
    update(feedback)
    .where(
        feedback.c.id == bindparam("feedback"),
        feedback.c.text.is_not(None),
        feedback.c.summed_in.is_(None),
    )
    .values(helped=bindparam("says"))
)
_JUDGED = (
    select(feedback.c.id, feedback.c.helped)
    .where(feedback.c.giver_id == bindparam("giver"), feedback.c.helped.is_not(None))
    .order_by(feedback.c.id)
)
_UNSUMMED = _JUDGED.where(feedback.c.summed_in.is_(None))
_SUMMED = _JUDGED.where(feedback.c.summed_in == bindparam("errand"))
_SUM_UP = (
    update(feedback)
    .where(feedback.c.id.in_(bindparam("these", expanding=True)))
    .values(summed_in=bindparam("errand"))
)


class StoredAnswers(Connected, Answers):
    """Answers on one connection."""

    @override
    def begin(
        self, organisation_id: int, track_id: int, asked_id: int | None, share: Share, at: datetime
    ) -> int:
        row = {
            "organisation_id": organisation_id,
            "track_id": track_id,
            "asked_id": asked_id,
            "share": share.value,
            "said_at": at,
        }
        return int(self._connection.execute(_BEGIN, row).scalar_one())

    @override
    def add_part(
        self, organisation_id: int, answer_id: int, part: AnswerPart, at: datetime
    ) -> None:
        row = {
            "organisation_id": organisation_id,
            "answer_id": answer_id,
            "kind": part.kind,
            "text": part.text,
            "file": part.file,
            "source": part.source,
            "said_at": at,
            "replies_to": part.replies_to or "",
        }
        self._connection.execute(_ADD, row)

    @override
    def correct(self, student_id: int, source: str, text: str) -> int | None:
        which = {"student": student_id, "said_in": source, "words": text}
        return self._connection.execute(_CORRECT, which).scalars().first()

    @override
    def find_said_at(self, student_id: int, source: str) -> datetime | None:
        which = {"student": student_id, "said_in": source}
        return self._connection.execute(_SAID_AT, which).scalars().first()

    @override
    def finish(self, answer_id: int, at: datetime) -> None:
        self._connection.execute(_FINISH, {"answer": answer_id, "at": at})

    @override
    def set_share(self, answer_id: int, share: Share) -> None:
        self._connection.execute(_SHARE, {"answer": answer_id, "with_whom": share.value})

    @override
    def withdraw(self, answer_id: int, at: datetime) -> None:
        self._connection.execute(_WITHDRAW, {"answer": answer_id, "at": at})
        for statement in (*_DELETED, *_UNSAY):
            self._connection.execute(statement, {"answer": answer_id})

    @override
    def toggle_evidence(self, organisation_id: int, answer_id: int, indicator_id: int) -> None:
        which = {"answer": answer_id, "indicator": indicator_id}
        if self._connection.execute(_NO_EVIDENCE, which).rowcount == 0:
            self._connection.execute(_EVIDENCE, {**which, "organisation": organisation_id})

    @override
    def add_goal(self, reflection: Reflection, text: str, due_at: datetime) -> int:
        row = {
            "organisation_id": reflection.organisation_id,
            "answer_id": reflection.id,
            "indicator_id": reflection.question.indicator_id if reflection.question else None,
            "text": text,
            "due_at": due_at,
        }
        return int(self._connection.execute(_GOAL, row).scalar_one())

    @override
    def drop_goal(self, student_id: int, goal_id: int) -> bool:
        which = {"student": student_id, "goal": goal_id}
        return self._connection.execute(_DROP_GOAL, which).rowcount == 1

    @override
    def ask_feedback(
        self, organisation_id: int, answer_id: int, giver_id: int, at: datetime
    ) -> int:
        row = {
            "organisation_id": organisation_id,
            "answer_id": answer_id,
            "giver_id": giver_id,
            "asked_at": at,
        }
        return int(self._connection.execute(_ASK, row).scalar_one())

    @override
    def drop_feedback(self, feedback_id: int) -> None:
        self._connection.execute(_DROP_FEEDBACK, {"feedback": feedback_id})

    @override
    def record_feedback_sent(self, feedback_id: int, outbox_id: int) -> None:
        self._connection.execute(_SENT, {"feedback": feedback_id, "message": outbox_id})

    @override
    def find_feedback(self, feedback_id: int) -> Feedback | None:
        row = self._connection.execute(_ONE_FEEDBACK, {"feedback": feedback_id}).one_or_none()
        return Feedback(**row._mapping) if row else None

    @override
    def give_feedback(self, feedback_id: int, text: str, at: datetime) -> bool:
        said = {"feedback": feedback_id, "words": text, "at": at}
        return self._connection.execute(_GIVE, said).rowcount == 1

    @override
    def judge_feedback(self, feedback_id: int, helped: bool | None) -> bool:
        says = {"feedback": feedback_id, "says": helped}
        return self._connection.execute(_JUDGE, says).rowcount == 1

    @override
    def list_judged(
        self, giver_id: int, errand_id: int | None = None
    ) -> Sequence[tuple[int, bool]]:
        statement = _UNSUMMED if errand_id is None else _SUMMED
        rows = self._connection.execute(statement, {"giver": giver_id, "errand": errand_id})
        return [(row.id, row.helped) for row in rows]

    @override
    def sum_up(self, feedback: Collection[int], errand_id: int) -> None:
        self._connection.execute(_SUM_UP, {"these": list(feedback), "errand": errand_id})

    @override
    def list_feedback_on(self, answer_id: int) -> Sequence[Feedback]:
        rows = self._connection.execute(_FEEDBACK_ON, {"answer": answer_id})
        return [Feedback(**row._mapping) for row in rows]
