"""A lost phone: a coach ends all devices of somebody around their students, and gives a new link.

Who did it, and when, stands with each session that ended and each invitation that was made; whose
phone it was is told in writing wherever they are still reached.
"""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.joining.sessions import HANDED_LINK_LASTS, LASTS, Ending, Session
from bot.domain.school.tracks import Person
from bot.domain.telling.asks import Asks
from bot.messages import MessageKind
from bot.ports import UnitOfWork
from bot.ports.joining.sessions import DeviceHolder
from bot.ports.telling.outbox import Posted
from bot.use_cases.joining.end_session import end_all
from bot.use_cases.joining.invite_person import Invited, invite_person
from bot.use_cases.joining.tell_device import LASTS as TOLD_WITHIN


def list_holders(uow: UnitOfWork, coach_id: int, at: datetime) -> Sequence[DeviceHolder]:
    """List who is around the tracks of a coach, by name, and how many devices each has."""
    return uow.sessions.list_around(coach_id, at - LASTS)


def find_around(uow: UnitOfWork, coach_id: int, person_id: int) -> Person | None:
    """Find somebody around the tracks of a coach; not the coach, and nobody else's."""
    if coach_id == person_id or coach_id not in uow.tracks.list_coaches_around(person_id):
        return None
    return uow.people.find(person_id)


def lose_phone(
    uow: UnitOfWork, person: Person, at: datetime, by: int | None = None
) -> list[Session]:
    """End all devices of somebody, and withdraw what is open; gives the sessions that ended.

    `by` is the coach, whom the caller has found to be one of theirs; None is the command line.
    """
    ended = end_all(uow, person.id, Ending.LOST, at, by)
    withdrawn = uow.accounts.withdraw_invitations(person.id, at)
    if ended or withdrawn:
        noted = (person.organisation_id, RightsActKind.DEVICES_ENDED, at, by, person.id)
        uow.rights_acts.note(*noted, devices=len(ended), invitations=withdrawn)
    if ended:
        _tell(uow, person, Asks.PHONE_LOST, ended[0].id, at)
    return ended


def hand_link(uow: UnitOfWork, person: Person, at: datetime, by: int) -> Invited:
    """Make a link that a coach hands over in person."""
    invited = invite_person(uow, person, at, HANDED_LINK_LASTS, by)
    _tell(uow, person, Asks.LINK_HANDED, invited.id, at)
    return invited


def _tell(uow: UnitOfWork, person: Person, asks: Asks, about_id: int, at: datetime) -> None:
    told = Posted(
        person.id,
        MessageKind.NOTICE,
        f"{asks}:{about_id}",
        asks,
        expires_at=at + TOLD_WITHIN,
        about_id=about_id,
    )
    uow.outbox.post(told, at)
