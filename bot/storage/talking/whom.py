"""Whom that is about which a question waits for, by the name of its field and an identity."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import BindParameter, Connection, Select, bindparam, select

from bot.storage.columns import Identity
from bot.storage.tables import (
    agreement,
    alert,
    answer,
    candidacy,
    contest,
    feedback,
    forgetting,
    incident,
    induction_session,
    interview,
    page_session,
    person,
    placement,
    prior_claim,
    question,
    substitute,
    track,
    visit,
)

_OF_TRACK = select(track.c.student_id)
_OF_ALERT = _OF_TRACK.join(alert, alert.c.track_id == track.c.id)
_OF_ANSWER = _OF_TRACK.join(answer, answer.c.track_id == track.c.id)
_THIS: BindParameter[int] = bindparam("this", type_=Identity)

WHOM: Mapping[str, Select[Any]] = {
    "track": _OF_TRACK.where(track.c.id == _THIS),
    "alert": _OF_ALERT.where(alert.c.id == _THIS),
    "question": _OF_ALERT.join(question, question.c.alert_id == alert.c.id).where(
        question.c.id == _THIS
    ),
    "answer": _OF_ANSWER.where(answer.c.id == _THIS),
    "feedback": _OF_ANSWER.join(feedback, feedback.c.answer_id == answer.c.id).where(
        feedback.c.id == _THIS
    ),
    "contest": _OF_TRACK.join(contest, contest.c.track_id == track.c.id).where(
        contest.c.id == _THIS
    ),
    "placement": _OF_TRACK.join(placement, placement.c.track_id == track.c.id).where(
        placement.c.id == _THIS
    ),
    "incident": _OF_TRACK.join(incident, incident.c.track_id == track.c.id).where(
        incident.c.id == _THIS
    ),
    "session": select(page_session.c.person_id).where(page_session.c.id == _THIS),
    "visit": _OF_TRACK.join(placement, placement.c.track_id == track.c.id)
    .join(visit, visit.c.placement_id == placement.c.id)
    .where(visit.c.id == _THIS),
    "agreement": _OF_TRACK.join(placement, placement.c.track_id == track.c.id)
    .join(agreement, agreement.c.placement_id == placement.c.id)
    .where(agreement.c.id == _THIS),
    "induction": select(induction_session.c.teacher_id).where(induction_session.c.id == _THIS),
    "candidacy": select(candidacy.c.person_id).where(candidacy.c.id == _THIS),
    "interview": select(candidacy.c.person_id)
    .join(interview, interview.c.candidacy_id == candidacy.c.id)
    .where(interview.c.id == _THIS),
    "teacher": select(person.c.id).where(person.c.id == _THIS),
    "absent": select(person.c.id).where(person.c.id == _THIS),
    "substitute": select(substitute.c.absent_id).where(substitute.c.id == _THIS),
    "claim": _OF_TRACK.join(prior_claim, prior_claim.c.track_id == track.c.id).where(
        prior_claim.c.id == _THIS
    ),
    "wish": select(forgetting.c.person_id).where(forgetting.c.id == _THIS),
    "student": select(person.c.id).where(person.c.id == _THIS),
}
"""How each kind of field leads to a person."""


def find_whom(connection: Connection, what: str, identity: int) -> int | None:
    """Find the person about whom a field is; None for one that is about nobody."""
    looks = WHOM.get(what)
    if looks is None:
        return None
    return connection.execute(looks, {"this": identity}).scalar_one_or_none()
