"""Ask those who score how they see what an alert is about.

A question never says what somebody else scored.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.divergence.interventions import InterventionKind
from bot.domain.school.tracks import Role
from bot.domain.telling.asks import Asks
from bot.ports import UnitOfWork
from bot.ports.divergence import Alert
from bot.use_cases.divergence.record_intervention import record_intervention
from bot.use_cases.divergence.see_scorers import Scorer, see_scorers
from bot.use_cases.telling.personal_questions import Envelope, post_question


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom a question went to, by name, who is out of reach, and the former by their identities."""

    reached: Sequence[str]
    away: Sequence[str]
    people: Sequence[tuple[int, str]] = ()


def list_askable(
    uow: UnitOfWork, track_id: int, coach_id: int, roles: Collection[Role]
) -> list[Scorer]:
    """List whom a coach can ask: who scores on the track in one of the roles, but not the coach."""
    return [
        scorer
        for scorer in see_scorers(uow, track_id)
        if scorer.role in roles and scorer.person_id != coach_id
    ]


def ask_about_alert(
    uow: UnitOfWork,
    alert: Alert,
    coach_id: int,
    roles: Collection[Role],
    text: str,
    at: datetime,
) -> Asked:
    """Ask everybody in these roles about an alert that stands open; no text is the usual question.

    It goes into the log where it reaches somebody.
    """
    reached: list[str] = []
    away: list[str] = []
    people: list[tuple[int, str]] = []
    for scorer in list_askable(uow, alert.track_id, coach_id, roles):
        is_sent = _send(uow, alert, coach_id, scorer, text, at)
        (reached if is_sent else away).append(scorer.name)
        people += [(scorer.person_id, scorer.name)] if is_sent else []
    if reached:
        record_intervention(uow, alert, coach_id, InterventionKind.ASKED, at, text)
    return Asked(reached, away, people)


def _send(
    uow: UnitOfWork, alert: Alert, coach_id: int, scorer: Scorer, text: str, at: datetime
) -> bool:
    question = uow.interventions.add_question(
        alert, coach_id, scorer.person_id, scorer.role, text, at
    )
    envelope = Envelope(Asks.QUESTION, question, scorer.person_id, alert.track_id)
    return post_question(uow, envelope, at) is not None
