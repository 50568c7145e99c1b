"""Our own polling loop: an update is confirmed after its commit, never before."""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from telegram import Bot
from telegram.error import InvalidToken, RetryAfter, TelegramError

from bot.platforms.pulse import Pulse
from bot.platforms.telegram.errors import seconds_of
from bot.platforms.telegram.intake import TelegramIntake
from bot.platforms.telegram.request import call

log = logging.getLogger(__name__)

ALLOWED = ["message", "edited_message", "callback_query"]
MOST = 100
"""Updates in one answer, as Telegram has it where no number is asked for: more may follow."""
HOLD = 25
"""Seconds that Telegram holds an empty answer."""
AGAIN = 2.0
"""Seconds after a failure until the next try."""
REFUSED_AGAIN = 20.0


class Poller:
    """Fetches updates of one bot for as long as it runs."""

    def __init__(self, bot: Bot, intake: TelegramIntake, pulse: Pulse) -> None:
        """Prepare; nothing is fetched until run."""
        self._bot = bot
        self._intake = intake
        self._pulse = pulse
        self._offset: int | None = None

    async def run(self, now: Callable[[], datetime]) -> None:
        """Fetch and take in until cancelled; no error ends it."""
        while True:
            try:
                updates = await self._fetch()
                self._pulse.good(now())
                if await self._take(updates) and len(updates) < MOST:
                    self._pulse.caught_up = now()
            except InvalidToken:
                self._pulse.refused = True
                log.error("Telegram refuses the token; trying again")
                await asyncio.sleep(REFUSED_AGAIN)
            except RetryAfter as error:
                await asyncio.sleep(seconds_of(error))
            except TelegramError as error:
                log.warning("polling failed: %s", type(error).__name__)
                await asyncio.sleep(AGAIN)

    async def _fetch(self) -> Sequence[Mapping[str, Any]]:
        """Fetch raw updates: the library would fail a whole batch for one malformed update."""
        answer = await call(
            self._bot,
            "getUpdates",
            read_seconds=HOLD + 10,
            timeout=HOLD,
            allowed_updates=ALLOWED,
            offset=self._offset,
        )
        return [update for update in answer if isinstance(update, dict)]

    async def _take(self, updates: Sequence[Mapping[str, Any]]) -> bool:
        """Take a batch in together, so that it shares commits; confirm only what is stored.

        False where some of it could not be stored and comes again.
        """
        if not updates:
            return True
        taken = await asyncio.gather(
            *(self._intake.take(update) for update in updates), return_exceptions=True
        )
        numbers = [int(update.get("update_id", 0)) for update in updates]
        failed = [
            number
            for number, result in zip(numbers, taken, strict=True)
            if isinstance(result, BaseException)
        ]
        # Telegram confirms everything below the offset.
        self._offset = min(failed) if failed else max(numbers) + 1
        if failed:
            log.warning("%d updates could not be stored; they come again", len(failed))
            await asyncio.sleep(AGAIN)
        return not failed
