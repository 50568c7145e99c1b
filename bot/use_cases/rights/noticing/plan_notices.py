"""Plan to tell anew what is kept, to whoever was told an older notice, or none."""

from collections.abc import Sequence
from datetime import timedelta

from bot.domain.rights.noticing import NOTICE_VERSION
from bot.domain.telling.errands import ErrandKind
from bot.domain.telling.hours import Works
from bot.ports import UnitOfWork
from bot.ports.telling.errands import NewErrand
from bot.ports.worlds import People, World

LASTS = timedelta(weeks=12)
"""How long it waits for somebody who is away."""


def plan_notices(
    uow: UnitOfWork, world: World, _works: Works, _zones: Sequence[str], people: People
) -> list[NewErrand]:
    """List an errand for each who is in a chat and does not know today's notice."""
    return [
        NewErrand(
            organisation_id=hearer.organisation_id,
            person_id=hearer.person_id,
            kind=ErrandKind.NOTICE,
            subject=str(NOTICE_VERSION),
            due_at=world.at,
            expires_at=world.at + LASTS,
        )
        for hearer in uow.notices.list_untold(world, people, NOTICE_VERSION)
    ]
