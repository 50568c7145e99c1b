"""What was heard goes through a lane; the answer goes out once it is stored."""

import asyncio
import logging
from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Any

from telegram import Bot

from bot.i18n import voice_of
from bot.messages import Answer, Reply, _
from bot.platforms.apology import Tongues, apology_for
from bot.platforms.conversation import Conversation, GivenAnswer, job_of_unreadable
from bot.platforms.gathered import Gathered
from bot.platforms.in_order import InOrder, Speak
from bot.platforms.line.edits import Edits
from bot.platforms.line.fetching import with_file
from bot.platforms.telegram.drawing import Values
from bot.platforms.telegram.heard import TelegramHeard
from bot.platforms.telegram.reading import heard_of, writer_of
from bot.platforms.telegram.speaking import (
    TelegramSpeech,
    beside_the_note,
    freeing,
    picture_of,
    speak,
)
from bot.ports import Job, JobOutcome

log = logging.getLogger(__name__)

ONLY_PRIVATE = _("I talk with each of you in private only. Open a chat with me, please.")


class TelegramIntake:
    """Takes updates in, and answers them after their commit."""

    def __init__(
        self, bot: Bot, bot_id: int, conversation: Conversation, edits: Edits | None = None
    ) -> None:
        """Serve one bot; its id is the number before the colon of its token."""
        self._bot = bot
        self._bot_id = bot_id
        self._conversation = conversation
        self._tongues = Tongues()
        self._answers = InOrder()
        self._edits = edits or Edits()
        self._albums = Gathered()

    async def take(
        self,
        raw: Mapping[str, Any],
        *,
        taps_are_answered: bool = False,
        by: datetime | None = None,
    ) -> Values | None:
        """Take one update in; returns once it is stored, and raises where it could not be.

        A malformed one is set aside and counts as received: it must not come back for ever.
        With `taps_are_answered` the caller frees the button of a tap, by the call that it gets;
        `by` is the instant by which it happened, where that is known.
        """
        now = self._conversation.said_now()
        now = min(now, by) if by else now
        try:
            heard = heard_of(raw, self._bot, self._bot_id, now)
        except Exception as error:
            log.warning("an update could not be read: %s", type(error).__name__)
            key = f"{TelegramHeard.platform}:{self._bot_id}:{str(raw.get('update_id'))[:40]}"
            outcome = await self._conversation.store(job_of_unreadable(key, str(raw), now))
            who = writer_of(raw, key, now)
            if outcome.quarantined and who is not None:
                self._speak(who, outcome)
            return None
        if heard is None:
            return None
        if heard.private:
            heard = await with_file(self._conversation, heard, self._fetch)
        outcome = await self._conversation.store(self._job(heard))
        return self._speak(heard, outcome, taps_are_answered=taps_are_answered)

    async def _fetch(self, heard: TelegramHeard) -> bytes:
        """Fetch a file from Telegram. Raises TelegramError."""
        file = await self._bot.get_file(heard.file)
        return bytes(await file.download_as_bytearray())

    async def end(self) -> None:
        """Wait for what is being said; what Telegram wants said later only is kept."""
        self._edits.close()
        await self.settle()

    async def settle(self) -> None:
        """Wait until everything that is being said is said."""
        while saying := [*self._albums.under_way, *self._answers.under_way]:
            await asyncio.gather(*saying, return_exceptions=True)

    def _job(self, heard: TelegramHeard) -> Job:
        if heard.private:
            return self._conversation.job_of(heard)
        key = f"{heard.platform}:group:{self._bot_id}:{heard.chat}"
        answer = Answer([Reply(ONLY_PRIVATE)], heard.language, "UTC")
        once = GivenAnswer(answer, known=False, again=False)
        return Job(key, None, heard.said_at, lambda _uow: once, lambda _uow: None, lane=heard.lane)

    def _speak(
        self, heard: TelegramHeard, outcome: JobOutcome, *, taps_are_answered: bool = False
    ) -> Values | None:
        """Say the answer, or that it was set aside; nothing to what was answered enough.

        Gives the call that frees a tapped button, where the caller makes it.
        """
        answer = self._answer_to(heard, outcome)
        voice = voice_of(answer, heard.said_at)
        if not outcome.quarantined and outcome.value is not None:
            self._tongues.answered(heard.chat, voice.language)
        freed = freeing(heard, answer.replies, voice) if heard.callback else None
        replies = beside_the_note(heard, answer.replies, voice)
        drawn = picture_of(heard, replies, voice)
        place = (heard.chat, heard.message_id)
        picture = self._edits.announce(place, drawn) if drawn else None
        by_us = None if taps_are_answered else freed
        if replies or answer.menu or by_us:
            speech = TelegramSpeech(heard, replies, voice, answer.menu, by_us, picture)
            self._say_in_order(heard, speech)
        return freed if taps_are_answered else None

    def _answer_to(self, heard: TelegramHeard, outcome: JobOutcome) -> Answer:
        if outcome.quarantined:
            language = self._tongues.of(heard.chat) or heard.language
            return Answer([Reply(apology_for(outcome))], language, "UTC")
        answered: GivenAnswer | None = outcome.value
        return answered.answer if answered else Answer([], heard.language, "UTC")

    def _say_in_order(self, heard: TelegramHeard, speech: TelegramSpeech) -> None:
        speaking = partial(speak, self._bot, self._conversation, self._edits, speech)
        if heard.album:
            self._albums.say((heard.chat, heard.album), partial(self._say, heard, speaking))
        else:
            self._say(heard, speaking)

    def _say(self, heard: TelegramHeard, speaking: Speak) -> None:
        self._answers.say(heard.chat, speaking)
