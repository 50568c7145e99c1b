"""What the doctor asks of Telegram: who the bot is, and how Telegram delivers to it."""

from collections.abc import AsyncIterator
from urllib.parse import urlsplit

from telegram import Bot, WebhookInfo
from telegram.error import InvalidToken, TelegramError

from bot.messages import Sayable, _, _n
from bot.platforms.telegram.errors import kind_of
from bot.platforms.telegram.hook import address_of, said_of
from bot.platforms.telegram.platform import TelegramLine, bot_of
from bot.platforms.telegram.request import AiohttpRequest

Found = tuple[bool, Sayable]
"""Whether something is good, and the sentence about it."""


async def examine_telegram(line: TelegramLine) -> AsyncIterator[Found]:
    """Ask Telegram about our bot; what it does not answer is said, and nothing is changed."""
    request = AiohttpRequest()
    bot = bot_of(line, request)
    try:
        yield await _who(bot)
        yield _delivery(await bot.get_webhook_info(), line)
    except InvalidToken:
        yield (
            False,
            _(
                "Telegram refuses the token: set the one that @BotFather shows in "
                "KOMPAAN_TELEGRAM_TOKEN."
            ),
        )
    except TelegramError as error:
        yield (
            False,
            _(
                "Telegram does not answer at {host}: {why}. Can this machine reach it, and is "
                "KOMPAAN_TELEGRAM_API_URL right?",
                host=_host(line.api_url),
                why=kind_of(error),
            ),
        )
    finally:
        await request.shutdown()


async def _who(bot: Bot) -> Found:
    name = (await bot.get_me()).username or ""
    return True, _("Telegram answers; the bot is @{name}.", name=name)


def _delivery(info: WebhookInfo, line: TelegramLine) -> Found:
    """Say whether Telegram delivers as the settings have it."""
    if not line.webhook_url:
        if not info.url:
            return True, _("Telegram is asked for what is new (polling).")
        said = _(
            "Telegram delivers to {host}, though here it is to be asked: 'kompaan run' deletes "
            "that webhook. If it comes back, another program has this token.",
            host=_host(info.url),
        )
    elif not info.url:
        said = _("Telegram has no webhook: 'kompaan run' sets it. Is it running?")
    elif info.url != address_of(line.webhook_url):
        said = _(
            "Telegram delivers to {host} and not to KOMPAAN_TELEGRAM_WEBHOOK_URL: 'kompaan run' "
            "sets it right. If it comes back, another program has this token.",
            host=_host(info.url),
        )
    elif info.pending_update_count and info.last_error_message:
        said = _n(
            "Telegram cannot deliver, and holds {count} message back. It says: {said}",
            "Telegram cannot deliver, and holds {count} messages back. It says: {said}",
            info.pending_update_count,
            said=said_of(info),
        )
    else:
        return True, _("Telegram delivers to {host}.", host=_host(info.url))
    return False, said


def _host(address: str) -> str:
    # Of another program's address no more: its path may be its secret.
    return urlsplit(address).netloc.rpartition("@")[2] or "?"
