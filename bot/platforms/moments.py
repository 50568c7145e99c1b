"""Moments in a text as Telegram's phones show them: in the zone and the habit of whoever reads.

The text itself says them in the zone that we know, for a phone or a server that knows no better.
"""

import re
from typing import Any

from typing_extensions import override

from bot.i18n import Voice
from bot.messages import Moment, Sayable

SHOWN = "wdt"
"""Weekday, short date and short time: what a moment says in words, too."""
_OPENS, _TELLS, _CLOSES = "\ue000", "\ue001", "\ue002"
"""Signs that stand in no text: they mark a moment until its place in the message is known."""
_MARKED = re.compile(f"{_OPENS}(-?\\d+){_TELLS}([^{_OPENS}-{_CLOSES}]*){_CLOSES}")
_LOST = re.compile(f"{_OPENS}-?\\d+{_TELLS}|[{_OPENS}-{_CLOSES}]")


class MarkingVoice(Voice):
    """A voice that marks the moments which it says."""

    @override
    def say(self, what: Sayable) -> str:
        said = super().say(what)
        if not isinstance(what, Moment):
            return said
        return f"{_OPENS}{int(what.at.timestamp())}{_TELLS}{said}{_CLOSES}"


def marking(voice: Voice) -> MarkingVoice:
    """Speak as this voice does, and mark the moments."""
    return MarkingVoice(voice.language, voice.time_zone, voice.now, voice.manner)


def taken(marked: str) -> tuple[str, list[dict[str, Any]]]:
    """Take the marks out of a text; what they marked comes as entities, counted in UTF-16."""
    plain, entities, at = "", [], 0
    for found in _MARKED.finditer(marked):
        plain += _LOST.sub("", marked[at : found.start()])
        entity = {"type": "date_time", "offset": units(plain), "length": units(found[2])}
        entities.append({**entity, "unix_time": int(found[1]), "date_time_format": SHOWN})
        plain, at = plain + found[2], found.end()
    return plain + _LOST.sub("", marked[at:]), entities


def units(text: str) -> int:
    """Count as Telegram does: UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2
