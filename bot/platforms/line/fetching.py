"""Fetching what an administrator sent in a chat: a file of anybody else's is never fetched."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TypeVar

from bot.domain.administering.handed import MOST_BYTES
from bot.messages import SentFile
from bot.platforms.attached import DOCUMENT
from bot.platforms.conversation import Conversation
from bot.platforms.heard import Heard

log = logging.getLogger(__name__)

SECONDS = 10.0
"""How long fetching may take."""

H = TypeVar("H", bound=Heard)


async def with_file(
    conversation: Conversation, heard: H, fetch: Callable[[H], Awaitable[bytes]]
) -> H:
    """Fetch the file of an administrator, of so many bytes at most; what was heard, with it.

    It never raises: where it cannot be fetched, its sender is told.
    """
    if heard.media != DOCUMENT or heard.edited or not heard.file:
        return heard
    if not await asyncio.to_thread(conversation.takes_files, heard.platform, heard.address):
        return heard
    if heard.size > MOST_BYTES:
        return replace(heard, sent=SentFile(heard.name, too_large=True))
    try:
        data = await asyncio.wait_for(fetch(heard), SECONDS)
    except Exception as error:
        # Only its kind: an address may hold the bot's token.
        log.warning("a file could not be fetched: %s", type(error).__name__)
        return replace(heard, sent=SentFile(heard.name))
    return replace(heard, sent=SentFile(heard.name, data))
