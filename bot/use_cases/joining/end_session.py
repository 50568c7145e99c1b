"""End a session of the page; whoever has none left is written to elsewhere from then on."""

from datetime import datetime

from bot.domain.joining.accounts import JoiningPlatform
from bot.domain.joining.sessions import Ending, Session
from bot.ports import UnitOfWork


def end_session(uow: UnitOfWork, session: Session, why: Ending, at: datetime) -> bool:
    """End a session; False where it had ended before."""
    uow.people.find_and_hold(session.person_id)
    if not uow.sessions.end(session, why, at):
        return False
    if not uow.sessions.list_of(session.person_id):
        _leave(uow, session.person_id, at)
    return True


def _leave(uow: UnitOfWork, person_id: int, at: datetime) -> None:
    """Let what waits for somebody follow to where they are reached now."""
    account = uow.accounts.find_account(JoiningPlatform.PAGE, str(person_id))
    if account is not None:
        uow.accounts.leave(account, at)
        uow.outbox.readdress(person_id, *uow.accounts.read_chat(person_id))
