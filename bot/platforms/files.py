"""A file that goes along with a message; wiring hands over what makes it of its description."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from bot.i18n import Voice
from bot.messages import Reply


@dataclass(frozen=True, slots=True)
class File:
    """A file to send: its media type, its bytes, and what it shows in words, long and short."""

    name: str
    kind: str
    data: bytes
    alt: str
    caption: str


FilesOf = Callable[[Reply, Voice], Awaitable[Sequence[File]]]
"""Makes the files of a reply, in a thread of its own. It never raises."""
