"""Invite a person: a code that lets them in once, for some time."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.joining.invitations import digest_of, new_code
from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class Invited:
    """A new invitation; the code is told here and nowhere else, since only its digest is kept."""

    id: int
    person: Person
    code: str
    expires_at: datetime
    withdrawn: int
    line: int | None = None
    """The number of its line in the log of acts."""


def invite_person(
    uow: UnitOfWork, person: Person, at: datetime, lasting: timedelta, by: int | None = None
) -> Invited:
    """Make an invitation for a person, as `by` wishes in a chat, and withdraw the open ones.

    One for somebody else is noted in the log of acts; a device of one's own is nobody else's.
    """
    # Whoever redeems at this moment waits, or was first.
    uow.people.find_and_hold(person.id)
    withdrawn = uow.accounts.withdraw_invitations(person.id, at)
    # In UTC: a day of the school's clock may have 23 or 25 hours.
    code, expires_at = new_code(), at.astimezone(UTC) + lasting
    made = uow.accounts.invite(person, digest_of(code), at, expires_at, by)
    line = None
    if by != person.id:
        noted = (person.organisation_id, RightsActKind.INVITED, at, by, person.id)
        line = uow.rights_acts.note(*noted, invitation=made)
    return Invited(made, person, code, expires_at, withdrawn, line)
