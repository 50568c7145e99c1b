"""A file that goes along with a message; wiring hands over what makes it of its description."""

from collections.abc import Awaitable, Callable, Sequence

from bot.i18n import Voice
from bot.messages import File, Reply

FilesOf = Callable[[Reply, Voice], Awaitable[Sequence[File]]]
"""Makes the files of a reply, in a thread of its own. It never raises."""
