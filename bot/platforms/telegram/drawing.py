"""Replies drawn for Telegram: plain text in pieces that fit, buttons below the last."""

from collections.abc import Sequence
from typing import Any

from bot.i18n import Voice
from bot.messages import Button, Reply
from bot.platforms.endless import MOST, REST
from bot.platforms.labels import label_of
from bot.platforms.moments import marking, taken, units

LONGEST = 4096
"""UTF-16 units in one message."""
CAPTION = 1024
"""UTF-16 units below a file."""

COPIED = 256
"""UTF-16 units that a button copies."""
NOTE = 200
"""UTF-16 units of a note over the chat."""
Values = dict[str, Any]
"""What a method of the Bot API is called with."""


def messages_of(reply: Reply, voice: Voice) -> list[Values]:
    """Draw a reply as messages; the buttons are below the last."""
    messages = texts_of(reply, voice)
    messages[-1] |= keyboard_of(reply, voice)
    return messages


def texts_of(reply: Reply, voice: Voice) -> list[Values]:
    """Draw the text of a reply, with the moments in it, as messages without their buttons."""
    drawn = map(taken, text_of(reply, marking(voice)))
    return [
        {"text": text, "entities": moments} if moments else {"text": text}
        for text, moments in drawn
    ]


def caption_of(reply: Reply, voice: Voice) -> Values | None:
    """Draw a reply as what stands below a file, with its buttons; None where it is too long."""
    text = voice.say(reply.text)
    return {"caption": text, **keyboard_of(reply, voice)} if units(text) <= CAPTION else None


def note_of(reply: Reply, voice: Voice) -> str:
    """Render what is noted over the chat; empty where it is too long for that."""
    text = voice.say(reply.text)
    return text if units(text) <= NOTE else ""


def text_of(reply: Reply, voice: Voice) -> list[str]:
    """Render a reply, cut at line ends where it is too long for one message."""
    pieces = [""]
    for line in voice.say(reply.text).split("\n"):
        for part in _cut(line):
            longer = f"{pieces[-1]}\n{part}" if pieces[-1] else part
            if units(longer) > LONGEST:
                pieces.append(part)
            else:
                pieces[-1] = longer
    return pieces if len(pieces) <= MOST else [*pieces[: MOST - 1], _ended(pieces, voice)]


def _ended(pieces: Sequence[str], voice: Voice) -> str:
    """Write the last piece of a text that is too long, with that there is more."""
    rest = voice.say(REST)
    kept = pieces[MOST - 1]
    while units(kept) + units(rest) + 2 > LONGEST:
        kept = kept.rpartition("\n")[0] if "\n" in kept else kept[: len(kept) // 2]
    return f"{kept}\n\n{rest}"


def keyboard_of(reply: Reply, voice: Voice) -> Values:
    """Draw the buttons of a reply; nothing where it has none."""
    rows = [
        [{"text": label_of(button, voice), **_does(button)} for button in row]
        for row in reply.buttons
    ]
    return {"reply_markup": {"inline_keyboard": rows}} if rows else {}


def _does(button: Button) -> Values:
    if button.opens:
        return {"url": button.opens}
    if button.copies and units(button.copies) <= COPIED:
        return {"copy_text": {"text": button.copies}}
    return {"callback_data": button.code, **({"style": "primary"} if button.chosen else {})}


def _cut(line: str) -> Sequence[str]:
    step = LONGEST // 2  # so many characters have at most twice as many units
    return [line[at : at + step] for at in range(0, len(line), step)] or [""]
