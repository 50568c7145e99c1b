"""Somebody blocked the bot, or their chat is gone: note it, and tell the coaches once."""

from datetime import datetime, timedelta

from bot.domain.joining.accounts import Account
from bot.domain.school.tracks import Person
from bot.domain.telling.errands import ErrandKind
from bot.domain.telling.places import Place
from bot.ports import UnitOfWork
from bot.ports.telling.errands import NewErrand
from bot.use_cases.telling.places import lose_place

LASTS = timedelta(days=14)


def tell_unreachable(uow: UnitOfWork, account: Account, at: datetime) -> None:
    """Note that a chat cannot be reached; the coaches hear of it when it is new.

    Who is reached in another chat is not away: what was refused goes there, and nothing is told.
    """
    is_new = uow.accounts.mark_unreachable(account.platform, account.address, at)
    if any(other.reachable for other in uow.accounts.list_of(account.person_id)):
        if is_new:
            lose_place(uow, account.person_id, Place(account.platform), at)
        uow.reach.revive(account.person_id, *uow.accounts.read_chat(account.person_id), at)
        return
    if not is_new:
        return
    coaches = uow.tracks.list_coaches_around(account.person_id)
    uow.errands.give(
        [
            about_reach(ErrandKind.UNREACHABLE, account, coach, at)
            for coach in coaches
            if coach != account.person_id
        ]
    )


def about_reach(kind: ErrandKind, account: Account, coach: int, at: datetime) -> NewErrand:
    """Tell a coach whether somebody is reached in a chat, as of an instant."""
    return _errand(kind, account.organisation_id, account.person_id, account.platform, coach, at)


def errand_about(
    kind: ErrandKind, person: Person, place: Place, coach: int, at: datetime
) -> NewErrand:
    """Tell a coach whether somebody is reached at a place, as of an instant."""
    return _errand(kind, person.organisation_id, person.id, place, coach, at)


def _errand(
    kind: ErrandKind, organisation_id: int, person_id: int, place: str, coach: int, at: datetime
) -> NewErrand:
    return NewErrand(
        organisation_id=organisation_id,
        person_id=coach,
        kind=kind,
        subject=f"{person_id}:{place}:{at.isoformat()}",
        due_at=at,
        expires_at=at + LASTS,
        about_id=person_id,
    )
