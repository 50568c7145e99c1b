"""Plan a step of a teacher, or the instruction of several at once; move it, or call it off."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.domain.inducting.steps import InductionSession, InductionStep
from bot.domain.school.tracks import Person
from bot.domain.telling.asks import Asks
from bot.messages import MessageKind
from bot.ports import UnitOfWork
from bot.ports.acts import Act, Doer
from bot.ports.telling.outbox import Posted
from bot.use_cases.inducting.see_starters import StarterStanding

LASTS = timedelta(days=30)
"""How long a message that a teacher cannot get yet is of use."""


def plan_step(
    uow: UnitOfWork,
    standing: StarterStanding,
    step: InductionStep,
    coach: Person,
    moment: datetime,
    at: datetime,
) -> bool:
    """Plan a step for a moment (aware); says whether the teacher can be told of it."""
    session = uow.inductions.begin(standing.starter, step, at)
    uow.inductions.plan(session.id, coach.id, moment, at)
    uow.acts.record(coach.id, Act.STARTER, at, standing.starter.name)
    return _tell(uow, session, at)


def plan_together(
    uow: UnitOfWork,
    standings: Sequence[StarterStanding],
    coach: Person,
    moment: datetime,
    at: datetime,
) -> Sequence[str]:
    """Plan the one instruction of these teachers for a moment; names whom nothing reaches."""
    return [
        own.starter.name
        for own in standings
        if not plan_step(uow, own, InductionStep.TOGETHER, coach, moment, at)
    ]


def call_off_step(
    uow: UnitOfWork, standing: StarterStanding, step: InductionStep, by: Doer
) -> bool | None:
    """Call a step off; says whether the teacher can be told, None where nothing was planned."""
    if not (standing.is_planned(step) or standing.is_asked(step)):
        return None
    session = standing.sessions[step]
    uow.inductions.call_off(session.id, by.at)
    uow.acts.record(by.person_id, Act.STARTER, by.at, standing.starter.name)
    return _tell(uow, session, by.at)


def _tell(uow: UnitOfWork, session: InductionSession, at: datetime) -> bool:
    told = Posted(
        session.teacher_id,
        MessageKind.NOTICE,
        f"{Asks.STEP_PLANNED}:{session.id}:{session.changes + 1}",
        Asks.STEP_PLANNED,
        expires_at=at + LASTS,
        about_id=session.id,
    )
    return uow.outbox.post(told, at) is not None
