"""Slack's signs in texts: what people type read as they typed it, what we say made inert."""

import re
from dataclasses import replace

from bot.i18n import Voice
from bot.i18n.voice import stopped_once
from bot.messages import Sayable, Text

COMMAND = "/kompaan"

_SIGN = re.compile(r"<([^<>|]*)(?:\|([^<>]*))?>")
_HINT = re.compile(r"(?<![\w/<])/([a-z_]+)\b")
_HELD = "\ue000{}\ue001"
"""Holds the place of somebody's own words; of the private use area, so in no sentence of ours."""


def as_typed(text: str) -> str:
    """Undo what Slack does to a typed text: links, mentions and the three escaped characters."""
    plain = _SIGN.sub(_show, text)
    return plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _show(sign: re.Match[str]) -> str:
    target, label = sign[1], sign[2]
    if target[:1] in ("@", "#", "!"):
        mark = "#" if target[0] == "#" else "@"
        return mark + (label or target[1:]).lstrip("@#")
    return label or target


def escape(text: str) -> str:
    """Escape the three characters by which a text could mention somebody or make a link."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class SlackVoice(Voice):
    """Says `/undo` as `/kompaan undo`: Slack's own clients take many commands for themselves."""

    def say(self, what: Sayable) -> str:
        """Render something sayable; only our own sentences are changed, never people's words."""
        if not isinstance(what, Text):
            return super().say(what)
        held = {name: _HELD.format(place) for place, name in enumerate(what.args)}
        said = _HINT.sub(rf"{COMMAND} \1", super().say(replace(what, args=held)))
        for name, sign in held.items():
            value = self.say(what.args[name])
            said = stopped_once(said, sign, value).replace(sign, value)
        return said
