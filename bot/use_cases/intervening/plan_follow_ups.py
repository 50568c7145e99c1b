"""Plan to ask once, four weeks after something was done, whether it helped."""

from collections.abc import Sequence

from bot.domain.intervening.interventions import ASKED_FOR
from bot.domain.telling.errands import ErrandKind
from bot.domain.telling.hours import Works
from bot.ports import UnitOfWork
from bot.ports.telling.errands import NewErrand
from bot.ports.worlds import People, World


def plan_follow_ups(
    uow: UnitOfWork, world: World, _works: Works, _zones: Sequence[str], people: People
) -> list[NewErrand]:
    """List an errand for the author of each that was done four weeks ago, and was not judged."""
    return [
        NewErrand(
            organisation_id=own.organisation_id,
            person_id=own.by_id,
            kind=ErrandKind.DID_IT_HELP,
            subject=str(own.id),
            due_at=world.at,
            expires_at=world.at + ASKED_FOR,
            about_id=own.id,
        )
        for own in uow.own_interventions.list_to_ask(world, people)
    ]
