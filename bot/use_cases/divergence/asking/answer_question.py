"""Answer a coach's question: the words go to the coach who asked, and to nobody else."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.divergence.interventions import InterventionKind
from bot.domain.school.frameworks import Competence
from bot.domain.school.tracks import Track
from bot.domain.telling.asks import Asks
from bot.ports import UnitOfWork
from bot.ports.divergence import CoachQuestion
from bot.use_cases.divergence.record_intervention import record_intervention
from bot.use_cases.telling.personal_questions import (
    Envelope,
    Refusal,
    Refused,
    list_lately_asked,
    post_answer,
)


def find_subject(
    uow: UnitOfWork, question: CoachQuestion, tracks: Sequence[Track]
) -> tuple[Track, Competence] | None:
    """Find what a question is about among these tracks; None where it is about none of them."""
    alert = uow.alerts.find(question.alert_id)
    track = next((track for track in tracks if alert and track.id == alert.track_id), None)
    if alert is None or track is None:
        return None
    programme = uow.tracks.read_programme(track.programme_id)
    competence = programme.competence_by_id(alert.competence_id)
    return (track, competence) if competence else None


def find_unanswered(
    uow: UnitOfWork, asked_id: int, tracks: Sequence[Track], question_id: int
) -> CoachQuestion:
    """Find a question that waits for the answer of somebody who has these tracks.

    Raises Refused where it was not asked of this person, who may have lost sight of the student,
    or where it was answered before.
    """
    question = uow.interventions.find_question(question_id)
    if question is None or question.asked_id != asked_id:
        raise Refused(Refusal.GONE)
    if find_subject(uow, question, tracks) is None:
        raise Refused(Refusal.GONE)
    if question.answer is not None:
        raise Refused(Refusal.ANSWERED)
    return question


def find_lately_asked(
    uow: UnitOfWork, asked_id: int, tracks: Sequence[Track], at: datetime
) -> tuple[CoachQuestion, datetime] | None:
    """Find the newest question that reached somebody lately and waits, and when it reached them."""
    for arrived in list_lately_asked(uow, asked_id, Asks.QUESTION, at):
        try:
            return find_unanswered(uow, asked_id, tracks, arrived.about_id), arrived.at
        except Refused:
            continue
    return None


def answer_question(uow: UnitOfWork, question: CoachQuestion, text: str, at: datetime) -> None:
    """Keep the answer to a question that was found unanswered, and bring it to the coach.

    Raises Refused where it was answered before.
    """
    alert = uow.alerts.find(question.alert_id)
    if alert is None or not uow.interventions.add_answer(question.id, text, at):
        raise Refused(Refusal.ANSWERED)
    # That it was answered, never the words: other coaches of the track read the log too.
    record_intervention(uow, alert, question.asked_id, InterventionKind.ANSWERED, at)
    post_answer(uow, Envelope(Asks.ANSWER, question.id, question.asked_by_id, alert.track_id), at)
