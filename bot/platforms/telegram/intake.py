"""What was heard goes through a lane; the answer goes out once it is stored."""

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from telegram import Bot

from bot.domain.folding import storable
from bot.i18n import Voice
from bot.messages import Answer, Incoming, Reply, _
from bot.platforms.apology import APOLOGY, Tongues
from bot.platforms.conversation import Conversation
from bot.platforms.telegram.reading import Heard, heard_of
from bot.platforms.telegram.speaking import Speech, speak
from bot.ports import Job, JobOutcome

log = logging.getLogger(__name__)

PLATFORM = "telegram"
ONLY_PRIVATE = _("I talk with each of you in private only. Open a chat with me, please.")


class Intake:
    """Takes updates in, and answers them after their commit."""

    def __init__(self, bot: Bot, bot_id: int, conversation: Conversation) -> None:
        """Serve one bot; its id is the number before the colon of its token."""
        self._bot = bot
        self._bot_id = bot_id
        self._conversation = conversation
        self._tongues = Tongues()
        self._chats: dict[int, asyncio.Task[None]] = {}

    async def take(
        self, raw: Mapping[str, Any], *, taps_are_answered: bool = False
    ) -> Heard | None:
        """Take one update in; returns once it is stored, and raises where it could not be.

        A malformed one is set aside and counts as received: it must not come back for ever.
        With `taps_are_answered` the caller frees the button of a tap.
        """
        now = self._conversation.now()
        try:
            heard = heard_of(raw, self._bot, self._bot_id, now)
        except Exception as error:
            log.warning("an update could not be read: %s", type(error).__name__)
            await self._stored(_unreadable(raw, self._bot_id, now))
            return None
        if heard is None:
            return None
        outcome = await self._stored(self._job(heard))
        self._speak(replace(heard, callback="") if taps_are_answered else heard, outcome)
        return heard

    async def settle(self) -> None:
        """Wait until everything that is being said is said."""
        while self._chats:
            await asyncio.gather(*self._chats.values(), return_exceptions=True)

    async def _stored(self, job: Job) -> JobOutcome:
        waiting = asyncio.wrap_future(self._conversation.submit(job))
        # Shielded: who stops waiting must not cancel what a lane has in hand.
        return await asyncio.shield(waiting)

    def _job(self, heard: Heard) -> Job:
        if not heard.private:
            key = f"{PLATFORM}:group:{self._bot_id}:{heard.chat}"
            sentence = Answer([Reply(ONLY_PRIVATE)], heard.language, "UTC")
            return Job(
                key, None, heard.said_at, lambda _uow: sentence, lambda _uow: None, lane=heard.chat
            )
        return Job(
            key=heard.key,
            person_id=None,
            at=heard.said_at,
            work=lambda uow: self._converse(uow, heard, again=False),
            again=lambda uow: self._converse(uow, heard, again=True),
            update={"text": storable(heard.text), "tap": heard.tap, "ref": heard.ref},
            lane=heard.chat,
        )

    def _converse(self, uow: Any, heard: Heard, *, again: bool) -> Answer:
        address = str(heard.chat)
        person = uow.accounts.person_of(PLATFORM, address)
        if person is None or self._conversation.opens_invitation(heard.text):
            said_by = (PLATFORM, address, heard.text, heard.said_at, heard.language)
            return self._conversation.knock(uow, *said_by, again=again)
        said = Incoming(
            key=heard.key,
            person_id=person,
            said_at=heard.said_at,
            text=heard.text,
            tap=heard.tap,
            ref=heard.ref,
            edited=heard.edited,
            media=heard.media,
            file=heard.file,
            caption=heard.caption,
        )
        answer = self._conversation.answer_again if again else self._conversation.answer
        return answer(uow, said)

    def _speak(self, heard: Heard, outcome: JobOutcome) -> None:
        """Say the answer, after what is still being said in this chat."""
        answered: Answer | None = outcome.value
        if outcome.quarantined:
            language = self._tongues.of(heard.chat) or heard.language
            speech = Speech(heard, [Reply(APOLOGY)], Voice(language, "UTC"))
        elif answered is None:
            return
        else:
            voice = Voice(answered.language, answered.time_zone)
            self._tongues.answered(heard.chat, voice.language)
            speech = Speech(heard, answered.replies, voice, answered.menu)
        before = self._chats.get(heard.chat)
        task = asyncio.get_running_loop().create_task(
            speak(self._bot, self._conversation.files_of, speech, before)
        )
        self._chats[heard.chat] = task
        task.add_done_callback(lambda done: self._said(heard.chat, done))

    def _said(self, chat: int, task: "asyncio.Task[None]") -> None:
        if self._chats.get(chat) is task:
            del self._chats[chat]


def _unreadable(raw: Mapping[str, Any], bot_id: int, at: datetime) -> Job:
    def fail(_uow: Any) -> None:
        raise ValueError("an update that cannot be read")

    key = storable(f"{PLATFORM}:{bot_id}:{str(raw.get('update_id'))[:40]}")
    return Job(key, None, at, fail, lambda _uow: None, {"update": storable(str(raw))[:4000]})
