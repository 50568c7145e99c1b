"""Invite one or several people, each with an invitation of their own, and let others know of it.

Whoever opens a link talks as the person it is for, and sees what they see: so it is told to the
coaches around them and to the other administrators, once for all that was made at once.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.domain.school.tracks import Person
from bot.domain.telling.asks import Asks
from bot.messages import MessageKind
from bot.ports import UnitOfWork
from bot.ports.telling.outbox import Posted
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
    _tell(uow, list(made.values()), at, by)
    return [made[person.id] for person in people]


def _tell(uow: UnitOfWork, made: Sequence[Invited], at: datetime, by: int) -> None:
    noted = [invited for invited in made if invited.line is not None]
    if not noted:
        return
    concerned = {
        decider.id
        for invited in noted
        for decider in uow.administrators.list_deciders(invited.person.id)
    }
    line, school = noted[0].line, noted[0].person.organisation_id
    for person in sorted(concerned - {by}):
        subject = f"{Asks.LINKS_MADE}:{school} {line}"
        told = Posted(person, MessageKind.NOTICE, subject, Asks.LINKS_MADE, about_id=line)
        uow.outbox.post(told, at)
