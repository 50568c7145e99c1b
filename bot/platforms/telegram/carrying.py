"""Carrying messages of the outbox to Telegram: what came of each, in the words of delivery."""

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import (
    BadRequest,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.domain.telling.delivery import (
    DeliveryOutcome,
    Later,
    NotReached,
    Permanent,
    RefusalReason,
    Sent,
    Unknown,
)
from bot.platforms.telegram import request
from bot.platforms.telegram.drawing import fitting
from bot.platforms.telegram.speaking import UNCHANGED, seconds_of
from bot.ports.telling.outbox import Content

REFUSED_TOKEN_WAIT = 60.0
"""Seconds: a refused token is mended by a person, and what waits is not lost by it."""

_GONE = ("chat not found", "user is deactivated", "user not found", "peer_id_invalid")


class Carrier:
    """Sends on one bot."""

    def __init__(self, bot: Bot) -> None:
        """Send with this bot."""
        self._bot = bot

    async def send(self, platform: str, address: str, content: Content) -> DeliveryOutcome:
        """Send a message and say what came of it; never raises for what Telegram answers."""
        *before, last = fitting(content.text)
        if content.edits and not before:
            edited = await self._edit(address, last, content)
            if edited is not None:
                return edited
        try:
            for piece in before:
                await self._bot.send_message(int(address), piece)
            sent = await self._bot.send_message(int(address), last, reply_markup=_keyboard(content))
        except TelegramError as error:
            return outcome_of(error)
        return Sent(str(sent.message_id))

    async def _edit(self, address: str, text: str, content: Content) -> DeliveryOutcome | None:
        """Replace a message in place; None where that is not possible any more."""
        try:
            await self._bot.edit_message_text(
                text, int(address), int(content.edits), reply_markup=_keyboard(content)
            )
        except BadRequest as error:
            return Sent(content.edits) if UNCHANGED in str(error).lower() else None
        except TelegramError as error:
            came = outcome_of(error)
            # An edit may be tried again: twice is the same as once.
            return Later() if isinstance(came, Unknown) else came
        return Sent(content.edits)


def outcome_of(error: TelegramError) -> DeliveryOutcome:
    """Say what an error means for the message."""
    text = str(error).lower()
    if isinstance(error, RetryAfter):
        return Later(seconds_of(error))
    if isinstance(error, Forbidden):
        return Permanent(RefusalReason.GONE if "deactivated" in text else RefusalReason.BLOCKED)
    if isinstance(error, InvalidToken):
        return Later(REFUSED_TOKEN_WAIT)
    if isinstance(error, BadRequest):
        return Permanent(
            RefusalReason.GONE if any(one in text for one in _GONE) else RefusalReason.REFUSED
        )
    if isinstance(error, request.NotReached):
        return NotReached()
    if isinstance(error, NetworkError):
        # A time-out, a broken line, an answer of 500: it may have arrived.
        return Unknown()
    return Permanent(RefusalReason.REFUSED)


def _keyboard(content: Content) -> InlineKeyboardMarkup | None:
    if not content.buttons:
        return None
    return InlineKeyboardMarkup(
        [
            [InlineKeyboardButton(one["label"], callback_data=one["code"]) for one in row]
            for row in content.buttons
        ]
    )
