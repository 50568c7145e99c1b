"""End sessions of the page; whoever has none left is written to elsewhere from then on."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.joining.accounts import JoiningPlatform
from bot.domain.joining.sessions import LASTS, Ending, Session
from bot.ports import UnitOfWork
from bot.use_cases.telling.tell_unreachable import tell_unreachable


def end_session(
    uow: UnitOfWork, session: Session, why: Ending, at: datetime, by: int | None = None
) -> bool:
    """End a session, as `by` wishes; False where it had ended before."""
    uow.people.find_and_hold(session.person_id)
    if not uow.sessions.end(session, why, at, by):
        return False
    if not uow.sessions.list_of(session.person_id):
        _leave(uow, session.person_id, at)
    return True


def end_all(
    uow: UnitOfWork,
    person_id: int,
    why: Ending,
    at: datetime,
    by: int | None = None,
    *,
    but: str = "",
) -> list[Session]:
    """End all sessions of somebody, but the one of this seat; gives those that it ended."""
    return [
        session
        for session in uow.sessions.list_of(person_id)
        if session.seat != but and end_session(uow, session, why, at, by)
    ]


def expire_sessions(uow: UnitOfWork, at: datetime, at_most: int) -> int:
    """End sessions that were not used for long; counts them, 0 where none is left.

    Whoever has none left is written to elsewhere, or their coaches hear that nobody reaches them.
    """
    stale = list_stale(uow, at, at_most)
    for session in stale:
        uow.people.find_and_hold(session.person_id)
        uow.sessions.end(session, Ending.EXPIRED, at)
        account = uow.accounts.find_account(JoiningPlatform.PAGE, str(session.person_id))
        if account is not None and not uow.sessions.list_of(session.person_id):
            tell_unreachable(uow, account, at)
            _follow(uow, session.person_id)
    return len(stale)


def list_stale(uow: UnitOfWork, at: datetime, at_most: int) -> Sequence[Session]:
    """List some sessions that were not used for long; nothing is written."""
    return uow.sessions.list_stale(at - LASTS, at_most)


def _leave(uow: UnitOfWork, person_id: int, at: datetime) -> None:
    account = uow.accounts.find_account(JoiningPlatform.PAGE, str(person_id))
    if account is not None:
        uow.accounts.leave(account, at)
        _follow(uow, person_id)


def _follow(uow: UnitOfWork, person_id: int) -> None:
    """Let what waits for somebody on the page follow to where they are reached now."""
    uow.outbox.carry_over(person_id, JoiningPlatform.PAGE, *uow.accounts.read_chat(person_id))
