"""Plan to tell people that they are asked, once more before it closes, and what came of it."""

from collections.abc import Sequence
from datetime import timedelta

from bot.domain.telling.errands import ErrandKind
from bot.domain.telling.hours import Works
from bot.ports import UnitOfWork
from bot.ports.telling.errands import NewErrand
from bot.ports.worlds import People, World

NEWS_LASTS = timedelta(days=14)
"""For how long it is news that a questionnaire has ended."""


def plan_asking(
    uow: UnitOfWork, world: World, _works: Works, _zones: Sequence[str], people: People
) -> list[NewErrand]:
    """List an errand for whoever was asked and did not answer, or may see what came of it."""
    return [
        NewErrand(
            organisation_id=told.organisation_id,
            person_id=told.person_id,
            kind=told.kind,
            subject=str(told.round_id),
            due_at=world.at,
            expires_at=world.at + NEWS_LASTS
            if told.kind is ErrandKind.QUESTIONNAIRE_ENDED
            else told.closes_at,
            about_id=told.round_id,
        )
        for told in uow.questionnaires.list_to_tell(world, people)
    ]
