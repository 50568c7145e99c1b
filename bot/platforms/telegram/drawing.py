"""Replies drawn for Telegram: plain text in pieces that fit, buttons below the last."""

from collections.abc import Sequence

from bot.i18n import Voice
from bot.messages import Reply

LONGEST = 4096
"""UTF-16 units in one message."""


def messages_of(reply: Reply, voice: Voice) -> list[dict[str, object]]:
    """Draw a reply as messages; the buttons are below the last."""
    messages: list[dict[str, object]] = [{"text": piece} for piece in text_of(reply, voice)]
    if reply.buttons:
        messages[-1]["reply_markup"] = {"inline_keyboard": _keyboard(reply, voice)}
    return messages


def text_of(reply: Reply, voice: Voice) -> list[str]:
    """Render a reply, cut at line ends where it is too long for one message."""
    return fitting(voice.say(reply.text))


def fitting(text: str) -> list[str]:
    """Cut a text at line ends into pieces that fit in a message."""
    pieces = [""]
    for line in text.split("\n"):
        for part in _cut(line):
            longer = f"{pieces[-1]}\n{part}" if pieces[-1] else part
            if units(longer) > LONGEST:
                pieces.append(part)
            else:
                pieces[-1] = longer
    return pieces


def units(text: str) -> int:
    """Count as Telegram does: UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def _keyboard(reply: Reply, voice: Voice) -> list[list[dict[str, str]]]:
    return [
        [{"text": voice.say(one.label), "callback_data": one.code} for one in row]
        for row in reply.buttons
    ]


def _cut(line: str) -> Sequence[str]:
    step = LONGEST // 2  # so many characters have at most twice as many units
    return [line[at : at + step] for at in range(0, len(line), step)] or [""]
