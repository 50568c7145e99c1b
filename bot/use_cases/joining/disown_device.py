"""Say that a device is none of one's own: it ends, and the coaches are told at once."""

from datetime import datetime

from bot.domain.joining.sessions import Ending
from bot.domain.telling.asks import Asks
from bot.messages import MessageKind
from bot.ports import UnitOfWork
from bot.ports.telling.outbox import Posted
from bot.use_cases.joining.end_session import end_session
from bot.use_cases.joining.tell_device import LASTS


def disown_device(uow: UnitOfWork, person_id: int, session_id: int, at: datetime) -> bool:
    """End a session of somebody that was not theirs; False where there is none to end."""
    session = uow.sessions.find_by_id(session_id)
    if session is None or session.person_id != person_id:
        return False
    if not end_session(uow, session, Ending.DISOWNED, at, person_id):
        return False
    uow.accounts.withdraw_invitations(person_id, at)
    for coach in uow.tracks.list_coaches_around(person_id):
        if coach != person_id:
            subject = f"{Asks.DEVICE_DISOWNED}:{session_id}"
            told = Posted(
                coach,
                MessageKind.NOTICE,
                subject,
                Asks.DEVICE_DISOWNED,
                expires_at=at + LASTS,
                about_id=session_id,
            )
            uow.outbox.post(told, at)
    return True
