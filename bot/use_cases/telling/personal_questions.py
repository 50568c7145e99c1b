"""A question to one person whose answer only who asked it reads: how both are sent, and refused.

What they say is composed when they are sent, from the name and the id that they go by.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.telling.asks import Asks
from bot.messages import MessageKind
from bot.ports import UnitOfWork
from bot.ports.telling.outbox import Posted
from bot.ports.telling.reach import Arrived

ANSWERED_WITHIN = timedelta(days=2)
"""How long words that nobody waits for may answer a question that reached somebody."""

COMES_WITHIN = timedelta(days=7)
"""Who has no chat is expected here so long after they looked, and what waits so long goes back."""


class Refusal(StrEnum):
    """Why no answer is taken: the question is not for that person (any more), or was answered."""

    GONE = "gone"
    ANSWERED = "answered"


class Refused(Exception):
    """No answer is taken to a question."""

    def __init__(self, why: Refusal) -> None:
        """Keep why."""
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Envelope:
    """What a message says, by name and id, to whom, and about which track if any."""

    asks: Asks
    about_id: int
    person_id: int
    track_id: int | None


def post_question(uow: UnitOfWork, envelope: Envelope, at: datetime) -> int | None:
    """Send a question to who is asked; gives the message's id, None where out of reach."""
    # By its instant too: of one subject there is never a second message, and it may be asked anew.
    subject = f"{envelope.asks}:{envelope.about_id} {at.isoformat()}"
    return _post(uow, MessageKind.QUESTION, subject, envelope, at)


def list_lately_asked(
    uow: UnitOfWork, person_id: int, asks: Asks, at: datetime
) -> Sequence[Arrived]:
    """List the questions of one kind that reached somebody lately, the newest first."""
    arrived = uow.reach.list_arrived(person_id, MessageKind.QUESTION, at - ANSWERED_WITHIN)
    return [found for found in arrived if found.asks == asks]


def post_answer(uow: UnitOfWork, envelope: Envelope, at: datetime) -> int | None:
    """Send the answer to who asked; gives the message's id, None where out of reach."""
    # By its instant too: one that came back may be handed on, and on again.
    subject = f"{envelope.asks}:{envelope.about_id} {at.isoformat()}"
    return _post(uow, MessageKind.ANSWER, subject, envelope, at)


def is_in_reach(uow: UnitOfWork, person_id: int, at: datetime) -> bool:
    """Say whether a message to somebody arrives: in a chat, or where they read here without one.

    Who has none is expected to look here again if they did lately, within COMES_WITHIN.
    """
    chats = uow.accounts.list_of(person_id)
    if chats:
        return any(chat.reachable for chat in chats)
    return uow.reach.reads_here(person_id, at - COMES_WITHIN)


def _post(
    uow: UnitOfWork, kind: MessageKind, subject: str, envelope: Envelope, at: datetime
) -> int | None:
    posted = Posted(
        envelope.person_id,
        kind,
        subject,
        envelope.asks,
        envelope.track_id,
        about_id=envelope.about_id,
    )
    return uow.outbox.post(posted, at)
