"""Somebody blocked the bot, or their chat is gone: note it, and tell the coaches once."""

from datetime import datetime, timedelta

from bot.domain.joining.accounts import Account
from bot.domain.telling.errands import ErrandKind
from bot.ports import UnitOfWork
from bot.ports.telling.errands import NewErrand

LASTS = timedelta(days=14)


def tell_unreachable(uow: UnitOfWork, account: Account, at: datetime) -> None:
    """Note that a chat cannot be reached; the coaches hear of it when it is new.

    Who is reached in another chat is not away: what was refused goes there, and nothing is told.
    """
    is_new = uow.accounts.mark_unreachable(account.platform, account.address, at)
    for other in uow.accounts.list_of(account.person_id):
        if other.reachable:
            uow.reach.revive(other.person_id, other.platform, other.address, at)
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
    """Tell a coach whether somebody is reached, as of an instant."""
    return NewErrand(
        organisation_id=account.organisation_id,
        person_id=coach,
        kind=kind,
        subject=f"{account.person_id}:{account.platform}:{at.isoformat()}",
        due_at=at,
        expires_at=at + LASTS,
        about_id=account.person_id,
    )
