"""Ask the teachers' coach for a session of one's own."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.domain.inducting.steps import OF_ONE, InductionStep
from bot.domain.school.tracks import Person
from bot.domain.telling.asks import Asks
from bot.messages import MessageKind
from bot.ports import UnitOfWork
from bot.ports.telling.outbox import Posted
from bot.use_cases.inducting.see_starters import StarterStanding

LASTS = timedelta(days=30)
"""How long a message that a coach cannot get yet is of use."""


def session_to_ask(standing: StarterStanding) -> InductionStep | None:
    """Say for which session a teacher can ask: the next that has not been and has no moment."""
    return next(
        (step for step in OF_ONE if not standing.is_held(step) and not standing.is_planned(step)),
        None,
    )


def ask_for_session(
    uow: UnitOfWork, standing: StarterStanding, teacher: Person, at: datetime
) -> Sequence[str]:
    """Keep that a teacher asks for the next session, and tell the teachers' coaches.

    Gives the names of whom it reaches. Where it is asked for already nobody is told again.
    """
    step = session_to_ask(standing)
    if step is None or standing.is_asked(step):
        return ()
    session = uow.inductions.begin(standing.starter, step, at)
    uow.inductions.ask(session.id, at)
    named = []
    for coach in uow.teachers_coaches.list_of(teacher.organisation_id):
        told = Posted(
            coach.id,
            MessageKind.ANSWER,
            f"{Asks.SESSION_ASKED}:{session.id}:{session.changes}:{coach.id}",
            Asks.SESSION_ASKED,
            expires_at=at + LASTS,
            about_id=session.id,
        )
        if coach.id != teacher.id and uow.outbox.post(told, at) is not None:
            named.append(coach.name)
    return named
