"""What a platform does not take for a while is not dropped: it waits in the outbox instead."""

import logging
from collections.abc import Sequence
from typing import Protocol

from bot.i18n import Voice
from bot.messages import Reply
from bot.platforms.files import FilesOf
from bot.platforms.heard import Heard

log = logging.getLogger(__name__)


class Behind(Protocol):
    """What stands behind whoever speaks: what makes files, and what keeps an answer for later."""

    @property
    def files_of(self) -> FilesOf:
        """Make the files of a reply."""

    async def keep(
        self, heard: Heard, replies: Sequence[Reply], voice: Voice, seconds: float
    ) -> None:
        """Keep an answer that may be said again after so many seconds only."""


async def hold_back(
    behind: Behind, heard: Heard, unsaid: Sequence[Reply], voice: Voice, seconds: float
) -> None:
    """Keep an answer until it may be said; never raises."""
    log.warning("an answer on %s is held back for %.0f s", heard.platform, seconds)
    try:
        await behind.keep(heard, unsaid, voice, seconds)
    except Exception as error:
        log.warning("an answer was not said: %s", type(error).__name__)
