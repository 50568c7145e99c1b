"""How updates reach the bot: the webhook's registration, and what getUpdates asks for."""

import json
import re
from typing import Any
from urllib.parse import urlsplit

from tests.fakes.telegram.calls import Call
from tests.fakes.telegram.errors import Json, bad
from tests.fakes.telegram.updates import DEFAULT_KINDS, KINDS
from tests.fakes.telegram.world import Bot, Webhook, World

PORTS = (80, 88, 443, 8443)
SECRET = re.compile(r"[A-Za-z0-9_-]*")
LONGEST_SECRET = 256
LONGEST_POLL = 50


class Told:
    """A result with the sentence that comes beside it."""

    def __init__(self, result: Any, description: str) -> None:
        self.result = result
        self.description = description


def set_webhook(world: World, bot: Bot, call: Call) -> Told:
    if not call.text("url"):
        return delete_webhook(world, bot, call)
    check_address(world, call.text("url"))
    secret = call.text("secret_token")
    if len(secret) > LONGEST_SECRET:
        raise bad("secret token is too long")
    if not SECRET.fullmatch(secret):
        raise bad("secret token contains unallowed characters")
    allow(bot, call)
    drop(bot, call)
    connections = call.integer("max_connections", 40, 1, 100)
    asked = Webhook(call.text("url"), secret, connections, call.text("ip_address"))
    before, bot.webhook = bot.webhook, asked
    same = (before.url, before.secret, before.max_connections, before.ip_address)
    if same == (asked.url, asked.secret, asked.max_connections, asked.ip_address):
        bot.webhook = before
        return Told(True, "Webhook is already set")
    world.changed(bot)
    return Told(True, "Webhook was set")


def check_address(world: World, url: str) -> None:
    """Refuse an address; a server of one's own in local mode takes them all."""
    address = urlsplit(url if "://" in url else f"https://{url}")
    try:
        port = address.port or 443
    except ValueError:
        port = 0
    if address.scheme not in ("http", "https") or not address.hostname or not port:
        raise bad("invalid webhook URL specified")
    if world.settings.local:
        return
    if address.scheme == "http":
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    if port not in PORTS:
        raise bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")


def delete_webhook(world: World, bot: Bot, call: Call) -> Told:
    drop(bot, call)
    was, bot.webhook = bot.webhook.url, Webhook()
    world.changed(bot)
    return Told(True, "Webhook was deleted" if was else "Webhook is already deleted")


def get_webhook_info(world: World, bot: Bot, call: Call) -> Json:
    webhook = bot.webhook
    info: Json = {
        "url": webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": len({copy.update for copy in bot.queue.waiting}),
    }
    if webhook.last_error:
        info["last_error_date"] = webhook.last_error_at
        info["last_error_message"] = webhook.last_error
    if webhook.url:
        info["max_connections"] = webhook.max_connections
        info["ip_address"] = webhook.ip_address or "<unknown>"
    if bot.queue.allowed != DEFAULT_KINDS:
        info["allowed_updates"] = [kind for kind in KINDS if kind in bot.queue.allowed]
    return info


def allow(bot: Bot, call: Call) -> None:
    """Remember which kinds are asked for; a list that cannot be read leaves it as it was."""
    try:
        kinds = json.loads(call.text("allowed_updates"))
    except ValueError:
        return
    if isinstance(kinds, list) and all(isinstance(kind, str) for kind in kinds):
        bot.queue.allowed = frozenset(kinds) & frozenset(KINDS) or DEFAULT_KINDS


def drop(bot: Bot, call: Call) -> None:
    if call.flag("drop_pending_updates"):
        bot.queue.drop(list(bot.queue.waiting))


def poll_arguments(bot: Bot, call: Call) -> tuple[int, int, int]:
    allow(bot, call)
    limit = call.integer("limit", 100, 1, 100)
    return call.integer("offset"), limit, call.integer("timeout", 0, 0, LONGEST_POLL)
