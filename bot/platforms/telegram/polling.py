"""Our own polling loop: an update is confirmed after its commit, never before."""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, NoReturn

from telegram import Bot
from telegram.error import Conflict, InvalidToken, RetryAfter

from bot.lasting import OddAnswer, last
from bot.platforms.line.pulse import SILENCE, Pulse
from bot.platforms.telegram.errors import kind_of, seconds_of
from bot.platforms.telegram.intake import TelegramIntake
from bot.platforms.telegram.request import call

log = logging.getLogger(__name__)

ALLOWED = ["message", "edited_message", "callback_query", "my_chat_member"]
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
        self._met: datetime | None = None

    async def run(self, now: Callable[[], datetime]) -> NoReturn:
        """Fetch and take in until cancelled; no answer and no error ends it."""

        async def turn() -> float:
            try:
                updates = await self._fetch()
            except InvalidToken:
                self._pulse.refused = True
                raise
            except Conflict as error:
                await self._share(error, now())
                raise
            self._pulse.good(now())
            whole = await self._take(updates)
            if whole and len(updates) < MOST:
                self._pulse.caught_up = now()
            return 0.0 if whole else AGAIN

        await last("Telegram's polling", turn, AGAIN, pause_after, kind_of)

    async def _share(self, error: Conflict, at: datetime) -> None:
        """Note that somebody else is there with this token; a webhook of theirs is taken away.

        One that fetches is a problem once it comes again: it may be what we took over from.
        """
        if "webhook" in str(error).lower():
            self._pulse.troubled("a webhook was set, and is deleted: another process has it", at)
            await self._bot.delete_webhook()
            return
        if self._met is not None and at - self._met <= SILENCE:
            self._pulse.troubled("another process fetches with this token", at)
        self._met = at

    async def _fetch(self) -> Sequence[Mapping[str, Any]]:
        """Fetch raw updates: the library would fail a whole batch for one malformed update.

        Raises TelegramError, and OddAnswer for what is no list of updates with their numbers.
        """
        answer = await call(
            self._bot,
            "getUpdates",
            read_seconds=HOLD + 10,
            timeout=HOLD,
            allowed_updates=ALLOWED,
            offset=self._offset,
        )
        if not isinstance(answer, list):
            raise OddAnswer
        # One without a number can be neither confirmed nor known again: it is left out.
        numbered = [update for update in answer if is_numbered(update)]
        if answer and not numbered:
            raise OddAnswer
        return numbered

    async def _take(self, updates: Sequence[Mapping[str, Any]]) -> bool:
        """Take a batch in together, so that it shares commits; confirm only what is stored.

        False where some of it could not be stored and comes again.
        """
        if not updates:
            return True
        taken = await asyncio.gather(
            *(
                self._intake.take(update, by=by)
                for update, by in zip(updates, latest_times(updates), strict=True)
            ),
            return_exceptions=True,
        )
        numbers = [update["update_id"] for update in updates]
        failed = [
            number
            for number, result in zip(numbers, taken, strict=True)
            if isinstance(result, BaseException)
        ]
        # Telegram confirms everything below the offset.
        self._offset = min(failed) if failed else max(numbers) + 1
        if failed:
            log.warning("%d updates could not be stored; they come again", len(failed))
        return not failed


def is_numbered(update: Any) -> bool:
    """Say whether something is an update with its number."""
    return isinstance(update, dict) and type(update.get("update_id")) is int


def latest_times(updates: Sequence[Mapping[str, Any]]) -> Sequence[datetime | None]:
    """Say of each update by when it happened: before the next message that follows it.

    A tap that waited tells no time of its own. None where no message follows. Edits tell nothing:
    the date of some of them is hidden.
    """
    times: dict[int, datetime | None] = {}
    by: datetime | None = None
    for update in sorted(updates, key=lambda update: int(update["update_id"]), reverse=True):
        times[update["update_id"]] = by
        by = _date_of(update.get("message")) or by
    return [times[update["update_id"]] for update in updates]


def _date_of(message: object) -> datetime | None:
    date = message.get("date") if isinstance(message, dict) else None
    try:
        return datetime.fromtimestamp(date, UTC) if type(date) is int and date > 0 else None
    except (ValueError, OverflowError, OSError):
        return None


def pause_after(error: Exception) -> float | None:
    """Read how many seconds an error asks us to wait before the next poll."""
    if isinstance(error, InvalidToken):
        return REFUSED_AGAIN
    return seconds_of(error) if isinstance(error, RetryAfter) else None
