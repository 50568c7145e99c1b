"""Ask the teachers' coach for a session of one's own."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.domain.inducting.steps import OF_ONE, InductionStep
from bot.domain.school.tracks import Person
from bot.domain.telling.errands import ErrandKind
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.ports.telling.errands import NewErrand
from bot.use_cases.inducting.see_starters import StarterStanding

LASTS = timedelta(days=30)
"""How long it waits for a coach who is away: it stands among the steps in any case."""


def session_to_ask(standing: StarterStanding) -> InductionStep | None:
    """Say for which session a teacher can ask: the next that has not been and has no moment."""
    return next(
        (step for step in OF_ONE if not standing.is_held(step) and not standing.is_planned(step)),
        None,
    )


def ask_for_session(
    uow: UnitOfWork, standing: StarterStanding, teacher: Person, at: datetime
) -> Sequence[str]:
    """Keep that a teacher asks for the next session, and tell the teachers' coaches; their names.

    It is told within the one message of their day. Where it is asked for already nobody is told.
    """
    step = session_to_ask(standing)
    if step is None or standing.is_asked(step):
        return ()
    session = uow.inductions.begin(standing.starter, step, at)
    uow.inductions.ask(session.id, at)
    coaches = [
        own for own in uow.teachers_coaches.list_of(teacher.organisation_id) if own.id != teacher.id
    ]
    uow.errands.give(
        [
            NewErrand(
                organisation_id=coach.organisation_id,
                person_id=coach.id,
                kind=ErrandKind.SESSION_ASKED,
                subject=f"{session.id}:{session.changes}",
                due_at=at,
                expires_at=at + LASTS,
                about_id=session.id,
            )
            for coach in coaches
        ]
    )
    uow.acts.record(teacher.id, Act.TOLD, at)
    return [coach.name for coach in coaches]
