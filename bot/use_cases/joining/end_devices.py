"""End devices of one's own."""

from datetime import datetime

from bot.domain.joining.sessions import Ending, Session
from bot.ports import UnitOfWork
from bot.use_cases.joining.end_session import end_all, end_session


def end_device(uow: UnitOfWork, person_id: int, session_id: int, at: datetime) -> bool:
    """End one of somebody's own devices; False where there is none to end."""
    session = find_own(uow, person_id, session_id)
    return session is not None and end_session(uow, session, Ending.LEFT, at, person_id)


def end_others(uow: UnitOfWork, person_id: int, seat: str, at: datetime) -> list[Session]:
    """End all of somebody's own devices but the one of this seat, and all where it names none."""
    uow.accounts.withdraw_invitations(person_id, at)
    return end_all(uow, person_id, Ending.LEFT, at, person_id, but=seat)


def find_own(uow: UnitOfWork, person_id: int, session_id: int) -> Session | None:
    """Find one of somebody's own devices that was not ended."""
    session = uow.sessions.find_by_id(session_id)
    is_own = session is not None and session.person_id == person_id and session.ended_at is None
    return session if is_own else None
