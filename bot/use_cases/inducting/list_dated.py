"""What has a date of the teachers who are new: for the desk of their coach."""

from collections.abc import Sequence
from datetime import date

from bot.domain.dated import Dated, Matter
from bot.domain.school.tracks import Person, Track
from bot.ports import UnitOfWork
from bot.use_cases.inducting.see_starters import StarterStanding, see_starters


def list_dated(
    uow: UnitOfWork, person: Person, tracks: Sequence[Track], until: date, today: date
) -> list[Dated]:
    """List what is planned, due or late until a day; nothing for whoever coaches no teachers.

    Of what has no moment yet the next step of each teacher alone, since the others wait for it;
    what a teacher asks for is due at once. They are about teachers, whatever `tracks` are.
    """
    return [
        dated
        for standing in see_starters(uow, person)
        for dated in _of(standing)
        if dated.due_on is None or dated.due_on <= until
    ]


def _of(standing: StarterStanding) -> list[Dated]:
    return [
        Dated(
            Matter.TEACHER_STEP,
            None if standing.is_asked(step) else standing.due_on(step),
            standing.starter.person_id,
            student=standing.starter.name,
            moment=standing.sessions[step].planned_for if standing.is_planned(step) else None,
            detail=step.value,
        )
        for step in standing.open_steps
        if standing.is_planned(step) or standing.is_asked(step) or step is standing.next_step
    ]
