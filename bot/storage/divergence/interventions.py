"""What coaches ask and do, and the log of it, on one connection."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, and_, bindparam, insert, literal, select, union, update
from typing_extensions import override

from bot.domain.divergence.alerts import AlertState
from bot.domain.divergence.interventions import InterventionKind
from bot.domain.divergence.kinds import DivergenceKind
from bot.domain.rights.looking import Glimpses, OpenedKind
from bot.domain.school.tracks import Role
from bot.ports.divergence import Alert, CoachQuestion, Intervention, Interventions, TalkPlanned
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.tables import (
    alert,
    intervention,
    involvement,
    person,
    programme_competence,
    question,
    track,
)

_LOG = insert(intervention)
_OF_TRACK = (
    select(
        intervention.c.track_id,
        intervention.c.alert_id,
        person.c.name.label("author"),
        intervention.c.kind,
        intervention.c.text,
        intervention.c.at,
        alert.c.competence_id,
        alert.c.kind.label("about"),
    )
    .join(person, person.c.id == intervention.c.author_id)
    .outerjoin(alert, alert.c.id == intervention.c.alert_id)
    .where(intervention.c.track_id == bindparam("track"))
    .order_by(intervention.c.at, intervention.c.id)
)
_TALKS_AFTER = select(intervention.c.alert_id).where(
    intervention.c.track_id.in_(bindparam("tracks", expanding=True)),
    intervention.c.alert_id.is_not(None),
    intervention.c.kind == InterventionKind.TALK_PLANNED.value,
    # The moment is written from the year on, so that what is later sorts behind.
    intervention.c.text >= bindparam("moment"),
)
_TALKS_PLANNED = (
    select(
        intervention.c.alert_id,
        intervention.c.track_id,
        intervention.c.text,
        alert.c.state,
    )
    .join(alert, alert.c.id == intervention.c.alert_id)
    .where(
        intervention.c.track_id.in_(bindparam("tracks", expanding=True)),
        intervention.c.kind == InterventionKind.TALK_PLANNED.value,
        alert.c.state != AlertState.RESOLVED.value,
    )
    .order_by(intervention.c.at, intervention.c.id)
)
_student = person.alias("student")
_LOGGED = (
    select(
        intervention.c.at,
        intervention.c.track_id,
        _student.c.name.label("student"),
        programme_competence.c.number,
        alert.c.kind.label("about"),
        intervention.c.kind,
        intervention.c.text,
        person.c.name.label("author"),
    )
    .join(person, person.c.id == intervention.c.author_id)
    .join(track, track.c.id == intervention.c.track_id)
    .join(_student, _student.c.id == track.c.student_id)
    .outerjoin(alert, alert.c.id == intervention.c.alert_id)
    .outerjoin(
        programme_competence,
        and_(
            programme_competence.c.programme_id == track.c.programme_id,
            programme_competence.c.competence_id == alert.c.competence_id,
        ),
    )
    .where(intervention.c.organisation_id == bindparam("organisation"))
    .order_by(intervention.c.at, intervention.c.id)
)
_ASK = insert(question).returning(question.c.id)
_QUESTIONS = (
    select(
        question.c.id,
        question.c.alert_id,
        question.c.asked_by_id,
        question.c.asked_id,
        person.c.name.label("asked"),
        question.c.role,
        question.c.text,
        question.c.asked_at,
        question.c.answer,
        question.c.answered_at,
    )
    .join(person, person.c.id == question.c.asked_id)
    .order_by(question.c.asked_at, question.c.id)
)
_QUESTION = _QUESTIONS.where(question.c.id == bindparam("question"))
_OF_ALERT = _QUESTIONS.where(question.c.alert_id == bindparam("alert"))
_ANSWER = (
    update(question)
    .where(question.c.id == bindparam("question"), question.c.answered_at.is_(None))
    .values(answer=bindparam("said"), answered_at=bindparam("at", type_=Instant))
)
_HAND_ON = (
    update(question)
    .where(question.c.id == bindparam("question"))
    .values(asked_by_id=bindparam("reader"))
)
_SEATS = union(
    select(track.c.student_id.label("person_id"), literal(Role.STUDENT.value).label("role")).where(
        track.c.id == bindparam("track")
    ),
    select(involvement.c.person_id, involvement.c.role).where(
        involvement.c.track_id == bindparam("track"), involvement.c.role != Role.COACH.value
    ),
).order_by("role", "person_id")


class StoredInterventions(Connected, Interventions):
    """Questions and interventions on one connection."""

    @override
    def record(self, alert: Alert, author_id: int, kind: str, text: str, at: datetime) -> None:
        row = {
            "organisation_id": alert.organisation_id,
            "track_id": alert.track_id,
            "alert_id": alert.id,
            "author_id": author_id,
            "kind": kind,
            "text": text,
            "at": at,
        }
        self._connection.execute(_LOG, row)

    @override
    def list_of_track(self, track_id: int) -> Sequence[Intervention]:
        return [
            Intervention(
                **{**row._mapping, "about": DivergenceKind(row.about) if row.about else None}
            )
            for row in self._connection.execute(_OF_TRACK, {"track": track_id})
        ]

    @override
    def list_talks_after(self, tracks: Collection[int], moment: str) -> Collection[int]:
        asked = {"tracks": list(tracks), "moment": moment}
        return frozenset(self._connection.execute(_TALKS_AFTER, asked).scalars())

    @override
    def list_talks_planned(self, tracks: Collection[int]) -> Mapping[int, TalkPlanned]:
        rows = self._connection.execute(_TALKS_PLANNED, {"tracks": list(tracks)})
        return {
            row.alert_id: TalkPlanned(row.track_id, row.text, row.state == AlertState.OPEN.value)
            for row in rows
        }

    @override
    def add_question(
        self, alert: Alert, asked_by_id: int, asked_id: int, role: Role, text: str, at: datetime
    ) -> int:
        row = {
            "organisation_id": alert.organisation_id,
            "alert_id": alert.id,
            "asked_by_id": asked_by_id,
            "asked_id": asked_id,
            "role": role.value,
            "text": text,
            "asked_at": at,
        }
        return int(self._connection.execute(_ASK, row).scalar_one())

    @override
    def find_question(self, question_id: int) -> CoachQuestion | None:
        row = self._connection.execute(_QUESTION, {"question": question_id}).one_or_none()
        return _question(row) if row else None

    @override
    def list_questions(self, alert_id: int) -> Sequence[CoachQuestion]:
        rows = self._connection.execute(_OF_ALERT, {"alert": alert_id})
        return [_question(row) for row in rows]

    @override
    def hand_on(self, question_id: int, reader_id: int) -> None:
        self._connection.execute(_HAND_ON, {"question": question_id, "reader": reader_id})

    @override
    def add_answer(self, question_id: int, text: str, at: datetime) -> bool:
        asked = {"question": question_id, "said": text, "at": at}
        return self._connection.execute(_ANSWER, asked).rowcount == 1

    @override
    def list_scorers(self, track_id: int) -> Sequence[tuple[int, Role]]:
        rows = self._connection.execute(_SEATS, {"track": track_id})
        return [(row.person_id, Role(row.role)) for row in rows]


def logged(
    connection: Connection, organisation_id: int, glimpses: Glimpses
) -> list[tuple[str, ...]]:
    """Read the whole log of an organisation, for its export: the instants in UTC.

    The students in it are counted in.
    """
    rows = connection.execute(_LOGGED, {"organisation": organisation_id}).all()
    glimpses.count_in({row.track_id for row in rows}, OpenedKind.VIEWS)
    return [
        (
            row.at.isoformat(timespec="minutes"),
            row.student,
            str(row.number or ""),
            row.about or "",
            row.kind,
            row.text,
            row.author,
        )
        for row in rows
    ]


def _question(row: Row[*tuple[Any, ...]]) -> CoachQuestion:
    return CoachQuestion(**{**row._mapping, "role": Role(row.role)})
