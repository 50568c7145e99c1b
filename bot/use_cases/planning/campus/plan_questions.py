"""The one question after a lesson: was it given as planned?"""

from collections.abc import Sequence
from datetime import timedelta

from bot.domain.planning.sessions import CampusSession
from bot.domain.telling.errands import ErrandKind
from bot.domain.telling.hours import Rhythm, Works
from bot.ports import UnitOfWork
from bot.ports.telling.errands import NewErrand
from bot.ports.worlds import People, World
from bot.use_cases.telling.school_days import school_days

AFTER = timedelta(hours=1)
"""How long after its beginning a lesson is asked about at the earliest: its end is not known."""

LASTS = timedelta(days=6)
"""How long the question is of use: until about the same lesson of the week after."""


def plan_questions(
    uow: UnitOfWork, world: World, works: Works, _zones: Sequence[str], people: People
) -> list[NewErrand]:
    """List an errand for every confirmed session that began and of which nothing is said yet.

    There was none where its lesson time was taken away, or its day became one off.
    """
    works_of = school_days(uow, works)
    return [
        NewErrand(
            organisation_id=asked.session.organisation_id,
            person_id=asked.session.teacher_id,
            kind=ErrandKind.GIVEN,
            subject=str(asked.session.id),
            due_at=Rhythm(
                asked.zone, asked.hours, works_of(asked.session.organisation_id)
            ).next_allowed(asked.session.starts_at + AFTER),
            expires_at=asked.session.starts_at + LASTS,
            about_id=asked.session.id,
        )
        for asked in uow.campus.list_to_ask(world, people, world.at - LASTS)
        if _was_held(uow, asked.session, works_of(asked.session.organisation_id))
    ]


def _was_held(uow: UnitOfWork, session: CampusSession, works: Works) -> bool:
    return any(
        table.teacher_id == session.teacher_id and table.holds(session.starts_at, works)
        for table in uow.lessons.list_of_class_group(session.class_group_id)
    )
