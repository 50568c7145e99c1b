"""Come to the page with an invitation: a session on this device, and on no other."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from bot.domain.joining.accounts import JoiningPlatform
from bot.domain.joining.invitations import Invitation, as_code, digest_of
from bot.domain.joining.sessions import (
    MOST_SEATS,
    REPEATED_WITHIN,
    Session,
    digest_of_token,
    new_seat,
    new_token,
)
from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork
from bot.ports.joining.sessions import NewSession
from bot.use_cases.joining.redeem_invitation import (
    Chat,
    Redeemed,
    Result,
    move_in,
    why_spent,
)
from bot.use_cases.joining.tell_device import tell_device
from bot.use_cases.telling.welcome_back import hear_again


@dataclass(frozen=True, slots=True)
class Door:
    """Who stands at the door of the page, with what.

    `nonce` is what the form carried: the same form sent again comes from the same device. `held`
    are the digests of the tokens that the device has already; `device` says what it is.
    """

    typed: str
    nonce: str
    device: str
    held: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class CameIn:
    """What came of a code at the door: the session, its token for the device, and who it is.

    The token is told here and nowhere else. `is_new` says that the person was not on the page
    before; without a token the device keeps the one that it has.
    """

    redeemed: Redeemed
    session: Session | None = None
    token: str = ""
    is_new: bool = False


def come_to_page(uow: UnitOfWork, door: Door, at: datetime) -> CameIn:
    """Redeem a code at the door of the page; whoever is in on this device already stays.

    Wrong codes are counted nowhere: where they come from is a whole school's address, or somebody's
    home, which is not for us to keep. How fast they may come is the door's own to say.
    """
    code = as_code(door.typed)
    invitation = uow.accounts.find_invitation(digest_of(code)) if code else None
    if invitation is None:
        return CameIn(Redeemed(Result.UNKNOWN))
    return _found(uow, door, invitation, at)


def _found(uow: UnitOfWork, door: Door, invitation: Invitation, at: datetime) -> CameIn:
    # As whoever redeems in a chat does, so that nobody waits in a circle.
    person = uow.people.find_and_hold(invitation.person_id)
    if person is None or person.sample:
        # The sample's people talk on the sample's page.
        return CameIn(Redeemed(Result.UNKNOWN))
    held = [session for session in uow.sessions.list_held(door.held) if session.is_open(at)]
    here = next((session for session in held if session.person_id == person.id), None)
    if here is None and len(held) >= MOST_SEATS:
        return CameIn(Redeemed(Result.TAKEN))
    if here is not None:
        uow.accounts.redeem(invitation, at)
        return CameIn(Redeemed(Result.ALREADY_HERE, person), here)
    if uow.accounts.redeem(invitation, at):
        return _open(uow, door, invitation, person, at)
    return _repeated(uow, door, invitation, person, at)


def _open(
    uow: UnitOfWork, door: Door, invitation: Invitation, person: Person, at: datetime
) -> CameIn:
    place = Chat(JoiningPlatform.PAGE, str(person.id))
    before = uow.accounts.list_of(person.id)
    account = uow.accounts.find_account(place.platform, place.address)
    if account is None:
        move_in(uow, place, person, at)
    elif not account.reachable:
        hear_again(uow, account, at)
    token = new_token()
    session = uow.sessions.open(
        person,
        NewSession(
            new_seat(),
            digest_of_token(token),
            digest_of_token(door.nonce),
            invitation.id,
            door.device,
        ),
        at,
    )
    tell_device(uow, session, before, at)
    is_new = account is None or not account.reachable
    return CameIn(Redeemed(Result.JOINED, person), session, token, is_new)


def _repeated(
    uow: UnitOfWork, door: Door, invitation: Invitation, person: Person, at: datetime
) -> CameIn:
    """Let in again who sends the same form a second time: the first answer was lost on the way.

    They get another token, and the one that was lost opens nothing.
    """
    session = uow.sessions.find_repeated(invitation.id, digest_of_token(door.nonce))
    if session is None or not session.is_open(at) or at - session.made_at > REPEATED_WITHIN:
        return CameIn(Redeemed(why_spent(invitation, at)))
    token = new_token()
    uow.sessions.renew(session, digest_of_token(token))
    return CameIn(Redeemed(Result.JOINED, person), session, token)
