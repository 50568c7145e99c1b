"""Telegram as the process runs it: by webhook where there is an address, by polling elsewhere."""

import asyncio
import contextlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import NoReturn

from starlette.routing import Route
from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.lasting import Turn, achieve, last
from bot.platforms.conversation import Conversation
from bot.platforms.line.edits import IN_A_CHAT, Edits
from bot.platforms.line.pulse import Pulse
from bot.platforms.telegram.carrying import TelegramCarrier
from bot.platforms.telegram.errors import kind_of
from bot.platforms.telegram.hook import Hook, address_of
from bot.platforms.telegram.intake import TelegramIntake
from bot.platforms.telegram.menu import register_menu
from bot.platforms.telegram.polling import ALLOWED, Poller
from bot.platforms.telegram.request import AiohttpRequest
from bot.platforms.telegram.webhook import webhook_route

log = logging.getLogger(__name__)

BEAT = 20.0
"""Seconds between two looks at whether Telegram still answers, where it delivers by webhook."""
AGAIN = 5.0


@dataclass(frozen=True, slots=True)
class TelegramLine:
    """How to reach Telegram, and how it reaches us.

    `pace` is seconds between edits in a chat; `coloured` and `timed` say whether its server knows
    such buttons, and moments in a text.
    """

    token: str
    api_url: str
    webhook_url: str = ""
    secret: str = ""
    pace: float = IN_A_CHAT
    coloured: bool = False
    timed: bool = False


def bot_of(line: TelegramLine, request: AiohttpRequest) -> Bot:
    """Make the library's bot, which reaches Telegram by this request alone."""
    api_url = line.api_url.rstrip("/")
    return Bot(
        line.token,
        base_url=f"{api_url}/bot",
        base_file_url=f"{api_url}/file/bot",
        request=request,
        get_updates_request=request,
    )


async def name_of_bot(line: TelegramLine) -> str:
    """Ask Telegram for the bot's user name; empty where it does not answer."""
    request = AiohttpRequest()
    try:
        return (await bot_of(line, request).get_me()).username or ""
    except TelegramError as error:
        log.warning("Telegram does not tell the bot's name: %s", type(error).__name__)
        return ""
    finally:
        await request.shutdown()


class Telegram:
    """One bot on Telegram."""

    name = "telegram"

    def __init__(self, line: TelegramLine, conversation: Conversation) -> None:
        """Prepare; nothing is reached until start."""
        self._line = line
        self._now = conversation.now
        self._menu = conversation.menu
        self._request = AiohttpRequest(coloured=line.coloured, timed=line.timed)
        self._bot = bot_of(line, self._request)
        number = int(line.token.partition(":")[0])
        self._intake = TelegramIntake(self._bot, number, conversation, Edits(line.pace))
        self._hook = Hook(address_of(line.webhook_url), line.secret, ALLOWED, conversation.now())
        self._pulse = Pulse(conversation.now())
        self._tasks: list[asyncio.Task[None]] = []

    @property
    def carrier(self) -> TelegramCarrier:
        """What carries the outbox's messages to this bot's chats."""
        return TelegramCarrier(self._bot)

    @property
    def routes(self) -> Sequence[Route]:
        """The webhook, where Telegram is to deliver to one."""
        return [webhook_route(self._intake, self._line.secret)] if self._line.webhook_url else []

    async def start(self) -> None:
        """Begin to listen; what fails at the beginning is tried again until it works."""
        self._tasks.append(asyncio.get_running_loop().create_task(self._run()))

    async def stop(self) -> None:
        """Stop listening, say what is still to be said, and close the sessions."""
        for task in self._tasks:
            task.cancel()
        for task in self._tasks:
            with contextlib.suppress(asyncio.CancelledError):
                await task
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._intake.end(), 5)
        await self._request.shutdown()

    def problem(self, at: datetime) -> str | None:
        """Say what is wrong with the line to Telegram."""
        return self._pulse.problem(at)

    def caught_up(self) -> datetime | None:
        """Say when Telegram was last known to hold no update back; None where it never was."""
        return self._pulse.caught_up

    async def _run(self) -> NoReturn:
        await achieve(
            "The line to Telegram", partial(self._noting, self._begin), AGAIN, named=kind_of
        )
        if self._line.webhook_url:
            await asyncio.sleep(BEAT)
            await last(
                "The look at Telegram", partial(self._noting, self._beat), BEAT, named=kind_of
            )
        await Poller(self._bot, self._intake, self._pulse).run(self._now)

    async def _begin(self) -> float:
        """Tell Telegram how to deliver and what our commands are."""
        await self._bot.get_me()
        if self._line.webhook_url:
            await self._hook.set(self._bot)
            self._hook.since = self._now()
        else:
            await self._bot.delete_webhook()
        await register_menu(self._bot, self._menu)
        self._pulse.good(self._now())
        return 0.0

    async def _beat(self) -> float:
        """Look whether Telegram still answers and delivers, and whether anything waits there."""
        await self._hook.look(self._bot, self._pulse, self._now())
        return BEAT

    async def _noting(self, turn: Turn) -> float:
        """Take a turn, and note where the token is refused."""
        try:
            return await turn()
        except InvalidToken:
            self._pulse.refused = True
            raise
