"""Somebody is reached again: what is still of use is sent, and who was told otherwise hears it."""

from datetime import datetime

from bot.domain.joining.accounts import Account
from bot.domain.telling.errands import ErrandKind
from bot.ports import UnitOfWork
from bot.use_cases.telling.tell_unreachable import about_reach


def hear_again(uow: UnitOfWork, account: Account, at: datetime) -> None:
    """Note that a chat that could not be reached is reached again; in any other nothing changes."""
    if uow.accounts.mark_reachable(account.platform, account.address):
        welcome_back(uow, account, (account.platform, account.address), at)


def welcome_back(uow: UnitOfWork, away: Account, chat: tuple[str, str], at: datetime) -> None:
    """Send to a chat what the unreachable one missed, and tell the coaches who were told of it."""
    uow.reach.revive(away.person_id, *chat, at)
    since = away.unreachable_since or at
    told = uow.reach.take_back(ErrandKind.UNREACHABLE, away.person_id, since, at)
    coaches = told & set(uow.tracks.list_coaches_around(away.person_id))
    uow.errands.give(
        [about_reach(ErrandKind.REACHED, away, coach, at) for coach in sorted(coaches)]
    )
