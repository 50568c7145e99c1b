"""What a person may read of answers: every read for a person asks the one condition of this file.

The rows come from one table, `bot.domain.reflecting.sharing.READERS`. Only me means the student
alone; until an answer is done nobody else sees it, and once it is withdrawn nobody does.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Integer,
    Row,
    Select,
    and_,
    bindparam,
    exists,
    literal,
    literal_column,
    or_,
    select,
    union_all,
)
from typing_extensions import override

from bot.domain.reflecting.following import FollowUp
from bot.domain.reflecting.sharing import READERS, Share
from bot.domain.rights.looking import OpenedKind
from bot.domain.school.tracks import Role
from bot.ports.reflecting.answers import AnswerPart, AnswerReads, Feedback, GoalSet, Reflection
from bot.ports.reflecting.prompts import AskedPrompt
from bot.storage.connected import ReadForPeople
from bot.storage.reflecting.prompts import QUESTION_COLUMNS
from bot.storage.tables import (
    answer,
    answer_part,
    asked,
    evidence,
    feedback,
    goal,
    involvement,
    person,
    track,
)

_VIEWER: BindParameter[int] = bindparam("viewer", type_=Integer)
_RULES = union_all(
    *(
        select(
            literal_column(f"'{share.value}'").label("share"),
            literal_column(f"'{role.value}'").label("role"),
        )
        for share, roles in READERS.items()
        for role in sorted(roles)
    )
).subquery("rules")
_ROLES = union_all(
    select(track.c.id.label("track_id"), literal(Role.STUDENT.value).label("role")).where(
        track.c.student_id == _VIEWER
    ),
    select(involvement.c.track_id, involvement.c.role).where(involvement.c.person_id == _VIEWER),
).subquery("roles")


def may_read(answer_id: ColumnElement[int]) -> ColumnElement[bool]:
    """Say of an answer, by its id, whether a viewer may read it: no other answer is looked at."""
    read = answer.alias("read")
    return exists(
        select(literal_column("1"))
        .select_from(read)
        .join(_ROLES, _ROLES.c.track_id == read.c.track_id)
        .join(_RULES, and_(_RULES.c.share == read.c.share, _RULES.c.role == _ROLES.c.role))
        .where(
            read.c.id == answer_id,
            read.c.withdrawn_at.is_(None),
            or_(read.c.done_at.is_not(None), _ROLES.c.role == Role.STUDENT.value),
        )
    )


def _answers() -> Select[Any]:
    question = [column.label(f"q_{column.name}") for column in QUESTION_COLUMNS]
    return (
        select(
            answer.c.id,
            answer.c.organisation_id,
            answer.c.track_id,
            track.c.student_id,
            answer.c.share,
            answer.c.said_at,
            answer.c.done_at,
            *question,
        )
        .join(track, track.c.id == answer.c.track_id)
        .outerjoin(asked, asked.c.id == answer.c.asked_id)
        # A goal is read by whoever may read the answer that it comes of.
        .outerjoin(
            goal,
            and_(goal.c.taken_up_id == asked.c.id, may_read(goal.c.answer_id)),
        )
        .where(may_read(answer.c.id))
    )


_ONE = _answers().where(answer.c.id == bindparam("answer"))
_OF_TRACK = (
    _answers()
    .where(
        answer.c.track_id == bindparam("track"),
        or_(bindparam("before") == 0, answer.c.id < bindparam("before")),
    )
    .order_by(answer.c.id.desc())
    .limit(bindparam("at_most"))
)
_THESE: BindParameter[int] = bindparam("answers", type_=Integer, expanding=True)
_PARTS = (
    select(
        answer_part.c.answer_id,
        answer_part.c.kind,
        answer_part.c.text,
        answer_part.c.file,
        answer_part.c.source,
        answer_part.c.replies_to,
    )
    .where(answer_part.c.answer_id.in_(_THESE), may_read(answer_part.c.answer_id))
    .order_by(answer_part.c.said_at, answer_part.c.id)
)
_EVIDENCE = (
    select(evidence.c.answer_id, evidence.c.indicator_id)
    .where(evidence.c.answer_id.in_(_THESE), may_read(evidence.c.answer_id))
    .order_by(evidence.c.indicator_id)
)
_GOALS = (
    select(goal.c.answer_id, goal.c.id, goal.c.text, goal.c.due_at)
    .where(goal.c.answer_id.in_(_THESE), may_read(goal.c.answer_id))
    .order_by(goal.c.id)
)
_FEEDBACK = (
    select(
        feedback.c.id,
        feedback.c.answer_id,
        feedback.c.giver_id,
        person.c.name.label("giver"),
        feedback.c.asked_at,
        feedback.c.outbox_id,
        feedback.c.text,
    )
    .join(person, person.c.id == feedback.c.giver_id)
    .join(answer, answer.c.id == feedback.c.answer_id)
    .join(track, track.c.id == answer.c.track_id)
    .where(
        feedback.c.answer_id.in_(_THESE),
        may_read(feedback.c.answer_id),
        or_(feedback.c.giver_id == _VIEWER, track.c.student_id == _VIEWER),
    )
    .order_by(feedback.c.id)
)
_PROOF = (
    select(evidence.c.indicator_id, answer.c.said_at)
    .join(answer, answer.c.id == evidence.c.answer_id)
    .where(answer.c.track_id == bindparam("track"), may_read(answer.c.id))
    .order_by(answer.c.said_at)
)


class VisibleAnswers(ReadForPeople, AnswerReads):
    """Reads of answers for a person, on one connection."""

    @override
    def find(self, viewer_id: int, answer_id: int) -> Reflection | None:
        rows = self._connection.execute(_ONE, {"viewer": viewer_id, "answer": answer_id})
        return next(iter(self._whole(viewer_id, rows.all())), None)

    @override
    def list_of_track(
        self, viewer_id: int, track_id: int, at_most: int, before: int | None = None
    ) -> Sequence[Reflection]:
        asked_for = {
            "viewer": viewer_id,
            "track": track_id,
            "at_most": at_most,
            "before": before or 0,
        }
        return self._whole(viewer_id, self._connection.execute(_OF_TRACK, asked_for).all())

    @override
    def list_evidence(self, viewer_id: int, track_id: int) -> Sequence[tuple[int, datetime]]:
        rows = self._connection.execute(_PROOF, {"viewer": viewer_id, "track": track_id})
        return [(row.indicator_id, row.said_at) for row in rows]

    def _whole(self, viewer_id: int, rows: Sequence[Row[*tuple[Any, ...]]]) -> Sequence[Reflection]:
        """Read what belongs to these answers."""
        if not rows:
            return []
        self._glimpses.count_in({row.track_id for row in rows}, OpenedKind.ANSWERS)
        these = {"viewer": viewer_id, "answers": [row.id for row in rows]}
        parts, links, goals, given = (
            _by_answer(self._connection.execute(statement, these))
            for statement in (_PARTS, _EVIDENCE, _GOALS, _FEEDBACK)
        )
        return [
            Reflection(
                row.id,
                row.organisation_id,
                row.track_id,
                row.student_id,
                Share(row.share),
                row.said_at,
                row.done_at,
                _question(row),
                parts=[_part(part) for part in parts[row.id]],
                evidence=[link.indicator_id for link in links[row.id]],
                goals=[GoalSet(goal.id, goal.text, goal.due_at) for goal in goals[row.id]],
                feedback=[Feedback(**feedback._mapping) for feedback in given[row.id]],
            )
            for row in rows
        ]


def _part(row: Row[*tuple[Any, ...]]) -> AnswerPart:
    follows = FollowUp(row.replies_to) if row.replies_to else None
    return AnswerPart(row.kind, row.text, row.file, row.source, follows)


def _by_answer(rows: Iterable[Row[*tuple[Any, ...]]]) -> defaultdict[int, list[Any]]:
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.answer_id].append(row)
    return found


def _question(row: Row[*tuple[Any, ...]]) -> AskedPrompt | None:
    if row.q_id is None:
        return None
    own = {column.name: row._mapping[f"q_{column.name}"] for column in QUESTION_COLUMNS}
    return AskedPrompt(**own, answer_id=row.id)
