"""Invite several people at once, each with an invitation of their own."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork
from bot.use_cases.joining.invite_person import Invited, invite_person


def invite_group(
    uow: UnitOfWork, people: Sequence[Person], at: datetime, lasting: timedelta, by: int
) -> list[Invited]:
    """Invite each of these people, as `by` wishes in a chat; in their order."""
    made = {
        # In the order of their identities, so that two who invite do not wait in a circle.
        person.id: invite_person(uow, person, at, lasting, by)
        for person in sorted(people, key=lambda own: own.id)
    }
    return [made[person.id] for person in people]
