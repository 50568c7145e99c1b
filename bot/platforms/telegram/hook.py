"""The webhook as Telegram sees it: whether it is still ours, and whether it can deliver."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from telegram import Bot, WebhookInfo

from bot.platforms.line.pulse import Pulse
from bot.platforms.telegram.webhook import PATH

LONGEST = 200
"""Characters of what Telegram says went wrong."""


def address_of(webhook_url: str) -> str:
    """Tell the whole address at which Telegram is to deliver."""
    return f"{webhook_url.rstrip('/').removesuffix(PATH)}{PATH}"


@dataclass
class Hook:
    """One bot's webhook: where Telegram is to deliver what, and what it is to send along."""

    address: str
    secret: str
    kinds: Sequence[str]
    since: datetime
    """When it was set: what failed before is nothing of ours."""

    async def set(self, bot: Bot) -> None:
        """Tell Telegram; it changes nothing where that is so already."""
        await bot.set_webhook(self.address, secret_token=self.secret, allowed_updates=self.kinds)

    async def look(self, bot: Bot, pulse: Pulse, now: datetime) -> None:
        """Look whether Telegram delivers to us, note it, and set right what is not ours."""
        info = await bot.get_webhook_info()
        pulse.good(now)
        trouble = self.trouble_of(info, pulse.caught_up or self.since)
        if not info.pending_update_count:
            pulse.caught_up = now
        if trouble:
            pulse.troubled(trouble, now)
        if trouble or set(info.allowed_updates) != set(self.kinds):
            await self.set(bot)

    def trouble_of(self, info: WebhookInfo, since: datetime) -> str:
        """Say what is wrong with a webhook; `since` is when nothing was last known to wait there.

        Telegram tells its last failure for ever: it counts as long as it is not known that
        everything got through since.
        """
        if not info.url:
            return "the webhook was deleted, and is set again: another process has this token"
        if info.url != self.address:
            return "the webhook led elsewhere, and is set again: another process has this token"
        failed_at = info.last_error_date
        stuck = info.pending_update_count and failed_at and failed_at >= since
        return f"Telegram cannot deliver: {said_of(info)}" if stuck else ""


def said_of(info: WebhookInfo) -> str:
    """Tell Telegram's own words about its last failure, fit for one line."""
    said = str(info.last_error_message or "no reason given")[:LONGEST]
    return "".join(sign if sign.isprintable() else " " for sign in said)
