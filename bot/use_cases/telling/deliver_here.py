"""Deliver on the platforms that we run ourselves: into the transcript, to be seen from there."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.domain.telling.delivery import DeliveryState, DeliveryStep
from bot.domain.telling.places import Place
from bot.ports import Shown, UnitOfWork
from bot.ports.telling.outbox import Claim, OutboxMessage, Settlement
from bot.ports.worlds import World
from bot.use_cases.telling.deliver_outbox import Compose, composed
from bot.use_cases.telling.ping import ping

AT_MOST = 10
"""Messages in one transaction: composing them is what takes time, and who scores waits for it."""

LEASE = timedelta(minutes=2)


def page_of(world: World) -> str:
    """Name the platform of a world whose people read on the page."""
    return world.here if world.sample else Place.PAGE


def deliver_here(
    uow: UnitOfWork, platform: str, at: datetime, compose: Compose, only: str = ""
) -> Sequence[tuple[int, Shown]] | None:
    """Put some of what is due at an instant into the transcripts, or of one address `only`.

    Who joined on the page gets a ping of it, if there is a place for that. Returns whom it reached,
    with what each is shown; None where nothing is due any more.
    """
    # Claimed and settled in one transaction: nothing of it is ever left under way.
    claimed = uow.outbox.claim(Claim(platform, at, at + LEASE, AT_MOST, only=only))
    if not claimed:
        return None
    due = composed(uow, claimed, at, compose)
    shown = [(message.person_id, _kept(uow, message, at)) for message in due]
    if platform == Place.PAGE:
        for message, (_person, kept) in zip(due, shown, strict=True):
            ping(uow, message, kept, at)
    sent = DeliveryStep(DeliveryState.SENT)
    uow.outbox.settle(
        [
            Settlement(message, sent, at, str(kept.id))
            for message, (_person, kept) in zip(due, shown, strict=True)
        ]
    )
    return shown


def _kept(uow: UnitOfWork, message: OutboxMessage, at: datetime) -> Shown:
    content = message.content
    shown = Shown(
        id=int(content.edits or 0),
        kind=content.kind or message.kind,
        text=content.text,
        edited=False,
        buttons=[[dict(button) for button in row] for row in content.buttons],
        form=None,
        picture=dict(content.picture) if content.picture else None,
        alt=content.alt,
        mine=False,
        said_at=at,
        files=content.files,
    )
    where = (message.person_id, message.organisation_id)
    if content.edits:
        return uow.transcripts.replace(*where, shown, message.key)
    return uow.transcripts.add(*where, shown, message.key, read=False)
