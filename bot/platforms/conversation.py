"""What stands behind every chat platform: the conversation, the lanes, and the clock."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.messages import Answer, Command, Incoming
from bot.platforms.files import FilesOf
from bot.ports import Job, JobOutcome


@dataclass(frozen=True, slots=True)
class Conversation:
    """Handed over by wiring, so that no platform knows handlers or storage."""

    answer: Callable[[Any, Incoming], Answer]
    answer_again: Callable[[Any, Incoming], Answer]
    knock: Callable[..., Answer]
    opens_invitation: Callable[[str], object]
    submit: Callable[[Job], "Future[JobOutcome]"]
    now: Callable[[], datetime]
    menu: Sequence[Command]
    files_of: FilesOf
