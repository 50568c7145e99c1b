"""Redeem an invitation: from then on this chat is that person's."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.domain.joining.accounts import Account
from bot.domain.joining.invitations import Invitation, Tries, as_code, digest_of
from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork
from bot.use_cases.telling.welcome_back import hear_again, welcome_back


class Result(StrEnum):
    """What came of a code."""

    JOINED = "joined"
    ALREADY_HERE = "already here"
    TAKEN = "taken"
    UNKNOWN = "unknown"
    USED = "used"
    EXPIRED = "expired"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class Redeemed:
    """What came of a code: who is in, the account that ended and must be told, the tries left."""

    result: Result
    person: Person | None = None
    replaced: Account | None = None
    tries: Tries = field(default_factory=Tries)


@dataclass(frozen=True, slots=True)
class Chat:
    """A private chat on a platform; the address is the platform's chat id as text."""

    platform: str
    address: str


def redeem_invitation(
    uow: UnitOfWork, chat: Chat, typed: str, at: datetime, *, again: bool = False
) -> Redeemed:
    """Redeem a code as it was typed; what it gives away is only ever about this code and chat.

    `again` is a repeat of the same update: a wrong code in it was counted before.
    """
    tries = uow.accounts.read_and_hold_tries(chat.platform, chat.address)
    if tries.locked(at):
        return Redeemed(Result.LOCKED, tries=tries)
    code = as_code(typed)
    invitation = uow.accounts.find_invitation(digest_of(code)) if code else None
    if invitation is None:
        tries = tries if again else tries.missed(at)
        redeemed = Redeemed(Result.LOCKED if tries.locked(at) else Result.UNKNOWN, tries=tries)
    else:
        redeemed = _found(uow, chat, invitation, at)
        # Only a code that is used up here wipes the slate: a spent one could be sent in between.
        tries = Tries() if redeemed.person and invitation.is_open(at) else tries
    uow.accounts.set_tries(chat.platform, chat.address, tries)
    return redeemed


def _found(uow: UnitOfWork, chat: Chat, invitation: Invitation, at: datetime) -> Redeemed:
    # Whoever invites or redeems holds the person first, so that nobody waits in a circle.
    person = uow.people.find_and_hold(invitation.person_id)
    here = uow.accounts.find_person(chat.platform, chat.address)
    if person is None or here not in (None, person.id):
        return Redeemed(Result.TAKEN if person else Result.UNKNOWN)
    redeemed = uow.accounts.redeem(invitation, at)
    if here == person.id:
        _hear_again(uow, chat, at)
        return Redeemed(Result.ALREADY_HERE, person)
    if not redeemed:
        return Redeemed(why_spent(invitation, at))
    return Redeemed(Result.JOINED, person, move_in(uow, chat, person, at))


def _hear_again(uow: UnitOfWork, chat: Chat, at: datetime) -> None:
    account = uow.accounts.find_account(chat.platform, chat.address)
    if account is not None and not account.reachable:
        hear_again(uow, account, at)


def why_spent(invitation: Invitation, at: datetime) -> Result:
    """Say why an invitation cannot be redeemed; one that was open a moment ago was used since."""
    if invitation.redeemed_at is None and not invitation.is_open(at):
        return Result.EXPIRED
    return Result.USED


def move_in(uow: UnitOfWork, chat: Chat, person: Person, at: datetime) -> Account | None:
    """Let the person talk in this chat; returns the account that it replaces."""
    accounts = uow.accounts.list_of(person.id)
    former = next((account for account in accounts if account.platform == chat.platform), None)
    if former:
        uow.accounts.leave(former, at)
    uow.accounts.join(person, chat.platform, chat.address, at)
    uow.outbox.bring_along(person.id, chat.platform, chat.address)
    if accounts and not any(account.reachable for account in accounts):
        away = min(accounts, key=lambda account: account.unreachable_since or at)
        welcome_back(uow, away, (chat.platform, chat.address), at)
    return former
