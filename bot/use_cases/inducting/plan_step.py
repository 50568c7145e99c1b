"""Plan a step of a teacher, or the instruction of several at once; move it, or call it off."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.domain.inducting.steps import InductionSession, InductionStep
from bot.domain.school.tracks import Person
from bot.domain.telling.errands import ErrandKind
from bot.ports import UnitOfWork
from bot.ports.acts import Act, Doer
from bot.ports.telling.errands import NewErrand
from bot.use_cases.inducting.see_starters import StarterStanding
from bot.use_cases.telling.personal_questions import is_in_reach

LASTS = timedelta(days=30)
"""How long it waits for a teacher who is away: it stands among the own steps in any case."""


def plan_step(
    uow: UnitOfWork,
    standing: StarterStanding,
    step: InductionStep,
    coach: Person,
    moment: datetime,
    at: datetime,
) -> bool:
    """Plan a step for a moment (aware); says whether the teacher can be told of it.

    It is told within the one message of their day.
    """
    session = uow.inductions.begin(standing.starter, step, at)
    uow.inductions.plan(session.id, coach.id, moment, at)
    uow.acts.record(coach.id, Act.STARTER, at, standing.starter.name)
    return _tell(uow, standing, session, at)


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
    return _tell(uow, standing, session, by.at)


def _tell(
    uow: UnitOfWork, standing: StarterStanding, session: InductionSession, at: datetime
) -> bool:
    errand = NewErrand(
        organisation_id=standing.starter.organisation_id,
        person_id=session.teacher_id,
        kind=ErrandKind.STEP_PLANNED,
        subject=f"{session.id}:{session.changes + 1}",
        due_at=at,
        expires_at=at + LASTS,
        about_id=session.id,
    )
    uow.errands.give([errand])
    return is_in_reach(uow, session.teacher_id, at)
