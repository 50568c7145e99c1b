"""The outbox at work: written in the transaction that causes it, sent by a worker per bot."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from starlette.routing import Route

from bot.domain.telling.delivery import DeliveryStep
from bot.i18n import Voice, voice_of
from bot.messages import Button, MessageKind, Reply
from bot.outbox import HABITS, Habits, Worker
from bot.platforms.conversation import HeldAnswer
from bot.ports.telling.outbox import Claim, Content, MessageDraft, Messenger, OutboxMessage, Tried
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.telling.deliver_outbox import settle_tried, take_due
from bot.wiring import House
from bot.wiring.composing import composer, working_days
from bot.wiring.files import drawn_in_lane
from bot.wiring.jumps import still_believes
from bot.wiring.own_data.maker import fetch
from handlers.knocking import Notice

NOTICE_LASTS = timedelta(days=3)
HELD_LASTS = timedelta(days=1)
"""How long an answer is of use that could not be said when it was asked for."""


def tell(uow: StoredUnitOfWork, platform: str, notices: Sequence[Notice], at: datetime) -> None:
    """Write what must be told in chats that somebody no longer uses."""
    drafts = [
        MessageDraft(
            organisation_id=notice.person.organisation_id,
            person_id=notice.person.id,
            platform=platform,
            address=notice.address,
            kind=MessageKind.NOTICE,
            subject=f"moved:{notice.address}:{at.isoformat()}",
            content=Content(voice_of(notice.person, at).say(notice.text)),
            expires_at=at + NOTICE_LASTS,
        )
        for notice in notices
    ]
    uow.outbox.write(drafts, at)


def hold(uow: StoredUnitOfWork, held: HeldAnswer) -> None:
    """Write an answer that its platform did not take, to be said once it may be."""
    account = held.account
    drafts = [
        MessageDraft(
            organisation_id=account.organisation_id,
            person_id=account.person_id,
            platform=account.platform,
            address=account.address,
            kind=MessageKind.ANSWER,
            subject=f"held:{_cause(held, reply)}:{number}",
            content=_written(reply, held.voice),
            not_before=held.until,
            expires_at=held.until + HELD_LASTS,
        )
        for number, reply in enumerate(held.replies)
    ]
    uow.outbox.write(drafts, held.at)


def _cause(held: HeldAnswer, reply: Reply) -> str:
    """Name what an answer is to; of what changes one message only the newest is kept."""
    return f"{held.ref}:{held.at:%Y%m%d%H}" if reply.edit else held.key


def _written(reply: Reply, voice: Voice) -> Content:
    """Render an answer as it stands; its pictures can be asked for again."""
    rows = [[_button(button, voice) for button in row] for row in reply.buttons]
    # What is said once is kept nowhere, so here neither.
    return Content(voice.say(reply.instead or reply.text), rows)


def _button(button: Button, voice: Voice) -> dict[str, Any]:
    chosen = {} if button.chosen is None else {"chosen": button.chosen}
    opens = {"opens": button.opens} if button.opens else {}
    return {"label": voice.say(button.label), "code": button.code, **chosen, **opens}


class Deliveries:
    """One bot's outbox, as the process runs it."""

    routes: Sequence[Route] = ()

    def __init__(
        self, house: House, platform: str, messenger: Messenger, habits: Habits = HABITS
    ) -> None:
        """Prepare; nothing is sent until start."""
        self.name = f"{platform} outbox"
        self._house = house
        settings = house.settings
        self._compose = composer(working_days(settings.holidays), page=settings.public_url)
        self._stop = asyncio.Event()
        self._worker = Worker(
            platform,
            messenger,
            self._books,
            lambda: datetime.now(UTC),
            draw=partial(drawn_in_lane, fetch=partial(fetch, house, lambda: datetime.now(UTC))),
            habits=habits,
        )
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin to send."""
        self._task = asyncio.get_running_loop().create_task(self._worker.run(self._stop))

    async def stop(self) -> None:
        """Let what is under way end, and store what came of it."""
        self._stop.set()
        if self._task is not None:
            await self._task

    def problem(self, _at: datetime) -> str | None:
        """Say nothing: what waits and why is the doctor's to tell."""
        return None

    def _books(
        self, tried: Sequence[Tried], claim: Claim
    ) -> tuple[Sequence[DeliveryStep], Sequence[OutboxMessage]]:
        believed = still_believes(self._house, claim.at)
        with self._house.transaction() as uow:
            steps = settle_tried(uow, tried)
            # What is due by a wrong clock would be told too early, or dropped as too late.
            return steps, take_due(uow, claim, self._compose) if believed else ()
