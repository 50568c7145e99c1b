"""Carrying messages of the outbox: what is alike on every chat platform."""

from collections.abc import Mapping
from typing import Any

from bot.i18n import Voice
from bot.messages import Button, Reply
from bot.ports.telling.outbox import Content

REFUSED_TOKEN_WAIT = 60.0
"""Seconds: a refused token is mended by a person, and what waits is not lost by it."""

ALONG_WITHIN = 4.0
"""Seconds in which pictures follow words that have arrived: less than a send may take."""

AS_WRITTEN = Voice("en", "UTC")
"""For what is rendered already: it is said as it stands."""


def reply_of(content: Content) -> Reply:
    """Take a rendered message for a reply, so that it is drawn like one."""
    buttons = tuple(tuple(map(_button, row)) for row in content.buttons)
    return Reply(content.text, buttons)


def _button(kept: Mapping[str, Any]) -> Button:
    opens = kept.get("opens", "")
    return Button(kept["label"], kept["code"], kept.get("chosen"), opens=opens)
