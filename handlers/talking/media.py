"""What came instead of words and cannot be used: photos, voice notes, forwarded messages."""

from bot.messages import Reply, _
from handlers.talking.turn import Replies, Turn

CANNOT = {
    "photo": _(
        "A photo can go into an answer of a student to a question (/reflect) only, so I did not "
        "keep it. Scores are typed or tapped: /score"
    ),
    "voice": _(
        "A voice note can go into an answer of a student to a question (/reflect) only, so I did "
        "not keep it. Scores are typed or tapped: /score"
    ),
    "forward": _("I only take what you say yourself, so I did nothing with what you forwarded."),
    "other": _("I cannot use this, and I did not keep it. Type it, or tap: /score"),
}


def cannot_use(turn: Turn) -> Replies:
    """Say what becomes of something that is no text: nothing is stored."""
    return [Reply(CANNOT.get(turn.said.media, CANNOT["other"]))]
