"""What came instead of words: photos, voice notes, forwarded messages."""

from bot.messages import Reply, _
from handlers.turn import Replies, Turn

CANNOT = {
    "photo": _("I cannot use photos yet, and I did not keep it. Type it, or tap: /score"),
    "voice": _("I cannot listen to voice notes yet, and I did not keep it. Type it: /score"),
    "forward": _("I only take what you say yourself, so I did nothing with what you forwarded."),
    "other": _("I cannot use this, and I did not keep it. Type it, or tap: /score"),
}


def cannot_use(turn: Turn) -> Replies:
    """Say what becomes of something that is no text: nothing is stored."""
    return [Reply(CANNOT.get(turn.said.media, CANNOT["other"]))]
